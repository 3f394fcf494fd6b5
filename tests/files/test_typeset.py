"""Papers for everybody, read back from the PDF that typst made."""

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from partner_desk.files.pdf.document import Heading, Letterhead, Note, Paragraph, Twin
from partner_desk.files.pdf.render import Pdf
from partner_desk.files.typeset.breaks import breakable
from partner_desk.files.typeset.description import (
    Block,
    Card,
    Chapter,
    Code,
    Contents,
    Entry,
    Fact,
    Form,
    Index,
    IndexRow,
    NoteLines,
    Pointer,
    Section,
    TitlePage,
    Typeset,
)
from partner_desk.files.typeset.engine import render
from partner_desk.files.typeset.speech import language_of_text, right_to_left

TRICKY = '#let x = 1 *b* _i_ `c` <b>&"</b> $x^2$ @ref [a](b) \\n //c =1+1'


def _paper(*blocks: Block) -> Typeset:
    return Typeset("Guía & <b>", ("es", "en"), "Office #1", blocks, running="Office", foot="Foot")


def _text(pdf: Pdf) -> str:
    reader = PdfReader(BytesIO(pdf.data))
    text = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(text.replace("\N{ZERO WIDTH SPACE}", "").split())


def test_says_what_it_is_to_programs_that_read_aloud() -> None:
    pdf = render(_paper(Heading("Uno", 1), Paragraph("Hola")))
    with pikepdf.open(BytesIO(pdf.data)) as opened:
        root = opened.Root
        assert "/StructTreeRoot" in root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "es"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with opened.open_metadata() as metadata:
            assert metadata["dc:title"] == "Guía & <b>"
            assert str(metadata["pdfuaid:part"]) == "1"


def test_texts_are_never_markup() -> None:
    entry = Entry("k", TRICKY, TRICKY, TRICKY, facts=(Fact(TRICKY, TRICKY),), note=TRICKY)
    blocks = (
        TitlePage(TRICKY, TRICKY, (TRICKY,), (TRICKY,)), Contents(TRICKY),
        Chapter(TRICKY, (Section(TRICKY), entry, Pointer(TRICKY, "k", TRICKY))),
        Index(TRICKY, (IndexRow(TRICKY, ("k",), TRICKY),)), Note(TRICKY, TRICKY),
    )
    text = _text(render(_paper(*blocks)))
    assert text.count(TRICKY) >= 12


def test_the_same_description_gives_the_same_bytes() -> None:
    paper = _paper(Heading("Uno", 1), Card("Name", code=Code("tel:+14105550100", "Call Name")))
    assert render(paper).sha256 == render(paper).sha256


def test_contents_pointers_and_index_name_the_page() -> None:
    entries = [Entry(f"k{n}", f"Resource {n:03d}", text="What it does. " * 20) for n in range(60)]
    rows = tuple(IndexRow(each.title, (each.key,), "R") for each in entries)
    pdf = render(_paper(
        Contents("Contents"),
        Chapter("First", (Pointer("Elsewhere", "k59", "see page {0}"), Section("All"), *entries)),
        Index("Names", rows),
    ))
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf.data)).pages]
    found = dict(re.findall(r"Resource (\d{3})\s+(\d+)", pages[-1]))
    assert len(found) == 60
    for name, page in found.items():
        assert f"Resource {name}" in pages[int(page) - 1]
    assert f"see page {found['059']}" in " ".join(pages[1].split())
    assert re.search(r"First[ .]*2", pages[0])


def test_every_script_is_printed_in_its_direction_or_named() -> None:
    names = ("Café Ñandú", "Центр", "مركز المجتمع", "מרכז קהילה", "ศูนย์ชุมชน", "ສູນຊຸມຊົນ",
             "មជ្ឈមណ្ឌល", "စင်တာ", "केंद्र", "Trung tâm Cộng đồng")
    pdf = render(_paper(Chapter("Uno", tuple(
        Entry(f"k{n}", name, text=name) for n, name in enumerate(names)
    ))))
    assert pdf.warnings == ()
    text = _text(pdf)
    for name in ("Café Ñandú", "Центр", "केंद्र", "Trung tâm Cộng đồng"):
        assert name in text


def test_what_no_font_has_is_named_and_replaced() -> None:
    pdf = render(_paper(Paragraph("before \ue123 after")))
    assert [each.character for each in pdf.warnings] == ["\ue123"]
    assert pdf.warnings[0].where == ("before \ue123 after",)
    assert "before \N{REPLACEMENT CHARACTER} after" in _text(pdf)


def test_languages_of_parts_are_marked() -> None:
    english = "The center is open to all families who live in the city and need food."
    pdf = render(_paper(Chapter("Uno", (Entry("k", "Centro", text=english),))))
    with pikepdf.open(BytesIO(pdf.data)) as opened:
        tongues = {
            str(each.Lang) for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"
            and "/Lang" in each
        }
    assert "en" in tongues


