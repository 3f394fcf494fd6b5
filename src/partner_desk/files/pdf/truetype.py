"""A small TrueType font holding only the glyphs a document uses.

A cluster of several glyphs (a letter with its marks, a Khmer syllable) becomes one composite
glyph. So each cluster is a single character code in the PDF, and every reader gets its text back
whole and in order, whatever the shaping did.
"""

import struct
from dataclasses import dataclass

from partner_desk.files.pdf.fonts import Face

WORDS, OFFSETS, MORE = 0x0001, 0x0002, 0x0020
HAS_SCALE, HAS_TWO_SCALES, HAS_MATRIX = 0x0008, 0x0040, 0x0080
COPIED = ("cvt ", "fpgm", "prep")


@dataclass(frozen=True)
class Component:
    """A glyph of the new font and where it stands in a composite, in font units."""

    glyph: int
    x: int
    y: int


class Outlines:
    """Reads glyph outlines and metrics out of a face."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.head = face.table("head")
        self.hhea = face.table("hhea")
        self.maxp = face.table("maxp")
        self._glyf = face.table("glyf")
        self._hmtx = face.table("hmtx")
        self._long_metrics = struct.unpack_from(">H", self.hhea, 34)[0]
        loca = face.table("loca")
        if struct.unpack_from(">h", self.head, 50)[0]:
            self._loca: tuple[int, ...] = struct.unpack(f">{len(loca) // 4}L", loca)
        else:
            short = struct.unpack(f">{len(loca) // 2}H", loca)
            self._loca = tuple(offset * 2 for offset in short)

    def glyph(self, number: int) -> bytes:
        """The outline's bytes, empty for a blank glyph."""
        return self._glyf[self._loca[number] : self._loca[number + 1]]

    def metrics(self, number: int) -> tuple[int, int]:
        """Advance width and left side bearing."""
        last = self._long_metrics - 1
        if number <= last:
            advance, bearing = struct.unpack_from(">Hh", self._hmtx, 4 * number)
            return advance, bearing
        (advance,) = struct.unpack_from(">H", self._hmtx, 4 * last)
        (bearing,) = struct.unpack_from(">h", self._hmtx, 4 * (last + 1) + 2 * (number - last - 1))
        return advance, bearing


def component_positions(glyph: bytes) -> list[int]:
    """Where in a composite glyph's bytes its components' glyph numbers stand."""
    places: list[int] = []
    if len(glyph) < 10 or struct.unpack_from(">h", glyph)[0] >= 0:
        return places
    place, more = 10, True
    while more:
        (flags,) = struct.unpack_from(">H", glyph, place)
        places.append(place + 2)
        place += 8 if flags & WORDS else 6
        place += 2 * bool(flags & HAS_SCALE)
        place += 4 * bool(flags & HAS_TWO_SCALES) + 8 * bool(flags & HAS_MATRIX)
        more = bool(flags & MORE)
    return places


