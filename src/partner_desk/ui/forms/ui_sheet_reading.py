# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sheet_reading.ui'
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
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

class Ui_SheetReadingForm(object):
    def setupUi(self, SheetReadingForm):
        if not SheetReadingForm.objectName():
            SheetReadingForm.setObjectName(u"SheetReadingForm")
        self.row = QHBoxLayout(SheetReadingForm)
        self.row.setSpacing(24)
        self.row.setObjectName(u"row")
        self.row.setContentsMargins(0, 0, 0, 0)
        self.left = QWidget(SheetReadingForm)
        self.left.setObjectName(u"left")
        self.left.setMinimumSize(QSize(356, 0))
        self.left.setMaximumSize(QSize(356, 16777215))
        self.leftColumn = QVBoxLayout(self.left)
        self.leftColumn.setSpacing(8)
        self.leftColumn.setObjectName(u"leftColumn")
        self.leftColumn.setContentsMargins(0, 0, 0, 0)
        self.targetTitle = QLabel(self.left)
        self.targetTitle.setObjectName(u"targetTitle")
        self.targetTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.targetTitle.setProperty(u"textRole", u"heading")

        self.leftColumn.addWidget(self.targetTitle)

        self.targets = QWidget(self.left)
        self.targets.setObjectName(u"targets")

        self.leftColumn.addWidget(self.targets)

        self.targetHelp = QLabel(self.left)
        self.targetHelp.setObjectName(u"targetHelp")
        self.targetHelp.setText(u"")
        self.targetHelp.setTextFormat(Qt.TextFormat.PlainText)
        self.targetHelp.setProperty(u"textRole", u"caption")
        self.targetHelp.setWordWrap(True)

        self.leftColumn.addWidget(self.targetHelp)

        self.readTitle = QLabel(self.left)
        self.readTitle.setObjectName(u"readTitle")
        self.readTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.readTitle.setProperty(u"textRole", u"heading")

        self.leftColumn.addWidget(self.readTitle)

        self.settings = QFormLayout()
        self.settings.setObjectName(u"settings")
        self.settings.setHorizontalSpacing(12)
        self.settings.setVerticalSpacing(8)
        self.settings.setLabelAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignVCenter)
        self.settings.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.settings.setContentsMargins(0, 0, 0, 0)
        self.sheetLabel = QLabel(self.left)
        self.sheetLabel.setObjectName(u"sheetLabel")
        self.sheetLabel.setTextFormat(Qt.TextFormat.PlainText)

        self.settings.setWidget(0, QFormLayout.ItemRole.LabelRole, self.sheetLabel)

        self.sheetFieldRow = QHBoxLayout()
        self.sheetFieldRow.setSpacing(8)
        self.sheetFieldRow.setObjectName(u"sheetFieldRow")
        self.sheetFieldRow.setContentsMargins(0, 0, 0, 0)
        self.sheetField = QComboBox(self.left)
        self.sheetField.setObjectName(u"sheetField")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.sheetField.sizePolicy().hasHeightForWidth())
        self.sheetField.setSizePolicy(sizePolicy)

        self.sheetFieldRow.addWidget(self.sheetField)

        self.sheetFieldGuess = QLabel(self.left)
        self.sheetFieldGuess.setObjectName(u"sheetFieldGuess")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.sheetFieldGuess.sizePolicy().hasHeightForWidth())
        self.sheetFieldGuess.setSizePolicy(sizePolicy1)
        self.sheetFieldGuess.setProperty(u"badge", u"neutral")

        self.sheetFieldRow.addWidget(self.sheetFieldGuess)


        self.settings.setLayout(0, QFormLayout.ItemRole.FieldRole, self.sheetFieldRow)

        self.headerRowLabel = QLabel(self.left)
        self.headerRowLabel.setObjectName(u"headerRowLabel")
        self.headerRowLabel.setTextFormat(Qt.TextFormat.PlainText)

        self.settings.setWidget(1, QFormLayout.ItemRole.LabelRole, self.headerRowLabel)

        self.headerRowFieldRow = QHBoxLayout()
        self.headerRowFieldRow.setSpacing(8)
        self.headerRowFieldRow.setObjectName(u"headerRowFieldRow")
        self.headerRowFieldRow.setContentsMargins(0, 0, 0, 0)
        self.headerRowField = QSpinBox(self.left)
        self.headerRowField.setObjectName(u"headerRowField")
        sizePolicy.setHeightForWidth(self.headerRowField.sizePolicy().hasHeightForWidth())
        self.headerRowField.setSizePolicy(sizePolicy)

        self.headerRowFieldRow.addWidget(self.headerRowField)

        self.headerRowFieldGuess = QLabel(self.left)
        self.headerRowFieldGuess.setObjectName(u"headerRowFieldGuess")
        sizePolicy1.setHeightForWidth(self.headerRowFieldGuess.sizePolicy().hasHeightForWidth())
        self.headerRowFieldGuess.setSizePolicy(sizePolicy1)
        self.headerRowFieldGuess.setProperty(u"badge", u"neutral")

        self.headerRowFieldRow.addWidget(self.headerRowFieldGuess)


        self.settings.setLayout(1, QFormLayout.ItemRole.FieldRole, self.headerRowFieldRow)

        self.encodingLabel = QLabel(self.left)
        self.encodingLabel.setObjectName(u"encodingLabel")
        self.encodingLabel.setTextFormat(Qt.TextFormat.PlainText)

        self.settings.setWidget(2, QFormLayout.ItemRole.LabelRole, self.encodingLabel)

        self.encodingFieldRow = QHBoxLayout()
        self.encodingFieldRow.setSpacing(8)
        self.encodingFieldRow.setObjectName(u"encodingFieldRow")
        self.encodingFieldRow.setContentsMargins(0, 0, 0, 0)
        self.encodingField = QComboBox(self.left)
        self.encodingField.setObjectName(u"encodingField")
        sizePolicy.setHeightForWidth(self.encodingField.sizePolicy().hasHeightForWidth())
        self.encodingField.setSizePolicy(sizePolicy)

        self.encodingFieldRow.addWidget(self.encodingField)

        self.encodingFieldGuess = QLabel(self.left)
        self.encodingFieldGuess.setObjectName(u"encodingFieldGuess")
        sizePolicy1.setHeightForWidth(self.encodingFieldGuess.sizePolicy().hasHeightForWidth())
        self.encodingFieldGuess.setSizePolicy(sizePolicy1)
        self.encodingFieldGuess.setProperty(u"badge", u"neutral")

        self.encodingFieldRow.addWidget(self.encodingFieldGuess)


        self.settings.setLayout(2, QFormLayout.ItemRole.FieldRole, self.encodingFieldRow)

        self.separatorLabel = QLabel(self.left)
        self.separatorLabel.setObjectName(u"separatorLabel")
        self.separatorLabel.setTextFormat(Qt.TextFormat.PlainText)

        self.settings.setWidget(3, QFormLayout.ItemRole.LabelRole, self.separatorLabel)

        self.separatorFieldRow = QHBoxLayout()
        self.separatorFieldRow.setSpacing(8)
        self.separatorFieldRow.setObjectName(u"separatorFieldRow")
        self.separatorFieldRow.setContentsMargins(0, 0, 0, 0)
        self.separatorField = QComboBox(self.left)
        self.separatorField.setObjectName(u"separatorField")
        sizePolicy.setHeightForWidth(self.separatorField.sizePolicy().hasHeightForWidth())
        self.separatorField.setSizePolicy(sizePolicy)

        self.separatorFieldRow.addWidget(self.separatorField)

        self.separatorFieldGuess = QLabel(self.left)
        self.separatorFieldGuess.setObjectName(u"separatorFieldGuess")
        sizePolicy1.setHeightForWidth(self.separatorFieldGuess.sizePolicy().hasHeightForWidth())
        self.separatorFieldGuess.setSizePolicy(sizePolicy1)
        self.separatorFieldGuess.setProperty(u"badge", u"neutral")

        self.separatorFieldRow.addWidget(self.separatorFieldGuess)


        self.settings.setLayout(3, QFormLayout.ItemRole.FieldRole, self.separatorFieldRow)

        self.decimalLabel = QLabel(self.left)
        self.decimalLabel.setObjectName(u"decimalLabel")
        self.decimalLabel.setTextFormat(Qt.TextFormat.PlainText)

        self.settings.setWidget(4, QFormLayout.ItemRole.LabelRole, self.decimalLabel)

        self.decimalFieldRow = QHBoxLayout()
        self.decimalFieldRow.setSpacing(8)
        self.decimalFieldRow.setObjectName(u"decimalFieldRow")
        self.decimalFieldRow.setContentsMargins(0, 0, 0, 0)
        self.decimalField = QComboBox(self.left)
        self.decimalField.setObjectName(u"decimalField")
        sizePolicy.setHeightForWidth(self.decimalField.sizePolicy().hasHeightForWidth())
        self.decimalField.setSizePolicy(sizePolicy)

        self.decimalFieldRow.addWidget(self.decimalField)

        self.decimalFieldGuess = QLabel(self.left)
        self.decimalFieldGuess.setObjectName(u"decimalFieldGuess")
        sizePolicy1.setHeightForWidth(self.decimalFieldGuess.sizePolicy().hasHeightForWidth())
        self.decimalFieldGuess.setSizePolicy(sizePolicy1)
        self.decimalFieldGuess.setProperty(u"badge", u"neutral")

        self.decimalFieldRow.addWidget(self.decimalFieldGuess)


        self.settings.setLayout(4, QFormLayout.ItemRole.FieldRole, self.decimalFieldRow)

        self.datesLabel = QLabel(self.left)
        self.datesLabel.setObjectName(u"datesLabel")
        self.datesLabel.setTextFormat(Qt.TextFormat.PlainText)

        self.settings.setWidget(5, QFormLayout.ItemRole.LabelRole, self.datesLabel)

        self.datesFieldRow = QHBoxLayout()
        self.datesFieldRow.setSpacing(8)
        self.datesFieldRow.setObjectName(u"datesFieldRow")
        self.datesFieldRow.setContentsMargins(0, 0, 0, 0)
        self.datesField = QComboBox(self.left)
        self.datesField.setObjectName(u"datesField")
        sizePolicy.setHeightForWidth(self.datesField.sizePolicy().hasHeightForWidth())
        self.datesField.setSizePolicy(sizePolicy)

        self.datesFieldRow.addWidget(self.datesField)

        self.datesFieldGuess = QLabel(self.left)
        self.datesFieldGuess.setObjectName(u"datesFieldGuess")
        sizePolicy1.setHeightForWidth(self.datesFieldGuess.sizePolicy().hasHeightForWidth())
        self.datesFieldGuess.setSizePolicy(sizePolicy1)
        self.datesFieldGuess.setProperty(u"badge", u"neutral")

        self.datesFieldRow.addWidget(self.datesFieldGuess)


        self.settings.setLayout(5, QFormLayout.ItemRole.FieldRole, self.datesFieldRow)


        self.leftColumn.addLayout(self.settings)

        self.explainedBox = QCheckBox(self.left)
        self.explainedBox.setObjectName(u"explainedBox")
        self.explainedBox.setText(u"")

        self.leftColumn.addWidget(self.explainedBox)

        self.notices = QWidget(self.left)
        self.notices.setObjectName(u"notices")

        self.leftColumn.addWidget(self.notices)

        self.leftSpace = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.leftColumn.addItem(self.leftSpace)


        self.row.addWidget(self.left)

        self.rightColumn = QVBoxLayout()
        self.rightColumn.setSpacing(8)
        self.rightColumn.setObjectName(u"rightColumn")
        self.rightColumn.setContentsMargins(0, 0, 0, 0)
        self.counts = QLabel(SheetReadingForm)
        self.counts.setObjectName(u"counts")
        self.counts.setText(u"")
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.counts.setProperty(u"textRole", u"caption")
        self.counts.setWordWrap(True)

        self.rightColumn.addWidget(self.counts)

        self.sample = QTableView(SheetReadingForm)
        self.sample.setObjectName(u"sample")
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy2.setHorizontalStretch(1)
        sizePolicy2.setVerticalStretch(1)
        sizePolicy2.setHeightForWidth(self.sample.sizePolicy().hasHeightForWidth())
        self.sample.setSizePolicy(sizePolicy2)

        self.rightColumn.addWidget(self.sample)

        self.headingsRow = QHBoxLayout()
        self.headingsRow.setSpacing(8)
        self.headingsRow.setObjectName(u"headingsRow")
        self.headingsRow.setContentsMargins(0, 0, 0, 0)
        self.hint = QLabel(SheetReadingForm)
        self.hint.setObjectName(u"hint")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setProperty(u"textRole", u"caption")
        self.hint.setWordWrap(True)
        sizePolicy3 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy3.setHorizontalStretch(1)
        sizePolicy3.setVerticalStretch(0)
        sizePolicy3.setHeightForWidth(self.hint.sizePolicy().hasHeightForWidth())
        self.hint.setSizePolicy(sizePolicy3)

        self.headingsRow.addWidget(self.hint)

        self.headingsButton = QPushButton(SheetReadingForm)
        self.headingsButton.setObjectName(u"headingsButton")

        self.headingsRow.addWidget(self.headingsButton)


        self.rightColumn.addLayout(self.headingsRow)


        self.row.addLayout(self.rightColumn)

