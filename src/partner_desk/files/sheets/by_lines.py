"""Text files as tables: records parted by a sign, piece by piece."""

from collections.abc import Iterator
from pathlib import Path

from partner_desk.files.csv_out import text_of
from partner_desk.files.sheets.records import Records, guess_separator
from partner_desk.files.sheets.source import Marks, Numbered
from partner_desk.files.sheets.table import CellValue, Notice, SheetInfo
from partner_desk.files.sheets.text_encodings import guess_encoding, line_ends_of
from partner_desk.files.sheets.values import text_value

_FIRST = 64
_MOST_WORDS = 8
"""Words in a line above which a text without steady columns is a letter, not a list."""
_LONGEST_LINE = 64 * 1024


class TextSource:
    """An open text file; ``encoding`` and ``separator`` are guessed where they are not given."""

    format = "text"
    charts = 0

    def __init__(self, path: Path, encoding: str | None, separator: str | None) -> None:
        self._path = path
        self.encoding = encoding or guess_encoding(path)
        self.line_ends = line_ends_of(path)
        first = self._first_lines()
        told = first[0][4:5].strip("\r\n\"") if first and _tells(first[0]) else ""
        self._told = bool(told)
        guessed, steady = guess_separator(first)
        self.separator = separator or told or guessed
        words = sum(len(line.split()) for line in first)
        self.is_prose = not (steady or separator) and words > _MOST_WORDS * len(first)
        self.sheets = [SheetInfo(path.stem, 0, 0)]
        self._left_open: list[int] = []
        self._lost = 0

    def rows(self, sheet: str) -> Iterator[Numbered]:
        """Records with the numbers that Excel gives them when it opens the file."""
        self._lost = 0
        with self._path.open(encoding=self.encoding, errors="replace", newline="") as text:
            if self._told:
                text.readline()  # Excel reads how cells are parted and shows no row of it.
            records = Records(text, self.separator)
            for number, cells in enumerate(records, 1):
                if cells:
                    yield number, cells
        self._left_open = records.left_open

    def marks(self, sheet: str) -> Marks:
        """A text file has none."""
        return Marks()

    def value(self, raw: object) -> CellValue:
        """A cell of ``rows``: always a text, without what keeps Excel from guessing at it."""
        text = text_of(str(raw))
        if "\ufffd" in text:
            self._lost += 1
        return text_value(text)

    def notices(self) -> list[Notice]:
        """Quotation marks left open, and letters that the encoding has not."""
        found = [Notice("sheet.quote_left_open", {"row": row}) for row in self._left_open[:3]]
        if self._lost:
            found.append(Notice("sheet.letters_lost", {"encoding": self.encoding}))
        return found

    def _first_lines(self) -> list[str]:
        with self._path.open(encoding=self.encoding, errors="replace", newline="") as text:
            lines = (text.readline(_LONGEST_LINE) for _ in range(_FIRST))
            return [line for line in lines if line.strip("\r\n \x00")]


def _tells(line: str) -> bool:
    """Whether a line is none of the list's but says, for Excel, how its cells are parted."""
    return line.lower().startswith("sep=")
