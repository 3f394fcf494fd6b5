"""The rows of a sheet as rows of records: gone through twice, for what they share and then for
what they are."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from partner_desk.files.hsds import RawRecord, Refusal, SourceRow
from partner_desk.files.sheets.look import CellValue, IsCancelled, Look, SheetRow
from partner_desk.files.sheets.look import rows as sheet_rows
from partner_desk.files.web_codes import WEB_CODES
from partner_desk.model.errors import Cancelled
from partner_desk.model.folding import fold
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.model.registry import KINDS
from partner_desk.services.importing.preview import AS_NEW, LEFT_OUT
from partner_desk.services.importing.source import record_id
from partner_desk.services.sheets.building import Owner, RecordBuilder
from partner_desk.services.sheets.category_names import known_categories
from partner_desk.services.sheets.cells import text_of
from partner_desk.services.sheets.headings import meant_by
from partner_desk.services.sheets.identity import KEY_PATHS, KeyChooser, Named, named
from partner_desk.services.sheets.owners import Owners, UnclearOwner
from partner_desk.services.sheets.read_row import CellNote, ReadRow
from partner_desk.services.sheets.row_reading import RowReader
from partner_desk.services.sheets.settled import Settled, is_added
from partner_desk.services.sheets.targets import LEAVE, NEEDED
from partner_desk.store.reader import Reader

_TOTALS = frozenset((
    "grand total", "total", "totals", "subtotal", "sum", "total general", "suma", "gran total",
    "totales",
))
_CHECKED_EVERY = 500
# What a resource without a name is called. "Site name" is one; "Location" may be any address.
_SPARE_NAMES = {
    True: (("program", "name"), ("location", "name"), ("organization", "name")),
    False: (("program", "name"), ("organization", "name"), ("location", "name")),
}
_NAMES = frozenset(("service.name", "program.name", "location.name"))


class Told(NamedTuple):
    """What is to be said of a row beside what matching finds: its key, its cells, its owner.

    ``caption`` is what a row that is not taken is called, "" where nothing tells.
    """

    key: str
    notes: tuple[Refusal, ...]
    owner: Owner | None = None
    caption: str = ""


class SheetGiver:
    """Gives the rows of one sheet. ``told`` holds the keys and notes of rows not yet taken up."""

    def __init__(
        self, reader: Reader, path: Path, look: Look, settled: Settled, source_id: str,
        fresh: bool, decisions: Mapping[str, str], cancelled: IsCancelled,
    ) -> None:
        self._path, self._look, self._settled = path, look, settled
        self._decisions, self._cancelled = decisions, cancelled
        self._source_id = source_id
        self._name_heading = _heading_of_name(settled, look)
        self._folded_headings = tuple(map(fold, look.raw_headings))
        self._added = frozenset(
            place for place, heading in enumerate(look.headings) if is_added(heading)
        )
        self._rows = RowReader(settled, look.headings)
        self._light = RowReader(_light(settled), look.headings)
        self._owners = None if settled.target in ("organization", "school") else Owners(
            reader, settled.attach, settled.target == "service", source_id, decisions
        )
        held = [] if fresh else reader.ids(ListQuery(
            settled.target, where=(Condition("source_id", source_id),)
        ))
        self._keys = KeyChooser(source_id, settled.target, held)
        self._builder = RecordBuilder(settled.target, known_categories(reader))
        self.told: dict[int, Told] = {}
        self.position = 0
        self.size = look.rows * 2

    def rows(self) -> Iterator[SourceRow | Refusal]:
        """Every row under the headings that holds something."""
        for row in self._through():
            if self._not_an_entry(row) is None:
                self._note(row)
        for row in self._through():
            yield self._given(row)

    def counted(self) -> Iterator[Refusal]:
        """For every column how many of its cells say nothing; how many addresses got a state.

        And how many cells held codes of web pages.
        """
        for heading, counts in self._rows.nothings.items():
            values = {"count": sum(counts.values()), "value": max(counts, key=counts.__getitem__)}
            yield Refusal(self._path.name, 0, heading, "cell.nothing", values,
                          self._settled.target)
        if codes := self._rows.web_codes:
            told = {"count": codes.total(), "value": codes.most_common(1)[0][0]}
            yield Refusal(self._path.name, 0, "", WEB_CODES, told, self._settled.target)
        if self._rows.states_given:
            given = {"count": self._rows.states_given, "state": self._settled.state or ""}
            yield Refusal(self._path.name, 0, "", "address.state_given", given,
                          self._settled.target)

    def _through(self) -> Iterator[SheetRow]:
        for row in sheet_rows(self._path, self._look.reading, cancelled=self._cancelled):
            self.position += 1
            if self.position % _CHECKED_EVERY == 0 and self._cancelled():
                raise Cancelled
            yield row

    def _note(self, row: SheetRow) -> None:
        """Take down what rows share, before any is taken."""
        read = self._light.read(row)
        _name(read, self._settled.target)
        home = ""
        if self._owners is not None:
            self._owners.note(read)
            home = fold(self._owners.name_of(read))
        self._keys.note(named(read, self._settled.target, home), _said(row.cells))

    def _given(self, row: SheetRow) -> SourceRow | Refusal:
        refused = self._not_an_entry(row)
        if refused is not None:
            return self._refusal(row.number, "", refused)
        read = self._rows.read(row)
        target = self._settled.target
        if not _name(read, target):
            label = KINDS[target].declarations["name"].label
            note = CellNote(self._name_heading, "field.required", {"field": label})
            return self._refusal(row.number, "", next(
                (each for each in read.notes if each.heading == self._name_heading), note
            ), caption=_other_name(read))
        key = self._keys.choose(self._named(read))
        decision = self._decisions.get(key, "")
        if decision == LEFT_OUT:
            return self._refusal(row.number, key, CellNote("", "row.left_out", {}),
                                 caption=read.text(target, "name"))
        return self._records(row, read, key, decision)

    def _named(self, read: ReadRow) -> Named:
        home = fold(self._owners.name_of(read)) if self._owners is not None else ""
        return named(read, self._settled.target, home)

    def _records(
        self, row: SheetRow, read: ReadRow, key: str, decision: str
    ) -> SourceRow | Refusal:
        try:
            owner = self._owner(read, decision)
        except UnclearOwner as error:
            caption = read.text(self._settled.target, "name")
            return self._refusal(row.number, key, error.note, error.left, caption)
        records = self._builder.records(read, key, owner)
        notes = tuple(self._as_refusal(row.number, key, each) for each in read.notes)
        self.told[row.number] = Told(key, notes, owner)
        columns = _columns(read, records[0])
        return SourceRow(self._path.name, row.number, records, columns)

    def _owner(self, read: ReadRow, decision: str) -> Owner | None:
        if self._owners is None:
            return None
        if decision and decision != AS_NEW:
            self._owners.decide(read, decision)
        owner = self._owners.of(read)
        owner.home = owner.home or record_id(self._source_id, "organization", owner.key)
        return owner

    def _refusal(
        self, number: int, key: str, note: CellNote, owner: Owner | None = None,
        caption: str = "",
    ) -> Refusal:
        self.told[number] = Told(key, (), owner, caption)
        return self._as_refusal(number, key, note)

    def _as_refusal(self, number: int, key: str, note: CellNote) -> Refusal:
        return Refusal(self._path.name, number, note.heading, note.code, note.values,
                       self._settled.target, key)

    def _not_an_entry(self, row: SheetRow) -> CellNote | None:
        """Why a row is none of the list: it explains or repeats the headings, or sums others up."""
        if row.number == self._look.reading.explained_row:
            return CellNote("", "row.is_explanation", {})
        texts = [text_of(cell) for cell in row.cells]
        filled = [(place, text) for place, text in enumerate(texts)
                  if text and place not in self._added]
        first = filled[0] if filled else (0, "")
        if fold(first[1]) in _TOTALS and not any(
            isinstance(row.cells[place], str) and any(letter.isalpha() for letter in text)
            for place, text in filled[1:]
        ):
            return CellNote(self._look.headings[first[0]], "row.is_total", {"value": first[1]})
        if len(filled) > 1 and self._repeats_headings(filled):
            return CellNote("", "row.is_headings", {})
        return None

    def _repeats_headings(self, filled: list[tuple[int, str]]) -> bool:
        """Whether four fifths of the cells say what stands above them."""
        may_differ = len(filled) // 5
        for place, text in filled:
            if fold(text) != self._folded_headings[place]:
                may_differ -= 1
                if may_differ < 0:
                    return False
        return True


def _light(settled: Settled) -> Settled:
    """The same with only those columns that keys and organizations follow from."""
    beginnings = KEY_PATHS[settled.target]
    return replace(settled, uses=tuple(
        use if use.field.startswith(beginnings) else replace(use, field=LEAVE)
        for use in settled.uses
    ))


def _name(row: ReadRow, target: str) -> bool:
    """See that the row has a name, its own or a spare one; whether it has."""
    values = row.values[target, 1]
    if not values.get("name"):
        spare = {
            "service": _SPARE_NAMES[
                "name" in fold(row.headings.get("location.name", "")).split()
            ],
            "contact": (("contact", "email"),),
            "organization": (("location", "name"),),
        }.get(target, ())
        found = next((text for kind, name in spare if (text := row.text(kind, name))), "")
        if found:
            values["name"] = found
    return bool(values.get("name"))


def _other_name(row: ReadRow) -> str:
    """What a row without a name of its own calls its program, place or whatever it tells of."""
    said = [row.text(kind, "name") for kind in ("program", "location")]
    said += [text for heading, text in row.extra.items()
             if (meant := meant_by(heading, "service")) and meant.path in _NAMES]
    return next((each for each in said if each), "")


def _heading_of_name(settled: Settled, look: Look) -> str:
    """The heading of the column in which the name of a row should stand."""
    for path in NEEDED[settled.target]:
        for use in settled.uses:
            if use.field == path and use.column < len(look.headings):
                return look.headings[use.column]
    return ""


def _said(cells: tuple[CellValue, ...]) -> int:
    return hash(tuple(text_of(cell) for cell in cells)) or 1


def _columns(row: ReadRow, own: RawRecord) -> dict[str, str]:
    """Which heading a field of the row's records was read from."""
    found = {}
    for path, heading in row.headings.items():
        kind, _, name = path.partition(".")
        found[name if kind == own.kind else path] = heading
    return found
