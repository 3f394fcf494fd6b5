"""The packet of an agreement as a document: cover sheet, agreement, signature page.

It takes plain texts in the language of the paper and knows no entity. Headings are looked up
with ``text``, the catalogue of that language.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from partner_desk.files.pdf.document import (
    Align,
    Block,
    Clause,
    Clauses,
    Column,
    Document,
    Heading,
    KeyValues,
    Letterhead,
    Note,
    Paper,
    Paragraph,
    Part,
    SignatureBlock,
    Signatures,
    Spacer,
    Stamp,
    Table,
    Tick,
    TickList,
    Voice,
)
from partner_desk.model.texts import N_

Text = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One row of the division of services."""

    description: str
    provider: str
    place: str
    frequency: str
    participants: str


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One row of the division of outcomes; baseline and target with their unit."""

    statement: str
    indicator: str
    baseline: str
    target: str
    method: str
    answerable: str


@dataclass(frozen=True, slots=True)
class FinancialRow:
    """One row of the division of financial responsibility; amounts in dollars."""

    item: str
    payer: str
    money: Decimal | None
    in_kind: Decimal | None
    schedule: str
    funding_source: str


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs for which side."""

    party: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Packet:
    """All that a packet says. ``notice`` stands above the clauses; ``routing`` is ticked off."""

    language: str
    paper: str
    office: str
    letterhead: tuple[str, ...]
    logo: bytes | None
    number: str
    revision: int
    draft: bool
    title: str
    district: str
    partner: str
    starts_on: str
    ends_on: str
    schools: tuple[str, ...]
    contact: tuple[str, ...]
    purpose: str
    services: tuple[ServiceRow, ...]
    outcomes: tuple[OutcomeRow, ...]
    financial: tuple[FinancialRow, ...]
    clauses: tuple[tuple[str, str], ...]
    signers: tuple[Signer, ...]
    enclosed: tuple[str, ...] = ()


def layout(packet: Packet, text: Text) -> Document:
    """The document that prints ``packet`` with headings in the language of ``text``."""
    return Document(
        title=packet.title,
        language=packet.language,
        author=packet.office,
        office=packet.office,
        logo=packet.logo,
        paper=Paper.A4 if packet.paper == "a4" else Paper.LETTER,
        stamp=Stamp(
            number=text(N_("Agreement {0}")).format(packet.number),
            revision=text(N_("Revision {0}")).format(packet.revision),
            page_of=text(N_("Page {0} of {1}")),
            mark=text(N_("Draft, not for signature")) if packet.draft else "",
        ),
        parts=(
            Part(text(N_("Cover sheet")), _cover(packet, text), running_header=False),
            Part(text(N_("Agreement")), _agreement(packet, text)),
            Part(text(N_("Signatures")), _signatures(packet, text)),
        ),
    )


def _cover(packet: Packet, text: Text) -> tuple[Block, ...]:
    steps = (
        N_("Read and agreed by both sides"),
        N_("Signed by the partner"),
        N_("Signed by the district"),
        N_("One signed copy given to each side"),
        N_("Signed pages scanned and filed"),
    )
    return (
        Letterhead(packet.office, packet.letterhead, packet.logo),
        Spacer(10),
        Heading(packet.title, 1),
        KeyValues(
            (
                (text(N_("Agreement number")), packet.number),
                (text(N_("Revision")), str(packet.revision)),
                (text(N_("District")), packet.district),
                (text(N_("Partner")), packet.partner),
                (text(N_("Contact")), "\n".join(packet.contact)),
                (text(N_("Term")), _term(packet, text)),
                (text(N_("Schools")), "\n".join(packet.schools) or text(N_("All schools"))),
            )
        ),
        Spacer(6),
        Heading(text(N_("In this packet")), 3),
        TickList(
            tuple(
                Tick(text(each))
                for each in (N_("Cover sheet"), N_("Agreement"), N_("Signatures"))
            )
            + tuple(Tick(each) for each in packet.enclosed)
        ),
        Heading(text(N_("On its way")), 3),
        TickList(tuple(Tick(text(each)) for each in steps)),
    )


def _term(packet: Packet, text: Text) -> str:
    if not (packet.starts_on and packet.ends_on):
        return packet.starts_on or packet.ends_on
    return text(N_("{0} to {1}")).format(packet.starts_on, packet.ends_on)


