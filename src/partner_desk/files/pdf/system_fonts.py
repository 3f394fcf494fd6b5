"""Fonts of the computer that can print what ours lack, in the order they are tried."""

import os
import sys
from pathlib import Path

# File names, lower case, with the face to take from a collection. Only fonts with TrueType
# outlines can be embedded here; the known ones of each system come first.
WANTED: tuple[tuple[str, int], ...] = (
    ("msyh.ttc", 0),
    ("simsun.ttc", 0),
    ("msjh.ttc", 0),
    ("yugothr.ttc", 0),
    ("meiryo.ttc", 0),
    ("msgothic.ttc", 0),
    ("malgun.ttf", 0),
    ("arial unicode.ttf", 0),
    ("stheiti light.ttc", 0),
    ("applegothic.ttf", 0),
    ("wqy-microhei.ttc", 0),
    ("droidsansfallbackfull.ttf", 0),
    ("droidsansfallback.ttf", 0),
    ("nanumgothic.ttf", 0),
    ("unbatang.ttf", 0),
    ("fonts-japanese-gothic.ttf", 0),
    ("nirmala.ttf", 0),
    ("nirmala.ttc", 0),
    ("ebrima.ttf", 0),
    ("seguisym.ttf", 0),
    ("dejavusans.ttf", 0),
)


def system_font_folders() -> list[Path]:
    """Where this system keeps fonts, the computer's before the user's."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return [windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts"]
    if sys.platform == "darwin":
        system = Path("/System/Library/Fonts")
        return [system, system / "Supplemental", Path("/Library/Fonts"), home / "Library/Fonts"]
    shared = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
    return [*shared, home / ".local/share/fonts", home / ".fonts"]


def system_font_files() -> list[tuple[Path, int]]:
    """The wanted fonts this computer has, as (file, index in it), best first."""
    present: dict[str, Path] = {}
    for folder in system_font_folders():
        for place, _, names in os.walk(folder):
            for name in names:
                present.setdefault(name.lower(), Path(place) / name)
    return [(present[name], index) for name, index in WANTED if name in present]
