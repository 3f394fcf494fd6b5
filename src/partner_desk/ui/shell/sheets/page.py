"""Bringing a sheet in: what was read, what the columns are, what would happen; then one undo."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from partner_desk.model.errors import Cancelled as Stopped
from partner_desk.model.errors import DeskError
from partner_desk.ui.components.page import Page
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.forms.ui_sheet_page import Ui_SheetForm
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.theme import set_look
from partner_desk.ui.sentences import problem_sentence
from partner_desk.ui.shell.sheets.begin import begin_state
from partner_desk.ui.shell.sheets.columns import ColumnsStep
from partner_desk.ui.shell.sheets.done import DoneStep
from partner_desk.ui.shell.sheets.jobs import NewestJob, comparing, looking, saving, writing
from partner_desk.ui.shell.sheets.outcome import OutcomeStep
from partner_desk.ui.shell.sheets.reading import ReadingStep
from partner_desk.ui.shell.sheets.steps import StepBar
from partner_desk.ui.shell.sheets.words import FORMATS, TARGET_WORDS

if TYPE_CHECKING:
    from partner_desk.files.sheets.look import Look, Reading
    from partner_desk.services.importing.preview import ImportPreview
    from partner_desk.services.sheets.proposing import Proposal
    from partner_desk.services.sheets.settled import Settled
    from partner_desk.ui.shell.sheets.rows import Typed

READING, COLUMNS, OUTCOME, DONE, BEGIN = range(5)
_DECIDING = 700
"""Milliseconds after the last decision until everything is compared anew."""
_COMPARED_AT_ONCE = 5_000
"""Rows up to which a decision is followed by a new comparison."""


@dataclass
class _Sheet:
    """The sheet at work: what was seen, proposed and settled of it, all remembered."""

    path: Path
    look: "Look | None" = None
    proposal: "Proposal | None" = None
    seen: "ImportPreview | None" = None


class SheetPage(Page):
    """Everything is read in the background; nothing is written before Import is pressed."""

    undo_requested = Signal()
    place_requested = Signal(bool)
    """Somebody wants to choose a file (False) or a folder (True)."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_SheetForm()
        self.ui.setupUi(self)
        self.sheet: _Sheet | None = None
        self.decisions: dict[str, str] = {}
        self._kept: dict[tuple[tuple[str, ...], str], Settled] = {}
        self._asked: tuple[object, ...] = ()
        self._jobs = NewestJob(desk, self._failed)
        self._writing = False
        self._deciding = QTimer(self, singleShot=True, interval=_DECIDING)
        self._deciding.timeout.connect(self._compare)
        self._make_parts()
        self._connect()
        self._show_step(BEGIN)

    @property
    def look(self) -> "Look | None":
        """What was read of the sheet; None before."""
        return self.sheet.look if self.sheet else None

    @property
    def seen(self) -> "ImportPreview | None":
        """What would happen, or did; None before that was compared."""
        return self.sheet.seen if self.sheet else None

    @property
    def step(self) -> int:
        """Which of READING, COLUMNS, OUTCOME, DONE and BEGIN is shown."""
        return self.ui.stack.currentIndex()

    def read(self, place: str) -> None:
        """Look at the sheet at ``place``."""
        self._stop()
        self.sheet = _Sheet(Path(place))
        self.decisions, self._kept = {}, {}
        self.reading.begin()
        self.outcome.begin()
        self.ui.place.setText(self.sheet.path.name)
        self.ui.place.setToolTip(place)
        self._show_step(BEGIN)
        self.begin.hide()
        self._say(self.tr("Reading the sheet…"), "info")
        self._look_at(self.reading.settled)

    def begin_anew(self) -> None:
        """Nothing is looked at any more; another file can be chosen."""
        self._stop()
        self.sheet = None
        self.ui.place.setText("")
        self._say("")
        self._show_step(BEGIN)
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Next, or at the last step: Import."""
        if self.step in (READING, COLUMNS):
            self._show_step(self.step + 1)
        elif self.step == OUTCOME:
            self.write()

    def go_back(self) -> None:
        """The step before."""
        if self.step in (COLUMNS, OUTCOME, DONE):
            self._show_step(self.step - 1)

    def write(self) -> None:
        """Import what step 3 shows, in one change set."""
        sheet, settled = self.sheet, self.columns.settled
        if sheet is None or sheet.seen is None or sheet.look is None or settled is None:
            return
        remembers = settled if self.ui.rememberBox.isChecked() else None
        self._deciding.stop()
        self._writing = True
        self.ui.nextButton.setEnabled(False)
        work = writing(self.desk.store, sheet.seen, self.decisions, sheet.look, remembers)
        self._jobs.start(self.tr("Importing {0}").format(sheet.path.name), work, self._written,
                         writes=True)

    def refresh(self, changed: Changed) -> None:
        """Somebody wrote: what was compared may be another thing now."""
        if self._writing or self.sheet is None or self.sheet.seen is None:
            return
        if self.step == DONE:
            self.done.follow_undo(self.sheet.seen.change_set_id)
            self._show_buttons()
        else:
            self._asked = ()
            if self.step == OUTCOME:
                self._compare()

    # Parts

    def _make_parts(self) -> None:
        ui = self.ui
        self.steps = StepBar([self.tr("The sheet"), self.tr("The columns"),
                              self.tr("What will happen")])
        self.banner = Banner()
        for place, part in ((ui.steps, self.steps), (ui.banners, self.banner)):
            column = QVBoxLayout(place)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(part)
        self.reading, self.columns = ReadingStep(self.desk), ColumnsStep(self.desk)
        self.outcome, self.done = OutcomeStep(self.desk), DoneStep(self.desk)
        self.begin = begin_state(self.place_requested.emit)
        held = QWidget()
        QHBoxLayout(held).addWidget(self.begin)
        for step in (self.reading, self.columns, self.outcome, self.done, held):
            ui.stack.addWidget(step)

    def _connect(self) -> None:
        ui = self.ui
        self.steps.chosen.connect(self._show_step)
        self.reading.reading_changed.connect(self._look_at)
        self.reading.target_chosen.connect(self._choose_target)
        self.columns.changed.connect(self._keep)
        self.columns.changed.connect(self._show_buttons)
        self.outcome.decided.connect(self._decided)
        ui.nextButton.clicked.connect(self.go_on)
        ui.backButton.clicked.connect(self.go_back)
        ui.closeButton.clicked.connect(self._leave)
        ui.refusedButton.clicked.connect(self._save_refused)
        self.done.list_wanted.connect(self._go_to_list)
        self.done.undo_wanted.connect(self.undo_requested)
        self.done.refused_wanted.connect(self._save_refused)
        self.done.another_wanted.connect(self.begin_anew)

    # Reading

    def _look_at(self, reading: "Reading", target: str = "") -> None:
        sheet = self.sheet
        if sheet is not None:
            self._jobs.start(self.tr("Reading {0}").format(sheet.path.name),
                             looking(self.desk.store, sheet.path, reading, target), self._looked)

    def _looked(self, found: "tuple[Look, Proposal]") -> None:
        sheet = self.sheet
        if sheet is None:
            return
        look, proposal = found
        sheet.look, sheet.proposal = look, proposal
        self.ui.place.setText(f"{sheet.path.name} · {self.desk.text(FORMATS[look.format])}")
        self._say("")
        self.reading.show_look(look)
        self._settle()
        if self.step == BEGIN:
            self._show_step(READING)
        else:
            self._show_buttons()

    def _choose_target(self, target: str) -> None:
        """Another thing is in the rows; what was settled for it before is still known."""
        sheet = self.sheet
        if sheet is None or sheet.look is None:
            return
        from partner_desk.services.sheets import proposing

        self._keep()
        look = sheet.look
        sheet.proposal = self.desk.read(lambda reader: proposing.propose(reader, look, target))
        self._settle()
        self._show_buttons()

    def _settle(self) -> None:
        """Use the columns as they were settled for such rows before, else as proposed."""
        sheet = self.sheet
        if sheet is None or sheet.look is None or sheet.proposal is None:
            return
        look, proposed = sheet.look, sheet.proposal.settled
        settled = self._kept.get((look.raw_headings, proposed.target), proposed)
        self.reading.show_target(settled.target)
        self.columns.show_columns(look, sheet.proposal, replace(settled, reading=look.reading))

    def _keep(self) -> None:
        """Remember what is settled while somebody looks at another sheet or target."""
        settled, look = self.columns.settled, self.look
        if settled is not None and look is not None:
            self._kept[look.raw_headings, settled.target] = settled

    # What would happen

    def _compare(self) -> None:
        """Compare with the office, unless that was done for exactly this."""
        sheet, settled = self.sheet, self.columns.settled
        if sheet is None or settled is None or sheet.look is None:
            return
        decisions = dict(self.decisions)
        asked = (sheet.path, settled, tuple(sorted(decisions.items())))
        if asked == self._asked:
            return
        self._asked = asked
        if sheet.seen is None or sheet.seen.settled != settled:
            sheet.seen = None
            self.outcome.setEnabled(False)
            self._say(self.tr("Comparing the rows with the office…"), "info")
            self._show_buttons()
        self._jobs.start(self.tr("Comparing {0}").format(sheet.path.name),
                         comparing(self.desk.store, sheet.path, settled, decisions, sheet.look),
                         self._compared)

    def _compared(self, found: "tuple[ImportPreview, dict[int, Typed]]") -> None:
        if self.sheet is None:
            return
        seen, typed = found
        self.sheet.seen = seen
        self.outcome.setEnabled(True)
        self.outcome.show_preview(seen, self.decisions, typed)
        self._say(self.outcome.told_of_all(seen))
        if seen.new + seen.changed == 0 and not seen.refused:
            self._say(self.tr("Everything in this sheet is already in the office as it is."),
                      "success")
        self._show_buttons()
        self._to_rows()

    def _to_rows(self) -> None:
        """The rows get the keyboard once they are there, unless somebody took it elsewhere."""
        free = self.focusWidget() in (None, self, self.ui.nextButton)
        if self.step == OUTCOME and free and self.outcome.isEnabled():
            self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decided(self, key: str, decision: str) -> None:
        self.decisions[key] = decision
        self.outcome.show_decided()
        self._show_buttons()
        seen = self.seen
        if seen is not None and seen.read <= _COMPARED_AT_ONCE:
            self._deciding.start()

    # Writing

    def _written(self, result: "ImportPreview") -> None:
        self._writing = False
        sheet = self.sheet
        if sheet is None:
            return
        sheet.seen, self._asked = result, ()
        remembered = self.ui.rememberBox.isChecked()
        sentence = self.tr("Sheets with these columns will be read the same way next time.")
        self._show_step(DONE)
        self.done.show_result(result, sentence if remembered else "")
        self.done.follow_undo(result.change_set_id)

    def _go_to_list(self) -> None:
        if self.seen is not None and self.seen.settled is not None:
            target, came = self.seen.settled.target, self.seen.change_set_id
            self.desk.came_in_requested.emit(TARGET_WORDS[target].area, target, came)

    def _save_refused(self) -> None:
        from partner_desk.ui.shell.choosing import choose_workbook_to_write

        seen = self.seen
        if seen is None or self.sheet is None:
            return
        name = self.tr("{0} - refused.xlsx").format(self.sheet.path.stem)
        place = choose_workbook_to_write(self, name)
        if not place:
            return
        self._jobs.start(
            self.tr("Saving the refused rows"), saving(seen, Path(place), self.desk.text),
            lambda count: self.desk.tell(self.desk.plural(
                "{0} row is saved. Fix it there and import that file.",
                "{0} rows are saved. Fix them there and import that file.", count)),
        )

    # The frame

    def _failed(self, error: BaseException) -> None:
        self._writing, self._asked = False, ()
        if isinstance(error, DeskError):
            reason = problem_sentence(error.code, error.values, self.desk.text)
        elif isinstance(error, Stopped):
            reason = self.tr("Stopped.")
        else:
            raise error
        self._say(reason + " " + self.tr("Nothing was written."), "error")
        self.begin.show()
        self._show_buttons()

    def _stop(self) -> None:
        self._deciding.stop()
        self._jobs.stop()
        self._asked, self._writing = (), False

    def _show_step(self, step: int) -> None:
        self.ui.stack.setCurrentIndex(step)
        self.begin.setVisible(step == BEGIN)
        self._show_buttons()
        # Next waits for the outcome: left to itself it hands the keyboard to the steps above.
        if first := {READING: self.ui.nextButton, COLUMNS: self.columns, OUTCOME: self}.get(step):
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        if step == OUTCOME:
            self._compare()
            self._to_rows()

    def _show_buttons(self) -> None:
        ui, step = self.ui, self.step
        working = step in (READING, COLUMNS, OUTCOME) and self.look is not None
        complaint = self.columns.complaint()
        self.steps.setVisible(working)
        reached = COLUMNS if complaint or step == READING else OUTCOME
        self.steps.show_step(step, reached)
        undone = step == DONE and self.done.is_undone  # It can be looked at again.
        ui.backButton.setVisible(step in (COLUMNS, OUTCOME) or undone)
        ui.nextButton.setVisible(working)
        for part in (ui.rememberBox, ui.refusedButton):
            part.setVisible(step == OUTCOME)
        self._show_note(complaint)
        self._show_next(complaint)

    def _show_note(self, complaint: str) -> None:
        note = ""
        if self.step == COLUMNS:
            note = complaint or self.columns.note()
        elif self.step == OUTCOME and self.look is not None:
            note = self.tr("Nothing is written before you press Import, and one Undo takes all of "
                           "it back.")
        set_look(self.ui.footNote, "textRole", "error" if note and note == complaint else "caption")
        self.ui.footNote.setText(note)
        self.ui.footNote.setVisible(bool(note))

    def _show_next(self, complaint: str) -> None:
        button, seen = self.ui.nextButton, self.seen
        if self.step != OUTCOME:
            button.setText(self.tr("&Next"))
            button.setEnabled(self.step == READING or not complaint)
            return
        count = seen.new + seen.changed if seen else 0
        self.ui.refusedButton.setEnabled(bool(seen and seen.refused))
        button.setEnabled(count > 0 and not self.desk.read_only and not self._writing)
        words = self.desk.plural("&Import {0} row", "&Import {0} rows", count)
        button.setText(words if count else self.tr("&Import"))

    def _say(self, sentence: str, tone: str = "info") -> None:
        self.banner.setVisible(bool(sentence))
        self.ui.banners.setVisible(bool(sentence))
        if sentence:
            self.banner.show_message(sentence, tone)

    def _leave(self) -> None:
        settled = self.columns.settled
        area = TARGET_WORDS[settled.target].area if settled and self.sheet else "today"
        self.begin_anew()
        self.desk.area_requested.emit(area)
