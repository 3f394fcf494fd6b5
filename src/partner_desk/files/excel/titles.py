"""Titles of sheets as workbooks allow them."""

import re

_MOST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_RESERVED = frozenset({"history"})


class Titles:
    """Gives every sheet of one workbook a title that is allowed and that no other has."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """``wanted`` without what is forbidden, cut to fit, with a number when it is taken."""
        plain = " ".join(_FORBIDDEN.sub(" ", wanted).split()).strip("' ")
        base = plain or "Sheet"
        title, number = cut(base, _MOST).strip("' "), 1
        while title.casefold() in self._taken or title.casefold() in _RESERVED:
            number += 1
            ending = f" {number}"
            title = cut(base, _MOST - len(ending)).rstrip("' ") + ending
        self._taken.add(title.casefold())
        return title


def cut(text: str, most: int) -> str:
    """The beginning of ``text`` that fits into ``most`` UTF-16 units, as workbooks count."""
    if len(text) * 2 <= most:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    return text if len(units) <= most * 2 else units[: most * 2].decode("utf-16-le", "ignore")
