# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'preview.ui'
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
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

class Ui_Preview(object):
    def setupUi(self, Preview):
        if not Preview.objectName():
            Preview.setObjectName(u"Preview")
        self.column = QVBoxLayout(Preview)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 8, 0, 0)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(4)
        self.bar.setObjectName(u"bar")
        self.smallerButton = QToolButton(Preview)
        self.smallerButton.setObjectName(u"smallerButton")
#if QT_CONFIG(shortcut)
        self.smallerButton.setShortcut(u"Ctrl+-")
#endif // QT_CONFIG(shortcut)
        self.smallerButton.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

        self.bar.addWidget(self.smallerButton)

        self.zoom = QComboBox(Preview)
        self.zoom.setObjectName(u"zoom")

        self.bar.addWidget(self.zoom)

        self.largerButton = QToolButton(Preview)
        self.largerButton.setObjectName(u"largerButton")
#if QT_CONFIG(shortcut)
        self.largerButton.setShortcut(u"Ctrl++")
#endif // QT_CONFIG(shortcut)
        self.largerButton.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

        self.bar.addWidget(self.largerButton)

        self.pageLabel = QLabel(Preview)
        self.pageLabel.setObjectName(u"pageLabel")
        self.pageLabel.setProperty(u"textRole", u"caption")
        self.pageLabel.setIndent(8)

        self.bar.addWidget(self.pageLabel)

        self.space = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar.addItem(self.space)

        self.saveButton = QPushButton(Preview)
        self.saveButton.setObjectName(u"saveButton")

        self.bar.addWidget(self.saveButton)

        self.printButton = QPushButton(Preview)
        self.printButton.setObjectName(u"printButton")

        self.bar.addWidget(self.printButton)


        self.column.addLayout(self.bar)

        self.scroll = QScrollArea(Preview)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(False)
        self.scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter|Qt.AlignmentFlag.AlignTop)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.scroll.sizePolicy().hasHeightForWidth())
        self.scroll.setSizePolicy(sizePolicy)

        self.column.addWidget(self.scroll)

        QWidget.setTabOrder(self.printButton, self.saveButton)
        QWidget.setTabOrder(self.saveButton, self.smallerButton)
        QWidget.setTabOrder(self.smallerButton, self.zoom)
        QWidget.setTabOrder(self.zoom, self.largerButton)
        QWidget.setTabOrder(self.largerButton, self.scroll)

        self.retranslateUi(Preview)

        QMetaObject.connectSlotsByName(Preview)
    # setupUi

    def retranslateUi(self, Preview):
#if QT_CONFIG(accessibility)
        self.smallerButton.setAccessibleName(QCoreApplication.translate("Preview", u"Smaller", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.smallerButton.setToolTip(QCoreApplication.translate("Preview", u"Smaller (Ctrl+-)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.zoom.setAccessibleName(QCoreApplication.translate("Preview", u"Size of the page", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.largerButton.setAccessibleName(QCoreApplication.translate("Preview", u"Larger", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.largerButton.setToolTip(QCoreApplication.translate("Preview", u"Larger (Ctrl++)", None))
#endif // QT_CONFIG(tooltip)
        self.saveButton.setText(QCoreApplication.translate("Preview", u"Save as PDF\u2026", None))
        self.printButton.setText(QCoreApplication.translate("Preview", u"Print\u2026", None))
#if QT_CONFIG(tooltip)
        self.printButton.setToolTip(QCoreApplication.translate("Preview", u"Print (Ctrl+P)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.scroll.setAccessibleName(QCoreApplication.translate("Preview", u"Pages", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

