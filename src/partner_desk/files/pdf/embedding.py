"""Embedded fonts: clusters become character codes, and codes say their text.

Every cluster gets a code of its own whose ToUnicode entry is the cluster's whole text, so a
reader that copies the code copies the text, shaped or not.
"""

import hashlib
from types import SimpleNamespace
from typing import Any

from partner_desk.files.pdf.fonts import Face
from partner_desk.files.pdf.shaping import Cluster, Piece
from partner_desk.files.pdf.truetype import Component, SubsetFont

SYMBOLIC = 4


class EmbeddedFont:
    """One face in one PDF. reportlab calls `addObjects` when the document is saved."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._subset = SubsetFont(face)
        self._codes: dict[tuple[str, tuple[tuple[int, int, int], ...], int], int] = {}
        self._texts: dict[int, str] = {}
        self._shown: dict[Piece, str] = {}

    def show(self, piece: Piece) -> str:
        """The operand of TJ (without its brackets) that draws a piece from left to right."""
        shown = self._shown.get(piece)
        if shown is None:
            shown = self._shown[piece] = self._operand(piece)
        return shown

    def _operand(self, piece: Piece) -> str:
        clusters = reversed(piece.clusters) if piece.level % 2 else piece.clusters
        parts: list[str] = []
        codes = ""
        for cluster in clusters:
            code = self._code(cluster)
            codes += f"{code:04x}"
            moved = self._subset.advance(code) - cluster.advance
            if moved:
                parts.append(f"<{codes}>{round(1000 * moved / self.face.units)}")
                codes = ""
        return "".join(parts) + (f"<{codes}>" if codes else "")

    def _code(self, cluster: Cluster) -> int:
        glyphs = cluster.glyphs
        plain = len(glyphs) == 1 and glyphs[0][1:] == (0, 0)
        # Kerning is an adjustment between codes: only a composite's own width is part of its key.
        key = (cluster.text, glyphs, 0 if plain else cluster.advance)
        code = self._codes.get(key)
        if code is None:
            if plain:
                code = self._subset.duplicate(glyphs[0][0])
            else:
                parts = [Component(self._subset.copy(glyph), x, y) for glyph, x, y in glyphs]
                code = self._subset.compose(parts, cluster.advance)
            self._codes[key] = code
            self._texts[code] = cluster.text
        return code

    def addObjects(self, document: Any) -> None:
        """Write the font's objects into a reportlab PDF document."""
        from reportlab.pdfbase import pdfdoc

        data = self._subset.data()
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        base = f"{tag}+{self.face.name.replace(' ', '')}"
        stream = pdfdoc.PDFStream(content=data, filters=[pdfdoc.PDFZCompress])
        stream.dictionary["Length1"] = len(data)
        unicode_map = pdfdoc.PDFStream(content=self._unicode_map(), filters=[pdfdoc.PDFZCompress])
        descriptor = document.Reference(
            pdfdoc.PDFDictionary(self._descriptor(base, document.Reference(stream))),
            f"{self.name}-descriptor",
        )
        descendant = pdfdoc.PDFDictionary(self._descendant(base, descriptor))
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(base),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(unicode_map),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font)

    def _descendant(self, base: str, descriptor: Any) -> dict[str, Any]:
        from reportlab.pdfbase import pdfdoc

        last = max(self._texts, default=0)
        widths = [self._thousandths(self._subset.advance(code)) for code in range(last + 1)]
        system = {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
        return {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": pdfdoc.PDFName(base),
            "CIDSystemInfo": pdfdoc.PDFDictionary(system),
            "FontDescriptor": descriptor,
            "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray(widths)]),
            "CIDToGIDMap": pdfdoc.PDFName("Identity"),
        }

    def _descriptor(self, base: str, file: Any) -> dict[str, Any]:
        from reportlab.pdfbase import pdfdoc

        ascent, descent = round(1000 * self.face.ascent), round(-1000 * self.face.descent)
        return {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": pdfdoc.PDFName(base),
            "Flags": SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray([-1000, descent, 2000, ascent]),
            "ItalicAngle": -12 if self.face.name.endswith("Italic") else 0,
            "Ascent": ascent,
            "Descent": descent,
            "CapHeight": 714,
            "StemV": 120 if self.face.name.endswith("Bold") else 80,
            "FontFile2": file,
        }

    def _thousandths(self, units: int) -> float | int:
        return round(1000 * units / self.face.units)

    def _unicode_map(self) -> bytes:
        """The ToUnicode CMap: each code's text in UTF-16."""
        entries = [
            f"<{code:04x}> <{text.encode('utf-16-be', 'surrogatepass').hex()}>"
            for code, text in sorted(self._texts.items())
        ]
        blocks = []
        for start in range(0, len(entries), 100):
            block = entries[start : start + 100]
            blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return "\n".join([*CMAP_HEAD, *blocks, *CMAP_FOOT]).encode("ascii")


class CanvasFont:
    """Stands in for the font reportlab puts on every page, which would not be embedded.

    A canvas begun with it names no font until the pen does.
    """

    fontName = "PartnerDesk"
    _dynamicFont = True
    _multiByte = False

    @property
    def face(self) -> Any:
        """What `registerFont` asks for the name of."""
        return SimpleNamespace(name=self.fontName)

    @classmethod
    def registered(cls) -> str:
        """Make it known to reportlab, which keeps the first of a name; returns the name."""
        from reportlab.pdfbase import pdfmetrics

        pdfmetrics.registerFont(cls())
        return cls.fontName


CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <ffff>",
    "endcodespacerange",
)
CMAP_FOOT = (
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
)
