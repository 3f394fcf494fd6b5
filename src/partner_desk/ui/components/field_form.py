"""A form that derives from the declarations of an entity and saves each field as it is left."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Field, Record
from partner_desk.services import records
from partner_desk.ui.components.field_row import FieldRow
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import GAP, SECTION, UNIT
from partner_desk.ui.sentences import problem_sentence

Save = Callable[[str, str, object], Record]
"""Gets the record's id, a field's name and what was typed; returns the record as it is then."""

LABEL_LETTERS = 19
FORM_WIDTH = 680


class FieldForm(RecordPart):
    """The fields of one record in the groups they are declared in.

    With a record it saves each field when it is left. Without one (``begin``) it only collects
    ``values`` for a record that is still to be made. ``cards`` draws a frame around each group;
    labels are at least ``label_width`` logical pixels wide.
    """

    saved = Signal(str)
    """The name of the field that was saved."""
    entered = Signal()
    """Enter was pressed in a field of a record that is still to be made."""
    escaped = Signal()

    def __init__(
        self,
        desk: Desk,
        entity: type[Record],
        names: Sequence[str] | None = None,
        *,
        save: Save | None = None,
        cards: bool = True,
        labels: dict[str, str] | None = None,
        label_width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.entity = entity
        self.record_id: str | None = None
        self._is_begun = False
        self._desk = desk
        self._save = save or self._save_field
        self._least_label = label_width
        self._kept: dict[tuple[str, str], tuple[Any, str]] = {}
        self._overtaken: set[tuple[str, str]] = set()
        self.rows: dict[str, FieldRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT)
        self.setMaximumWidth(FORM_WIDTH)
        self._build(_shown_fields(entity, names), cards, labels or {})

    def _build(self, fields: Sequence[Field], cards: bool, labels: dict[str, str]) -> None:
        groups: dict[str, list[Field]] = {}
        for field in fields:
            groups.setdefault(field.group, []).append(field)
        for group, members in groups.items():
            if group:
                heading = QLabel(self._desk.text(group))
                heading.setProperty("textRole", "heading")
                heading.setContentsMargins(0, UNIT, 0, 0)
                self._column.addWidget(heading)
            self._column.addWidget(self._group(members, cards, labels))

    def _group(self, fields: Sequence[Field], cards: bool, labels: dict[str, str]) -> QFrame:
        frame = QFrame()
        frame.setProperty("card", cards)
        form = QFormLayout(frame)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setHorizontalSpacing(GAP)
        form.setVerticalSpacing(UNIT)
        if cards:
            form.setContentsMargins(GAP, GAP, SECTION, GAP)
        else:
            form.setContentsMargins(0, 0, 0, 0)
        for field in fields:
            row = FieldRow(self._desk, field, self)
            if field.name in labels:
                row.rename(labels[field.name])
            row.left.connect(self._store)
            row.entered.connect(self._entered)
            self._fit_label(row)
            self.rows[field.name] = row
            form.addRow(row.label, row.box)
            form.setAlignment(row.label, Qt.AlignmentFlag.AlignTop)
        return frame

    def changeEvent(self, event: QEvent) -> None:
        """Larger text has wider labels, in forms that are already there as well."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for row in self.rows.values():
                self._fit_label(row)

    def _fit_label(self, row: FieldRow) -> None:
        letter = self.fontMetrics().averageCharWidth()
        row.label.setFixedWidth(max(LABEL_LETTERS * letter, self._least_label))
        row.label.setMinimumHeight(row.editor.line_height())

    def begin(self, values: dict[str, Any] | None = None) -> None:
        """Collect the values of a record that is still to be made, from ``values`` on."""
        self.record_id = None
        self._is_begun = True
        for name, row in self.rows.items():
            row.show_value((values or {}).get(name, row.field.default))
        self._desk.keep_unsaved(self, [])

    def values(self) -> dict[str, Any]:
        """What stands in the fields, by name; as typed."""
        return {name: row.editor.value() for name, row in self.rows.items()}

    def is_untouched(self) -> bool:
        """Whether nothing was typed since ``begin``."""
        return not any(row.is_dirty for row in self.rows.values())

    def show_record(self, record: Record | None) -> None:
        if record is None:
            return
        if record.id != self.record_id:
            self.commit()
            self.record_id = record.id
            self._is_begun = False
            for row in self.rows.values():
                row.show_value(getattr(record, row.field.name))
                self._show_kept(row)
            return
        for row in self.rows.values():
            if not (row.is_dirty and (row.error or row.editor.has_focus())):
                row.show_value(getattr(record, row.field.name))

    def commit(self) -> None:
        if self.record_id is not None:
            for row in self.rows.values():
                self._store(row)

    def unsaved(self) -> list[str]:
        rows = {
            row.field.name: row.editor.value() for row in self.rows.values()
            if row.is_dirty and (row.error or self._is_begun)
        }
        kept = {name: typed for (_, name), (typed, _) in self._kept.items()}
        return [
            self.tr("{0}: {1}").format(self._desk.text(self.entity.declarations[name].label), typed)
            for name, typed in (rows | kept).items()
        ]

    def focus_field(self, name: str) -> bool:
        if name not in self.rows:
            return False
        self.rows[name].editor.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self.focus_field(next(iter(self.rows)))

    def show_problems(self, problems: Sequence[Problem]) -> list[str]:
        """Say beside their fields what is wrong; returns the sentences that have no field here."""
        for row in self.rows.values():
            row.show_error("")
        homeless = []
        first: FieldRow | None = None
        for problem in problems:
            sentence = self._sentence(problem)
            row_of = self.rows.get(problem.field)
            if row_of is None:
                homeless.append(sentence)
            else:
                row_of.show_error(sentence)
                first = first or row_of
        if first is not None:
            first.editor.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return homeless

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives back what is stored, or gives up a record that is still to be made."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        row = next((each for each in self.rows.values() if each.editor.has_focus()), None)
        if self.record_id is None:
            self.escaped.emit()
        elif row is not None and (row.is_dirty or row.error):
            row.restore()
            self._kept.pop((self.record_id, row.field.name), None)
            self._overtaken.discard((self.record_id, row.field.name))
            self._desk.keep_unsaved(self, self.unsaved())
        else:
            super().keyPressEvent(event)

    def _show_kept(self, row: FieldRow) -> None:
        kept = self._kept.get((self.record_id or "", row.field.name))
        if kept is not None:
            row.show_typed(*kept)

    def _store(self, row: FieldRow) -> None:
        """Save what was typed into a field, and let the window know what could not be saved."""
        self._save_typed(row)
        self._desk.keep_unsaved(self, self.unsaved())

    def _save_typed(self, row: FieldRow) -> None:
        if self.record_id is None:
            return
        key = self.record_id, row.field.name
        if not row.is_dirty:
            row.show_error("")
            self._kept.pop(key, None)
            return
        typed = row.editor.value()
        if key in self._kept and self._kept[key][0] == typed:
            return  # Refused already; nothing else was typed since.
        try:
            record = self._desk.write(lambda: self._save(key[0], key[1], typed))
        except InputError as error:
            self._refuse(row, typed, error.problems[0])
            return
        if record is None:
            row.show_error(self.tr("This is not saved yet. It is tried again when you leave it."))
        elif self.record_id == key[0]:
            self._kept.pop(key, None)
            row.show_value(getattr(record, key[1]))
            self.saved.emit(key[1])

    def _refuse(self, row: FieldRow, typed: Any, problem: Problem) -> None:
        sentence = self._sentence(problem)
        key = self.record_id or "", row.field.name
        self._kept[key] = typed, sentence
        if problem.code in records.OVERTAKEN:
            self._overtaken.add(key)
            self._show_other(row, typed, sentence)
        else:
            row.show_error(sentence)

    def _show_other(self, row: FieldRow, typed: Any, sentence: str) -> None:
        """Keep what was typed; Esc now gives what is stored since, and nothing else is stale."""
        record_id = self.record_id or ""
        record = self._desk.read(lambda reader: reader.get(self.entity, record_id))
        if record is not None:
            row.show_value(getattr(record, row.field.name))
        row.show_typed(typed, sentence)
        self._desk.announce()

    def _sentence(self, problem: Problem) -> str:
        if problem.code == "reference.missing":
            return self.tr("Nothing is called that. Choose one from the list.")
        return problem_sentence(problem.code, problem.values, self._desk.text)

    def _entered(self, row: FieldRow) -> None:
        if self.record_id is None:
            self.entered.emit()
            return
        key = self.record_id, row.field.name
        if key in self._overtaken:
            # Told what the field became meanwhile, the person insists.
            self._overtaken.discard(key)
            self._kept.pop(key, None)
        self._store(row)

    def _save_field(self, record_id: str, name: str, value: object) -> Record:
        expected = self.rows[name].stored
        return records.change_field(
            self._desk.store, self.entity, record_id, name, value, expected
        )


def _shown_fields(entity: type[Record], names: Sequence[str] | None) -> list[Field]:
    """The named fields in that order, or all that forms show but the owners."""
    if names is not None:
        return [entity.declarations[name] for name in names]
    return [each for each in entity.visible_fields() if not each.owner]
