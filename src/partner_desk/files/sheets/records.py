"""The records of a text file; a quotation mark that is never closed swallows no row."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from typing import TextIO

from partner_desk.files.sheets.content import refused

LONGEST_CELL = 1024**2
"""Letters in a cell; Excel holds 32,767. Beyond it a quotation mark was left open."""
SEPARATORS = (",", ";", "\t", "|")
_SAMPLED = 60
_STEADY = 0.6
_CLOSING = re.compile(r'[^"]*(?:""[^"]*)*"(?!") *')
"""A line that begins within quotation marks, up to where these are closed."""


class Records:
    """Records of a text, blank lines too, so that each stands at the number Excel gives it."""

    def __init__(self, text: TextIO, separator: str) -> None:
        self.left_open: list[int] = []
        """Numbers of the records in which a quotation mark is never closed."""
        self._text = text
        self._separator = separator
        self._waiting: deque[str] = deque()
        self._held: list[str] = []

    def __iter__(self) -> Iterator[list[str]]:
        csv.field_size_limit(LONGEST_CELL)
        reader = self._reader()
        number = 0
        while True:
            self._held.clear()
            try:
                cells = next(reader, None)
                broken = len(self._held) > 1 and self._is_open(self._held)
            except csv.Error:  # Longer than any cell.
                cells, broken = [], True
            if cells is None:
                return
            number += 1
            if broken:
                self.left_open.append(number)
                cells = self._first_line_alone(number)
                reader = self._reader()
            yield cells

    def _reader(self) -> Iterator[list[str]]:
        return csv.reader(self._lines(), delimiter=self._separator)

    def _lines(self) -> Iterator[str]:
        while True:
            line = self._waiting.popleft() if self._waiting else self._text.readline()
            if not line:
                return
            if "\x00" in line:
                line = line.replace("\x00", "")
            self._held.append(line)
            yield line

    def _is_open(self, lines: list[str]) -> bool:
        """Whether a record of several lines is so only by a mark that should not be there.

        Marks are closed before a separator or the end of a line; one in the middle of a cell
        opens the next cell that has such a mark too, and closes nothing.
        """
        if sum(line.count('"') for line in lines) % 2 == 1:
            return True
        closed = (_CLOSING.match(line) for line in lines[1:])
        after = (line[end.end():] for line, end in zip(lines[1:], closed, strict=True) if end)
        return any(rest and rest[0] not in (self._separator, "\r", "\n") for rest in after)

    def _first_line_alone(self, number: int) -> list[str]:
        """Take the mark as an ordinary sign, and the lines after it as records of their own.

        Raises InputError where the line itself holds what no cell can.
        """
        self._waiting.extendleft(reversed(self._held[1:]))
        plain = csv.reader(
            self._held[:1], delimiter=self._separator, quoting=csv.QUOTE_NONE
        )
        try:
            return next(plain, [])
        except csv.Error as error:
            raise refused("sheet.long_text", row=number) from error


def guess_separator(lines: list[str]) -> tuple[str, bool]:
    """What parts the cells of these lines: that which parts most of them into the same number.

    Also whether it does so steadily, which it does not in a letter with commas.
    """
    best, steady, best_score = ",", False, 0.0
    for separator in SEPARATORS:
        counts = _counts(lines[:_SAMPLED], separator)
        wide = [count for count in counts if count > 1]
        if not wide:
            continue
        usual = max(set(wide), key=lambda count: (wide.count(count), count))
        share = wide.count(usual) / len(counts)
        score = share + 0.1 * min(usual, 10) * len(wide) / len(counts)
        if score > best_score:
            best, steady, best_score = separator, share >= _STEADY, score
    return best, steady


def _counts(lines: list[str], separator: str) -> list[int]:
    """How many cells the records of these lines have."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        return [
            len(cells)
            for cells in csv.reader((line.replace("\x00", "") for line in lines),
                                    delimiter=separator)
            if cells
        ]
    except csv.Error:
        return []
