# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sheet_columns.ui'
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
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

class Ui_SheetColumnsForm(object):
    def setupUi(self, SheetColumnsForm):
        if not SheetColumnsForm.objectName():
            SheetColumnsForm.setObjectName(u"SheetColumnsForm")
        self.row = QHBoxLayout(SheetColumnsForm)
        self.row.setSpacing(16)
        self.row.setObjectName(u"row")
        self.row.setContentsMargins(0, 0, 0, 0)
        self.leftColumn = QVBoxLayout()
        self.leftColumn.setSpacing(8)
        self.leftColumn.setObjectName(u"leftColumn")
        self.leftColumn.setContentsMargins(0, 0, 0, 0)
        self.columns = QTableView(SheetColumnsForm)
        self.columns.setObjectName(u"columns")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.columns.sizePolicy().hasHeightForWidth())
        self.columns.setSizePolicy(sizePolicy)

        self.leftColumn.addWidget(self.columns)

        self.state = QWidget(SheetColumnsForm)
        self.state.setObjectName(u"state")
        self.stateRow = QHBoxLayout(self.state)
        self.stateRow.setSpacing(8)
        self.stateRow.setObjectName(u"stateRow")
        self.stateRow.setContentsMargins(0, 0, 0, 0)
        self.stateLabel = QLabel(self.state)
        self.stateLabel.setObjectName(u"stateLabel")

        self.stateRow.addWidget(self.stateLabel)

        self.stateField = QLineEdit(self.state)
        self.stateField.setObjectName(u"stateField")
        self.stateField.setMaxLength(40)
        self.stateField.setMaximumSize(QSize(120, 16777215))

        self.stateRow.addWidget(self.stateField)

        self.stateSpacer = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.stateRow.addItem(self.stateSpacer)


        self.leftColumn.addWidget(self.state)

        self.hint = QLabel(SheetColumnsForm)
        self.hint.setObjectName(u"hint")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setProperty(u"textRole", u"caption")
        self.hint.setWordWrap(True)

        self.leftColumn.addWidget(self.hint)


        self.row.addLayout(self.leftColumn)

        self.card = QFrame(SheetColumnsForm)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"card", True)
        self.card.setMinimumSize(QSize(320, 0))
        self.card.setMaximumSize(QSize(340, 16777215))
        self.cardColumn = QVBoxLayout(self.card)
        self.cardColumn.setSpacing(8)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(16, 12, 8, 12)
        self.cardHead = QHBoxLayout()
        self.cardHead.setSpacing(8)
        self.cardHead.setObjectName(u"cardHead")
        self.cardHead.setContentsMargins(0, 0, 0, 0)
        self.cardTitle = QLabel(self.card)
        self.cardTitle.setObjectName(u"cardTitle")
        self.cardTitle.setText(u"")
        self.cardTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.cardTitle.setProperty(u"textRole", u"heading")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(1)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.cardTitle.sizePolicy().hasHeightForWidth())
        self.cardTitle.setSizePolicy(sizePolicy1)

        self.cardHead.addWidget(self.cardTitle)

        self.previousButton = QToolButton(self.card)
        self.previousButton.setObjectName(u"previousButton")

        self.cardHead.addWidget(self.previousButton)

        self.followingButton = QToolButton(self.card)
        self.followingButton.setObjectName(u"followingButton")

        self.cardHead.addWidget(self.followingButton)


        self.cardColumn.addLayout(self.cardHead)

        self.cardNote = QLabel(self.card)
        self.cardNote.setObjectName(u"cardNote")
        self.cardNote.setText(u"")
        self.cardNote.setTextFormat(Qt.TextFormat.PlainText)
        self.cardNote.setProperty(u"textRole", u"caption")
        self.cardNote.setWordWrap(True)

        self.cardColumn.addWidget(self.cardNote)

        self.scroll = QScrollArea(self.card)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.lines = QWidget()
        self.lines.setObjectName(u"lines")
        self.scroll.setWidget(self.lines)

        self.cardColumn.addWidget(self.scroll)


        self.row.addWidget(self.card)

#if QT_CONFIG(shortcut)
        self.stateLabel.setBuddy(self.stateField)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SheetColumnsForm)

        QMetaObject.connectSlotsByName(SheetColumnsForm)
    # setupUi

    def retranslateUi(self, SheetColumnsForm):
#if QT_CONFIG(accessibility)
        self.columns.setAccessibleName(QCoreApplication.translate("SheetColumnsForm", u"What each column is", None))
#endif // QT_CONFIG(accessibility)
        self.stateLabel.setText(QCoreApplication.translate("SheetColumnsForm", u"S&tate where none is given", None))
#if QT_CONFIG(tooltip)
        self.stateField.setToolTip(QCoreApplication.translate("SheetColumnsForm", u"Put into addresses that have a street or a town and no state. Empty: into none.", None))
#endif // QT_CONFIG(tooltip)
        self.hint.setText(QCoreApplication.translate("SheetColumnsForm", u"Enter or F2 on a line chooses what the column is.", None))
#if QT_CONFIG(accessibility)
        self.previousButton.setAccessibleName(QCoreApplication.translate("SheetColumnsForm", u"The row before", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.followingButton.setAccessibleName(QCoreApplication.translate("SheetColumnsForm", u"The row after", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

