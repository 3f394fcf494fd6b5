"""How the program comes to its first list: what is imported for it, and what is looked at again."""

import json
import subprocess
import sys
from typing import Any

import pytest

_START = """
import gc, json, linecache, sys, weakref
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from partner_desk.ui.shell.quick_start import begin_quickly
begin_quickly()
from partner_desk.ui.preferences import Preferences
from partner_desk.ui.shell.program import Program
app = QApplication([])
preferences = Preferences(QSettings(sys.argv[2], QSettings.Format.IniFormat))
preferences.keep_word("area", "directory")
program = Program(app, preferences)
program.start(sys.argv[1])
while gc.get_freeze_count() == 0:
    app.processEvents()
print(json.dumps({
    "shown": program.window.current, "collects": gc.isenabled(), "frozen": gc.get_freeze_count(),
    "modules": sorted(sys.modules),
    "sources": [name for name, held in linecache.cache.items() if len(held) > 1],
}))
first = weakref.ref(program.window)
QTimer.singleShot(0, lambda: program.switch_language("es"))
QTimer.singleShot(2000, app.quit)
app.exec()
print(json.dumps({"gone": first() is None, "frozen": gc.get_freeze_count()}))
program.close_office()
"""
_FOR_LATER = (
    "openpyxl", "reportlab", "rapidfuzz", "sqlalchemy.orm", "partner_desk.services.coverage",
    "partner_desk.services.duplicates", "partner_desk.services.exporting",
    "partner_desk.files.pdf.document", "partner_desk.ui.areas.directory.categories_side",
    "partner_desk.ui.areas.directory.coverage_side", "partner_desk.ui.components.preview",
)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What a process says of itself after its first list, and after its window was renewed."""
    place = tmp_path_factory.mktemp("quick")
    office = place / "Ours.pdoffice"
    for words in (
        ["-m", "partner_desk", "--office", str(office), "new", "--name", "Ours"],
        ["-c", _START, str(office), str(place / "settings.ini")],
    ):
        ended = subprocess.run(
            [sys.executable, *words], capture_output=True, text=True, timeout=120, check=False
        )
        assert ended.returncode == 0, ended.stderr
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_the_first_list_imports_nothing_of_what_comes_later(
    started: list[Any],
) -> None:
    assert started[0]["shown"] == "directory"
    assert [each for each in _FOR_LATER if each in started[0]["modules"]] == []


def test_what_stands_after_the_start_is_not_looked_through_for_waste(
    started: list[Any],
) -> None:
    assert started[0]["frozen"] > 50_000
    assert started[0]["collects"] is True


def test_a_window_that_goes_is_found_among_the_waste_and_the_rest_kept(started: list[Any]) -> None:
    assert started[1]["gone"] is True
    assert started[1]["frozen"] > 50_000


def test_no_source_of_what_is_imported_is_read(started: list[Any]) -> None:
    sources = started[0]["sources"]
    files = [each for each in sources if each.endswith(".py")]
    assert [each for each in files if "sqlalchemy" in each or "services" in each] == []
