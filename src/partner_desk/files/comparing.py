"""What changed between two texts, word by word."""

import re
from difflib import SequenceMatcher

from partner_desk.files.pdf.document import Mark, Span

_TOKENS = re.compile(r"\s+|\$?\d+(?:[.,]\d+)*%?|\w+|[^\w\s]")
"""Blanks, amounts (told as a whole), words, signs."""
LONGEST = 1500
"""Beyond so many words and signs a text is compared by its lines, which is quick."""
WORTH_MARKING = 0.35
"""Texts less alike than this are shown whole, one struck and one new: fragments read badly."""


def compared(before: str, after: str) -> tuple[Span, ...]:
    """The two texts as one: what both have, what is gone, what is new, in reading order."""
    if before == after:
        return (Span(after),) if after else ()
    if not before or not after:
        return _replaced(before, after)
    old, new = _tokens(before, after)
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    if matcher.ratio() < WORTH_MARKING:
        return _replaced(before, after)
    spans: list[Span] = []
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            spans.append(Span("".join(old[i:j])))
        else:
            spans.extend(_replaced("".join(old[i:j]), "".join(new[k:m])))
    return _joined(spans)


def _tokens(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    if max(len(old), len(new)) <= LONGEST:
        return old, new
    return before.splitlines(keepends=True), after.splitlines(keepends=True)


def _replaced(before: str, after: str) -> tuple[Span, ...]:
    found = (Span(before, Mark.REMOVED), Span(after, Mark.ADDED))
    return tuple(each for each in found if each.text)


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """The spans with blanks between two changes taken into both, so that phrases stay whole."""
    found: list[Span] = []
    pending: list[Span] = []
    for span in spans:
        if span.mark is Mark.KEPT and span.text.strip():
            found.extend(_in_order(pending))
            found.append(span)
            pending = []
        elif span.mark is Mark.KEPT and not pending:
            found.append(span)
        else:
            pending.append(span)
    return tuple(each for each in found + _in_order(pending) if each.text)


def _in_order(pending: list[Span]) -> list[Span]:
    """What is gone before what is new; blanks that both have belong to both."""
    trailing: list[Span] = []
    while pending and pending[-1].mark is Mark.KEPT:
        trailing.insert(0, pending.pop())
    gone = "".join(each.text for each in pending if each.mark is not Mark.ADDED)
    new = "".join(each.text for each in pending if each.mark is not Mark.REMOVED)
    if gone.strip() or new.strip():
        return [*_replaced(gone, new), *trailing]
    return [*_replaced(gone, new), *trailing] if gone != new else [Span(gone), *trailing]
