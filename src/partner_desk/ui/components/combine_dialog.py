"""Choosing what a record is to be combined with: by typing, or of what looks like it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from partner_desk.model.fields import Record
from partner_desk.model.office import NotSame
from partner_desk.model.registry import KINDS
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.reference_editor import ReferenceEditor
from partner_desk.ui.components.rows import Row, RowList, row_of, show_rows
from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Cancelled, Report
from partner_desk.ui.look.theme import GAP, UNIT
from partner_desk.ui.sentences import in_one, problem_sentence

if TYPE_CHECKING:
    from partner_desk.services.duplicates.facts import Likeness
    from partner_desk.store.reader import Reader

_WIDTH, _ROWS = 520, 5


class CombineDialog(QDialog):
    """Looks for records that are alike when it opens; choosing only leads to the comparison."""

    chosen = Signal(str)
    """The id of the other record."""

    def __init__(self, desk: Desk, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Combine with…"))
        self.setMinimumWidth(_WIDTH)
        self.record = record
        self._desk = desk
        self.editor = ReferenceEditor(desk, record.kind)
        self.editor.describe(self.tr("The other record"), "")
        self.editor.chosen.connect(self._take)
        self.alike = RowList()
        self.alike.setAccessibleName(self.tr("Looks like"))
        self.alike.itemActivated.connect(lambda item: self._take(str(row_of(item).data)))
        self.alike.itemClicked.connect(lambda item: self._take(str(row_of(item).data)))
        self._apart = QVBoxLayout()
        self.back_buttons = [self._apart_line(*each) for each in self._told_apart()]
        self._lay_out()
        self._show_alike([])
        self._look()
        self.editor.setFocus()

    def _take(self, record_id: str) -> None:
        if record_id and record_id != self.record.id:
            self.accept()
            self.chosen.emit(record_id)

    def _look(self) -> None:
        """Look in the background for what is alike."""
        store, record = self._desk.store, self.record

        def work(_report: Report, _cancelled: Cancelled) -> "list[Likeness]":
            from partner_desk.services.duplicates import facts_of, likely

            with store.reading() as reader:
                facts = facts_of(reader, record.kind, [record])
                return likely(reader, record.kind, facts, [record.id])[0]

        self._desk.start_job(
            self.tr("Looking for records that are alike"), work, self._show_alike, quiet=True
        )

    def _show_alike(self, found: "list[Likeness]") -> None:
        if not isValid(self):
            return
        rows = [Row(each.caption, self._reasons(each), data=each.record_id) for each in found]
        show_rows(self.alike, rows)
        for part in (self.alike, self._alike_head):
            part.setVisible(bool(rows))
        if rows:
            height = self.alike.sizeHintForRow(0)
            self.alike.setFixedHeight(height * min(len(rows), _ROWS) + UNIT)

    def _reasons(self, found: "Likeness") -> str:
        text = self._desk.text
        told = [problem_sentence(each.code, each.values, text)
                for each in found.reasons if each.speaks_for]
        return in_one(told[:2])

    def _told_apart(self) -> list[tuple[NotSame, str]]:
        """What somebody said is not the same as this record, with what it is called."""
        kind, own = self.record.kind, self.record.id

        def read(reader: "Reader") -> list[tuple[NotSame, str]]:
            said = [*reader.find(NotSame, of_kind=kind, first_id=own),
                    *reader.find(NotSame, of_kind=kind, second_id=own)]
            found = []
            for each in said:
                other = each.second_id if each.first_id == own else each.first_id
                record = reader.get(KINDS[kind], other)
                if record is not None and record.deleted_at is None:
                    found.append((each, record.caption))
            return found

        return self._desk.read(read)

    def _apart_line(self, said: NotSame, name: str) -> QWidget:
        words = self.tr("{0}: {1}").format(name, said.reason) if said.reason else name
        button = flat_button(self.tr("Take back"), "undo")
        button.setAccessibleName(self.tr("Take back that {0} is not the same").format(name))
        button.setAutoDefault(False)
        self._desk.only_to_write(button)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words_label(words), 1)
        row.addWidget(button)
        self._apart.addWidget(line)
        button.clicked.connect(lambda: self._take_back(said, line))
        return button

    def _take_back(self, said: NotSame, line: QWidget) -> None:
        from partner_desk.services import duplicates

        def work() -> bool:
            duplicates.same_after_all(self._desk.store, said)
            return True

        if self._desk.write(work):
            line.hide()
            self._look()

    def _lay_out(self) -> None:
        self._alike_head = words_label(self.tr("Looks like"), "label")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(UNIT)
        column.addWidget(words_label(self.record.caption, "heading"))
        column.addWidget(words_label(
            self.tr("Choose the other record. Both are shown side by side before anything is "
                    "combined."), "caption",
        ))
        column.addWidget(self.editor)
        column.addWidget(self._alike_head)
        column.addWidget(self.alike)
        if self.back_buttons:
            column.addWidget(words_label(self.tr("Marked as not the same"), "label"))
            column.addLayout(self._apart)
        column.addStretch(1)
        buttons = QDialogButtonBox()
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)


def ask_and_compare(desk: Desk, record: Record, parent: QWidget) -> None:
    """Ask for the other record and show both side by side."""
    dialog = CombineDialog(desk, record, parent)
    dialog.chosen.connect(
        lambda other: desk.list_requested.emit(
            "duplicates", f"{record.kind}:{record.id},{other}")
    )
    dialog.open()
