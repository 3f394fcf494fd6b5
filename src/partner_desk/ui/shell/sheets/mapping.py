"""The columns of a sheet as the lines of a table: heading, examples, use, separator, how sure."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from partner_desk.files.sheets.look import Look
from partner_desk.model.registry import KINDS
from partner_desk.services.sheets.addresses import state_letters
from partner_desk.services.sheets.proposing import Proposal
from partner_desk.services.sheets.settled import ColumnUse, Settled
from partner_desk.services.sheets.targets import (
    KEEP,
    LEAVE,
    NEEDED,
    TargetField,
    field_named,
    fields_for,
)
from partner_desk.ui.shell.sheets.sample import shown_cell
from partner_desk.ui.shell.sheets.words import PARTS, WHY_WORDS, TextOf, one_line

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
HEADING, EXAMPLES, USE, PARTED, SURE = range(5)
TONE_ROLE = Qt.ItemDataRole.UserRole + 1
_EXAMPLES = 3
_LONGEST = 28


class Choosable(NamedTuple):
    """A line of the list to choose from; one without a path is the heading of a group."""

    label: str
    path: str = ""
    help: str = ""


class MappingTable(QAbstractTableModel):
    """One line for each column of the sheet; what a column is can be set."""

    def __init__(
        self, look: Look, proposal: Proposal, settled: Settled, text: TextOf,
        tr: Callable[[str], str], parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.settled = look, settled
        self._proposal, self._text, self._tr = proposal, text, tr
        self._chosen: set[int] = set()
        self._examples = [_examples(look, column) for column in range(len(look.headings))]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.look.headings)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else SURE + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._shown(row, column, whole=role == Qt.ItemDataRole.ToolTipRole)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._shown(row, each, whole=False) for each in range(SURE + 1))
        if role == Qt.ItemDataRole.EditRole:
            use = self.settled.use_of(row)
            return use.separator if column == PARTED else use.field
        if role == TONE_ROLE and column == SURE:
            return WHY_WORDS[self.why(row)].tone
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        may = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = index.column()
        can = column == USE or (column == PARTED and self.field(index.row()).many)
        return may | Qt.ItemFlag.ItemIsEditable if can else may

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a path (or a separator) for a column."""
        row = index.row()
        use = replace(self.settled.use_of(row), heading=self.look.raw_headings[row])
        if index.column() == PARTED:
            use = replace(use, separator=str(value))
        elif value != use.field or self.why(row) == "unsure":
            many = field_named(str(value), self.settled.target).many
            use = replace(use, field=str(value), number=self._free_number(row, str(value)),
                          separator=use.separator if many else "")
        self.settled = self.settled.with_use(use)
        self._chosen.add(row)
        self.dataChanged.emit(self.index(row, 0), self.index(row, SURE))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self._tr("Column"), self._tr("Holds, for example"), self._tr("Goes to"),
                self._tr("Split by"), self._tr("How sure"))[section]

    def field(self, row: int) -> TargetField:
        """What the column of a line is."""
        return field_named(self.settled.use_of(row).field, self.settled.target)

    def why(self, row: int) -> str:
        """How sure the use of a column is: a key of WHY_WORDS."""
        proposed = self._proposal.settled
        same = proposed.target == self.settled.target
        if row in self._chosen or not same or proposed.use_of(row) != self.settled.use_of(row):
            return "chosen"
        return self._proposal.why[row] if row < len(self._proposal.why) else "unsure"

    def choices(self, row: int) -> list[Choosable]:
        """What the column can be, by groups, the likely ones first."""
        fields = fields_for(self.settled.target)
        by_path = {each.path: each for each in fields}
        others = self._proposal.others[row] if row < len(self._proposal.others) else ()
        likely = [by_path[path] for path in others if path in by_path]
        found = [Choosable(self._tr("Likely"))] if likely else []
        found += [self._choice(each) for each in likely]
        beside = [by_path[KEEP], by_path[LEAVE]]
        groups = dict.fromkeys(each.group for each in fields if each not in beside)
        for group in groups:
            found.append(Choosable(self._text(group)))
            found += [self._choice(each) for each in fields
                      if each.group == group and each not in beside]
        found.append(Choosable(self._text(beside[0].group)))
        return found + [self._choice(each) for each in beside]

    def separators(self, row: int) -> list[Choosable]:
        """What may part the values in a cell of the column; a Choosable's path is the sign."""
        signs = dict(PARTS)
        signs.setdefault(self.settled.use_of(row).separator, self.settled.use_of(row).separator)
        return [Choosable(self._text(label), sign) for sign, label in signs.items()]

    def problems(self) -> list[str]:
        """Fields of the row itself that two columns claim, by their labels."""
        target = self.settled.target
        claims = Counter(
            (use.field, use.number) for use in self.settled.uses
            if use.field not in (KEEP, LEAVE)
            and not field_named(use.field, target).many
        )
        return [self._text(field_named(path, target).label)
                for (path, _), times in claims.items() if times > 1]

    def lacks_name(self) -> bool:
        """Whether no column gives what every row needs."""
        used = {use.field for use in self.settled.uses}
        return used.isdisjoint(NEEDED[self.settled.target])

    def has_addresses(self) -> bool:
        """Whether a column gives a part of an address."""
        return any(use.field.startswith("address.") for use in self.settled.uses)

    def settle_state(self, typed: str) -> None:
        """Settle in which state addresses are that name none; a whole name becomes its letters."""
        state = state_letters(typed) or " ".join(typed.split())
        self.settled = replace(self.settled, state=state)

    def unsure(self) -> int:
        """How many columns wait for somebody to say what they are."""
        return sum(self.why(row) == "unsure" for row in range(self.rowCount()))

    def _choice(self, each: TargetField) -> Choosable:
        return Choosable(self._text(each.label), each.path, self._text(each.help))

    def _shown(self, row: int, column: int, *, whole: bool) -> str:
        use = self.settled.use_of(row)
        if column == HEADING:
            return self.look.headings[row]
        if column == EXAMPLES:
            return self._examples[row][1 if whole else 0]
        if column == USE:
            return self._text(self.field(row).help) if whole else self._label(use)
        if column == PARTED:
            if not self.field(row).many:
                return ""
            return self._text(PARTS.get(use.separator, use.separator))
        return self._text(WHY_WORDS[self.why(row)].label)

    def _label(self, use: ColumnUse) -> str:
        field = field_named(use.field, self.settled.target)
        label, own = self._text(field.label), self.settled.target
        if field.path not in (KEEP, LEAVE) and field.group != KINDS[own].label:
            # "Name" alone would not tell whose name it is.
            label = self._tr("{0}: {1}").format(self._text(field.group), label)
        return f"{label} ({use.number})" if use.number > 1 else label

    def _free_number(self, row: int, path: str) -> int:
        """A second phone is another phone; a second name of the row itself is no other row."""
        kind = path.partition(".")[0]
        if kind in (self.settled.target, KEEP, LEAVE, "row"):
            return 1
        taken = {use.number for use in self.settled.uses
                 if use.field == path and use.column != row}
        return next(number for number in range(1, len(taken) + 2) if number not in taken)


def _examples(look: Look, column: int) -> tuple[str, str]:
    """A few unlike values of a column in a line; the same below one another."""
    values: list[str] = []
    for row in look.sample:
        value = one_line(shown_cell(row.cells[column]), 120)
        if value and value not in values:
            values.append(value)
        if len(values) == _EXAMPLES:
            break
    short = (each if len(each) <= _LONGEST else each[: _LONGEST - 1] + "…" for each in values)
    return "  ·  ".join(short), "\n".join(values)
