# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'new_office.ui'
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
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
)

class Ui_NewOffice(object):
    def setupUi(self, NewOffice):
        if not NewOffice.objectName():
            NewOffice.setObjectName(u"NewOffice")
        NewOffice.setMinimumSize(QSize(480, 0))
        self.column = QVBoxLayout(NewOffice)
        self.column.setSpacing(4)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.officeEditLabel = QLabel(NewOffice)
        self.officeEditLabel.setObjectName(u"officeEditLabel")
        self.officeEditLabel.setProperty(u"textRole", u"label")

        self.column.addWidget(self.officeEditLabel)

        self.officeEdit = QLineEdit(NewOffice)
        self.officeEdit.setObjectName(u"officeEdit")

        self.column.addWidget(self.officeEdit)

        self.coordinatorEditLabelSpace = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.coordinatorEditLabelSpace)

        self.coordinatorEditLabel = QLabel(NewOffice)
        self.coordinatorEditLabel.setObjectName(u"coordinatorEditLabel")
        self.coordinatorEditLabel.setProperty(u"textRole", u"label")

        self.column.addWidget(self.coordinatorEditLabel)

        self.coordinatorEdit = QLineEdit(NewOffice)
        self.coordinatorEdit.setObjectName(u"coordinatorEdit")

        self.column.addWidget(self.coordinatorEdit)

        self.placeLabelSpace = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.placeLabelSpace)

        self.placeLabel = QLabel(NewOffice)
        self.placeLabel.setObjectName(u"placeLabel")
        self.placeLabel.setProperty(u"textRole", u"label")

        self.column.addWidget(self.placeLabel)

        self.placeRow = QHBoxLayout()
        self.placeRow.setSpacing(8)
        self.placeRow.setObjectName(u"placeRow")
        self.placeRow.setContentsMargins(0, 0, 0, 0)
        self.placeEdit = QLineEdit(NewOffice)
        self.placeEdit.setObjectName(u"placeEdit")

        self.placeRow.addWidget(self.placeEdit)

        self.placeButton = QPushButton(NewOffice)
        self.placeButton.setObjectName(u"placeButton")

        self.placeRow.addWidget(self.placeButton)


        self.column.addLayout(self.placeRow)

        self.problem = QLabel(NewOffice)
        self.problem.setObjectName(u"problem")
        self.problem.setText(u"")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty(u"textRole", u"error")
        self.problem.setWordWrap(True)

        self.column.addWidget(self.problem)

        self.createRowSpace = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.column.addItem(self.createRowSpace)

        self.createRow = QHBoxLayout()
        self.createRow.setSpacing(8)
        self.createRow.setObjectName(u"createRow")
        self.createRow.setContentsMargins(0, 0, 0, 0)
        self.createSpace = QSpacerItem(16, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.createRow.addItem(self.createSpace)

        self.cancelButton = QPushButton(NewOffice)
        self.cancelButton.setObjectName(u"cancelButton")

        self.createRow.addWidget(self.cancelButton)

        self.createButton = QPushButton(NewOffice)
        self.createButton.setObjectName(u"createButton")
        self.createButton.setProperty(u"role", u"primary")

        self.createRow.addWidget(self.createButton)


        self.column.addLayout(self.createRow)

#if QT_CONFIG(shortcut)
        self.officeEditLabel.setBuddy(self.officeEdit)
        self.coordinatorEditLabel.setBuddy(self.coordinatorEdit)
        self.placeLabel.setBuddy(self.placeEdit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(NewOffice)

        self.createButton.setDefault(True)


        QMetaObject.connectSlotsByName(NewOffice)
    # setupUi

    def retranslateUi(self, NewOffice):
        NewOffice.setWindowTitle(QCoreApplication.translate("NewOffice", u"New office", None))
        self.officeEditLabel.setText(QCoreApplication.translate("NewOffice", u"Office &name", None))
        self.officeEdit.setPlaceholderText(QCoreApplication.translate("NewOffice", u"Partnership Office, Marlow Falls", None))
        self.coordinatorEditLabel.setText(QCoreApplication.translate("NewOffice", u"&Your name", None))
        self.coordinatorEdit.setPlaceholderText(QCoreApplication.translate("NewOffice", u"As history shows it", None))
        self.placeLabel.setText(QCoreApplication.translate("NewOffice", u"Office &file", None))
        self.placeButton.setText(QCoreApplication.translate("NewOffice", u"&Change\u2026", None))
        self.cancelButton.setText(QCoreApplication.translate("NewOffice", u"Cancel", None))
        self.createButton.setText(QCoreApplication.translate("NewOffice", u"Start the &office", None))
    # retranslateUi

