"""Figures as people and sheets write them, and whether they can be read in one way only."""

import re

_BLANKS = "\u00a0\u2007\u2009\u202f"
_CLEAR = re.compile(
    r"(?P<open>\()?(?P<sign>[+-]?)\$?(?P<within>[+-]?)"
    r"(?P<digits>\d{1,3}(?P<mark>[, ])\d{3}(?:(?P=mark)\d{3})*(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)"
    r"(?(open)\))"
)
_FIGURES = re.compile(r"[-+$()\d.,' ]*\d[-+$()\d.,' ]*")


def plain_figures(text: str) -> str | None:
    """A number without its dress: ``-1234.50`` for ``($1,234.50)``, which is how sheets write it.

    None for figures that can be read in more than one way: a comma parts thousands here, so ``1,5``
    and ``1 234,50`` are not clear. What holds no figures alone comes back as it is.
    """
    plain = text.strip().replace("\N{MINUS SIGN}", "-")
    for blank in _BLANKS:
        plain = plain.replace(blank, " ")
    found = _CLEAR.fullmatch(re.sub(r"(?<=[($+-]) +| +(?=[)])", "", plain))
    signs = (found["sign"] + found["within"] + ("-" if found["open"] else "")) if found else ""
    if found and len(signs) <= 1:
        return signs + found["digits"].replace(",", "").replace(" ", "")
    return None if _FIGURES.fullmatch(plain) else text
