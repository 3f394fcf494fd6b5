"""The clauses of a template: their order at the left, the words of one at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from partner_desk.model.fields import Record
from partner_desk.model.library import LibraryClause, Template, TemplateClause
from partner_desk.services import library, records
from partner_desk.ui.components.attempts import attempt
from partner_desk.ui.components.clause_picker import ClausePicker
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.ordered import OrderedRows, beside
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.rows import Row
from partner_desk.ui.components.wording import Wording
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP, HALF, SECTION, UNIT


class TemplateClauses(RecordPart):
    """Clauses of the library in the order of one template; several templates may share them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._template: Template | None = None
        self._found: list[tuple[TemplateClause, LibraryClause]] = []
        self.rows = OrderedRows(
            desk, self.tr("Clauses of the template"), self.tr("Clause"),
            self.tr("Take out of this template; the library keeps the clause (Delete)"),
        )
        self.rows.add_button.setAccessibleName(self.tr("New clause"))
        self.library_button = flat_button(self.tr("From the library…"), "clause")
        self.rows.add_button_after(self.library_button)
        self.wording = Wording(
            desk, LibraryClause, ("heading", "text"), ("heading_es", "text_es")
        )
        self._shared = words_label("", "caption")
        self._teach = words_label(self.tr(
            "No clause yet. Take clauses from the library, or write a new one."
        ), "caption")
        self.rows.chosen.connect(self._show_clause)
        self.rows.moved.connect(self._move)
        self.rows.removed.connect(self.take_out)
        self.rows.add_button.clicked.connect(self.add)
        self.library_button.clicked.connect(self.add_from_library)
        self._lay_out()

    def show_record(self, record: Record | None) -> None:
        if not isinstance(record, Template):
            return
        if self._template is None or self._template.id != record.id:
            self.commit()
            self.rows.list.clear()
        self._template = record
        self._show_rows()

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("template_clause", "library_clause")

    def commit(self) -> None:
        self.wording.commit()

    def focus_field(self, name: str) -> bool:
        return self.wording.focus_field(name)

    def add(self) -> None:
        """Write a new clause: the cursor goes into its heading."""
        template = self._template
        if template is None:
            return
        self.commit()
        heading = self.tr("New clause")
        made = attempt(
            self._desk, lambda: library.add_new_clause(self._desk.store, template.id, heading)
        )
        if made is not None:
            self._choose_last()
            self.wording.focus_field("heading")
            line = self.wording.rows["heading"].editor.control
            if hasattr(line, "selectAll"):
                line.selectAll()

    def add_from_library(self) -> ClausePicker:
        """Ask for a clause that this template does not have yet."""
        there = {library.key_of(clause) for _, clause in self._found}
        picker = ClausePicker(self._desk, self._desk.catalogue.language, there, self)
        picker.picked.connect(self.add_known)
        picker.open()
        return picker

    def add_known(self, clause_id: str) -> None:
        """Add a clause of the library at the end."""
        template = self._template
        if template is None:
            return
        made = attempt(
            self._desk, lambda: library.add_clause(self._desk.store, template.id, clause_id)
        )
        if made is not None:
            self._choose_last()

    def take_out(self) -> None:
        """Take the current clause out of this template; the library keeps it."""
        found = self._current()
        if found is None:
            return
        link, clause = found

        def work() -> bool:
            records.delete(self._desk.store, TemplateClause, link.id)
            return True

        if self._desk.write(work):
            self._show_rows()
            self.rows.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._desk.tell(
                self.tr("{0} was taken out of the template.").format(clause.heading), undo=True
            )

    def _choose_last(self) -> None:
        self._show_rows()
        self.rows.choose(len(self._found) - 1)

    def _move(self, place: int, to: int) -> None:
        if place != to:
            self.commit()
            link, target = self._found[place][0], self._found[to][0]

            def work() -> bool:
                library.move_clause(self._desk.store, link, target)
                return True

            self._desk.write(work)
        self._show_rows()
        self.rows.choose(to)

    def _show_rows(self) -> None:
        template = self._template
        if template is None:
            return
        self._found = self._desk.read(lambda reader: library.linked(reader, template.id))
        spanish = self._desk.catalogue.language == "es"
        self.rows.show_rows([
            Row(f"{number}. {clause.heading_es if spanish else clause.heading}".rstrip(),
                "" if clause.text_es else self.tr("not in Spanish"), data=link.id)
            for number, (link, clause) in enumerate(self._found, 1)
        ])
        self._show_clause()

    def _current(self) -> tuple[TemplateClause, LibraryClause] | None:
        return next((each for each in self._found if each[0].id == self.rows.current), None)

    def _show_clause(self) -> None:
        found = self._current()
        self._editor.setVisible(found is not None)
        self._teach.setVisible(found is None)
        if found is None or self._template is None:
            return
        clause, own = found[1], self._template.id
        self.wording.show_record(clause)
        others = [
            each.name for each in
            self._desk.read(lambda reader: library.templates_with(reader, clause.id))
            if each.id != own
        ]
        self._shared.setVisible(bool(others))
        self._shared.setText(
            self.tr("Changes are for these templates as well: {0}").format(", ".join(others))
        )

    def _lay_out(self) -> None:
        self.wording.name_languages(self.tr("English"), self.tr("Spanish"))
        self._editor = QWidget()
        editor = QVBoxLayout(self._editor)
        editor.setContentsMargins(0, 0, 0, 0)
        editor.setSpacing(UNIT)
        editor.addWidget(self._shared)
        editor.addWidget(self.wording)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(GAP, 0, HALF, SECTION)
        column.addWidget(self._teach)
        column.addWidget(self._editor)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GAP, 0, UNIT)
        whole.addWidget(beside(self.rows, right))
