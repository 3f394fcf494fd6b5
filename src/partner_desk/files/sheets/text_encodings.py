"""Which encoding a text file is in, and how its lines end."""

from collections import Counter
from pathlib import Path

from partner_desk.files.hsds.archive import SourceFile
from partner_desk.files.hsds.encodings import GUESSED, encoding_of

ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac-roman", "latin-1",
    "cp1250", "cp1251", "cp437", "shift_jis", "gb18030", "big5", "euc_kr",
)
"""What a person may choose from."""
_SAMPLE = 256 * 1024
_LETTERS_OF_OTHERS = 0.15
"""The share of letters outside English above which a text is in no language of Western Europe."""


def guess_encoding(path: Path) -> str:
    """The codec to read the file with. Reads it to its end where it is not Unicode outright."""
    with path.open("rb") as handle:
        start = handle.read(_SAMPLE)
    if wide := _wide(start):
        return wide
    found = encoding_of(SourceFile(path.name, path.stat().st_size, lambda: path.open("rb")))
    if found in GUESSED and _share_of_others(start) > _LETTERS_OF_OTHERS:
        return _of_other_scripts(start) or found
    return found


def line_ends_of(path: Path) -> str:
    """"crlf", "lf", "cr", "mixed", or "" for a single line, by the beginning of the file."""
    with path.open("rb") as handle:
        start = handle.read(_SAMPLE * 4).replace(b"\x00", b"")
    both = start.count(b"\r\n")
    counts = Counter(
        crlf=both, lf=start.count(b"\n") - both, cr=start.removesuffix(b"\r").count(b"\r") - both
    )
    used = [name for name, count in counts.items() if count > 0]
    return used[0] if len(used) == 1 else ("mixed" if used else "")


def _wide(start: bytes) -> str:
    """UTF-16 that does not say so: every other byte of English is zero."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or start.count(0) * 4 < len(start):
        return ""
    even, odd = start[::2].count(0), start[1::2].count(0)
    return "utf-16-le" if odd > even else "utf-16-be"


def _share_of_others(start: bytes) -> float:
    others = sum(byte >= 0x80 for byte in start)
    letters = others + sum(chr(byte).isalpha() for byte in start if byte < 0x80)
    return others / max(1, letters)


def _of_other_scripts(start: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(start[: 64 * 1024]).best()
    return best.encoding if best is not None else ""