class SubsetFont:
    """Collects glyphs; glyph 0 is the face's own "no such glyph"."""

    def __init__(self, face: Face) -> None:
        self._source = Outlines(face)
        self._glyphs: list[bytes] = []
        self._metrics: list[tuple[int, int]] = []
        self._copies: dict[int, int] = {}
        self.copy(0)

    def copy(self, glyph: int) -> int:
        """Take a glyph of the face over, once; returns its number in the new font."""
        if glyph not in self._copies:
            self._copies[glyph] = self.duplicate(glyph)
        return self._copies[glyph]

    def duplicate(self, glyph: int) -> int:
        """Take a glyph over under a new number of its own."""
        number = self._add(b"", self._source.metrics(glyph))
        original = self._source.glyph(glyph)
        outline = bytearray(original)
        for place in component_positions(original):
            (part,) = struct.unpack_from(">H", outline, place)
            struct.pack_into(">H", outline, place, self.copy(part))
        self._glyphs[number] = bytes(outline)
        return number

    def compose(self, components: list[Component], advance: int) -> int:
        """Add a composite glyph of glyphs already in the new font."""
        drawn = [part for part in components if self._glyphs[part.glyph]]
        if not drawn:
            return self._add(b"", (max(advance, 0), 0))
        boxes = [self._moved_box(part) for part in drawn]
        left, bottom = min(b[0] for b in boxes), min(b[1] for b in boxes)
        right, top = max(b[2] for b in boxes), max(b[3] for b in boxes)
        outline = struct.pack(">5h", -1, left, bottom, right, top)
        for part in drawn:
            flags = WORDS | OFFSETS | (MORE if part is not drawn[-1] else 0)
            outline += struct.pack(">HHhh", flags, part.glyph, part.x, part.y)
        return self._add(outline, (max(advance, 0), left))

    def advance(self, number: int) -> int:
        """The width of a glyph of the new font, in font units."""
        return self._metrics[number][0]

    def data(self) -> bytes:
        """The font file's bytes."""
        offsets, glyf = [0], bytearray()
        for outline in self._glyphs:
            glyf += outline + bytes(-len(outline) % 4)
            offsets.append(len(glyf))
        count = len(self._glyphs)
        head = bytearray(self._source.head)
        struct.pack_into(">L", head, 8, 0)
        struct.pack_into(">h", head, 50, 1)
        hhea = bytearray(self._source.hhea)
        struct.pack_into(">H", hhea, 34, count)
        tables = {
            "glyf": bytes(glyf),
            "head": bytes(head),
            "hhea": bytes(hhea),
            "hmtx": b"".join(struct.pack(">Hh", *pair) for pair in self._metrics),
            "loca": struct.pack(f">{len(offsets)}L", *offsets),
            "maxp": self._maxima(count),
        }
        tables |= {tag: data for tag in COPIED if (data := self._source.face.table(tag))}
        return assemble(tables)

    def _add(self, outline: bytes, metrics: tuple[int, int]) -> int:
        self._glyphs.append(outline)
        self._metrics.append(metrics)
        return len(self._glyphs) - 1

    def _moved_box(self, part: Component) -> tuple[int, int, int, int]:
        left, bottom, right, top = struct.unpack_from(">4h", self._glyphs[part.glyph], 2)
        return left + part.x, bottom + part.y, right + part.x, top + part.y

    def _maxima(self, count: int) -> bytes:
        """`maxp` with room for our composites, which are larger and deeper than the face's."""
        maxp = bytearray(self._source.maxp)
        struct.pack_into(">H", maxp, 4, count)
        points, contours, all_points, all_contours = struct.unpack_from(">4H", maxp, 6)
        struct.pack_into(">H", maxp, 10, min(0xFFFF, 16 * max(points, all_points)))
        struct.pack_into(">H", maxp, 12, min(0xFFFF, 16 * max(contours, all_contours)))
        parts, depth = struct.unpack_from(">2H", maxp, 28)
        struct.pack_into(">2H", maxp, 28, max(parts, 16), depth + 1)
        return bytes(maxp)


def assemble(tables: dict[str, bytes]) -> bytes:
    """A font file of these tables, with its directory and sums."""
    count = len(tables)
    power = count.bit_length() - 1
    header = struct.pack(">L4H", 0x10000, count, 16 << power, power, 16 * (count - (1 << power)))
    body, directory, place = bytearray(), bytearray(), 12 + 16 * count
    for tag in sorted(tables):
        data = tables[tag]
        directory += struct.pack(">4s3L", tag.encode(), checksum(data), place, len(data))
        body += data + bytes(-len(data) % 4)
        place = 12 + 16 * count + len(body)
    font = bytearray(header + directory + body)
    head = 12 + 16 * sorted(tables).index("head")
    (head_at,) = struct.unpack_from(">L", font, head + 8)
    struct.pack_into(">L", font, head_at + 8, (0xB1B0AFBA - checksum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def checksum(data: bytes) -> int:
    """The sum of a table's big-endian words."""
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
