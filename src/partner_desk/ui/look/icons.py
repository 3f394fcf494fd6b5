"""The icons of the program: one family of line drawings, coloured as they are painted.

The drawings in ``resources/icons`` are stroked in ``currentColor``. An icon asks for the colour of
the running scheme each time it is painted, so that a switch between light and dark needs nobody to
set icons anew. Painted pixmaps are kept in Qt's own pixmap cache, by name, colour and size.
"""

from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QDir, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from partner_desk.files.resources import resource_dir
from partner_desk.ui.look.palette import current_colours

PLACEHOLDER: Final = "currentColor"
APP_ICON_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)


def register_icons() -> None:
    """Let ``icons:name.svg`` be found, in the stylesheet as in code."""
    QDir.setSearchPaths("icons", [str(resource_dir("icons"))])


def icon_names() -> list[str]:
    """The name of every icon of the family, sorted; the program's own icon is not of it."""
    return sorted(path.stem for path in resource_dir("icons").glob("*.svg") if path.stem != "app")


def icon(name: str, colour: str = "text") -> QIcon:
    """The icon of that name in a colour of ``palette.Colours`` ("text", "on_accent", "error"...).

    Raises ``KeyError`` when there is no such drawing.
    """
    _drawing(name)
    return QIcon(_LineIconEngine(name, colour))


def pixmap(name: str, size: int, colour: str = "text", ratio: float = 1.0) -> QPixmap:
    """The icon as a square of ``size`` logical pixels, sharp at the device pixel ratio given."""
    picture = _painted(name, current_colours().by_name()[colour], round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    result = QIcon()
    renderer = QSvgRenderer(str(resource_dir("icons") / "app.svg"))
    for size in APP_ICON_SIZES:
        result.addPixmap(_rendered(renderer, size))
    return result


class _LineIconEngine(QIconEngine):
    """Paints one drawing in the colour that suits the scheme and the state of its control."""

    # Qt owns a clone but holds only its C++ half, so the Python half has to be kept alive here.
    # Clones are made only where somebody changes a copied icon, which this program never does.
    _clones: list["_LineIconEngine"] = []

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State
    ) -> None:
        ratio = painter.device().devicePixelRatio() if painter.device() else 1.0
        side = min(rect.width(), rect.height())
        target = QRect(QPoint(0, 0), QSize(side, side))
        target.moveCenter(rect.center())
        painter.drawPixmap(target, _painted(self._name, self._hue(mode), round(side * ratio)))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _painted(self._name, self._hue(mode), min(size.width(), size.height()))

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        # The size is in logical pixels; without the ratio set, Qt would blow the picture up.
        picture = _painted(
            self._name, self._hue(mode), round(min(size.width(), size.height()) * scale)
        )
        picture.setDevicePixelRatio(scale)
        return picture

    def clone(self) -> QIconEngine:
        copy = _LineIconEngine(self._name, self._colour)
        self._clones.append(copy)
        return copy

    def key(self) -> str:
        return "partner-desk-line"

    def _hue(self, mode: QIcon.Mode) -> str:
        name = "disabled" if mode == QIcon.Mode.Disabled else self._colour
        return current_colours().by_name()[name]


@cache
def _drawing(name: str) -> str:
    path: Path = resource_dir("icons") / f"{name}.svg"
    if not path.is_file():
        raise KeyError(f"no icon named {name!r} in {path.parent}")
    return path.read_text(encoding="utf-8")


def _painted(name: str, hue: str, side: int) -> QPixmap:
    """The drawing in the colour ``#rrggbb``, ``side`` device pixels wide and high."""
    key = f"line-icon:{name}:{hue}:{side}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        svg = _drawing(name).replace(PLACEHOLDER, hue).encode()
        picture = _rendered(QSvgRenderer(QByteArray(svg)), side)
        QPixmapCache.insert(key, picture)
    return picture


def _rendered(renderer: QSvgRenderer, side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture
