"""What an import would do, or did: its numbers, and its rows as a person looks at them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from partner_desk.files.hsds import Refusal

if TYPE_CHECKING:
    from partner_desk.services.duplicates import Likeness
    from partner_desk.services.sheets.settled import Settled

STATES = ("new", "changed", "unchanged", "refused")
MOST_CHANGES_SHOWN = 2_000
MOST_ROWS_SHOWN = 20_000
"""Rows of a sheet that are kept with all their fields; further ones have a caption only."""

AS_NEW, LEFT_OUT = "new", "leave"
"""Decisions about a row; any other one is the id of the record that the row is."""


_PUT_RIGHT = frozenset(("cell.zeros_back", "cell.serial_date"))
"""Codes of notes that tell what a cell was taken for: nothing of it is put aside."""


class FieldChange(NamedTuple):
    """A field that would change, with its texts before and after."""

    field: str
    before: str
    after: str


class RecordChange(NamedTuple):
    """A record that would change, and the row that says so."""

    kind: str
    id: str
    caption: str
    file: str
    row: int
    fields: tuple[FieldChange, ...]


class SeenField(NamedTuple):
    """A field of one of the records that a row makes, as texts; ``before`` is "" where it is new.

    ``record`` counts the row's records of one ``kind`` from 1: the second phone, say.
    """

    kind: str
    field: str
    before: str
    after: str
    record: int = 1


class SeenRow(NamedTuple):
    """A row of a sheet or of a directory, and what becomes of it.

    ``number`` is Excel's; ``file`` is named for a directory, which has several; ``key`` is what
    decisions about it are kept by; ``state`` is one of STATES; ``caption`` what the row's own
    record is called. ``refusals`` say why it is not taken, ``notes`` what was put aside, put right
    or doubtful (their ``column`` is the sheet's heading). ``alike`` are records it may be the same
    as, likeliest first. ``decision`` is "", AS_NEW, LEFT_OUT or the id of a record.
    """

    number: int
    key: str
    state: str
    kind: str
    caption: str
    fields: tuple[SeenField, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[Refusal, ...] = ()
    alike: "tuple[Likeness, ...]" = ()
    decision: str = ""
    file: str = ""

    @property
    def asides(self) -> tuple[Refusal, ...]:
        """Where the row is taken, the notes of what was put aside in it or is doubtful."""
        taken = self.notes if self.state != "refused" else ()
        return tuple(each for each in taken if each.code not in _PUT_RIGHT)


@dataclass(slots=True)
class ImportPreview:
    """What importing would do, or what it did; nothing here writes.

    ``read`` counts rows and is the sum of ``new``, ``changed``, ``unchanged`` and ``refused``;
    ``by_kind`` gives the same five numbers by the kind of record they are, or by the table's name
    where the office keeps no such thing. ``notes`` are cells that were put aside although their
    row is taken; their text is kept with the record. ``changes`` shows at most MOST_CHANGES_SHOWN
    records. ``guessed`` names the encoding of each file that is not in Unicode.

    ``decisions`` are what it was read by, for each row by its key. Of a sheet ``settled`` is what
    its columns are, ``rows`` are all its rows in their order, and ``blank`` counts the empty ones,
    which are not in ``read``. A directory has in ``rows`` only those that may be the same as
    something the office holds, or are, because a person decided so.
    """

    path: Path
    name: str
    source_id: str
    known_source: bool
    left_out: tuple[str, ...]
    guessed: dict[str, str]
    fingerprint: tuple[tuple[str, int, int], ...]
    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    by_kind: dict[str, dict[str, int]] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    notes: list[Refusal] = field(default_factory=list)
    changes: list[RecordChange] = field(default_factory=list)
    change_set_id: str = ""
    """The change set that was written; "" before that, or when there was nothing to write."""
    blank: int = 0
    rows: list[SeenRow] = field(default_factory=list)
    settled: "Settled | None" = None
    decisions: Mapping[str, str] = field(default_factory=dict)

    @property
    def doubtful(self) -> int:
        """How many rows may be the same as something the office holds and are undecided."""
        return sum(bool(row.alike) and not row.decision for row in self.rows)

    def count(self, kind: str, state: str) -> None:
        """Count one row of this kind as one of STATES."""
        of_kind = self.by_kind.setdefault(kind, dict.fromkeys(("read", *STATES), 0))
        of_kind["read"] += 1
        of_kind[state] += 1
        self.read += 1
        setattr(self, state, getattr(self, state) + 1)


ImportResult = ImportPreview
