"""The faces that texts are printed with, and which of them prints which character.

Our own faces cover Latin, Greek, Cyrillic, Vietnamese, Arabic, Hebrew, Devanagari, Khmer, Lao,
Myanmar, Thai and common symbols. What they lack (Chinese, Japanese, Korean above all) comes from
a font of this computer when it has one that may be embedded.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from unicodedata import category

from partner_desk.files.pdf.system_fonts import system_font_files
from partner_desk.files.resources import resource_dir

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
FAMILIES = (
    "NotoSans",
    "NotoSansHebrew",
    "NotoSansArabic",
    "NotoSansThai",
    "NotoSansLao",
    "NotoSansKhmer",
    "NotoSansMyanmar",
    "PartnerDeskSymbols",
)


class Weight(Enum):
    """The cuts of a family; where a family lacks one, its regular cut is used."""

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "Italic"


class Face:
    """One font file, opened for shaping and for taking its outlines."""

    def __init__(self, path: Path, index: int = 0) -> None:
        import uharfbuzz

        self.name = path.stem if index == 0 else f"{path.stem}-{index}"
        self._face: Any = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)), index)
        self.font: Any = uharfbuzz.Font(self._face)
        self.units: int = self._face.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.units
        self.descent: float = -extents.descender / self.units
        self.characters: Any = self._face.unicodes

    def covers(self, text: str) -> bool:
        """Whether the face has a glyph for every character that is drawn at all."""
        return all(ord(c) in self.characters or is_invisible(c) for c in text)

    def table(self, tag: str) -> bytes:
        """A table of the font file, empty when it has none."""
        data: bytes | None = self._face.reference_table(tag).data
        return bytes(data or b"")

    def advance(self, glyph: int) -> int:
        """The glyph's own width in font units."""
        width: int = self.font.get_glyph_h_advance(glyph)
        return width

    @cached_property
    def may_be_embedded(self) -> bool:
        """Whether it has TrueType outlines and its licence bits do not forbid embedding."""
        os2 = self.table("OS/2")
        forbidden = len(os2) >= 10 and int.from_bytes(os2[8:10], "big") & 0x000F == 0x0002
        return bool(self.table("glyf")) and not forbidden


@dataclass(frozen=True)
class Run:
    """A stretch of text in one face; `drawn` is what is drawn for it, `text` what it says."""

    face: Face
    text: str
    drawn: str


class Fonts:
    """Chooses faces for texts. Faces are opened when first needed and kept."""

    def __init__(self, folder: Path, system: Callable[[], list[tuple[Path, int]]]) -> None:
        self._folder = folder
        # Called only when our own fonts lack something: it looks through the computer's folders.
        self._system_files = system
        self._faces: dict[tuple[str, Weight], Face] = {}
        self._chosen: dict[tuple[str, Weight], Face | None] = {}

    def base(self, weight: Weight) -> Face:
        """The face of the Latin letters."""
        return self._own(FAMILIES[0], weight)

    def choose(self, grapheme: str, weight: Weight) -> Face | None:
        """The first face that has the whole grapheme, or None when no font has it."""
        key = (grapheme, weight)
        if key not in self._chosen:
            self._chosen[key] = self._search(grapheme, weight)
        return self._chosen[key]

    def runs(self, text: str, weight: Weight) -> list[Run]:
        """Split a text by face. What no font has is drawn as a replacement character."""
        base = self.base(weight)
        if base.covers(text):
            return [Run(base, text, text)] if text else []
        runs: list[Run] = []
        parts = graphemes(text)
        script = self._script_face(parts, weight)
        for grapheme in parts:
            face = self.choose(grapheme, weight)
            if not grapheme[0].isalpha() and script and script.covers(grapheme):
                face = script
            drawn = grapheme if face else "".join(self._replaced(c, base) for c in grapheme)
            face = face or base
            if runs and (runs[-1].face is face or all(map(is_invisible, grapheme))):
                last = runs.pop()
                runs.append(Run(last.face, last.text + grapheme, last.drawn + drawn))
            else:
                runs.append(Run(face, grapheme, drawn))
        return runs

    def lacking(self, text: str) -> list[str]:
        """The characters of a text that no font has, in order, each once."""
        missing: dict[str, None] = {}
        if self.base(Weight.REGULAR).covers(text):
            return []
        for grapheme in graphemes(text):
            if self.choose(grapheme, Weight.REGULAR) is None:
                alone = [c for c in grapheme if self.choose(c, Weight.REGULAR) is None]
                # Marks may be covered by one face and their letter by another: name both then.
                missing |= dict.fromkeys(alone or grapheme)
        return list(missing)

    def _script_face(self, parts: list[str], weight: Weight) -> Face | None:
        """The face of the first letter the base face has not.

        Digits and signs beside it are taken from the same face: they match it, and readers do
        not take the change of font for the end of a line.
        """
        base = self.base(weight)
        return next((self.choose(g, weight) for g in parts if not base.covers(g)), None)

    def _replaced(self, character: str, base: Face) -> str:
        return character if base.covers(character) else REPLACEMENT

    def _search(self, grapheme: str, weight: Weight) -> Face | None:
        for family in FAMILIES:
            face = self._own(family, weight)
            if face.covers(grapheme):
                return face
        return next((face for face in self._system if face.covers(grapheme)), None)

    def _own(self, family: str, weight: Weight) -> Face:
        key = (family, weight)
        if key not in self._faces:
            path = self._folder / f"{family}-{weight.value}.ttf"
            if weight is not Weight.REGULAR and not path.exists():
                self._faces[key] = self._own(family, Weight.REGULAR)
            else:
                self._faces[key] = Face(path)
        return self._faces[key]

    @cached_property
    def _system(self) -> tuple[Face, ...]:
        faces = (Face(path, index) for path, index in self._system_files())
        return tuple(face for face in faces if face.may_be_embedded)


def is_invisible(character: str) -> bool:
    """Whether a character is never drawn: joiners, direction marks, selectors and the like."""
    return category(character) == "Cf" or 0xFE00 <= ord(character) <= 0xFE0F


def graphemes(text: str) -> list[str]:
    """Letters with the marks and invisible characters that follow them."""
    found: list[str] = []
    for character in text:
        if found and (category(character)[0] == "M" or is_invisible(character)):
            found[-1] += character
        else:
            found.append(character)
    return found


@cache
def shipped_fonts() -> Fonts:
    """Our own fonts with this computer's behind them, opened once per process."""
    return Fonts(resource_dir("fonts"), system_font_files)
