"""What to look at before a packet is printed: translations and placeholders still missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from partner_desk.files.templates import Values, placeholders_in, unknown_placeholders
from partner_desk.model.agreements import (
    Agreement,
    AgreementService,
    Clause,
    Exhibit,
    FinancialResponsibility,
    Outcome,
    Signatory,
)
from partner_desk.model.errors import Problem
from partner_desk.model.fields import Record
from partner_desk.model.partners import School
from partner_desk.services.agreements import existing
from partner_desk.services.packet_content import placeholder_values, words
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

_TRANSLATED = "_translated"
_PARTS: tuple[type[Record], ...] = (
    AgreementService, Outcome, FinancialResponsibility, Clause, Exhibit, Signatory
)


@dataclass(frozen=True, slots=True)
class Missing:
    """A text that is printed as it was written: ``label`` (marked with N_) names the field."""

    kind: str
    record_id: str
    field: str
    label: str
    caption: str


def languages(agreement: Agreement, language: str) -> tuple[str, ...]:
    """The languages of a paper wanted in "en", "es", "both" or, for "", as the agreement says.

    The one the agreement was written in comes first.
    """
    wanted = language or agreement.paper_language or agreement.language
    if wanted != "both":
        return (wanted,)
    return (agreement.language, "es" if agreement.language == "en" else "en")


def missing_translations(
    store: Store, agreement_id: str, language: str
) -> tuple[Missing, ...]:
    """The texts that a paper in ``language`` needs in a language they are not in yet."""
    with store.reading() as reader:
        agreement = existing(reader, agreement_id)
        return missing_translations_in(reader, agreement, language)


def missing_translations_in(
    reader: Reader, agreement: Agreement, language: str
) -> tuple[Missing, ...]:
    """The same in a view of the office that is open already."""
    if languages(agreement, language) == (agreement.language,):
        return ()
    return tuple(
        Missing(record.kind, record.id, name, record.declarations[name].label, record.caption)
        for record in _records(reader, agreement)
        for name in record.declarations
        if f"{name}{_TRANSLATED}" in record.declarations
        and getattr(record, name).strip()
        and not getattr(record, f"{name}{_TRANSLATED}").strip()
    )


def _records(reader: Reader, agreement: Agreement) -> Iterator[Record]:
    yield agreement
    for entity in _PARTS:
        for record in reader.find(entity, agreement_id=agreement.id):
            yield record
            if isinstance(record, Exhibit) and record.source != "file":
                yield from reader.find(Clause, exhibit_id=record.id)


def unfilled(store: Store, agreement_id: str) -> list[Problem]:
    """Placeholders in clauses that stand for nothing, or that nobody knows.

    Codes "sign.placeholder_empty" and "sign.placeholder_unknown" with name=, clause= and
    record_id=; ``field`` is the one it stands in.
    """
    with store.reading() as reader:
        return unfilled_in(reader, existing(reader, agreement_id))


def unfilled_in(reader: Reader, agreement: Agreement) -> list[Problem]:
    """The same in a view of the office that is open already."""
    found: dict[tuple[str, str, str], Problem] = {}
    clauses = list(_clauses(reader, agreement))
    for language in languages(agreement, ""):
        common = placeholder_values(reader, agreement, language)
        for clause, school in clauses:
            values = {**common, "school": school or None}
            for problem in _of_clause(clause, agreement.language, language, values):
                found.setdefault((problem.code, str(problem.values["name"]), clause.id), problem)
    return list(found.values())


def _clauses(reader: Reader, agreement: Agreement) -> Iterator[tuple[Clause, str]]:
    """The clauses of body and exhibits, each with the school it is about."""
    for clause in reader.find(Clause, agreement_id=agreement.id):
        yield clause, ""
    for exhibit in reader.find(Exhibit, agreement_id=agreement.id):
        school = reader.get(School, exhibit.school_id) if exhibit.source == "school" else None
        if exhibit.source != "file":
            for clause in reader.find(Clause, exhibit_id=exhibit.id):
                yield clause, school.name if school else ""


def _of_clause(
    clause: Clause, written: str, language: str, values: Values
) -> Iterator[Problem]:
    for field in ("heading", "text"):
        text = words(clause, field, written=written, language=language)
        wrong = [("sign.placeholder_empty", name) for name in placeholders_in(text)
                 if not values.get(name)]
        wrong += [("sign.placeholder_unknown", name) for name in unknown_placeholders(text)]
        about = {"clause": clause.heading, "record_id": clause.id}
        for code, name in wrong:
            yield Problem(code, field, {"name": name, **about}, "clause")
