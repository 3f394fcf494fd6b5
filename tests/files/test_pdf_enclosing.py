"""Foreign PDFs and pictures taken into a packet, whole and damaged, large and turned."""

from io import BytesIO
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from partner_desk.files.pdf import look
from partner_desk.files.pdf.document import (
    Block,
    Contents,
    Document,
    Enclosure,
    Heading,
    Paper,
    Paragraph,
    Part,
    Stamp,
)
from partner_desk.files.pdf.enclosing import LONGEST, pages_of, picture_as_pdf
from partner_desk.files.pdf.render import Pdf, render
from partner_desk.files.pdf.running import foot_height
from partner_desk.model.errors import InputError
from tests.files.test_pdf_packet import page_texts

STAMP = Stamp("PA-1", "Revision 1", "Page {0} of {1}", code=lambda page, count: f"PA-1/{page}")


def foreign(pages: int = 1, size: tuple[float, float] = (612, 792), form: bool = False) -> bytes:
    """A PDF of somebody else: a frame around each page and a word in each corner."""
    out = BytesIO()
    canvas: Any = Canvas(out, size, invariant=1)
    width, height = size
    for page in range(1, pages + 1):
        canvas.rect(4, 4, width - 8, height - 8)
        for word, x, y in (("ul", 20, height - 30), ("ur", width - 40, height - 30),
                           ("ll", 20, 20), ("lr", width - 40, 20)):
            canvas.drawString(x, y, f"{word}{page}")
        canvas.drawCentredString(width / 2, height / 2, f"foreign page {page}")
        if form:
            canvas.acroForm.textfield(value="typed in", x=100, y=100, width=200, height=20)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def changed(data: bytes, **entries: Any) -> bytes:
    """The PDF with other entries in its pages' dictionaries."""
    out = BytesIO()
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            for name, value in entries.items():
                page.obj[f"/{name}"] = pikepdf.Array(value) if isinstance(value, list) else value
        pdf.save(out)
    return out.getvalue()


def encrypted(data: bytes, user: str, owner: str) -> bytes:
    out = BytesIO()
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user=user, owner=owner))
    return out.getvalue()


def with_enclosure(*data: bytes, paper: Paper = Paper.LETTER) -> Document:
    exhibit: tuple[Block, ...] = (Heading("Exhibit A", 1), *(Enclosure(one) for one in data))
    parts = (
        Part("Cover", (Heading("Cover"), Contents())),
        Part("Exhibit A", exhibit),
        Part("Signatures", (Heading("Signatures", 1), Paragraph("the end"))),
    )
    return Document("Packet", "es", "Office", parts, STAMP, "Office of Partnerships", paper=paper)


def frame_of(paper: Paper) -> tuple[float, float, float, float]:
    width, height = paper.value
    return look.SIDE, foot_height(STAMP, ()), width - look.SIDE, height - look.HEAD


def word_places(pdf: Pdf, page: int, words: tuple[str, ...]) -> dict[str, tuple[float, float]]:
    """The middle of each word on a page, in points."""
    opened = pypdfium2.PdfDocument(pdf.data)
    text = opened[page].get_textpage()
    found = {}
    for word in words:
        hit = text.search(word).get_next()
        assert hit is not None, word
        left, bottom, right, top = text.get_charbox(hit[0])
        found[word] = ((left + right) / 2, (bottom + top) / 2)
    opened.close()
    return found


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("size", [(612, 792), (595, 842), (792, 612), (1500, 300), (2400, 3200)])
def test_a_page_is_scaled_into_the_frame_with_ours_around_it(
    paper: Paper, size: tuple[float, float]
) -> None:
    pdf = render(with_enclosure(foreign(2, size), paper=paper))
    texts = page_texts(pdf)
    assert pdf.pages == 5
    left, bottom, right, top = frame_of(paper)
    for page, number in ((2, 1), (3, 2)):
        corners = word_places(pdf, page, (f"ul{number}", f"ur{number}", f"ll{number}"))
        for x, y in corners.values():
            assert left < x < right and bottom < y < top
        assert f"foreign page {number}" in texts[page]
        assert f"Page {page + 1} of 5" in texts[page]
        assert "Office of Partnerships" in texts[page]
        (upper, y), (far, _) = corners[f"ul{number}"], corners[f"ur{number}"]
        assert upper + far == pytest.approx(left + right, abs=14)
        scale = min(1, (right - left) / size[0], (top - bottom) / size[1])
        assert far - upper == pytest.approx(scale * (size[0] - 60), abs=10 * scale)
    assert "the end" in texts[4]


