"""What the district pays for an agreement: one definition for lists, clauses and who may sign.

It is the money that the district pays alone or shares with others. What is shared counts whole:
nobody agreed how it is parted, and the district may have to pay all of it. In kind is no money.
"""

from collections.abc import Iterable
from decimal import Decimal

from partner_desk.model.agreements import FinancialResponsibility
from partner_desk.model.queries import Condition, OneOf, Total

PAYING = ("district", "shared")
"""The payers whose money the district answers for."""
DISTRICT_PAYS = Total(
    FinancialResponsibility.kind, "amount",
    (OneOf("payer", PAYING), Condition("in_kind", False)),
)
"""The same for lists to narrow and sort by; 0.00 where no money moves."""


def district_pays(rows: Iterable[FinancialResponsibility]) -> Decimal | None:
    """Dollars of these rows, exact; None when none of them is the district's with an amount."""
    paid = [each.amount for each in rows
            if each.payer in PAYING and not each.in_kind and each.amount is not None]
    return sum(paid, Decimal()) if paid else None
