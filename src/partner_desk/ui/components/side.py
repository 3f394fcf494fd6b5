"""One kind of records with all that can be done with it: choose, show, add, delete, bring back."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from partner_desk.model.fields import Record
from partner_desk.model.registry import KINDS
from partner_desk.services import records
from partner_desk.ui.components.duplicates_button import COMPARED_KINDS, duplicates_button
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.list_and_record import ListAndRecord
from partner_desk.ui.components.list_pane import ListPane
from partner_desk.ui.components.new_record import NewRecord
from partner_desk.ui.components.page import Place
from partner_desk.ui.components.record_view import RecordView
from partner_desk.ui.desk import Changed, Desk


class Side(ListAndRecord):
    """A list and its record; what differs from kind to kind is in ``describe`` and the tabs."""

    def __init__(
        self,
        desk: Desk,
        pane: ListPane,
        view: RecordView,
        hint: EmptyState,
        new: NewRecord | Callable[[], NewRecord] | None,
    ) -> None:
        super().__init__(pane, view, hint)
        self.desk, self.view = desk, view
        self._make_new = new
        self._new: NewRecord | None = None
        self.entity = KINDS[pane.kind]
        pane.chosen.connect(self.show_id)
        pane.activated.connect(self._go_in)
        pane.add_requested.connect(self.begin)
        pane.emptied.connect(hint.set_silent)
        hint.set_silent(not pane.table_model.ids)
        self._state = f"splitter/{pane.kind}"
        self.splitter.restoreState(desk.preferences.state(self._state))
        self.moved.connect(
            lambda: desk.preferences.keep_state(self._state, self.splitter.saveState())
        )
        self.combine_action = view.add_menu(self.tr("Combine with…"), "copy", self.combine)
        desk.only_to_write(self.combine_action)
        if pane.kind in COMPARED_KINDS:
            self.duplicates_button = duplicates_button(desk, pane.kind)
            self.pane.add_to_foot(self.duplicates_button)
        self.trash_action = view.add_menu(self.tr("Move to Trash"), "delete", self.delete)
        desk.only_to_write(self.trash_action)

    @property
    def new(self) -> NewRecord | None:
        """The form for a new record, made when it is first asked for; None where there is none."""
        if self._new is None and self._make_new is not None:
            made = self._make_new
            self._new = made if isinstance(made, NewRecord) else made()
            self._new.added.connect(self._added)
            self._new.given_up.connect(self._given_up)
        return self._new

    def describe(self, record: Record) -> None:
        """Set the head of the view, its next action and its checklist."""
        self.view.set_head(record.caption)

    def open(self, record_id: str) -> None:
        """Make a record current in the list and show it."""
        self.pane.show_record(record_id)
        self.show_id(record_id)

    def place(self) -> Place:
        """What is listed, and the record that is open."""
        record = self.view.record if self.stack.currentWidget() is self.view else None
        return Place(
            choice=self.pane.chip, search=self.pane.form.filter.text(),
            record=record.id if record else "", tab=self.view.form.tabs.currentIndex(),
        )

    def come_back(self, place: Place) -> None:
        """List what was listed at ``place``, and open the same record at the same tab."""
        self.pane.choose_chip(place.choice, place.search)
        if place.record in self.pane.table_model.ids:
            self.open(place.record)
        elif place.record:  # It was open beside a list that does not hold it.
            self.show_id(place.record)
        self.view.form.tabs.setCurrentIndex(place.tab)

    def show_id(self, record_id: str) -> None:
        """Show a record on the right."""
        record = self.desk.read(lambda reader: reader.get(self.entity, record_id))
        if record is None:
            self.show_hint()
            return
        self._describe(record)
        self.view.show_record(record)
        self.show_record()

    def refresh(self, changed: Changed) -> None:
        """Read anew what ``changed`` touches."""
        self.pane.refresh(changed)
        shown = self.view.record
        if shown is None:
            return
        record = self.desk.read(lambda reader: reader.get(self.entity, shown.id))
        if record is None or (record.deleted_at and not shown.deleted_at):
            self.view.record = record
            self.pane.current_id = ""
            if self.stack.currentWidget() is self.view:
                self.show_hint()
            return
        self._describe(record)
        self.view.refresh(record, changed)
        is_back = shown.deleted_at and not record.deleted_at
        if is_back and self.stack.currentWidget() is self.hint:
            self.open(record.id)  # Brought back, as by Undo.

    def begin(self) -> None:
        """Show empty fields for a new record."""
        new = None if self.desk.read_only else self.new
        if new is not None:
            self.view.commit()
            self.show_form(new)
            new.begin()

    def delete(self) -> None:
        """Move the record that is shown to Trash; a message offers to undo it."""
        record = self.view.record
        if record is None:
            return
        self.view.commit()

        def work() -> bool:
            records.delete(self.desk.store, self.entity, record.id)
            return True

        if self.desk.write(work):
            self.show_hint()
            self.desk.tell(self.tr("{0} was moved to Trash.").format(record.caption), undo=True)
            self.pane.form.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def combine(self) -> None:
        """Ask which other record is the same as the one that is shown."""
        from partner_desk.ui.components.combine_dialog import ask_and_compare

        if self.view.record is not None:
            self.view.commit()
            ask_and_compare(self.desk, self.view.record, self)

    def bring_back(self) -> None:
        """Take the record that is shown out of Trash."""
        record = self.view.record
        if record is None:
            return

        def work() -> bool:
            records.bring_back(self.desk.store, self.entity, record.id)
            return True

        if self.desk.write(work):
            self.pane.refresh_now()
            self.open(record.id)
            self.desk.tell(self.tr("{0} was brought back.").format(record.caption), undo=True)

    def commit(self) -> None:
        """Save what is still being typed."""
        self.view.commit()

    def _describe(self, record: Record) -> None:
        in_trash = record.deleted_at is not None
        self.view.form.tabs.setEnabled(not in_trash)
        self.trash_action.setVisible(not in_trash)
        self.combine_action.setVisible(not in_trash and self.pane.kind in COMPARED_KINDS)
        if in_trash:
            self.view.set_head(record.caption, "", self.tr("In Trash"), "error")
            self.view.checklist.show_missing("", [])
            self.view.set_action(self.tr("Bring back"), "restore", self.bring_back)
        else:
            self.describe(record)

    def _go_in(self) -> None:
        if self.stack.currentWidget() is self.view:
            self.view.focus_first()

    def _added(self, record_id: str, goes_on: bool) -> None:
        self.pane.refresh_now()
        if goes_on:
            self.pane.show_record(record_id)
            return
        self.open(record_id)
        self.view.form.tabs.setCurrentIndex(0)
        self.view.focus_first()

    def _given_up(self) -> None:
        if self.view.record is not None and self.view.record.id == self.pane.current_id:
            self.show_record()
        else:
            self.show_hint()
        self.pane.form.table.setFocus(Qt.FocusReason.OtherFocusReason)
