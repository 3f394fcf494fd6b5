"""Packets of random agreements: they print, read back as they were entered, and overflow nothing.

``PARTNER_DESK_RANDOM_PACKETS`` is how many; 24 when it is not set.
"""

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from partner_desk.files.catalogue import Catalogue
from partner_desk.files.packet.facts import dollars
from partner_desk.files.pdf import look
from partner_desk.files.pdf.breaking import printable
from partner_desk.files.templates import filled
from partner_desk.model.agreements import (
    Agreement,
    AgreementService,
    Clause,
    Exhibit,
    FinancialResponsibility,
    Outcome,
    Signatory,
)
from partner_desk.model.fields import Record
from partner_desk.services import packets
from partner_desk.services.agreements import parties
from partner_desk.services.packet_content import placeholder_values
from partner_desk.store.store import Store
from tests.services.random_agreements import make, words

COUNT = int(os.environ.get("PARTNER_DESK_RANDOM_PACKETS", "24"))
LANGUAGES = ("en", "es", "both")
PRINTED: dict[type[Record], tuple[str, ...]] = {
    AgreementService: ("description", "place", "frequency"),
    Outcome: ("statement", "indicator", "method"),
    FinancialResponsibility: ("item", "schedule", "funding_source"),
    Signatory: ("name", "title"),
}
UNRULY = re.compile("[\u0300-\u036f\u0483-\u0489\u0e31-\u0e4e]{4}|\ufdfd")
"""Four marks and more on one letter; a whole sentence that is one letter."""
MOST_PIECES = 4
"""A text may go over to the next page, and there stand beside another one that does."""


@pytest.fixture(scope="module")
def texts(data_folder: Path) -> list[str]:
    return words(data_folder)


def catalogue(language: str) -> packets.Text:
    return Catalogue(language).text


@pytest.mark.parametrize("seed", range(1, COUNT + 1))
def test_a_random_agreement_prints_and_reads_back(
    office: Store, texts: list[str], seed: int
) -> None:
    agreement = make(office, seed, texts)
    language = LANGUAGES[seed % 3]
    printed = packets.printed(office, agreement.id, language, catalogue)
    assert printed.problems == ()
    pages = pages_of(printed.pdf.data)
    assert_inside(printed.pdf.data)
    stream = solid("".join(pages))
    expected = list(expected_texts(office, agreement, language))
    missing = [(text, Counter(solid(printable(text))) - Counter(stream)) for text in expected
               if not reads_back(text, stream)]
    assert missing == []
    assert_rows_whole(office, agreement, language, [solid(page) for page in pages])
    assert_blocks_whole(office, agreement, language, pages)


def pages_of(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]


def solid(text: str) -> str:
    """A text without its white space, for texts that were broken into lines."""
    return "".join(text.split())


def reads_back(text: str, stream: str) -> bool:
    """Whether a text stands in what was read, in one piece or in as many as pages make of it.

    Of writing from right to left and of heaps of marks a reader may order the letters otherwise:
    there all letters have to be found.
    """
    wanted = solid(printable(text))
    if not wanted or wanted in stream:
        return True
    if reordered(wanted):
        return not Counter(wanted) - Counter(stream)
    return pieces(wanted, stream) <= MOST_PIECES


def reordered(text: str) -> bool:
    return any(
        unicodedata.bidirectional(letter) in ("R", "AL", "AN", "RLE", "RLO", "RLI", "LRI", "LRE")
        or unicodedata.category(letter) in ("Mn", "Cf")
        or letter == "\ufdfd"  # drawn as a sentence of Arabic
        for letter in text
    )


def pieces(text: str, stream: str) -> int:
    """In how many pieces a text is found, each as long as can be."""
    count = 0
    while text:
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if text[:middle] in stream else (low, middle - 1)
        if low == 0:
            return len(text) + count
        text, count = text[low:], count + 1
    return count


def said(record: Record, field: str, written: str, language: str) -> str:
    translated: str = getattr(record, f"{field}_translated", "")
    original: str = getattr(record, field)
    return original if language == written else translated or original


def spoken(agreement: Agreement, language: str) -> tuple[str, ...]:
    return ("en", "es") if language == "both" else (language,)


def expected_texts(store: Store, agreement: Agreement, language: str) -> Iterator[str]:
    """Every text of the data that has to stand on the paper."""
    sides = parties(store, agreement.id)
    yield from (agreement.number, sides.district, sides.partner)
    with store.reading() as reader:
        for tongue in spoken(agreement, language):
            yield said(agreement, "title", agreement.language, tongue)
            yield said(agreement, "purpose", agreement.language, tongue)
            for entity, fields in PRINTED.items():
                for row in reader.find(entity, agreement_id=agreement.id):
                    yield from (said(row, each, agreement.language, tongue) for each in fields)
            values = placeholder_values(reader, agreement, tongue)
            for owner in (agreement, *reader.find(Exhibit, agreement_id=agreement.id)):
                if isinstance(owner, Exhibit) and owner.source == "file":
                    continue
                link = "exhibit_id" if isinstance(owner, Exhibit) else "agreement_id"
                for clause in reader.find(Clause, **{link: owner.id}):
                    for field in ("heading", "text"):
                        text = said(clause, field, agreement.language, tongue)
                        yield filled(text, tongue, values)
        for row in reader.find(FinancialResponsibility, agreement_id=agreement.id):
            yield dollars(row.amount)


def assert_inside(data: bytes) -> None:
    """Every letter stands between the side margins and on the paper, in the foreign pages too.

    Left out are heaps of marks, which stand where they like, and the widest letter there is.
    """
    opened = pypdfium2.PdfDocument(data)
    seen = 0
    for number in range(len(opened)):
        width, height = opened[number].get_size()
        page = opened[number].get_textpage()
        for place in range(page.count_chars()):
            left, bottom, right, top = page.get_charbox(place)
            if right <= left:
                continue
            seen += 1
            inside = (
                left >= look.SIDE - 3 and right <= width - look.SIDE + 3
                and bottom >= look.CODE_BOTTOM - 2 and top <= height - look.HEADER_BASELINE + 14
            )
            around = "" if inside else page.get_text_range(max(place - 12, 0), 24)
            assert inside or UNRULY.search(around), (number, around, left, bottom, right, top)
    opened.close()
    assert seen > 0


def assert_rows_whole(
    store: Store, agreement: Agreement, language: str, pages: list[str]
) -> None:
    """All cells of a short row stand on one page."""
    with store.reading() as reader:
        for entity, fields in PRINTED.items():
            for row in reader.find(entity, agreement_id=agreement.id):
                cells = [said(row, field, agreement.language, tongue)
                         for field in fields for tongue in spoken(agreement, language)]
                wanted = [solid(printable(cell)) for cell in cells if not reordered(cell)]
                if sum(map(len, cells)) < 100:
                    assert any(all(cell in page for cell in wanted) for page in pages), cells


def assert_blocks_whole(
    store: Store, agreement: Agreement, language: str, pages: list[str]
) -> None:
    """Below each mark to sign at, its block goes on to its end on the same page."""
    text = Catalogue(spoken(agreement, language)[0]).text
    with store.reading() as reader:
        signers = reader.find(Signatory, agreement_id=agreement.id)
    flags = [page.count(text("Sign here")) for page in pages]
    assert sum(flags) >= len(signers)
    for label in ("Signature", "Name", "Title", "Date"):
        labels = [page.count(text(label)) for page in pages]
        assert all(flag <= label for flag, label in zip(flags, labels, strict=True)), label
