"""A scan that came home: what its pages are, where they go, and what is missing of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from partner_desk.model.agreements import Agreement
from partner_desk.model.errors import Cancelled as Stopped
from partner_desk.model.errors import DeskError, InputError
from partner_desk.services import scans
from partner_desk.services.scans import Arrived, Pages, Placed, page_ranges
from partner_desk.ui.components.confirm_signed import ConfirmSigned
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.rows import Row, RowList, rows_height, show_rows
from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Cancelled, Report
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.theme import GAP, SECTION
from partner_desk.ui.sentences import problem_sentence
from partner_desk.ui.shell.unplaced_pages import UnplacedPages

_COLUMNS, _LINES = 104, 42
"""The size of the dialog, in letters."""


def take_in(desk: Desk, paths: Sequence[Path], parent: QWidget) -> None:
    """Read scanned pages and show what they are; the reading can be watched and cancelled."""

    def work(report: Report, cancelled: Cancelled) -> Arrived:
        return scans.arrive(desk.store, paths, report, cancelled)

    def show(arrived: Arrived) -> None:
        if isValid(parent):
            ScanDialog(desk, arrived, parent).open()

    def refuse(error: BaseException) -> None:
        if isinstance(error, DeskError):
            desk.troubled.emit(error)
        elif not isinstance(error, Stopped):
            desk.broken.emit(error)

    title = QCoreApplication.translate("ScanDialog", "Reading the scan {0}").format(paths[0].name)
    desk.start_job(title, work, show, failed=refuse)


class ScanDialog(QDialog):
    """The pages by agreement; those without a code are placed by hand; then all are filed."""

    filed = Signal()

    def __init__(self, desk: Desk, arrived: Arrived, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.arrived = arrived
        self._placed: dict[int, Placed] = {}
        self.setWindowTitle(self.tr("Scan: {0}").format(arrived.scan.name))
        letter = self.fontMetrics()
        wanted = QSize(_COLUMNS * letter.averageCharWidth(), _LINES * letter.height())
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))
        self.rows = RowList()
        self.rows.setAccessibleName(self.tr("Pages of this scan"))
        self.rows.setSelectionMode(RowList.SelectionMode.NoSelection)
        self.before = Banner(tone="info")
        self.trouble = Banner(tone="error")
        self.trouble.hide()
        self.unplaced = UnplacedPages(self)
        self.unplaced.placed.connect(self.place)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.file_button = self.buttons.addButton(
            self.tr("File these pages"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.file_button.setProperty("role", "primary")
        self.buttons.accepted.connect(self.file)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._show()

    def place(self, index: int, number: str, page: int) -> None:
        """Take a page without a code for a page of an agreement, as a person says."""
        wanted = {**self._placed, index: Placed(number, page)}
        try:
            found = scans.place_by_hand(self._desk.store, self.arrived, wanted)
        except InputError as error:
            self._refuse(error)
            return
        self.trouble.hide()
        self._placed, self.arrived = wanted, found
        self._show()
        if not self.unplaced.focus_first():
            self.file_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def file(self) -> None:
        """Keep the pages with their agreements, then ask for the signatures of complete ones."""
        try:
            kept = self._desk.write(
                lambda: scans.keep(self._desk.store, self.arrived, self._desk.today())
            )
        except InputError as error:
            self._refuse(error)
            return
        if kept is None:
            return
        words = self._desk.plural("{0} document was filed.", "{0} documents were filed.", len(kept))
        self._desk.tell(words, undo=bool(kept))
        complete = [each.agreement for each in self.arrived.bundles if each.complete]
        self.filed.emit()
        self.accept()
        self._ask_signatures([each for each in complete if each is not None])

    def _ask_signatures(self, agreements: list[Agreement]) -> None:
        waiting = [each for each in agreements if each.status == "out_for_signature"]
        if not waiting:
            return
        first, others = waiting[0], waiting[1:]
        dialog = ConfirmSigned(self._desk, first, self.parentWidget())
        dialog.finished.connect(lambda: self._ask_signatures(others))
        self._desk.open("agreement", first.id)
        dialog.open()

    def _refuse(self, error: InputError) -> None:
        text = self._desk.text
        self.trouble.show_message("\n".join(
            problem_sentence(each.code, each.values, text) for each in error.problems
        ), "error")
        self.trouble.show()

    def _show(self) -> None:
        show_rows(self.rows, self._rows())
        self.rows.setMaximumHeight(rows_height(self.rows))
        self.unplaced.show_pages(self.arrived)
        can_file = any(each.kept_in is not None for each in self.arrived.bundles)
        self.file_button.setEnabled(can_file and not self._desk.read_only)
        self.file_button.setDefault(can_file)
        if not self.arrived.no_code:
            self.resize(self.width(), self.minimumSizeHint().height())

    def _show_before(self) -> None:
        """That the file came before: what is home of it is not asked for again."""
        values = {"name": self.arrived.scan.name, "kept": self.arrived.kept_before}
        words = problem_sentence("scan.more_of_it", values, self._desk.text)
        self.before.show_message(words, "info")
        self.before.setVisible(bool(self.arrived.kept_before))

    def _rows(self) -> list[Row]:
        found = [self._row(each) for each in self.arrived.bundles]
        foreign, blank = self.arrived.foreign, self.arrived.blank
        if foreign:
            found.append(Row(
                self.tr("Pages of another office"), self._listed(foreign), icon="warning",
                badge=self.tr("Not filed"), tone="warning",
            ))
        if blank:
            found.append(Row(
                self.tr("Blank pages"), self._listed(blank), icon="document",
                badge=self.tr("Left out"),
            ))
        return found

    def _listed(self, indexes: Sequence[int]) -> str:
        return self.tr("Pages of the scan: {0}").format(page_ranges(each + 1 for each in indexes))

    def _row(self, pages: Pages) -> Row:
        title = self.tr("{0}, revision {1}").format(pages.number, pages.revision)
        if pages.agreement is not None:
            title = f"{title} · {pages.agreement.title}"
        badge, tone = self._verdict(pages)
        picture = "success" if pages.complete else "document"
        return Row(title, self._details(pages), icon=picture, badge=badge, tone=tone)

    def _verdict(self, pages: Pages) -> tuple[str, str]:
        if pages.standing == "current":
            if pages.complete:
                return self.tr("Complete"), "success"
            return self.tr("Pages missing"), "warning"
        if pages.standing == "outdated":
            return self.tr("Outdated: revision {0} is out").format(pages.newest), "error"
        if pages.standing == "draft":
            return self.tr("A draft, not filed"), "error"
        return self.tr("Not known here"), "error"

    def _details(self, pages: Pages) -> str:
        words = [self.tr("Pages {0} of {1}").format(page_ranges(pages.found), pages.count)]
        if pages.absent:
            words.append(self.tr("missing: {0}").format(page_ranges(pages.absent)))
        if pages.replaced:
            listed = page_ranges(pages.replaced)
            words.append(self.tr("here before, now replaced: {0}").format(listed))
        if pages.doubled:
            words.append(self._desk.plural(
                "{0} page twice in this scan", "{0} pages twice in this scan", len(pages.doubled)
            ))
        return " · ".join(words)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, GAP)
        column.setSpacing(GAP)
        count = len(self.arrived.scan.pages)
        column.addWidget(words_label(
            self._desk.plural("{0} page was read.", "{0} pages were read.", count), "heading"
        ))
        self._show_before()
        column.addWidget(self.before)
        column.addWidget(self.rows, 2)
        column.addWidget(self.unplaced, 3)
        column.addStretch(0)
        column.addWidget(self.trouble)
        column.addWidget(self.buttons)
