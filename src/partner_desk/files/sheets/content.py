"""What a file is by its first bytes, whatever its name says, and whether it is safe to unpack."""

import re
import zipfile
import zlib
from pathlib import Path

from partner_desk.model.errors import InputError, Problem

MOST_UNPACKED = 1024**3
"""Bytes that all parts of a workbook may unpack to."""
MOST_PACKED = 300 * 1024**2
"""Bytes of a workbook; a text file may be larger, because it is read piece by piece."""
MOST_PARTS = 10_000
MOST_RATIO = 300
_SMALL = 32 * 1024**2
"""A part below this size may be packed as tightly as it likes."""
_START = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_EXCEL = re.compile(rb"\x09[\x00\x02\x04]\x04\x00|\x09\x04\x06\x00|\x09\x08[\x08\x10]\x00")
_PICTURES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF", b"8BPS",
)
_PACKED = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_DATABASES = (b"SQLite format 3", b"\x00\x01\x00\x00Standard ", b"PAR1")
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body|table|meta|div|style)",
                   re.IGNORECASE | re.DOTALL)
_XML = re.compile(rb"\s*<\?xml|\s*<[A-Za-z:]+[\s>]")
_JSON = re.compile(r'\s*[\[{]\s*(?:["{\[}\]]|$)')
_OF_LETTERS = ("sheet.is_pdf", "sheet.is_document")
_LEAST_OF_TEXT = 0x09
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_OLE_KINDS = (
    ("EncryptedPackage", "sheet.locked"),
    ("WordDocument", "sheet.is_document"),
    ("PowerPoint Document", "sheet.is_slides"),
)


def refused(code: str, **values: object) -> InputError:
    """The error for a file that cannot be taken."""
    return InputError(Problem(code, values=values))


def format_of(path: Path) -> str:
    """"xlsx", "xlsm", "xlsb", "xls", "ods" or "text". Raises InputError for anything else."""
    name = path.name
    with path.open("rb") as handle:
        start = handle.read(_START)
    if not start.strip(b"\x00 \t\r\n") and path.stat().st_size <= _START:
        raise refused("sheet.empty", name=name)
    if start.startswith(b"PK"):
        found = _of_zip(path)
    elif start.startswith(_OLE):
        found = _of_ole(path)
    else:
        found = _of_plain(start, name)
    if found != "text" and path.stat().st_size > MOST_PACKED:
        raise refused("sheet.too_large", name=name)
    return found


def _of_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            found = _zip_kind(archive, {each.filename.lstrip("/").lower() for each in infos})
            if not found:
                raise _not_a_workbook(path.name, infos)
            _check_parts(archive, infos, path.name)
            if found == "ods" and _ods_is_locked(archive):
                raise refused("sheet.locked", name=path.name)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, KeyError,
            ValueError, RuntimeError, zlib.error) as error:
        raise refused("sheet.damaged", name=path.name) from error
    return found


def _zip_kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" in names:
        with archive.open("mimetype") as part:
            kind = part.read(100)
        return "ods" if b"opendocument.spreadsheet" in kind else ""
    if any(name.endswith("workbook.bin") for name in names):
        return "xlsb"
    if not any(name.endswith(".xml") and "workbook" in name for name in names):
        return ""
    return "xlsm" if any(name.endswith("vbaproject.bin") for name in names) else "xlsx"


def _not_a_workbook(name: str, infos: list[zipfile.ZipInfo]) -> InputError:
    tops = {each.filename.partition("/")[0].lower() for each in infos}
    if "word" in tops:
        return refused("sheet.is_document", name=name)
    if "ppt" in tops:
        return refused("sheet.is_slides", name=name)
    if any(each.filename.lower().endswith((".iwa", "index.zip")) for each in infos):
        return refused("sheet.is_numbers", name=name)
    if tops & {"mimetype", "[content_types].xml"}:
        return refused("sheet.damaged", name=name)
    return refused("sheet.is_zip", name=name)


def _check_parts(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse what would unpack to far too much, and XML that declares things of its own."""
    if len(infos) > MOST_PARTS or sum(each.file_size for each in infos) > MOST_UNPACKED:
        raise refused("sheet.bomb", name=name)
    for each in infos:
        if each.flag_bits & 1:
            raise refused("sheet.locked", name=name)
        if each.file_size > max(_SMALL, MOST_RATIO * each.compress_size):
            raise refused("sheet.bomb", name=name)
        if each.filename.lower().endswith((".xml", ".rels")) and each.file_size:
            with archive.open(each) as part:
                start = part.read(_START)
            # Workbooks never declare a document type; what does is made to burst whoever reads it.
            if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                raise refused("sheet.bomb", name=name)


def _ods_is_locked(archive: zipfile.ZipFile) -> bool:
    return b"encryption-data" in archive.read("META-INF/manifest.xml")


def _of_ole(path: Path) -> str:
    data = path.read_bytes() if path.stat().st_size <= MOST_PACKED else b""
    for stream, code in _OLE_KINDS:
        if stream.encode("utf-16-le") in data:
            raise refused(code, name=path.name)
    if any(stream.encode("utf-16-le") in data for stream in ("Workbook", "Book")):
        return "xls"
    raise refused("sheet.is_unknown", name=path.name)


def _of_plain(start: bytes, name: str) -> str:
    for starts, code in (
        ((b"%PDF",), "sheet.is_pdf"), ((b"{\\rtf",), "sheet.is_document"),
        (_PICTURES, "sheet.is_picture"), (_PACKED, "sheet.is_zip"),
        (_DATABASES, "sheet.is_database"),
    ):
        # Lists may begin with "BM" and "PAR1" as well; they hold no such bytes.
        if start.startswith(starts) and (code in _OF_LETTERS or min(start) < _LEAST_OF_TEXT):
            raise refused(code, name=name)
    if start[4:8] == b"ftyp":
        raise refused("sheet.is_picture", name=name)
    if _OLD_EXCEL.match(start):
        raise refused("sheet.old_excel", name=name)
    text = start.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(text):
        raise refused("sheet.is_web_page", name=name)
    if _XML.match(text):
        raise refused("sheet.is_xml", name=name)
    if _JSON.match(text.decode("utf-8", "replace")):
        raise refused("sheet.is_json", name=name)
    if _is_binary(start):
        raise refused("sheet.is_unknown", name=name)
    return "text"


def _is_binary(start: bytes) -> bool:
    if start.startswith(_BOMS):
        return False
    if start.count(0) > len(start) // 4:  # UTF-16 that does not say so has one in each letter.
        even, odd = start[::2].count(0), start[1::2].count(0)
        return min(even, odd) * 20 > max(even, odd)
    controls = sum(start.count(byte) for byte in (*range(1, 9), *range(14, 27), *range(28, 32)))
    return controls * 50 > len(start)
