"""Scans of every kind of file: read, refused with a reason, sorted out and made into PDFs."""

import random
import zlib
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from partner_desk.files.pdf.document import Document, Paper, Paragraph, Part, Stamp
from partner_desk.files.pdf.render import render
from partner_desk.files.scans import (
    MOST_PAGES,
    Scan,
    ScanPage,
    joined,
    pdf_of,
    picture,
    read,
    sort_out,
)
from partner_desk.files.scans.clearing import paper_in
from partner_desk.model.errors import Cancelled, EnvironmentProblem, InputError
from partner_desk.model.page_code import PageCode
from scan_paper import LETTER, Print, Wear, as_scan, draw_code, drawn, printed, worn

OFFICE = "1A2B3C4D"
FIRST = PageCode(OFFICE, "2026-0042", 3, False, 1, 3)
SECOND, THIRD = replace(FIRST, page=2), replace(FIRST, page=3)


def _paper(codes: Sequence[PageCode | None]) -> list[Image.Image]:
    return printed([Print("Page", code.text if code else "") for code in codes], LETTER, 1)


def _codes(scan: Scan) -> list[PageCode | None]:
    return [page.code for page in scan.pages]


def _bytes(image: Image.Image, form: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def _refusal(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        read(data, "scan of Ana.pdf")
    assert caught.value.values["name"] == "scan of Ana.pdf"
    return caught.value


@pytest.fixture(scope="module")
def page() -> Image.Image:
    """The first page as a clean grey picture of 150 dots to the inch."""
    return _paper([FIRST])[0]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_is_read_however_it_lies(page: Image.Image, turned: int) -> None:
    scan = read(as_scan([page.rotate(turned, expand=True)]), "x")
    assert _codes(scan) == [FIRST]
    assert scan.pages[0].turned == turned


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("mode", ["L", "RGB", "1"])
def test_pictures_are_pages(page: Image.Image, form: str, mode: str) -> None:
    if (form, mode) == ("JPEG", "1"):
        mode = "CMYK"
    scan = read(_bytes(page.convert(mode), form), "x")
    assert _codes(scan) == [FIRST]
    assert _codes(read(pdf_of(scan, [0]))) == [FIRST]


@pytest.mark.parametrize("mode", ["P", "RGBA", "LA", "I;16"])
def test_unusual_pictures_are_pages(page: Image.Image, mode: str) -> None:
    if mode == "I;16":
        deep = page.convert("I").point(lambda grey: grey * 257)
        data = _bytes(deep.convert("I;16"), "TIFF")
    else:
        data = _bytes(page.convert("RGBA").convert(mode) if mode != "P" else page.convert("P"),
                      "PNG")
    scan = read(data, "x")
    assert _codes(scan) == [FIRST]
    assert _codes(read(pdf_of(scan, [0]))) == [FIRST]


def test_a_tiff_of_several_pages() -> None:
    first, *others = _paper([SECOND, None, FIRST])
    scan = read(_bytes(first, "TIFF", save_all=True, append_images=others), "x")
    assert _codes(scan) == [SECOND, None, FIRST]
    assert _codes(read(pdf_of(scan, [2, 0]))) == [FIRST, SECOND]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_as_the_camera_says(page: Image.Image, orientation: int) -> None:
    stored = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }.get(orientation)
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = _bytes(page.transpose(stored) if stored is not None else page, "JPEG", exif=exif)
    scan = read(data, "x")
    assert (scan.pages[0].code, scan.pages[0].turned) == (FIRST, 0)
    assert Image.open(BytesIO(picture(scan, 0, 400))).height > 390
    again = read(pdf_of(scan, [0]))
    assert (again.pages[0].code, again.pages[0].turned) == (FIRST, 0)


def test_a_photo_of_a_page_on_a_dark_table(page: Image.Image) -> None:
    table = Image.new("RGB", (2400, 3000), (70, 50, 40))
    table.paste(page.convert("RGB").resize((1700, 2200)), (350, 400))
    assert _codes(read(_bytes(table.rotate(2, fillcolor=(70, 50, 40)), "JPEG"), "x")) == [FIRST]


def test_a_code_that_may_not_be_the_pages_own_is_only_proposed() -> None:
    old = replace(FIRST, number="1999-0001")
    spoilt, good = printed(
        [Print("x", FIRST.text, exhibit=old.text, spoilt=True),
         Print("x", FIRST.text, exhibit=old.text)], LETTER, 1,
    )
    scan = read(as_scan([spoilt, good]), "x")
    assert _codes(scan) == [None, FIRST]
    assert scan.pages[0].guess == old


@pytest.mark.parametrize("seed", range(6))
def test_a_shadow_is_no_table(page: Image.Image, seed: int) -> None:
    shaded = worn(page, Wear(shade=0.45, noise=10, ink=(40, 210)), random.Random(seed))
    assert paper_in(shaded) in (None, (0, 0, *shaded.size))


def test_a_sheet_on_a_table_is_found(page: Image.Image) -> None:
    table = Image.new("L", (1800, 2300), 60)
    table.paste(page, (200, 400))
    box = paper_in(table)
    assert box is not None
    for found, truth in zip(box, (200, 400, 1475, 2051), strict=True):
        assert abs(found - truth) < 25


def test_two_pages_on_one_sheet_are_no_page(page: Image.Image) -> None:
    other = _paper([SECOND])[0]
    sheet = Image.new("L", (2 * page.width, page.height), 255)
    sheet.paste(page, (0, 0))
    sheet.paste(other, (page.width, 0))
    assert _codes(read(as_scan([sheet]), "x")) == [None]


def test_codes_of_others_do_not_disturb() -> None:
    flyer = Print("x", FIRST.text, also=("https://partner.example", "PD1:A:B:C"))
    only = Print("x", "https://partner.example")
    assert _codes(read(as_scan(printed([flyer, only], LETTER, 1)), "x")) == [FIRST, None]


def test_white_backs_are_told_from_pages_without_a_code() -> None:
    chance = random.Random(4)
    white = Image.new("L", (1275, 1650), 255)
    signed = white.copy()
    ImageDraw.Draw(signed).line([(500, 800), (700, 780), (690, 830)], fill=60, width=3)
    pages = [worn(each, Wear(noise=6), chance) for each in (white, signed)]
    scan = read(as_scan(pages), "x")
    assert [page.blank for page in scan.pages] == [True, False]
    assert _codes(scan) == [None, None]


def test_a_picture_of_20000_pixels(page: Image.Image) -> None:
    large = page.resize((15_000, 20_000), Image.Resampling.NEAREST)
    data = _bytes(large, "JPEG", quality=30)
    del large
    scan = read(data, "x")
    assert _codes(scan) == [FIRST]
    assert data in pdf_of(scan, [0]), "the photo is put in as it came"


def test_a_picture_beyond_all_bounds_is_refused() -> None:
    data = bytearray(_bytes(Image.new("1", (8, 8)), "PNG"))
    data[16:24] = (30_000).to_bytes(4) + (20_000).to_bytes(4)
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4)
    error = _refusal(bytes(data))
    assert error.code == "scan.too_large"
    assert (error.values["width"], error.values["height"]) == (30_000, 20_000)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "scan.empty"),
        (b"Dear Ana, the scan follows.", "scan.unreadable"),
        (b"%PDF-1.7 and no more", "scan.unreadable"),
        (b"\xff\xd8\xff\xe0 no picture", "scan.unreadable"),
        (b"GIF89a" + bytes(40), "scan.unreadable"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    assert _refusal(data).code == code


def _pdf(pages: int, lock: pikepdf.Encryption | None = None) -> bytes:
    out = BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.save(out, encryption=lock)
    return out.getvalue()


def test_locked_long_and_empty_pdfs() -> None:
    locked = _pdf(1, pikepdf.Encryption(user="secret", owner="secret"))
    assert _refusal(locked).code == "scan.encrypted"
    long = _refusal(_pdf(MOST_PAGES + 1))
    assert (long.code, long.values["pages"]) == ("scan.too_long", MOST_PAGES + 1)
    assert _refusal(_pdf(0)).code == "scan.empty"


def test_a_pdf_that_may_be_opened_but_not_changed(page: Image.Image) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(as_scan([page]))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="", owner="secret"))
    scan = read(out.getvalue(), "x")
    assert _codes(scan) == [FIRST]
    assert _codes(read(pdf_of(scan, [0]))) == [FIRST]


