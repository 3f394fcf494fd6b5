"""The library of the office: what agreements begin with, what they need, who may sign them."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QToolButton, QWidget

from partner_desk.services import library, papers
from partner_desk.services.library import LibraryImport
from partner_desk.ui.areas.library.authority_side import AuthoritySide
from partner_desk.ui.areas.library.clauses_side import ClausesSide
from partner_desk.ui.areas.library.paper_kinds_side import PaperKindsSide
from partner_desk.ui.areas.library.templates_side import TemplatesSide
from partner_desk.ui.components.attempts import attempt
from partner_desk.ui.components.controls import tool_button
from partner_desk.ui.components.side import Side
from partner_desk.ui.components.sides_page import SideChoice, SidesPage
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.icons import icon

_PLACES = {"template": 0, "library_clause": 1, "paper_kind": 2, "signing_authority": 3}


class LibraryPage(SidesPage):
    """Templates, clauses, kinds of papers and signing authorities, one list at a time."""

    kinds: ClassVar[tuple[str, ...]] = tuple(_PLACES)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        if not desk.read_only:
            desk.write(lambda: library.ensure(desk.store))
            desk.write(lambda: papers.ensure_kinds(desk.store))
        super().__init__(desk, (
            SideChoice(self.tr("Templates"), lambda: self._with_menu(TemplatesSide(desk))),
            SideChoice(self.tr("Clauses"), lambda: self._with_menu(ClausesSide(desk))),
            SideChoice(self.tr("Papers"), lambda: PaperKindsSide(desk)),
            SideChoice(self.tr("Signers"), lambda: AuthoritySide(desk)),
        ), parent)

    @property
    def templates(self) -> TemplatesSide:
        """The list of templates."""
        side = self.side_at(0)
        assert isinstance(side, TemplatesSide)
        return side

    @property
    def clauses(self) -> ClausesSide:
        """The list of clauses."""
        side = self.side_at(1)
        assert isinstance(side, ClausesSide)
        return side

    def open_record(self, record_id: str, kind: str = "") -> None:
        side = self.side_at(_PLACES.get(kind, 0))
        self.show_side(side)
        if isinstance(side, Side):
            side.open(record_id)

    def refresh(self, changed: Changed) -> None:
        super().refresh(changed)
        if changed.touches("template_clause"):
            for side in self.sides:
                if isinstance(side, Side):
                    side.pane.table_model.forget_rows()

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

    def _with_menu(self, side: Side) -> Side:
        """The list with what can be done with the whole library above its filter."""
        menu = QMenu(side)
        bring = menu.addAction(icon("import"), self.tr("Import library…"))
        bring.triggered.connect(lambda: self.ask_and_import())
        self.desk.only_to_write(bring)
        pass_on = menu.addAction(icon("export"), self.tr("Export library…"))
        pass_on.triggered.connect(lambda: self.ask_and_export())
        more = tool_button("more", self.tr("Import and export the library"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(menu)
        side.pane.form.head.addWidget(more)
        return side
