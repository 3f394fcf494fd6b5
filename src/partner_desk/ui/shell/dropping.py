"""What was dropped on the window: a directory to import, or scanned pages to file."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

_DIRECTORIES = (".zip", ".json")
_SCANS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")


def dropped_directory(event: QDropEvent) -> str:
    """The folder, zip or JSON file that was dropped alone; "" for anything else."""
    places = _places(event)
    if len(places) != 1:
        return ""
    path = places[0]
    wanted = path.is_dir() or path.suffix.lower() in _DIRECTORIES
    return str(path) if wanted else ""


def dropped_scans(event: QDropEvent) -> list[Path]:
    """The PDF and picture files that were dropped; none when something else is among them."""
    places = _places(event)
    wanted = all(each.suffix.lower() in _SCANS and each.is_file() for each in places)
    return sorted(places) if wanted else []


def _places(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(each.toLocalFile()) for each in urls if each.isLocalFile()]
