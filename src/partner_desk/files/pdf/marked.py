"""Texts whose stretches are marked as kept, added or removed, set as one running text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from partner_desk.files.pdf import bidi
from partner_desk.files.pdf.breaking import printable, tokens
from partner_desk.files.pdf.document import Mark, Span
from partner_desk.files.pdf.fonts import Weight
from partner_desk.files.pdf.lines import Line, Style, wrapped
from partner_desk.files.pdf.shaping import Shaper, Word

Letter = tuple[str, Mark]


def set_marked(shaper: Shaper, spans: Sequence[Span], style: Style, width: float) -> list[Line]:
    """Break the text of all spans into lines no wider than `width` points; at least one line."""
    letters = [(letter, span.mark) for span in spans for letter in printable(span.text)]
    lines: list[Line] = []
    for paragraph in _paragraphs(letters):
        text = "".join(letter for letter, _ in paragraph)
        base = bidi.base_level(text)
        levels = bidi.embedding_levels(text, base) if bidi.has_right_to_left(text) else []
        words = _words(shaper, paragraph, levels, style.weight)
        lines += wrapped(words, base == 0, style, width)
    return lines


def _paragraphs(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    paragraph: list[Letter] = []
    for letter in letters:
        if letter[0] == "\n":
            yield paragraph
            paragraph = []
        else:
            paragraph.append(letter)
    yield paragraph


def _words(
    shaper: Shaper, paragraph: Sequence[Letter], levels: Sequence[int], weight: Weight
) -> list[Word]:
    """Words as of an unmarked text, except that a line may break between removed and added."""
    words: list[Word] = []
    start = 0
    for token in tokens("".join(letter for letter, _ in paragraph)):
        end = start + len(token)
        parts: list[Word] = []
        before = Mark.KEPT
        for mark, same in groupby(range(start, end), key=lambda place: paragraph[place][1]):
            places = list(same)
            first, last = places[0], places[-1] + 1
            text = "".join(letter for letter, _ in paragraph[first:last])
            if parts and Mark.KEPT not in (before, mark):
                words.append(_together(parts))
                parts = []
            parts.append(_with_mark(shaper.word(text, weight, levels[first:last]), mark))
            before = mark
        words.append(_together(parts))
        start = end
    return words


def _with_mark(word: Word, mark: Mark) -> Word:
    # Shaped words are shared by every text that holds them: what is marked is a copy.
    if mark is Mark.KEPT:
        return word
    pieces = tuple(replace(piece, mark=mark) for piece in word.pieces)
    return Word(word.text, pieces, word.width)


def _together(parts: Sequence[Word]) -> Word:
    """One word of several, so that no line ends between them."""
    if len(parts) == 1:
        return parts[0]
    pieces = tuple(piece for part in parts for piece in part.pieces)
    return Word("".join(p.text for p in parts), pieces, sum(p.width for p in parts))
