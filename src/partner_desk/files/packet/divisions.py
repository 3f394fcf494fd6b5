"""The three divisions of an agreement as tables, grouped by school."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from partner_desk.files.packet import facts
from partner_desk.files.packet.content import (
    Content,
    FinancialRow,
    OutcomeRow,
    ServiceRow,
    totals,
)
from partner_desk.files.packet.speech import Speech, Text, Words, twin
from partner_desk.files.pdf.document import Align, Block, Column, Heading, Table
from partner_desk.model.agreements import PARTIES, PAYERS
from partner_desk.model.texts import N_


class _OfSchool(Protocol):
    @property
    def school(self) -> str: ...


R = TypeVar("R", bound=_OfSchool)
Rows = tuple[R, ...]
"""A row in each language of the paper."""

PROVIDES = {
    "district": N_("The District provides"),
    "partner": N_("The Partner provides"),
    "shared": N_("Both sides provide"),
}


def divisions(speech: Speech, school: str | None = None) -> tuple[Block, ...]:
    """The three divisions with their headings; of one ``school`` only what it has rows of."""
    blocks: list[Block] = []
    for heading, tables in (
        (N_("Division of services"), _services(speech, school)),
        (N_("Division of outcomes"), _outcomes(speech, school)),
        (N_("Division of financial responsibility"), _financial(speech, school)),
    ):
        if tables:
            blocks += speech.blocks(_heading(heading))
            blocks += tables
    return tuple(blocks)


def _is_told_empty(speech: Speech, school: str | None) -> bool:
    """Whether a division without rows is printed: what an amendment leaves out stays as it was."""
    return school is None and speech.first.instrument != "amendment"


def _heading(source: str) -> Callable[[Content, Text], tuple[Heading, ...]]:
    return lambda _, text: (Heading(text(source), 2),)


def _of_school(rows: Sequence[Rows[R]], school: str | None) -> list[Rows[R]]:
    return [row for row in rows if school is None or row[0].school == school]


def _grouped(
    speech: Speech, rows: Sequence[Rows[R]], school: str | None
) -> Iterator[tuple[str, list[Rows[R]]]]:
    """The rows of each school with its name for a caption; none where there is only one group."""
    names = list(dict.fromkeys(row[0].school for row in rows))
    names.sort(key=lambda name: _place(speech, name))
    for name in names:
        caption = name or speech.line(N_("Every school of this agreement"))
        yield (
            "" if names == [""] or school is not None else caption,
            [row for row in rows if row[0].school == name],
        )


def _place(speech: Speech, school: str) -> int:
    """Rows for every school come first, then those of each in the order of the schools."""
    named = speech.first.schools
    if not school:
        return -1
    return named.index(school) if school in named else len(named)


def _services(speech: Speech, school: str | None) -> list[Block]:
    rows = _of_school(_parallel([content.services for content in speech.contents]), school)
    if not rows:
        note = speech.line(N_("No services have been agreed yet."))
        table = Table(_service_columns(speech), (), empty_note=note)
        return [table] if _is_told_empty(speech, school) else []
    parties = [party for party in PROVIDES if any(row[0].provider == party for row in rows)]
    if len(parties) == 1:
        return [_service_table(speech, caption, group)
                for caption, group in _grouped(speech, rows, school)]
    return [_side_by_side(speech, parties, caption, group)
            for caption, group in _grouped(speech, rows, school)]


def _parallel(columns: Sequence[tuple[R, ...]]) -> list[Rows[R]]:
    """The rows of each language beside each other."""
    return list(zip(*columns, strict=True))


def _service_columns(speech: Speech) -> tuple[Column, ...]:
    return (
        Column(speech.say(N_("Service")), 3.2),
        Column(speech.say(N_("Provided by")), 1.3),
        Column(speech.say(N_("Where")), 1.6),
        Column(speech.say(N_("How often")), 1.5),
        Column(speech.say(N_("For how many")), 1.1, Align.RIGHT),
    )


def _service_table(speech: Speech, caption: str, rows: Sequence[Rows[ServiceRow]]) -> Table:
    return Table(
        columns=_service_columns(speech),
        rows=tuple(
            (
                twin([each.description for each in row]),
                speech.choice(PARTIES, row[0].provider),
                twin([each.place for each in row]),
                twin([each.frequency for each in row]),
                facts.count(row[0].participants),
            )
            for row in rows
        ),
        caption=caption,
    )


def _side_by_side(
    speech: Speech, parties: Sequence[str], caption: str, rows: Sequence[Rows[ServiceRow]]
) -> Table:
    """What each side provides in a column of its own, so that each finds its part at once."""
    given = [[_service(speech, row) for row in rows if row[0].provider == party]
             for party in parties]
    deepest = max(len(column) for column in given)
    return Table(
        columns=tuple(Column(speech.say(PROVIDES[party])) for party in parties),
        rows=tuple(
            tuple(column[place] if place < len(column) else "" for column in given)
            for place in range(deepest)
        ),
        caption=caption,
    )


def _service(speech: Speech, row: Rows[ServiceRow]) -> Words:
    """A service with where, how often and for how many in a line of their own."""
    return twin([
        "\n".join(filter(None, (each.description, _details(each, text))))
        for each, text in zip(row, speech.texts, strict=True)
    ])


def _details(row: ServiceRow, text: Text) -> str:
    for_how_many = (
        "" if row.participants is None
        else text(N_("for {0}")).format(facts.count(row.participants))
    )
    return "; ".join(filter(None, (row.place, row.frequency, for_how_many)))


def _outcomes(speech: Speech, school: str | None) -> list[Block]:
    rows = _of_school(_parallel([content.outcomes for content in speech.contents]), school)
    if not rows:
        note = speech.line(N_("No outcomes have been agreed yet."))
        table = Table(_outcome_columns(speech), (), empty_note=note)
        return [table] if _is_told_empty(speech, school) else []
    return [
        Table(_outcome_columns(speech), tuple(_outcome(speech, row) for row in group),
              caption=caption)
        for caption, group in _grouped(speech, rows, school)
    ]


def _outcome_columns(speech: Speech) -> tuple[Column, ...]:
    return (
        Column(speech.say(N_("Outcome")), 2.6),
        Column(speech.say(N_("Indicator")), 1.7),
        Column(speech.say(N_("Baseline")), 1.1, Align.RIGHT),
        Column(speech.say(N_("Target")), 1.1, Align.RIGHT),
        Column(speech.say(N_("How and when measured")), 1.6),
        Column(speech.say(N_("Answerable")), 1.3),
    )


def _outcome(speech: Speech, row: Rows[OutcomeRow]) -> tuple[Words, ...]:
    common = row[0]
    return (
        twin([each.statement for each in row]),
        twin([each.indicator for each in row]),
        facts.quantity(common.baseline, common.unit),
        facts.quantity(common.target, common.unit),
        twin([each.method for each in row]),
        speech.choice(PARTIES, common.answerable),
    )


def _financial(speech: Speech, school: str | None) -> list[Block]:
    rows = _of_school(_parallel([content.financial for content in speech.contents]), school)
    if not rows:
        note = speech.line(N_("Neither side owes the other money under this agreement."))
        columns = _financial_columns(speech)
        table = Table(columns, (), empty_note=note)
        return [table] if _is_told_empty(speech, school) else []
    tables: list[Block] = [
        Table(_financial_columns(speech), tuple(_payment(speech, row) for row in group),
              caption=caption)
        for caption, group in _grouped(speech, rows, school)
    ]
    if school is not None and len(rows) == 1:
        return tables
    return [*tables, _totals(speech, [row[0] for row in rows])]


def _financial_columns(speech: Speech) -> tuple[Column, ...]:
    return (
        Column(speech.say(N_("Item")), 2.6),
        Column(speech.say(N_("Paid by")), 1.3),
        Column(speech.say(N_("Amount")), 1.4, Align.RIGHT),
        Column(speech.say(N_("In kind")), 1.4, Align.RIGHT),
        Column(speech.say(N_("When")), 1.3),
        Column(speech.say(N_("Funding source")), 1.5),
    )


def _payment(speech: Speech, row: Rows[FinancialRow]) -> tuple[Words, ...]:
    common = row[0]
    amount = facts.dollars(common.amount)
    return (
        twin([each.item for each in row]),
        speech.choice(PAYERS, common.payer),
        "" if common.in_kind else amount,
        amount if common.in_kind else "",
        twin([each.schedule for each in row]),
        twin([each.funding_source for each in row]),
    )


def _totals(speech: Speech, rows: Sequence[FinancialRow]) -> Table:
    found = totals(rows)
    money = sum((each.money for each in found), start=facts.NOTHING)
    in_kind = sum((each.in_kind for each in found), start=facts.NOTHING)
    return Table(
        columns=(
            Column(speech.say(N_("Totals by payer")), 3.0),
            Column(speech.say(N_("Money")), 1.5, Align.RIGHT),
            Column(speech.say(N_("In kind")), 1.5, Align.RIGHT),
        ),
        rows=tuple(
            (speech.choice(PAYERS, each.payer), facts.dollars(each.money),
             facts.dollars(each.in_kind))
            for each in found
        ),
        totals=(speech.say(N_("Total")), facts.dollars(money), facts.dollars(in_kind)),
    )
