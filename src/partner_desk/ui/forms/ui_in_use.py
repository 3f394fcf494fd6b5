# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'in_use.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (
    QCoreApplication,
    QMetaObject,
    QSize,
    Qt,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
)

class Ui_InUse(object):
    def setupUi(self, InUse):
        if not InUse.objectName():
            InUse.setObjectName(u"InUse")
        InUse.setMinimumSize(QSize(520, 0))
        self.column = QVBoxLayout(InUse)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.picture = QLabel(InUse)
        self.picture.setObjectName(u"picture")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.picture.sizePolicy().hasHeightForWidth())
        self.picture.setSizePolicy(sizePolicy)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignTop)

        self.head.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)

        self.words = QVBoxLayout()
        self.words.setSpacing(8)
        self.words.setObjectName(u"words")
        self.words.setContentsMargins(0, 0, 0, 0)
        self.happened = QLabel(InUse)
        self.happened.setObjectName(u"happened")
        self.happened.setText(u"")
        self.happened.setTextFormat(Qt.TextFormat.PlainText)
        self.happened.setProperty(u"textRole", u"heading")
        self.happened.setWordWrap(True)

        self.words.addWidget(self.happened)

        self.detail = QLabel(InUse)
        self.detail.setObjectName(u"detail")
        self.detail.setText(u"")
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)

        self.words.addWidget(self.detail)

        self.adviceText = QLabel(InUse)
        self.adviceText.setObjectName(u"adviceText")
        self.adviceText.setTextFormat(Qt.TextFormat.PlainText)
        self.adviceText.setWordWrap(True)

        self.words.addWidget(self.adviceText)


        self.head.addLayout(self.words)


        self.column.addLayout(self.head)

        self.buttonRow = QHBoxLayout()
        self.buttonRow.setSpacing(8)
        self.buttonRow.setObjectName(u"buttonRow")
        self.buttonRow.setContentsMargins(0, 0, 0, 0)
        self.takeOverButton = QPushButton(InUse)
        self.takeOverButton.setObjectName(u"takeOverButton")
        self.takeOverButton.setProperty(u"role", u"danger")

        self.buttonRow.addWidget(self.takeOverButton)

        self.space = QSpacerItem(16, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttonRow.addItem(self.space)

        self.cancelButton = QPushButton(InUse)
        self.cancelButton.setObjectName(u"cancelButton")

        self.buttonRow.addWidget(self.cancelButton)

        self.readButton = QPushButton(InUse)
        self.readButton.setObjectName(u"readButton")
        self.readButton.setProperty(u"role", u"primary")

        self.buttonRow.addWidget(self.readButton)


        self.column.addLayout(self.buttonRow)


        self.retranslateUi(InUse)

        QMetaObject.connectSlotsByName(InUse)
    # setupUi

    def retranslateUi(self, InUse):
        InUse.setWindowTitle(QCoreApplication.translate("InUse", u"The office is in use", None))
        self.adviceText.setText(QCoreApplication.translate("InUse", u"Two people writing at once would overwrite each other. Open it read-only, or take over if you know that nobody works there any more.", None))
        self.takeOverButton.setText(QCoreApplication.translate("InUse", u"&Take over", None))
        self.cancelButton.setText(QCoreApplication.translate("InUse", u"Cancel", None))
        self.readButton.setText(QCoreApplication.translate("InUse", u"Open &read-only", None))
    # retranslateUi

