"""Reads a booklet back and tells each row of its index that is not where the index says.

    uv run python tools/booklet_index.py BOOKLET.pdf

By the tags of the file: what is a heading, what a row, what is printed in it and on which page.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from partner_desk.files.typeset.speech import right_to_left
from partner_desk.model.folding import fold

_HEADINGS = ("/H1", "/H2", "/H3")
_INVISIBLE = dict.fromkeys(map(ord, " \n\t\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}"))


@dataclass
class _Part:
    """A heading or paragraph: its text without its links, where it begins, its links' texts."""

    tag: str
    text: str = ""
    page: int = 0
    links: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Checked:
    """How many rows were compared, and a line for each place that is wrong."""

    rows: int
    wrong: tuple[str, ...]


def check(data: bytes) -> Checked:
    """Compare the index, which is the last chapter, with the headings before it.

    A row's page must have a heading of its name, or one with its name in the paragraph below; the
    page of each heading that a row names must be in the row.
    """
    parts = list(_Reading(data).parts())
    begin = max(n for n, each in enumerate(parts) if each.tag == "/H1")
    body, rows = parts[:begin], [each for each in parts[begin:] if each.tag == "/P"]
    named: dict[str, set[int]] = {}
    for heading, below in zip(body, [*body[1:], _Part("")], strict=True):
        if heading.tag in _HEADINGS[1:]:
            named.setdefault(_key(heading.text), set()).add(heading.page)
            if below.tag == "/P":
                named.setdefault(_key(below.text), set()).add(heading.page)
    wrong = []
    for row in rows:
        printed = {int(each) for each in row.links}
        stands = named.get(_key(row.text), set())
        if not printed or printed != stands:
            wrong.append(f"{row.text}: says {sorted(printed)}, stands on {sorted(stands)}")
    return Checked(len(rows), tuple(wrong))


def _key(text: str) -> str:
    """Names that differ in case or commas only share a row, as in the booklet.

    Lines that run to the left come out in another order wherever they break.
    """
    letters = "".join(filter(str.isalnum, fold(text))) or text
    return "".join(sorted(letters)) if right_to_left(text) else letters


class _Reading:
    """The tags of a file, and the text of each in the order of the tags."""

    def __init__(self, data: bytes) -> None:
        self._tags = pikepdf.open(BytesIO(data))
        self._shown = pypdfium2.PdfDocument(data)
        self._numbers = {each.obj.objgen: n for n, each in enumerate(self._tags.pages)}
        self._texts = cache(self._read)

    def parts(self) -> Iterator[_Part]:
        """Headings and paragraphs, in the order in which they are read aloud."""
        yield from self._under(self._tags.Root.StructTreeRoot)

    def _under(self, element: Any) -> Iterator[_Part]:
        tag = str(element.get("/S", ""))
        if tag in (*_HEADINGS, "/P"):
            part = _Part(tag)
            self._fill(part, element, None)
            yield part
            return
        for each in _kids(element):
            if isinstance(each, pikepdf.Dictionary) and "/S" in each:
                yield from self._under(each)

    def _fill(self, part: _Part, element: Any, page: Any) -> None:
        page = element.get("/Pg", page)
        for each in _kids(element):
            if isinstance(each, pikepdf.Dictionary) and str(each.get("/S", "")) == "/Link":
                link = _Part("/Link")
                self._fill(link, each, page)
                part.links.append(link.text)
            elif isinstance(each, pikepdf.Dictionary) and "/S" in each:
                self._fill(part, each, page)
            elif not isinstance(each, pikepdf.Dictionary):
                self._add(part, page, int(each))
            elif "/MCID" in each:
                self._add(part, each.get("/Pg", page), int(each.MCID))

    def _add(self, part: _Part, page: Any, mark: int) -> None:
        number = self._numbers[page.objgen]
        part.page = part.page or number + 1
        part.text += self._texts(number).get(mark, "")

    def _read(self, number: int) -> dict[int, str]:
        """The texts of a page by the marks around them."""
        raw, page = pypdfium2.raw, self._shown[number]
        characters = page.get_textpage()
        found: dict[int, str] = {}
        for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            mark = raw.FPDFPageObj_GetMarkedContentID(each)
            size = raw.FPDFTextObj_GetText(each, characters, None, 0)
            buffer = (raw.FPDF_WCHAR * (size // 2 + 1))()
            raw.FPDFTextObj_GetText(each, characters, buffer, size)
            text = bytes(buffer)[:size].decode("utf-16-le").strip("\0")
            found[mark] = found.get(mark, "") + text.translate(_INVISIBLE)
        return found


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def main(path: Path) -> int:
    """Print what is wrong; 1 where anything is."""
    checked = check(path.read_bytes())
    for each in checked.wrong:
        print(each)
    print(f"{checked.rows:,} rows, wrong: {len(checked.wrong):,}")
    return 1 if checked.wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
