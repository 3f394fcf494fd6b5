"""Two languages, marked text and contents as they stand on the page and read back."""

import re
from io import BytesIO

import pypdf
import pypdfium2
import pytest

from partner_desk.files.pdf.document import (
    Align,
    Block,
    Clause,
    Clauses,
    Column,
    Contents,
    Document,
    Heading,
    KeyValues,
    Mark,
    Marked,
    Paper,
    Paragraph,
    Parallel,
    Part,
    Span,
    Stamp,
    Table,
    Tick,
    TickList,
    Twin,
)
from partner_desk.files.pdf.render import Pdf, render
from partner_desk.files.pdf.wording import texts
from tests.files.pdf_packet import ARABIC, NAMES, TERMS
from tests.files.test_pdf_packet import assert_all_inside, one, page_texts
from tests.files.test_pdf_text import read_by_pdfium, read_by_pypdf, solid

SPANISH = (
    "El Socio presta los servicios indicados en la Primera División, en las escuelas y semanas "
    "acordadas, con personal que haya aprobado la verificación de antecedentes del Distrito. "
    "Una sesión que se pierde por falta de personal se ofrece de nuevo dentro del mismo mes."
)


def places(pdf: Pdf, word: str) -> list[tuple[int, float, float]]:
    """Page, left edge and baseline (about) of every place where a word stands."""
    opened = pypdfium2.PdfDocument(pdf.data)
    found = []
    for number in range(len(opened)):
        page = opened[number].get_textpage()
        search = page.search(word, match_case=True)
        while (hit := search.get_next()) is not None:
            left, bottom, _, _ = page.get_charbox(hit[0], loose=True)
            found.append((number, left, bottom))
    opened.close()
    return found


def content(pdf: Pdf, page: int = 0) -> bytes:
    stream = pypdf.PdfReader(BytesIO(pdf.data)).pages[page].get_contents()
    assert stream is not None
    return stream.get_data()


def two_clauses(count: int, spanish: str = SPANISH) -> Parallel:
    return Parallel(
        tuple(
            (
                Clauses((Clause(f"{i}.", f"Title {i}", f"begin {i} {TERMS}"),)),
                Clauses((Clause(f"{i}.", f"Título {i}", f"comienzo {i} {spanish}"),)),
            )
            for i in range(1, count + 1)
        )
    )


def test_a_pair_begins_at_one_height_in_its_own_half() -> None:
    pdf = render(one(two_clauses(12)))
    assert pdf.pages > 2
    middle = Paper.LETTER.value[0] / 2
    for i in range(1, 13):
        (left,), (right,) = places(pdf, f"begin {i} "), places(pdf, f"comienzo {i} ")
        assert left[0] == right[0]
        assert left[2] == pytest.approx(right[2], abs=0.1)
        assert left[1] < middle - 8 < middle + 8 <= right[1]
    assert_all_inside(pdf)


def test_text_stands_beside_text_where_one_side_has_no_title() -> None:
    pair = (Clauses((Clause("1.", "Only here", "left body"),)),
            Clauses((Clause("1.", "", "right body"),)))
    pdf = render(one(Parallel((pair,))))
    (left,), (right,) = places(pdf, "left body"), places(pdf, "right body")
    assert left[2] == pytest.approx(right[2], abs=0.1)
    tall = Parallel(((Paragraph("Oak"), Paragraph("ສະບາຍດີ")),))
    baselines = re.findall(rb"1 0 0 1 [\d.]+ ([\d.]+) Tm", content(render(one(tall))))
    assert baselines[1] == baselines[2] != baselines[0]


