"""Codes, boxes for initials and tabs as a scanner and a hand find them on the page."""

import re
from dataclasses import replace
from io import BytesIO

import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from partner_desk.files.pdf import look
from partner_desk.files.pdf.document import Document, Paper, Paragraph, Part, Signatures, Stamp
from partner_desk.files.pdf.render import Pdf, render
from partner_desk.files.pdf.running import code_rows, foot_height
from tests.files.pdf_packet import TERMS, packet, signature
from tests.files.test_pdf_packet import assert_all_inside, page_texts


def code_of(page: int, pages: int) -> str:
    return f"PD1/OFFICE7/PA-2026-014/2/{page}/{pages}"


def scanned(pdf: Pdf, page: int, dpi: float = 150) -> Image.Image:
    """A page as a cheap scanner gives it: 150 dpi, grey, JPEG quality 40."""
    opened = pypdfium2.PdfDocument(pdf.data)
    picture = opened[page].render(scale=dpi / 72).to_pil().convert("L")
    opened.close()
    out = BytesIO()
    picture.save(out, "JPEG", quality=40)
    return Image.open(out)


def coded(paper: Paper = Paper.LETTER, mark: str = "Draft, not for signature") -> Document:
    stamp = Stamp("Agreement PA-2026-014", "Revision 2", "Page {0} of {1}", mark, code_of)
    return replace(packet(), stamp=stamp, paper=paper)


@pytest.mark.parametrize("paper", Paper)
def test_every_page_has_a_code_that_is_read_from_a_poor_scan(paper: Paper) -> None:
    pdf = render(coded(paper))
    assert_all_inside(pdf, paper)
    for page in range(pdf.pages):
        picture = scanned(pdf, page)
        (found,) = zxingcpp.read_barcodes(picture)
        assert found.text == code_of(page + 1, pdf.pages)
        upside_down = zxingcpp.read_barcodes(picture.rotate(180))
        assert [one.text for one in upside_down] == [found.text]


def test_a_code_is_seventeen_millimetres_wide_in_the_lower_left_corner_with_white_around() -> None:
    document = coded()
    pdf = render(document)
    dpi = 300
    opened = pypdfium2.PdfDocument(pdf.data)
    page = opened[1].render(scale=dpi / 72).to_pil().convert("L")
    opened.close()
    (found,) = zxingcpp.read_barcodes(page)
    left, top = found.position.top_left.x, found.position.top_left.y
    right, bottom = found.position.bottom_right.x, found.position.bottom_right.y
    pixel = 25.4 / dpi
    assert (right - left) * pixel == pytest.approx(17, abs=0.4)
    assert left * pixel >= 8 and (page.height - bottom) * pixel >= 8
    assert left * pixel < 25 and (page.height - bottom) * pixel < 10
    quiet = round(4 * (right - left) / len(code_rows(code_of(2, pdf.pages))))
    for box in (
        (left - quiet + 2, top - quiet + 2, left - 2, bottom + quiet - 2),
        (right + 3, top - quiet + 2, right + quiet - 2, bottom + quiet - 2),
        (left - quiet + 2, top - quiet + 2, right + quiet - 2, top - 2),
        (left - quiet + 2, bottom + 3, right + quiet - 2, bottom + quiet - 2),
    ):
        assert page.crop(box).getextrema() == (255, 255)


def test_number_revision_mark_and_place_stand_beside_the_code() -> None:
    pdf = render(coded())
    for number, text in enumerate(page_texts(pdf), start=1):
        assert "Agreement PA-2026-014 · Revision 2" in text
        assert "Draft, not for signature" in text
        assert f"Page {number} of {pdf.pages}" in text


def test_without_a_code_the_foot_is_as_small_as_before() -> None:
    assert foot_height(Stamp(), ()) == look.FOOT
    assert foot_height(Stamp(code=code_of), ()) > look.FOOT
    assert zxingcpp.read_barcodes(scanned(render(packet()), 0)) == []


