"""Words to glyphs: every word is shaped once by HarfBuzz and kept.

A cluster is the smallest stretch of text whose glyphs belong together (a Khmer syllable's letters
and vowels, a Latin letter and its accents). Lines are broken and read back by clusters.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from partner_desk.files.pdf.document import Mark
from partner_desk.files.pdf.fonts import Face, Fonts, Weight, is_invisible, shipped_fonts

KEPT_WORDS = 50_000
# Readers take no longer text for one character code; a letter under a heap of marks has more.
LONGEST = 30


@dataclass(frozen=True, slots=True)
class Cluster:
    """Glyphs of one cluster as (glyph, x, y), offsets from the cluster's left end.

    `advance` is how far the pen moves, kerning included; all in the face's font units.
    """

    text: str
    glyphs: tuple[tuple[int, int, int], ...]
    advance: int


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Clusters of one face and one direction, in reading order; `width` is in ems."""

    face: Face
    level: int
    clusters: tuple[Cluster, ...]
    width: float
    mark: Mark = Mark.KEPT


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A shaped stretch of text that contains no place to break a line; `width` is in ems."""

    text: str
    pieces: tuple[Piece, ...]
    width: float


class Shaper:
    """Shapes words with a set of fonts and remembers them."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._words: dict[tuple[str, Weight, tuple[int, ...], Face | None], Word] = {}

    def word(
        self, text: str, weight: Weight, levels: Sequence[int] = (), face: Face | None = None
    ) -> Word:
        """The word's glyphs, in `face` if it has them all.

        `levels` gives each character's direction; none means left to right.
        """
        key = (text, weight, tuple(levels), face)
        word = self._words.get(key)
        if word is None:
            if len(self._words) >= KEPT_WORDS:
                self._words.clear()
            word = self._words[key] = self._shape(text, weight, levels, face)
        return word

    def _shape(self, text: str, weight: Weight, levels: Sequence[int], face: Face | None) -> Word:
        pieces: list[Piece] = []
        for start, end in _level_runs(text, levels):
            level = levels[start] if levels else 0
            stretch = text[start:end]
            if face and face.covers(stretch):
                pieces.append(shape_run(face, stretch, stretch, level))
                continue
            for run in self.fonts.runs(stretch, weight):
                pieces.append(shape_run(run.face, run.text, run.drawn, level))
        return Word(text, tuple(pieces), sum(piece.width for piece in pieces))


@cache
def shipped_shaper() -> Shaper:
    """The shaper of our own fonts, whose words are remembered as long as the process lives."""
    return Shaper(shipped_fonts())


def piece_of(
    face: Face, level: int, clusters: Sequence[Cluster], mark: Mark = Mark.KEPT
) -> Piece:
    """A piece of these clusters."""
    width = sum(cluster.advance for cluster in clusters) / face.units
    return Piece(face, level, tuple(clusters), width, mark)


def shape_run(face: Face, text: str, drawn: str, level: int) -> Piece:
    """Shape `drawn`, as long as `text`; the clusters say what `text` says."""
    import uharfbuzz

    buffer: Any = uharfbuzz.Buffer()
    buffer.add_str(drawn)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    uharfbuzz.shape(face.font, buffer, {})
    glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _ in glyphs})
    clusters: list[Cluster] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        own = (
            [(i.codepoint, p) for i, p in glyphs if i.cluster == start]
            if len(starts) > 1
            else [(i.codepoint, p) for i, p in glyphs]
        )
        _append(clusters, _cluster(text[start:end], own))
    return piece_of(face, level, clusters)


def _cluster(text: str, glyphs: Sequence[tuple[int, Any]]) -> Cluster:
    """Lay the glyphs of a cluster out from its left end."""
    if all(map(is_invisible, text)):
        return Cluster(text, (), 0)
    pen, placed = 0, []
    for glyph, position in glyphs:
        placed.append((glyph, pen + position.x_offset, position.y_offset))
        pen += position.x_advance
    return Cluster(text, tuple(placed), pen)


def _append(clusters: list[Cluster], cluster: Cluster) -> None:
    """Add a cluster; what draws nothing joins its neighbour, so that it is still read back."""
    if clusters and (not cluster.glyphs or not clusters[-1].glyphs):
        last = clusters[-1]
        if len(last.text) + len(cluster.text) <= LONGEST:
            clusters.pop()
            drawn = last if last.glyphs else cluster
            cluster = Cluster(last.text + cluster.text, drawn.glyphs, drawn.advance)
    clusters.append(Cluster(cluster.text[:LONGEST], cluster.glyphs, cluster.advance))
    for start in range(LONGEST, len(cluster.text), LONGEST):
        clusters.append(Cluster(cluster.text[start : start + LONGEST], (), 0))


def _level_runs(text: str, levels: Sequence[int]) -> list[tuple[int, int]]:
    """Where the direction changes, as (start, end) of each stretch."""
    if not levels:
        return [(0, len(text))]
    edges = [0, *(i for i in range(1, len(text)) if levels[i] != levels[i - 1]), len(text)]
    return list(zip(edges, edges[1:], strict=False))
