"""Ways to make the code of a poor scan readable: each gives another picture of the same page."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from partner_desk.files.scans.codes import Box, hints_at_code

FIRST = 2_300
"""Pixels of the longer side of the first picture: about 200 to the inch."""
_FINE = 3_500
_COARSE = 1_150
_CORNER = (0.30, 0.24)
"""How much of the page's width and height is searched around a corner."""
_PAPER = (1.22, 1.46)
"""How much longer than wide a sheet of Letter or A4 looks, somewhat crooked."""
_TABLE = 0.65
"""How bright a table is at most, compared with the paper that lies on it."""
_SHARPEN = ImageFilter.UnsharpMask(radius=4, percent=250, threshold=0)

_Treatment = Callable[[Image.Image], Iterator[tuple[Image.Image, float]]]


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
    yield from _corners(first, _despeckled)
    fine = grey(_FINE)
    yield View(fine, fine.size)
    yield from _corners(fine, _sharpened)
    even = _evened(first)
    yield View(even, even.size)
    coarse = grey(_COARSE)
    yield View(coarse, coarse.size, thorough=True)
    yield from _corners(first, _insisted)
    yield from _corners(fine, _insisted)


def _corners(page: Image.Image, treat: _Treatment) -> Iterator[View]:
    """The corner that is the lower left one of the page, however it lies, treated."""
    across, down = round(page.width * _CORNER[0]), round(page.height * _CORNER[1])
    wide, high = round(page.width * _CORNER[1]), round(page.height * _CORNER[0])
    right, low = page.width, page.height
    for box in (
        (0, low - down, across, low),
        (right - across, 0, right, down),
        (0, 0, wide, high),
        (right - wide, low - high, right, low),
    ):
        for corner, enlarged in treat(page.crop(box)):
            yield View(corner, page.size, box[:2], enlarged)


def _despeckled(corner: Image.Image) -> Iterator[tuple[Image.Image, float]]:
    """Against noise. Which of the ways helps is a matter of luck; the first helps most often."""
    clean = corner.filter(ImageFilter.MedianFilter(3))
    smooth = clean.filter(ImageFilter.GaussianBlur(1.0))
    yield _twice(smooth).filter(_SHARPEN), 2.0
    yield _twice(clean), 2.0
    yield smooth, 1.0


def _sharpened(corner: Image.Image) -> Iterator[tuple[Image.Image, float]]:
    """Against blur."""
    yield corner.filter(ImageFilter.GaussianBlur(1.2)).filter(_SHARPEN), 1.0
    yield _twice(corner.filter(ImageFilter.GaussianBlur(1.5))), 2.0


def _insisted(corner: Image.Image) -> Iterator[tuple[Image.Image, float]]:
    """Costly ways, for a corner in which something looks like a code."""
    clean = corner.filter(ImageFilter.MedianFilter(3))
    if not any(hints_at_code(each) for each in (corner, clean, _twice(clean))):
        return
    for start, times, softness in (
        (corner, 2, 0.0), (corner, 2, 1.5), (corner, 2, 3.0), (corner, 3, 2.5), (clean, 2, 1.5),
        (clean, 3, 3.0),
    ):
        soft = _larger(start, times).filter(ImageFilter.GaussianBlur(softness))
        yield soft.filter(_SHARPEN), times


def _twice(corner: Image.Image) -> Image.Image:
    return _larger(corner, 2)


def _larger(corner: Image.Image, times: int) -> Image.Image:
    size = (times * corner.width, times * corner.height)
    return corner.resize(size, Image.Resampling.BICUBIC)


def _evened(page: Image.Image) -> Image.Image:
    """Shadows and gradients taken out: every place compared with the brightness around it."""
    around = page.filter(ImageFilter.BoxBlur(30))
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
    """The bright sheet on a darker table, in pixels of ``page``; None where none stands out.

    A shadow over a page is no table: the sheet must end sharply, and have the form of paper.
    """
    small = page.reduce(max(1, max(page.size) // 240)).filter(ImageFilter.MedianFilter(5))
    bright = small.point(_black_below(_threshold(small)))
    across = _extent(bright.resize((bright.width, 1), Image.Resampling.BOX).tobytes())
    down = _extent(bright.resize((1, bright.height), Image.Resampling.BOX).tobytes())
    if across is None or down is None:
        return None
    sheet = (across[0], down[0], across[1], down[1])
    sides = sorted((across[1] - across[0], down[1] - down[0]))
    if not _PAPER[0] <= sides[1] / sides[0] <= _PAPER[1] or not _ends_sharply(small, sheet):
        return None
    wide, high = page.width / small.width, page.height / small.height
    return (sheet[0] * wide, sheet[1] * high, sheet[2] * wide, sheet[3] * high)


def _ends_sharply(picture: Image.Image, sheet: tuple[int, int, int, int]) -> bool:
    """Whether the table begins right at the edges of the sheet, wherever there is any table."""
    left, top, right, low = sheet
    width, height = picture.size
    edge = max(4, max(width, height) // 40)
    strips = []
    if left > edge:
        strips.append(((left - edge, top, left, low), (left, top, left + edge, low)))
    if right < width - edge:
        strips.append(((right, top, right + edge, low), (right - edge, top, right, low)))
    if top > edge:
        strips.append(((left, top - edge, right, top), (left, top, right, top + edge)))
    if low < height - edge:
        strips.append(((left, low, right, low + edge), (left, low - edge, right, low)))
    return all(
        _brightness(picture.crop(table)) < _TABLE * _brightness(picture.crop(paper))
        for table, paper in strips
    )


def _brightness(part: Image.Image) -> int:
    """The mean grey."""
    return part.resize((1, 1), Image.Resampling.BOX).tobytes()[0]


def _extent(brightness: bytes) -> tuple[int, int] | None:
    """From the first to behind the last line of which more than a third is bright."""
    bright = [place for place, value in enumerate(brightness) if value > 90]
    return (bright[0], bright[-1] + 1) if bright else None
