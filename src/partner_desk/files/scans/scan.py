"""What a scan is once it was read: files in memory, and their pages with the codes on them."""

from dataclasses import dataclass
from enum import Enum

from partner_desk.model.errors import InputError, Problem
from partner_desk.model.page_code import PageCode

MOST_PAGES = 500
MOST_PIXELS = 400_000_000
"""The largest picture that is opened at all, in pixels."""
MOST_BYTES = 1024**3
"""The largest file that is taken in, in bytes."""


class Form(Enum):
    """What a file of a scan is."""

    PDF = "pdf"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a scan: its name, what it is, and its bytes as they came."""

    name: str
    form: Form
    data: bytes


@dataclass(frozen=True, slots=True)
class ScanPage:
    """One page. ``index`` counts through the scan, ``place`` through its file, both from 0.

    ``source`` is the position of that file in ``Scan.sources``. ``turned`` are the degrees (0, 90,
    180, 270) to turn the page clockwise so that it stands upright; 0 where nobody knows.

    ``code`` is None where the page has none that is beyond doubt. ``guess`` is then a code that was
    read, but not from the place where a page carries its own: to be proposed to a person, never to
    be filed. ``blank`` pages have nothing on them, such as the back of a sheet; an ``unreadable``
    one could not be drawn at all.
    """

    index: int
    source: int
    place: int
    code: PageCode | None = None
    guess: PageCode | None = None
    turned: int = 0
    blank: bool = False
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan that was read: ``pages`` in the order of the paper, ``sources`` hold the bytes."""

    name: str
    sources: tuple[Source, ...]
    pages: tuple[ScanPage, ...]


def refused(code: str, name: str, **values: object) -> InputError:
    """The error for a scan that cannot be taken at all."""
    return InputError(Problem(code, values={"name": name, **values}))
