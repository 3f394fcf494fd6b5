"""Folding of text for search: case, accents and scripts without spaces made comparable.

Both sides of a comparison are folded here, so that no database's own idea of letters matters.
"""

import re
import unicodedata

# Letters that Unicode does not decompose, although people leave their marks out when typing.
_PLAIN = str.maketrans(
    {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ħ": "h"}
)
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640\u200b-\u200f]")
_ASCII = str.maketrans(
    {chr(code): chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
)
_MARKS = (
    "\u0900-\u0903\u093a-\u094f"  # Devanagari
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # Thai
    "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"  # Lao
    "\u102b-\u103e"  # Myanmar
    "\u17b4-\u17d3\u17dd"  # Khmer
)
_WORD = re.compile(rf"(?:\w|[{_MARKS}])+")
# Scripts written without spaces are indexed letter by letter and asked for as a phrase.
_UNSPACED = re.compile(
    rf"[\u0e01-\u0e2e\u0e30-\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec6"
    rf"\u1000-\u102a\u1780-\u17b3\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    rf"[{_MARKS}]*"
)


def fold(text: str) -> str:
    """``text`` in lower case, without accents, its words parted by single blanks."""
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = _ACCENTS.sub("", decomposed).translate(_PLAIN).replace("_", " ")
    composed = unicodedata.normalize("NFC", plain)
    return " ".join(_WORD.findall(_UNSPACED.sub(lambda letter: f" {letter[0]} ", composed)))


def same_words(one: str, other: str) -> bool:
    """Whether two names are the same but for case, accents, signs and blanks."""
    folded = fold(one)
    return folded == fold(other) if folded else one.strip() == other.strip()


def fold_phone(number: str) -> str:
    """The words under which a telephone number is found: its parts, all digits, the last seven."""
    folded = fold(number)
    joined = folded.replace(" ", "")
    digits = joined if joined.isdigit() else "".join(filter(str.isdigit, joined))
    found = [folded] if folded == digits else [folded, digits]
    if len(digits) == 11 and digits.startswith("1"):
        found.append(digits[1:])
    if len(digits) > 7:
        found.append(digits[-7:])
    return " ".join(filter(None, found))


def query_words(query: str) -> list[str]:
    """The folded words of what a person typed, in order; each stands for words beginning so."""
    return fold(query).split()
