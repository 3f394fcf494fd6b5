"""Rows of a CSV file, with the numbers a spreadsheet shows."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from partner_desk.files.hsds.archive import SourceFile, refused
from partner_desk.files.hsds.encodings import encoding_of, marked_encoding

_LONGEST_CELL = 8 * 1024**2
_BOM_READ_AS_LETTERS = "ï»¿"


@dataclass(slots=True)
class DelimitedFile:
    """A CSV file whose header has been read."""

    file: SourceFile
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    """Column names in lower case, words parted by underscores."""
    position: int = 0
    """How many bytes of the file have been read."""

    def find_encoding(self) -> None:
        """Read the file to its end to tell its encoding."""
        self.encoding = encoding_of(self.file)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Numbers and cells of the rows under the header; blank ones are passed over."""
        with self.file.open() as binary:
            reader = _reader(binary, self.encoding, self.delimiter)
            number = 0
            try:
                for number, cells in enumerate(reader, 1):
                    if number % 512 == 0:
                        self.position = binary.tell()
                    if number > 1 and any(map(str.strip, cells)):
                        yield number, cells
            except csv.Error as error:
                raise refused("csv.damaged", file=self.file.name, row=number + 1) from error
        self.position = self.file.size


def open_delimited(file: SourceFile) -> DelimitedFile | None:
    """Look at a file's beginning; None when it is empty or no text.

    Its ``encoding`` is only what the first bytes say, enough for the header: a wrong folder may
    hold files that take long to read to their ends.
    """
    with file.open() as handle:
        start = handle.read(4096)
    encoding = marked_encoding(start) or "utf-8"
    if not start.strip() or (b"\x00" in start and encoding != "utf-16"):
        return None
    with file.open() as binary:
        text = io.TextIOWrapper(binary, encoding, errors="replace", newline="")
        delimiter = _delimiter(text.readline(64 * 1024))
    with file.open() as binary:
        try:
            first = next(_reader(binary, encoding, delimiter), [])
        except csv.Error:
            return None
    header = tuple(column_name(cell) for cell in first)
    return DelimitedFile(file, encoding, delimiter, header)


def column_name(text: str) -> str:
    """A column's name as tables know it."""
    plain = text.replace("\ufeff", "").replace("\x00", "").removeprefix(_BOM_READ_AS_LETTERS)
    return "_".join(plain.strip().strip('"').lower().replace("-", " ").split())


def _reader(binary: IO[bytes], encoding: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    text = io.TextIOWrapper(binary, encoding, errors="replace", newline="")
    return csv.reader(text, delimiter=delimiter)


def _delimiter(line: str) -> str:
    return max(",;\t|", key=line.count)
