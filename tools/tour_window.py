"""The program's window, walked through for pictures in one language and theme."""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from partner_desk.services import searching
from partner_desk.ui.desk import Desk
from partner_desk.ui.preferences import Preferences
from partner_desk.ui.shell.areas import AREAS
from partner_desk.ui.shell.main_window import MainWindow
from partner_desk.ui.shell.program import Program

WIDTH, HEIGHT = 1366, 768
"""The smallest laptop the program is made for."""


class TourWindow:
    """Opens what a picture is wanted of, waits for it, and takes the picture.

    ``theme`` is "light" or "dark", ``text_size`` per cent. Only pictures whose name begins with
    ``only`` are taken, into ``folder``.
    """

    def __init__(
        self, language: str, theme: str, folder: Path, only: str = "", text_size: int = 100
    ) -> None:
        QApplication.setApplicationName("Partner Desk")
        QApplication.setOrganizationName("Partner Desk")
        self.language, self.theme, self.folder, self.only = language, theme, folder, only
        self.app = QApplication(["partner-desk"])
        preferences = Preferences()
        preferences.language = language
        preferences.theme = "dark" if theme == "dark" else "light"
        preferences.coordinator = "Dana Cole"
        preferences.text_size = text_size
        self.program = Program(self.app, preferences)

    @property
    def window(self) -> MainWindow:
        """The program's window, at the size of the pictures."""
        window = self.program.window
        assert window is not None
        window.resize(WIDTH, HEIGHT)
        return window

    @property
    def desk(self) -> Desk:
        """The office that is open."""
        assert self.program.desk is not None
        return self.program.desk

    def areas(self) -> Iterator[str]:
        """The keys of the navigation."""
        return (each.key for each in AREAS)

    def wants(self, *names: str) -> bool:
        """Whether a picture whose name begins with one of ``names`` is wanted."""
        return any(each.startswith(self.only) or self.only.startswith(each) for each in names)

    def open(self, kind: str, title: str) -> None:
        """Open the record that is found first by a word of its title."""
        hits = searching.find(self.desk.store, title)
        self.window.open_record(kind, next(each.id for each in hits if each.kind == kind))
        self.settle()

    def record(self, kind: str, title: str) -> None:
        """A record, once for each of its tabs."""
        if self.wants(kind):
            self.open(kind, title)
            self.tabs(kind)

    def tabs(self, name: str) -> None:
        """What is shown, once for each of its tabs."""
        bars = [each for each in self.window.findChildren(QTabBar)
                if each.isVisible() and each.count() > 1]
        if not bars:
            self.picture(name)
            return
        for index in range(bars[0].count()):
            if bars[0].isTabVisible(index):
                bars[0].setCurrentIndex(index)
                self.picture(name if index == 0 else f"{name}-{index + 1}")

    def settle(self) -> None:
        """Let everything be painted that waits for a moment of rest, and all work end."""
        QTest.qWait(250)
        while self.program.desk is not None and self.program.desk.jobs.running():
            QTest.qWait(100)
        QTest.qWait(50)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Save what is seen under ``name``, language and theme."""
        if not name.startswith(self.only):
            return
        self.settle()
        shown = widget or self.window
        path = self.folder / f"{name}-{self.language}-{self.theme}.png"
        save_small(as_picture(shown.grab().toImage()), path)
        print(path.name, flush=True)


def as_picture(image: QImage) -> Image.Image:
    """What Qt painted, for Pillow."""
    whole = image.convertToFormat(QImage.Format.Format_RGB888)
    return Image.frombytes(
        "RGB", (whole.width(), whole.height()), bytes(whole.constBits()), "raw", "RGB",
        whole.bytesPerLine(),
    )


def save_small(picture: Image.Image, path: Path) -> None:
    """As a picture of 256 colours, a third of the size; screens and papers have few."""
    few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(path, optimize=True, dpi=picture.info.get("dpi", (96, 96)))
