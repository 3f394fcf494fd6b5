"""Pictures of papers (photos, scans) as PDF pages. Pillow and pikepdf are imported when used."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from partner_desk.files.pdf.document import Paper
from partner_desk.model.errors import InputError, Problem

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 500  # pages
LARGEST = 400_000_000  # pixels
FINEST = 300.0  # pixels an inch: no printer shows more of a paper
COARSEST = 150.0  # pixels an inch: a smaller picture is not blown up beyond it
LOSSLESS = 2_000_000  # bytes; a larger picture is kept as JPEG
QUALITY = 85
ORIENTATION = 0x0112  # the EXIF tag that says how the camera was held
_limit = threading.Lock()


@dataclass(frozen=True)
class _Encoded:
    """A picture as a PDF holds it; `filter` is the coding of `data`, "" for plain samples."""

    data: bytes
    filter: str
    width: int
    height: int
    colours: str
    bits: int = 8


def picture_as_pdf(data: bytes, paper: Paper) -> bytes:
    """A PDF with the picture on a page, each picture of a TIFF on one of its own.

    It is as large as fits the paper, upright as the camera says, and no finer than printers show.
    Raises InputError: `enclosure.damaged`, `enclosure.too_large` (with `width` and `height` in
    pixels) or `enclosure.too_long` (with `pages` and `limit`).
    """
    import pikepdf

    with _opened(data) as picture, pikepdf.Pdf.new() as pdf:
        count = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
        if count > LONGEST:
            values = {"pages": count, "limit": LONGEST}
            raise InputError(Problem("enclosure.too_long", values=values))
        for number in range(count):
            if count > 1:
                picture.seek(number)
            _check_size(picture)
            _add_page(pdf, _encoded(picture, data, paper), paper)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


@contextmanager
def _opened(data: bytes) -> Iterator["Image"]:
    """The picture; whatever goes wrong while it is read becomes an InputError."""
    from PIL import Image

    size = (0, 0)
    try:
        # Opening reads the size only; ours is the limit, so Pillow's own is set aside.
        with _limit:
            before, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
            try:
                picture = Image.open(BytesIO(data))
            finally:
                Image.MAX_IMAGE_PIXELS = before
        with picture:
            size = picture.size
            yield picture
    except (MemoryError, Image.DecompressionBombError) as error:
        raise _too_large(size) from error
    except (OSError, ValueError, SyntaxError, EOFError, TypeError) as error:
        raise InputError(Problem("enclosure.damaged")) from error


def _check_size(picture: "Image") -> None:
    if picture.width * picture.height > LARGEST:
        raise _too_large(picture.size)


def _too_large(size: tuple[int, int]) -> InputError:
    values = {"width": size[0], "height": size[1]}
    return InputError(Problem("enclosure.too_large", values=values))


def _encoded(picture: "Image", data: bytes, paper: Paper) -> _Encoded:
    turned = picture.getexif().get(ORIENTATION, 1)
    width, height = (edge / 72 * FINEST for edge in paper.value)
    wanted = (height, width) if turned in (5, 6, 7, 8) else (width, height)
    surplus = int(max(picture.width / wanted[0], picture.height / wanted[1]))
    lossy = picture.format in ("JPEG", "MPO", "WEBP")
    if lossy and surplus > 1:
        # A JPEG is read at a half, a quarter or an eighth of its size without unpacking it all.
        wide, high = (int(edge) for edge in wanted)
        picture.draft(None, (min(wide, picture.width), min(high, picture.height)))
        surplus = int(max(picture.width / wanted[0], picture.height / wanted[1]))
    elif picture.format == "JPEG" and turned in (0, 1) and picture.mode in ("L", "RGB"):
        picture.load()  # a damaged one is found out here, not by the printer
        colours = "/DeviceGray" if picture.mode == "L" else "/DeviceRGB"
        return _Encoded(_without_camera(data), "/DCTDecode", *picture.size, colours)
    return _packed(_upright(_plain(picture, max(surplus, 1)), turned), lossy)


def _plain(picture: "Image", factor: int) -> "Image":
    """Black and white, grey or coloured, on white where it was transparent; made smaller."""
    from PIL import Image

    mode = picture.mode
    if mode == "1" and factor == 1:
        return picture
    if mode.startswith("I"):  # sixteen bits of grey
        picture = picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    elif mode in ("PA", "LA", "La", "RGBa") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    elif mode not in ("L", "RGB", "RGBA"):
        picture = picture.convert("L" if mode == "1" else "RGB")
    if factor > 1:
        picture = picture.reduce(factor)
    if picture.mode != "RGBA":
        return picture
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white


def _upright(picture: "Image", turned: int) -> "Image":
    """The picture as it was seen, from how EXIF says the camera was held."""
    from PIL.Image import Transpose

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return picture.transpose(ways[turned]) if turned in ways else picture


def _packed(picture: "Image", lossy: bool) -> _Encoded:
    """Without loss while that is small, else as JPEG."""
    import zlib

    colours = "/DeviceRGB" if picture.mode == "RGB" else "/DeviceGray"
    bits = 1 if picture.mode == "1" else 8
    if not lossy or bits == 1:
        packed = zlib.compress(picture.tobytes())
        if bits == 1 or len(packed) <= LOSSLESS:
            return _Encoded(packed, "/FlateDecode", *picture.size, colours, bits)
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, exif=b"")
    return _Encoded(out.getvalue(), "/DCTDecode", *picture.size, colours)


def _without_camera(jpeg: bytes) -> bytes:
    """A JPEG without what cameras note in it, such as the place where it was taken."""
    kept, place = bytearray(jpeg[:2]), 2
    while place + 4 <= len(jpeg) and jpeg[place] == 0xFF and jpeg[place + 1] != 0xDA:
        marker = jpeg[place + 1]
        end = place + 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
        noted = marker == 0xFE or (0xE1 <= marker <= 0xEF and marker != 0xEE)
        if not noted:
            kept += jpeg[place:end]
        place = end
    return bytes(kept) + jpeg[place:]


def _add_page(pdf: Any, picture: _Encoded, paper: Paper) -> None:
    import pikepdf

    width, height = paper.value
    scale = min(width / picture.width, height / picture.height, 72 / COARSEST)
    wide, high = picture.width * scale, picture.height * scale
    page = pdf.add_blank_page(page_size=(width, height))
    image = pikepdf.Stream(
        pdf,
        picture.data,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=pikepdf.Name(picture.colours),
        BitsPerComponent=picture.bits,
        Filter=pikepdf.Name(picture.filter),
    )
    page.add_resource(image, pikepdf.Name.XObject, pikepdf.Name.Picture)
    x, y = (width - wide) / 2, (height - high) / 2
    code = f"q {wide:.3f} 0 0 {high:.3f} {x:.3f} {y:.3f} cm /Picture Do Q"
    page.contents_add(code.encode())