#if QT_CONFIG(shortcut)
        self.sheetLabel.setBuddy(self.sheetField)
        self.headerRowLabel.setBuddy(self.headerRowField)
        self.encodingLabel.setBuddy(self.encodingField)
        self.separatorLabel.setBuddy(self.separatorField)
        self.decimalLabel.setBuddy(self.decimalField)
        self.datesLabel.setBuddy(self.datesField)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SheetReadingForm)

        QMetaObject.connectSlotsByName(SheetReadingForm)
    # setupUi

    def retranslateUi(self, SheetReadingForm):
        self.targetTitle.setText(QCoreApplication.translate("SheetReadingForm", u"What is one row?", None))
#if QT_CONFIG(accessibility)
        self.targets.setAccessibleName(QCoreApplication.translate("SheetReadingForm", u"What is one row?", None))
#endif // QT_CONFIG(accessibility)
        self.readTitle.setText(QCoreApplication.translate("SheetReadingForm", u"How it is read", None))
        self.sheetLabel.setText(QCoreApplication.translate("SheetReadingForm", u"&Sheet", None))
        self.sheetFieldGuess.setText(QCoreApplication.translate("SheetReadingForm", u"Guessed", None))
        self.headerRowLabel.setText(QCoreApplication.translate("SheetReadingForm", u"&Headings in row", None))
        self.headerRowFieldGuess.setText(QCoreApplication.translate("SheetReadingForm", u"Guessed", None))
        self.encodingLabel.setText(QCoreApplication.translate("SheetReadingForm", u"&Letters", None))
        self.encodingFieldGuess.setText(QCoreApplication.translate("SheetReadingForm", u"Guessed", None))
        self.separatorLabel.setText(QCoreApplication.translate("SheetReadingForm", u"Columns &parted by", None))
        self.separatorFieldGuess.setText(QCoreApplication.translate("SheetReadingForm", u"Guessed", None))
        self.decimalLabel.setText(QCoreApplication.translate("SheetReadingForm", u"Numb&ers", None))
        self.decimalFieldGuess.setText(QCoreApplication.translate("SheetReadingForm", u"Guessed", None))
        self.datesLabel.setText(QCoreApplication.translate("SheetReadingForm", u"&Dates", None))
        self.datesFieldGuess.setText(QCoreApplication.translate("SheetReadingForm", u"Guessed", None))
#if QT_CONFIG(tooltip)
        self.explainedBox.setToolTip(QCoreApplication.translate("SheetReadingForm", u"Take the mark away where the row is an entry like the others.", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.sample.setAccessibleName(QCoreApplication.translate("SheetReadingForm", u"The first rows of the sheet", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setText(QCoreApplication.translate("SheetReadingForm", u"Not the right row of headings? Choose the row, then press the button or Enter.", None))
        self.headingsButton.setText(QCoreApplication.translate("SheetReadingForm", u"These are the headin&gs", None))
        pass
    # retranslateUi

