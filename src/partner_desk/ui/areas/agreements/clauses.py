"""The clauses of an agreement and of its exhibits: their order, their words, how far they are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QToolButton, QVBoxLayout, QWidget

from partner_desk.model.agreements import CLAUSE_STATES, Agreement, Clause, Exhibit
from partner_desk.model.errors import InputError
from partner_desk.model.fields import Record
from partner_desk.model.library import LibraryClause
from partner_desk.services import library, records
from partner_desk.services.drafting import copies
from partner_desk.ui.areas.agreements.exhibits import ExhibitDetails, ExhibitList
from partner_desk.ui.components.clause_picker import ClausePicker
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.ordered import OrderedList, OrderedRows, beside
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.rows import Row, row_of
from partner_desk.ui.components.splitting import keep_shares
from partner_desk.ui.components.wording import Wording, lay_labels_above
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP, HALF, SECTION, UNIT


class ClausesTab(RecordPart):
    """Ordered clauses of the chosen part; each is this agreement's own copy of a text."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._agreement: Agreement | None = None
        self._clauses: list[Clause] = []
        self.parts = ExhibitList(desk)
        self.details = ExhibitDetails(desk)
        self.rows = OrderedRows(
            desk, desk.text(Clause.plural), self.tr("Clause"), self.tr("Delete the clause (Delete)")
        )
        self.rows.add_button.setAccessibleName(self.tr("Add clause"))
        self.library_button = flat_button(self.tr("From the library…"), "clause")
        self.rows.add_button_after(self.library_button)
        self.summary = words_label("", "caption")
        self.only_open = QCheckBox(self.tr("Only what is not final"))
        self.form = Wording(
            desk, Clause, ("heading", "text"), ("heading_translated", "text_translated")
        )
        self.state = FieldForm(desk, Clause, ("status",), cards=False)
        self.notes = FieldForm(desk, Clause, ("notes",), cards=False)
        lay_labels_above(self.notes)
        self._connect()
        self._lay_out()

    @property
    def list(self) -> OrderedList:
        """The list of clauses."""
        return self.rows.list

    @property
    def add_button(self) -> QPushButton:
        """Adds a clause that is still to be written."""
        return self.rows.add_button

    @property
    def delete_button(self) -> QToolButton:
        """Deletes the clause that is shown."""
        return self.rows.remove_button

    def show_record(self, record: Record | None) -> None:
        if not isinstance(record, Agreement):
            return
        if self._agreement is None or self._agreement.id != record.id:
            self.commit()
        self._agreement = record
        languages = self.tr("English"), self.tr("Spanish")
        self.form.name_languages(*(languages if record.language == "en" else languages[::-1]))
        self.parts.show_agreement(record)
        self._show_part()

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("clause", "exhibit", "agreement", "school")

    def commit(self) -> None:
        for part in (self.form, self.state, self.notes, self.details):
            part.commit()

    def focus_field(self, name: str) -> bool:
        if name != "clause":
            return False
        self.parts.choose(None)
        self.rows.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_record(self, kind: str, record_id: str, field: str) -> bool:
        clause = self._desk.read(lambda reader: reader.get(Clause, record_id))
        if clause is None:
            return False
        self.parts.choose(clause.exhibit_id)
        if clause.status == "final":
            self.only_open.setChecked(False)
        places = [row_of(self.list.item(place)).data for place in range(self.list.count())]
        if record_id not in places:
            return False
        self.rows.choose(places.index(record_id))
        return self.form.focus_field(field)

    def add(self) -> None:
        """Add a clause at the end and put the cursor into its heading."""
        if self._add(Clause(heading=self.tr("New clause"))):
            self.form.focus_field("heading")
            line = self.form.rows["heading"].editor.control
            if hasattr(line, "selectAll"):
                line.selectAll()

    def add_from_library(self) -> ClausePicker:
        """Ask for a clause of the library; the part gets a copy of its own."""
        library.ensure(self._desk.store)
        there = {each.key for each in self._clauses if each.key}
        picker = ClausePicker(self._desk, self._desk.catalogue.language, there, self)
        picker.picked.connect(self.add_copy)
        picker.open()
        return picker

    def add_copy(self, clause_id: str) -> None:
        """Add a copy of a clause of the library at the end."""
        found = self._desk.read(lambda reader: reader.get(LibraryClause, clause_id))
        if found is not None and self._agreement is not None:
            self._add(copies([found], self._agreement.language)[0])

    def delete(self) -> None:
        """Delete the clause that is shown; the way back is offered at once."""
        clause = self._current()
        if clause is None:
            return

        def work() -> bool:
            records.delete(self._desk.store, Clause, clause.id)
            return True

        if self._desk.write(work):
            self._show_part()
            self._desk.tell(self.tr("{0} was deleted.").format(clause.heading), undo=True)

    def _owner(self) -> tuple[str, Agreement | Exhibit] | None:
        """The part that is shown, and the reference by which clauses belong to it."""
        exhibit = self.parts.current
        if exhibit is not None:
            return "exhibit_id", exhibit
        return ("agreement_id", self._agreement) if self._agreement else None

    def _add(self, clause: Clause) -> bool:
        part = self._owner()
        if part is None:
            return False
        self.commit()
        link, owner = part
        values = {name: getattr(clause, name) for name in
                  ("heading", "text", "heading_translated", "text_translated", "key")}
        try:
            made = self._desk.write(
                lambda: records.add_child(self._desk.store, Clause, link, owner, values)
            )
        except InputError:
            return False
        if made is None:
            return False
        self.only_open.setChecked(False)
        self._show_part()
        self.rows.choose(len(self._clauses) - 1)
        return True

    def _move(self, place: int, to: int) -> None:
        part = self._owner()
        if part is None:
            return
        if place != to:
            self.commit()
            clause = self._clauses[place]

            def work() -> bool:
                records.move(self._desk.store, Clause, part[0], clause.id, to + 1)
                return True

            self._desk.write(work)
        self._show_part()
        self.rows.choose(to)

    def _current(self) -> Clause | None:
        return next((each for each in self._clauses if each.id == self.rows.current), None)

    def _part_chosen(self) -> None:
        self.commit()
        self.rows.list.clear()
        self._show_part()

    def _show_part(self) -> None:
        part = self._owner()
        if part is None:
            return
        link, owner = part
        self._clauses = self._desk.read(
            lambda reader: reader.find(Clause, **{link: owner.id})
        )
        only_open = self.only_open.isChecked()
        self.rows.set_movable(not only_open)
        self.rows.show_rows([
            self._row(number, each) for number, each in enumerate(self._clauses, 1)
            if not (only_open and each.status == "final")
        ])
        exhibit = owner if isinstance(owner, Exhibit) else None
        self.details.setVisible(exhibit is not None)
        self.details.show_record(exhibit)
        self._below.setVisible(exhibit is None or exhibit.source != "file" or bool(self._clauses))
        self._show_summary()
        self._show_clause()

    def _show_summary(self) -> None:
        final = sum(each.status == "final" for each in self._clauses)
        self.summary.setText(
            self.tr("{0} of {1} final").format(final, len(self._clauses))
        )
        self.summary.setVisible(bool(self._clauses))
        self.only_open.setVisible(bool(final) or self.only_open.isChecked())

    def _row(self, number: int, clause: Clause) -> Row:
        labels = {each.value: self._desk.text(each.label) for each in CLAUSE_STATES}
        words = [labels.get(clause.status, clause.status)]
        if self._needs_translation() and _untranslated(clause):
            words.append(self.tr("not translated"))
        return Row(f"{number}. {clause.heading}", " · ".join(words), data=clause.id)

    def _needs_translation(self) -> bool:
        agreement = self._agreement
        return agreement is not None and agreement.paper_language not in ("", agreement.language)

    def _show_clause(self) -> None:
        clause = self._current()
        self._editor.setVisible(clause is not None)
        exhibit = self.parts.current
        self._teach.setVisible(
            not self._clauses and (exhibit is None or exhibit.source != "file")
        )
        if clause is not None:
            for part in (self.form, self.state, self.notes):
                part.show_record(clause)

    def _connect(self) -> None:
        self.parts.chosen.connect(self._part_chosen)
        self.rows.chosen.connect(self._show_clause)
        self.rows.moved.connect(self._move)
        self.rows.removed.connect(self.delete)
        self.rows.add_button.clicked.connect(self.add)
        self.library_button.clicked.connect(self.add_from_library)
        self.only_open.toggled.connect(self._show_part)

    def _lay_out(self) -> None:
        self._teach = words_label(
            self.tr("No clause yet. A clause has a heading, its text, and how far it is agreed."),
            "caption",
        )
        self._editor = QWidget()
        editor = _column(self._editor, UNIT)
        editor.addWidget(self.state)
        editor.addWidget(self.form)
        editor.addWidget(self.notes)
        editor.addWidget(words_label(
            self.tr("Notes are for the office; never printed."), "caption"
        ))
        right = QWidget()
        column = _column(right, UNIT)
        column.setContentsMargins(GAP, 0, HALF, SECTION)
        for widget in (self.details, self._teach, self._editor):
            column.addWidget(widget)
        column.addStretch(1)
        self._below = QWidget()
        below = _column(self._below, HALF)
        for widget in (self.summary, self.only_open):
            below.addWidget(widget)
        below.addWidget(self.rows, 1)
        left = QWidget()
        column = _column(left, UNIT)
        column.addWidget(self.parts, 2)
        column.addWidget(self._below, 3)
        column.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, UNIT)
        splitter = beside(left, right)
        keep_shares(self._desk, splitter, "clause")
        column.addWidget(splitter)


def _untranslated(clause: Clause) -> bool:
    return bool(
        (clause.heading and not clause.heading_translated)
        or (clause.text and not clause.text_translated)
    )


def _column(widget: QWidget, spacing: int) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column
