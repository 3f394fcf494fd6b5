"""One compliance paper as a card: what is asked for against what is on file, and what to do."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.compliance import Coverage, Paper
from partner_desk.services.compliance import NOT_SIGNED_WITHOUT, PaperStanding
from partner_desk.ui.components.child_list import ChildList
from partner_desk.ui.components.controls import beneath, flat_button, words_label
from partner_desk.ui.components.coverage_table import CoverageTable, coverage_words
from partner_desk.ui.components.field_form import FORM_WIDTH, FieldForm
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.components.paper_words import reason, state_words
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import Badge
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, UNIT

PLAIN_FIELDS = ("name", "issued_on", "expires_on", "received_on", "verified_on", "verified_by",
                "note")
INSURANCE_FIELDS = ("insured_name", "producer")


class PaperCard(QFrame):
    """Opens for editing by a button; files may be dropped on it."""

    wanted = Signal(str, object)
    """What to do: add, verify, attach, view, delete; and the ``PaperStanding`` it is about."""
    dropped = Signal(object, object)
    """The ``PaperStanding`` and the path of the file that was dropped on it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAcceptDrops(not desk.read_only)
        self.setMaximumWidth(FORM_WIDTH)
        self.standing: PaperStanding | None = None
        self.parts: list[RecordPart] = []
        self.buttons: dict[str, QPushButton] = {}
        self._desk = desk
        self._name = words_label("")
        self._facts = words_label("", "caption")
        self.badge = Badge()
        self._reasons: list[QLabel] = []
        self._reason_column = QVBoxLayout()
        self._reason_column.setSpacing(2)
        self.table = CoverageTable(desk)
        self._row = FlowLayout(spacing=0)
        self._body = QVBoxLayout()
        self._body.setSpacing(UNIT)
        self._lay_out()
        self._make_buttons()

    def show_standing(self, standing: PaperStanding, facts: str) -> None:
        """Show how a paper stands, with a line of facts about it."""
        other = self.standing is None or self.standing.kind.id != standing.kind.id
        self.standing = standing
        word, tone = state_words(standing.state, self._desk.text)
        self._name.setText(standing.kind.name)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self.badge.show_state(word, tone)
        self._show_reasons(standing)
        self.table.show_standing(standing)
        self._show_buttons(standing)
        if standing.paper is None or other:
            self.set_open(False)
        for part in self.parts:
            part.show_record(standing.paper)

    def add_button(self, key: str, words: str, picture: str, do: Callable[[], None]) -> None:
        """Add something that can be done; the others stand before it."""
        button = flat_button(words, picture)
        button.clicked.connect(lambda: do())
        self._desk.only_to_write(button)
        self.buttons[key] = button
        self._row.addWidget(button)

    def insert(self, widget: QWidget) -> None:
        """Put a small form below what the card shows."""
        self._body.addWidget(widget)

    def set_open(self, is_open: bool) -> None:
        """Show the fields of the paper, made when they are first asked for."""
        if is_open and not self.parts:
            self._make_parts()
        if not is_open:
            self.commit()
        for part in self.parts:
            part.setVisible(is_open)
        button = self.buttons["open"]
        button.setText(self.tr("Close") if is_open else self.tr("Open"))
        button.setIcon(icon("chevron-up" if is_open else "edit", "accent"))
        self.buttons["delete"].setVisible(is_open)
        if is_open:
            self.parts[0].focus_field("name")

    @property
    def is_open(self) -> bool:
        """Whether the fields of the paper can be seen."""
        return any(not part.isHidden() for part in self.parts)

    def commit(self) -> None:
        """Save what is still being typed."""
        for part in self.parts:
            part.commit()

    def unsaved(self) -> list[str]:
        """What was typed and could not be saved."""
        return [words for part in self.parts for words in part.unsaved()]

    def focus_action(self) -> None:
        """Put the focus on the first thing that can be done."""
        for button in self.buttons.values():
            if not button.isHidden() and button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self.standing is not None:
            self.dropped.emit(self.standing, paths[0])
            event.acceptProposedAction()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        words.addLayout(self._reason_column)
        head = QHBoxLayout()
        head.setSpacing(UNIT)
        head.addLayout(words, 1)
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, UNIT, GAP, UNIT)
        column.setSpacing(UNIT)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addLayout(beneath(self._row))
        column.addLayout(self._body)

    def _make_buttons(self) -> None:
        for key, words, picture in (
            ("verify", self.tr("Mark verified today"), "check"),
            ("add", self.tr("Add paper"), "add"),
            ("attach", self.tr("Attach…"), "attachment"),
            ("view", self.tr("Show document"), "preview"),
        ):
            self.add_button(key, words, picture, self._wanting(key))
        self.add_button("open", self.tr("Open"), "edit", lambda: self.set_open(not self.is_open))
        self.add_button("delete", self.tr("Delete"), "delete", self._wanting("delete"))
        self.buttons["delete"].hide()

    def _wanting(self, key: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(key, self.standing)

    def _show_buttons(self, standing: PaperStanding) -> None:
        paper = standing.paper
        verified = paper is not None and paper.verified_on == self._desk.today()
        self.buttons["verify"].setVisible(paper is not None and not verified)
        self.buttons["attach"].setVisible(paper is not None and not paper.attachment_id)
        self.buttons["view"].setVisible(paper is not None and bool(paper.attachment_id))
        self.buttons["open"].setVisible(paper is not None)
        self.buttons["add"].setText(
            self.tr("Add a newer one") if paper else self.tr("Add paper")
        )
        for button in self.buttons.values():
            button.setAccessibleName(f"{button.text()} – {standing.kind.name}")

    def _show_reasons(self, standing: PaperStanding) -> None:
        for label in self._reasons:
            label.hide()
            label.deleteLater()
        role = "error" if standing.state in NOT_SIGNED_WITHOUT else "caption"
        self._reasons = [
            words_label(reason(each, self._desk.text), role) for each in standing.problems
            if standing.paper is not None
        ]
        for label in self._reasons:
            self._reason_column.addWidget(label)

    def _make_parts(self) -> None:
        standing = self.standing
        if standing is None:
            return
        names = PLAIN_FIELDS + (INSURANCE_FIELDS if standing.kind.insurance else ())
        self.parts = [FieldForm(self._desk, Paper, names, cards=False)]
        if standing.kind.insurance:
            self.parts.append(ChildList(
                self._desk, Coverage, "paper_id", add=self.tr("Add a coverage"),
                describe=lambda _, each: coverage_words(each, self._desk.text),
                teach=self.tr("Each policy on the certificate, with its limits and its term."),
            ))
        for part in self.parts:
            self._body.addWidget(part)
            part.show_record(standing.paper)
