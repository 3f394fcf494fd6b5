"""Where long words such as web addresses may be broken: typst breaks no word by itself."""

import re

_LONG = re.compile(r"\S{25,}")
_AFTER = re.compile(r"(?<=[/.?&=_@:;,|+%#~-])(?=[^\s/.?&=_@:;,|+%#~-])")
_SOLID = re.compile(r"[^\s\u200b]{22,}")
_INSIDE = re.compile(r"(?<=[\w!-~])(?=[\w!-~])")
BREAK = "\N{ZERO WIDTH SPACE}"


def breakable(text: str) -> str:
    """``text`` with invisible places to break inside words too long for a narrow column."""
    return _LONG.sub(_broken, text) if len(text) >= 25 else text


def _broken(match: re.Match[str]) -> str:
    parted = _AFTER.sub(BREAK, match[0])
    return _SOLID.sub(lambda solid: _INSIDE.sub(BREAK, solid[0]), parted)
