"""The library of the office: templates and clauses, brought in and passed on as a file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.services import library
from partner_desk.services.library import LibraryImport
from partner_desk.ui.areas.agreements.library_clauses import ClausesSide
from partner_desk.ui.areas.agreements.library_templates import TemplatesSide
from partner_desk.ui.components.attempts import attempt
from partner_desk.ui.components.controls import tool_button
from partner_desk.ui.components.list_pane import ListPane
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.icons import icon


class LibrarySide(QWidget):
    """Two lists with one switch: what agreements begin with, and the clauses in it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        desk.write(lambda: library.ensure(desk.store))
        self.templates = TemplatesSide(desk)
        self.clauses = ClausesSide(desk)
        self.sides: tuple[Side, ...] = (self.templates, self.clauses)
        self._stack = QStackedWidget()
        self._switches: list[QTabBar] = []
        self._make_menu()
        for side in self.sides:
            self._stack.addWidget(side)
            self._add_switch(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def side(self) -> Side:
        """The list that is shown."""
        return self.sides[self._stack.currentIndex()]

    @property
    def pane(self) -> ListPane:
        """The list pane that is shown."""
        return self.side.pane

    @property
    def panes(self) -> tuple[ListPane, ...]:
        """Both list panes, for a page that puts a switch of its own into their heads."""
        return tuple(each.pane for each in self.sides)

    def show_side(self, side: Side) -> None:
        """Show one of the two lists."""
        place = self._stack.indexOf(side)
        self._stack.setCurrentIndex(place)
        for switch in self._switches:
            switch.blockSignals(True)
            switch.setCurrentIndex(place)
            switch.blockSignals(False)

    def open(self, record_id: str, kind: str = "template") -> None:
        """Show a template, or a clause of the library."""
        side = self.clauses if kind == "library_clause" else self.templates
        self.show_side(side)
        side.open(record_id)

    def begin(self) -> None:
        """Begin a template or a clause, whichever list is shown."""
        self.side.begin()

    def refresh(self, changed: Changed) -> None:
        """Read anew what ``changed`` touches."""
        for side in self.sides:
            side.refresh(changed)
            if changed.touches("template_clause"):
                side.pane.table_model.forget_rows()

    def commit(self) -> None:
        """Save what is still being typed."""
        for side in self.sides:
            side.commit()

    def ask_and_import(self) -> None:
        """Ask for a file, say what it would change, and take it over."""
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a library"), "", self._files()
        )
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, path: Path) -> None:
        """Say what a file would change and ask; take it over when the person agrees."""
        desk = self.desk
        self.commit()
        found = attempt(desk, lambda: library.preview_import(desk.store, path))
        if found is None:
            return
        if not found.new and not found.changed:
            desk.tell(self.tr("The library holds all of {0} already.").format(path.name))
            return
        question = self._question(path, found)
        question.accepted.connect(lambda: self._take_over(path))
        question.open()

    def ask_and_export(self) -> None:
        """Ask for a file name and write the library there."""
        name = self.tr("Library {0}").format(f"{self.desk.today():%Y-%m-%d}")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the library"), f"{name}.json", self._files()
        )
        if chosen:
            path = Path(chosen)
            self.export_file(path if path.suffix else path.with_suffix(".json"))

    def export_file(self, path: Path) -> None:
        """Write the library to a file that any office can import."""
        desk = self.desk
        self.commit()
        count = attempt(desk, lambda: library.export(desk.store, path))
        if count is not None:
            written = desk.plural(
                "{0} template was written.", "{0} templates were written.", count
            )
            desk.tell(self.tr("{0}: {1}").format(path.name, written))

    def _question(self, path: Path, found: LibraryImport) -> QMessageBox:
        desk = self.desk
        counts = (
            desk.plural("{0} text is new.", "{0} texts are new.", found.new),
            desk.plural(
                "{0} text of the office would be replaced.",
                "{0} texts of the office would be replaced.", found.changed,
            ),
            desk.plural(
                "{0} text is the same already.", "{0} texts are the same already.",
                found.unchanged,
            ),
        )
        question = QMessageBox(self)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Import a library"))
        question.setText(self.tr("Import {0}?").format(path.name))
        question.setInformativeText("\n".join(
            (*counts, self.tr("Agreements keep their words. Undo takes the import back."))
        ))
        take = question.addButton(self.tr("Import"), QMessageBox.ButtonRole.AcceptRole)
        question.setDefaultButton(take)
        question.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        return question

    def _take_over(self, path: Path) -> None:
        done = attempt(self.desk, lambda: library.import_(self.desk.store, path))
        if done is not None:
            words = self.tr("{0} was imported: {1} new, {2} changed.")
            self.desk.tell(words.format(path.name, done.new, done.changed), undo=True)

    def _files(self) -> str:
        return self.tr("Library of Partner Desk") + " (*.json)"

    def _make_menu(self) -> None:
        self.menu = QMenu(self)
        bring = self.menu.addAction(icon("import"), self.tr("Import library…"))
        bring.triggered.connect(lambda: self.ask_and_import())
        self.desk.only_to_write(bring)
        pass_on = self.menu.addAction(icon("export"), self.tr("Export library…"))
        pass_on.triggered.connect(lambda: self.ask_and_export())

    def _add_switch(self, side: Side) -> None:
        """Put the switch between the two, and the menu, above the filter of a list."""
        switch = QTabBar()
        switch.setAccessibleName(self.tr("Templates or clauses"))
        switch.setDrawBase(False)
        switch.setExpanding(False)
        switch.addTab(self.tr("Templates"))
        switch.addTab(self.tr("Clauses"))
        switch.setCurrentIndex(self._stack.indexOf(side))
        switch.currentChanged.connect(self._switched)
        self._switches.append(switch)
        more = tool_button("more", self.tr("Import and export the library"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self.menu)
        row = QHBoxLayout()
        row.addWidget(switch)
        row.addStretch(1)
        row.addWidget(more)
        side.pane.form.column.insertLayout(1, row)

    def _switched(self, place: int) -> None:
        self.show_side(self.sides[place])
