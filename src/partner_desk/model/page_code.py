"""What the small code at the foot of every page of a packet says, and reading it back.

A text such as ``PD1:1A2B3C4D:2026-0042:3:2:8:9F41``: the mark of the office, the agreement's
number, the revision ("D" behind it for a draft), the page, the number of pages, a checksum. It
keeps to the letters that a QR code packs tightly, so that the code stays coarse and survives a poor
scan.
"""

import base64
import re
from binascii import Error as Undecodable
from binascii import crc_hqx
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

LONGEST_NUMBER = 20
MOST = 9999
"""The highest revision, page and number of pages."""

_PREFIX = "PD1"
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./")
_OFFICE = re.compile("[0-9A-F]{8}")
_FORM = re.compile(
    r"PD1:([0-9A-F]{8}):([0-9A-Z%$./-]*):([0-9]{1,4})(D?):([0-9]{1,4}):([0-9]{1,4}):[0-9A-F]{4}"
)


@dataclass(frozen=True, slots=True)
class PageCode:
    """One page of one printed revision.

    ``office`` is the mark of the office that printed it, 8 hex digits in upper case. ``number`` is
    the agreement's number, any text of at most LONGEST_NUMBER characters. ``page`` counts from 1 to
    ``pages``. Raises ValueError for anything outside of that.
    """

    office: str
    number: str
    revision: int
    draft: bool
    page: int
    pages: int

    def __post_init__(self) -> None:
        if not _OFFICE.fullmatch(self.office):
            raise ValueError(f"no mark of an office: {self.office!r}")
        if len(self.number) > LONGEST_NUMBER:
            raise ValueError(f"number of more than {LONGEST_NUMBER} characters: {self.number!r}")
        if not (0 <= self.revision <= MOST and 1 <= self.page <= self.pages <= MOST):
            raise ValueError(f"no such page: {self.revision}, {self.page} of {self.pages}")

    @property
    def text(self) -> str:
        """What the code on the paper holds."""
        draft = "D" if self.draft else ""
        said = (
            f"{_PREFIX}:{self.office}:{_packed(self.number)}:{self.revision}{draft}"
            f":{self.page}:{self.pages}"
        )
        return f"{said}:{_checksum(said)}"


def parse(text: str) -> PageCode | None:
    """The page that ``text`` names, or None when it is not exactly what PageCode.text makes."""
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    office, packed, revision, draft, page, pages = found.groups()
    try:
        code = PageCode(
            office, _unpacked(packed), int(revision), draft == "D", int(page), int(pages)
        )
    except ValueError:
        return None
    # There is one way to write each page: a text that says the same otherwise is not ours.
    return code if code.text == text else None


def _checksum(text: str) -> str:
    return f"{crc_hqx(text.encode('ascii'), 0xFFFF):04X}"


def _packed(number: str) -> str:
    """The number in the letters of the code: as it is where that goes, else the shorter escape."""
    raw = number.encode("utf-8")
    escaped = "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in raw)
    whole = "$" + base64.b32encode(raw).decode("ascii").rstrip("=")
    return escaped if len(escaped) <= len(whole) else whole


def _unpacked(packed: str) -> str:
    """Undo _packed. Raises ValueError when it is not of that form."""
    if not packed.startswith("$"):
        return unquote_to_bytes(packed).decode("utf-8")
    whole = packed[1:]
    try:
        return base64.b32decode(whole + "=" * (-len(whole) % 8)).decode("utf-8")
    except Undecodable as error:
        raise ValueError(packed) from error
