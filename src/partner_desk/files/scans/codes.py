"""The codes on the picture of a page: what they say, how they lie and where they stand."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import zxingcpp
from PIL import Image

from partner_desk.model.page_code import PageCode, parse

_QR = zxingcpp.barcode_formats_from_str("QRCode")
_FOOT = 2.6
"""How far above the lower edge the middle of a page's own code may lie, in sides of the code.

It is printed at 1.0 (and 1.8 from the left); a page that was set into the packet as an exhibit,
shrunk, carries its old code at 3.5. A page that went in crooked takes 0.4 off or adds it.
"""
_LEFT = 3.2
"""The same from the left edge."""
_SHARE = (0.073, 0.090)
"""The side of the code as a share of the width of upright paper, on Letter and A4."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A code of ours in a picture.

    ``turned`` are the degrees clockwise that make it stand upright; ``x``, ``y`` its middle and
    ``side`` its size in pixels of the picture as it is.
    """

    code: PageCode
    turned: int
    x: float
    y: float
    side: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the codes seen on a page amount to.

    ``own`` is the page's code beyond doubt. ``contested`` means that several could be, so that
    looking longer is of no use.
    """

    own: Seen | None = None
    contested: bool = False


def seen_in(
    picture: Image.Image,
    origin: tuple[int, int] = (0, 0),
    enlarged: float = 1.0,
    thorough: bool = False,
) -> list[Seen]:
    """All of our codes in a grey picture; other codes and damaged ones are left out.

    For a part of a page ``origin`` is its upper left corner there and ``enlarged`` how much larger
    it was made.
    """
    binarizer = zxingcpp.Binarizer.GlobalHistogram if thorough else zxingcpp.Binarizer.LocalAverage
    found = zxingcpp.read_barcodes(
        picture, formats=_QR, text_mode=zxingcpp.TextMode.Plain,
        try_invert=thorough, binarizer=binarizer,
    )
    seen = []
    for each in found:
        code = parse(each.text)
        if code is not None:
            seen.append(_placed(code, each.position, origin, enlarged))
    return seen


def hints_at_code(picture: Image.Image) -> bool:
    """Whether something looks like a QR code, though it could not be read."""
    found = zxingcpp.read_barcodes(picture, formats=_QR, try_invert=False, return_errors=True)
    return bool(found)


def _placed(
    code: PageCode, corners: zxingcpp.Position, origin: tuple[int, int], enlarged: float
) -> Seen:
    points = [corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left]
    across = (points[1].x - points[0].x, points[1].y - points[0].y)
    down = (points[3].x - points[0].x, points[3].y - points[0].y)
    lies = math.degrees(math.atan2(across[1], across[0]))
    return Seen(
        code, -round(lies / 90) * 90 % 360,
        origin[0] + sum(point.x for point in points) / 4 / enlarged,
        origin[1] + sum(point.y for point in points) / 4 / enlarged,
        (math.hypot(*across) + math.hypot(*down)) / 2 / enlarged,
    )


def judged(seen: Sequence[Seen], paper: Box) -> Verdict:
    """Which of the codes is that of the page lying in ``paper``.

    A page's own code stands in the lower left corner. One that stands higher belongs to something
    printed on the page; two of them low down are two pages on one sheet.
    """
    placed = [(each, *_from_corner(each, paper)) for each in seen]
    low = {each.code: each for each, _left, foot in placed if foot <= _FOOT}
    own = {each.code: each for each, left, foot in placed if foot <= _FOOT and left <= _LEFT}
    if len(low) > 1:
        return Verdict(contested=True)
    return Verdict(next(iter(own.values()), None))


def fits(seen: Seen, paper: Box) -> bool:
    """Whether the code is as large as it is on paper of this size."""
    width, height = _upright_size(seen, paper)
    share = seen.side / max(1.0, min(width, height))
    return _SHARE[0] <= share <= _SHARE[1]


def _from_corner(seen: Seen, paper: Box) -> tuple[float, float]:
    """How far the code lies from the left and the lower edge of upright paper, in its sides."""
    left, top, right, bottom = paper
    aside, above = {
        0: (seen.x - left, bottom - seen.y),
        90: (bottom - seen.y, right - seen.x),
        180: (right - seen.x, seen.y - top),
        270: (seen.y - top, seen.x - left),
    }[seen.turned]
    side = max(1.0, seen.side)
    return aside / side, above / side


def _upright_size(seen: Seen, paper: Box) -> tuple[float, float]:
    width, height = paper[2] - paper[0], paper[3] - paper[1]
    return (width, height) if seen.turned % 180 == 0 else (height, width)
