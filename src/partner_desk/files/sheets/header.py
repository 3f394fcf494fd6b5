"""Which row holds the headings: short distinct texts above cells of another, steady kind."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from partner_desk.files.sheets.cell_kinds import (
    LONGEST_HEADING,
    TEXT,
    is_heading,
    is_known,
    kind_of,
)
from partner_desk.files.sheets.table import CellValue

Rows = Sequence[tuple[int, Sequence[CellValue]]]
"""Numbers and cells of rows that hold something, in order."""
TRIED = 40
_BELOW = 30
_ENOUGH = 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may hold the headings. ``place`` is its index among the rows looked at."""

    place: int
    number: int
    score: float


def best_header(rows: Rows, columns: Sequence[int], tried: int = TRIED) -> Candidate | None:
    """The row that is most like headings of what is below it; None where none is."""
    if len(columns) == 1:
        tried = 1  # A list of one column has its heading at its top or not at all.
    cells = [tuple(_cell(row, column) for column in columns) for _, row in rows]
    found = [
        Candidate(place, rows[place][0], header_score(cells, place) - 0.05 * place)
        for place in range(min(len(rows), tried))
    ]
    best = max(found, key=lambda each: each.score, default=None)
    return best if best is not None and best.score >= _ENOUGH else None


def header_score(rows: Sequence[Sequence[CellValue]], place: int) -> float:
    """From below 0 (surely data, or a title) to about 5 (surely headings)."""
    row = rows[place]
    filled = [column for column, value in enumerate(row) if value is not None]
    below = rows[place + 1 : place + 1 + _BELOW]
    texts = [column for column in filled if is_heading(row[column])]
    if place and not below:
        return -1.0  # Headings have something under them, except on an empty form.
    if not texts or len(texts) < 0.6 * len(filled) or _looks_like_data(row, below, filled):
        return -1.0
    used = set(filled).union(
        column for each in below for column, value in enumerate(each) if value is not None
    )
    distinct = len({str(row[column]).strip().casefold() for column in filled})
    shape = (len(filled) / len(used)) * (len(texts) / len(filled)) * (distinct / len(filled))
    contrast = sum(_contrast(row[column], [each[column] for each in below]) for column in filled)
    known = sum(is_known(row[column]) for column in filled)
    return 2 * shape + (1.5 * contrast + 1.5 * known) / len(filled)


def _contrast(heading: CellValue, below: Sequence[CellValue]) -> float:
    """How much a cell differs from what is under it, from -1 to 1."""
    values = [value for value in below if value is not None]
    if not values:
        return 0.0
    if heading in values:
        return -1.0
    others = sum(kind_of(value) != TEXT for value in values)
    if others * 2 >= len(values):
        return 1.0
    longer = sum(len(str(value)) for value in values) / len(values)
    return 0.5 if longer > 1.6 * len(str(heading)) else 0.0


def _looks_like_data(
    row: Sequence[CellValue], below: Sequence[Sequence[CellValue]], filled: Sequence[int]
) -> bool:
    """Whether it holds numbers, days or ways to reach somebody where the rows below do too."""
    alike = 0
    for column in filled:
        value = row[column]
        kind = kind_of(value)
        if kind == TEXT and len(str(value)) <= LONGEST_HEADING:
            continue
        kinds = Counter(kind_of(each[column]) for each in below if each[column] is not None)
        alike += kinds[kind] * 2 > kinds.total() and not is_heading(value)
    return alike * 5 > len(filled)


def _cell(row: Sequence[CellValue], column: int) -> CellValue:
    return row[column] if column < len(row) else None