def _agreement(packet: Packet, text: Text) -> tuple[Block, ...]:
    parties = text(N_("This agreement is made between {0} (the District) and {1} (the Partner)."))
    blocks: list[Block] = [
        Heading(packet.title, 1),
        Paragraph(parties.format(packet.district, packet.partner), Voice.LEAD),
        KeyValues(
            (
                (text(N_("Term")), _term(packet, text)),
                (text(N_("Schools")), ", ".join(packet.schools) or text(N_("All schools"))),
            )
        ),
    ]
    if packet.purpose:
        blocks += [Heading(text(N_("Purpose")), 2), Paragraph(packet.purpose)]
    blocks += [
        Heading(text(N_("Division of services")), 2),
        _services(packet, text),
        Heading(text(N_("Division of outcomes")), 2),
        _outcomes(packet, text),
        Heading(text(N_("Division of financial responsibility")), 2),
        _financial(packet, text),
    ]
    if packet.clauses:
        blocks += [Heading(text(N_("Terms")), 2), _clauses(packet)]
    return tuple(blocks)


def _services(packet: Packet, text: Text) -> Table:
    return Table(
        columns=(
            Column(text(N_("Service")), 3.2),
            Column(text(N_("Provided by")), 1.3),
            Column(text(N_("Where")), 1.6),
            Column(text(N_("How often")), 1.5),
            Column(text(N_("For how many")), 1.0, Align.RIGHT),
        ),
        rows=tuple(
            (each.description, each.provider, each.place, each.frequency, each.participants)
            for each in packet.services
        ),
        empty_note=text(N_("No services have been agreed yet.")),
    )


def _outcomes(packet: Packet, text: Text) -> Table:
    return Table(
        columns=(
            Column(text(N_("Outcome")), 2.6),
            Column(text(N_("Indicator")), 1.7),
            Column(text(N_("Baseline")), 1.0, Align.RIGHT),
            Column(text(N_("Target")), 1.0, Align.RIGHT),
            Column(text(N_("How and when measured")), 1.6),
            Column(text(N_("Answerable")), 1.2),
        ),
        rows=tuple(
            (each.statement, each.indicator, each.baseline, each.target, each.method,
             each.answerable)
            for each in packet.outcomes
        ),
        empty_note=text(N_("No outcomes have been agreed yet.")),
    )


def _financial(packet: Packet, text: Text) -> Table:
    money = sum((each.money for each in packet.financial if each.money is not None), Decimal())
    in_kind = sum(
        (each.in_kind for each in packet.financial if each.in_kind is not None), Decimal()
    )
    return Table(
        columns=(
            Column(text(N_("Item")), 2.6),
            Column(text(N_("Paid by")), 1.2),
            Column(text(N_("Amount")), 1.3, Align.RIGHT),
            Column(text(N_("In kind")), 1.3, Align.RIGHT),
            Column(text(N_("When")), 1.3),
            Column(text(N_("Funding source")), 1.4),
        ),
        rows=tuple(
            (each.item, each.payer, dollars(each.money), dollars(each.in_kind), each.schedule,
             each.funding_source)
            for each in packet.financial
        ),
        totals=(text(N_("Total")), "", dollars(money), dollars(in_kind), "", "")
        if packet.financial else (),
        empty_note=text(N_("Neither side owes the other money under this agreement.")),
    )


def dollars(amount: Decimal | None) -> str:
    """An amount as it is printed, "$1,234.50"; nothing for None."""
    return "" if amount is None else f"${amount:,.2f}"


def _clauses(packet: Packet) -> Clauses:
    return Clauses(
        tuple(
            Clause(f"{number}.", heading, words)
            for number, (heading, words) in enumerate(packet.clauses, 1)
        )
    )


def _signatures(packet: Packet, text: Text) -> tuple[Block, ...]:
    consent = text(
        N_(
            "By signing, each side confirms that it has read agreement {0}, revision {1}, and "
            "that the person signing may do so on its behalf."
        )
    )
    blocks = tuple(
        SignatureBlock(
            party=each.party,
            name=each.name,
            title=each.title,
            signature_label=text(N_("Signature")),
            name_label=text(N_("Name")),
            title_label=text(N_("Title")),
            date_label=text(N_("Date")),
        )
        for each in packet.signers
    )
    found: list[Block] = [
        Heading(text(N_("Signatures")), 1),
        Paragraph(consent.format(packet.number, packet.revision)),
    ]
    if packet.draft:
        found.append(
            Note(text(N_("This is a draft for discussion. It is not ready for signature.")))
        )
    return (*found, Spacer(4), Signatures(blocks))