@pytest.mark.parametrize("paper", Paper)
def test_columns_of_any_script_and_length_stay_inside_and_read_back(paper: Paper) -> None:
    long = " ".join([TERMS] * 12)
    khmer, arabic = (NAMES["Khmer"] + " ") * 30, (ARABIC + " ") * 90
    word = "Kindergartenversicherung" * 30
    pairs: tuple[tuple[Block, Block], ...] = (
        (Heading("Terms", 2), Heading("Condiciones", 2)),
        (Paragraph(long), Paragraph(SPANISH)),
        (Paragraph(SPANISH), Paragraph(khmer)),
        (Paragraph(arabic), Paragraph(word)),
        (KeyValues((("Term", word), ("School", "Oak"))), KeyValues((("Plazo", ARABIC),))),
        (TickList((Tick("done", True),)), Table((Column("A"),), (("1",),) * 60)),
    )
    pdf = render(one(Parallel(pairs), Paragraph("the end"), paper=paper))
    assert_all_inside(pdf, paper)
    read = solid("".join(read_by_pypdf(pdf)))
    for word in (NAMES["Khmer"], "Kindergarten", "theend", "Condiciones"):
        assert solid(word) in read
    for term in set(TERMS.split()):
        assert read.count(term) >= 12


def test_no_column_leaves_a_line_alone() -> None:
    for filler in range(20, 40):
        lines = Paragraph("\n".join(f"line {i}" for i in range(filler)))
        body = "\n".join(f"body{i}" for i in range(6))
        other = "\n".join(f"otro{i}" for i in range(9))
        pair = (Heading("Terms"), Heading("Condiciones")), (Paragraph(body), Paragraph(other))
        for text in page_texts(render(one(lines, Parallel(pair)))):
            assert text.count("body") != 1
            assert text.count("otro") != 1
            if "Terms" in text:
                assert "body1" in text and "otro1" in text and "Condiciones" in text


def test_only_the_left_heading_of_a_pair_stands_in_the_outline() -> None:
    pdf = render(one(Parallel(((Heading("Terms"), Heading("Condiciones")),))))
    (_, below) = pypdf.PdfReader(BytesIO(pdf.data)).outline
    assert isinstance(below, list)
    assert [str(getattr(entry, "title", "")) for entry in below] == ["Terms"]


def test_contents_and_enclosures_stand_in_no_column() -> None:
    with pytest.raises(ValueError, match="Contents"):
        render(one(Parallel(((Contents(), Paragraph("a")),))))


def test_two_languages_stand_below_each_other_in_tables_and_key_values() -> None:
    table = Table(
        (Column(Twin("Service", "Servicio"), 2), Column(Twin("Amount", "Monto"), 1, Align.RIGHT)),
        tuple((Twin(f"Club {i}", f"Círculo {i}"), f"${i}.00") for i in range(60)),
        (Twin("Total", "Suma"), "$1,770.00"),
    )
    values = KeyValues(((Twin("Term", "Plazo"), Twin("One year", NAMES["Khmer"])),))
    pdf = render(one(values, table))
    assert_all_inside(pdf)
    for text in page_texts(pdf):
        assert ("Service" in text, "Servicio" in text) == (True, True)
    lines = read_by_pdfium(pdf)
    for word in ("Plazo", "One year", NAMES["Khmer"], "Círculo 59", "Suma"):
        assert word in lines
    (first,), (second,) = places(pdf, "Club 7"), places(pdf, "Círculo 7")
    assert first[1] == pytest.approx(second[1], abs=1)
    assert 8 < first[2] - second[2] < 16


def test_what_two_languages_say_alike_is_said_once() -> None:
    table = Table((Column("A"), Column("B")), ((Twin("Oak", "Oak"), Twin("", "solo")),))
    lines = read_by_pypdf(render(one(table)))
    assert [line.count("Oak") for line in lines if "Oak" in line] == [1]
    assert any("solo" in line for line in lines)


def marked(*spans: tuple[str, Mark]) -> Marked:
    return Marked(tuple(Span(text, mark) for text, mark in spans))


def test_marked_text_reads_back_as_one_running_text() -> None:
    block = marked(
        ("The Partner delivers ", Mark.KEPT),
        ("twelve", Mark.REMOVED),
        (" ", Mark.KEPT),
        ("many more sessions " * 12, Mark.ADDED),
        ("in ", Mark.KEPT),
        (NAMES["Khmer"], Mark.REMOVED),
        (" <b>&\" and so on.", Mark.KEPT),
    )
    pdf = render(one(block))
    text = "".join(span.text for span in block.spans)
    assert_all_inside(pdf)
    assert solid(text) in solid("".join(read_by_pypdf(pdf)))
    assert solid(text) in solid("".join(read_by_pdfium(pdf)))


