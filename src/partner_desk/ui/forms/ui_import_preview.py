# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'import_preview.ui'
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
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QSplitter,
    QTabWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

class Ui_ImportForm(object):
    def setupUi(self, ImportForm):
        if not ImportForm.objectName():
            ImportForm.setObjectName(u"ImportForm")
        self.column = QVBoxLayout(ImportForm)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.headColumn = QVBoxLayout()
        self.headColumn.setSpacing(4)
        self.headColumn.setObjectName(u"headColumn")
        self.headColumn.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(ImportForm)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"textRole", u"title")

        self.headColumn.addWidget(self.title)

        self.place = QLabel(ImportForm)
        self.place.setObjectName(u"place")
        self.place.setText(u"")
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setProperty(u"textRole", u"caption")
        self.place.setWordWrap(True)

        self.headColumn.addWidget(self.place)


        self.column.addLayout(self.headColumn)

        self.message = QLabel(ImportForm)
        self.message.setObjectName(u"message")
        self.message.setText(u"")
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)

        self.column.addWidget(self.message)

        self.numbers = QFrame(ImportForm)
        self.numbers.setObjectName(u"numbers")
        self.numbersRow = QHBoxLayout(self.numbers)
        self.numbersRow.setSpacing(16)
        self.numbersRow.setObjectName(u"numbersRow")
        self.numbersRow.setContentsMargins(0, 0, 0, 0)
        self.freshCard = QFrame(self.numbers)
        self.freshCard.setObjectName(u"freshCard")
        self.freshCard.setProperty(u"card", True)
        self.freshColumn = QVBoxLayout(self.freshCard)
        self.freshColumn.setSpacing(0)
        self.freshColumn.setObjectName(u"freshColumn")
        self.freshColumn.setContentsMargins(16, 12, 16, 12)
        self.freshNumber = QLabel(self.freshCard)
        self.freshNumber.setObjectName(u"freshNumber")
        self.freshNumber.setText(u"")
        self.freshNumber.setTextFormat(Qt.TextFormat.PlainText)
        self.freshNumber.setProperty(u"textRole", u"title")

        self.freshColumn.addWidget(self.freshNumber)

        self.freshLabel = QLabel(self.freshCard)
        self.freshLabel.setObjectName(u"freshLabel")
        self.freshLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.freshLabel.setProperty(u"textRole", u"caption")

        self.freshColumn.addWidget(self.freshLabel)


        self.numbersRow.addWidget(self.freshCard)

        self.changedCard = QFrame(self.numbers)
        self.changedCard.setObjectName(u"changedCard")
        self.changedCard.setProperty(u"card", True)
        self.changedColumn = QVBoxLayout(self.changedCard)
        self.changedColumn.setSpacing(0)
        self.changedColumn.setObjectName(u"changedColumn")
        self.changedColumn.setContentsMargins(16, 12, 16, 12)
        self.changedNumber = QLabel(self.changedCard)
        self.changedNumber.setObjectName(u"changedNumber")
        self.changedNumber.setText(u"")
        self.changedNumber.setTextFormat(Qt.TextFormat.PlainText)
        self.changedNumber.setProperty(u"textRole", u"title")

        self.changedColumn.addWidget(self.changedNumber)

        self.changedLabel = QLabel(self.changedCard)
        self.changedLabel.setObjectName(u"changedLabel")
        self.changedLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.changedLabel.setProperty(u"textRole", u"caption")

        self.changedColumn.addWidget(self.changedLabel)


        self.numbersRow.addWidget(self.changedCard)

        self.unchangedCard = QFrame(self.numbers)
        self.unchangedCard.setObjectName(u"unchangedCard")
        self.unchangedCard.setProperty(u"card", True)
        self.unchangedColumn = QVBoxLayout(self.unchangedCard)
        self.unchangedColumn.setSpacing(0)
        self.unchangedColumn.setObjectName(u"unchangedColumn")
        self.unchangedColumn.setContentsMargins(16, 12, 16, 12)
        self.unchangedNumber = QLabel(self.unchangedCard)
        self.unchangedNumber.setObjectName(u"unchangedNumber")
        self.unchangedNumber.setText(u"")
        self.unchangedNumber.setTextFormat(Qt.TextFormat.PlainText)
        self.unchangedNumber.setProperty(u"textRole", u"title")

        self.unchangedColumn.addWidget(self.unchangedNumber)

        self.unchangedLabel = QLabel(self.unchangedCard)
        self.unchangedLabel.setObjectName(u"unchangedLabel")
        self.unchangedLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.unchangedLabel.setProperty(u"textRole", u"caption")

        self.unchangedColumn.addWidget(self.unchangedLabel)


        self.numbersRow.addWidget(self.unchangedCard)

        self.refusedCard = QFrame(self.numbers)
        self.refusedCard.setObjectName(u"refusedCard")
        self.refusedCard.setProperty(u"card", True)
        self.refusedColumn = QVBoxLayout(self.refusedCard)
        self.refusedColumn.setSpacing(0)
        self.refusedColumn.setObjectName(u"refusedColumn")
        self.refusedColumn.setContentsMargins(16, 12, 16, 12)
        self.refusedNumber = QLabel(self.refusedCard)
        self.refusedNumber.setObjectName(u"refusedNumber")
        self.refusedNumber.setText(u"")
        self.refusedNumber.setTextFormat(Qt.TextFormat.PlainText)
        self.refusedNumber.setProperty(u"textRole", u"title")

        self.refusedColumn.addWidget(self.refusedNumber)

        self.refusedLabel = QLabel(self.refusedCard)
        self.refusedLabel.setObjectName(u"refusedLabel")
        self.refusedLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.refusedLabel.setProperty(u"textRole", u"caption")

        self.refusedColumn.addWidget(self.refusedLabel)


        self.numbersRow.addWidget(self.refusedCard)


        self.column.addWidget(self.numbers)

        self.tabs = QTabWidget(ImportForm)
        self.tabs.setObjectName(u"tabs")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.tabs.sizePolicy().hasHeightForWidth())
        self.tabs.setSizePolicy(sizePolicy)
        self.tabs.setDocumentMode(True)
        self.kindsTab = QWidget()
        self.kindsTab.setObjectName(u"kindsTab")
        self.kindsTabColumn = QVBoxLayout(self.kindsTab)
        self.kindsTabColumn.setSpacing(8)
        self.kindsTabColumn.setObjectName(u"kindsTabColumn")
        self.kindsTabColumn.setContentsMargins(0, 8, 0, 0)
        self.kindsTable = QTableView(self.kindsTab)
        self.kindsTable.setObjectName(u"kindsTable")

        self.kindsTabColumn.addWidget(self.kindsTable)

        self.tabs.addTab(self.kindsTab, "")
        self.changesTab = QWidget()
        self.changesTab.setObjectName(u"changesTab")
        self.changesTabColumn = QVBoxLayout(self.changesTab)
        self.changesTabColumn.setSpacing(8)
        self.changesTabColumn.setObjectName(u"changesTabColumn")
        self.changesTabColumn.setContentsMargins(0, 8, 0, 0)
        self.changesTable = QTableView(self.changesTab)
        self.changesTable.setObjectName(u"changesTable")

        self.changesTabColumn.addWidget(self.changesTable)

        self.tabs.addTab(self.changesTab, "")
        self.alikeTab = QWidget()
        self.alikeTab.setObjectName(u"alikeTab")
        self.alikeTabColumn = QVBoxLayout(self.alikeTab)
        self.alikeTabColumn.setSpacing(8)
        self.alikeTabColumn.setObjectName(u"alikeTabColumn")
        self.alikeTabColumn.setContentsMargins(0, 8, 0, 0)
        self.alikeSplitter = QSplitter(self.alikeTab)
        self.alikeSplitter.setObjectName(u"alikeSplitter")
        self.alikeSplitter.setOrientation(Qt.Orientation.Horizontal)
        self.alikeSplitter.setChildrenCollapsible(False)
        self.alikeTable = QTableView(self.alikeSplitter)
        self.alikeTable.setObjectName(u"alikeTable")
        self.alikeSplitter.addWidget(self.alikeTable)
        self.alikeDetail = QScrollArea(self.alikeSplitter)
        self.alikeDetail.setObjectName(u"alikeDetail")
        self.alikeDetail.setFrameShape(QFrame.Shape.NoFrame)
        self.alikeDetail.setWidgetResizable(True)
        self.alikeDetailInside = QWidget()
        self.alikeDetailInside.setObjectName(u"alikeDetailInside")
        self.alikeDetail.setWidget(self.alikeDetailInside)
        self.alikeSplitter.addWidget(self.alikeDetail)

        self.alikeTabColumn.addWidget(self.alikeSplitter)

        self.tabs.addTab(self.alikeTab, "")
        self.refusedTab = QWidget()
        self.refusedTab.setObjectName(u"refusedTab")
        self.refusedTabColumn = QVBoxLayout(self.refusedTab)
        self.refusedTabColumn.setSpacing(8)
        self.refusedTabColumn.setObjectName(u"refusedTabColumn")
        self.refusedTabColumn.setContentsMargins(0, 8, 0, 0)
        self.refusedTable = QTableView(self.refusedTab)
        self.refusedTable.setObjectName(u"refusedTable")

        self.refusedTabColumn.addWidget(self.refusedTable)

        self.refusedRow = QHBoxLayout()
        self.refusedRow.setSpacing(8)
        self.refusedRow.setObjectName(u"refusedRow")
        self.refusedRow.setContentsMargins(0, 0, 0, 0)
        self.refusedSpace = QSpacerItem(16, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.refusedRow.addItem(self.refusedSpace)

        self.saveRefusedButton = QPushButton(self.refusedTab)
        self.saveRefusedButton.setObjectName(u"saveRefusedButton")

        self.refusedRow.addWidget(self.saveRefusedButton)


        self.refusedTabColumn.addLayout(self.refusedRow)

        self.tabs.addTab(self.refusedTab, "")
        self.notesTab = QWidget()
        self.notesTab.setObjectName(u"notesTab")
        self.notesTabColumn = QVBoxLayout(self.notesTab)
        self.notesTabColumn.setSpacing(8)
        self.notesTabColumn.setObjectName(u"notesTabColumn")
        self.notesTabColumn.setContentsMargins(0, 8, 0, 0)
        self.notesTable = QTableView(self.notesTab)
        self.notesTable.setObjectName(u"notesTable")

        self.notesTabColumn.addWidget(self.notesTable)

        self.tabs.addTab(self.notesTab, "")
        self.leftOutTab = QWidget()
        self.leftOutTab.setObjectName(u"leftOutTab")
        self.leftOutTabColumn = QVBoxLayout(self.leftOutTab)
        self.leftOutTabColumn.setSpacing(8)
        self.leftOutTabColumn.setObjectName(u"leftOutTabColumn")
        self.leftOutTabColumn.setContentsMargins(0, 8, 0, 0)
        self.leftOutList = QListWidget(self.leftOutTab)
        self.leftOutList.setObjectName(u"leftOutList")

        self.leftOutTabColumn.addWidget(self.leftOutList)

        self.tabs.addTab(self.leftOutTab, "")

        self.column.addWidget(self.tabs)

        self.filler = QWidget(ImportForm)
        self.filler.setObjectName(u"filler")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.filler.sizePolicy().hasHeightForWidth())
        self.filler.setSizePolicy(sizePolicy1)

        self.column.addWidget(self.filler)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.promise = QLabel(ImportForm)
        self.promise.setObjectName(u"promise")
        self.promise.setTextFormat(Qt.TextFormat.PlainText)
        self.promise.setProperty(u"textRole", u"caption")
        self.promise.setWordWrap(True)
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy2.setHorizontalStretch(1)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.promise.sizePolicy().hasHeightForWidth())
        self.promise.setSizePolicy(sizePolicy2)

        self.buttons.addWidget(self.promise)

        self.buttonSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttonSpace)

        self.closeButton = QPushButton(ImportForm)
        self.closeButton.setObjectName(u"closeButton")

        self.buttons.addWidget(self.closeButton)

        self.importButton = QPushButton(ImportForm)
        self.importButton.setObjectName(u"importButton")
        self.importButton.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.importButton)


        self.column.addLayout(self.buttons)


        self.retranslateUi(ImportForm)

        QMetaObject.connectSlotsByName(ImportForm)
    # setupUi

    def retranslateUi(self, ImportForm):
        self.title.setText(QCoreApplication.translate("ImportForm", u"Import a directory", None))
        self.freshLabel.setText(QCoreApplication.translate("ImportForm", u"new", None))
        self.changedLabel.setText(QCoreApplication.translate("ImportForm", u"changed", None))
        self.unchangedLabel.setText(QCoreApplication.translate("ImportForm", u"unchanged", None))
        self.refusedLabel.setText(QCoreApplication.translate("ImportForm", u"refused", None))
