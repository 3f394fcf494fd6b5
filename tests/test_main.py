"""How the program starts: a window, a verb, or a sentence why no window can be opened."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from partner_desk.__main__ import _split_office


def _run(*words: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in os.environ.items()
             if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, *words], env={**plain, **surroundings}, capture_output=True, text=True,
        timeout=60, check=False,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has no display")
def test_without_a_display_a_sentence_names_the_terminal() -> None:
    ended = _run("-m", "partner_desk")
    assert ended.returncode == 4
    assert ended.stdout == ""
    assert "no display" in ended.stderr
    assert "partner-desk --help" in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has no display")
def test_a_display_that_does_not_answer_is_no_display() -> None:
    ended = _run("-m", "partner_desk", DISPLAY=":987")
    assert ended.returncode == 4
    assert len(ended.stderr.strip().splitlines()) == 1


def test_a_missing_library_is_named_with_what_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from partner_desk import bootstrap

    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    assert bootstrap.run_window() == 4
    said = capsys.readouterr().err
    assert "libegl1" in said
    assert "sudo apt install" in said


def test_a_verb_goes_to_the_terminal(tmp_path: Path) -> None:
    office = tmp_path / "East.pdoffice"
    ended = _run("-m", "partner_desk", "--office", str(office), "new", "--name", "East Office")
    assert ended.returncode == 0, ended.stderr
    assert office.is_file()


def test_the_office_is_named_for_window_and_terminal_alike() -> None:
    assert _split_office(["--office", "a b.pdoffice"]) == ("a b.pdoffice", [])
    assert _split_office(["--office=x.pdoffice", "list", "school"]) == (
        "x.pdoffice", ["list", "school"])
    assert _split_office(["--office"]) == ("", ["--office"])
    assert _split_office([]) == ("", [])


def test_the_frame_is_painted_before_anything_heavy_is_imported() -> None:
    script = (
        "import sys; import partner_desk.ui.shell.program, partner_desk.bootstrap; "
        "heavy = {'sqlalchemy', 'openpyxl', 'reportlab', 'alembic', 'pypdfium2', 'filelock'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    ended = _run("-c", script, QT_QPA_PLATFORM="offscreen")
    assert ended.stdout.strip() == "[]", ended.stderr


def test_dialogs_for_files_begin_among_the_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtCore import QDir, QStandardPaths

    from partner_desk import bootstrap

    monkeypatch.chdir(tmp_path)  # The folder of the tests is gone back to afterwards.
    where = QStandardPaths.StandardLocation.DocumentsLocation
    for documents, expected in ((tmp_path / "Papers", tmp_path / "Papers"),
                                (tmp_path / "gone", Path(QDir.homePath()))):
        expected.mkdir(exist_ok=True)
        monkeypatch.setattr(
            QStandardPaths, "writableLocation",
            {where: str(documents)}.__getitem__,
        )
        bootstrap.begin_in_documents()
        assert Path.cwd() == expected


def test_an_office_named_from_here_is_found_from_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from partner_desk import bootstrap

    monkeypatch.chdir(tmp_path)
    assert bootstrap.whole_place("East.pdoffice") == str(tmp_path / "East.pdoffice")
    assert bootstrap.whole_place("postgresql://east/office") == "postgresql://east/office"
    assert bootstrap.whole_place("") == ""
