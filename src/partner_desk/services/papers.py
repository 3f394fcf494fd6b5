"""Compliance papers are written: kinds to begin with, filing, verifying, deciding on one."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from partner_desk.files.resources import resource_dir
from partner_desk.model.agreements import Agreement
from partner_desk.model.compliance import (
    Coverage,
    Paper,
    PaperDecision,
    PaperKind,
    PaperRequirement,
)
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.identity import derived_id
from partner_desk.model.organizations import Organization
from partner_desk.services import attachments
from partner_desk.services.agreements import parties_in
from partner_desk.services.office import settings_in
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

R = TypeVar("R", bound=Record)


def ensure_kinds(store: Store) -> bool:
    """Keep the usual kinds of papers in an office that never had one; whether that was so.

    They are named in the language of the office; their ids are the same in every office.
    """
    with store.reading() as reader:
        kinds = usual_kinds(settings_in(reader).language)
        known = reader.get_many(PaperKind, [each.id for each in kinds])
        if known or reader.find(PaperKind):
            return False
    fill_kinds(store)
    return True


def fill_kinds(store: Store) -> int:
    """Keep the usual kinds of papers, also those that lie in Trash; returns how many kinds.

    A kind that is there stays as it is.
    """
    with store.writing(Operation("papers.filled")) as work:
        usual = usual_kinds(settings_in(work).language)
        live = {each.id for entity in (PaperKind, PaperRequirement) for each in work.find(entity)}
        new = [each for each in usual if each.id not in live]
        work.add_many(new)
    return sum(isinstance(each, PaperKind) for each in new)


def usual_kinds(language: str) -> list[Record]:
    """The kinds of papers that come with the program and their requirements, not yet kept."""
    path = resource_dir("templates") / "papers.json"
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["kinds"]
    found: list[Record] = []
    for row in rows:
        key = row["key"]
        requirements = row.pop("requirements")
        for name in ("name", "notes"):
            row[name] = row[name][language]
        kind = PaperKind.checked({**row, "id": derived_id("paper_kind", key)})
        found.append(kind)
        for number, each in enumerate(requirements, 1):
            requirement_id = derived_id("paper_requirement", key, str(number))
            found.append(PaperRequirement.checked(
                {**each, "id": requirement_id, "paper_kind_id": kind.id}
            ))
    return sorted(found, key=lambda each: each.kind != "paper_kind")


def file_paper(
    store: Store,
    owner: Agreement | Organization,
    values: Mapping[str, Any],
    coverages: Iterable[str] = (),
    path: Path | None = None,
) -> Paper:
    """Keep a paper that came in, with a row for each of ``coverages`` still to be filled.

    A paper of an agreement is kept with its partner where its kind is asked for once of a
    partner; so is a copy of the file at ``path``, its document. Raises InputError: fields that
    do not fit, "paper.kind_gone", "paper.asked_of_agreements" (name=), "paper.dates_reversed",
    and like ``attachments.attach``.
    """
    data = attachments.read_file(path) if path else b""
    with store.reading() as reader:
        kind = reader.get(PaperKind, _text(values.get("paper_kind_id")))
        paper = Paper.checked({**values, **_link(reader, owner, kind)})
    problems = _filing_problems(paper, kind, owner)
    if problems or kind is None:
        raise InputError(*problems)
    operation = Operation("paper.file", {"name": kind.name, "parent": owner.caption})
    with store.writing(operation) as work:
        if path:
            paper.attachment_id = attachments.keep(work, _owner(work, paper), path.name, data).id
        work.add(paper)
        if kind.insurance:
            work.add_many(Coverage(paper_id=paper.id, coverage=each) for each in coverages)
    return paper


def verify(store: Store, paper_id: str, who: str, today: date) -> Paper:
    """Note that ``who`` looked at a paper on ``today`` and found it good, in one write."""
    with store.reading() as reader:
        paper = _existing(reader, Paper, paper_id)
        name = _kind_name(reader, paper.paper_kind_id)
    with store.writing(Operation("paper.verify", {"name": name})) as work:
        return work.change(Paper, paper_id, verified_on=today, verified_by=who)


def attach(store: Store, paper_id: str, path: Path) -> Paper:
    """Keep a copy of a file as the document of a paper, among its owner's documents; one write.

    Raises InputError and EnvironmentProblem as ``attachments.attach`` does.
    """
    data = attachments.read_file(path)
    with store.reading() as reader:
        paper = _existing(reader, Paper, paper_id)
        name = _kind_name(reader, paper.paper_kind_id)
    with store.writing(Operation("paper.document", {"name": name})) as work:
        document = attachments.keep(work, _owner(work, paper), path.name, data)
        return work.change(Paper, paper_id, attachment_id=document.id)


def decide(
    store: Store, agreement_id: str, kind_id: str, decision: str, reason: str
) -> PaperDecision:
    """Decide for one agreement that a kind of paper is "required" or "waived".

    Raises InputError: a waiver needs a reason ("paper.reason_needed").
    """
    values = {"agreement_id": agreement_id, "paper_kind_id": kind_id, "decision": decision,
              "reason": reason}
    wanted = PaperDecision.checked(values)
    if wanted.decision == "waived" and not wanted.reason.strip():
        raise InputError(Problem("paper.reason_needed", "reason"))
    with store.reading() as reader:
        agreement = _existing(reader, Agreement, agreement_id)
        name = _kind_name(reader, kind_id)
    told = {"name": name, "parent": agreement.number or agreement.title}
    with store.writing(Operation(f"paper.{wanted.decision}", told)) as work:
        known = work.find(PaperDecision, agreement_id=agreement_id, paper_kind_id=kind_id)
        for each in known[1:]:
            work.delete(PaperDecision, each.id)
        if not known:
            return work.add(wanted)
        return work.change(
            PaperDecision, known[0].id, decision=wanted.decision, reason=wanted.reason
        )


def undecide(store: Store, agreement_id: str, kind_id: str) -> None:
    """Take decisions on a kind of paper back: what is usual holds for the agreement again."""
    with store.reading() as reader:
        agreement = _existing(reader, Agreement, agreement_id)
        name = _kind_name(reader, kind_id)
    told = {"name": name, "parent": agreement.number or agreement.title}
    with store.writing(Operation("paper.undecided", told)) as work:
        for each in work.find(PaperDecision, agreement_id=agreement_id, paper_kind_id=kind_id):
            work.delete(PaperDecision, each.id)


def _link(
    reader: Reader, owner: Agreement | Organization, kind: PaperKind | None
) -> dict[str, str]:
    """The reference by which a paper of this kind belongs to its owner."""
    if isinstance(owner, Organization):
        return {"organization_id": owner.id}
    partner = parties_in(reader, owner).organization
    if partner is not None and kind is not None and kind.about == "partner":
        return {"organization_id": partner.id}
    return {"agreement_id": owner.id}


def _owner(reader: Reader, paper: Paper) -> Record:
    """The record among whose documents that of a paper is kept."""
    if paper.agreement_id:
        return _existing(reader, Agreement, paper.agreement_id)
    return _existing(reader, Organization, paper.organization_id)


def _filing_problems(
    paper: Paper, kind: PaperKind | None, owner: Agreement | Organization
) -> list[Problem]:
    found = []
    if kind is None or kind.deleted_at is not None:
        found.append(Problem("paper.kind_gone", "paper_kind_id"))
    elif kind.about == "agreement" and isinstance(owner, Organization):
        values = {"name": kind.name}
        found.append(Problem("paper.asked_of_agreements", "paper_kind_id", values))
    if paper.issued_on and paper.expires_on and paper.expires_on < paper.issued_on:
        found.append(Problem("paper.dates_reversed", "expires_on"))
    return found


def _kind_name(reader: Reader, kind_id: str | None) -> str:
    kind = reader.get(PaperKind, kind_id)
    return kind.name if kind else ""


def _existing(reader: Reader, entity: type[R], record_id: str | None) -> R:
    record = reader.get(entity, record_id)
    if record is None or record.deleted_at is not None:
        raise EnvironmentProblem("record.gone", kind=entity.kind, id=record_id or "")
    return record


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
