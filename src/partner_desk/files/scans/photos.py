"""Photos and other pictures as pages: turned as the camera says, shrunk while they are decoded."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from partner_desk.files.scans.pdf_pages import UndrawablePage
from partner_desk.files.scans.scan import MOST_PIXELS, refused

FORMATS = ("JPEG", "PNG", "TIFF")
BAD_PICTURE = (OSError, SyntaxError, ValueError, EOFError, MemoryError, ArithmeticError)
"""What Pillow raises for damaged pictures, depending on where the damage is."""

_ORIENTATION = 0x0112
_AS_TAKEN = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}
_SHARPEST = 4_700
"""The longer side, in pixels, of what is kept of a picture while its code is looked for."""


def opened(data: bytes, name: str) -> Image.Image:
    """The picture, its pixels not yet decoded.

    Raises InputError: "scan.unreadable" for what is no JPEG, PNG or TIFF, "scan.too_large" with
    ``width`` and ``height`` for more than MOST_PIXELS.
    """
    # Pillow's own limit lies below what is read here; the size is looked at before any pixel is.
    # Pillow refuses from the double of its limit on, and warns of what lies between.
    Image.MAX_IMAGE_PIXELS = 2 * MOST_PIXELS
    try:
        picture = Image.open(BytesIO(data), formats=FORMATS)
    except (UnidentifiedImageError, *BAD_PICTURE) as error:
        raise refused("scan.unreadable", name) from error
    except Image.DecompressionBombError as error:
        raise refused("scan.too_large", name) from error
    if picture.width * picture.height > MOST_PIXELS:
        raise refused("scan.too_large", name, width=picture.width, height=picture.height)
    return picture


def frames(picture: Image.Image) -> int:
    """The number of pages: those of a TIFF; the second picture of a JPEG is no page."""
    return int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1


def upright(pixels: Image.Image, orientation: int) -> Image.Image:
    """The picture as it was taken; ``orientation`` is that of EXIF, 1 to 8."""
    for turn in _AS_TAKEN.get(orientation, ()):
        pixels = pixels.transpose(turn)
    return pixels


def orientation_of(picture: Image.Image) -> int:
    """What EXIF says. Ask after decoding: Pillow turns a TIFF by itself and forgets the tag."""
    return int(picture.getexif().get(_ORIENTATION, 1))


def greyed(picture: Image.Image) -> Image.Image:
    """The picture in 256 greys on white paper."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return flat(picture).convert("L")


def flat(picture: Image.Image) -> Image.Image:
    """The picture without transparency, on white paper; its mode otherwise as it was."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(paper, clear).convert("RGB")
    return picture.convert("RGB") if picture.mode == "P" else picture


class PicturePages:
    """A picture file as pages; close it afterwards."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises what `opened` raises."""
        self._data, self._name = data, name
        with opened(data, name) as picture:
            try:
                self._count = frames(picture)
            except BAD_PICTURE as error:
                raise refused("scan.unreadable", name) from error
        self._kept: tuple[int, Image.Image] | None = None

    def close(self) -> None:
        self._kept = None

    @property
    def count(self) -> int:
        return self._count

    def grey(self, place: int, longest: int) -> Image.Image:
        """The page in grey, its longer side at most ``longest``. Raises UndrawablePage."""
        if self._kept is None or self._kept[0] != place:
            self._kept = (place, greyed(self._decoded(place, "L", _SHARPEST)))
        return _shrunk(self._kept[1], longest)

    def colour(self, place: int, longest: int) -> Image.Image:
        """The page in colour, its longer side at most ``longest``. Raises UndrawablePage."""
        pixels = self._decoded(place, "RGB", longest)
        return pixels if pixels.mode == "RGB" else greyed(pixels).convert("RGB")

    def _decoded(self, place: int, mode: str, longest: int) -> Image.Image:
        try:
            with opened(self._data, self._name) as picture:
                if picture.format == "TIFF":
                    picture.seek(place)
                if picture.width * picture.height > MOST_PIXELS:
                    raise UndrawablePage(f"{picture.width} by {picture.height} pixels")
                # A JPEG can be decoded at a half, a quarter or an eighth at little cost.
                picture.draft(mode, (longest, longest))
                picture.load()
                small = _shrunk(picture, longest)
                return upright(_in(mode, small), orientation_of(picture))
        except BAD_PICTURE as error:
            raise UndrawablePage(str(error)) from error


def _in(mode: str, picture: Image.Image) -> Image.Image:
    if mode == "L" or picture.mode.startswith("I"):
        return greyed(picture)
    return flat(picture).convert(mode)


def _shrunk(picture: Image.Image, longest: int) -> Image.Image:
    """At most ``longest`` pixels a side. Pictures of two colours become grey, not ragged."""
    side = max(picture.size)
    if side <= longest:
        return picture
    if picture.mode in ("1", "P"):
        picture = flat(picture).convert("L" if picture.mode == "1" else "RGB")
    factor = side // longest
    if factor > 1 and not picture.mode.startswith("I"):
        picture = picture.reduce(factor)
    scale = longest / max(picture.size)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    smooth = Image.Resampling.NEAREST if picture.mode.startswith("I;") else None
    return picture.resize(size, smooth or Image.Resampling.BILINEAR, reducing_gap=2.0)
