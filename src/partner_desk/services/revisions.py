"""Revisions: what went out for signature is frozen; what changes afterwards is the next one."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from partner_desk.model.agreements import Agreement, Revision
from partner_desk.model.errors import EnvironmentProblem
from partner_desk.services.snapshots import Snapshot, dump, load, snapshot, with_combined_schools
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

Text = Callable[[str], str]
Catalogues = Callable[[str], Text]
"""The texts of a language by its code."""


@dataclass(frozen=True, slots=True)
class Working:
    """Which revision an agreement is at: the one that went out, or the one after it."""

    number: int
    frozen: Revision | None
    changed: bool
    """Whether something on the paper is other than when ``frozen`` went out."""

    @property
    def draft(self) -> bool:
        """Whether what would be printed now never went out."""
        return self.frozen is None or self.changed


def office_mark(reader: Reader) -> str:
    """Eight hex digits that tell this office's pages from those of any other.

    They come from the office's very first change, which is never taken back and goes along
    wherever the office is moved or restored to.
    """
    first = reader.first_change_set_id()
    return hashlib.sha256(first.encode()).hexdigest()[:8].upper()


def revisions(reader: Reader, agreement_id: str) -> list[Revision]:
    """The frozen revisions of an agreement, the newest first."""
    found = reader.find(Revision, agreement_id=agreement_id)
    return sorted(found, key=lambda each: each.number, reverse=True)


def working(reader: Reader, agreement: Agreement) -> Working:
    """Which revision an agreement is at.

    The number of one whose sending was undone is not given again: its paper may be on its way.
    """
    newest = next(iter(revisions(reader, agreement.id)), None)
    if newest is not None and _says(reader, newest, snapshot(reader, agreement)):
        return Working(newest.number, newest, False)
    ids = reader.ids_owned_by(Revision, "agreement_id", agreement.id)
    given = [each.number for each in reader.get_many(Revision, ids)]
    return Working(max(given, default=0) + 1, newest, newest is not None)


def _says(reader: Reader, revision: Revision, now: Snapshot) -> bool:
    """Whether a frozen revision says what is said now, in combined schools by their new names."""
    current = dump(now)
    if hashlib.sha256(current).hexdigest() == revision.content:
        return True
    kept = reader.blob(revision.content)
    return kept is not None and dump(with_combined_schools(reader, load(kept))) == current


def pdf_of(store: Store, revision: Revision) -> bytes:
    """The bytes of a frozen packet, just as they went out.

    Raises EnvironmentProblem("revision.damaged") when they are not there or are others.
    """
    with store.reading() as reader:
        return _blob(reader, revision, revision.sha256)


def content_of(reader: Reader, revision: Revision) -> Snapshot:
    """What a frozen revision says. Raises EnvironmentProblem("revision.damaged")."""
    return load(_blob(reader, revision, revision.content))


def _blob(reader: Reader, revision: Revision, sha256: str) -> bytes:
    data = reader.blob(sha256)
    if data is None or hashlib.sha256(data).hexdigest() != sha256:
        raise EnvironmentProblem("revision.damaged", number=revision.number)
    return data
