"""Scripts that this computer has no font for are shown with the fonts that come for printing."""

from typing import Final

from PySide6.QtGui import QFontDatabase

from partner_desk.files.resources import resource_dir

_SCRIPTS: Final = {
    QFontDatabase.WritingSystem.Khmer: "NotoSansKhmer",
    QFontDatabase.WritingSystem.Lao: "NotoSansLao",
    QFontDatabase.WritingSystem.Thai: "NotoSansThai",
    QFontDatabase.WritingSystem.Myanmar: "NotoSansMyanmar",
    QFontDatabase.WritingSystem.Arabic: "NotoSansArabic",
    QFontDatabase.WritingSystem.Hebrew: "NotoSansHebrew",
}


def add_missing_scripts() -> list[str]:
    """Let the window write every script that partners' names are written in.

    Returns the families that were added. Takes no time where the computer has its own fonts.
    """
    folder = resource_dir("fonts")
    added: list[str] = []
    for script, name in _SCRIPTS.items():
        if QFontDatabase.families(script):
            continue
        for face in ("Regular", "Bold"):
            number = QFontDatabase.addApplicationFont(str(folder / f"{name}-{face}.ttf"))
            added += QFontDatabase.applicationFontFamilies(number)
    return sorted(set(added))
