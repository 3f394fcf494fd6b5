# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'first_run.ui'
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
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
)

class Ui_FirstRun(object):
    def setupUi(self, FirstRun):
        if not FirstRun.objectName():
            FirstRun.setObjectName(u"FirstRun")
        FirstRun.setMinimumSize(QSize(720, 520))
        FirstRun.setWindowTitle(u"Partner Desk")
        self.outer = QVBoxLayout(FirstRun)
        self.outer.setSpacing(16)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(32, 24, 32, 24)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.appPicture = QLabel(FirstRun)
        self.appPicture.setObjectName(u"appPicture")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.appPicture.sizePolicy().hasHeightForWidth())
        self.appPicture.setSizePolicy(sizePolicy)

        self.head.addWidget(self.appPicture)

        self.headColumn = QVBoxLayout()
        self.headColumn.setSpacing(4)
        self.headColumn.setObjectName(u"headColumn")
        self.headColumn.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(FirstRun)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"textRole", u"title")

        self.headColumn.addWidget(self.title)

        self.subtitle = QLabel(FirstRun)
        self.subtitle.setObjectName(u"subtitle")
        self.subtitle.setTextFormat(Qt.TextFormat.PlainText)
        self.subtitle.setWordWrap(True)

        self.headColumn.addWidget(self.subtitle)


        self.head.addLayout(self.headColumn)

        self.languageBox = QComboBox(FirstRun)
        self.languageBox.setObjectName(u"languageBox")
        sizePolicy.setHeightForWidth(self.languageBox.sizePolicy().hasHeightForWidth())
        self.languageBox.setSizePolicy(sizePolicy)

        self.head.addWidget(self.languageBox)


        self.outer.addLayout(self.head)

        self.cards = QHBoxLayout()
        self.cards.setSpacing(16)
        self.cards.setObjectName(u"cards")
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.newCard = QFrame(FirstRun)
        self.newCard.setObjectName(u"newCard")
        self.newCard.setProperty(u"card", True)
        self.newCardColumn = QVBoxLayout(self.newCard)
        self.newCardColumn.setSpacing(4)
        self.newCardColumn.setObjectName(u"newCardColumn")
        self.newCardColumn.setContentsMargins(24, 24, 24, 24)
        self.newCardHead = QHBoxLayout()
        self.newCardHead.setSpacing(8)
        self.newCardHead.setObjectName(u"newCardHead")
        self.newCardHead.setContentsMargins(0, 0, 0, 0)
        self.newPicture = QLabel(self.newCard)
        self.newPicture.setObjectName(u"newPicture")
        sizePolicy.setHeightForWidth(self.newPicture.sizePolicy().hasHeightForWidth())
        self.newPicture.setSizePolicy(sizePolicy)

        self.newCardHead.addWidget(self.newPicture)

        self.newCardTitle = QLabel(self.newCard)
        self.newCardTitle.setObjectName(u"newCardTitle")
        self.newCardTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.newCardTitle.setProperty(u"textRole", u"heading")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.newCardTitle.sizePolicy().hasHeightForWidth())
        self.newCardTitle.setSizePolicy(sizePolicy1)

        self.newCardHead.addWidget(self.newCardTitle)


        self.newCardColumn.addLayout(self.newCardHead)

        self.newCardHeadSpace = QSpacerItem(0, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.newCardColumn.addItem(self.newCardHeadSpace)

        self.newCardText = QLabel(self.newCard)
        self.newCardText.setObjectName(u"newCardText")
        self.newCardText.setTextFormat(Qt.TextFormat.PlainText)
        self.newCardText.setWordWrap(True)

        self.newCardColumn.addWidget(self.newCardText)

        self.officeEditLabelSpace = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.newCardColumn.addItem(self.officeEditLabelSpace)

        self.officeEditLabel = QLabel(self.newCard)
        self.officeEditLabel.setObjectName(u"officeEditLabel")
        self.officeEditLabel.setProperty(u"textRole", u"label")

        self.newCardColumn.addWidget(self.officeEditLabel)

        self.officeEdit = QLineEdit(self.newCard)
        self.officeEdit.setObjectName(u"officeEdit")

        self.newCardColumn.addWidget(self.officeEdit)

        self.coordinatorEditLabelSpace = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.newCardColumn.addItem(self.coordinatorEditLabelSpace)

        self.coordinatorEditLabel = QLabel(self.newCard)
        self.coordinatorEditLabel.setObjectName(u"coordinatorEditLabel")
        self.coordinatorEditLabel.setProperty(u"textRole", u"label")

        self.newCardColumn.addWidget(self.coordinatorEditLabel)

        self.coordinatorEdit = QLineEdit(self.newCard)
        self.coordinatorEdit.setObjectName(u"coordinatorEdit")

        self.newCardColumn.addWidget(self.coordinatorEdit)

        self.placeLabelSpace = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.newCardColumn.addItem(self.placeLabelSpace)

        self.placeLabel = QLabel(self.newCard)
        self.placeLabel.setObjectName(u"placeLabel")
        self.placeLabel.setProperty(u"textRole", u"label")

        self.newCardColumn.addWidget(self.placeLabel)

        self.placeRow = QHBoxLayout()
        self.placeRow.setSpacing(8)
        self.placeRow.setObjectName(u"placeRow")
        self.placeRow.setContentsMargins(0, 0, 0, 0)
        self.placeEdit = QLineEdit(self.newCard)
        self.placeEdit.setObjectName(u"placeEdit")

        self.placeRow.addWidget(self.placeEdit)

        self.placeButton = QPushButton(self.newCard)
        self.placeButton.setObjectName(u"placeButton")

        self.placeRow.addWidget(self.placeButton)


        self.newCardColumn.addLayout(self.placeRow)

        self.problem = QLabel(self.newCard)
        self.problem.setObjectName(u"problem")
        self.problem.setText(u"")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty(u"textRole", u"error")
        self.problem.setWordWrap(True)

        self.newCardColumn.addWidget(self.problem)

        self.createRowSpace = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.newCardColumn.addItem(self.createRowSpace)

        self.createRow = QHBoxLayout()
        self.createRow.setSpacing(8)
        self.createRow.setObjectName(u"createRow")
        self.createRow.setContentsMargins(0, 0, 0, 0)
        self.createSpace = QSpacerItem(16, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.createRow.addItem(self.createSpace)

        self.createButton = QPushButton(self.newCard)
        self.createButton.setObjectName(u"createButton")
        self.createButton.setProperty(u"role", u"primary")

        self.createRow.addWidget(self.createButton)


        self.newCardColumn.addLayout(self.createRow)

        self.newCardEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.newCardColumn.addItem(self.newCardEnd)


        self.cards.addWidget(self.newCard)

        self.sideCards = QVBoxLayout()
        self.sideCards.setSpacing(16)
        self.sideCards.setObjectName(u"sideCards")
        self.sideCards.setContentsMargins(0, 0, 0, 0)
        self.openCard = QFrame(FirstRun)
        self.openCard.setObjectName(u"openCard")
        self.openCard.setProperty(u"card", True)
        self.openCardColumn = QVBoxLayout(self.openCard)
        self.openCardColumn.setSpacing(8)
        self.openCardColumn.setObjectName(u"openCardColumn")
        self.openCardColumn.setContentsMargins(24, 24, 24, 24)
        self.openCardHead = QHBoxLayout()
        self.openCardHead.setSpacing(8)
        self.openCardHead.setObjectName(u"openCardHead")
        self.openCardHead.setContentsMargins(0, 0, 0, 0)
        self.openPicture = QLabel(self.openCard)
        self.openPicture.setObjectName(u"openPicture")
        sizePolicy.setHeightForWidth(self.openPicture.sizePolicy().hasHeightForWidth())
        self.openPicture.setSizePolicy(sizePolicy)

        self.openCardHead.addWidget(self.openPicture)

        self.openCardTitle = QLabel(self.openCard)
        self.openCardTitle.setObjectName(u"openCardTitle")
        self.openCardTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.openCardTitle.setProperty(u"textRole", u"heading")
        sizePolicy1.setHeightForWidth(self.openCardTitle.sizePolicy().hasHeightForWidth())
        self.openCardTitle.setSizePolicy(sizePolicy1)

        self.openCardHead.addWidget(self.openCardTitle)


        self.openCardColumn.addLayout(self.openCardHead)

        self.openCardText = QLabel(self.openCard)
        self.openCardText.setObjectName(u"openCardText")
        self.openCardText.setTextFormat(Qt.TextFormat.PlainText)
        self.openCardText.setWordWrap(True)

        self.openCardColumn.addWidget(self.openCardText)

        self.recentList = QListWidget(self.openCard)
        self.recentList.setObjectName(u"recentList")
        self.recentList.setMaximumSize(QSize(16777215, 96))

        self.openCardColumn.addWidget(self.recentList)

        self.openRow = QHBoxLayout()
        self.openRow.setSpacing(8)
        self.openRow.setObjectName(u"openRow")
        self.openRow.setContentsMargins(0, 0, 0, 0)
        self.openSpace = QSpacerItem(16, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.openRow.addItem(self.openSpace)

        self.openButton = QPushButton(self.openCard)
        self.openButton.setObjectName(u"openButton")

        self.openRow.addWidget(self.openButton)


        self.openCardColumn.addLayout(self.openRow)


        self.sideCards.addWidget(self.openCard)

        self.sampleCard = QFrame(FirstRun)
        self.sampleCard.setObjectName(u"sampleCard")
        self.sampleCard.setProperty(u"card", True)
        self.sampleCardColumn = QVBoxLayout(self.sampleCard)
        self.sampleCardColumn.setSpacing(8)
        self.sampleCardColumn.setObjectName(u"sampleCardColumn")
        self.sampleCardColumn.setContentsMargins(24, 24, 24, 24)
        self.sampleCardHead = QHBoxLayout()
        self.sampleCardHead.setSpacing(8)
        self.sampleCardHead.setObjectName(u"sampleCardHead")
        self.sampleCardHead.setContentsMargins(0, 0, 0, 0)
        self.samplePicture = QLabel(self.sampleCard)
        self.samplePicture.setObjectName(u"samplePicture")
        sizePolicy.setHeightForWidth(self.samplePicture.sizePolicy().hasHeightForWidth())
        self.samplePicture.setSizePolicy(sizePolicy)

        self.sampleCardHead.addWidget(self.samplePicture)

        self.sampleCardTitle = QLabel(self.sampleCard)
        self.sampleCardTitle.setObjectName(u"sampleCardTitle")
        self.sampleCardTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.sampleCardTitle.setProperty(u"textRole", u"heading")
        sizePolicy1.setHeightForWidth(self.sampleCardTitle.sizePolicy().hasHeightForWidth())
        self.sampleCardTitle.setSizePolicy(sizePolicy1)

        self.sampleCardHead.addWidget(self.sampleCardTitle)


        self.sampleCardColumn.addLayout(self.sampleCardHead)

        self.sampleCardText = QLabel(self.sampleCard)
        self.sampleCardText.setObjectName(u"sampleCardText")
        self.sampleCardText.setTextFormat(Qt.TextFormat.PlainText)
        self.sampleCardText.setWordWrap(True)

        self.sampleCardColumn.addWidget(self.sampleCardText)

        self.sampleRow = QHBoxLayout()
        self.sampleRow.setSpacing(8)
        self.sampleRow.setObjectName(u"sampleRow")
        self.sampleRow.setContentsMargins(0, 0, 0, 0)
        self.sampleSpace = QSpacerItem(16, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.sampleRow.addItem(self.sampleSpace)

        self.sampleEnglishButton = QPushButton(self.sampleCard)
        self.sampleEnglishButton.setObjectName(u"sampleEnglishButton")

        self.sampleRow.addWidget(self.sampleEnglishButton)

        self.sampleSpanishButton = QPushButton(self.sampleCard)
        self.sampleSpanishButton.setObjectName(u"sampleSpanishButton")

        self.sampleRow.addWidget(self.sampleSpanishButton)


        self.sampleCardColumn.addLayout(self.sampleRow)


        self.sideCards.addWidget(self.sampleCard)

        self.sideEnd = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.sideCards.addItem(self.sideEnd)


        self.cards.addLayout(self.sideCards)

        self.cards.setStretch(0, 1)
        self.cards.setStretch(1, 1)

        self.outer.addLayout(self.cards)

        self.end = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.outer.addItem(self.end)

#if QT_CONFIG(shortcut)
        self.officeEditLabel.setBuddy(self.officeEdit)
        self.coordinatorEditLabel.setBuddy(self.coordinatorEdit)
        self.placeLabel.setBuddy(self.placeEdit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FirstRun)

        self.createButton.setDefault(True)


        QMetaObject.connectSlotsByName(FirstRun)
    # setupUi

    def retranslateUi(self, FirstRun):
        self.title.setText(QCoreApplication.translate("FirstRun", u"Welcome to Partner Desk", None))
        self.subtitle.setText(QCoreApplication.translate("FirstRun", u"Partners, agreements, a directory of help and evaluations for a school district's partnership office. Everything stays on this computer.", None))
#if QT_CONFIG(accessibility)
        self.languageBox.setAccessibleName(QCoreApplication.translate("FirstRun", u"Language of the screen", None))
#endif // QT_CONFIG(accessibility)
        self.newCardTitle.setText(QCoreApplication.translate("FirstRun", u"A new office", None))
        self.newCardText.setText(QCoreApplication.translate("FirstRun", u"Begin with an empty office and import your lists later.", None))
        self.officeEditLabel.setText(QCoreApplication.translate("FirstRun", u"Office &name", None))
        self.officeEdit.setPlaceholderText(QCoreApplication.translate("FirstRun", u"Partnership Office, Marlow Falls", None))
        self.coordinatorEditLabel.setText(QCoreApplication.translate("FirstRun", u"&Your name", None))
        self.coordinatorEdit.setPlaceholderText(QCoreApplication.translate("FirstRun", u"As history shows it", None))
        self.placeLabel.setText(QCoreApplication.translate("FirstRun", u"Office &file", None))
        self.placeButton.setText(QCoreApplication.translate("FirstRun", u"&Change\u2026", None))
        self.createButton.setText(QCoreApplication.translate("FirstRun", u"Start the &office", None))
        self.openCardTitle.setText(QCoreApplication.translate("FirstRun", u"Open an office", None))
        self.openCardText.setText(QCoreApplication.translate("FirstRun", u"One that is on this computer or a network drive.", None))
#if QT_CONFIG(accessibility)
        self.recentList.setAccessibleName(QCoreApplication.translate("FirstRun", u"Offices opened before", None))
#endif // QT_CONFIG(accessibility)
        self.openButton.setText(QCoreApplication.translate("FirstRun", u"O&pen a file\u2026", None))
        self.sampleCardTitle.setText(QCoreApplication.translate("FirstRun", u"Look around first", None))
        self.sampleCardText.setText(QCoreApplication.translate("FirstRun", u"A sample office with invented partners, agreements and forms. Change anything: it is only for trying.", None))
        self.sampleEnglishButton.setText(QCoreApplication.translate("FirstRun", u"Sample in &English", None))
        self.sampleSpanishButton.setText(QCoreApplication.translate("FirstRun", u"Sample in &Spanish", None))
        pass
    # retranslateUi