def test_a_small_page_is_not_blown_up_and_stands_in_the_middle() -> None:
    pdf = render(with_enclosure(foreign(1, (200, 100))))
    places = word_places(pdf, 2, ("ul1", "ur1"))
    left, _, right, _ = frame_of(Paper.LETTER)
    assert places["ur1"][0] - places["ul1"][0] == pytest.approx(140, abs=3)
    middle = (places["ur1"][0] + places["ul1"][0]) / 2
    assert middle == pytest.approx((left + right) / 2, abs=15)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_stands_as_a_reader_shows_it(turn: int) -> None:
    data = changed(foreign(1, (500, 700)), Rotate=turn)
    places = word_places(render(with_enclosure(data)), 2, ("ul1", "ur1", "ll1"))
    (x, y), (right_x, right_y), (low_x, low_y) = places["ul1"], places["ur1"], places["ll1"]
    along, down = (right_x - x, right_y - y), (low_x - x, low_y - y)
    seen = {0: (1, 0), 90: (0, -1), 180: (-1, 0), 270: (0, 1)}[turn]
    assert along[0] * seen[0] + along[1] * seen[1] > 200
    assert (down[0] * seen[1] - down[1] * seen[0]) > 200


def test_what_the_crop_box_hides_stays_hidden() -> None:
    data = changed(foreign(1), CropBox=[0, 300, 612, 500], TrimBox=[50, 350, 90, 400])
    pdf = render(with_enclosure(data))
    opened = pypdfium2.PdfDocument(pdf.data)
    picture = opened[2].render(scale=1).to_pil().convert("L")
    opened.close()
    left, bottom, right, top = frame_of(Paper.LETTER)
    height = Paper.LETTER.value[1]
    middle = (bottom + top) / 2
    shown = 200 * (right - left) / 612
    for low, high in ((bottom, middle - shown / 2 - 3), (middle + shown / 2 + 3, top)):
        box = (int(left), int(height - high), int(right), int(height - low))
        assert picture.crop(box).getextrema() == (255, 255)
    box = (int(left), int(height - middle - 20), int(right), int(height - middle + 20))
    assert picture.crop(box).getextrema()[0] < 120


def test_outline_language_links_and_metadata_outlive_the_merge() -> None:
    pdf = render(with_enclosure(foreign(3)))
    reader = pypdf.PdfReader(BytesIO(pdf.data))
    entries = [entry for entry in reader.outline if not isinstance(entry, list)]
    pages = {str(entry.title): reader.get_destination_page_number(entry) for entry in entries}
    assert pages == {"Cover": 0, "Exhibit A": 1, "Signatures": 5}
    assert str(reader.root_object["/Lang"]) == "es"
    assert reader.metadata is not None and reader.metadata.title == "Packet"
    links = [link.get_object() for link in reader.pages[0].annotations or []]
    assert [reader.get_page_number(link["/Dest"][0].get_object()) for link in links] == [1, 5]


def test_the_same_description_gives_the_same_bytes() -> None:
    document = with_enclosure(foreign(2), foreign(1, (300, 300)), foreign(2))
    first, second = render(document), render(document)
    assert first.data == second.data
    assert (first.pages, first.sha256) == (8, second.sha256)


def test_what_was_typed_into_a_form_is_printed() -> None:
    with pikepdf.Pdf.open(BytesIO(foreign(1, form=True))) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            field.V = pikepdf.String("filled later")
            del field["/AP"]
        pdf.Root.AcroForm.NeedAppearances = True
        out = BytesIO()
        pdf.save(out)
    printed = render(with_enclosure(out.getvalue()))
    assert "filled later" in page_texts(printed)[2]


