"""The system's own dialogs for files, each asked in one place."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from partner_desk.ui.shell.dropping import DIRECTORIES, SHEETS

SUFFIX = ".pdoffice"


def choose_office(parent: QWidget, folder: str = "") -> str:
    """The office file a person picks, "" for none."""
    title = QCoreApplication.translate("Choosing", "Open an office")
    files = QCoreApplication.translate("Choosing", "Offices (*.pdoffice)")
    place, _ = QFileDialog.getOpenFileName(parent, title, folder, files)
    return place


def choose_new_office(parent: QWidget, suggestion: str) -> str:
    """Where a new office goes, "" for nowhere."""
    title = QCoreApplication.translate("Choosing", "Where the office is kept")
    files = QCoreApplication.translate("Choosing", "Offices (*.pdoffice)")
    place, _ = QFileDialog.getSaveFileName(parent, title, suggestion, files)
    return place if not place or Path(place).suffix else place + SUFFIX


def choose_import(parent: QWidget, *, folder: bool) -> str:
    """What to import: a folder of tables, or a sheet or a directory in one file; "" for none."""
    title = QCoreApplication.translate("Choosing", "Import")
    if folder:
        return QFileDialog.getExistingDirectory(parent, title)
    files = QCoreApplication.translate("Choosing", "Sheets and directories ({0})")
    kinds = " ".join(f"*{each}" for each in (*SHEETS, *DIRECTORIES))
    everything = QCoreApplication.translate("Choosing", "All files (*)")
    place, _ = QFileDialog.getOpenFileName(
        parent, title, "", f"{files.format(kinds)};;{everything}")
    return place


def choose_scans(parent: QWidget) -> list[Path]:
    """Scanned pages to file: one PDF, or photos of several pages; empty for none."""
    title = QCoreApplication.translate("Choosing", "File a scan of signed pages")
    files = QCoreApplication.translate("Choosing", "Scans (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)")
    places, _ = QFileDialog.getOpenFileNames(parent, title, "", files)
    return sorted(Path(each) for each in places)


def choose_picture(parent: QWidget) -> str:
    """A PNG or JPEG picture, "" for none."""
    title = QCoreApplication.translate("Choosing", "Choose the logo")
    files = QCoreApplication.translate("Choosing", "Pictures (*.png *.jpg *.jpeg)")
    place, _ = QFileDialog.getOpenFileName(parent, title, "", files)
    return place


def choose_table_to_write(parent: QWidget, name: str) -> str:
    """Where a table of text goes, "" for nowhere."""
    title = QCoreApplication.translate("Choosing", "Save the list")
    files = QCoreApplication.translate("Choosing", "Tables (*.csv)")
    place, _ = QFileDialog.getSaveFileName(parent, title, name, files)
    return place if not place or Path(place).suffix else place + ".csv"


def choose_workbook_to_write(parent: QWidget, name: str) -> str:
    """Where a workbook goes, "" for nowhere."""
    title = QCoreApplication.translate("Choosing", "Save the rows")
    files = QCoreApplication.translate("Choosing", "Workbooks (*.xlsx)")
    place, _ = QFileDialog.getSaveFileName(parent, title, name, files)
    return place if not place or Path(place).suffix else place + ".xlsx"
