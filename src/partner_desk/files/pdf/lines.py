"""A text set in lines of a given width."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from partner_desk.files.pdf import bidi
from partner_desk.files.pdf.breaking import UNSPACED, is_space, may_break, printable, tokens
from partner_desk.files.pdf.fonts import Weight
from partner_desk.files.pdf.shaping import Cluster, Piece, Shaper, Word, piece_of

Colour = tuple[float, float, float]
# A word of an unspaced script is broken to fill a line only where this part of it is still free.
WORTH_FILLING = 0.2


@dataclass(frozen=True)
class Style:
    """How a text looks: size and leading in points, colour as red, green, blue from 0 to 1."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    colour: Colour = (0.1, 0.11, 0.12)

    def bold(self) -> "Style":
        return replace(self, weight=Weight.BOLD)


@dataclass(frozen=True)
class Line:
    """Words of one line in reading order; `width` in points; `rightward` if it reads so."""

    words: tuple[Word, ...]
    width: float
    style: Style
    rightward: bool = True

    @cached_property
    def pieces(self) -> list[Piece]:
        """What is drawn, from left to right."""
        pieces = [piece for word in self.words for piece in word.pieces]
        levels = [piece.level for piece in pieces]
        return bidi.visual_order(pieces, levels) if any(levels) else pieces

    @cached_property
    def ascent(self) -> float:
        """How far above the baseline the line reaches, in points."""
        return self.style.size * max((p.face.ascent for p in self.pieces), default=1.0)

    @cached_property
    def height(self) -> float:
        """The leading, or more where a script with tall or deep letters needs it."""
        descent = self.style.size * max((p.face.descent for p in self.pieces), default=0.3)
        return max(self.style.leading, self.ascent + descent)

    @property
    def drop(self) -> float:
        """From the line's upper edge to its baseline, in points."""
        if self.height > self.style.leading:
            return self.ascent
        return self.style.leading - 0.29 * self.style.size

    @property
    def text(self) -> str:
        return "".join(word.text for word in self.words)


def set_lines(shaper: Shaper, text: str, style: Style, width: float) -> list[Line]:
    """Break a user's text into lines no wider than `width` points; always at least one line."""
    lines: list[Line] = []
    for paragraph in printable(text).split("\n"):
        words, rightward = _words(shaper, paragraph, style.weight)
        lines += wrapped(words, rightward, style, width)
    return lines


def wrapped(words: list[Word], rightward: bool, style: Style, width: float) -> Iterator[Line]:
    """The words in lines no wider than `width` points."""
    for row in _fill(words, width / style.size):
        row_width = style.size * sum(word.width for word in row)
        yield Line(tuple(row), row_width, style, rightward)


def fit_line(shaper: Shaper, text: str, style: Style, width: float) -> Line:
    """One line of the text, cut short with an ellipsis when it is wider than `width` points."""
    words, rightward = _words(shaper, printable(text).replace("\n", " "), style.weight)
    room = width / style.size
    if sum(word.width for word in words) > room:
        ellipsis = shaper.word("…", style.weight)
        words = [*next(_fill_clusters(words, room - ellipsis.width)), ellipsis]
    return Line(tuple(words), style.size * sum(w.width for w in words), style, rightward)


def _words(shaper: Shaper, paragraph: str, weight: Weight) -> tuple[list[Word], bool]:
    """Shape a paragraph word by word; also whether it reads from left to right."""
    base, levels = 0, []
    if bidi.has_right_to_left(paragraph):
        base = bidi.base_level(paragraph)
        levels = bidi.embedding_levels(paragraph, base)
    words: list[Word] = []
    start = 0
    for part in tokens(paragraph):
        own_levels = levels[start : start + len(part)]
        # Spaces and signs after a word come from the word's own face: they fit the script, and
        # readers that join text face by face keep the words in order.
        follows = bool(words) and not any(map(str.isalnum, part))
        face = words[-1].pieces[-1].face if follows else None
        words.append(shaper.word(part, weight, own_levels, face))
        start += len(part)
    return words, base == 0


def _fill(words: list[Word], room: float) -> Iterator[list[Word]]:
    """Distribute words over lines of `room` ems; spaces at a line's end are left out."""
    line: list[Word] = []
    used = 0.0
    for word in words:
        if used + word.width <= room or (is_space(word.text) and line):
            line.append(word)
            used += word.width
            continue
        pieces = [word]
        if word.width > room or (_is_unspaced(word) and room - used > WORTH_FILLING * room):
            pieces = list(_cut(word, room - used, room))
        for piece in pieces:
            if line and used + piece.width > room:
                yield _without_end_spaces(line)
                line, used = [], 0.0
            line.append(piece)
            used += piece.width
    yield _without_end_spaces(line)


def _is_unspaced(word: Word) -> bool:
    return UNSPACED.search(word.text) is not None


def _without_end_spaces(line: list[Word]) -> list[Word]:
    while line and is_space(line[-1].text):
        line.pop()
    return line


def _cut(word: Word, first: float, room: float) -> Iterator[Word]:
    """Cut a word between clusters: the first part fits `first` ems, the others `room`."""
    units = [(piece, cluster) for piece in word.pieces for cluster in piece.clusters]
    limit, used = first, 0.0
    part: list[tuple[Piece, Cluster]] = []
    for piece, cluster in units:
        width = cluster.advance / piece.face.units
        if part and used + width > limit:
            kept = _break_before(part, cluster.text)
            yield _joined(part[:kept])
            part = part[kept:]
            used = sum(c.advance / p.face.units for p, c in part)
            limit = room
        elif not part and used + width > limit:
            limit = room
        part.append((piece, cluster))
        used += width
    if part:
        yield _joined(part)


def _break_before(part: list[tuple[Piece, Cluster]], following: str) -> int:
    """How many clusters of a full line stay on it, so that the break is allowed."""
    texts = [cluster.text for _, cluster in part] + [following]
    for kept in range(len(part), max(0, len(part) - 4), -1):
        if may_break(texts[kept - 1], texts[kept]):
            return kept
    return len(part)


def _joined(units: Iterable[tuple[Piece, Cluster]]) -> Word:
    """A word of clusters, those of one piece together."""
    pieces: list[tuple[Piece, list[Cluster]]] = []
    for piece, cluster in units:
        if pieces and pieces[-1][0] is piece:
            pieces[-1][1].append(cluster)
        else:
            pieces.append((piece, [cluster]))
    made = tuple(piece_of(one.face, one.level, clusters, one.mark) for one, clusters in pieces)
    text = "".join(cluster.text for _, clusters in pieces for cluster in clusters)
    return Word(text, made, sum(piece.width for piece in made))


def _fill_clusters(words: list[Word], room: float) -> Iterator[list[Word]]:
    """Like `_fill`, with every word cut to fill its line."""
    line: list[Word] = []
    used = 0.0
    for word in words:
        if used + word.width > room:
            yield [*line, next(_cut(word, room - used, room))] if room - used > 1 else line
            line, used = [], 0.0
        line.append(word)
        used += word.width
    yield line