#if QT_CONFIG(accessibility)
        self.tabs.setAccessibleName(QCoreApplication.translate("ImportForm", u"What an import would do", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.kindsTable.setAccessibleName(QCoreApplication.translate("ImportForm", u"Rows by kind", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.kindsTab), QCoreApplication.translate("ImportForm", u"By kind", None))
#if QT_CONFIG(accessibility)
        self.changesTable.setAccessibleName(QCoreApplication.translate("ImportForm", u"Changes, old and new", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.changesTab), QCoreApplication.translate("ImportForm", u"Changes", None))
#if QT_CONFIG(accessibility)
        self.alikeTable.setAccessibleName(QCoreApplication.translate("ImportForm", u"Records that may be in the office already", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.alikeDetail.setAccessibleName(QCoreApplication.translate("ImportForm", u"What becomes of the record", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.alikeTab), QCoreApplication.translate("ImportForm", u"Possible duplicates", None))
#if QT_CONFIG(accessibility)
        self.refusedTable.setAccessibleName(QCoreApplication.translate("ImportForm", u"Refused rows and the reasons", None))
#endif // QT_CONFIG(accessibility)
        self.saveRefusedButton.setText(QCoreApplication.translate("ImportForm", u"&Save this list\u2026", None))
        self.tabs.setTabText(self.tabs.indexOf(self.refusedTab), QCoreApplication.translate("ImportForm", u"Refused rows", None))
#if QT_CONFIG(accessibility)
        self.notesTable.setAccessibleName(QCoreApplication.translate("ImportForm", u"Cells put aside and the reasons", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.notesTab), QCoreApplication.translate("ImportForm", u"Put aside", None))
#if QT_CONFIG(accessibility)
        self.leftOutList.setAccessibleName(QCoreApplication.translate("ImportForm", u"Files that hold no directory tables", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.leftOutTab), QCoreApplication.translate("ImportForm", u"Left out", None))
        self.promise.setText(QCoreApplication.translate("ImportForm", u"Nothing is written before you press Import, and one Undo takes all of it back.", None))
        self.closeButton.setText(QCoreApplication.translate("ImportForm", u"&Close", None))
        self.importButton.setText(QCoreApplication.translate("ImportForm", u"&Import", None))
        pass
    # retranslateUi

