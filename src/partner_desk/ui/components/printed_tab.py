"""A record as it will be printed, made anew when something in it changes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.fields import Record
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


@dataclass(frozen=True)
class _Wanted:
    """Which record's pages, and the how-manieth request for them."""

    id: str
    number: int


class PrintedTab(RecordPart):
    """The pages of a record, looked at before printing; ``make`` makes them off the window.

    ``name`` is what the document is called, ``title`` what the work is called meanwhile, and
    ``kinds`` are those of which something stands on the pages.
    """

    ready = Signal()
    """Pages are shown that hold what is stored."""

    def __init__(
        self,
        desk: Desk,
        kinds: tuple[str, ...],
        make: "Callable[[Record], Pdf]",
        name: Callable[[Record], str],
        title: Callable[[Record], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._kinds = desk, kinds
        self._make_pages, self._name, self._title = make, name, title
        self._record: Record | None = None
        self._asked = 0
        self._print_when_ready = False
        self.pdf: Pdf | None = None
        self.preview = PdfPreview(desk)
        self.warning = Banner(tone="warning")
        self.warning.hide()
        self._busy = words_label("", "caption")
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
        if record is None:
            return
        if self._record is None or self._record.id != record.id:
            self.preview.clear()
            self.warning.hide()
            self._busy.setText(self.tr("The pages are being made…"))
            self._busy.show()
        self._record = record
        self.pdf = None
        self.preview.set_stale()
        self._soon.start()

    def print_pages(self) -> None:
        """Open the print dialog, as soon as the pages are made."""
        if self.pdf is not None:
            self.preview.print_document()
        else:
            self._print_when_ready = True

    def concerns(self, changed: Changed) -> bool:
        return changed.touches(*self._kinds)

    def _make(self) -> None:
        record = self._record
        if record is None:
            return
        self._asked += 1
        wanted = _Wanted(record.id, self._asked)

        def work(_report: Report, _cancelled: Cancelled) -> "Pdf | EnvironmentProblem":
            try:
                return self._make_pages(record)
            except EnvironmentProblem as problem:
                return problem  # The record went to Trash meanwhile.

        self._desk.start_job(
            self._title(record), work, lambda pdf: self._show(wanted, pdf), quiet=True
        )

    def _show(self, wanted: _Wanted, pdf: "Pdf | EnvironmentProblem") -> None:
        if not isValid(self):
            return  # The window went while the pages were being made.
        record = self._record
        if wanted.number != self._asked or record is None or record.id != wanted.id:
            return  # Something newer was asked for meanwhile.
        if isinstance(pdf, EnvironmentProblem):
            self._busy.setText(problem_sentence(pdf.code, pdf.values, self._desk.text))
            return
        self.pdf = pdf
        self._busy.hide()
        name = self._name(record)
        self.preview.show_pdf(pdf.data, name, f"{_file_name(name)}.pdf")
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
    return " ".join(kept.split())[:100] or "document"
