"""Addresses as a workbook can link to them.

A workbook with one malformed link is called damaged when it is opened, so whatever is not surely
sound stays a plain text.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import quote, urlsplit

MOST_LINKS = 65_000
"""How many links a sheet gets; beyond 65,530 workbooks are refused as damaged."""

_LONGEST = 2_000
_PLAIN = re.compile(
    r"https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(/[\w/.~=&+,;:@!-]*)?", re.ASCII
)
_WEB = re.compile(r"(?i)https?://[^\s/?#@\[\]<>\"\\^`{|}]+([/?#]\S*)?")
_HOST_ONLY = re.compile(r"(?i)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(:\d+)?([/?#]\S*)?")
_HOST = re.compile(r"(?i)[a-z0-9]([a-z0-9._-]*[a-z0-9])?(:\d{1,5})?")
_MAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_KEPT = "!$&'()*+,;=:@/?~-._%"


class Links:
    """The links of one sheet until its end, where they are written; kept as bytes, since 65,000
    of them as objects, or as text of four bytes a letter, would outweigh all else in memory."""

    def __init__(self) -> None:
        self.count = 0
        self._lines = BytesIO()

    def add(self, place: str, target: str) -> None:
        """Link the cell at ``place`` (as in "B7") to an address, which holds no blank."""
        self._lines.write(f"{place} {target}\n".encode())
        self.count += 1

    def __iter__(self) -> Iterator[tuple[int, str, str]]:
        """Every link as its number (from 1), its cell and its target."""
        self._lines.seek(0)
        for number, line in enumerate(self._lines, 1):
            place, _, target = line.decode().rstrip("\n").partition(" ")
            yield number, place, target


def web_target(text: str) -> str | None:
    """The http(s) address that ``text`` names, percent-encoded, or None when it names none."""
    address = text.strip()
    if len(address) <= _LONGEST and _PLAIN.fullmatch(address):
        return address
    if _HOST_ONLY.fullmatch(address):
        address = "http://" + address
    if not _WEB.fullmatch(address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
        if not _HOST.fullmatch(host):
            return None
    except ValueError:
        return None
    target = f"{parts.scheme.lower()}://{host}{_encoded(parts.path)}"
    target += f"?{_encoded(parts.query)}" if parts.query else ""
    target += f"#{_encoded(parts.fragment)}" if parts.fragment else ""
    return target if len(target) <= _LONGEST else None


def mail_target(text: str) -> str | None:
    """The mailto address of ``text``, or None when it is not one plain address."""
    address = text.strip()
    return f"mailto:{address}" if _MAIL.fullmatch(address) and len(address) < 250 else None


def _encoded(part: str) -> str:
    """``part`` with everything encoded that an address may not hold; lone % signs as well."""
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", quote(part, safe=_KEPT))
