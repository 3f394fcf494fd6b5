"""Make the program's icon for the systems that want pixels: ``app.png`` and ``app.ico``.

    python tools/app_icon.py    after a change of resources/icons/app.svg
"""

import os
import sys
from io import BytesIO
from pathlib import Path

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication(sys.argv[:1])
    pictures = [Image.open(BytesIO(_png(size))) for size in SIZES]
    largest = pictures[-1]
    largest.save(ICONS / "app.png", optimize=True)
    largest.save(ICONS / "app.ico", append_images=pictures[:-1], sizes=[(n, n) for n in SIZES])
    app.quit()
    return 0


def _png(size: int) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICONS / "app.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


if __name__ == "__main__":
    sys.exit(main())
