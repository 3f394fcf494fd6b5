"""The order in which the characters of a paragraph stand when it mixes directions.

Implements the implicit part of the Unicode Bidirectional Algorithm (UAX #9: rules P2-P3, W1-W7,
N0-N2, I1-I2, L1-L2). Explicit embedding and isolate characters are ignored: data of names,
addresses and clauses does not need them, and ignoring them disarms texts that abuse them.
"""

from collections.abc import Sequence
from typing import TypeVar
from unicodedata import bidirectional

Item = TypeVar("Item")

IGNORED = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
NEUTRAL = frozenset({"B", "S", "WS", "ON"})
CLOSING = dict(zip("([{（［｛「『【〈《", ")]}）］｝」』】〉》", strict=True))


def has_right_to_left(text: str) -> bool:
    """Whether any character of the text needs the algorithm at all."""
    if text.isascii():
        return False
    return any(bidirectional(c) in {"R", "AL", "AN"} for c in text)


def base_level(text: str) -> int:
    """0 for a left-to-right paragraph, 1 for a right-to-left one, by the first strong letter."""
    for character in text:
        kind = bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return 0 if kind == "L" else 1
    return 0


def embedding_levels(text: str, base: int) -> list[int]:
    """The level of each character of a paragraph; odd levels run right to left."""
    original = [bidirectional(c) or "L" for c in text]
    places = [i for i, kind in enumerate(original) if kind not in IGNORED]
    kinds = [original[i] for i in places]
    letters = [text[i] for i in places]
    edge = "R" if base else "L"
    _resolve_weak(kinds, edge)
    _resolve_brackets(letters, kinds, edge)
    _resolve_neutral(kinds, edge)
    levels = [base] * len(text)
    for place, kind in zip(places, kinds, strict=True):
        levels[place] = _implicit_level(kind, base)
    return _reset_white_space(original, levels, base)


def visual_order(items: Sequence[Item], levels: Sequence[int]) -> list[Item]:
    """The items of one line from left to right (L2): each level's runs are reversed in turn."""
    ordered = list(zip(items, levels, strict=True))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and ordered[end][1] >= level:
                end += 1
            if end > start:
                ordered[start:end] = reversed(ordered[start:end])
            start = end + 1
    return [item for item, _ in ordered]


def _resolve_weak(kinds: list[str], edge: str) -> None:
    """Rules W1 to W7, in place."""
    before = strong = edge
    for i, kind in enumerate(kinds):  # W1, W2
        if kind == "NSM":
            kinds[i] = kind = before
        if kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[i] = "AN"
        before = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for i in range(1, len(kinds) - 1):  # W4
        left, kind, right = kinds[i - 1 : i + 2]
        if left == right and (
            (kind == "CS" and left in {"EN", "AN"}) or (kind == "ES" and left == "EN")
        ):
            kinds[i] = left
    _resolve_terminators(kinds)
    strong = edge
    for i, kind in enumerate(kinds):  # W7
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"


def _resolve_terminators(kinds: list[str]) -> None:
    """Rules W5 and W6: signs such as % and $ join the number they touch."""
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > start:
            touches = (start > 0 and kinds[start - 1] == "EN") or (
                end < len(kinds) and kinds[end] == "EN"
            )
            kinds[start:end] = ["EN" if touches else "ON"] * (end - start)
        start = end + 1
    kinds[:] = ["ON" if kind in {"ES", "CS"} else kind for kind in kinds]


def _strong(kind: str) -> str:
    """Numbers count as right-to-left where neutrals are resolved."""
    return "R" if kind in {"R", "EN", "AN"} else kind


def _resolve_brackets(letters: Sequence[str], kinds: list[str], edge: str) -> None:
    """Rule N0: both brackets of a pair take the direction of what they hold."""
    open_at: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for i, letter in enumerate(letters):
        if kinds[i] != "ON":
            continue
        if letter in CLOSING:
            open_at.append((CLOSING[letter], i))
        else:
            for depth in range(len(open_at) - 1, -1, -1):
                if open_at[depth][0] == letter:
                    pairs.append((open_at[depth][1], i))
                    del open_at[depth:]
                    break
    for start, end in sorted(pairs):
        inside = {_strong(kind) for kind in kinds[start + 1 : end]} & {"L", "R"}
        if not inside:
            continue
        if edge not in inside:
            earlier = (_strong(k) for k in reversed(kinds[:start]) if _strong(k) in {"L", "R"})
            direction = next(earlier, edge)
        else:
            direction = edge
        kinds[start] = kinds[end] = direction


def _resolve_neutral(kinds: list[str], edge: str) -> None:
    """Rules N1 and N2: neutrals between two of one direction take it, others the paragraph's."""
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] in NEUTRAL:
            end += 1
        if end > start:
            left = _strong(kinds[start - 1]) if start else edge
            right = _strong(kinds[end]) if end < len(kinds) else edge
            kinds[start:end] = [left if left == right else edge] * (end - start)
        start = end + 1


def _implicit_level(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base:
        return base if kind == "R" else base + 1
    return {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _reset_white_space(original: Sequence[str], levels: list[int], base: int) -> list[int]:
    """Rule L1 at the paragraph's end; ignored characters follow the character before them."""
    trailing = True
    for i in range(len(levels) - 1, -1, -1):
        kind = original[i]
        if kind in {"B", "S"} or (trailing and (kind == "WS" or kind in IGNORED)):
            levels[i] = base
        else:
            trailing = False
    for i, kind in enumerate(original):
        if kind in IGNORED and i:
            levels[i] = levels[i - 1]
    return levels
