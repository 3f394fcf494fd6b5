"""Where offices live. Imports little, because it is asked before the window is painted."""

from pathlib import Path

from platformdirs import user_data_path

_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
}


def default_location() -> Path:
    """Where a new office goes unless a person says otherwise: no synced and no shared folder."""
    return user_data_path("Partner Desk", appauthor=False) / "Office.pdoffice"


def local_path(location: Path | str) -> Path | None:
    """The file that ``location`` means, or None for the URL of a server."""
    text = str(location)
    return None if "://" in text else Path(text).expanduser().absolute()


def synced_by(path: Path) -> str:
    """The service that copies the folder of ``path`` to other computers, "" when none is known."""
    for part in path.parent.parts:
        for start, service in _SYNCED.items():
            if part.casefold().startswith(start):
                return service
    return ""
