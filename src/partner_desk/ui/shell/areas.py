"""The areas of the window in the order of the navigation; code is loaded when first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from partner_desk.model.texts import N_

if TYPE_CHECKING:
    from partner_desk.ui.components.page import Page


@dataclass(frozen=True)
class Area:
    """An area by its key: what it is called, its icon, and how to get its page's class."""

    key: str
    label: str
    icon: str
    load: "Callable[[], type[Page]]"


def _today() -> "type[Page]":
    from partner_desk.ui.areas.today.page import TodayPage

    return TodayPage


def _partners() -> "type[Page]":
    from partner_desk.ui.areas.partners.page import PartnersPage

    return PartnersPage


def _agreements() -> "type[Page]":
    from partner_desk.ui.areas.agreements.page import AgreementsPage

    return AgreementsPage


def _directory() -> "type[Page]":
    from partner_desk.ui.areas.directory.page import DirectoryPage

    return DirectoryPage


def _evaluations() -> "type[Page]":
    from partner_desk.ui.areas.evaluations.page import EvaluationsPage

    return EvaluationsPage


def _library() -> "type[Page]":
    from partner_desk.ui.areas.library.page import LibraryPage

    return LibraryPage


def _settings() -> "type[Page]":
    from partner_desk.ui.shell.settings import SettingsPage

    return SettingsPage


def _importing() -> "type[Page]":
    from partner_desk.ui.shell.import_page import ImportPage

    return ImportPage


def _sheet() -> "type[Page]":
    from partner_desk.ui.shell.sheets.page import SheetPage

    return SheetPage


def _duplicates() -> "type[Page]":
    from partner_desk.ui.shell.duplicates.page import DuplicatesPage

    return DuplicatesPage


AREAS = (
    Area("today", N_("Today"), "today", _today),
    Area("partners", N_("Partners"), "partners", _partners),
    Area("agreements", N_("Agreements"), "agreements", _agreements),
    Area("directory", N_("Directory"), "directory", _directory),
    Area("evaluations", N_("Evaluations"), "evaluations", _evaluations),
    Area("library", N_("Library"), "library", _library),
)
SETTINGS = Area("settings", N_("Settings"), "settings", _settings)
IMPORT = Area("import", N_("Import a directory"), "import", _importing)
"""Shown when somebody imports; no entry of the navigation."""
SHEET = Area("sheet", N_("Import"), "import", _sheet)
"""Shown when somebody imports a sheet, or has not said yet what."""
DUPLICATES = Area("duplicates", N_("Possible duplicates"), "copy", _duplicates)
"""Shown when somebody looks for records that are one."""
HIDDEN = (IMPORT, SHEET, DUPLICATES)
"""What no entry of the navigation leads to."""
