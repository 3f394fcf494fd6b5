"""Where pages of other PDFs go in a document that is being printed."""

from dataclasses import dataclass

Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True)
class Place:
    """Where a foreign page goes: on which page (from 0), which of which PDF, into which frame.

    `content` is its number in the structure of its new page.
    """

    page: int
    data: bytes
    number: int
    frame: Rectangle
    content: int
