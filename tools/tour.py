"""Take a picture of every screen of the sample office, in both languages, light and dark.

    uv run python tools/tour.py [--only agreement] [FOLDER]

The pictures go to docs/screens at 1366x768, the smallest laptop the program is made for. Look at
them after every change to a window.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from partner_desk.ui.shell.main_window import MainWindow

ROOT = Path(__file__).parents[1]
SCREENS = ROOT / "docs" / "screens"
LANGUAGES = ("en", "es")
THEMES = ("light", "dark")
WIDTH, HEIGHT = 1366, 768


def main() -> None:
    """One process for each language and theme, so that nothing is left over from another."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SCREENS)
    parser.add_argument("--only", default="", help="screens whose name begins so")
    parser.add_argument("--as", dest="look", default="", help="one look, such as es-dark")
    parser.add_argument("--text-size", type=int, default=100, help="per cent, such as 150")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if chosen.look:
        language, theme = chosen.look.split("-")
        Tour(language, theme, chosen.folder, chosen.only, chosen.text_size).take()
        return
    for language in LANGUAGES:
        for theme in THEMES:
            with tempfile.TemporaryDirectory() as home:
                subprocess.run(
                    [sys.executable, __file__, str(chosen.folder), "--only", chosen.only,
                     "--as", f"{language}-{theme}", "--text-size", str(chosen.text_size)],
                    check=True, env=_environment(home),
                )


def _environment(home: str) -> dict[str, str]:
    folders = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")
    return {**os.environ, **dict.fromkeys(folders, home), "QT_QPA_PLATFORM": "offscreen",
            "PARTNER_DESK_COORDINATOR": "Dana Cole"}


