"""The tables of an import's preview: rows by kind, changes old and new, refusals with reasons."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from partner_desk.model.registry import KINDS
from partner_desk.ui.sentences import kind_label, problem_sentence

if TYPE_CHECKING:
    from partner_desk.services.importing.preview import ImportPreview

TextOf = Callable[[str], str]
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PlainTable(QAbstractTableModel):
    """Rows of texts; ``numeric`` columns stand at the right."""

    def __init__(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        numeric: Sequence[int] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.headings, self.rows, self._numeric = headings, rows, frozenset(numeric)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self._numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self.headings[section] if role == Qt.ItemDataRole.DisplayRole else None


def kind_rows(seen: "ImportPreview", text: TextOf) -> list[tuple[str, ...]]:
    """Kind, read, new, changed, unchanged, refused; the largest first."""
    states = ("read", "new", "changed", "unchanged", "refused")
    largest = sorted(seen.by_kind.items(), key=lambda each: -each[1]["read"])
    return [
        (_plural(kind, text), *(f"{counts[state]:,}" for state in states))
        for kind, counts in largest
    ]


def change_rows(seen: "ImportPreview", text: TextOf) -> list[tuple[str, ...]]:
    """Kind, record, field, before, after: one row for each field that would change."""
    return [
        (kind_label(each.kind, text), each.caption, _field(each.kind, field.field, text),
         _one_line(field.before), _one_line(field.after))
        for each in seen.changes
        for field in each.fields
    ]


def refusal_rows(seen: "ImportPreview", text: TextOf) -> list[tuple[str, ...]]:
    """File, row, column, reason."""
    return [
        (each.file, str(each.row), each.column, problem_sentence(each.code, each.values, text))
        for each in seen.refusals
    ]


def note_rows(seen: "ImportPreview", text: TextOf) -> list[tuple[str, ...]]:
    """The same four of cells that were put aside although their row is taken.

    What is told of a whole column has no row.
    """
    return [
        (each.file, str(each.row or ""), each.column,
         problem_sentence(each.code, each.values, text))
        for each in seen.notes
    ]


def _plural(kind: str, text: TextOf) -> str:
    return text(KINDS[kind].plural) if kind in KINDS else kind


def _field(kind: str, name: str, text: TextOf) -> str:
    declaration = KINDS[kind].declarations.get(name)
    return text(declaration.label) if declaration and declaration.label else name


def _one_line(value: str) -> str:
    return " ".join(value[:500].split())