def code_of(data: bytes) -> tuple[str, dict[str, object]]:
    with pytest.raises(InputError) as caught:
        pages_of(data)
    return caught.value.code, caught.value.values


def test_pages_are_counted_and_what_cannot_be_enclosed_is_refused() -> None:
    assert pages_of(foreign(7)) == 7
    whole = foreign(20)
    for damaged in (b"", b"%PDF-1.7", b"hello", whole[:400], whole[: len(whole) // 2],
                    changed(foreign(1), MediaBox=[0, 0, 0, 0])):
        assert code_of(damaged) == ("enclosure.damaged", {})
    assert code_of(encrypted(foreign(), "secret", "owner")) == ("enclosure.encrypted", {})
    long = code_of(foreign(LONGEST + 1))
    assert long == ("enclosure.too_long", {"pages": LONGEST + 1, "limit": LONGEST})


def test_what_anybody_may_open_is_not_refused() -> None:
    data = encrypted(foreign(2), "", "owner")
    assert pages_of(data) == 2
    pdf = render(with_enclosure(data))
    assert "foreign page 2" in page_texts(pdf)[3]
    assert "/Encrypt" not in pypdf.PdfReader(BytesIO(pdf.data)).trailer


def test_a_file_with_rubbish_around_it_is_mended() -> None:
    data = b"rubbish\n" * 20 + foreign(2)[:-30]
    assert pages_of(data) == 2
    assert "foreign page 2" in page_texts(render(with_enclosure(data)))[3]


def test_a_document_refuses_what_it_cannot_enclose() -> None:
    with pytest.raises(InputError):
        render(with_enclosure(b"no PDF"))


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def shown(data: bytes, page: int = 0) -> Image.Image:
    opened = pypdfium2.PdfDocument(data)
    picture: Image.Image = opened[page].render(scale=0.5).to_pil().convert("RGB")
    opened.close()
    return picture


def arrow(width: int = 1200, height: int = 800, mode: str = "RGB") -> Image.Image:
    """White, with a black upper left quarter."""
    picture = Image.new(mode, (width, height), "white")
    ImageDraw.Draw(picture).rectangle((0, 0, width // 2, height // 2), fill="black")
    return picture


def quarters(picture: Image.Image) -> list[bool]:
    """Whether each quarter of the page's picture is dark: upper left and right, lower ones."""
    grey = picture.convert("L")
    spots = ((0.25, 0.42), (0.75, 0.42), (0.25, 0.58), (0.75, 0.58))
    values = [grey.getpixel((int(x * grey.width), int(y * grey.height))) for x, y in spots]
    return [isinstance(value, int) and value < 128 for value in values]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP"])
@pytest.mark.parametrize("mode", ["RGB", "L", "1"])
def test_pictures_of_every_kind_become_a_page(kind: str, mode: str) -> None:
    if kind == "WEBP" and mode == "1":
        mode = "L"
    data = picture_as_pdf(saved(arrow(mode=mode), kind), Paper.A4)
    assert pages_of(data) == 1
    assert quarters(shown(data)) == [True, False, False, False]
    assert pypdf.PdfReader(BytesIO(data)).pages[0].mediabox.height == pytest.approx(841.89, abs=0.1)


@pytest.mark.parametrize("mode", ["P", "RGBA", "LA", "CMYK", "I;16"])
def test_pictures_of_every_mode_keep_their_look(mode: str) -> None:
    if mode == "I;16":
        picture = arrow(mode="L").convert("I").point(lambda value: value * 257).convert("I;16")
    else:
        picture = arrow().convert("L" if mode == "LA" else "RGB").convert(mode)
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert quarters(shown(picture_as_pdf(saved(picture, kind), Paper.LETTER))) == [
        True, False, False, False]
    clear = Image.new("RGBA", (1200, 800), (0, 0, 0, 0))
    blank = shown(picture_as_pdf(saved(clear, "PNG"), Paper.LETTER)).convert("L")
    assert blank.getextrema() == (255, 255)


@pytest.mark.parametrize("size", [(1200, 800), (9000, 6000)])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_as_exif_says(orientation: int, size: tuple[int, int]) -> None:
    ways = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    seen = arrow(*size, mode="L")
    stored = seen if orientation == 1 else seen.transpose(Image.Transpose(ways[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = picture_as_pdf(saved(stored, "JPEG", exif=exif), Paper.LETTER)
    assert quarters(shown(data)) == [True, False, False, False]


def test_a_jpeg_is_kept_without_the_place_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x010F] = "A camera of somebody"
    jpeg = saved(arrow(), "JPEG", quality=70, exif=exif)
    data = picture_as_pdf(jpeg, Paper.LETTER)
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        kept = pdf.pages[0].Resources.XObject.Picture.read_raw_bytes()
    assert b"A camera" in jpeg and b"A camera" not in kept
    assert kept[-2000:] == jpeg[-2000:]


def test_a_small_picture_is_not_blown_up() -> None:
    picture = Image.new("L", (300, 300))
    opened = pypdfium2.PdfDocument(picture_as_pdf(saved(picture, "PNG"), Paper.LETTER))
    page = opened[0].render(scale=1).to_pil().convert("L").point(lambda v: 255 - v)
    opened.close()
    box = page.getbbox()
    assert box is not None
    left, _, right, _ = box
    assert right - left == pytest.approx(144, abs=2)
    assert (left + right) / 2 == pytest.approx(306, abs=2)


def test_every_page_of_a_tiff_is_kept() -> None:
    pages = [arrow(mode="1"), arrow(mode="1").rotate(180), arrow(mode="1")]
    tiff = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:], compression="group4")
    data = picture_as_pdf(tiff, Paper.LETTER)
    assert pages_of(data) == 3
    assert quarters(shown(data, 1)) == [False, False, False, True]
    assert len(data) < 30_000


def test_a_picture_is_no_finer_than_a_printer_and_stays_small() -> None:
    noise = Image.effect_noise((5400, 5400), 90)
    for kind in ("PNG", "JPEG"):
        data = picture_as_pdf(saved(noise, kind), Paper.LETTER)
        with pikepdf.Pdf.open(BytesIO(data)) as pdf:
            image = pdf.pages[0].Resources.XObject.Picture
            assert 2600 <= int(image.Width) <= 2700
        assert len(data) < 6_000_000


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_of_twenty_thousand_pixels_a_side_is_taken(kind: str) -> None:
    data = picture_as_pdf(saved(arrow(20_000, 10_000, "L"), kind), Paper.LETTER)
    assert len(data) < 1_000_000
    assert quarters(shown(data)) == [True, False, False, False]


def png_that_claims(width: int, height: int) -> bytes:
    """A small PNG whose header says it is large."""
    import struct
    import zlib

    png = bytearray(saved(Image.new("L", (4, 4)), "PNG"))
    struct.pack_into(">2L", png, 16, width, height)
    struct.pack_into(">L", png, 29, zlib.crc32(png[12:29]))
    return bytes(png)


def test_pictures_that_cannot_be_taken_are_refused() -> None:
    whole = saved(Image.effect_noise((900, 900), 90), "JPEG")
    for bad in (b"", b"hello", whole[:3000], png_that_claims(0, 0), saved(arrow(), "PNG")[:300],
                png_that_claims(3000, 3000)):
        with pytest.raises(InputError) as caught:
            picture_as_pdf(bad, Paper.LETTER)
        assert caught.value.code == "enclosure.damaged"
    with pytest.raises(InputError) as caught:
        picture_as_pdf(png_that_claims(30_000, 20_000), Paper.LETTER)
    assert caught.value.code == "enclosure.too_large"
    assert caught.value.values == {"width": 30_000, "height": 20_000}


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = saved(arrow(), "PNG")
    assert picture_as_pdf(data, Paper.LETTER) == picture_as_pdf(data, Paper.LETTER)
