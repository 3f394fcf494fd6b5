"""Which font files a paper needs, and which of its characters no font has."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from partner_desk.files.pdf.fonts import FAMILIES, REPLACEMENT, Weight, shipped_fonts
from partner_desk.files.pdf.system_fonts import system_font_files
from partner_desk.files.pdf.unprintable import UnprintableCharacters, character_name


@dataclass(frozen=True)
class Glyphs:
    """``files`` are fonts of this computer; ``missing`` says for each text what it lacks."""

    files: tuple[Path, ...]
    missing: tuple[UnprintableCharacters, ...]

    def drawn(self, text: str) -> str:
        """``text`` with a replacement character for each that no font has."""
        for each in self.missing:
            text = text.replace(each.character, REPLACEMENT)
        return text


def glyphs_for(texts: Iterable[str]) -> Glyphs:
    """Look the characters of all texts up at once, in our own fonts before the computer's."""
    fonts = shipped_fonts()
    base = fonts.base(Weight.REGULAR)
    unusual = [text for text in texts if not text.isascii() and not base.covers(text)]
    names: dict[str, None] = {}
    places: dict[str, dict[str, None]] = {}
    for text in unusual:
        for run in fonts.runs(text, Weight.REGULAR):
            if not run.face.name.startswith(FAMILIES):
                names[run.face.name] = None
        for character in fonts.lacking(text):
            places.setdefault(character, {})[text[:60]] = None
    missing = tuple(
        UnprintableCharacters(character, character_name(character), tuple(where))
        for character, where in places.items()
    )
    return Glyphs(_files(names), missing)


def _files(names: Iterable[str]) -> tuple[Path, ...]:
    wanted = set(names)
    if not wanted:
        return ()
    return tuple(
        path
        for path, index in system_font_files()
        if (path.stem if index == 0 else f"{path.stem}-{index}") in wanted
    )
