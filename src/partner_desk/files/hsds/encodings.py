"""Which encoding a text file is in: UTF-8 where it can be, else what its letters make likely."""

import codecs
from collections import Counter

from partner_desk.files.hsds.archive import SourceFile

_CHUNK = 1024 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Letters and marks that directories of our partners do hold, and hardly any other.
_LIKELY = frozenset("áéíóúüñÁÉÍÓÚÜÑ¿¡àèçâêôÇãõöäß’‘“”–—…•°®©™½¼¾ \u00a0")
_ASCII = bytes(range(128))
GUESSED = ("cp1252", "mac-roman")


def encoding_of(file: SourceFile) -> str:
    """The name of the codec to read ``file`` with; one of GUESSED when it is not Unicode."""
    with file.open() as handle:
        chunk = handle.read(_CHUNK)
        if name := marked_encoding(chunk):
            return name
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk:
                decoder.decode(chunk)
                chunk = handle.read(_CHUNK)
            decoder.decode(b"", True)
        except UnicodeDecodeError:
            return _guess(file)
    return "utf-8"


def marked_encoding(start: bytes) -> str:
    """The encoding that a file's first bytes say outright, "" when they do not."""
    return next((name for mark, name in _BOMS if start.startswith(mark)), "")


def _guess(file: SourceFile) -> str:
    counts: Counter[int] = Counter()
    with file.open() as handle:
        while chunk := handle.read(_CHUNK):
            counts.update(chunk.translate(None, delete=_ASCII))

    def likelihood(codec: str) -> int:
        return sum(
            count if bytes([byte]).decode(codec, "replace") in _LIKELY else -count
            for byte, count in counts.items()
        )

    return max(GUESSED, key=likelihood)  # cp1252 wins a tie: far more files are written so.