class Tour:
    """A walk through the window in one language and theme."""

    def __init__(
        self, language: str, theme: str, folder: Path, only: str, text_size: int = 100
    ) -> None:
        from PySide6.QtWidgets import QApplication

        from partner_desk.ui.preferences import Preferences
        from partner_desk.ui.shell.program import Program

        QApplication.setApplicationName("Partner Desk")
        QApplication.setOrganizationName("Partner Desk")
        self.language, self.theme, self.folder, self.only = language, theme, folder, only
        self.app = QApplication(["partner-desk"])
        preferences = Preferences()
        preferences.language, preferences.theme = language, theme
        preferences.coordinator = "Dana Cole"
        preferences.text_size = text_size
        self.program = Program(self.app, preferences)

    def take(self) -> None:
        """Walk from the first run to the last dialog."""
        self.program.show_first_run()
        if self.program.first_run is not None:
            # The folders of this computer concern nobody.
            self.program.first_run.ui.placeEdit.setText("Documents/Office.pdoffice")
            self.picture("first-run", self.program.first_run)
        self.empty_office()
        self.sample_office()
        self.program.close_office()

    def empty_office(self) -> None:
        """The areas of an office in which nothing has been kept yet."""
        from partner_desk.services.opening import create_office

        place = Path(tempfile.mkdtemp()) / "Empty.pdoffice"
        create_office(place, self.program.author(), {"name": "East Office"}).close()
        self.program.open(str(place))
        for key in self.areas():
            self.window.show_area(key)
            self.picture(f"empty-{key}")

    def sample_office(self) -> None:
        """Every area, a record of each kind with every tab, settings, import, search, about."""
        from partner_desk.services import sample
        from partner_desk.services.opening import create_office

        place = Path(tempfile.mkdtemp()) / "Sample.pdoffice"
        office = create_office(place, self.program.author(), {"name": "Sample office"})
        sample.fill(office.store, self.language, date.today())
        office.close()
        self.program.open(str(place))
        for key in self.areas():
            self.window.show_area(key)
            self.picture(key)
        for kind, title in RECORDS.items():
            self.record(kind, title[self.language])
        self.window.show_area("settings")
        self.picture("settings")
        self.search()
        self.about()
        self.new_records()
        self.refused_field()
        self.trash()
        self.import_preview()

    def record(self, kind: str, title: str) -> None:
        """A record, once for each of its tabs."""
        from PySide6.QtWidgets import QTabBar

        if self.only and not kind.startswith(self.only.split("-")[0]):
            return
        self.open(kind, title)
        bars = [each for each in self.window.findChildren(QTabBar)
                if each.isVisible() and each.count() > 1]
        if not bars:
            self.picture(kind)
            return
        for index in range(bars[0].count()):
            if bars[0].isTabVisible(index):
                bars[0].setCurrentIndex(index)
                self.picture(kind if index == 0 else f"{kind}-{index + 1}")

    def open(self, kind: str, title: str) -> None:
        """Open the record that is found first by a word of its title."""
        from partner_desk.services import searching

        assert self.program.desk is not None
        hits = searching.find(self.program.desk.store, title)
        self.window.open_record(kind, next(each.id for each in hits if each.kind == kind))
        self.settle()

    def search(self) -> None:
        """The search over everything, with what it found."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        self.window.show_area("today")
        self.window.search.begin()
        QTest.keyClicks(self.window.ui.search, "read")
        QTest.qWait(400)
        self.picture("search")
        QTest.keyClick(self.window.ui.search, Qt.Key.Key_Escape)
        self.window.ui.search.clear()

    def about(self) -> None:
        """What the program is."""
        from partner_desk.ui.shell.about import AboutDialog

        dialog = AboutDialog(self.window)
        dialog.show()
        self.picture("about", dialog)
        dialog.close()

    def new_records(self) -> None:
        """The forms that begin a record."""
        self.open("organization", RECORDS["organization"][self.language])
        for key in ("partners", "agreements", "directory", "evaluations"):
            self.window.show_area(key)
            self.window.page(key).new_record()
            self.picture(f"new-{key}")

    def refused_field(self) -> None:
        """A field with something in it that cannot be right."""
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QLineEdit

        from partner_desk.ui.components.field_form import FieldForm
        from partner_desk.ui.components.record_view import RecordView

        self.open("organization", RECORDS["organization"][self.language])
        for view in self.window.findChildren(RecordView):
            view.form.tabs.setCurrentIndex(0)
        self.settle()
        form = next(each for each in self.window.findChildren(FieldForm)
                    if each.isVisible() and "email" in each.rows)
        line = form.rows["email"].editor.control
        assert isinstance(line, QLineEdit)
        line.selectAll()
        QTest.keyClicks(line, "hello at ribera")
        form.commit()
        self.picture("refused")
        form.rows["email"].restore()

    def trash(self) -> None:
        """The Trash of a list with something in it."""
        from partner_desk.model.directory import Organization
        from partner_desk.services import records
        from partner_desk.ui.areas.partners.page import PartnersPage
        from partner_desk.ui.desk import Changed

        assert self.program.desk is not None
        desk, page = self.program.desk, self.window.page("partners")
        assert isinstance(page, PartnersPage)
        deleted = page.partners.pane.table_model.ids[:2]
        for each in deleted:
            records.delete(desk.store, Organization, each)
        desk.changed.emit(Changed())
        self.settle()
        page.partners.pane.choose_chip(3)
        page.partners.open(deleted[0])
        self.picture("trash")

    def import_preview(self) -> None:
        """What an import would change, before it does."""
        from partner_desk.ui.shell.import_page import ImportPage

        place = ROOT / "tests" / "fixtures" / "hsds_ohana"
        self.window.start_import(str(place))
        page = self.window.page("import")
        assert isinstance(page, ImportPage)
        page.ui.place.setText(place.name)  # The folders of this computer concern nobody.
        self.picture("import")

    def areas(self) -> Iterator[str]:
        """The keys of the navigation."""
        from partner_desk.ui.shell.areas import AREAS

        return (each.key for each in AREAS)

    @property
    def window(self) -> "MainWindow":
        """The program's window, at the size of the pictures."""
        window = self.program.window
        assert window is not None
        window.resize(WIDTH, HEIGHT)
        return window

    def settle(self) -> None:
        """Let everything be painted that waits for a moment of rest, and all work end."""
        from PySide6.QtTest import QTest

        QTest.qWait(250)
        while self.program.desk is not None and self.program.desk.jobs.running():
            QTest.qWait(100)
        QTest.qWait(50)

    def picture(self, name: str, widget: "QWidget | None" = None) -> None:
        """Save what is seen under ``name``, language and theme."""
        if not name.startswith(self.only):
            return
        self.settle()
        shown = widget or self.window
        image = shown.grab().toImage()
        path = self.folder / f"{name}-{self.language}-{self.theme}.png"
        _save_small(image, path)
        print(path.name)


def _save_small(image: "QImage", path: Path) -> None:
    """As a picture of 256 colours, a third of the size; screens have few."""
    from PIL import Image
    from PySide6.QtGui import QImage

    whole = image.convertToFormat(QImage.Format.Format_RGB888)
    data = bytes(whole.constBits())
    picture = Image.frombytes(
        "RGB", (whole.width(), whole.height()), data, "raw", "RGB", whole.bytesPerLine()
    )
    picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


RECORDS: dict[str, dict[str, str]] = {
    "organization": {"en": "Ribera", "es": "Ribera"},
    "agreement": {"en": "Artists in residence", "es": "Artistas"},
    "service": {"en": "food", "es": "alimentos"},
    "school": {"en": "elementary", "es": "elementary"},
    "form": {"en": "check", "es": "alianza"},
}
"""The kinds shown with all their tabs, and words that find a good example of each."""


if __name__ == "__main__":
    main()
