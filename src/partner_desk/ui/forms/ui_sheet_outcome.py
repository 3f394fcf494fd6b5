# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sheet_outcome.ui'
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
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

class Ui_SheetOutcomeForm(object):
    def setupUi(self, SheetOutcomeForm):
        if not SheetOutcomeForm.objectName():
            SheetOutcomeForm.setObjectName(u"SheetOutcomeForm")
        self.column = QVBoxLayout(SheetOutcomeForm)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.states = QWidget(SheetOutcomeForm)
        self.states.setObjectName(u"states")

        self.column.addWidget(self.states)

        self.splitter = QSplitter(SheetOutcomeForm)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy)
        self.list = QWidget(self.splitter)
        self.list.setObjectName(u"list")
        self.listColumn = QVBoxLayout(self.list)
        self.listColumn.setSpacing(8)
        self.listColumn.setObjectName(u"listColumn")
        self.listColumn.setContentsMargins(0, 0, 12, 0)
        self.filter = QLineEdit(self.list)
        self.filter.setObjectName(u"filter")
        self.filter.setClearButtonEnabled(True)

        self.listColumn.addWidget(self.filter)

        self.rows = QTableView(self.list)
        self.rows.setObjectName(u"rows")

        self.listColumn.addWidget(self.rows)

        self.splitter.addWidget(self.list)
        self.detail = QScrollArea(self.splitter)
        self.detail.setObjectName(u"detail")
        self.detail.setWidgetResizable(True)
        self.detail.setFrameShape(QFrame.Shape.NoFrame)
        self.detailInside = QWidget()
        self.detailInside.setObjectName(u"detailInside")
        self.detail.setWidget(self.detailInside)
        self.splitter.addWidget(self.detail)

        self.column.addWidget(self.splitter)


        self.retranslateUi(SheetOutcomeForm)

        QMetaObject.connectSlotsByName(SheetOutcomeForm)
    # setupUi

    def retranslateUi(self, SheetOutcomeForm):
#if QT_CONFIG(accessibility)
        self.states.setAccessibleName(QCoreApplication.translate("SheetOutcomeForm", u"Which rows are listed", None))
#endif // QT_CONFIG(accessibility)
        self.filter.setPlaceholderText(QCoreApplication.translate("SheetOutcomeForm", u"Filter the rows", None))
#if QT_CONFIG(accessibility)
        self.filter.setAccessibleName(QCoreApplication.translate("SheetOutcomeForm", u"Filter the rows", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.rows.setAccessibleName(QCoreApplication.translate("SheetOutcomeForm", u"The rows of the sheet", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.detail.setAccessibleName(QCoreApplication.translate("SheetOutcomeForm", u"What becomes of the row", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

