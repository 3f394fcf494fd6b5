# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'list_pane.ui'
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
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

class Ui_ListPane(object):
    def setupUi(self, ListPane):
        if not ListPane.objectName():
            ListPane.setObjectName(u"ListPane")
        self.column = QVBoxLayout(ListPane)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 16, 16, 8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.title = QLabel(ListPane)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"textRole", u"title")

        self.head.addWidget(self.title)

        self.headSpace = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.headSpace)

        self.addButton = QPushButton(ListPane)
        self.addButton.setObjectName(u"addButton")

        self.head.addWidget(self.addButton)


        self.column.addLayout(self.head)

        self.filter = QLineEdit(ListPane)
        self.filter.setObjectName(u"filter")
        self.filter.setClearButtonEnabled(True)

        self.column.addWidget(self.filter)

        self.chips = QWidget(ListPane)
        self.chips.setObjectName(u"chips")

        self.column.addWidget(self.chips)

        self.stack = QStackedWidget(ListPane)
        self.stack.setObjectName(u"stack")
        self.tablePage = QWidget()
        self.tablePage.setObjectName(u"tablePage")
        self.tableColumn = QVBoxLayout(self.tablePage)
        self.tableColumn.setObjectName(u"tableColumn")
        self.tableColumn.setContentsMargins(0, 0, 0, 0)
        self.table = QTableView(self.tablePage)
        self.table.setObjectName(u"table")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSortingEnabled(True)

        self.tableColumn.addWidget(self.table)

        self.stack.addWidget(self.tablePage)
        self.emptyPage = QWidget()
        self.emptyPage.setObjectName(u"emptyPage")
        self.stack.addWidget(self.emptyPage)

        self.column.addWidget(self.stack)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.count = QLabel(ListPane)
        self.count.setObjectName(u"count")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty(u"textRole", u"caption")

        self.foot.addWidget(self.count)

        self.footSpace = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.footSpace)


        self.column.addLayout(self.foot)

        QWidget.setTabOrder(self.filter, self.table)
        QWidget.setTabOrder(self.table, self.addButton)

        self.retranslateUi(ListPane)

        self.stack.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(ListPane)
    # setupUi

    def retranslateUi(self, ListPane):
#if QT_CONFIG(accessibility)
        self.filter.setAccessibleName(QCoreApplication.translate("ListPane", u"Filter this list", None))
#endif // QT_CONFIG(accessibility)
        self.filter.setPlaceholderText(QCoreApplication.translate("ListPane", u"Filter this list", None))
#if QT_CONFIG(tooltip)
        self.filter.setToolTip(QCoreApplication.translate("ListPane", u"Words, parts of words or digits of a phone number (Ctrl+F)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.chips.setAccessibleName(QCoreApplication.translate("ListPane", u"Which records to list", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

