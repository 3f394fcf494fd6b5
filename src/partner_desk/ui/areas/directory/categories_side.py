"""The categories of the office: their tree, and the record of one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from partner_desk.model.categories import Category
from partner_desk.model.errors import InputError
from partner_desk.model.fields import Record
from partner_desk.model.origins import Source
from partner_desk.services import categories, category_changes, usual_categories
from partner_desk.ui.areas.directory.category_dialog import MergeDialog, MoveDialog
from partner_desk.ui.areas.directory.category_pane import CategoryPane
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.free_side import FreeSide
from partner_desk.ui.components.history_tab import HistoryTab
from partner_desk.ui.components.lazy import Lazy
from partner_desk.ui.components.new_record import NewRecord
from partner_desk.ui.components.record_view import RecordView
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.components.splitting import keep_shares
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.sentences import problem_sentence

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

FIELDS = ("name", "name_es", "parent_id", "description", "code", "taxonomy")
NEW_FIELDS = ("name", "name_es", "parent_id")
_COUNTED = ("category", "service_category", "need", "partnership_category", "service")


class CategoriesSide(FreeSide):
    """The tree at the left, the current category at the right."""

    resources_requested = Signal(str)
    """Somebody wants the resources of a category and of all under it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.pane = CategoryPane(desk, self._rename, self._put)
        self.view = RecordView()
        self.hint = EmptyState("directory")
        self.form = FieldForm(desk, Category, FIELDS, save=self._save)
        self.new_form = FieldForm(desk, Category, NEW_FIELDS, cards=False)
        self.new = self._make_new()
        self._make_view()
        self._lay_out()
        self._connect()
        self.read_anew()

    def open(self, category_id: str) -> None:
        """Make a category current in the tree and show it."""
        self.pane.go_to(category_id)
        self.show_id(category_id)

    def show_id(self, category_id: str) -> None:
        """Show a category on the right."""
        found = self.desk.read(lambda reader: reader.get(Category, category_id))
        if found is None or found.deleted_at is not None:
            self.stack.setCurrentWidget(self.hint)
            return
        self._describe(found)
        self.view.show_record(found)
        self.stack.setCurrentWidget(self.view)

    def take_switch(self, switch: QTabBar, *, beside: bool) -> None:
        self.pane.take_switch(switch, beside=beside)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the tree."""
        self.pane.setFocus(event.reason())

    def focus_filter(self) -> None:
        self.pane.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.filter.selectAll()

    def begin(self) -> None:
        """Show empty fields for a new category, under the one that is current."""
        if self.desk.read_only:
            return
        self.view.commit()
        self.stack.setCurrentWidget(self.new)
        self.new.begin()
        self.new_form.begin({"parent_id": self.pane.current_id or None})

    def refresh(self, changed: Changed) -> None:
        if changed.touches(*_COUNTED):
            self.read_when_seen()
        shown = self.view.record
        if shown is None:
            return
        found = self.desk.read(lambda reader: reader.get(Category, shown.id))
        if found is None or found.deleted_at is not None:
            if self.stack.currentWidget() is self.view:
                self.stack.setCurrentWidget(self.hint)
            return
        self._describe(found)
        self.view.refresh(found, changed)
        if shown.deleted_at is not None or self.stack.currentWidget() is self.hint:
            self.stack.setCurrentWidget(self.view)

    def commit(self) -> None:
        self.view.commit()

    def move_current(self) -> None:
        """Ask under which category the current one should stand."""
        record = self.view.record
        if record is not None and not self.desk.read_only:
            self.view.commit()
            MoveDialog(self.desk, record.id, record.caption, self).exec()

    def merge_current(self) -> None:
        """Ask into which category the current one should be merged."""
        record = self.view.record
        if record is None or self.desk.read_only:
            return
        self.view.commit()
        dialog = MergeDialog(self.desk, record.id, record.caption, self)
        if dialog.exec():
            self.desk.tell(self.tr("{0} was merged.").format(record.caption), undo=True)
            survivor = dialog.editor.value()
            if survivor:
                self.open(survivor)

    def delete(self) -> None:
        """Move the current category to Trash, if nothing hangs on it."""
        record = self.view.record
        if record is None or self.desk.read_only:
            return

        def work() -> bool:
            category_changes.delete(self.desk.store, record.id)
            return True

        if self._tried(work):
            self.stack.setCurrentWidget(self.hint)
            self.desk.tell(self.tr("{0} was moved to Trash.").format(record.caption), undo=True)

    def add_usual(self) -> None:
        """Add those of the categories of the program that are missing."""
        added = self.desk.write(lambda: usual_categories.fill(self.desk.store))
        if added:
            self.desk.tell(self.desk.plural(
                "{0} category was added.", "{0} categories were added.", added
            ), undo=True)

    def _describe(self, category: Category) -> None:
        def facts(reader: "Reader") -> tuple[str, str, int]:
            above = categories.paths(reader, [category.id], self._language)
            path = above.get(category.id, "").rpartition(categories.PATH)[0]
            source = reader.get(Source, category.source_id)
            use = category_changes.use_of(reader, category.id)
            return path, source.name if source else "", use.needs

        path, source, needs = self.desk.read(facts)
        told = [path, self.tr("Source: {0}").format(source) if source else ""]
        if needs:
            told.append(self.desk.plural("{0} need", "{0} needs", needs))
        name = categories.name_in(category, self._language)
        self.view.set_head(name, " · ".join(filter(None, told)))
        self.view.set_action(self.tr("Show its resources"), "search", self._show_resources)

    def _show_resources(self) -> None:
        if self.view.record is not None:
            self.resources_requested.emit(self.view.record.id)

    def read_anew(self) -> None:
        nodes, lacks = self.desk.read(lambda reader: (
            categories.tree(reader, self._language), bool(usual_categories.missing(reader))
        ))
        self.pane.show_nodes(nodes, lacks_usual=lacks and not self.desk.read_only)
        self.hint.set_silent(not nodes)

    def _rename(self, category_id: str, field: str, typed: str) -> bool:
        return self._tried(lambda: category_changes.change_field(
            self.desk.store, category_id, field, typed
        ))

    def _put(self, category_id: str, parent_id: str | None) -> bool:
        return self._tried(lambda: category_changes.move(
            self.desk.store, category_id, parent_id
        ))

    def _tried(self, work: Callable[[], object]) -> bool:
        """Do it, or say in a message why it cannot be."""
        try:
            return self.desk.write(work) is not None
        except InputError as error:
            sentences = (
                problem_sentence(each.code, each.values, self.desk.text)
                for each in error.problems
            )
            self.desk.tell(" ".join(sentences))
            return False

    def _save(self, record_id: str, field: str, typed: object) -> Record:
        expected = self.form.rows[field].stored
        return category_changes.change_field(
            self.desk.store, record_id, field, typed, expected
        )

    def _added(self, category_id: str, goes_on: bool) -> None:
        self.read_anew()
        if not goes_on:
            self.open(category_id)
            # Else the button above has the focus, and the Enter that saved presses it as well.
            self.view.focus_first()

    def _given_up(self) -> None:
        shown = self.view if self.view.record is not None else self.hint
        self.stack.setCurrentWidget(shown)
        self.pane.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _language(self) -> str:
        return self.desk.catalogue.language

    def _make_new(self) -> NewRecord:
        def keep() -> Record:
            values = self.new_form.values()
            return category_changes.add(self.desk.store, values, values.pop("parent_id"))

        return NewRecord(
            self.desk, self.tr("New category"),
            self.tr("A name is enough to begin; empty in Spanish means the same name."),
            (self.new_form,), keep,
        )

    def _make_view(self) -> None:
        overview = Sections()
        overview.add(self.form)
        self.view.add_tab(self.tr("Overview"), overview)
        self.view.add_tab(self.tr("History"), Lazy(lambda: HistoryTab(self.desk)))
        for words, picture, do in (
            (self.tr("Rename (F2)"), "edit", self.pane.rename_current),
            (self.tr("Move… (Ctrl+M)"), "directory", self.move_current),
            (self.tr("Merge into…"), "link", self.merge_current),
            (self.tr("Move to Trash"), "delete", self.delete),
        ):
            self.desk.only_to_write(self.view.add_menu(words, picture, do))
        self.hint.say(
            self.tr("Choose a category from the tree"),
            self.tr("F2 renames it, dragging or Ctrl+M puts it under another one."),
        )

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for each in (self.hint, self.view, self.new):
            self.stack.addWidget(each)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pane)
        self.splitter.addWidget(self.stack)
        self.splitter.setSizes([600, 590])
        keep_shares(self.desk, self.splitter, "categories")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def _connect(self) -> None:
        self.pane.chosen.connect(self.show_id)
        self.pane.add_requested.connect(self.begin)
        self.pane.usual_requested.connect(self.add_usual)
        self.new.added.connect(self._added)
        self.new.given_up.connect(self._given_up)
        shortcut = QShortcut(QKeySequence("Ctrl+M"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.move_current)
