"""What is printed reads back as it was written, in every script and whatever it holds."""

import json
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from partner_desk.files.pdf.breaking import printable
from partner_desk.files.pdf.document import Column, Document, Heading, Paragraph, Part, Table
from partner_desk.files.pdf.render import Pdf, render
from partner_desk.files.pdf.unprintable import unprintable
from tests.files.pdf_packet import ARABIC, HEBREW, NAMES

LANGUAGES = ["en", "es", "es-419", "fr", "kea", "km", "lo", "pt", "pt-PT"]
LANGUAGES += ["so", "sw", "th", "vi", "zh", "zh-Hant"]
UNASSIGNED = "\U000e0fff"
NEVER_IN_A_FONT = "\U0001f9ff"  # nazar amulet


def document(texts: Iterable[str], title: str = "Names") -> Document:
    blocks = tuple(Paragraph(text) for text in texts)
    return Document(title, "en", "Office", (Part("Names", blocks),))


def read_by_pypdf(pdf: Pdf) -> list[str]:
    pages = pypdf.PdfReader(BytesIO(pdf.data)).pages
    return [line.strip() for page in pages for line in page.extract_text().splitlines()]


def read_by_pdfium(pdf: Pdf) -> list[str]:
    opened = pypdfium2.PdfDocument(pdf.data)
    try:
        texts = [opened[i].get_textpage().get_text_range() for i in range(len(opened))]
    finally:
        opened.close()
    return [line.strip() for text in texts for line in text.splitlines()]


def solid(text: str) -> str:
    """A text without its white space, for texts that were broken into lines."""
    return "".join(text.split())


@pytest.mark.parametrize("script", NAMES)
def test_a_name_reads_back_equal(script: str) -> None:
    pdf = render(document([NAMES[script]]))
    assert NAMES[script] in read_by_pypdf(pdf)
    assert NAMES[script] in read_by_pdfium(pdf)
    assert pdf.warnings == ()


@pytest.mark.parametrize("text", [ARABIC, HEBREW, "مكتب الشراكات المدرسية"])
def test_right_to_left_reads_back_in_reading_order(text: str) -> None:
    pdf = render(document([text]))
    assert text in read_by_pypdf(pdf)
    assert text in read_by_pdfium(pdf)


def test_arabic_is_drawn_from_right_to_left() -> None:
    first, second = "مدرسة", "السلام"
    opened = pypdfium2.PdfDocument(render(document([f"{first} {second}"])).data)
    page = opened[0].get_textpage()
    text = page.get_text_range()
    left_of_first = page.get_charbox(text.index(first))[0]
    left_of_second = page.get_charbox(text.index(second))[0]
    opened.close()
    assert left_of_first > left_of_second


def test_letters_made_of_marks_and_ligatures_read_back_as_typed() -> None:
    decomposed = "Jose\u0301 office fluffy Vie\u0323\u0302t"
    assert decomposed in read_by_pypdf(render(document([decomposed])))


def test_a_heap_of_marks_reads_back() -> None:
    heap = "Z" + "\u0310\u0325\u033c" * 40 + "algo \u2060" + "\u200d" * 70 + "end"
    assert heap in read_by_pypdf(render(document([heap])))


def test_markup_is_text_everywhere() -> None:
    hostile = NAMES["markup"]
    table = Table((Column(hostile), Column("Other")), ((hostile, hostile),), (hostile, "1"))
    blocks = (Heading(hostile), table)
    pdf = render(Document(hostile, "en", hostile, (Part(hostile, blocks),), office=hostile))
    reader = pypdf.PdfReader(BytesIO(pdf.data))
    assert solid("".join(read_by_pypdf(pdf))).count(solid(hostile)) >= 5
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (hostile, hostile)


def test_line_breaks_are_kept_and_controls_are_not() -> None:
    pdf = render(document(["one\r\ntwo\vthree\x00\x1bfour\tfive\ud800"]))
    lines = read_by_pypdf(pdf)
    assert lines[lines.index("one") + 1] == "two"
    assert "three  four five\N{REPLACEMENT CHARACTER}" in lines


def test_what_no_font_has_is_named_before_printing_and_in_the_result() -> None:
    blocks = (Heading("Partner"), Paragraph(f"Riverside {NEVER_IN_A_FONT} Arts {UNASSIGNED}"))
    described = Document("Agreement", "en", "Office", (Part("Cover", blocks),))
    found = unprintable(described)
    assert [(one.character, one.where) for one in found] == [
        (NEVER_IN_A_FONT, ("Partner",)),
        (UNASSIGNED, ("Partner",)),
    ]
    assert found[0].name == "NAZAR AMULET"
    assert found[1].name == "U+E0FFF"
    pdf = render(described)
    assert pdf.warnings == found
    assert any(NEVER_IN_A_FONT in line for line in read_by_pypdf(pdf))


def test_what_no_font_has_is_drawn_visibly() -> None:
    """Its picture is that of the replacement character, never an empty box or nothing."""
    pictures = []
    for text in (NEVER_IN_A_FONT, "\N{REPLACEMENT CHARACTER}"):
        opened = pypdfium2.PdfDocument(render(document([text])).data)
        pictures.append(bytes(opened[0].render(scale=2).buffer))
        opened.close()
    assert pictures[0] == pictures[1]
    assert min(pictures[0]) < 100


def test_hostile_strings_print_and_read_back(data_folder: Path) -> None:
    file = next((data_folder / "text-naughty-strings").glob("*.json"))
    strings: list[str] = json.loads(file.read_text(encoding="utf-8"))
    table = Table((Column("Text"),), tuple((text,) for text in strings))
    pdf = render(Document("Texts", "en", "Office", (Part("Texts", (table,)),)))
    read = solid("".join(read_by_pypdf(pdf)))
    plain = [text for text in strings if text.isascii()]
    missing = [text for text in plain if solid(printable(text)) not in read]
    assert len(plain) > 300
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_places_in_many_languages_read_back(data_folder: Path, language: str) -> None:
    file = data_folder / "text-i18n" / "cldr" / f"{language}.territories.json"
    names = json.loads(file.read_text(encoding="utf-8"))["main"][language]["localeDisplayNames"]
    texts = list(names["territories"].values())
    read = read_by_pypdf(render(document(texts)))
    assert len(texts) > 200
    assert [text for text in texts if text.strip() not in read] == []
