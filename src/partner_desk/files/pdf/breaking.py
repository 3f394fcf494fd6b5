"""Where a user's text may be broken into lines."""

import re
from unicodedata import category

# Controls have no picture. Tabs become spaces, every kind of line end a line break.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_NOT_TEXT = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

# A word, breakable inside after a hyphen, dash or slash between letters, or after a zero-width
# space; or the space between words. The no-break spaces belong to words.
_TOKENS = re.compile(
    r"[ \u2000-\u2006\u2008-\u200a\u205f\u3000]+|[^ \u2000-\u2006\u2008-\u200a\u205f\u3000]+"
)
_INSIDE = re.compile(r"(?<=[^\W_])(?:[-\u2010\u2013\u2014/]+)(?=[^\W_])|\u200b+")

IDEOGRAPHIC = re.compile(
    "[\u2e80-\u2fff\u3001-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
# Scripts written without spaces between words: broken between clusters when they must be.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_NOT_FIRST = frozenset(
    "ะาำๅๆฯ๏๚๛"
    "ະາຳຽໆຯ"
    "។៕៖ៗ"
    "၊။"
    "、。，．：；！？）］｝」』】〉》・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々"
)
_NOT_LAST = frozenset("เแโใไເແໂໃໄ（［｛「『【〈《")


def printable(text: str) -> str:
    """The one gate every text passes: what is printed of a user's text.

    There is no markup anywhere behind it, so nothing needs escaping: controls become spaces, line
    ends of every kind become line breaks, and code points that are no text a replacement character.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _CONTROLS.sub(" ", text)
    return _NOT_TEXT.sub("\N{REPLACEMENT CHARACTER}", text)


def tokens(line: str) -> list[str]:
    """Split a line into words and the spaces between them; a break is allowed at every joint."""
    found: list[str] = []
    for token in _TOKENS.findall(line):
        found += [token] if token.isascii() and token.isalnum() else _inside(token)
    return found


def is_space(token: str) -> bool:
    return token.isspace()


def may_break(before: str, after: str) -> bool:
    """Whether a line may end with `before` and the next begin with `after` (never empty)."""
    if before[-1] in _NOT_LAST or after[0] in _NOT_FIRST:
        return False
    return category(after[0])[0] != "M"


def _inside(token: str) -> list[str]:
    """The parts of a token without spaces between which a line may be broken."""
    parts: list[str] = []
    start = 0
    for match in _INSIDE.finditer(token):
        parts.append(token[start : match.end()])
        start = match.end()
    parts.append(token[start:])
    return [piece for part in parts for piece in _ideographs(part) if piece]


def _ideographs(part: str) -> list[str]:
    """Ideographs one by one, closing signs kept with what they close; other text whole."""
    if not IDEOGRAPHIC.search(part):
        return [part]
    pieces: list[str] = [""]
    for character in part:
        previous = pieces[-1]
        joint = previous and (IDEOGRAPHIC.match(character) or IDEOGRAPHIC.match(previous[-1]))
        if joint and may_break(previous, character):
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces
