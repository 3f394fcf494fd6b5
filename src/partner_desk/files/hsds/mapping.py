"""From the cells of a row to raw records: worked out once for a table, then applied to each row."""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from partner_desk.files.hsds.refining import (
    MADE_FROM,
    REFINERS,
    Draft,
    NotModelled,
    listed,
    part_key,
)
from partner_desk.files.hsds.rows import RawRecord, RefusedRow, SourceRow, Values
from partner_desk.files.hsds.tables import (
    AS_GIVEN,
    FORMER_ID,
    KEPT,
    NAMED,
    Part,
    Shape,
    kept,
)
from partner_desk.files.web_codes import code_in, codes_read
from partner_desk.model.identity import as_uuid
from partner_desk.model.registry import KINDS

Cells = Sequence["str | None"]
"""The cells of a row; None where a JSON object has no such member."""
_NOT_FOR_FILES = frozenset(("source_id", "source_key", "extra", "deleted_at"))


class Mapping:
    """How the rows of one table with one header become records.

    ``web_codes`` counts by column the cells that held codes of web pages.
    """

    def __init__(self, file: str, shape: Shape, header: Sequence[str]) -> None:
        self.file = file
        self.shape = shape
        self.header, self._given = _as_given(header)
        self.columns: dict[str, str] = {}
        self.web_codes: dict[str, Counter[str]] = {}
        self._key = _first(self.header, shape.key)
        self._fields: list[tuple[int, str]] = []
        self._extra: list[tuple[int, str]] = []
        self._parts: list[tuple[int, str, Part]] = []
        self._refine = REFINERS.get(shape.refine)
        self._assign()

    def row(self, number: int, cells: Cells, prefix: str = "") -> SourceRow:
        """The records of a row. Raises RefusedRow when the row cannot be read."""
        width = len(self.header)
        if len(cells) > width and any(cells[width:]):
            raise RefusedRow("", "row.too_many_cells", cells=len(cells), columns=width)
        for given, plain in self._given:
            if given < len(cells) and cells[given]:
                cells = [*cells[:plain], cells[given], *cells[plain + 1 :]]
        key = self._key_of(cells)
        if "&" in "".join(filter(None, cells)):
            cells = [self._plain_cell(place, text) for place, text in enumerate(cells)]
        draft = Draft(
            key, {**_texts(cells, self._fields, str.strip), **self.shape.fixed},
            _texts(cells, self._extra, _plain),
        )
        for index, column, part in self._parts:
            if index < len(cells) and (text := cells[index]):
                draft.beside.extend(_parts(draft.key, column, text, part))
        if self._refine:
            try:
                self._refine(draft)
            except NotModelled:
                return Mapping(self.file, kept(self.shape.name), self.header).row(
                    number, cells, prefix
                )
            except RefusedRow as error:
                error.key = draft.key
                raise
        own = RawRecord(self.shape.kind, draft.key, draft.values, draft.extra)
        return SourceRow(self.file, number, (own, *draft.beside), self.columns, prefix)

    def _plain_cell(self, place: int, text: str | None) -> str | None:
        """A cell without codes of web pages; ids are what they are."""
        column = self.header[place] if place < len(self.header) else ""
        code = code_in(text) if text and place != self._key and not column.endswith("_id") else ""
        if not text or not code:
            return text
        self.web_codes.setdefault(column, Counter())[code] += 1
        return codes_read(text)

    def _key_of(self, cells: Cells) -> str:
        text = cells[self._key] if 0 <= self._key < len(cells) else ""
        key = _plain(text or "")
        if key:
            is_own = not self.shape.space or as_uuid(key)
            return key if is_own else f"{self.shape.space}/{key}"
        if self.shape.kind in NAMED:
            raise RefusedRow(self.shape.key, "key.missing")
        # A row that nothing refers to is known by what it says.
        said = "\x1f".join(text or "" for text in cells)
        table = f"{self.shape.space}/" if self.shape.kind == KEPT else ""
        return f"{table}={hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:32]}"

    def _assign(self) -> None:
        """Give each column its place; a column of a field's own name comes before another's."""
        kind = self.shape.kind
        if kind == KEPT:
            self._extra = [(index, name) for index, name in enumerate(self.header) if name]
            return
        declared = KINDS[kind].declarations.keys() - _NOT_FOR_FILES
        named = self.shape.columns
        taken = {
            name for name in self.header
            if name in declared and not named.get(name, "").startswith("_")
        }
        for index, column in enumerate(self.header):
            target = column if column in taken else named.get(column, "")
            is_other = column not in taken and target in taken
            if index == self._key or not column:
                continue
            if column in self.shape.parts:
                self._take_part(index, column, self.shape.parts[column])
            elif target and not is_other and target not in self.columns:
                self._fields.append((index, target))
                self.columns[target] = column
                for made in MADE_FROM.get(target, ()):
                    self.columns.setdefault(made, column)
            else:
                name = "id" if column == FORMER_ID else column
                self._extra.append((index, _free_name(name, self._extra)))

    def _take_part(self, index: int, column: str, part: Part) -> None:
        self._parts.append((index, column, part))
        self.columns[f"{part.kind}.{part.field}"] = column


def _as_given(header: Sequence[str]) -> tuple[Sequence[str], list[tuple[int, int]]]:
    """The header without columns that hold what others mean, and where both stand.

    Such a column whose other one is missing takes its name.
    """
    names, pairs = list(header), []
    for index, name in enumerate(header):
        plain = name.removesuffix(AS_GIVEN)
        if plain != name and plain in names:
            pairs.append((index, names.index(plain)))
            names[index] = ""
        elif plain != name and plain:
            names[index] = plain
    return names, pairs


def _texts(
    cells: Cells, named: Sequence[tuple[int, str]], clean: Callable[[str], str]
) -> dict[str, Any]:
    """The texts of these columns by name, without those that the row does not have."""
    if named and named[-1][0] >= len(cells):
        named = [each for each in named if each[0] < len(cells)]
    return {
        name: text and clean(text) for index, name in named if (text := cells[index]) is not None
    }


def _plain(text: str) -> str:
    """``text`` without padding and without the one character that no database takes."""
    return text.replace("\x00", "").strip()


def _first(header: Sequence[str], name: str) -> int:
    return header.index(name) if name in header else -1


def _free_name(column: str, taken: list[tuple[int, str]]) -> str:
    names = {name for _, name in taken}
    return column if column not in names else f"{column} ({len(names) + 1})"


def _parts(key: str, column: str, cell: str, part: Part) -> list[RawRecord]:
    return [
        RawRecord(part.kind, part_key(f"{part.owner}/{key}", thing), _part_values(key, thing, part),
                  {"column": column}, soft=True)
        for thing in listed(cell)
    ]


def _part_values(key: str, thing: str, part: Part) -> Values:
    is_code = part.kind == "language" and len(thing) <= 3
    return {part.owner: key, "code" if is_code else part.field: thing}
