"""Packets: an agreement gathered into plain texts and printed as PDF."""

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from partner_desk.files.templates import Values, filled, named_schools, written_date
from partner_desk.model.agreements import (
    Agreement,
    AgreementSchool,
    AgreementService,
    Clause,
    FinancialResponsibility,
    Outcome,
    Signatory,
)
from partner_desk.model.directory import Contact
from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.fields import Record
from partner_desk.model.office import Attachment, Office
from partner_desk.model.partners import School
from partner_desk.model.values import Choice
from partner_desk.services.agreements import Parties, parties_in
from partner_desk.services.office import settings_in
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

if TYPE_CHECKING:
    from partner_desk.files.packet import FinancialRow, OutcomeRow, Packet, ServiceRow, Signer
    from partner_desk.files.pdf.document import Document
    from partner_desk.files.pdf.render import Pdf
    from partner_desk.files.pdf.unprintable import UnprintableCharacters

Text = Callable[[str], str]


def packet(store: Store, agreement_id: str, text: Text) -> "Pdf":
    """The packet of an agreement as PDF, its headings looked up with ``text``.

    ``text`` belongs to the language of the paper (``Agreement.language``), not of the screen.
    """
    from partner_desk.files.pdf.render import render

    return render(describe(store, agreement_id, text))


def unprintable(
    store: Store, agreement_id: str, text: Text
) -> "tuple[UnprintableCharacters, ...]":
    """The characters of a packet that no font has, before anything is printed."""
    from partner_desk.files.pdf.unprintable import unprintable as find

    return find(describe(store, agreement_id, text))


def describe(store: Store, agreement_id: str, text: Text) -> "Document":
    """The packet of an agreement as a plain document."""
    from partner_desk.files.packet import layout

    with store.reading() as reader:
        agreement = reader.get(Agreement, agreement_id)
        if agreement is None:
            raise EnvironmentProblem("record.gone", kind="agreement", id=agreement_id)
        return layout(_gather(reader, agreement, text), text)


def _gather(reader: Reader, agreement: Agreement, text: Text) -> "Packet":
    from partner_desk.files.packet import Packet

    office = settings_in(reader)
    sides = parties_in(reader, agreement)
    schools = _schools(reader, agreement)
    day = agreement.language
    return Packet(
        language=agreement.language,
        paper=office.paper,
        office=office.name,
        letterhead=tuple(line for line in office.letterhead.splitlines() if line.strip()),
        logo=reader.blob(office.logo),
        number=agreement.number,
        revision=1,
        draft=agreement.status in ("draft", "in_review"),
        title=agreement.title,
        district=sides.district,
        partner=sides.partner,
        starts_on=written_date(agreement.starts_on, day) if agreement.starts_on else "",
        ends_on=written_date(agreement.ends_on, day) if agreement.ends_on else "",
        schools=tuple(schools),
        contact=_contact(reader, sides),
        purpose=agreement.purpose,
        services=_services(reader, agreement, text),
        outcomes=_outcomes(reader, agreement, text),
        financial=_financial(reader, agreement, text),
        clauses=_clauses(reader, agreement, _values(agreement, sides, schools, office)),
        signers=_signers(reader, agreement, sides),
        enclosed=tuple(
            each.name for each in reader.find(Attachment, agreement_id=agreement.id)
        ),
    )


def _schools(reader: Reader, agreement: Agreement) -> list[str]:
    links = reader.find(AgreementSchool, agreement_id=agreement.id)
    found = reader.get_many(School, [each.school_id for each in links if each.school_id])
    return sorted((each.name for each in found), key=str.casefold)


def _contact(reader: Reader, sides: Parties) -> tuple[str, ...]:
    if sides.organization is None:
        return ()
    people = reader.find(Contact, organization_id=sides.organization.id)
    if not people:
        return tuple(filter(None, (sides.organization.email,)))
    first = next((each for each in people if each.may_sign), people[0])
    named = ", ".join(filter(None, (first.name, first.title)))
    return tuple(filter(None, (named, first.email or sides.organization.email)))


def _label(record: Record, field: str, text: Text) -> str:
    type_ = record.declarations[field].type
    assert isinstance(type_, Choice)
    return text(type_.label(getattr(record, field)))


def _services(reader: Reader, agreement: Agreement, text: Text) -> "tuple[ServiceRow, ...]":
    from partner_desk.files.packet import ServiceRow

    return tuple(
        ServiceRow(
            each.description, _label(each, "provider", text), each.place, each.frequency,
            "" if each.participants is None else f"{each.participants:,}",
        )
        for each in reader.find(AgreementService, agreement_id=agreement.id)
    )


def _outcomes(reader: Reader, agreement: Agreement, text: Text) -> "tuple[OutcomeRow, ...]":
    from partner_desk.files.packet import OutcomeRow

    return tuple(
        OutcomeRow(
            each.statement, each.indicator, _measured(each.baseline, each.unit),
            _measured(each.target, each.unit), each.method, _label(each, "answerable", text),
        )
        for each in reader.find(Outcome, agreement_id=agreement.id)
    )


def _measured(value: Decimal | None, unit: str) -> str:
    return "" if value is None else f"{value:,f} {unit}".strip()


def _financial(reader: Reader, agreement: Agreement, text: Text) -> "tuple[FinancialRow, ...]":
    from partner_desk.files.packet import FinancialRow

    return tuple(
        FinancialRow(
            each.item, _label(each, "payer", text),
            None if each.in_kind else each.amount, each.amount if each.in_kind else None,
            each.schedule, each.funding_source,
        )
        for each in reader.find(FinancialResponsibility, agreement_id=agreement.id)
    )


def _values(
    agreement: Agreement, sides: Parties, schools: list[str], office: Office
) -> Values:
    language = agreement.language
    return {
        "district": sides.district,
        "partner": sides.partner,
        "office": office.name,
        "number": agreement.number,
        "starts_on": written_date(agreement.starts_on, language) if agreement.starts_on else None,
        "ends_on": written_date(agreement.ends_on, language) if agreement.ends_on else None,
        "schools": named_schools(schools, language),
    }


def _clauses(
    reader: Reader, agreement: Agreement, values: Values
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (each.heading, filled(each.text, agreement.language, values))
        for each in reader.find(Clause, agreement_id=agreement.id)
    )


def _signers(reader: Reader, agreement: Agreement, sides: Parties) -> "tuple[Signer, ...]":
    from partner_desk.files.packet import Signer

    names = {"district": sides.district, "partner": sides.partner}
    return tuple(
        Signer(names.get(each.party, each.party), each.name, each.title)
        for each in reader.find(Signatory, agreement_id=agreement.id)
    )
