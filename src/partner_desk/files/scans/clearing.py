"""Ways to make the code of a poor scan readable: each gives another picture of the same page."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter, ImageOps

from partner_desk.files.scans.codes import Box

FIRST = 2_300
"""Pixels of the longer side of the first picture: about 200 to the inch."""
_FINE = 3_500
_COARSE = (1_600, 1_150)
_TILTS = (0.0, -3.0, -1.5, 1.5, 3.0)
_CORNER = (0.36, 0.28)
"""How much of the page's width and height is searched around a corner."""


class View(NamedTuple):
    """A picture to search: the whole page, or a part with its place on the page.

    ``page`` is the size of the whole page in pixels before ``enlarged`` was applied.
    """

    picture: Image.Image
    page: tuple[int, int]
    origin: tuple[int, int] = (0, 0)
    enlarged: float = 1.0
    thorough: bool = False


def views(grey: Callable[[int], Image.Image], first: Image.Image) -> Iterator[View]:
    """Further pictures of a page whose ``first`` showed no code, the most promising first.

    ``grey`` draws the page with the longer side of so many pixels.
    """
    yield View(first, first.size, thorough=True)
    yield View(first.filter(ImageFilter.MedianFilter(3)), first.size)
    fine = grey(_FINE)
    yield View(fine, fine.size)
    soft = ImageOps.autocontrast(fine.filter(ImageFilter.GaussianBlur(1.6)), cutoff=2)
    yield View(soft, soft.size)
    yield View(_evened(fine), fine.size)
    for longest in _COARSE:
        coarse = grey(longest)
        yield View(coarse, coarse.size)
    for picture in (fine, fine.filter(ImageFilter.MedianFilter(5))):
        yield from _corners(picture)


def _corners(page: Image.Image) -> Iterator[View]:
    """The corner that is the lower left one of the page, however it lies, tilted and enlarged."""
    across, down = round(page.width * _CORNER[0]), round(page.height * _CORNER[1])
    right, low = page.width - across, page.height - down
    for origin in ((0, low), (right, 0), (0, 0), (right, low)):
        corner = page.crop((*origin, origin[0] + across, origin[1] + down))
        corner = ImageOps.autocontrast(corner, cutoff=1)
        for tilt in _TILTS:
            tilted = corner.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=255)
            yield View(tilted, page.size, origin)
        parted = corner.filter(ImageFilter.GaussianBlur(1.2))
        yield View(parted.point(_black_below(_threshold(parted))), page.size, origin)
        larger = corner.resize((2 * across, 2 * down), Image.Resampling.BICUBIC)
        yield View(larger, page.size, origin, 2.0)


def _evened(page: Image.Image) -> Image.Image:
    """Shadows and gradients taken out: every place compared with the brightness around it."""
    around = page.filter(ImageFilter.BoxBlur(40))
    return ImageChops.subtract(page, around, scale=0.5, offset=160)


def _threshold(picture: Image.Image) -> int:
    """The grey that parts dark from bright best (Otsu: the greatest variance between the two)."""
    counts = picture.histogram()
    total, weight = sum(counts), sum(grey * count for grey, count in enumerate(counts))
    best, found, below, weight_below = 127, -1.0, 0, 0
    for grey, count in enumerate(counts):
        below += count
        weight_below += grey * count
        above = total - below
        if not below or not above:
            continue
        apart = weight_below / below - (weight - weight_below) / above
        if below * above * apart * apart > found:
            best, found = grey, below * above * apart * apart
    return best


def _black_below(threshold: int) -> list[int]:
    return [0 if grey <= threshold else 255 for grey in range(256)]


def is_blank(page: Image.Image) -> bool:
    """Whether nothing is on the page. Rather says no: dirt, a shadow or a word is something."""
    small = page.reduce(8)
    inner = small.crop((4, 4, max(5, small.width - 4), max(5, small.height - 4)))
    counts = inner.histogram()
    total, below, paper = inner.width * inner.height, 0, 255
    for grey, count in enumerate(counts):
        below += count
        if below * 2 >= total:
            paper = grey
            break
    return sum(counts[: max(0, paper - 14)]) == 0


def paper_in(page: Image.Image) -> Box | None:
    """The bright sheet on a darker table, in pixels of ``page``; None where none stands out."""
    small = page.reduce(max(1, max(page.size) // 240)).filter(ImageFilter.MedianFilter(5))
    bright = small.point(_black_below(_threshold(small)))
    across = _extent(bright.resize((bright.width, 1), Image.Resampling.BOX).tobytes())
    down = _extent(bright.resize((1, bright.height), Image.Resampling.BOX).tobytes())
    if across is None or down is None:
        return None
    wide, high = page.width / small.width, page.height / small.height
    return (across[0] * wide, down[0] * high, across[1] * wide, down[1] * high)


def _extent(brightness: bytes) -> tuple[int, int] | None:
    """From the first to behind the last line of which more than a third is bright."""
    bright = [place for place, value in enumerate(brightness) if value > 90]
    return (bright[0], bright[-1] + 1) if bright else None
