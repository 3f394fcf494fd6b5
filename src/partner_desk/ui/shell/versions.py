"""Which versions of what are at work: for About and for reports of bugs."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, qVersion


def versions() -> list[tuple[str, str]]:
    """Names and versions, the program's own first."""
    from partner_desk.services.about import schema_version, sqlite_version

    return [
        ("Partner Desk", _of("partner-desk")),
        (QCoreApplication.translate("Versions", "Format of offices"), schema_version()),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", _of("PySide6-Essentials")),
        ("SQLite", sqlite_version()),
        ("SQLAlchemy", _of("SQLAlchemy")),
        (platform.system(), platform.release() if sys.platform != "darwin" else
         platform.mac_ver()[0]),
    ]


def _of(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "–"
