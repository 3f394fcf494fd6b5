# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'restore.ui'
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
    QListWidget,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
)

class Ui_Restore(object):
    def setupUi(self, Restore):
        if not Restore.objectName():
            Restore.setObjectName(u"Restore")
        Restore.setMinimumSize(QSize(560, 0))
        self.column = QVBoxLayout(Restore)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.title = QLabel(Restore)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"textRole", u"heading")

        self.column.addWidget(self.title)

        self.explanation = QLabel(Restore)
        self.explanation.setObjectName(u"explanation")
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setWordWrap(True)

        self.column.addWidget(self.explanation)

        self.backups = QListWidget(Restore)
        self.backups.setObjectName(u"backups")
        self.backups.setMinimumSize(QSize(0, 240))

        self.column.addWidget(self.backups)

        self.empty = QLabel(Restore)
        self.empty.setObjectName(u"empty")
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setProperty(u"textRole", u"caption")
        self.empty.setWordWrap(True)

        self.column.addWidget(self.empty)

        self.buttonRow = QHBoxLayout()
        self.buttonRow.setSpacing(8)
        self.buttonRow.setObjectName(u"buttonRow")
        self.buttonRow.setContentsMargins(0, 0, 0, 0)
        self.otherButton = QPushButton(Restore)
        self.otherButton.setObjectName(u"otherButton")

        self.buttonRow.addWidget(self.otherButton)

        self.space = QSpacerItem(16, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttonRow.addItem(self.space)

        self.cancelButton = QPushButton(Restore)
        self.cancelButton.setObjectName(u"cancelButton")

        self.buttonRow.addWidget(self.cancelButton)

        self.restoreButton = QPushButton(Restore)
        self.restoreButton.setObjectName(u"restoreButton")
        self.restoreButton.setProperty(u"role", u"primary")

        self.buttonRow.addWidget(self.restoreButton)


        self.column.addLayout(self.buttonRow)


        self.retranslateUi(Restore)

        QMetaObject.connectSlotsByName(Restore)
    # setupUi

    def retranslateUi(self, Restore):
        Restore.setWindowTitle(QCoreApplication.translate("Restore", u"Restore a backup", None))
        self.title.setText(QCoreApplication.translate("Restore", u"Restore a backup", None))
        self.explanation.setText(QCoreApplication.translate("Restore", u"The office goes back to what it held when the backup was made. The present file is kept under another name.", None))
#if QT_CONFIG(accessibility)
        self.backups.setAccessibleName(QCoreApplication.translate("Restore", u"Backups, newest first", None))
#endif // QT_CONFIG(accessibility)
        self.empty.setText(QCoreApplication.translate("Restore", u"There is no backup of this office yet.", None))
        self.otherButton.setText(QCoreApplication.translate("Restore", u"&Another file\u2026", None))
        self.cancelButton.setText(QCoreApplication.translate("Restore", u"Cancel", None))
        self.restoreButton.setText(QCoreApplication.translate("Restore", u"&Restore", None))
    # retranslateUi