@pytest.mark.parametrize("text", ["1", "PD1 " + "x" * 40, "ñ" * 60, "A" * 300])
def test_codes_of_any_length_say_what_they_were_made_of(text: str) -> None:
    stamp = Stamp("N", "R", code=lambda page, count: text)
    pdf = render(Document("T", "en", "O", (Part("P", (Paragraph("body"),)),), stamp))
    opened = pypdfium2.PdfDocument(pdf.data)
    picture = opened[0].render(scale=300 / 72).to_pil().convert("L")
    opened.close()
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [text]


def boxes(pdf: Pdf, page: int) -> list[tuple[float, ...]]:
    stream = pypdf.PdfReader(BytesIO(pdf.data)).pages[page].get_contents()
    assert stream is not None
    found = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re S", stream.get_data())
    return [tuple(map(float, box)) for box in found]


@pytest.mark.parametrize("labels", [("Partner", "District"), ("P",), tuple("ABCDEFGHIJ"),
                                    ("A label that is much too long for the box " * 3, "مدرسة")])
@pytest.mark.parametrize("code", [None, code_of])
def test_each_page_of_a_part_has_boxes_for_initials_below_its_text(
    labels: tuple[str, ...], code: object
) -> None:
    body = (Paragraph(" ".join([TERMS] * 30)),)
    stamp = Stamp("N", "R", "Page {0} of {1}", code=code_of if code else None)
    parts = (Part("Initialled", body, initials=labels), Part("Not", (Paragraph("end"),)))
    pdf = render(Document("T", "en", "O", parts, stamp))
    assert pdf.pages > 2
    assert_all_inside(pdf)
    right = Paper.LETTER.value[0] - look.SIDE
    texts = page_texts(pdf)
    for page in range(pdf.pages - 1):
        found = boxes(pdf, page)
        assert len(found) == len(labels)
        for x, y, wide, high in found:
            assert x >= look.SIDE and x + wide <= right + 0.1
            assert y + high <= foot_height(stamp, labels) - 2
        assert found[-1][0] + found[-1][2] == pytest.approx(right, abs=0.1)
        for label in labels:
            assert label[:6] in texts[page] or not label.isascii()
    assert boxes(pdf, pdf.pages - 1) == []


def test_a_tab_points_at_each_line_to_sign_on_and_reads_back() -> None:
    flagged = tuple(
        replace(signature(party), flag=flag)
        for party, flag in (("One", "Sign here"), ("Two", "Firme aquí"), ("Three", ""),
                            ("Four", "Here, please, the person who may sign for the partner"))
    )
    pdf = render(Document("T", "en", "O", (Part("P", (Signatures(flagged),)),)))
    (text,) = page_texts(pdf)
    assert ("Sign here" in text, "Firme aquí" in text, "Here," in text) == (True, True, True)
    assert_all_inside(pdf)
    stream = pypdf.PdfReader(BytesIO(pdf.data)).pages[0].get_contents()
    assert stream is not None
    assert stream.get_data().count(b" h f") == 3


def test_parties_abreast_sign_at_one_height_with_and_without_a_tab() -> None:
    pair = (replace(signature("One\nof two lines"), flag="Sign here"), signature("Two"))
    pdf = render(Document("T", "en", "O", (Part("P", (Signatures(pair),)),)))
    opened = pypdfium2.PdfDocument(pdf.data)
    page = opened[0].get_textpage()
    search = page.search("Signature", match_case=True)
    bottoms = []
    while (hit := search.get_next()) is not None:
        bottoms.append(page.get_charbox(hit[0])[1])
    dates = page.search("Date", match_case=True)
    while (hit := dates.get_next()) is not None:
        bottoms.append(page.get_charbox(hit[0])[1])
    opened.close()
    assert len(bottoms) == 4
    assert max(bottoms) - min(bottoms) < 0.5
