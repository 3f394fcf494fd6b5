# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings.ui'
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
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

class Ui_SettingsForm(object):
    def setupUi(self, SettingsForm):
        if not SettingsForm.objectName():
            SettingsForm.setObjectName(u"SettingsForm")
        self.outer = QVBoxLayout(SettingsForm)
        self.outer.setSpacing(8)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(SettingsForm)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.inside.setObjectName(u"inside")
        self.column = QVBoxLayout(self.inside)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.title = QLabel(self.inside)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"textRole", u"title")

        self.column.addWidget(self.title)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(24)
        self.columns.setObjectName(u"columns")
        self.officeColumn = QVBoxLayout()
        self.officeColumn.setSpacing(8)
        self.officeColumn.setObjectName(u"officeColumn")
        self.officeTitle = QLabel(self.inside)
        self.officeTitle.setObjectName(u"officeTitle")
        self.officeTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.officeTitle.setProperty(u"textRole", u"heading")

        self.officeColumn.addWidget(self.officeTitle)

        self.officeEnd = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.officeColumn.addItem(self.officeEnd)


        self.columns.addLayout(self.officeColumn)

        self.sideColumn = QVBoxLayout()
        self.sideColumn.setSpacing(8)
        self.sideColumn.setObjectName(u"sideColumn")
        self.logoTitle = QLabel(self.inside)
        self.logoTitle.setObjectName(u"logoTitle")
        self.logoTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.logoTitle.setProperty(u"textRole", u"heading")

        self.sideColumn.addWidget(self.logoTitle)

        self.logoCard = QFrame(self.inside)
        self.logoCard.setObjectName(u"logoCard")
        self.logoCard.setProperty(u"card", True)
        self.logoColumn = QVBoxLayout(self.logoCard)
        self.logoColumn.setSpacing(8)
        self.logoColumn.setObjectName(u"logoColumn")
        self.logoColumn.setContentsMargins(16, 16, 16, 16)
        self.logo = QLabel(self.logoCard)
        self.logo.setObjectName(u"logo")
        self.logo.setProperty(u"textRole", u"caption")

        self.logoColumn.addWidget(self.logo)

        self.logoRow = QHBoxLayout()
        self.logoRow.setSpacing(8)
        self.logoRow.setObjectName(u"logoRow")
        self.logoButton = QPushButton(self.logoCard)
        self.logoButton.setObjectName(u"logoButton")

        self.logoRow.addWidget(self.logoButton)

        self.noLogoButton = QPushButton(self.logoCard)
        self.noLogoButton.setObjectName(u"noLogoButton")

        self.logoRow.addWidget(self.noLogoButton)

        self.logoSpace = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.logoRow.addItem(self.logoSpace)


        self.logoColumn.addLayout(self.logoRow)

        self.logoProblem = QLabel(self.logoCard)
        self.logoProblem.setObjectName(u"logoProblem")
        self.logoProblem.setText(u"")
        self.logoProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.logoProblem.setProperty(u"textRole", u"error")

        self.logoColumn.addWidget(self.logoProblem)


        self.sideColumn.addWidget(self.logoCard)

        self.peopleTitleSpace = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.sideColumn.addItem(self.peopleTitleSpace)

        self.peopleTitle = QLabel(self.inside)
        self.peopleTitle.setObjectName(u"peopleTitle")
        self.peopleTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.peopleTitle.setProperty(u"textRole", u"heading")

        self.sideColumn.addWidget(self.peopleTitle)

        self.peopleCard = QFrame(self.inside)
        self.peopleCard.setObjectName(u"peopleCard")
        self.peopleCard.setProperty(u"card", True)
        self.peopleColumn = QVBoxLayout(self.peopleCard)
        self.peopleColumn.setSpacing(8)
        self.peopleColumn.setObjectName(u"peopleColumn")
        self.peopleColumn.setContentsMargins(16, 16, 16, 16)
        self.people = QListWidget(self.peopleCard)
        self.people.setObjectName(u"people")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.people.sizePolicy().hasHeightForWidth())
        self.people.setSizePolicy(sizePolicy)

        self.peopleColumn.addWidget(self.people)

        self.leaveRow = QHBoxLayout()
        self.leaveRow.setObjectName(u"leaveRow")
        self.leaveSpace = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.leaveRow.addItem(self.leaveSpace)

        self.leaveButton = QPushButton(self.peopleCard)
        self.leaveButton.setObjectName(u"leaveButton")

        self.leaveRow.addWidget(self.leaveButton)


        self.peopleColumn.addLayout(self.leaveRow)

        self.personRow = QHBoxLayout()
        self.personRow.setSpacing(8)
        self.personRow.setObjectName(u"personRow")
        self.personEdit = QLineEdit(self.peopleCard)
        self.personEdit.setObjectName(u"personEdit")

        self.personRow.addWidget(self.personEdit)

        self.addPersonButton = QPushButton(self.peopleCard)
        self.addPersonButton.setObjectName(u"addPersonButton")

        self.personRow.addWidget(self.addPersonButton)


        self.peopleColumn.addLayout(self.personRow)

        self.personProblem = QLabel(self.peopleCard)
        self.personProblem.setObjectName(u"personProblem")
        self.personProblem.setText(u"")
        self.personProblem.setTextFormat(Qt.TextFormat.PlainText)
        self.personProblem.setProperty(u"textRole", u"error")

        self.peopleColumn.addWidget(self.personProblem)


        self.sideColumn.addWidget(self.peopleCard)

        self.computerTitleSpace = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.sideColumn.addItem(self.computerTitleSpace)

        self.computerTitle = QLabel(self.inside)
        self.computerTitle.setObjectName(u"computerTitle")
        self.computerTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.computerTitle.setProperty(u"textRole", u"heading")

        self.sideColumn.addWidget(self.computerTitle)

        self.computerCard = QFrame(self.inside)
        self.computerCard.setObjectName(u"computerCard")
        self.computerCard.setProperty(u"card", True)
        self.computerForm = QFormLayout(self.computerCard)
        self.computerForm.setObjectName(u"computerForm")
        self.computerForm.setHorizontalSpacing(16)
        self.computerForm.setVerticalSpacing(8)
        self.computerForm.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.computerForm.setContentsMargins(16, 16, 16, 16)
        self.languageLabel = QLabel(self.computerCard)
        self.languageLabel.setObjectName(u"languageLabel")
        self.languageLabel.setMinimumSize(QSize(0, 30))

        self.computerForm.setWidget(0, QFormLayout.ItemRole.LabelRole, self.languageLabel)

        self.languageBox = QComboBox(self.computerCard)
        self.languageBox.setObjectName(u"languageBox")

        self.computerForm.setWidget(0, QFormLayout.ItemRole.FieldRole, self.languageBox)

        self.themeLabel = QLabel(self.computerCard)
        self.themeLabel.setObjectName(u"themeLabel")
        self.themeLabel.setMinimumSize(QSize(0, 30))

        self.computerForm.setWidget(1, QFormLayout.ItemRole.LabelRole, self.themeLabel)

        self.themeBox = QComboBox(self.computerCard)
        self.themeBox.setObjectName(u"themeBox")

        self.computerForm.setWidget(1, QFormLayout.ItemRole.FieldRole, self.themeBox)

        self.textSizeLabel = QLabel(self.computerCard)
        self.textSizeLabel.setObjectName(u"textSizeLabel")
        self.textSizeLabel.setMinimumSize(QSize(0, 30))

        self.computerForm.setWidget(2, QFormLayout.ItemRole.LabelRole, self.textSizeLabel)

        self.textSizeBox = QComboBox(self.computerCard)
        self.textSizeBox.setObjectName(u"textSizeBox")

        self.computerForm.setWidget(2, QFormLayout.ItemRole.FieldRole, self.textSizeBox)

        self.placeLabel = QLabel(self.computerCard)
        self.placeLabel.setObjectName(u"placeLabel")
        self.placeLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.placeLabel.setMinimumSize(QSize(0, 30))

        self.computerForm.setWidget(3, QFormLayout.ItemRole.LabelRole, self.placeLabel)

        self.place = QLabel(self.computerCard)
        self.place.setObjectName(u"place")
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setWordWrap(True)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.computerForm.setWidget(3, QFormLayout.ItemRole.FieldRole, self.place)


        self.sideColumn.addWidget(self.computerCard)

        self.sideEnd = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.sideColumn.addItem(self.sideEnd)


        self.columns.addLayout(self.sideColumn)

        self.columns.setStretch(0, 3)
        self.columns.setStretch(1, 2)

        self.column.addLayout(self.columns)

        self.scroll.setWidget(self.inside)

        self.outer.addWidget(self.scroll)

