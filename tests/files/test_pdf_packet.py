"""The printed packet as a printer would check it: frames, heads, stamps, signatures, fonts."""

import re
from io import BytesIO
from itertools import pairwise

import pypdf
import pypdfium2
import pytest
from pypdf.generic import DictionaryObject

from partner_desk.files.pdf import look
from partner_desk.files.pdf.document import (
    Block,
    Clause,
    Clauses,
    Column,
    Document,
    Heading,
    Image,
    KeyValues,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Part,
    Signatures,
    Spacer,
    Stamp,
    Table,
)
from partner_desk.files.pdf.pen import UnreadablePictureError
from partner_desk.files.pdf.render import Pdf, render
from tests.files.pdf_packet import ARABIC, NAMES, TERMS, logo, packet, services, signature


@pytest.fixture(scope="module")
def printed() -> Pdf:
    return render(packet())


def page_texts(pdf: Pdf) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf.data)).pages]


def assert_all_inside(pdf: Pdf, paper: Paper = Paper.LETTER) -> None:
    """Every character of every page stands between the side margins and on the paper."""
    opened = pypdfium2.PdfDocument(pdf.data)
    width, height = paper.value
    seen = 0
    for number in range(len(opened)):
        text = opened[number].get_textpage()
        for i in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(i)
            if right > left:
                seen += 1
                assert left >= look.SIDE - 2, (number, i, left)
                assert right <= width - look.SIDE + 2, (number, i, right)
                assert bottom >= look.FOOTER_BASELINE - 6
                assert top <= height - look.HEADER_BASELINE + 14
    opened.close()
    assert seen > 0


def one(*blocks: Block, paper: Paper = Paper.LETTER) -> Document:
    part = Part("Part", blocks)
    return Document("Title", "en", "Office", (part,), Stamp(page_of="Page {0} of {1}"), paper=paper)


def test_every_page_carries_number_revision_and_its_place(printed: Pdf) -> None:
    texts = page_texts(printed)
    assert len(texts) == printed.pages
    for number, text in enumerate(texts, start=1):
        assert "PA-2026-014 · Revision 2" in text
        assert f"Page {number} of {len(texts)}" in text
        assert "Draft, not for signature" in text


def test_the_running_header_spares_the_page_with_the_letterhead(printed: Pdf) -> None:
    office = "Office of Partnerships, Riverside Schools"
    assert [text.count(office) for text in page_texts(printed)] == [1] * printed.pages


def test_nothing_is_outside_the_frame(printed: Pdf) -> None:
    assert_all_inside(printed)


def test_the_same_description_gives_the_same_bytes(printed: Pdf) -> None:
    again = render(packet())
    assert again.sha256 == printed.sha256
    assert again.data == printed.data
    assert render(packet(33)).sha256 != printed.sha256


def test_the_file_says_what_it_is(printed: Pdf) -> None:
    reader = pypdf.PdfReader(BytesIO(printed.data))
    assert reader.metadata is not None
    assert reader.metadata.title == "Partnership agreement PA-2026-014"
    assert reader.metadata.author == "Office of Partnerships"
    assert str(reader.root_object["/Lang"]) == "en"
    entries = [entry for entry in reader.outline if not isinstance(entry, list)]
    parts = ["Cover and routing sheet", "Agreement", "Names", "Signatures"]
    assert [str(entry.title) for entry in entries] == parts
    pages = [reader.get_destination_page_number(entry) for entry in entries]
    assert pages == [0, 1, 5, 6]


def test_every_font_is_embedded(printed: Pdf) -> None:
    reader = pypdf.PdfReader(BytesIO(printed.data))
    objects = [reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1)]
    dictionaries = [found for found in objects if isinstance(found, DictionaryObject)]
    kinds = [found.get("/Subtype") for found in dictionaries if found.get("/Type") == "/Font"]
    files = [found for found in dictionaries if "/FontFile2" in found]
    maps = [found for found in dictionaries if "/ToUnicode" in found]
    assert set(kinds) == {"/Type0", "/CIDFontType2"}
    assert len(kinds) == 2 * len(files) == 2 * len(maps) >= 10


