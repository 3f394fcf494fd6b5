"""Possible duplicates of the whole office: found, looked at, combined or told apart."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from partner_desk.model.errors import Cancelled as Stopped
from partner_desk.model.errors import DeskError, InputError
from partner_desk.model.fields import Record
from partner_desk.model.office import NotSame
from partner_desk.ui.components.known_duplicates import keep_waiting
from partner_desk.ui.components.newest_job import NewestJob
from partner_desk.ui.components.page import Page
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.jobs import Cancelled, Report
from partner_desk.ui.sentences import problem_sentence
from partner_desk.ui.shell.duplicates.apart_dialog import ApartDialog
from partner_desk.ui.shell.duplicates.frame import KIND_WORDS, DuplicatesFrame
from partner_desk.ui.shell.duplicates.group_list import MOST_ROWS
from partner_desk.ui.shell.duplicates.groups import Groups, chosen_group

if TYPE_CHECKING:
    from partner_desk.services.duplicates.facts import Group


class DuplicatesPage(Page):
    """Groups on the left, one of them side by side on the right.

    ``show_list`` takes a kind, or ``kind:id,id`` for records that a person wants to compare.
    """

    kinds: ClassVar[tuple[str, ...]] = ()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.frame = DuplicatesFrame(desk, self)
        self.panel, self.list = self.frame.panel, self.frame.list
        self.kind = next(iter(KIND_WORDS))
        self.current = -1
        self._groups: dict[str, Groups] = {}
        self._looked: dict[str, bool] = {}
        self._wider = False
        self._jobs = NewestJob(desk, self._failed)
        self._looking = self._working = False
        self._focus_before: QWidget | None = None
        self.setFocusProxy(self.list)
        self._connect()

    @property
    def groups(self) -> Groups:
        """What is known of the kind that is shown."""
        if self.kind not in self._groups:
            self._groups[self.kind] = Groups(self.desk, self.kind)
        return self._groups[self.kind]

    def show_list(self, key: str) -> None:
        kind, _, ids = key.partition(":")
        if kind not in KIND_WORDS:
            return
        self._show_kind(kind)
        wanted = [each for each in ids.split(",") if each]
        if len(wanted) > 1:
            group = self.desk.read(lambda reader: chosen_group(reader, kind, wanted))
            self.current = self.groups.add(group)
            self._show_groups()

    def look(self) -> None:
        """Look through all records of the kind anew, in the background."""
        kind, store, wider = self.kind, self.desk.store, self._wider
        self._looking = True
        self._looked.pop(kind, None)

        def work(report: Report, cancelled: Cancelled) -> "list[Group]":
            # Loaded here and not while the window waits.
            from partner_desk.services import duplicates
            from partner_desk.services.without_collecting import nothing_to_collect

            levels = duplicates.LEVELS if wider else duplicates.FIRST_LEVELS
            # The index is gone when this ends: to look through it for waste would only hold up
            # the window.
            with nothing_to_collect():
                return duplicates.find_all(store, kind, report, cancelled, levels)

        self._jobs.start(
            self.tr("Looking for duplicates: {0}").format(self.desk.text(KIND_WORDS[kind])),
            work, partial(self._found, kind),
        )
        self._show_groups()

    def combine(self) -> None:
        """Make one record of those that take part, and go on to the next group."""
        from partner_desk.services import combining

        panel, side = self.panel, self.panel.side
        if self._working or not panel.may_combine or not self._shows_group():
            return
        store, kind, anyway = self.desk.store, self.kind, panel.anyway
        survivor, losers, choices = side.survivor_id, side.losers, dict(side.choices)
        self._working = True
        panel.combine_button.setEnabled(False)
        # A backup of the office is made first: that may take a moment.
        self.desk.start_job(
            self.tr("Combining"),
            lambda report, cancelled: combining.combine(
                store, kind, survivor, losers, choices, anyway=anyway),
            self._combined, failed=self._not_combined, writes=True,
        )

    def tell_apart(self) -> None:
        """Say that those that take part are not the same, and go on to the next group."""
        from partner_desk.services.duplicates.apart import none_the_same

        panel = self.panel
        if self._working or not panel.may_part or not self._shows_group():
            return
        parts, why = panel.parts, panel.why.text()
        before = self.current
        self._to_list()
        try:
            said = self.desk.write(
                lambda: none_the_same(self.desk.store, self.kind, parts, why)
            )
        except InputError as error:
            problem = error.problems[0]
            panel.say(problem_sentence(problem.code, problem.values, self.desk.text))
            return
        if said is None:
            return
        if self.current == before:
            self.decide_later()
        if said:
            self.desk.tell(self.tr("They are kept apart from now on."), undo=True)

    def show_apart(self) -> ApartDialog:
        """Show what was said not to be the same."""
        from partner_desk.services.duplicates.apart import told_apart

        found = self.desk.read(lambda reader: told_apart(reader, self.kind))
        dialog = ApartDialog(self.desk, self.desk.text(KIND_WORDS[self.kind]), found, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.take_back)
        dialog.open()
        return dialog

    def take_back(self, said: NotSame) -> None:
        """Let two that were said not to be the same be decided again, and show them."""
        from partner_desk.services.duplicates.apart import same_after_all

        def work() -> bool:
            same_after_all(self.desk.store, said)
            return True

        if self.desk.write(work):
            self.show_list(f"{said.of_kind}:{said.first_id},{said.second_id}")
            self.desk.tell(self.tr("They are to be decided again."), undo=True)

    def decide_later(self) -> None:
        """Go on to the next group and leave this one as it is."""
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + 1) % count)
        self._to_list()

    def refresh(self, changed: Changed) -> None:
        back = {kind: each.refresh(changed) for kind, each in self._groups.items()}
        mine = back.get(self.kind)
        if mine is not None:
            # What Undo brings back is what a person wants to see.
            self.current = mine[0] if mine else self.current
            self._show_groups()

    def focus_filter(self) -> None:
        """There is no filter here: the cursor goes into the list."""
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Look through the office when the page is shown for the first time."""
        super().showEvent(event)
        self._focus_before = self.window().focusWidget()
        self._take_focus()
        if self.kind not in self._looked and not self._looking:
            self.look()

    def _connect(self) -> None:
        frame, panel = self.frame, self.panel
        frame.kind_chosen.connect(self._show_kind)
        frame.wider_chosen.connect(self._widen)
        frame.look_requested.connect(self.look)
        frame.apart_requested.connect(self.show_apart)
        self.list.currentRowChanged.connect(self._row_chosen)
        panel.combine_requested.connect(self.combine)
        panel.not_same_requested.connect(self.tell_apart)
        panel.later_requested.connect(self.decide_later)
        for key, do in (("C", self.combine), ("N", self.tell_apart), ("L", self.decide_later)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _show_kind(self, kind: str) -> None:
        other = kind != self.kind
        self.kind = kind
        self.frame.show_kind(kind)
        if other:
            self.current = -1
            self._jobs.stop()
            self._looking = False
        if self.isVisible() and kind not in self._looked and not self._looking:
            self.look()
        else:
            self._show_groups()

    def _widen(self, wider: bool) -> None:
        self._wider = wider
        self._looked.clear()
        self.look()

    def _found(self, kind: str, found: "list[Group]") -> None:
        before = self._groups.get(kind)
        chosen = [group for _, group in before.chosen()] if before else []
        current = before.at(self.current) if before else None
        self._groups[kind] = groups = Groups(self.desk, kind, found)
        for each in chosen:
            groups.add(each)
        self._looking, self._looked[kind] = False, True
        self.current = groups.place_of(current) if current else -1
        self._show_groups()
        self._take_focus()

    def _failed(self, error: BaseException) -> None:
        self._looking = False
        self._looked[self.kind] = False
        if isinstance(error, DeskError) and not isinstance(error, Stopped):
            self.desk.troubled.emit(error)
        self._show_groups()

    def _show_groups(self) -> None:
        found = self.groups.open()
        row = max(self.list.currentRow(), 0)
        self.list.show_groups(found)
        places = [place for place, _ in found]
        if self.current in places:
            row = places.index(self.current)
        self.list.blockSignals(True)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.blockSignals(False)
        self._row_chosen(self.list.currentRow())
        self.frame.apart_button.setVisible(self.groups.any_apart)
        self.frame.show_count(len(found), MOST_ROWS, looking=self._looking)
        if self._looked.get(self.kind):
            keep_waiting(self.desk, self.kind, self.groups.waiting)

    def _row_chosen(self, row: int) -> None:
        place = self.list.place_at(row)
        group = self.groups.at(place)
        if group is None:
            self.current = -1
            self.panel.group = None
            self._show_nothing()
            return
        is_new = place != self.current or self.panel.group != group
        self.current = place
        if is_new:
            self.panel.show_group(self.kind, group, self.groups.apart_of(group))
        self.frame.show_panel()

    def _take_focus(self) -> None:
        """Let the keys work as soon as there is a list, unless the person went elsewhere."""
        focused = self.window().focusWidget()
        elsewhere = focused not in (None, self._focus_before) and not self.isAncestorOf(focused)
        if self.list.count() and self.isVisible() and not elsewhere:
            self._to_list()

    def _show_nothing(self) -> None:
        name = self.desk.text(KIND_WORDS[self.kind])
        if self._looking:
            self.frame.say(self.tr("Looking for possible duplicates…"), name)
        elif self._looked.get(self.kind):
            self.frame.say(
                self.tr("No possible duplicates"),
                self.tr("Nothing under “{0}” looks alike.").format(name),
            )
        else:
            self.frame.say(
                self.tr("The search was stopped"), self.tr("Look again when there is time.")
            )

    def _shows_group(self) -> bool:
        return self.current >= 0 and self.panel.group is not None

    def _to_list(self) -> None:
        """Keys go on to work in the list when a button or a field is done with."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _combined(self, kept: Record) -> None:
        self._working = False
        self._to_list()
        words = self.tr("They are one now: {0}.").format(kept.caption)
        self.desk.tell(words, undo=True)

    def _not_combined(self, error: BaseException) -> None:
        self._working = False
        if isinstance(error, InputError):
            problem = error.problems[0]
            self.panel.say(problem_sentence(problem.code, problem.values, self.desk.text))
            return
        self.panel.combine_button.setEnabled(self.panel.may_combine)
        if isinstance(error, DeskError):
            self.desk.troubled.emit(error)


