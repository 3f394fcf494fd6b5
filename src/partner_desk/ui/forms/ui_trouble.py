# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'trouble.ui'
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
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
)

class Ui_Trouble(object):
    def setupUi(self, Trouble):
        if not Trouble.objectName():
            Trouble.setObjectName(u"Trouble")
        Trouble.setMinimumSize(QSize(480, 0))
        self.column = QVBoxLayout(Trouble)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.picture = QLabel(Trouble)
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
        self.happened = QLabel(Trouble)
        self.happened.setObjectName(u"happened")
        self.happened.setText(u"")
        self.happened.setTextFormat(Qt.TextFormat.PlainText)
        self.happened.setProperty(u"textRole", u"heading")
        self.happened.setWordWrap(True)

        self.words.addWidget(self.happened)

        self.adviceText = QLabel(Trouble)
        self.adviceText.setObjectName(u"adviceText")
        self.adviceText.setText(u"")
        self.adviceText.setTextFormat(Qt.TextFormat.PlainText)
        self.adviceText.setWordWrap(True)

        self.words.addWidget(self.adviceText)


        self.head.addLayout(self.words)


        self.column.addLayout(self.head)

        self.buttons = QDialogButtonBox(Trouble)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)

        self.column.addWidget(self.buttons)


        self.retranslateUi(Trouble)

        QMetaObject.connectSlotsByName(Trouble)
    # setupUi

    def retranslateUi(self, Trouble):
        Trouble.setWindowTitle(QCoreApplication.translate("Trouble", u"Partner Desk", None))
    # retranslateUi

