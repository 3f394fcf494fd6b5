"""What stands behind a cell of the map: its needs, who answers them, what could."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Need, Partnership, School
from partner_desk.services.coverage import Standing
from partner_desk.services.coverage.candidates import Candidate, candidates
from partner_desk.services.coverage.facts import Facts
from partner_desk.ui.areas.directory.coverage_words import (
    LEVEL_SENTENCES,
    LEVEL_TONES,
    LEVEL_WORDS,
    candidate_words,
    need_words,
)
from partner_desk.ui.components.controls import beneath, flat_button, words_label
from partner_desk.ui.components.link_list import Link, LinkCard
from partner_desk.ui.components.scrolling import Scrolling
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import Badge
from partner_desk.ui.look.theme import GAP, HALF, UNIT, set_look

MOST_CANDIDATES = 4
MOST_NEEDS = 12
WIDEST_CARD = 460
"""Logical pixels that a card may ask for; the map beside it needs room too."""


class CoverageDetails(QWidget):
    """Cards of needs; each leads to its school, its partnerships, and the resources that fit."""

    resources_requested = Signal(object)
    """The ``Need`` for which somebody wants the list of resources."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.cards: list[NeedCard] = []
        self.title = words_label("", "heading")
        self.caption = words_label("", "caption")
        inside = self._inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, HALF, 0)
        self._column.setSpacing(UNIT)
        self._column.addStretch(1)
        inside.installEventFilter(self)
        scroll = self._scroll = Scrolling(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.title)
        column.addWidget(self.caption)
        column.addWidget(scroll, 1)

    def teach(self) -> None:
        """Say what will stand here."""
        self._clear()
        self.title.setText(self.tr("Choose a cell"))
        self.caption.show()
        self.caption.setText(self.tr(
            "Its needs appear here, with the partnerships that answer them and the resources "
            "that could."
        ))

    def show_needs(
        self, title: str, caption: str, standings: Sequence[Standing], facts: Facts
    ) -> None:
        """Show these needs, the most urgent first, with what ``facts`` hold for them."""
        self._clear()
        self.title.setText(title)
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))
        for standing in standings[:MOST_NEEDS]:
            card = NeedCard(self._desk, standing, self._nearest(standing.need, facts))
            card.resources_requested.connect(self.resources_requested)
            self.cards.append(card)
            self._column.insertWidget(self._column.count() - 1, card)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for the width that the cards need, as soon as they stand: nothing is cut off."""
        if event.type() == QEvent.Type.LayoutRequest:
            bar = self._scroll.verticalScrollBar().width()
            needed = self._inside.minimumSizeHint().width() + bar
            self._scroll.setMinimumWidth(min(needed, WIDEST_CARD))
        return super().eventFilter(watched, event)

    def focus_first(self) -> None:
        """Put the cursor on the first thing that leads on."""
        if self.cards:
            self.cards[0].school_link.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Say nothing, until it is known what stands where."""
        self._clear()
        self.title.setText("")
        self.caption.setText("")

    def _nearest(self, need: Need, facts: Facts) -> list[Candidate]:
        return self._desk.read(
            lambda reader: candidates(reader, need, facts=facts, most=MOST_CANDIDATES)
        )

    def _clear(self) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []


class NeedCard(QFrame):
    """One need: its words, its level, and the ways on."""

    resources_requested = Signal(object)

    def __init__(
        self, desk: Desk, standing: Standing, found: Sequence[Candidate],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._need = desk, standing.need
        set_look(self, "card", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP, UNIT, GAP, UNIT)
        self._column.setSpacing(UNIT // 2)
        head = QHBoxLayout()
        head.addWidget(words_label(standing.need.description), 1)
        badge = Badge(desk.text(LEVEL_WORDS[standing.level]), LEVEL_TONES[standing.level])
        head.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        school = desk.read(lambda reader: reader.get(School, standing.need.school_id))
        self._column.addWidget(words_label(need_words(desk, standing), "caption"))
        name = school.name if school else ""
        self.school_link = flat_button(name.replace("&", "&&"), "school")
        self.school_link.clicked.connect(self._open_school)
        self._column.addLayout(beneath(self.school_link))
        self._column.addWidget(words_label(desk.text(LEVEL_SENTENCES[standing.level])))
        self.links = [*self._partnerships(standing), *self._candidates(found)]
        for link in self.links:
            link.chosen.connect(desk.open)
            self._column.addWidget(link)
        self.more = words_label("", "caption")
        rest = standing.resources - len(found)
        self.more.setVisible(rest > 0)
        self.more.setText(self.tr("And {0} more.").format(f"{rest:,}"))
        self._column.addWidget(self.more)
        self.list_button = flat_button(self.tr("Show such resources in the list"), "search")
        self.list_button.clicked.connect(lambda: self.resources_requested.emit(self._need))
        self._column.addLayout(beneath(self.list_button))

    def _partnerships(self, standing: Standing) -> list[LinkCard]:
        found = self._desk.read(lambda reader: [
            (each, reader.get(Organization, each.organization_id))
            for each in reader.get_many(Partnership, standing.partnerships)
        ])
        label = self._desk.text(Partnership.label)
        return [
            LinkCard(Link(
                "partnership", each.id, each.name, owner.name if owner else "", label, "success"
            ))
            for each, owner in found
        ]

    def _candidates(self, found: Sequence[Candidate]) -> list[LinkCard]:
        return [
            LinkCard(Link(
                "service", each.service.id, each.service.name,
                candidate_words(self._desk, each),
            ))
            for each in found
        ]

    def _open_school(self) -> None:
        if self._need.school_id:
            self._desk.open("school", self._need.school_id)
