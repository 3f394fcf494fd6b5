"""The list of agreements: chips, conditions, columns, and the totals of what is listed."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from partner_desk.model.agreements import Agreement
from partner_desk.ui.areas.agreements.columns import chips, columns
from partner_desk.ui.areas.agreements.list_filters import AgreementNarrowing
from partner_desk.ui.areas.agreements.many_packets import ask_and_print_many
from partner_desk.ui.areas.agreements.totals_dialog import TotalsDialog
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.list_pane import ListPane
from partner_desk.ui.desk import Desk


class AgreementList(ListPane):
    """The pane of agreements; ``begin`` begins a new one where none is there yet."""

    def __init__(self, desk: Desk, begin: Callable[[], None]) -> None:
        empty = EmptyState("agreements")
        empty.offer(desk.text("Draft the first agreement"), "add", begin, first=True)
        self.narrowing = AgreementNarrowing(desk)
        super().__init__(
            desk, "agreement", desk.text(Agreement.plural), columns(desk), chips(desk), empty,
            add=desk.text("Draft agreement"), narrowing=self.narrowing,
        )
        self._office = desk
        self.emptied.connect(self.narrowing.say_emptied)
        self.narrowing.say_emptied(not self.table_model.ids)
        self.narrowing.totals_requested.connect(self.show_totals)
        self.narrowing.packets_requested.connect(self.print_packets)
        header = self.form.table.horizontalHeader()
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)  # The newest number first.

    def show_totals(self) -> None:
        """Show what each payer gives in the agreements that are listed."""
        TotalsDialog(self._office, self.query, self).open()

    def print_packets(self) -> None:
        """Print the packets of the agreements that are listed."""
        ask_and_print_many(self._office, self.query, self)
