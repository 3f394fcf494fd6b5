# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'keyboard.ui'
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
    QLabel,
    QTableWidget,
    QVBoxLayout,
)

class Ui_Keyboard(object):
    def setupUi(self, Keyboard):
        if not Keyboard.objectName():
            Keyboard.setObjectName(u"Keyboard")
        self.column = QVBoxLayout(Keyboard)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.title = QLabel(Keyboard)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"textRole", u"heading")

        self.column.addWidget(self.title)

        self.keys = QTableWidget(Keyboard)
        self.keys.setObjectName(u"keys")
        self.keys.setMinimumSize(QSize(544, 536))

        self.column.addWidget(self.keys)

        self.buttons = QDialogButtonBox(Keyboard)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)

        self.column.addWidget(self.buttons)


        self.retranslateUi(Keyboard)

        QMetaObject.connectSlotsByName(Keyboard)
    # setupUi

    def retranslateUi(self, Keyboard):
        Keyboard.setWindowTitle(QCoreApplication.translate("Keyboard", u"Keyboard shortcuts", None))
        self.title.setText(QCoreApplication.translate("Keyboard", u"Keyboard shortcuts", None))
#if QT_CONFIG(accessibility)
        self.keys.setAccessibleName(QCoreApplication.translate("Keyboard", u"Keys and what they do", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

