"""Show every styled control in light and in dark, on the screen or as pictures.

    python tools/gallery.py                 opens the gallery
    python tools/gallery.py --save FOLDER   writes PNG pictures at 1366x768 (needs no display)
"""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from partner_desk.ui.look.theme import Choice

SIZE = (1366, 768)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--save", type=Path, metavar="FOLDER", help="write pictures and end")
    parser.add_argument("--theme", choices=["system", "light", "dark"], default="system")
    options = parser.parse_args()
    if options.save:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    return _save(app, options.save) if options.save else _show(app, options.theme)


def _show(app: "QApplication", theme: "Choice") -> int:
    from gallery_pages import controls_page, icons_page, record_page
    from partner_desk.ui.look.theme import apply_theme

    apply_theme(app, theme)
    pages = [record_page(), controls_page(), icons_page()]
    for page in pages:
        page.resize(*SIZE)
        page.show()
    return app.exec()


def _save(app: "QApplication", folder: Path) -> int:
    from PySide6.QtGui import QFontDatabase

    from gallery_pages import controls_page, icons_page, record_page
    from partner_desk.ui.look.theme import Choice, apply_theme

    if not QFontDatabase.families():
        print("No font was found: install one (Debian: fonts-dejavu-core).", file=sys.stderr)
        return 4
    folder.mkdir(parents=True, exist_ok=True)
    themes: tuple[Choice, ...] = ("light", "dark")
    for theme in themes:
        apply_theme(app, theme)
        for name, build in (
            ("record", record_page),
            ("controls", controls_page),
            ("icons", icons_page),
        ):
            page = build()
            page.resize(*SIZE)
            page.show()
            app.processEvents()
            page.grab().save(str(folder / f"{name}-{theme}.png"))
            page.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
