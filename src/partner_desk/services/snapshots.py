"""What an agreement says, as plain JSON values: kept with a revision, compared with another.

Records keep their ids, so that a row that moved or changed is known again. Placeholders stay as
they are and choices are their stored codes: a later program reads them in any language.
"""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

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
from partner_desk.model.fields import Record
from partner_desk.model.office import Attachment
from partner_desk.model.partners import School
from partner_desk.services.agreements import parties_in
from partner_desk.services.aliases import current_ids
from partner_desk.store.reader import Reader

R = TypeVar("R", bound=Record)

Snapshot = Mapping[str, Any]
"""``agreement``: its fields; ``parties``; and by kind the rows of each part, in their order."""

PARTS: tuple[type[Record], ...] = (
    AgreementSchool, AgreementService, Outcome, FinancialResponsibility, Clause, Exhibit, Signatory
)
"""The kinds of rows that a packet prints, in the order in which it does."""

_NEVER_PRINTED = {
    "agreement": {"status", "notes", "signed_on", "template", "partnership_id",
                  "amends_id", "renews_id"},
    "agreement_school": {"note", "agreement_id"},
    "clause": {"status", "notes", "key", "agreement_id", "exhibit_id"},
    "signatory": {"signed_on", "how", "agreement_id"},
    "exhibit": {"template", "agreement_id"},
}


def printed_fields(entity: type[Record]) -> tuple[str, ...]:
    """The names of the fields of a kind that stand on the paper."""
    left_out = _NEVER_PRINTED.get(entity.kind, {"agreement_id"})
    unseen = {"deleted_at", "position"}
    return tuple(name for name in entity.declarations if name not in left_out | unseen)


def snapshot(reader: Reader, agreement: Agreement) -> Snapshot:
    """What an agreement says now."""
    sides = parties_in(reader, agreement)
    found: dict[str, Any] = {
        "agreement": _values(agreement),
        "parties": {"district": sides.district, "partner": sides.partner},
        "follows": _follows(reader, agreement),
    }
    for entity in PARTS:
        rows: list[Record] = reader.find(entity, agreement_id=agreement.id)
        found[entity.kind] = [{"id": each.id, **_values(each)} for each in rows]
    for each in found["exhibit"]:
        each["clauses"] = [{"id": clause.id, **_values(clause)}
                           for clause in reader.find(Clause, exhibit_id=each["id"])]
        attachment = reader.get(Attachment, each.get("attachment_id"))
        if attachment is not None:
            each["file"] = {"name": attachment.name, "sha256": attachment.sha256}
    _name_schools(reader, found)
    return found


def dump(content: Snapshot) -> bytes:
    """A snapshot as bytes that are the same for the same content."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1).encode()


def load(data: bytes) -> Snapshot:
    """The snapshot that ``dump`` wrote."""
    found: Snapshot = json.loads(data)
    return found


def rows_of(content: Snapshot, entity: type[R]) -> list[R]:
    """The rows of a part as records; what was empty then is empty in them."""
    declarations = entity.declarations
    return [
        entity(id=row["id"], **{
            name: declarations[name].type.unpack(row[name]) if name in row
            else declarations[name].type.empty
            for name in printed_fields(entity)
        })
        for row in content[entity.kind]
    ]


def _values(record: Record) -> dict[str, Any]:
    """The printed fields by name, packed; what is empty is left out, so that a field that a later
    program adds changes nothing."""
    declarations = record.declarations
    return {
        name: declarations[name].type.pack(getattr(record, name))
        for name in printed_fields(type(record))
        if getattr(record, name) != declarations[name].type.empty
    }


def _follows(reader: Reader, agreement: Agreement) -> dict[str, str]:
    """The numbers of the agreements that this one amends and renews."""
    linked = {"amends": agreement.amends_id, "renews": agreement.renews_id}
    found = {name: reader.get(Agreement, each) for name, each in linked.items() if each}
    return {name: each.number for name, each in found.items() if each is not None}


def with_combined_schools(reader: Reader, content: Snapshot) -> Snapshot:
    """The same, with each school that was combined into another called as that one is now.

    It is the same school, and what was agreed upon is the same.
    """
    ids = sorted({row["school_id"] for row in _rows_with_school(content)})
    leads = current_ids(reader, School.kind, ids)
    names = {each.id: each.name for each in reader.get_many(School, sorted(leads.values()))}

    def led_on(row: Mapping[str, Any]) -> Mapping[str, Any]:
        now = leads.get(row.get("school_id", ""))
        return {**row, "school_id": now, "school": names[now]} if now in names else row

    parts = {entity.kind: [led_on(row) for row in content[entity.kind]] for entity in PARTS}
    return {**content, **parts}


def _rows_with_school(content: Snapshot) -> list[dict[str, Any]]:
    return [row for entity in PARTS for row in content[entity.kind] if row.get("school_id")]


def _name_schools(reader: Reader, found: dict[str, Any]) -> None:
    """Rows name their school and its principal: they may be called otherwise later."""
    rows = _rows_with_school(found)
    ids = sorted({row["school_id"] for row in rows})
    schools = {each.id: each for each in reader.get_many(School, ids)}
    for row in rows:
        school = schools.get(row["school_id"])
        row["school"] = school.name if school else ""
        row["principal"] = school.principal if school else ""
