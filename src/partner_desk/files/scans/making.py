"""Pages of a scan made into a PDF again, upright and as sharp as they came; and shown to a person.

pikepdf copies the pages of a PDF as they are. Photos are put in whole: a JPEG byte for byte, other
pictures without loss.
"""

import zlib
from collections.abc import Sequence
from contextlib import ExitStack, closing
from io import BytesIO

import pikepdf
from PIL import Image

from partner_desk.files.scans.pdf_pages import PdfPages, UndrawablePage
from partner_desk.files.scans.photos import (
    BAD_PICTURE,
    PicturePages,
    flat,
    greyed,
    opened,
    orientation_of,
    upright,
)
from partner_desk.files.scans.scan import MOST_PIXELS, Form, Scan, ScanPage, Source, refused

_LONG_SIDE = 792.0
"""Points of the longer side of a photo that does not say how large it is: that of Letter."""
_POINTS = (144.0, 1300.0)
"""The longer side that is believed, from 2 to 18 inches: cameras write any resolution."""
_QUARTERS = {1: 0, 3: 180, 6: 90, 8: 270}
"""Degrees clockwise for the orientations of EXIF that are no mirror images."""
_SPACES = {"1": "/DeviceGray", "L": "/DeviceGray", "RGB": "/DeviceRGB"}


def pdf_of(scan: Scan, indexes: Sequence[int]) -> bytes:
    """A PDF of the pages with these indexes, in this order; the same pages give the same bytes.

    Raises InputError("scan.unreadable") when a page is too damaged to be copied.
    """
    with ExitStack() as stack:
        target = stack.enter_context(pikepdf.new())
        papers: dict[int, pikepdf.Pdf] = {}
        for index in indexes:
            page = scan.pages[index]
            source = scan.sources[page.source]
            try:
                if source.form is Form.PDF:
                    if page.source not in papers:
                        pdf = pikepdf.open(BytesIO(source.data))
                        papers[page.source] = stack.enter_context(pdf)
                    target.pages.append(papers[page.source].pages[page.place])
                    target.pages[-1].rotate(page.turned, relative=True)
                else:
                    _add_picture(target, source, page)
            except (pikepdf.PdfError, IndexError, *BAD_PICTURE) as error:
                raise refused("scan.unreadable", source.name) from error
        target.remove_unreferenced_resources()
        out = BytesIO()
        target.save(
            out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return out.getvalue()


def picture(scan: Scan, index: int, longest: int = 1_200) -> bytes:
    """The page as PNG to look at: upright, its longer side about ``longest`` pixels.

    Raises InputError("scan.unreadable") when it cannot be drawn.
    """
    page = scan.pages[index]
    source = scan.sources[page.source]
    kind = PdfPages if source.form is Form.PDF else PicturePages
    try:
        with closing(kind(source.data, source.name)) as pages:
            drawn = pages.colour(page.place, longest)
    except UndrawablePage as error:
        raise refused("scan.unreadable", source.name) from error
    out = BytesIO()
    # Pillow turns against the clock.
    drawn.rotate(-page.turned, expand=True).save(out, "PNG")
    return out.getvalue()


def _add_picture(target: pikepdf.Pdf, source: Source, page: ScanPage) -> None:
    """A page as large as the picture, with nothing else on it."""
    with opened(source.data, source.name) as taken:
        size = _points(taken)
        orientation = orientation_of(taken) if taken.format in ("JPEG", "MPO") else 1
        if taken.format in ("JPEG", "MPO") and taken.mode in ("L", "RGB"):
            quarter = _QUARTERS.get(orientation)
            if quarter is not None:
                image = _image(target, taken.size, taken.mode, source.data, "/DCTDecode")
                _add_page(target, image, size, (page.turned + quarter) % 360)
                return
        if taken.format == "TIFF":
            taken.seek(page.place)
            size = _points(taken)
        if taken.width * taken.height > MOST_PIXELS:
            raise refused("scan.too_large", source.name, width=taken.width, height=taken.height)
        taken.load()
        pixels = upright(_plain(taken), orientation_of(taken))
    across = (size[0] > size[1]) == (pixels.width > pixels.height)
    image = _image(
        target, pixels.size, pixels.mode, zlib.compress(pixels.tobytes(), 6), "/FlateDecode"
    )
    _add_page(target, image, size if across else (size[1], size[0]), page.turned)


def _plain(taken: Image.Image) -> Image.Image:
    """The pixels in one of the modes that a PDF holds directly."""
    if taken.mode.startswith("I"):
        return greyed(taken)
    pixels = flat(taken)
    return pixels if pixels.mode in _SPACES else pixels.convert("RGB")


def _points(taken: Image.Image) -> tuple[float, float]:
    """The size of the paper: by the resolution where that makes sense, else that of Letter."""
    width, height = taken.size
    dpi = taken.info.get("dpi")
    if dpi and min(dpi) > 0:
        wide, high = width / float(dpi[0]) * 72, height / float(dpi[1]) * 72
        if _POINTS[0] <= max(wide, high) <= _POINTS[1]:
            return wide, high
    scale = _LONG_SIDE / max(width, height)
    return width * scale, height * scale


def _image(
    target: pikepdf.Pdf, size: tuple[int, int], mode: str, data: bytes, packed: str
) -> pikepdf.Stream:
    image = pikepdf.Stream(target, data)
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width, image.Height = size
    image.ColorSpace = pikepdf.Name(_SPACES[mode])
    image.BitsPerComponent = 1 if mode == "1" else 8
    image.Filter = pikepdf.Name(packed)
    return image


def _add_page(
    target: pikepdf.Pdf, image: pikepdf.Stream, size: tuple[float, float], turned: int
) -> None:
    width, height = round(size[0], 2), round(size[1], 2)
    target.add_blank_page(page_size=(width, height))
    page = target.pages[-1]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=image))
    drawing = f"q {width} 0 0 {height} 0 0 cm /Scan Do Q".encode("ascii")
    page.Contents = pikepdf.Stream(target, drawing)
    page.rotate(turned, relative=False)
