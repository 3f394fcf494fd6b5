# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'today.ui'
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
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
)

class Ui_TodayForm(object):
    def setupUi(self, TodayForm):
        if not TodayForm.objectName():
            TodayForm.setObjectName(u"TodayForm")
        self.column = QVBoxLayout(TodayForm)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.headColumn = QVBoxLayout()
        self.headColumn.setSpacing(4)
        self.headColumn.setObjectName(u"headColumn")
        self.headColumn.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(TodayForm)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"textRole", u"title")

        self.headColumn.addWidget(self.title)

        self.day = QLabel(TodayForm)
        self.day.setObjectName(u"day")
        self.day.setText(u"")
        self.day.setTextFormat(Qt.TextFormat.PlainText)
        self.day.setProperty(u"textRole", u"caption")

        self.headColumn.addWidget(self.day)


        self.head.addLayout(self.headColumn)

        self.headSpace = QSpacerItem(16, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.headSpace)

        self.duplicatesButton = QPushButton(TodayForm)
        self.duplicatesButton.setObjectName(u"duplicatesButton")
        self.duplicatesButton.setText(u"")
        self.duplicatesButton.setProperty(u"role", u"flat")

        self.head.addWidget(self.duplicatesButton)

        self.unverifiedButton = QPushButton(TodayForm)
        self.unverifiedButton.setObjectName(u"unverifiedButton")
        self.unverifiedButton.setText(u"")
        self.unverifiedButton.setProperty(u"role", u"flat")

        self.head.addWidget(self.unverifiedButton)


        self.column.addLayout(self.head)

        self.welcome = QFrame(TodayForm)
        self.welcome.setObjectName(u"welcome")
        self.welcome.setProperty(u"card", True)
        self.welcomeColumn = QVBoxLayout(self.welcome)
        self.welcomeColumn.setSpacing(8)
        self.welcomeColumn.setObjectName(u"welcomeColumn")
        self.welcomeColumn.setContentsMargins(24, 24, 24, 24)
        self.welcomeTitle = QLabel(self.welcome)
        self.welcomeTitle.setObjectName(u"welcomeTitle")
        self.welcomeTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.welcomeTitle.setProperty(u"textRole", u"heading")

        self.welcomeColumn.addWidget(self.welcomeTitle)

        self.welcomeText = QLabel(self.welcome)
        self.welcomeText.setObjectName(u"welcomeText")
        self.welcomeText.setTextFormat(Qt.TextFormat.PlainText)
        self.welcomeText.setWordWrap(True)

        self.welcomeColumn.addWidget(self.welcomeText)

        self.welcomeRow = QHBoxLayout()
        self.welcomeRow.setSpacing(8)
        self.welcomeRow.setObjectName(u"welcomeRow")
        self.welcomeRow.setContentsMargins(0, 8, 0, 0)
        self.importButton = QPushButton(self.welcome)
        self.importButton.setObjectName(u"importButton")
        self.importButton.setProperty(u"role", u"primary")

        self.welcomeRow.addWidget(self.importButton)

        self.partnerButton = QPushButton(self.welcome)
        self.partnerButton.setObjectName(u"partnerButton")

        self.welcomeRow.addWidget(self.partnerButton)

        self.welcomeSpace = QSpacerItem(16, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.welcomeRow.addItem(self.welcomeSpace)


        self.welcomeColumn.addLayout(self.welcomeRow)


        self.column.addWidget(self.welcome)

        self.cards = QHBoxLayout()
        self.cards.setSpacing(16)
        self.cards.setObjectName(u"cards")
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.leftCards = QVBoxLayout()
        self.leftCards.setSpacing(16)
        self.leftCards.setObjectName(u"leftCards")
        self.leftCards.setContentsMargins(0, 0, 0, 0)
        self.lapsingCard = QFrame(TodayForm)
        self.lapsingCard.setObjectName(u"lapsingCard")
        self.lapsingCard.setProperty(u"card", True)
        self.lapsingColumn = QVBoxLayout(self.lapsingCard)
        self.lapsingColumn.setSpacing(8)
        self.lapsingColumn.setObjectName(u"lapsingColumn")
        self.lapsingColumn.setContentsMargins(8, 16, 8, 8)
        self.lapsingHead = QHBoxLayout()
        self.lapsingHead.setSpacing(8)
        self.lapsingHead.setObjectName(u"lapsingHead")
        self.lapsingHead.setContentsMargins(8, 0, 0, 0)
        self.lapsingPicture = QLabel(self.lapsingCard)
        self.lapsingPicture.setObjectName(u"lapsingPicture")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.lapsingPicture.sizePolicy().hasHeightForWidth())
        self.lapsingPicture.setSizePolicy(sizePolicy)

        self.lapsingHead.addWidget(self.lapsingPicture)

        self.lapsingTitle = QLabel(self.lapsingCard)
        self.lapsingTitle.setObjectName(u"lapsingTitle")
        self.lapsingTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.lapsingTitle.setProperty(u"textRole", u"heading")

        self.lapsingHead.addWidget(self.lapsingTitle)

        self.lapsingCount = QLabel(self.lapsingCard)
        self.lapsingCount.setObjectName(u"lapsingCount")
        self.lapsingCount.setText(u"")
        self.lapsingCount.setTextFormat(Qt.TextFormat.PlainText)
        self.lapsingCount.setProperty(u"textRole", u"caption")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.lapsingCount.sizePolicy().hasHeightForWidth())
        self.lapsingCount.setSizePolicy(sizePolicy1)

        self.lapsingHead.addWidget(self.lapsingCount)

        self.calendarButton = QPushButton(self.lapsingCard)
        self.calendarButton.setObjectName(u"calendarButton")
        self.calendarButton.setProperty(u"role", u"flat")

        self.lapsingHead.addWidget(self.calendarButton)

        self.remindersButton = QPushButton(self.lapsingCard)
        self.remindersButton.setObjectName(u"remindersButton")
        self.remindersButton.setProperty(u"role", u"flat")

        self.lapsingHead.addWidget(self.remindersButton)


        self.lapsingColumn.addLayout(self.lapsingHead)

        self.lapsingList = QListWidget(self.lapsingCard)
        self.lapsingList.setObjectName(u"lapsingList")
        self.lapsingList.setProperty(u"plain", True)
        self.lapsingList.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lapsingList.setFrameShape(QFrame.Shape.NoFrame)

        self.lapsingColumn.addWidget(self.lapsingList)

        self.lapsingEmpty = QLabel(self.lapsingCard)
        self.lapsingEmpty.setObjectName(u"lapsingEmpty")
        self.lapsingEmpty.setWordWrap(True)
        self.lapsingEmpty.setProperty(u"textRole", u"caption")
        self.lapsingEmpty.setAlignment(Qt.AlignmentFlag.AlignTop|Qt.AlignmentFlag.AlignLeft)
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(0)
        sizePolicy2.setHeightForWidth(self.lapsingEmpty.sizePolicy().hasHeightForWidth())
        self.lapsingEmpty.setSizePolicy(sizePolicy2)

        self.lapsingColumn.addWidget(self.lapsingEmpty)


        self.leftCards.addWidget(self.lapsingCard)

        self.chaseCard = QFrame(TodayForm)
        self.chaseCard.setObjectName(u"chaseCard")
        self.chaseCard.setProperty(u"card", True)
        self.chaseColumn = QVBoxLayout(self.chaseCard)
        self.chaseColumn.setSpacing(8)
        self.chaseColumn.setObjectName(u"chaseColumn")
        self.chaseColumn.setContentsMargins(8, 16, 8, 8)
        self.chaseHead = QHBoxLayout()
        self.chaseHead.setSpacing(8)
        self.chaseHead.setObjectName(u"chaseHead")
        self.chaseHead.setContentsMargins(8, 0, 0, 0)
        self.chasePicture = QLabel(self.chaseCard)
        self.chasePicture.setObjectName(u"chasePicture")
        sizePolicy.setHeightForWidth(self.chasePicture.sizePolicy().hasHeightForWidth())
        self.chasePicture.setSizePolicy(sizePolicy)

        self.chaseHead.addWidget(self.chasePicture)

        self.chaseTitle = QLabel(self.chaseCard)
        self.chaseTitle.setObjectName(u"chaseTitle")
        self.chaseTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.chaseTitle.setProperty(u"textRole", u"heading")

        self.chaseHead.addWidget(self.chaseTitle)

        self.chaseCount = QLabel(self.chaseCard)
        self.chaseCount.setObjectName(u"chaseCount")
        self.chaseCount.setText(u"")
        self.chaseCount.setTextFormat(Qt.TextFormat.PlainText)
        self.chaseCount.setProperty(u"textRole", u"caption")
        sizePolicy1.setHeightForWidth(self.chaseCount.sizePolicy().hasHeightForWidth())
        self.chaseCount.setSizePolicy(sizePolicy1)

        self.chaseHead.addWidget(self.chaseCount)

        self.chaseButton = QPushButton(self.chaseCard)
        self.chaseButton.setObjectName(u"chaseButton")
        self.chaseButton.setProperty(u"role", u"flat")

        self.chaseHead.addWidget(self.chaseButton)


        self.chaseColumn.addLayout(self.chaseHead)

        self.chaseList = QListWidget(self.chaseCard)
        self.chaseList.setObjectName(u"chaseList")
        self.chaseList.setProperty(u"plain", True)
        self.chaseList.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.chaseList.setFrameShape(QFrame.Shape.NoFrame)

        self.chaseColumn.addWidget(self.chaseList)

        self.chaseEmpty = QLabel(self.chaseCard)
        self.chaseEmpty.setObjectName(u"chaseEmpty")
        self.chaseEmpty.setWordWrap(True)
        self.chaseEmpty.setProperty(u"textRole", u"caption")
        self.chaseEmpty.setAlignment(Qt.AlignmentFlag.AlignTop|Qt.AlignmentFlag.AlignLeft)
        sizePolicy2.setHeightForWidth(self.chaseEmpty.sizePolicy().hasHeightForWidth())
        self.chaseEmpty.setSizePolicy(sizePolicy2)

        self.chaseColumn.addWidget(self.chaseEmpty)


        self.leftCards.addWidget(self.chaseCard)

        self.leftCards.setStretch(0, 1)
        self.leftCards.setStretch(1, 1)

        self.cards.addLayout(self.leftCards)

        self.rightCards = QVBoxLayout()
        self.rightCards.setSpacing(16)
        self.rightCards.setObjectName(u"rightCards")
        self.rightCards.setContentsMargins(0, 0, 0, 0)
        self.unfinishedCard = QFrame(TodayForm)
        self.unfinishedCard.setObjectName(u"unfinishedCard")
        self.unfinishedCard.setProperty(u"card", True)
        self.unfinishedColumn = QVBoxLayout(self.unfinishedCard)
        self.unfinishedColumn.setSpacing(8)
        self.unfinishedColumn.setObjectName(u"unfinishedColumn")
        self.unfinishedColumn.setContentsMargins(8, 16, 8, 8)
        self.unfinishedHead = QHBoxLayout()
        self.unfinishedHead.setSpacing(8)
        self.unfinishedHead.setObjectName(u"unfinishedHead")
        self.unfinishedHead.setContentsMargins(8, 0, 8, 0)
        self.unfinishedPicture = QLabel(self.unfinishedCard)
        self.unfinishedPicture.setObjectName(u"unfinishedPicture")
        sizePolicy.setHeightForWidth(self.unfinishedPicture.sizePolicy().hasHeightForWidth())
        self.unfinishedPicture.setSizePolicy(sizePolicy)

        self.unfinishedHead.addWidget(self.unfinishedPicture)

        self.unfinishedTitle = QLabel(self.unfinishedCard)
        self.unfinishedTitle.setObjectName(u"unfinishedTitle")
        self.unfinishedTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.unfinishedTitle.setProperty(u"textRole", u"heading")

        self.unfinishedHead.addWidget(self.unfinishedTitle)

        self.unfinishedCount = QLabel(self.unfinishedCard)
        self.unfinishedCount.setObjectName(u"unfinishedCount")
        self.unfinishedCount.setText(u"")
        self.unfinishedCount.setTextFormat(Qt.TextFormat.PlainText)
        self.unfinishedCount.setProperty(u"textRole", u"caption")
        sizePolicy1.setHeightForWidth(self.unfinishedCount.sizePolicy().hasHeightForWidth())
        self.unfinishedCount.setSizePolicy(sizePolicy1)

        self.unfinishedHead.addWidget(self.unfinishedCount)


        self.unfinishedColumn.addLayout(self.unfinishedHead)

        self.unfinishedList = QListWidget(self.unfinishedCard)
        self.unfinishedList.setObjectName(u"unfinishedList")
        self.unfinishedList.setProperty(u"plain", True)
        self.unfinishedList.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.unfinishedList.setFrameShape(QFrame.Shape.NoFrame)

        self.unfinishedColumn.addWidget(self.unfinishedList)

        self.unfinishedEmpty = QLabel(self.unfinishedCard)
        self.unfinishedEmpty.setObjectName(u"unfinishedEmpty")
        self.unfinishedEmpty.setWordWrap(True)
        self.unfinishedEmpty.setProperty(u"textRole", u"caption")
        self.unfinishedEmpty.setAlignment(Qt.AlignmentFlag.AlignTop|Qt.AlignmentFlag.AlignLeft)
        sizePolicy2.setHeightForWidth(self.unfinishedEmpty.sizePolicy().hasHeightForWidth())
        self.unfinishedEmpty.setSizePolicy(sizePolicy2)

        self.unfinishedColumn.addWidget(self.unfinishedEmpty)


        self.rightCards.addWidget(self.unfinishedCard)

        self.recentCard = QFrame(TodayForm)
        self.recentCard.setObjectName(u"recentCard")
        self.recentCard.setProperty(u"card", True)
        self.recentColumn = QVBoxLayout(self.recentCard)
        self.recentColumn.setSpacing(8)
        self.recentColumn.setObjectName(u"recentColumn")
        self.recentColumn.setContentsMargins(8, 16, 8, 8)
        self.recentHead = QHBoxLayout()
        self.recentHead.setSpacing(8)
        self.recentHead.setObjectName(u"recentHead")
        self.recentHead.setContentsMargins(8, 0, 8, 0)
        self.recentPicture = QLabel(self.recentCard)
        self.recentPicture.setObjectName(u"recentPicture")
        sizePolicy.setHeightForWidth(self.recentPicture.sizePolicy().hasHeightForWidth())
        self.recentPicture.setSizePolicy(sizePolicy)

        self.recentHead.addWidget(self.recentPicture)

        self.recentTitle = QLabel(self.recentCard)
        self.recentTitle.setObjectName(u"recentTitle")
        self.recentTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.recentTitle.setProperty(u"textRole", u"heading")

        self.recentHead.addWidget(self.recentTitle)

        self.recentCount = QLabel(self.recentCard)
        self.recentCount.setObjectName(u"recentCount")
        self.recentCount.setText(u"")
        self.recentCount.setTextFormat(Qt.TextFormat.PlainText)
        self.recentCount.setProperty(u"textRole", u"caption")
        sizePolicy1.setHeightForWidth(self.recentCount.sizePolicy().hasHeightForWidth())
        self.recentCount.setSizePolicy(sizePolicy1)

        self.recentHead.addWidget(self.recentCount)


        self.recentColumn.addLayout(self.recentHead)

        self.recentList = QListWidget(self.recentCard)
        self.recentList.setObjectName(u"recentList")
        self.recentList.setProperty(u"plain", True)
        self.recentList.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recentList.setFrameShape(QFrame.Shape.NoFrame)

        self.recentColumn.addWidget(self.recentList)

        self.recentEmpty = QLabel(self.recentCard)
        self.recentEmpty.setObjectName(u"recentEmpty")
        self.recentEmpty.setWordWrap(True)
        self.recentEmpty.setProperty(u"textRole", u"caption")
        self.recentEmpty.setAlignment(Qt.AlignmentFlag.AlignTop|Qt.AlignmentFlag.AlignLeft)
        sizePolicy2.setHeightForWidth(self.recentEmpty.sizePolicy().hasHeightForWidth())
        self.recentEmpty.setSizePolicy(sizePolicy2)

        self.recentColumn.addWidget(self.recentEmpty)


        self.rightCards.addWidget(self.recentCard)

        self.rightCards.setStretch(0, 1)
        self.rightCards.setStretch(1, 1)

        self.cards.addLayout(self.rightCards)

        self.cards.setStretch(0, 3)
        self.cards.setStretch(1, 2)

        self.column.addLayout(self.cards)


        self.retranslateUi(TodayForm)

        QMetaObject.connectSlotsByName(TodayForm)
    # setupUi

    def retranslateUi(self, TodayForm):
        self.title.setText(QCoreApplication.translate("TodayForm", u"Today", None))
        self.welcomeTitle.setText(QCoreApplication.translate("TodayForm", u"The office is empty", None))
        self.welcomeText.setText(QCoreApplication.translate("TodayForm", u"Import the directory of help you already have, or add your first partner. What ends soon, what is unfinished and what was done last then appears on this page.", None))
        self.importButton.setText(QCoreApplication.translate("TodayForm", u"&Import a list\u2026", None))
        self.partnerButton.setText(QCoreApplication.translate("TodayForm", u"&Add the first partner", None))
        self.lapsingTitle.setText(QCoreApplication.translate("TodayForm", u"Ends soon", None))
        self.calendarButton.setText(QCoreApplication.translate("TodayForm", u"Calendar file\u2026", None))