def test_table_heads_are_repeated_and_totals_have_company() -> None:
    for count in range(20, 34):
        texts = page_texts(render(one(services(count))))
        for text in texts:
            assert "Sessions" in text
        assert "Total" in texts[-1]
        assert f"group {count}" in texts[-1]


def test_a_signature_block_is_never_split() -> None:
    for lines in range(25, 48):
        filler = Paragraph("\n".join(f"line {i}" for i in range(lines)))
        block = Signatures((signature("Riverside Youth Arts"),))
        texts = page_texts(render(one(filler, block)))
        holding = [text for text in texts if "Riverside Youth Arts" in text]
        assert len(holding) == 1
        for label in ("Signature", "Date", "Rosa Iglesias", "Director"):
            assert label in holding[0]


def test_a_heading_stays_with_its_text_and_no_line_is_alone() -> None:
    for lines in range(28, 46):
        filler = Paragraph("\n".join(f"line {i}" for i in range(lines)))
        body = Paragraph("\n".join(f"body {i}" for i in range(5)))
        texts = page_texts(render(one(filler, Heading("The heading"), body)))
        for text in texts:
            assert text.count("body") != 1
        (page,) = [text for text in texts if "The heading" in text]
        assert "body 0" in page
        assert "body 1" in page


def test_long_words_wrap_and_tall_cells_go_on_overleaf() -> None:
    word = "Kindergartenversicherung" * 200
    long = " ".join([TERMS] * 40)
    table = Table((Column("A"), Column("B" * 90)), ((word, long), (ARABIC * 60, NAMES["Khmer"])))
    pdf = render(one(KeyValues(((word, word),)), table, Note(long, word), Paragraph(word)))
    assert_all_inside(pdf)
    read = "".join("".join(page_texts(pdf)).split())
    assert pdf.pages > 5
    assert read.count("Kindergarten") >= 800


def test_a_column_title_longer_than_a_page_still_prints() -> None:
    table = Table((Column("title " * 4000), Column("B")), (("1", "2"), ("3", "4")))
    clauses = Clauses((Clause("1." * 200, "long " * 900, TERMS * 20),))
    assert_all_inside(render(one(table, clauses, Signatures((signature("party " * 3000),)))))


@pytest.mark.parametrize("paper", Paper)
def test_paper_sizes(paper: Paper) -> None:
    pdf = render(one(Paragraph(TERMS * 9), paper=paper))
    box = pypdf.PdfReader(BytesIO(pdf.data)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(paper.value, abs=0.01)
    assert_all_inside(pdf, paper)


def test_page_breaks_and_spacers_leave_no_empty_page() -> None:
    texts = page_texts(
        render(
            one(PageBreak(), Paragraph("a"), PageBreak(), PageBreak(), Spacer(40), Paragraph("b"))
        )
    )
    assert ["a" in texts[0].split(), "b" in texts[1].split(), len(texts)] == [True, True, 2]
    assert render(Document("Empty", "en", "Office", ())).pages == 1


def test_pictures_keep_their_proportions_and_bad_ones_are_refused() -> None:
    pdf = render(one(Image(logo(), 30, 90)))
    assert len(pypdf.PdfReader(BytesIO(pdf.data)).pages[0].images) == 1
    for bad in (b"", b"GIF89a?", logo()[:200]):
        with pytest.raises(UnreadablePictureError):
            render(one(Image(bad, 30, 30)))


def test_a_row_must_match_its_columns() -> None:
    with pytest.raises(ValueError, match="a row of 1 texts in a table of 2"):
        render(one(Table((Column("A"), Column("B")), (("only",),))))


def test_lines_of_tall_scripts_have_room() -> None:
    """Lao letters reach far up and down: their lines are further apart than Latin ones."""

    def distances(text: str) -> set[float]:
        page = pypdf.PdfReader(BytesIO(render(one(Paragraph(text))).data)).pages[0]
        content = page.get_contents()
        assert content is not None
        places = re.findall(rb"1 0 0 1 [\d.]+ ([\d.]+) Tm", content.get_data())
        heights = sorted({float(place) for place in places}, reverse=True)[1:-1]
        return {round(upper - lower, 1) for upper, lower in pairwise(heights)}

    assert distances(TERMS) == {look.BODY.leading}
    assert min(distances((NAMES["Lao"] + " ") * 12)) > look.BODY.leading
