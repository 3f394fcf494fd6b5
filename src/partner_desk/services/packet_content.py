"""What an agreement says on paper, gathered from its records in one language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from partner_desk.files.packet.content import (
    ClauseText,
    Content,
    EnclosedFile,
    ExhibitText,
    FinancialRow,
    OutcomeRow,
    ServiceRow,
    Signer,
    SitePlan,
)
from partner_desk.files.packet.facts import dollars
from partner_desk.files.templates import Values, filled, named_schools, written_date
from partner_desk.model.agreements import (
    Agreement,
    AgreementSchool,
    AgreementService,
    Clause,
    Exhibit,
    FinancialResponsibility,
    Outcome,
    Signatory,
)
from partner_desk.model.district_pays import district_pays
from partner_desk.model.fields import Record
from partner_desk.model.office import Attachment
from partner_desk.model.partners import School
from partner_desk.services.agreements import parties_in
from partner_desk.services.exhibits import lettered
from partner_desk.services.office import settings_in
from partner_desk.store.reader import Reader

Documents = Mapping[str, bytes | None]
"""What is printed of the documents among the exhibits: PDFs by the id of their attachment."""


@dataclass(frozen=True, slots=True)
class _Schools:
    """The schools of an agreement, by name, and those that its rows and exhibits mean."""

    names: tuple[str, ...]
    known: Mapping[str, School]

    def name(self, school_id: str | None) -> str:
        found = self.known.get(school_id or "")
        return found.name if found else ""


def gather(
    reader: Reader, agreement: Agreement, language: str, documents: Documents | None = None
) -> Content:
    """What the agreement says in ``language``; texts not translated stand as they were written."""
    said = partial(words, written=agreement.language, language=language)
    schools = _schools(reader, agreement)
    sides = parties_in(reader, agreement)
    values = placeholder_values(reader, agreement, language)
    return Content(
        language=language,
        number=agreement.number,
        title=said(agreement, "title"),
        instrument=agreement.instrument,
        district=sides.district,
        partner=sides.partner,
        starts_on=agreement.starts_on,
        ends_on=agreement.ends_on,
        schools=schools.names,
        purpose=said(agreement, "purpose"),
        services=_services(reader, agreement, schools, said),
        outcomes=_outcomes(reader, agreement, schools, said),
        financial=_financial(reader, agreement, schools, said),
        clauses=_clauses(reader.find(Clause, agreement_id=agreement.id), language, values, said),
        exhibits=_exhibits(reader, agreement, language, schools, values, said, documents or {}),
        signers=tuple(
            Signer(each.party, each.name, said(each, "title"))
            for each in reader.find(Signatory, agreement_id=agreement.id)
        ),
        amends=_named(reader, agreement.amends_id, language),
        renews=_named(reader, agreement.renews_id, language),
    )


def words(record: Record, field: str, *, written: str, language: str) -> str:
    """A text of a record in ``language``, as it was ``written`` where it is not translated."""
    original: str = getattr(record, field)
    if language == written:
        return original
    translated: str = getattr(record, f"{field}_translated")
    return translated or original


_Said = Callable[[Record, str], str]


def placeholder_values(
    reader: Reader, agreement: Agreement, language: str
) -> Values:
    """What the placeholders of an agreement stand for; ``school`` is known in site plans only."""
    office, sides = settings_in(reader), parties_in(reader, agreement)
    amended = reader.get(Agreement, agreement.amends_id)
    paid = district_pays(reader.find(FinancialResponsibility, agreement_id=agreement.id))
    starts_on, ends_on = agreement.starts_on, agreement.ends_on
    return {
        "district": sides.district,
        "partner": sides.partner,
        "office": office.name,
        "number": agreement.number,
        "amended_number": amended.number if amended else None,
        "starts_on": written_date(starts_on, language) if starts_on else None,
        "ends_on": written_date(ends_on, language) if ends_on else None,
        "school": None,
        "schools": named_schools(_schools(reader, agreement).names, language),
        "amount": dollars(paid) if paid is not None else None,
    }


def _schools(reader: Reader, agreement: Agreement) -> _Schools:
    links = reader.find(AgreementSchool, agreement_id=agreement.id)
    parts: list[Sequence[AgreementService | Outcome | FinancialResponsibility | Exhibit]] = [
        reader.find(AgreementService, agreement_id=agreement.id),
        reader.find(Outcome, agreement_id=agreement.id),
        reader.find(FinancialResponsibility, agreement_id=agreement.id),
        reader.find(Exhibit, agreement_id=agreement.id),
    ]
    meant = {each.school_id for rows in parts for each in rows if each.school_id}
    own = {each.school_id for each in links if each.school_id}
    known = {each.id: each for each in reader.get_many(School, sorted(meant | own))}
    names = [known[each].name for each in own if each in known]
    return _Schools(tuple(sorted(names, key=str.casefold)), known)


def _services(
    reader: Reader, agreement: Agreement, schools: _Schools, said: _Said
) -> tuple[ServiceRow, ...]:
    return tuple(
        ServiceRow(
            said(each, "description"), each.provider, said(each, "place"),
            said(each, "frequency"), each.participants, schools.name(each.school_id),
        )
        for each in reader.find(AgreementService, agreement_id=agreement.id)
    )


def _outcomes(
    reader: Reader, agreement: Agreement, schools: _Schools, said: _Said
) -> tuple[OutcomeRow, ...]:
    return tuple(
        OutcomeRow(
            said(each, "statement"), said(each, "indicator"), each.unit, each.baseline,
            each.target, said(each, "method"), each.answerable, schools.name(each.school_id),
        )
        for each in reader.find(Outcome, agreement_id=agreement.id)
    )


def _financial(
    reader: Reader, agreement: Agreement, schools: _Schools, said: _Said
) -> tuple[FinancialRow, ...]:
    return tuple(
        FinancialRow(
            said(each, "item"), each.payer, each.amount, each.in_kind, said(each, "schedule"),
            said(each, "funding_source"), schools.name(each.school_id),
        )
        for each in reader.find(FinancialResponsibility, agreement_id=agreement.id)
    )


def _clauses(
    found: Sequence[Clause], language: str, values: Values, said: _Said
) -> tuple[ClauseText, ...]:
    return tuple(
        ClauseText(
            filled(said(each, "heading"), language, values),
            filled(said(each, "text"), language, values),
        )
        for each in found
    )


def _exhibits(
    reader: Reader,
    agreement: Agreement,
    language: str,
    schools: _Schools,
    values: Values,
    said: _Said,
    documents: Documents,
) -> tuple[ExhibitText, ...]:
    found = []
    for letter, each in lettered(reader, agreement.id):
        school = schools.known.get(each.school_id or "") if each.source == "school" else None
        own_values = {**values, "school": school.name} if school else values
        found.append(ExhibitText(
            letter=letter,
            title=filled(said(each, "title"), language, own_values),
            source=each.source,
            clauses=_clauses(reader.find(Clause, exhibit_id=each.id), language, own_values, said),
            site=_site(reader, agreement, school) if school else None,
            file=_file(reader, each, documents) if each.source == "file" else None,
        ))
    return tuple(found)


def _site(reader: Reader, agreement: Agreement, school: School) -> SitePlan:
    links = reader.find(AgreementSchool, agreement_id=agreement.id, school_id=school.id)
    details = links[0] if links else AgreementSchool()
    return SitePlan(
        school.name, school.principal, details.contact, details.times, details.space,
        details.grades, details.participants,
    )


def _file(reader: Reader, exhibit: Exhibit, documents: Documents) -> EnclosedFile | None:
    attachment = reader.get(Attachment, exhibit.attachment_id)
    return EnclosedFile(attachment.name, documents.get(attachment.id)) if attachment else None


def _named(reader: Reader, agreement_id: str | None, language: str) -> str:
    """Number and title of another agreement in ``language``."""
    found = reader.get(Agreement, agreement_id)
    if found is None:
        return ""
    title = words(found, "title", written=found.language, language=language)
    return ", ".join(filter(None, (found.number, title)))
