"""Records of other areas that have to do with the one shown; each leads to where it lives."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from partner_desk.model.fields import Record
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.field_form import FORM_WIDTH
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.badges import Badge
from partner_desk.ui.look.theme import GAP, UNIT, set_look

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader


@dataclass(frozen=True)
class Link:
    """A record to go to, and what is said of it."""

    kind: str
    id: str
    caption: str
    details: str = ""
    state: str = ""
    tone: str = "neutral"


class LinkList(RecordPart):
    """Lists what ``find`` finds for the record; ``teach`` is said when that is nothing."""

    def __init__(
        self,
        desk: Desk,
        find: "Callable[[Reader, Record], Sequence[Link]]",
        teach: str,
        kinds: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.cards: list[LinkCard] = []
        self._desk, self._find, self._kinds = desk, find, tuple(kinds)
        self._teach = words_label(teach, "caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT)
        self._column.addWidget(self._teach)
        self.setMaximumWidth(FORM_WIDTH)

    def show_record(self, record: Record | None) -> None:
        if record is None:
            return
        links = self._desk.read(lambda reader: self._find(reader, record))
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [LinkCard(link) for link in links]
        for place, card in enumerate(self.cards):
            card.chosen.connect(self._desk.open)
            self._column.insertWidget(place, card)
        self._teach.setVisible(not links)

    def concerns(self, changed: Changed) -> bool:
        return changed.touches(*self._kinds)


class LinkCard(QFrame):
    """One link; a click or Enter goes there."""

    chosen = Signal(str, str)

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = link
        set_look(self, "card", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(" ".join(
            each for each in (link.caption, link.state, link.details) if each
        ))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(words_label(link.caption))
        if link.details:
            words.addWidget(words_label(link.details, "caption"))
        across = QHBoxLayout(self)
        across.setContentsMargins(GAP, UNIT, GAP, UNIT)
        across.addLayout(words, 1)
        if link.state:
            across.addWidget(Badge(link.state, link.tone))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.link.kind, self.link.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.link.kind, self.link.id)
            return
        super().keyPressEvent(event)
