"""Which characters of a document no font has, named before it is printed."""

import unicodedata
from dataclasses import dataclass

from partner_desk.files.pdf.breaking import printable
from partner_desk.files.pdf.document import Document
from partner_desk.files.pdf.fonts import shipped_fonts
from partner_desk.files.pdf.wording import texts


@dataclass(frozen=True)
class UnprintableCharacters:
    """A character no font has: its Unicode name, and where it stands in the document's words."""

    character: str
    name: str
    where: tuple[str, ...]


def unprintable(document: Document) -> tuple[UnprintableCharacters, ...]:
    """The characters of a document that print as a replacement character, in order."""
    fonts = shipped_fonts()
    places: dict[str, dict[str, None]] = {}
    for where, text in texts(document):
        for character in fonts.lacking(printable(text).replace("\n", " ")):
            places.setdefault(character, {})[where] = None
    return tuple(
        UnprintableCharacters(character, character_name(character), tuple(where))
        for character, where in places.items()
    )


def character_name(character: str) -> str:
    """The character's Unicode name, or its number such as U+F8FF when it has none."""
    return unicodedata.name(character, f"U+{ord(character):04X}")
