# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'main_window.ui'
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
from PySide6.QtGui import (
    QAction,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QStackedWidget,
    QStatusBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

class Ui_MainWindow(object):
    def setupUi(self, MainWindow):
        if not MainWindow.objectName():
            MainWindow.setObjectName(u"MainWindow")
        MainWindow.setWindowTitle(u"Partner Desk")
        self.newOfficeAction = QAction(MainWindow)
        self.newOfficeAction.setObjectName(u"newOfficeAction")
        self.openOfficeAction = QAction(MainWindow)
        self.openOfficeAction.setObjectName(u"openOfficeAction")
#if QT_CONFIG(shortcut)
        self.openOfficeAction.setShortcut(u"Ctrl+O")
#endif // QT_CONFIG(shortcut)
        self.importFileAction = QAction(MainWindow)
        self.importFileAction.setObjectName(u"importFileAction")
        self.scanAction = QAction(MainWindow)
        self.scanAction.setObjectName(u"scanAction")
        self.exportAction = QAction(MainWindow)
        self.exportAction.setObjectName(u"exportAction")
#if QT_CONFIG(shortcut)
        self.exportAction.setShortcut(u"Ctrl+E")
#endif // QT_CONFIG(shortcut)
        self.printAction = QAction(MainWindow)
        self.printAction.setObjectName(u"printAction")
#if QT_CONFIG(shortcut)
        self.printAction.setShortcut(u"Ctrl+P")
#endif // QT_CONFIG(shortcut)
        self.backupAction = QAction(MainWindow)
        self.backupAction.setObjectName(u"backupAction")
        self.restoreAction = QAction(MainWindow)
        self.restoreAction.setObjectName(u"restoreAction")
        self.quitAction = QAction(MainWindow)
        self.quitAction.setObjectName(u"quitAction")
#if QT_CONFIG(shortcut)
        self.quitAction.setShortcut(u"Ctrl+Q")
#endif // QT_CONFIG(shortcut)
        self.quitAction.setMenuRole(QAction.MenuRole.QuitRole)
        self.undoAction = QAction(MainWindow)
        self.undoAction.setObjectName(u"undoAction")
#if QT_CONFIG(shortcut)
        self.undoAction.setShortcut(u"Ctrl+Z")
#endif // QT_CONFIG(shortcut)
        self.redoAction = QAction(MainWindow)
        self.redoAction.setObjectName(u"redoAction")
#if QT_CONFIG(shortcut)
        self.redoAction.setShortcut(u"Ctrl+Shift+Z")
#endif // QT_CONFIG(shortcut)
        self.newRecordAction = QAction(MainWindow)
        self.newRecordAction.setObjectName(u"newRecordAction")
#if QT_CONFIG(shortcut)
        self.newRecordAction.setShortcut(u"Ctrl+N")
#endif // QT_CONFIG(shortcut)
        self.filterAction = QAction(MainWindow)
        self.filterAction.setObjectName(u"filterAction")
#if QT_CONFIG(shortcut)
        self.filterAction.setShortcut(u"Ctrl+F")
#endif // QT_CONFIG(shortcut)
        self.searchAction = QAction(MainWindow)
        self.searchAction.setObjectName(u"searchAction")
#if QT_CONFIG(shortcut)
        self.searchAction.setShortcut(u"Ctrl+K")
#endif // QT_CONFIG(shortcut)
        self.duplicatesAction = QAction(MainWindow)
        self.duplicatesAction.setObjectName(u"duplicatesAction")
        self.keyboardAction = QAction(MainWindow)
        self.keyboardAction.setObjectName(u"keyboardAction")
#if QT_CONFIG(shortcut)
        self.keyboardAction.setShortcut(u"F1")
#endif // QT_CONFIG(shortcut)
        self.aboutAction = QAction(MainWindow)
        self.aboutAction.setObjectName(u"aboutAction")
        self.aboutAction.setMenuRole(QAction.MenuRole.AboutRole)
        self.central = QWidget(MainWindow)
        self.central.setObjectName(u"central")
        self.column = QVBoxLayout(self.central)
        self.column.setSpacing(0)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.header = QFrame(self.central)
        self.header.setObjectName(u"header")
        self.header.setProperty(u"topBar", True)
        self.header.setMinimumSize(QSize(0, 56))
        self.headerRow = QHBoxLayout(self.header)
        self.headerRow.setSpacing(8)
        self.headerRow.setObjectName(u"headerRow")
        self.headerRow.setContentsMargins(16, 8, 16, 8)
        self.officeName = QLabel(self.header)
        self.officeName.setObjectName(u"officeName")
        self.officeName.setText(u"")
        self.officeName.setTextFormat(Qt.TextFormat.PlainText)
        self.officeName.setProperty(u"textRole", u"heading")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.officeName.sizePolicy().hasHeightForWidth())
        self.officeName.setSizePolicy(sizePolicy)

        self.headerRow.addWidget(self.officeName)

        self.search = QLineEdit(self.header)
        self.search.setObjectName(u"search")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        sizePolicy1.setHorizontalStretch(2)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.search.sizePolicy().hasHeightForWidth())
        self.search.setSizePolicy(sizePolicy1)
        self.search.setMinimumSize(QSize(240, 0))
        self.search.setMaximumSize(QSize(480, 16777215))
        self.search.setClearButtonEnabled(True)
        self.search.setProperty(u"search", True)

        self.headerRow.addWidget(self.search)

        self.headerEnd = QWidget(self.header)
        self.headerEnd.setObjectName(u"headerEnd")
        sizePolicy.setHeightForWidth(self.headerEnd.sizePolicy().hasHeightForWidth())
        self.headerEnd.setSizePolicy(sizePolicy)
        self.headerEndRow = QHBoxLayout(self.headerEnd)
        self.headerEndRow.setSpacing(4)
        self.headerEndRow.setObjectName(u"headerEndRow")
        self.headerEndRow.setContentsMargins(0, 0, 0, 0)
        self.headerSpace = QSpacerItem(16, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.headerEndRow.addItem(self.headerSpace)

        self.undoButton = QToolButton(self.headerEnd)
        self.undoButton.setObjectName(u"undoButton")
        self.undoButton.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.headerEndRow.addWidget(self.undoButton)

        self.redoButton = QToolButton(self.headerEnd)
        self.redoButton.setObjectName(u"redoButton")
        self.redoButton.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.headerEndRow.addWidget(self.redoButton)


        self.headerRow.addWidget(self.headerEnd)


        self.column.addWidget(self.header)

        self.body = QHBoxLayout()
        self.body.setSpacing(0)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.side = QWidget(self.central)
        self.side.setObjectName(u"side")
        self.side.setMinimumSize(QSize(184, 0))
        self.side.setMaximumSize(QSize(184, 16777215))
        self.sideColumn = QVBoxLayout(self.side)
        self.sideColumn.setSpacing(0)
        self.sideColumn.setObjectName(u"sideColumn")
        self.sideColumn.setContentsMargins(0, 0, 0, 0)
        self.areas = QListWidget(self.side)
        self.areas.setObjectName(u"areas")
        self.areas.setProperty(u"navigation", True)
        self.areas.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.sideColumn.addWidget(self.areas)

        self.more = QListWidget(self.side)
        self.more.setObjectName(u"more")
        self.more.setProperty(u"navigation", True)
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.more.sizePolicy().hasHeightForWidth())
        self.more.setSizePolicy(sizePolicy2)
        self.more.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.more.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.sideColumn.addWidget(self.more)


        self.body.addWidget(self.side)

        self.pageColumn = QVBoxLayout()
        self.pageColumn.setSpacing(0)
        self.pageColumn.setObjectName(u"pageColumn")
        self.pageColumn.setContentsMargins(0, 0, 0, 0)
        self.pages = QStackedWidget(self.central)
        self.pages.setObjectName(u"pages")
        sizePolicy3 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy3.setHorizontalStretch(1)
        sizePolicy3.setVerticalStretch(1)
        sizePolicy3.setHeightForWidth(self.pages.sizePolicy().hasHeightForWidth())
        self.pages.setSizePolicy(sizePolicy3)

        self.pageColumn.addWidget(self.pages)

        self.jobBar = QFrame(self.central)
        self.jobBar.setObjectName(u"jobBar")
        self.jobBar.setProperty(u"topBar", True)
        self.jobRow = QHBoxLayout(self.jobBar)
        self.jobRow.setSpacing(16)
        self.jobRow.setObjectName(u"jobRow")
        self.jobRow.setContentsMargins(16, 8, 16, 8)
        self.jobTitle = QLabel(self.jobBar)
        self.jobTitle.setObjectName(u"jobTitle")
        self.jobTitle.setText(u"")
        self.jobTitle.setTextFormat(Qt.TextFormat.PlainText)

        self.jobRow.addWidget(self.jobTitle)

        self.jobProgress = QProgressBar(self.jobBar)
        self.jobProgress.setObjectName(u"jobProgress")
        sizePolicy2.setHeightForWidth(self.jobProgress.sizePolicy().hasHeightForWidth())
        self.jobProgress.setSizePolicy(sizePolicy2)
        self.jobProgress.setTextVisible(False)

        self.jobRow.addWidget(self.jobProgress)

        self.jobTime = QLabel(self.jobBar)
        self.jobTime.setObjectName(u"jobTime")
        self.jobTime.setText(u"")
        self.jobTime.setTextFormat(Qt.TextFormat.PlainText)
        self.jobTime.setProperty(u"textRole", u"caption")

        self.jobRow.addWidget(self.jobTime)

        self.jobCancel = QPushButton(self.jobBar)
        self.jobCancel.setObjectName(u"jobCancel")

        self.jobRow.addWidget(self.jobCancel)


        self.pageColumn.addWidget(self.jobBar)


        self.body.addLayout(self.pageColumn)


        self.column.addLayout(self.body)

        MainWindow.setCentralWidget(self.central)
        self.menuBar = QMenuBar(MainWindow)
        self.menuBar.setObjectName(u"menuBar")
        self.fileMenu = QMenu(self.menuBar)
        self.fileMenu.setObjectName(u"fileMenu")
        self.recentMenu = QMenu(self.fileMenu)
        self.recentMenu.setObjectName(u"recentMenu")
        self.editMenu = QMenu(self.menuBar)
        self.editMenu.setObjectName(u"editMenu")
        self.viewMenu = QMenu(self.menuBar)
        self.viewMenu.setObjectName(u"viewMenu")
        self.themeMenu = QMenu(self.viewMenu)
        self.themeMenu.setObjectName(u"themeMenu")
        self.textSizeMenu = QMenu(self.viewMenu)
        self.textSizeMenu.setObjectName(u"textSizeMenu")
        self.languageMenu = QMenu(self.viewMenu)
        self.languageMenu.setObjectName(u"languageMenu")
        self.helpMenu = QMenu(self.menuBar)
        self.helpMenu.setObjectName(u"helpMenu")
        MainWindow.setMenuBar(self.menuBar)
        self.statusBar = QStatusBar(MainWindow)
        self.statusBar.setObjectName(u"statusBar")
        MainWindow.setStatusBar(self.statusBar)

        self.menuBar.addAction(self.fileMenu.menuAction())
        self.menuBar.addAction(self.editMenu.menuAction())
        self.menuBar.addAction(self.viewMenu.menuAction())
        self.menuBar.addAction(self.helpMenu.menuAction())
        self.fileMenu.addAction(self.newOfficeAction)
        self.fileMenu.addAction(self.openOfficeAction)
        self.fileMenu.addAction(self.recentMenu.menuAction())
        self.fileMenu.addSeparator()
        self.fileMenu.addAction(self.importFileAction)
        self.fileMenu.addAction(self.scanAction)
        self.fileMenu.addAction(self.exportAction)
        self.fileMenu.addSeparator()
        self.fileMenu.addAction(self.printAction)
        self.fileMenu.addSeparator()
        self.fileMenu.addAction(self.backupAction)
        self.fileMenu.addAction(self.restoreAction)
        self.fileMenu.addSeparator()
        self.fileMenu.addAction(self.quitAction)
        self.editMenu.addAction(self.undoAction)
        self.editMenu.addAction(self.redoAction)
        self.editMenu.addSeparator()
        self.editMenu.addAction(self.newRecordAction)
        self.editMenu.addAction(self.filterAction)
        self.editMenu.addAction(self.searchAction)
        self.editMenu.addSeparator()
        self.editMenu.addAction(self.duplicatesAction)
        self.viewMenu.addSeparator()
        self.viewMenu.addAction(self.themeMenu.menuAction())
        self.viewMenu.addAction(self.textSizeMenu.menuAction())
        self.viewMenu.addAction(self.languageMenu.menuAction())
        self.helpMenu.addAction(self.keyboardAction)
        self.helpMenu.addAction(self.aboutAction)

        self.retranslateUi(MainWindow)

        QMetaObject.connectSlotsByName(MainWindow)
    # setupUi

    def retranslateUi(self, MainWindow):
        self.newOfficeAction.setText(QCoreApplication.translate("MainWindow", u"&New office\u2026", None))
        self.openOfficeAction.setText(QCoreApplication.translate("MainWindow", u"&Open office\u2026", None))
        self.importFileAction.setText(QCoreApplication.translate("MainWindow", u"&Import\u2026", None))
        self.scanAction.setText(QCoreApplication.translate("MainWindow", u"File a s&can of signed pages\u2026", None))
        self.exportAction.setText(QCoreApplication.translate("MainWindow", u"&Export the list to Excel\u2026", None))
        self.printAction.setText(QCoreApplication.translate("MainWindow", u"&Print\u2026", None))
        self.backupAction.setText(QCoreApplication.translate("MainWindow", u"&Back up now", None))
        self.restoreAction.setText(QCoreApplication.translate("MainWindow", u"Re&store a backup\u2026", None))
        self.quitAction.setText(QCoreApplication.translate("MainWindow", u"&Quit", None))
        self.undoAction.setText(QCoreApplication.translate("MainWindow", u"&Undo", None))
        self.redoAction.setText(QCoreApplication.translate("MainWindow", u"&Redo", None))
        self.newRecordAction.setText(QCoreApplication.translate("MainWindow", u"&New record", None))
        self.filterAction.setText(QCoreApplication.translate("MainWindow", u"&Filter the list", None))
        self.searchAction.setText(QCoreApplication.translate("MainWindow", u"&Search everything", None))
        self.duplicatesAction.setText(QCoreApplication.translate("MainWindow", u"Possible &duplicates\u2026", None))
        self.keyboardAction.setText(QCoreApplication.translate("MainWindow", u"&Keyboard shortcuts", None))
        self.aboutAction.setText(QCoreApplication.translate("MainWindow", u"&About Partner Desk", None))
        self.search.setPlaceholderText(QCoreApplication.translate("MainWindow", u"Search everything (Ctrl+K)", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("MainWindow", u"Search everything", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.search.setToolTip(QCoreApplication.translate("MainWindow", u"Partners, people, agreements, resources, phone numbers", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.undoButton.setAccessibleName(QCoreApplication.translate("MainWindow", u"Undo", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.redoButton.setAccessibleName(QCoreApplication.translate("MainWindow", u"Redo", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.areas.setAccessibleName(QCoreApplication.translate("MainWindow", u"Areas", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.more.setAccessibleName(QCoreApplication.translate("MainWindow", u"Settings", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.jobProgress.setAccessibleName(QCoreApplication.translate("MainWindow", u"Progress", None))
#endif // QT_CONFIG(accessibility)
        self.jobCancel.setText(QCoreApplication.translate("MainWindow", u"Cancel", None))
        self.fileMenu.setTitle(QCoreApplication.translate("MainWindow", u"&File", None))
        self.recentMenu.setTitle(QCoreApplication.translate("MainWindow", u"Open &recent", None))
        self.editMenu.setTitle(QCoreApplication.translate("MainWindow", u"&Edit", None))
        self.viewMenu.setTitle(QCoreApplication.translate("MainWindow", u"&View", None))
        self.themeMenu.setTitle(QCoreApplication.translate("MainWindow", u"&Appearance", None))
        self.textSizeMenu.setTitle(QCoreApplication.translate("MainWindow", u"&Text size", None))
        self.languageMenu.setTitle(QCoreApplication.translate("MainWindow", u"&Language", None))
        self.helpMenu.setTitle(QCoreApplication.translate("MainWindow", u"&Help", None))
        pass
    # retranslateUi