def test_a_damaged_page_leaves_the_others(page: Image.Image) -> None:
    with pikepdf.open(BytesIO(as_scan([page, *_paper([SECOND])]))) as pdf:
        for image in pdf.pages[0].get_images().values():
            image.Width, image.Height = 30_000, 30_000
        out = BytesIO()
        pdf.save(out)
    scan = read(out.getvalue(), "x")
    assert _codes(scan) == [None, SECOND]
    assert scan.pages[0].unreadable


def test_half_of_a_photo_is_a_page_without_a_code(page: Image.Image) -> None:
    data = _bytes(page, "JPEG")
    scan = read(data[: len(data) // 2], "x")
    assert (scan.pages[0].code, scan.pages[0].unreadable) == (None, True)
    with pytest.raises(InputError, match="scan.unreadable"):
        picture(scan, 0)


def test_files_are_read_where_they_lie(page: Image.Image, tmp_path: Path) -> None:
    path = tmp_path / "Escáner 1.pdf"
    path.write_bytes(as_scan([page]))
    assert read(path).name == "Escáner 1.pdf"
    with pytest.raises(EnvironmentProblem, match="file.unreadable"):
        read(tmp_path / "gone.pdf")


def test_progress_is_told_and_stopping_is_heeded(page: Image.Image) -> None:
    data = as_scan([page, page, page])
    told: list[tuple[int, int | None]] = []
    read(data, "x", lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    told.clear()
    with pytest.raises(Cancelled):
        read(data, "x", lambda done, total: told.append((done, total)), lambda: len(told) > 1)
    assert told == [(0, 3), (1, 3)]


def test_photos_make_one_scan_that_is_sorted_out() -> None:
    foreign, draft_page = replace(FIRST, office="99887766"), replace(FIRST, pages=1, draft=True)
    codes = [THIRD, None, FIRST, foreign, FIRST, draft_page]
    scans = [read(_bytes(each, "JPEG"), f"{place}.jpg") for place, each in enumerate(_paper(codes))]
    scan = joined(scans, "photos")
    found = sort_out(scan, OFFICE)
    assert (found.unknown, found.foreign, found.blank) == ([1], [3], [])
    signed, draft = found.bundles
    assert (signed.number, signed.revision, signed.draft) == ("2026-0042", 3, False)
    assert (signed.found, signed.doubled, signed.missing) == ({1: 2, 3: 0}, [4], [2])
    assert (draft.draft, draft.complete, draft.indexes) == (True, True, [5])
    assert _codes(read(pdf_of(scan, signed.indexes))) == [FIRST, THIRD]


def test_pages_of_a_pdf_are_copied_as_they_are_and_stand_upright() -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=LETTER)
    for code in (FIRST, SECOND):
        canvas.drawString(100, 500, f"Signed on page {code.page}")
        draw_code(canvas, code.text, 30, 30, 48)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(BytesIO(out.getvalue())) as pdf:
        pdf.pages[1].rotate(180, relative=False)
        turned = BytesIO()
        pdf.save(turned)
    scan = read(turned.getvalue(), "x")
    assert [page.turned for page in scan.pages] == [0, 180]
    made = pdf_of(scan, [1, 0])
    assert made == pdf_of(scan, [1, 0])
    pdf = pypdfium2.PdfDocument(made)
    texts = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    assert texts == ["Signed on page 2", "Signed on page 1"]
    assert [page.turned for page in read(made).pages] == [0, 0]


@pytest.mark.parametrize("paper", list(Paper))
def test_a_packet_of_our_printer_comes_home(paper: Paper) -> None:
    def code(page: int, pages: int) -> str:
        return replace(FIRST, page=page, pages=pages).text

    blocks = tuple(Paragraph(f"{place}. " + 30 * "services for students ") for place in range(20))
    packet = Document(
        "Agreement", "en", "Ana", (Part("Agreement", blocks), Part("More", blocks)),
        stamp=Stamp("2026-0042", "Revision 3", code=code), paper=paper,
    )
    pages = drawn(render(packet).data)
    chance = random.Random(5)
    wear = Wear(tilt=2.9, upside_down=True, blur=0.6, noise=8, specks=0.003, shade=0.3)
    scan = read(as_scan([worn(page, wear, chance) for page in reversed(pages)]))
    assert len(pages) > 2
    found = sort_out(scan, OFFICE).bundles
    assert [bundle.complete for bundle in found] == [True]
    assert found[0].indexes == list(reversed(range(len(pages))))
    assert {page.turned for page in scan.pages} == {180}


def test_one_page_of_many_does_not_carry_the_others() -> None:
    data = as_scan(_paper([FIRST, SECOND, THIRD]))
    assert len(pdf_of(read(data), [1])) < 0.5 * len(data)


def test_a_page_is_shown_upright(page: Image.Image) -> None:
    scan = read(as_scan([page.rotate(90, expand=True)]), "x")
    shown = Image.open(BytesIO(picture(scan, 0, 800)))
    assert shown.width < shown.height
    assert 798 <= shown.height <= 802
    assert _codes(read(picture(scan, 0, 1650), "x")) == [FIRST]


def test_sorting_needs_no_pixels() -> None:
    pages = tuple(
        ScanPage(index, 0, index, code) for index, code in enumerate([SECOND, FIRST, None, THIRD])
    )
    found = sort_out(Scan("x", (), pages), OFFICE)
    assert found.bundles[0].complete
    assert found.bundles[0].indexes == [1, 0, 3]
    assert found.unknown == [2]
