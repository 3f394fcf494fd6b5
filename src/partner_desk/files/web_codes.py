"""Codes of web pages that stand in other people's texts: "&#39;", "&amp;", "&nbsp;"."""

import html
import re
from html.entities import html5

WEB_CODES = "cell.web_codes"
"""The note that tells how many cells held some, whatever they stood in."""
_CODE = re.compile(r"&(?:#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});")
_PASSES = 3
"""How often a text may have been made one for the web: "&amp;#39;" is twice."""
_LOST = "\ufffd"
_BREAKS = frozenset("\n\r\t")


def codes_read(text: str) -> str:
    """``text`` with what its codes stand for; whatever is none, like "AT&T" and "&c", stays."""
    for _ in range(_PASSES):
        if "&" not in text or (plain := _CODE.sub(_read, text)) == text:
            break
        text = plain
    return text


def code_in(text: str) -> str:
    """The first code of a text that stands for something, "" where there is none."""
    if "&" not in text:
        return ""
    codes = (match for match in _CODE.finditer(text) if _read(match) != match[0])
    return next((match[0] for match in codes), "")


def _read(match: re.Match[str]) -> str:
    code = match[0]
    # By its whole name: taken by its beginning, as web pages may, "&copyright;" is "©right;".
    found = html.unescape(code) if code[1] == "#" else html5.get(code[1:], "")
    if found.isspace() and found not in _BREAKS:
        return " "
    is_seen = found in _BREAKS or (found.isprintable() and _LOST not in found)
    return found if found and is_seen else code
