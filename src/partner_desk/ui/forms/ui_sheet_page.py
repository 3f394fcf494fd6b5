# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sheet_page.ui'
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
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

class Ui_SheetForm(object):
    def setupUi(self, SheetForm):
        if not SheetForm.objectName():
            SheetForm.setObjectName(u"SheetForm")
        self.column = QVBoxLayout(SheetForm)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.headColumn = QVBoxLayout()
        self.headColumn.setSpacing(4)
        self.headColumn.setObjectName(u"headColumn")
        self.headColumn.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(SheetForm)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"textRole", u"title")

        self.headColumn.addWidget(self.title)

        self.place = QLabel(SheetForm)
        self.place.setObjectName(u"place")
        self.place.setText(u"")
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setProperty(u"textRole", u"caption")

        self.headColumn.addWidget(self.place)


        self.head.addLayout(self.headColumn)

        self.headSpace = QSpacerItem(16, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.headSpace)

        self.steps = QWidget(SheetForm)
        self.steps.setObjectName(u"steps")

        self.head.addWidget(self.steps)


        self.column.addLayout(self.head)

        self.banners = QWidget(SheetForm)
        self.banners.setObjectName(u"banners")

        self.column.addWidget(self.banners)

        self.stack = QStackedWidget(SheetForm)
        self.stack.setObjectName(u"stack")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.stack.sizePolicy().hasHeightForWidth())
        self.stack.setSizePolicy(sizePolicy)

        self.column.addWidget(self.stack)

        self.footNote = QLabel(SheetForm)
        self.footNote.setObjectName(u"footNote")
        self.footNote.setText(u"")
        self.footNote.setTextFormat(Qt.TextFormat.PlainText)
        self.footNote.setProperty(u"textRole", u"caption")
        self.footNote.setWordWrap(True)
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(1)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.footNote.sizePolicy().hasHeightForWidth())
        self.footNote.setSizePolicy(sizePolicy1)

        self.column.addWidget(self.footNote)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.footStretch = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.footStretch)

        self.rememberBox = QCheckBox(SheetForm)
        self.rememberBox.setObjectName(u"rememberBox")
        self.rememberBox.setChecked(True)

        self.foot.addWidget(self.rememberBox)

        self.refusedButton = QPushButton(SheetForm)
        self.refusedButton.setObjectName(u"refusedButton")

        self.foot.addWidget(self.refusedButton)

        self.closeButton = QPushButton(SheetForm)
        self.closeButton.setObjectName(u"closeButton")

        self.foot.addWidget(self.closeButton)

        self.backButton = QPushButton(SheetForm)
        self.backButton.setObjectName(u"backButton")

        self.foot.addWidget(self.backButton)

        self.nextButton = QPushButton(SheetForm)
        self.nextButton.setObjectName(u"nextButton")
        self.nextButton.setProperty(u"role", u"primary")

        self.foot.addWidget(self.nextButton)


        self.column.addLayout(self.foot)


        self.retranslateUi(SheetForm)

        QMetaObject.connectSlotsByName(SheetForm)
    # setupUi

    def retranslateUi(self, SheetForm):
        self.title.setText(QCoreApplication.translate("SheetForm", u"Import a list", None))
        self.rememberBox.setText(QCoreApplication.translate("SheetForm", u"&Remember for sheets like this", None))
        self.refusedButton.setText(QCoreApplication.translate("SheetForm", u"Save re&fused rows\u2026", None))
        self.closeButton.setText(QCoreApplication.translate("SheetForm", u"C&lose", None))
        self.backButton.setText(QCoreApplication.translate("SheetForm", u"&Back", None))
        self.nextButton.setText(QCoreApplication.translate("SheetForm", u"&Next", None))
        pass
    # retranslateUi

