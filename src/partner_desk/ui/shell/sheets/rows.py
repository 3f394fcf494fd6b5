"""The rows of a sheet and what becomes of them, as a table of any length."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from partner_desk.model.folding import fold
from partner_desk.services.importing.preview import LEFT_OUT, SeenRow
from partner_desk.ui.components.listing import TONE_ROLE
from partner_desk.ui.sentences import problem_sentence
from partner_desk.ui.shell.sheets.fields import full_label, said_once, value_words
from partner_desk.ui.shell.sheets.words import STATE_WORDS, TextOf, one_line

Index = QModelIndex | QPersistentModelIndex
Typed = Sequence[tuple[str, str]]
"""Headings and cells of a row as they were typed, the filled ones."""
_NOWHERE = QModelIndex()
NUMBER, NAME, STATE, SUMMARY = range(4)
_MOST_NAMED = 4


def name_of(row: SeenRow, typed: Typed) -> str:
    """What a row is called; its first cells as they were typed tell one without a name."""
    return row.caption or " · ".join(value for _, value in typed[:2])


class RowsTable(QAbstractTableModel):
    """Rows of one state, filtered by words; sentences are made for what is painted only."""

    def __init__(
        self, rows: Sequence[SeenRow], decisions: Mapping[str, str], text: TextOf,
        tr: Callable[[str], str], typed: Mapping[int, Typed], parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._typed = typed
        self._all, self._decisions, self._text, self._tr = rows, decisions, text, tr
        self._shown: Sequence[int] = range(len(rows))

    def narrow(self, state: str, words: str) -> None:
        """Show the rows of ``state`` ("all" for every one) that hold all of ``words``."""
        wanted = fold(words).split()
        self.beginResetModel()
        if state == "all" and not wanted:
            self._shown = range(len(self._all))
        else:
            self._shown = [
                place for place, row in enumerate(self._all)
                if (state == "all" or self.counts_as(row, state)) and self._holds(row, wanted)
            ]
        self.endResetModel()

    def decided(self) -> None:
        """Somebody decided about a row: show its state anew."""
        if self._shown:
            last = self.index(len(self._shown) - 1, SUMMARY)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_at(self, place: int) -> SeenRow | None:
        """The row shown at ``place``."""
        return self._all[self._shown[place]] if 0 <= place < len(self._shown) else None

    def place_of(self, wanted: SeenRow) -> int:
        """Where a row, by Excel's number, is shown that may be another by now; -1 for nowhere."""
        places = [at for at, place in enumerate(self._shown)
                  if self._all[place].number == wanted.number]
        same = (at for at in places if self._all[self._shown[at]].key == wanted.key)
        return next(same, places[0] if places else -1)

    def counts(self) -> dict[str, int]:
        """How many rows there are of each state, may be double, or have values put aside."""
        found: Counter[str] = Counter()
        for row in self._all:
            found[self.state_of(row)] += 1
            found["aside"] += bool(row.asides)
        return dict(found)

    def counts_as(self, row: SeenRow, state: str) -> bool:
        """Whether the row is listed under this state."""
        if state == "aside":
            return bool(row.asides)
        shown = self.state_of(row)
        return shown == state or (shown == "double" and row.state == state)

    def state_of(self, row: SeenRow) -> str:
        """A key of STATE_WORDS; what waits for a decision says so."""
        decision = self._decisions.get(row.key, row.decision)
        if decision == LEFT_OUT:
            return "left"
        return "double" if row.alike and not decision and row.state == "new" else row.state

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else SUMMARY + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._all[self._shown[index.row()]]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cell(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == NUMBER:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == TONE_ROLE and index.column() == STATE:
            return STATE_WORDS[self.state_of(row)].tone
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == NUMBER:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self._tr("Row"), self._tr("Name"), self._tr("Status"), self._tr("Details"))[section]

    def _cell(self, row: SeenRow, column: int) -> str:
        if column == NUMBER:
            return f"{row.number:,}"
        if column == NAME:
            return one_line(name_of(row, self._typed.get(row.number, ())))
        if column == STATE:
            return self._text(STATE_WORDS[self.state_of(row)].one)
        return self.summary(row)

    def _holds(self, row: SeenRow, wanted: list[str]) -> bool:
        if not wanted:
            return True
        words = fold(f"{row.number} {name_of(row, self._typed.get(row.number, ()))}")
        return all(each in words for each in wanted)

    def summary(self, row: SeenRow) -> str:
        """What is worth knowing of a row in one line."""
        if row.refusals:
            first = row.refusals[0]
            return one_line(problem_sentence(first.code, first.values, self._text))
        if self.state_of(row) == "double":
            return self._tr("Like {0}").format(one_line(row.alike[0].caption))
        if row.state == "changed":
            names = dict.fromkeys(full_label(each, row.kind, self._text)
                                  for each in said_once(row.fields, row.kind))
            more = " …" if len(names) > _MOST_NAMED else ""
            return ", ".join(list(names)[:_MOST_NAMED]) + more
        if row.notes and row.state != "refused":
            first = (row.asides or row.notes)[0]
            return one_line(problem_sentence(first.code, first.values, self._text))
        values = (one_line(value_words(each, each.after, self._text), 60)
                  for each in row.fields if each.after and each.after != row.caption)
        return " · ".join(list(islice(values, _MOST_NAMED)))