#if QT_CONFIG(tooltip)
        self.calendarButton.setToolTip(QCoreApplication.translate("TodayForm", u"Every end as an event for another calendar; importing the file again updates them", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.remindersButton.setAccessibleName(QCoreApplication.translate("TodayForm", u"Print what ends soon", None))
#endif // QT_CONFIG(accessibility)
        self.remindersButton.setText(QCoreApplication.translate("TodayForm", u"Print list\u2026", None))
#if QT_CONFIG(tooltip)
        self.remindersButton.setToolTip(QCoreApplication.translate("TodayForm", u"What ends soon as a list on paper", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.lapsingList.setAccessibleName(QCoreApplication.translate("TodayForm", u"Ends soon", None))
#endif // QT_CONFIG(accessibility)
        self.lapsingEmpty.setText(QCoreApplication.translate("TodayForm", u"Nothing ends soon. Agreements and compliance papers appear here before they end.", None))
        self.chaseTitle.setText(QCoreApplication.translate("TodayForm", u"Who has the paper", None))
#if QT_CONFIG(accessibility)
        self.chaseButton.setAccessibleName(QCoreApplication.translate("TodayForm", u"Print who has the paper", None))
#endif // QT_CONFIG(accessibility)
        self.chaseButton.setText(QCoreApplication.translate("TodayForm", u"Print list\u2026", None))
#if QT_CONFIG(tooltip)
        self.chaseButton.setToolTip(QCoreApplication.translate("TodayForm", u"Who has the papers, with telephone numbers, as a list on paper", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.chaseList.setAccessibleName(QCoreApplication.translate("TodayForm", u"Who has the paper", None))
#endif // QT_CONFIG(accessibility)
        self.chaseEmpty.setText(QCoreApplication.translate("TodayForm", u"No paper is out. Agreements out for signature appear here, with who has them and since when.", None))
        self.unfinishedTitle.setText(QCoreApplication.translate("TodayForm", u"Unfinished", None))
#if QT_CONFIG(accessibility)
        self.unfinishedList.setAccessibleName(QCoreApplication.translate("TodayForm", u"Unfinished", None))
#endif // QT_CONFIG(accessibility)
        self.unfinishedEmpty.setText(QCoreApplication.translate("TodayForm", u"Nothing is unfinished. Drafts, agreements in review and responses half keyed in wait for you here.", None))
        self.recentTitle.setText(QCoreApplication.translate("TodayForm", u"Done last", None))
#if QT_CONFIG(accessibility)
        self.recentList.setAccessibleName(QCoreApplication.translate("TodayForm", u"Done last", None))
#endif // QT_CONFIG(accessibility)
        self.recentEmpty.setText(QCoreApplication.translate("TodayForm", u"Nothing has been changed yet. What you and others do appears here, newest first.", None))
        pass
    # retranslateUi

