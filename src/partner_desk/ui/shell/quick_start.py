"""The start without what nobody needs: looking for waste in what stays, reading sources again."""

import gc
import sys
from typing import Any

from partner_desk.ui import collecting

_START = "start"


def begin_quickly() -> None:
    """Make what follows faster, until ``keep_what_stands``; to be called once Qt is imported.

    Python would look through all modules for waste again and again while they are imported, and
    Qt for Python would read and keep the source of each, to see whether it wants Qt's names in
    another spelling.
    """
    collecting.hold(_START)
    features: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(features, "_mod_uses_pyside"):
        features._mod_uses_pyside = _wants_usual_names


def keep_what_stands() -> None:
    """End of a quick start: modules, pages and tables stay, so nobody looks through them again.

    Looking through all there is held up the window for 70 ms whenever much was made.
    """
    if collecting.is_held(_START):
        gc.freeze()
        collecting.release(_START)


def let_go() -> None:
    """Something of what stood is gone, such as a window: look for it once, and keep the rest."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
        gc.freeze()


def _wants_usual_names(_module: object) -> bool:
    return False
