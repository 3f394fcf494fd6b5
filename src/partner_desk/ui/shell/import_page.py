"""Importing a directory: look at what would happen, then write all of it, with one undo."""

import csv
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from partner_desk.model.errors import DeskError, EnvironmentProblem
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.newest_job import NewestJob
from partner_desk.ui.components.page import Page
from partner_desk.ui.desk import Desk
from partner_desk.ui.forms.ui_import_preview import Ui_ImportForm
from partner_desk.ui.look.theme import dress_table
from partner_desk.ui.sentences import problem_sentence
from partner_desk.ui.shell.import_tables import (
    PlainTable,
    change_rows,
    kind_rows,
    note_rows,
    refusal_rows,
)

if TYPE_CHECKING:
    from partner_desk.services.importing.preview import ImportPreview
    from partner_desk.ui.shell.sheets.deciding import DecidingRows

_DECIDING = 700
"""Milliseconds after the last decision until everything is compared anew."""
_COMPARED_AT_ONCE = 100_000
"""Rows up to which a decision is followed by a new comparison."""


class ImportPage(Page):
    """Reads in the background; nothing is written before Import is pressed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_ImportForm()
        self.ui.setupUi(self)
        self.preview: ImportPreview | None = None
        self.decisions: dict[str, str] = {}
        self._path = Path()
        self._jobs = NewestJob(desk, self._failed)
        self._deciding = QTimer(self, singleShot=True, interval=_DECIDING)
        self._deciding.timeout.connect(self._look)
        for table in (self.ui.kindsTable, self.ui.changesTable, self.ui.refusedTable,
                      self.ui.notesTable):
            dress_table(table)
        self.undecided = words_label("", "warning")
        self.ui.column.insertWidget(self.ui.column.indexOf(self.ui.buttons), self.undecided)
        self._number_labels = {
            "new": self.ui.freshNumber, "changed": self.ui.changedNumber,
            "unchanged": self.ui.unchangedNumber, "refused": self.ui.refusedNumber,
        }
        self.ui.closeButton.clicked.connect(self._leave)
        self.ui.importButton.clicked.connect(self.write)
        self.ui.saveRefusedButton.clicked.connect(self._save_refused)
        self._say(self.tr("Choose a directory under File, Import, or drop it on the window."))

    @cached_property
    def alike(self) -> "DecidingRows":
        """Where a person decides; made when there is something to decide."""
        from partner_desk.ui.shell.sheets.deciding import DecidingRows

        ui = self.ui
        made = DecidingRows(
            self.desk, ui.alikeSplitter, ui.alikeTable, ui.alikeDetail, "directory")
        made.decided.connect(self._decided)
        return made

    def read(self, place: str) -> None:
        """Look at the directory at ``place``: a folder, a zip or a JSON file."""
        self.preview, self.decisions, self._path = None, {}, Path(place)
        self.ui.place.setText(place)
        self._say(self.tr("Reading the directory and comparing it with the office…"))
        self._look()

    def _look(self) -> None:
        """Compare with the office, by what was decided so far."""
        from partner_desk.services import importing

        self._deciding.stop()
        store, path, decisions = self.desk.store, self._path, dict(self.decisions)
        self._jobs.start(
            self.tr("Reading {0}").format(path.name),
            lambda report, cancelled: importing.preview(store, path, report, cancelled, decisions),
            self._show,
        )

    def _decided(self, key: str, decision: str) -> None:
        self.decisions[key] = decision
        self.alike.show_decided()
        self._show_undecided()
        if self.preview is not None and self.preview.read <= _COMPARED_AT_ONCE:
            self._deciding.start()

    def write(self) -> None:
        """Import what the preview shows."""
        from partner_desk.services import importing

        seen, store, decisions = self.preview, self.desk.store, dict(self.decisions)
        if seen is None:
            return
        self._deciding.stop()
        self.ui.importButton.setEnabled(False)
        self._jobs.start(
            self.tr("Importing {0}").format(seen.name),
            lambda report, cancelled: importing.apply(store, seen, report, cancelled, decisions),
            self._written,
            writes=True,
        )

    def _show(self, seen: "ImportPreview") -> None:
        again, self.preview = self.preview is not None, seen
        text = self.desk.text
        for state, label in self._number_labels.items():
            label.setText(f"{getattr(seen, state):,}")
        self._fill(self.ui.kindsTable, PlainTable(
            [self.tr("Kind"), self.tr("Read"), self.tr("New"), self.tr("Changed"),
             self.tr("Unchanged"), self.tr("Refused")],
            kind_rows(seen, text), numeric=range(1, 6)), (240, 112, 112, 112, 112))
        header = self.ui.kindsTable.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fill(self.ui.changesTable, PlainTable(
            [self.tr("Kind"), self.tr("Record"), self.tr("Field"), self.tr("Before"),
             self.tr("After")], change_rows(seen, text)), (120, 240, 160, 240))
        if again or seen.rows:
            kept = self.alike.current() if again else None
            self.alike.show_rows(seen.rows, self.decisions)
            self.alike.narrow(keep=kept)
        places = [self.tr("File"), self.tr("Row"), self.tr("Column"), self.tr("Reason")]
        self._fill(self.ui.refusedTable, PlainTable(places, refusal_rows(seen, text), [1]),
                   (200, 72, 160))
        self._fill(self.ui.notesTable, PlainTable(places, note_rows(seen, text), [1]),
                   (200, 72, 160))
        self.ui.leftOutList.clear()
        self.ui.leftOutList.addItems(list(seen.left_out))
        self._title_tabs(seen)
        if again:  # Somebody decides: what is looked at, and the keyboard, stay where they are.
            self._offer(seen)
            return
        self.ui.tabs.setCurrentIndex(0)
        self._say("")
        self._offer(seen)
        (self.ui.importButton if self.ui.importButton.isEnabled() else self.ui.closeButton
         ).setFocus()

    def _title_tabs(self, seen: "ImportPreview") -> None:
        tabs = self.ui.tabs
        for number, (title, count) in enumerate((
            (self.tr("By kind"), 0), (self.tr("Changes"), len(seen.changes)),
            (self.tr("Possible duplicates"), len(seen.rows)),
            (self.tr("Refused rows"), seen.refused), (self.tr("Put aside"), len(seen.notes)),
            (self.tr("Files left out"), len(seen.left_out)),
        )):
            tabs.setTabText(number, f"{title} ({count:,})" if count else title)
            shown = number == 0 or count > 0
            if shown != tabs.isTabVisible(number):  # Told twice, Qt forgets to lay them out anew.
                tabs.setTabVisible(number, shown)

    def _offer(self, seen: "ImportPreview") -> None:
        self._show_undecided()
        count = seen.new + seen.changed
        self.ui.importButton.setEnabled(count > 0 and not self.desk.read_only)
        if count:
            words = self.desk.plural("Import {0} row", "Import {0} rows", count)
            self.ui.importButton.setText(words)
            self._message("")
            return
        self.ui.importButton.setText(self.tr("Import"))
        self._message(self.tr("Everything in this directory is already in the office as it is."))

    def _fill(self, view: QTableView, model: PlainTable, widths: tuple[int, ...]) -> None:
        old = view.model()
        model.setParent(view)
        view.setModel(model)
        if old is not None:
            old.deleteLater()
        for column, width in enumerate(widths):
            view.setColumnWidth(column, width)
        view.horizontalHeader().setStretchLastSection(len(widths) < len(model.headings))

    def _written(self, result: "ImportPreview") -> None:
        count = result.new + result.changed
        self.preview = None
        self._say(
            self.desk.plural("{0} row was imported.", "{0} rows were imported.", count)
            + " " + self.tr("Undo takes all of it back.")
        )
        self.desk.tell(
            self.tr("{0} is imported.").format(result.name), undo=bool(result.change_set_id)
        )
        area, kind = _listed_in(result)
        self.desk.came_in_requested.emit(area, kind, result.change_set_id)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, DeskError):
            reason = problem_sentence(error.code, error.values, self.desk.text)
        else:
            reason = self.tr("Stopped.")
        sentence = reason + " " + self.tr("Nothing was written.")
        if self.preview is not None:
            self._offer(self.preview)
            self._message(sentence)
        else:
            self._say(sentence)

    def _say(self, sentence: str) -> None:
        """Show only a sentence, or (when "") what was read."""
        self._message(sentence)
        shown = not sentence
        for part in (self.ui.numbers, self.ui.tabs, self.undecided, self.ui.promise,
                     self.ui.importButton):
            part.setVisible(shown)
        self.ui.filler.setVisible(not shown)

    def _show_undecided(self) -> None:
        shown = self.preview is not None and bool(self.preview.rows)
        self.undecided.setText(sentence := self.alike.undecided() if shown else "")
        self.undecided.setVisible(bool(sentence))

    def _message(self, sentence: str) -> None:
        self.ui.message.setText(sentence)
        self.ui.message.setVisible(bool(sentence))

    def _leave(self) -> None:
        self._deciding.stop()
        self._jobs.stop()
        self.preview = None
        self._say(self.tr("Choose a directory under File, Import, or drop it on the window."))
        self.desk.area_requested.emit("directory")

    def _save_refused(self) -> None:
        from partner_desk.ui.shell.choosing import choose_table_to_write

        seen = self.preview
        place = choose_table_to_write(self, "refused.csv") if seen else ""
        if not seen or not place:
            return
        headings = [self.tr("File"), self.tr("Row"), self.tr("Column"), self.tr("Reason")]
        try:
            with Path(place).open("w", newline="", encoding="utf-8-sig") as handle:
                writer = csv.writer(handle)
                writer.writerow(headings)
                writer.writerows(
                    [_guarded(cell) for cell in row] for row in refusal_rows(seen, self.desk.text)
                )
        except OSError as error:
            reason = error.strerror or str(error)
            self.desk.troubled.emit(
                EnvironmentProblem("file.not_written", path=place, reason=reason)
            )
        else:
            self.desk.tell(self.tr("The list is saved as {0}").format(place))


def _listed_in(result: "ImportPreview") -> tuple[str, str]:
    """Area and kind of the list that shows best what came in."""
    came = {kind for kind, counts in result.by_kind.items() if counts["new"] + counts["changed"]}
    if "service" not in came and "organization" in came:
        return "partners", "organization"
    return "directory", "service"


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
