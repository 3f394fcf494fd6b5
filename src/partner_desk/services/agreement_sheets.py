"""What a workbook of agreements says beside the declared fields: partner, amounts, totals."""

from collections.abc import Sequence

from partner_desk.files.excel import headings
from partner_desk.files.excel.sheet import Column, Kind, Sheet
from partner_desk.model.agreements import PAYERS, Agreement, FinancialResponsibility
from partner_desk.model.fields import Field, Record
from partner_desk.model.queries import ListQuery
from partner_desk.services.agreement_lists import amounts_of, totals_by_year
from partner_desk.services.export_columns import TextOf
from partner_desk.services.partner_names import partner_names
from partner_desk.store.reader import Reader

FIRST = ("title", "number", "instrument", "status", "starts_on", "ends_on")
"""The fields that stand before the partner and the amounts; all others come after them."""
_AMOUNTS = (headings.DISTRICT_PAYS, headings.OF_IT_SHARED, headings.PARTNER_PAYS,
            headings.OTHER_PAYS, headings.IN_KIND)


def in_list_order(fields: Sequence[Field]) -> list[Field]:
    """The fields of an agreement in the order of the sheet, those of ``FIRST`` at its front."""
    return sorted(fields, key=lambda each: FIRST.index(each.name) if each.name in FIRST else 99)


def columns(text: TextOf) -> tuple[Column, ...]:
    """The partner, what each payer pays, and the worth of what is given in kind."""
    return Column(text(headings.PARTNER)), *(Column(text(each), Kind.MONEY) for each in _AMOUNTS)


def cells(reader: Reader, records: Sequence[Record]) -> list[tuple[object, ...]]:
    """The cells of ``columns``; a payer that gives no money has an empty one."""
    agreements = [each for each in records if isinstance(each, Agreement)]
    names, amounts = partner_names(reader, agreements), amounts_of(reader, agreements)
    return [
        (
            names.get(each.id, ""),
            amounts[each.id].district,
            *(amounts[each.id].money.get(payer) for payer in ("shared", "partner", "other")),
            amounts[each.id].in_kind or None,
        )
        for each in agreements
    ]


def totals(reader: Reader, query: ListQuery, text: TextOf) -> Sheet:
    """The sheet of the totals by school year and payer of what ``query`` lists."""
    payer_label = FinancialResponsibility.declarations["payer"].label
    payers = {each.value: text(each.label) for each in PAYERS}
    headed = (
        Column(text(headings.YEAR_OF_TERM)), Column(text(payer_label)),
        Column(text(headings.MONEY), Kind.MONEY), Column(text(headings.IN_KIND), Kind.MONEY),
    )
    rows = [
        (each.year or text(headings.NO_TERM), payers.get(each.payer, each.payer), each.money,
         each.in_kind)
        for each in totals_by_year(reader, query)
    ]
    return Sheet(text(headings.TOTALS), headed, rows)
