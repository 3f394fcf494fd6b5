# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'bug.ui'
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
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
)

class Ui_Bug(object):
    def setupUi(self, Bug):
        if not Bug.objectName():
            Bug.setObjectName(u"Bug")
        Bug.setMinimumSize(QSize(560, 0))
        self.column = QVBoxLayout(Bug)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.picture = QLabel(Bug)
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
        self.happened = QLabel(Bug)
        self.happened.setObjectName(u"happened")
        self.happened.setTextFormat(Qt.TextFormat.PlainText)
        self.happened.setProperty(u"textRole", u"heading")
        self.happened.setWordWrap(True)

        self.words.addWidget(self.happened)

        self.adviceText = QLabel(Bug)
        self.adviceText.setObjectName(u"adviceText")
        self.adviceText.setTextFormat(Qt.TextFormat.PlainText)
        self.adviceText.setWordWrap(True)

        self.words.addWidget(self.adviceText)


        self.head.addLayout(self.words)


        self.column.addLayout(self.head)

        self.report = QPlainTextEdit(Bug)
        self.report.setObjectName(u"report")
        self.report.setReadOnly(True)
        self.report.setMinimumSize(QSize(0, 160))

        self.column.addWidget(self.report)

        self.buttons = QDialogButtonBox(Bug)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)

        self.column.addWidget(self.buttons)


        self.retranslateUi(Bug)

        QMetaObject.connectSlotsByName(Bug)
    # setupUi

    def retranslateUi(self, Bug):
        Bug.setWindowTitle(QCoreApplication.translate("Bug", u"Something went wrong", None))
        self.happened.setText(QCoreApplication.translate("Bug", u"Something went wrong in the program", None))
        self.adviceText.setText(QCoreApplication.translate("Bug", u"What was saved before is safe, and you can go on working. If it happens again, copy this report and send it to whoever looks after the program.", None))
#if QT_CONFIG(accessibility)
        self.report.setAccessibleName(QCoreApplication.translate("Bug", u"Report", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