def test_codes_are_drawings_that_a_telephone_reads() -> None:
    import pypdfium2
    import zxingcpp

    code = Code("tel:+14105550100", "Call the pantry")
    pdf = render(_paper(Letterhead("Office"), Heading("Uno", 1), Card("Pantry", code=code)))
    picture = pypdfium2.PdfDocument(pdf.data)[0].render(scale=3).to_pil()
    assert [each.text for each in zxingcpp.read_barcodes(picture)] == [code.content]
    with pikepdf.open(BytesIO(pdf.data)) as opened:
        said = [str(each.Alt) for each in opened.objects
                if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
        assert said == ["Call the pantry"]
        assert not list(opened.pages[0].get_images())


def test_links_are_called_by_what_stands_there() -> None:
    place = Fact(Twin("Dónde", "Where"), "12 Elm St", target="geo:0,0?q=12%20Elm%20St")
    pdf = render(_paper(
        Chapter("Uno", (Entry("k", "Pantry", facts=(place,)), Pointer("Pantry", "k", "see {0}"))),
        Index("Names", (IndexRow("River House", ("k",), "R"),)),
    ))
    with pikepdf.open(BytesIO(pdf.data)) as opened:
        said = {(str(each.A.URI) if "/A" in each else str(each.Dest)): str(each.Contents)
                for page in opened.pages for each in page.obj.get("/Annots", [])}
    assert said == {"geo:0,0?q=12%20Elm%20St": "Dónde: 12 Elm St", "k": "Pantry"}


def test_all_that_is_read_is_in_a_paragraph_or_a_heading() -> None:
    form = Form("Pantry", (Fact("Phone", "1"),), ("Right",), ("Changes",))
    pdf = render(_paper(
        TitlePage("Office", Twin("Guía", "Guide"), ("About",), ("Foot",)),
        Letterhead("Office", ("12 Elm St",)),
        Chapter("Uno", (Entry("k", "Name", "River House"), Pointer("Name", "k", "see {0}"))),
        Heading("Dos", 2), form, NoteLines("Notes"),
    ))
    with pikepdf.open(BytesIO(pdf.data)) as opened:
        outside = {
            str(each.P.S) for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"
            and each.S in ("/Span", "/Strong", "/Link")
        }
    assert outside == {"/P"}


def test_long_words_break_within_the_column() -> None:
    address = "https://www.example.org/" + "a" * 90 + "?b=" + "c" * 90
    assert breakable(address).replace("\N{ZERO WIDTH SPACE}", "") == address
    assert breakable("short words stay") == "short words stay"
    entry = Entry("k", "x" * 200, facts=(Fact("Web", address, target="https://example.org"),))
    pdf = render(_paper(Chapter("Uno", (entry, entry_named("k2", 40)))))
    assert outside(pdf) == []


def entry_named(key: str, times: int) -> Entry:
    """An entry of many words."""
    return Entry(key, "Name", text="word " * times)


def outside(pdf: Pdf) -> list[str]:
    """The texts that leave the page's frame or the column they begin in."""
    import pypdfium2

    found = []
    for page in pypdfium2.PdfDocument(pdf.data):
        width, height = page.get_size()
        text = page.get_textpage()
        for n in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(n)
            if left < 43 or right > width - 43 or bottom < 20 or top > height - 20:
                found.append(text.get_text_bounded(left, bottom, right, top))
    return found


def test_languages_and_directions_follow_from_the_letters() -> None:
    assert language_of_text("مركز") == "ar" and right_to_left("مركز 12")
    assert language_of_text("ศูนย์") == "th" and not right_to_left("ศูนย์")
    assert language_of_text("食品銀行") == "zh"
    assert language_of_text("フードバンク 食品") == "ja"
    assert language_of_text("Comida para las familias de la ciudad y del campo") == "es"
    assert language_of_text("Food for the families of the city and the county") == "en"
    assert language_of_text("Food Bank") == ""


def test_two_languages_say_it_once_where_they_agree() -> None:
    pdf = render(_paper(Chapter(Twin("Comida", "Food"), (
        Entry("k", "Name", facts=(Fact(Twin("Web", "Web"), "a.org"),)),
    ))))
    text = _text(pdf)
    assert "Comida · Food" in text
    assert text.count("Web") == 1


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_seen(kind: str) -> None:
    out = BytesIO()
    Image.new("RGB", (40, 20), (200, 0, 0)).save(out, kind)
    title = TitlePage("Office", "Directory", logo=out.getvalue())
    pdf = render(_paper(title, Letterhead("", (), out.getvalue()), Heading("One", 1)))
    for page in pypdfium2.PdfDocument(pdf.data):
        colours = page.render(scale=0.5).to_pil().convert("RGB").getcolors(1_000_000) or []
        assert any(red > 150 and green < 60 and blue < 60 for _, (red, green, blue) in colours)


def test_a_logo_that_is_no_picture_is_left_out() -> None:
    title = TitlePage("Office", "Directory", logo=b"no picture")
    assert "Directory" in _text(render(_paper(title, Heading("One", 1))))


def test_nothing_that_somebody_typed_keeps_a_paper_from_being_set() -> None:
    odd = "\N{ZERO WIDTH NO-BREAK SPACE}\N{SYRIAC ABBREVIATION MARK}\U000110bd\U00013437\ufff9"
    address = "http://x.example/" + "a" * 9_000
    facts = (Fact("Web", f"{odd}long", target=address), Fact("Note", "\uffff\ufffe"))
    pdf = render(_paper(
        Heading("One", 1),
        Entry("k", f" {odd}", by=odd, text=f"a{odd}b", facts=facts),
        Chapter("\N{NO-BREAK SPACE}", (Section(" "), Entry("m", "\n"), Pointer(" ", "k", "{0}"))),
        Index("Index", (IndexRow(" ", ("k",), " "),)),
    ))
    assert "ab" in _text(pdf)
    assert address.encode() not in pdf.data
