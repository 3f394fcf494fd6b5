"""The one record of change: who did what, and which field went from what to what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

CREATED = ""
"""The ``field`` of the change that made a record; its ``after`` holds the values it began with."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes, and on which computer."""

    who: str
    computer: str


@dataclass(frozen=True, slots=True)
class Operation:
    """What a change set is called: a code with values, of which the screen makes a sentence.

    ``kind`` is one of edit, import, combine, undo, redo, restore, migrate.
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    kind: str = "edit"
    note: str = ""
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """A named operation as it was recorded; ``undone_by`` is the id of the set that undid it."""

    sequence: int
    id: str
    kind: str
    code: str
    values: Mapping[str, str]
    at: datetime
    who: str
    computer: str
    note: str
    undoes: str | None
    undone_by: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one record, in packed (JSON) values; see CREATED for the making of a record."""

    sequence: int
    kind: str
    record_id: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that was not put back because it no longer holds what the undone set wrote."""

    kind: str
    record_id: str
    field: str
    wanted: Any
    found: Any


@dataclass(frozen=True, slots=True)
class UndoResult:
    """The change set that undid another (None when nothing was left to put back)."""

    undone: ChangeSet
    change_set_id: str | None
    conflicts: tuple[Conflict, ...]
