"""Make the static fonts of `resources/fonts` from the published variable ones.

Run it in an environment of its own, never in the project's:

    uv venv fonts-env
    uv pip install --python fonts-env fonttools fontpkg-noto-sans fontpkg-noto-sans-arabic \
        fontpkg-noto-sans-khmer fontpkg-noto-sans-thai \
        fontpkg-inter justmytype-intl-rtl justmytype-intl-sea
    fonts-env/bin/python tools/make_fonts.py

Every cut has one weight, plain outlines (no composites: the PDF writer builds its own), no hints
and no names but those the licence asks for. The licence is copied beside them.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = {"Regular": 400, "Bold": 700}
# Symbols people type that Noto Sans has not: arrows, mathematics, shapes, ticks, numbers in rings.
SYMBOLS = [*range(0x2150, 0x2400), *range(0x2460, 0x2500), *range(0x25A0, 0x27C0)]


@dataclass(frozen=True)
class Source:
    """One variable font: its file's name, the family it becomes, and what is kept of it."""

    file: str
    family: str
    styles: tuple[str, ...] = ("Regular", "Bold")
    only: tuple[int, ...] = ()


SOURCES = (
    Source("NotoSans[wdth,wght].ttf", "NotoSans"),
    Source("NotoSans-Italic[wdth,wght].ttf", "NotoSans", ("Italic",)),
    Source("NotoSansArabic[wdth,wght].ttf", "NotoSansArabic"),
    Source("NotoSansHebrew[wdth,wght].ttf", "NotoSansHebrew"),
    Source("NotoSansKhmer[wdth,wght].ttf", "NotoSansKhmer"),
    Source("NotoSansLao[wdth,wght].ttf", "NotoSansLao"),
    Source("NotoSansMyanmar[wdth,wght].ttf", "NotoSansMyanmar"),
    Source("NotoSansThai[wdth,wght].ttf", "NotoSansThai"),
    Source("Inter[opsz,wght].ttf", "PartnerDeskSymbols", ("Regular",), tuple(SYMBOLS)),
)


def find(name: str) -> Path:
    """The installed font file of that name; exits with what to install if there is none."""
    for place in map(Path, sys.path):
        found = sorted(place.glob(f"*/**/{name.replace('[', '[[]')}")) if place.is_dir() else []
        if found:
            return found[0]
    raise SystemExit(f"{name} is not installed: see the head of {__file__}")


def instance(source: Source, style: str) -> TTFont:
    """One weight of a variable font, at its normal width."""
    font = TTFont(find(source.file))
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    axes["wght"] = WEIGHTS.get(style, 400)
    static: TTFont = instantiateVariableFont(font, axes)
    return static


def subset(font: TTFont, only: tuple[int, ...]) -> None:
    """Drop hints, needless tables and, if `only` is given, all other characters."""
    options = Options()
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["STAT", "MVAR", "HVAR", "avar", "DSIG", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=only or list(font.getBestCmap()))
    subsetter.subset(font)


def decompose(font: TTFont) -> None:
    """Turn every composite glyph into its own outline."""
    glyphs, table = font.getGlyphSet(), font["glyf"]
    for name in font.getGlyphOrder():
        if table[name].isComposite():
            recording = DecomposingRecordingPen(glyphs)
            glyphs[name].draw(recording)
            pen = TTGlyphPen(None)
            recording.replay(pen)
            table[name] = pen.glyph()


def rename(font: TTFont, family: str, style: str) -> None:
    names = {1: family, 2: style, 3: f"{family}-{style}", 4: f"{family} {style}"}
    for number, text in {**names, 6: f"{family}-{style}"}.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    owners: set[str] = set()
    for source in SOURCES:
        for style in source.styles:
            font = instance(source, style)
            subset(font, source.only)
            decompose(font)
            rename(font, source.family, style)
            owners.add(str(font["name"].getDebugName(0)))
            font.save(TARGET / f"{source.family}-{style}.ttf")
    licence = find("OFL.txt").read_text(encoding="utf-8").splitlines()
    text = "\n".join([*sorted(owners), *licence[1:]]) + "\n"
    (TARGET / "OFL.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
