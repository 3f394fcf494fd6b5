"""The packet of an agreement as it will be printed, made anew when something in it changes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from partner_desk.files.catalogue import Catalogue
from partner_desk.model.agreements import Agreement
from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.fields import Record
from partner_desk.model.registry import children_of
from partner_desk.services import packets
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.preview import PdfPreview
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.jobs import Cancelled, Report
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.theme import UNIT
from partner_desk.ui.sentences import problem_sentence

if TYPE_CHECKING:
    from partner_desk.files.pdf.render import Pdf
    from partner_desk.files.pdf.unprintable import UnprintableCharacters

_WAIT_MS = 30
_NAMED = 5
_PRINTED = ("agreement", *(child.kind for child, _ in children_of("agreement")),
            "office", "organization", "contact", "partnership", "school")
"""Kinds of which something stands in a packet."""


@dataclass(frozen=True)
class _Wanted:
    """Which agreement's packet, and the how-manieth request for it."""

    id: str
    number: int


class PacketTab(RecordPart):
    """Cover, agreement, clauses, three divisions and signature page, looked at before printing."""

    ready = Signal()
    """A packet is shown that holds what is stored."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._agreement: Agreement | None = None
        self._asked = 0
        self._print_when_ready = False
        self.pdf: Pdf | None = None
        self.preview = PdfPreview(desk)
        self.warning = Banner(tone="warning")
        self.warning.hide()
        self._busy = words_label(self.tr("The packet is being made…"), "caption")
        self._busy.hide()
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.warning)
        column.addWidget(self._busy)
        column.addWidget(self.preview, 1)

    def show_record(self, record: Record | None) -> None:
        if not isinstance(record, Agreement):
            return
        if self._agreement is None or self._agreement.id != record.id:
            self.preview.clear()
            self.warning.hide()
            self._busy.show()
        self._agreement = record
        self.pdf = None
        self._soon.start()

    def print_packet(self) -> None:
        """Open the print dialog, as soon as the packet is made."""
        if self.pdf is not None:
            self.preview.print_document()
        else:
            self._print_when_ready = True

    def concerns(self, changed: Changed) -> bool:
        return changed.touches(*_PRINTED)

    def _make(self) -> None:
        agreement = self._agreement
        if agreement is None:
            return
        self._asked += 1
        wanted = _Wanted(agreement.id, self._asked)
        text = Catalogue(agreement.language).text

        def work(_report: Report, _cancelled: Cancelled) -> "Pdf | EnvironmentProblem":
            try:
                return packets.packet(self._desk.store, wanted.id, text)
            except EnvironmentProblem as problem:
                return problem  # The agreement went to Trash meanwhile.

        title = self.tr("Packet of {0}").format(agreement.number)
        self._desk.start_job(title, work, lambda pdf: self._show(wanted, pdf), quiet=True)

    def _show(self, wanted: _Wanted, pdf: "Pdf | EnvironmentProblem") -> None:
        if not isValid(self):
            return  # The window went while the packet was being made.
        agreement = self._agreement
        if isinstance(pdf, EnvironmentProblem):
            self._busy.setText(problem_sentence(pdf.code, pdf.values, self._desk.text))
            return
        if wanted.number != self._asked or agreement is None or agreement.id != wanted.id:
            return  # Something newer was asked for meanwhile.
        self.pdf = pdf
        self._busy.hide()
        title = " ".join(filter(None, (agreement.number, agreement.title)))
        self.preview.show_pdf(pdf.data, title, f"{_file_name(title)}.pdf")
        self._show_warnings(pdf.warnings)
        self.ready.emit()
        if self._print_when_ready:
            self._print_when_ready = False
            self.preview.print_document()

    def _show_warnings(self, warnings: "tuple[UnprintableCharacters, ...]") -> None:
        self.warning.setVisible(bool(warnings))
        if not warnings:
            return
        named = "; ".join(
            self.tr("{0} in {1}").format(each.name, ", ".join(each.where[:2]))
            for each in warnings[:_NAMED]
        )
        sentence = self.tr(
            "No font has these characters; on paper they are shown as a replacement mark: {0}"
        ).format(named)
        if len(warnings) > _NAMED:
            sentence += " " + self._desk.plural(
                "and {0} more", "and {0} more", len(warnings) - _NAMED
            )
        self.warning.show_message(sentence, "warning")


def _file_name(title: str) -> str:
    kept = "".join(each if each.isalnum() or each in " -_.," else " " for each in title)
    return " ".join(kept.split())[:100] or "packet"
