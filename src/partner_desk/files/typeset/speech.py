"""In which language and direction a text is read: by its script, Latin ones by their small words.

A reading program changes its voice by it, a line its direction. "" means: as the paper itself.
"""

from functools import lru_cache
from unicodedata import bidirectional, name

_SCRIPTS = {
    "ARABIC": "ar", "HEBREW": "he", "THAI": "th", "LAO": "lo", "KHMER": "km", "MYANMAR": "my",
    "DEVANAGARI": "hi", "CYRILLIC": "ru", "GREEK": "el", "CJK": "zh", "HIRAGANA": "ja",
    "KATAKANA": "ja", "HANGUL": "ko", "ETHIOPIC": "am", "BENGALI": "bn", "TAMIL": "ta",
    "ARMENIAN": "hy", "GEORGIAN": "ka",
}
_SMALL_WORDS = {
    "en": frozenset((
        "the", "and", "of", "for", "to", "with", "by", "or", "is", "are", "who", "from", "at", "on",
        "must", "this", "their",
    )),
    "es": frozenset((
        "el", "la", "los", "las", "de", "del", "y", "para", "con", "por", "que", "en", "un", "una",
        "al", "su", "es", "se", "o",
    )),
}
_ENOUGH = 2


def language_of_text(text: str) -> str:
    """A BCP 47 tag, or "" where nothing tells."""
    if not text.isascii():
        found = _of_script(text)
        if found:
            return found
    words = text.lower().split()
    if len(words) < 2 * _ENOUGH:
        return ""
    counts = {code: sum(map(small.__contains__, words)) for code, small in _SMALL_WORDS.items()}
    best, other = sorted(counts, key=lambda code: -counts[code])
    return best if counts[best] >= _ENOUGH and counts[best] > 2 * counts[other] else ""


def right_to_left(text: str) -> bool:
    """Whether the first letter of the text runs so."""
    if text.isascii():
        return False
    first = next((kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), "L")
    return first != "L"


def _of_script(text: str) -> str:
    """The language of the script that has most letters, when it is not Latin; kana decide."""
    counts: dict[str, int] = {}
    for character in text:
        if character.isalpha():
            code = _script(character)
            counts[code] = counts.get(code, 0) + 1
    if not counts:
        return ""
    if "ja" in counts and "zh" in counts:
        return "ja"
    return max(counts, key=lambda code: counts[code])


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    return _SCRIPTS.get(name(character, "").split(" ", 1)[0].split("-")[0], "")
