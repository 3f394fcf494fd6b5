"""What was dropped on the window: a sheet or a directory to import, or scanned pages to file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDropEvent

from partner_desk.model.errors import DeskError

DIRECTORIES = (".zip", ".json")
SHEETS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt")
_TABLES = (".csv", ".tsv", ".txt")
_SCANS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")


def dropped_import(event: QDropEvent) -> list[Path]:
    """What can be imported: a folder, a zip, a JSON file or a sheet alone, or several tables.

    Only by name, for a thing that is still held over the window; nothing when it is another.
    """
    places = _places(event)
    if len(places) == 1:
        path = places[0]
        wanted = path.is_dir() or path.suffix.lower() in (*DIRECTORIES, *SHEETS)
        return places if wanted else []
    tables = all(each.suffix.lower() in _TABLES for each in places)
    return sorted(places) if tables else []


def directory_of(paths: Sequence[Path]) -> str:
    """The directory that these are or belong to, by their content; "" for other people's sheets.

    One table of a directory stands for the folder it lies in.
    """
    if not paths:
        return ""
    first = paths[0]
    if first.is_dir() or first.suffix.lower() in DIRECTORIES:
        return str(first)
    tables = all(each.suffix.lower() in _TABLES for each in paths)
    return str(first.parent) if tables and any(_is_table(each) for each in paths) else ""


def dropped_scans(event: QDropEvent) -> list[Path]:
    """The PDF and picture files that were dropped; none when something else is among them."""
    places = _places(event)
    wanted = all(each.suffix.lower() in _SCANS and each.is_file() for each in places)
    return sorted(places) if wanted else []


def _is_table(path: Path) -> bool:
    """Whether the columns of a text file are those of a table of a directory."""
    from partner_desk.files.hsds import open_directory

    try:
        with open_directory(path) as directory:
            return bool(directory.tables)
    except DeskError:
        return False  # Whoever reads it as a sheet says what is wrong with it.


def _places(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(each.toLocalFile()) for each in urls if each.isLocalFile()]