#if QT_CONFIG(shortcut)
        self.languageLabel.setBuddy(self.languageBox)
        self.themeLabel.setBuddy(self.themeBox)
        self.textSizeLabel.setBuddy(self.textSizeBox)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SettingsForm)

        QMetaObject.connectSlotsByName(SettingsForm)
    # setupUi

    def retranslateUi(self, SettingsForm):
        self.title.setText(QCoreApplication.translate("SettingsForm", u"Settings", None))
        self.officeTitle.setText(QCoreApplication.translate("SettingsForm", u"This office", None))
        self.logoTitle.setText(QCoreApplication.translate("SettingsForm", u"Logo on printed pages", None))
#if QT_CONFIG(accessibility)
        self.logo.setAccessibleName(QCoreApplication.translate("SettingsForm", u"Logo", None))
#endif // QT_CONFIG(accessibility)
        self.logoButton.setText(QCoreApplication.translate("SettingsForm", u"&Choose a picture\u2026", None))
        self.noLogoButton.setText(QCoreApplication.translate("SettingsForm", u"&Remove", None))
        self.peopleTitle.setText(QCoreApplication.translate("SettingsForm", u"Who works here", None))
#if QT_CONFIG(accessibility)
        self.people.setAccessibleName(QCoreApplication.translate("SettingsForm", u"People who work in this office", None))
#endif // QT_CONFIG(accessibility)
        self.leaveButton.setText(QCoreApplication.translate("SettingsForm", u"No &longer works here", None))
#if QT_CONFIG(accessibility)
        self.personEdit.setAccessibleName(QCoreApplication.translate("SettingsForm", u"Name of a person to add", None))
#endif // QT_CONFIG(accessibility)
        self.personEdit.setPlaceholderText(QCoreApplication.translate("SettingsForm", u"Name of a person to add", None))
        self.addPersonButton.setText(QCoreApplication.translate("SettingsForm", u"A&dd", None))
        self.computerTitle.setText(QCoreApplication.translate("SettingsForm", u"This computer", None))
        self.languageLabel.setText(QCoreApplication.translate("SettingsForm", u"Language of the &screen", None))
        self.themeLabel.setText(QCoreApplication.translate("SettingsForm", u"&Appearance", None))
        self.textSizeLabel.setText(QCoreApplication.translate("SettingsForm", u"&Text size", None))
        self.placeLabel.setText(QCoreApplication.translate("SettingsForm", u"Office file", None))
        pass
    # retranslateUi

