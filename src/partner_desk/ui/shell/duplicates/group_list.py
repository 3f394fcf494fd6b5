"""The list of groups: of thousands of rows only those are made that are other ones than before."""

from typing import TYPE_CHECKING

from partner_desk.ui.components.rows import RowList, row_item, show_rows
from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.duplicates.words import group_row

if TYPE_CHECKING:
    from partner_desk.services.duplicates.facts import Group

MOST_ROWS = 2_000
_FEW = 20
"""So many rows are put in their places one by one; where more are other ones all are made."""


class GroupList(RowList):
    """Shows the first of the groups that are to be decided, each by its place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: list[tuple[int, Group]] = []
        self.setUniformItemSizes(True)

    def place_at(self, row: int) -> int:
        """The place of the group in a row, -1 where there is none."""
        return self._shown[row][0] if 0 <= row < len(self._shown) else -1

    def show_groups(self, found: "list[tuple[int, Group]]") -> None:
        """Show these groups; nobody hears of rows that move meanwhile."""
        wanted = found[:MOST_ROWS]
        self.blockSignals(True)
        if not self._change_few(wanted):
            show_rows(self, [group_row(self._desk, *each) for each in wanted])
        self._shown = wanted
        self.blockSignals(False)

    def _change_few(self, wanted: "list[tuple[int, Group]]") -> bool:
        """Change single rows; False where that would take longer than to make all."""
        kept = dict(self._shown)
        stays = {place for place, group in wanted if kept.get(place) is group}
        order = [place for place, _ in self._shown if place in stays]
        if len(self._shown) + len(wanted) - 2 * len(stays) > _FEW:
            return False
        if order != [place for place, _ in wanted if place in stays]:
            return False
        for row in reversed(range(len(self._shown))):
            if self._shown[row][0] not in stays:
                self.takeItem(row)
        for row, (place, group) in enumerate(wanted):
            if place not in stays:
                self.insertItem(row, row_item(group_row(self._desk, place, group)))
        return True
