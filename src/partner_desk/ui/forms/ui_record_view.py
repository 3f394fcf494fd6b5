# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'record_view.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (
    QCoreApplication,
    QMetaObject,
    Qt,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
)

class Ui_RecordView(object):
    def setupUi(self, RecordView):
        if not RecordView.objectName():
            RecordView.setObjectName(u"RecordView")
        self.column = QVBoxLayout(RecordView)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 16, 16, 0)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.title = QLabel(RecordView)
        self.title.setObjectName(u"title")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.title.sizePolicy().hasHeightForWidth())
        self.title.setSizePolicy(sizePolicy)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"textRole", u"title")

        self.head.addWidget(self.title)

        self.actionButton = QPushButton(RecordView)
        self.actionButton.setObjectName(u"actionButton")
        self.actionButton.setProperty(u"role", u"primary")

        self.head.addWidget(self.actionButton)

        self.moreButton = QToolButton(RecordView)
        self.moreButton.setObjectName(u"moreButton")
        self.moreButton.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.moreButton.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

        self.head.addWidget(self.moreButton)


        self.column.addLayout(self.head)

        self.subhead = QHBoxLayout()
        self.subhead.setSpacing(8)
        self.subhead.setObjectName(u"subhead")
        self.caption = QLabel(RecordView)
        self.caption.setObjectName(u"caption")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(1)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.caption.sizePolicy().hasHeightForWidth())
        self.caption.setSizePolicy(sizePolicy1)
        self.caption.setWordWrap(True)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setProperty(u"textRole", u"caption")

        self.subhead.addWidget(self.caption)

        self.subheadSpace = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.subhead.addItem(self.subheadSpace)


        self.column.addLayout(self.subhead)

        self.tabs = QTabWidget(RecordView)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)

        self.column.addWidget(self.tabs)


        self.retranslateUi(RecordView)

        QMetaObject.connectSlotsByName(RecordView)
    # setupUi

    def retranslateUi(self, RecordView):
#if QT_CONFIG(accessibility)
        self.moreButton.setAccessibleName(QCoreApplication.translate("RecordView", u"More", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.moreButton.setToolTip(QCoreApplication.translate("RecordView", u"What else can be done with this record", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.tabs.setAccessibleName(QCoreApplication.translate("RecordView", u"Parts of the record", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

