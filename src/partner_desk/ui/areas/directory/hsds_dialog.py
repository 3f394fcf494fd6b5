"""The public directory for other directories: what goes out, what they would refuse, saved."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from partner_desk.files.hsds.tables import NAMES
from partner_desk.model.queries import ListQuery
from partner_desk.model.registry import KINDS
from partner_desk.services import hsds_export
from partner_desk.services.hsds_export import Checked, OutProblem
from partner_desk.ui.components.controls import enter_presses, words_label
from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Cancelled, Report
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, HALF, UNIT, dress_table, set_look
from partner_desk.ui.sentences import notice_sentence, problem_sentence

MOST_SHOWN = 1_000


def ask_and_export_hsds(
    desk: Desk, parent: QWidget, query: ListQuery | None = None
) -> "HsdsDialog":
    """Show what of ``query`` (None: of all resources) would go out, beside the window."""
    dialog = HsdsDialog(desk, query, parent)
    dialog.show()
    dialog.check()
    return dialog


class HsdsDialog(QDialog):
    """Counts by table, what would be refused as a list that opens the records, and Save.

    It leaves the window usable: what is put right there is looked at again with a click.
    """

    def __init__(
        self, desk: Desk, query: ListQuery | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._query = desk, query
        self.checked: Checked | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export as HSDS"))
        self.state = Banner()
        self.counts = _table((self.tr("Goes out"), self.tr("Rows")))
        self.problems = _table(
            (self.tr("Record"), self.tr("Column"), self.tr("What would be refused"))
        )
        self.refused = words_label("", "caption")
        self.package = QRadioButton(self.tr("Tables in a zip (for most directories)"))
        self.document = QRadioButton(self.tr("One JSON document"))
        self.again = QPushButton(icon("refresh"), self.tr("Check again"))
        self.show_record = QPushButton(self.tr("Show the record"))
        self.save = QPushButton(icon("export", "on_accent"), self.tr("Save…"))
        self._lay_out()
        self._dress()
        self.resize(760, 560)

    def check(self) -> None:
        """Look at all that goes out, in the background."""
        desk, query = self._desk, self._query
        self._wait(self.tr("Looking at what goes out…"))

        def work(report: Report, cancelled: Cancelled) -> Checked:
            with desk.store.reading() as reader:
                return hsds_export.check(reader, query, report=report, cancelled=cancelled)

        def done(found: Checked) -> None:
            if isValid(self):
                self._show(found)

        desk.start_job(self.tr("Check of the public directory"), work, done, failed=self._failed)

    def ask_and_save(self) -> None:
        """Ask for a file name and write there."""
        ending = ".json" if self.document.isChecked() else ".zip"
        kind = self.tr("JSON document") if ending == ".json" else self.tr("Zip file")
        name = self.tr("Directory {0}").format(f"{self._desk.today():%Y-%m-%d}")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export as HSDS"), name + ending, f"{kind} (*{ending})"
        )
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() == ending else Path(f"{path}{ending}"))

    def write(self, path: Path) -> None:
        """Write the directory without the records that would be refused."""
        desk, query = self._desk, self._query
        without = frozenset(self.checked.faulty) if self.checked else frozenset()

        def work(report: Report, cancelled: Cancelled) -> Checked:
            return hsds_export.write(
                desk.store, path, query, leave_out=True, without=without, report=report,
                cancelled=cancelled,
            )

        def done(found: Checked) -> None:
            rows = desk.plural("{0} row was written.", "{0} rows were written.", found.rows)
            desk.tell(desk.text("{0}: {1}").format(path.name, rows))
            if isValid(self):
                self.accept()

        self._wait(self.tr("Writing…"))
        desk.start_job(
            self.tr("Export to {0}").format(path.name), work, done, failed=self._failed
        )

    def open_record(self) -> None:
        """Show the record of the problem that is chosen in the window."""
        item = self.problems.item(self.problems.currentRow(), 0)
        found = item.data(Qt.ItemDataRole.UserRole) if item else None
        if found is not None:
            self._desk.open(*found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and none while a list has it."""
        if not enter_presses(self, event):
            super().keyPressEvent(event)

    def _show(self, found: Checked) -> None:
        self.checked = found
        self._show_counts(found)
        self._show_problems(found)
        self._say(found)
        self.again.setEnabled(True)
        self.save.setEnabled(bool(found.tables.get("service")))
        self.save.setText(self.tr("Save without these…") if found.faulty else self.tr("Save…"))
        (self.problems if found.problems else self.save).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_counts(self, found: Checked) -> None:
        self.counts.setRowCount(0)
        for table, rows in found.tables.items():
            _add(self.counts, (self._name(table), f"{rows:,}"))

    def _show_problems(self, found: Checked) -> None:
        self.problems.setRowCount(0)
        for each in found.problems[:MOST_SHOWN]:
            reason = problem_sentence(each.code, each.values, self._desk.text)
            column = self._column(each)
            _add(self.problems, (each.caption, column, reason), (each.kind, each.id))
        has_any = bool(found.problems)
        self.problems.setVisible(has_any)
        self.refused.setVisible(has_any)
        self.show_record.setVisible(has_any)
        if has_any:
            self.problems.selectRow(0)
            shown = self._desk.plural("{0} record", "{0} records", len(found.faulty))
            self.refused.setText(self.tr(
                "{0} would be refused. Put them right and check again, or save without them. "
                "They stay in the office either way."
            ).format(shown))

    def _say(self, found: Checked) -> None:
        text = self._desk.text
        if not found.tables.get("service"):
            self.state.show_message(problem_sentence("hsds.nothing", {}, text), "warning")
        elif found.faulty:
            words = self._desk.plural(
                "{0} thing would be refused by other directories.",
                "{0} things would be refused by other directories.", found.faults,
            )
            self.state.show_message(words, "warning")
        else:
            words = self.tr("All of it fits HSDS 3.1. Other directories can take it as it is.")
            self.state.show_message(words, "success")
        self.notes.setText(self._notes(found))
        self.notes.setVisible(bool(found.repaired))

    def _notes(self, found: Checked) -> str:
        """What goes out otherwise than the office has it."""
        sums: dict[str, int] = {}
        for (_, _, code), count in found.repaired.items():
            sums[code] = sums.get(code, 0) + count
        return "\n".join(
            f"{notice_sentence(code, {}, self._desk.text)}: {count:,}"
            for code, count in sorted(sums.items())
        )

    def _name(self, table: str) -> str:
        kind = NAMES[table].kind if table in NAMES else ""
        return self._desk.text(KINDS[kind].plural) if kind not in ("", "kept_row") else table

    def _column(self, problem: OutProblem) -> str:
        """The label of the field, where the column is one of the record's."""
        shape = NAMES.get(problem.table)
        fields = KINDS[shape.kind].declarations if shape else {}
        each = fields.get(problem.column)
        return self._desk.text(each.label) if each and each.label else problem.column

    def _wait(self, words: str) -> None:
        self.state.show_message(words, "info")
        for each in (self.again, self.save):
            each.setEnabled(False)

    def _failed(self, error: BaseException) -> None:
        from partner_desk.model.errors import DeskError

        if not isValid(self):
            return
        words = self.tr("Cancelled. Nothing was written.")
        if isinstance(error, DeskError):
            words = problem_sentence(error.code, error.values, self._desk.text)
        self.state.show_message(words, "warning")
        self.again.setEnabled(True)
        self.save.setEnabled(self.checked is not None)

    def _dress(self) -> None:
        self.package.setChecked(True)
        set_look(self.save, "role", "primary")
        group = QButtonGroup(self)
        group.addButton(self.package)
        group.addButton(self.document)
        self.counts.setAccessibleName(self.tr("What goes out"))
        self.problems.setAccessibleName(self.tr("What would be refused"))
        self.problems.cellActivated.connect(lambda _row, _column: self.open_record())
        self.show_record.clicked.connect(self.open_record)
        self.again.clicked.connect(self.check)
        self.save.clicked.connect(self.ask_and_save)
        # Enter in the list opens a record; it must not press a button as well.
        for button in (self.again, self.save, self.show_record):
            button.setAutoDefault(False)
        for each in (self.problems, self.refused, self.notes, self.show_record):
            each.hide()
        _right(self.counts, 1)

    def _lay_out(self) -> None:
        self.notes = words_label("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(UNIT)
        column.addWidget(words_label(self.tr(
            "HSDS is what other directories of help read. Only what is public goes out: resources, "
            "who offers them and where. Contacts, notes and tags stay in the office."
        )))
        column.addWidget(self.state)
        column.addWidget(self.counts, 2)
        column.addWidget(self.notes)
        column.addWidget(self.refused)
        column.addWidget(self.problems, 3)
        formats = QHBoxLayout()
        formats.setSpacing(GAP)
        formats.addWidget(self.package)
        formats.addWidget(self.document)
        formats.addStretch(1)
        formats.addWidget(self.show_record)
        column.addLayout(formats)
        column.addSpacing(HALF)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        buttons.addButton(self.again, roles.ActionRole)
        buttons.addButton(self.save, roles.ActionRole)
        close = buttons.addButton(self.tr("Close"), roles.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        return buttons


def _table(titles: tuple[str, ...]) -> QTableWidget:
    table = QTableWidget(0, len(titles))
    table.setHorizontalHeaderLabels(titles)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    dress_table(table)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0 if len(titles) == 2 else 2, QHeaderView.ResizeMode.Stretch)
    header.setMaximumSectionSize(380)
    return table


def _add(
    table: QTableWidget, words: tuple[str, ...], opens: tuple[str, str] | None = None
) -> None:
    row = table.rowCount()
    table.insertRow(row)
    for place, each in enumerate(words):
        item = QTableWidgetItem(each)
        item.setToolTip(each)
        item.setData(Qt.ItemDataRole.UserRole, opens)
        if len(words) == 2 and place == 1:
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.setItem(row, place, item)


def _right(table: QTableWidget, place: int) -> None:
    title = table.horizontalHeaderItem(place)
    if title is not None:
        title.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