def test_marks_are_told_apart_without_colour() -> None:
    """What is gone has a line through its middle, what is new a thicker one below the baseline."""
    block = marked(("gone", Mark.REMOVED), (" ", Mark.KEPT), ("new", Mark.ADDED))
    code = content(render(one(block)))
    (x, baseline) = re.findall(rb"1 0 0 1 ([\d.]+) ([\d.]+) Tm", code)[1]
    rules = re.findall(rb"rg ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f", code)
    through, below = [[float(number) for number in rule] for rule in rules if float(rule[2]) < 60]
    assert through[0] == pytest.approx(float(x), abs=0.1)
    assert 2 < through[1] - float(baseline) < 4
    assert below[1] + below[3] < float(baseline)
    assert below[3] > 1.3 * through[3]
    assert below[0] > through[0] + through[2]


def test_a_marked_part_of_a_word_breaks_no_line_but_removed_and_added_do() -> None:
    half = marked(("word " * 13 + "school", Mark.KEPT), ("house", Mark.ADDED), (" end", Mark.KEPT))
    assert any("schoolhouse" in line for line in read_by_pypdf(render(one(half))))
    swap = marked(("a" * 60, Mark.REMOVED), ("b" * 60, Mark.ADDED))
    assert "a" * 60 in read_by_pypdf(render(one(swap)))
    lines = read_by_pypdf(render(one(marked(("one\n", Mark.REMOVED), ("\ntwo", Mark.ADDED)))))
    assert {"one", "two"} <= set(lines)
    assert render(one(Marked(()))).pages == 1


def with_contents(count: int) -> Document:
    long = "A title that is longer than one line of the contents can be, whatever it is about, "
    parts = [Part("Cover", (Heading("In this packet"), Contents()))]
    parts += [
        Part(f"{long if i == 3 else ''}Exhibit {i}", (Paragraph("line\n" * 3 * i),))
        for i in range(1, count + 1)
    ]
    parts.insert(2, Part("Divisions", (Paragraph("\n".join(str(i) for i in range(99))),)))
    return Document("T", "en", "O", tuple(parts), Stamp(page_of="{0}/{1}"))


def test_contents_name_the_pages_their_links_lead_to() -> None:
    pdf = render(with_contents(45))
    reader = pypdf.PdfReader(BytesIO(pdf.data))
    entries = [entry for entry in reader.outline if not isinstance(entry, list)]
    begins = [(str(entry.title), reader.get_destination_page_number(entry)) for entry in entries]
    assert_all_inside(pdf)
    listed = [page + 1 for title, page in begins if page is not None and title != "Cover"]
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", [])]
    targets = [reader.get_page_number(link["/Dest"][0].get_object()) for link in links]
    assert targets == [page - 1 for page in listed]
    text = "\n".join(page.extract_text() for page in reader.pages[:4])
    numbers = [int(found) for found in re.findall(r"(?:Divisions|Exhibit \d+) *(\d+)\n", text)]
    assert numbers == listed


def test_the_dots_of_the_contents_are_not_read_out() -> None:
    text = page_texts(render(with_contents(3)))[0]
    assert "Exhibit 1" in text
    assert ".." not in text and ". ." not in text


def test_every_text_of_the_new_blocks_is_looked_at_before_printing() -> None:
    blocks: tuple[Block, ...] = (
        Parallel(((Paragraph("left"), Paragraph("right")),)),
        Marked((Span("kept "), Span("new", Mark.ADDED))),
        KeyValues(((Twin("Term", "Plazo"), Twin("Year", "Año")),)),
        Table((Column(Twin("A", "B")),), ((Twin("c", "d"),),)),
    )
    part = Part("Part", blocks, initials=("District",))
    found = [text for _, text in texts(Document("T", "en", "O", (part,)))]
    for text in ("left", "right", "kept new", "Plazo", "Año", "B", "d", "District"):
        assert text in found
