"""Verbs on agreements refuse what they cannot do in sentences, and leave the office as it was."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Desk, Digest, Paper

TODAY = date.today()
NOBODY = "00000000-0000-7000-8000-000000000000"


@pytest.mark.parametrize(
    "words",
    [
        ["renew"], ["amend"], ["hand"], ["freeze"], ["papers"], ["signed", "Ana=2026-01-01"],
        ["diff", "1", "now", "out.pdf"], ["packet", "out.pdf"],
        ["exhibit", "--template", "data_sharing"], ["exhibit", "--file", "out.pdf"],
    ],
)
@pytest.mark.parametrize("number", ["1999-0001", "'; DROP TABLE agreement; --", "x" * 5000])
def test_unknown_number(
    desk: Desk, paper_made: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    words: list[str], number: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    verb, *rest = words
    assert "no agreement" in desk(paper_made.office, verb, number, *rest).complaint(3)
    assert list(tmp_path.iterdir()) == []


def test_unknown_numbers_of_many_packets_are_told_one_by_one(
    desk: Desk, paper_made: Paper, tmp_path: Path
) -> None:
    lines = desk(paper_made.office, "packets", tmp_path, "1999-0001", paper_made.number,
                 "1999-0002").complaints(3)
    assert [each.split()[-1].strip(".") for each in lines] == ["1999-0001", "1999-0002"]
    line = desk(paper_made.office, "packets", tmp_path, "--status", "frobnicate").complaint(3)
    assert "frobnicate" in line
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("revision", ["7", "0", "-1", "9" * 30, "one", "", "9" * 5000])
def test_revision_that_is_not_there(
    desk: Desk, paper: Paper, out: Path, tmp_path: Path, revision: str
) -> None:
    changes = tmp_path / "changes.pdf"
    for words in ([f" {revision}", "now"], ["now", f" {revision}"]):
        assert desk(paper.office, "diff", paper.number, *words, changes).complaint(3)
    assert not changes.exists()


def test_files_in_a_folder_that_is_not_there(
    desk: Desk, paper: Paper, out: Path, tmp_path: Path
) -> None:
    nowhere = tmp_path / "nowhere" / "out"
    for words in (
        ["diff", paper.number, "1", "now", nowhere], ["reminders", nowhere], ["chase", nowhere],
        ["library", "export", nowhere], ["packet", paper.number, nowhere],
    ):
        assert str(nowhere.parent) in desk(paper.office, *words).complaint(4), words
    many = desk(paper.office, "packets", nowhere, paper.number)
    assert many.status == 4
    assert str(nowhere) in many.warnings[0]
    assert not nowhere.parent.exists()


def test_a_folder_where_a_file_should_be(
    desk: Desk, paper: Paper, out: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for words in (
        ["diff", paper.number, "1", "now", folder], ["reminders", folder], ["chase", folder],
        ["library", "export", folder],
    ):
        assert "folder" in desk(paper.office, *words).complaint(4), words
    assert list(folder.iterdir()) == []


def test_signatures_that_are_refused(
    desk: Desk, digest: Digest, paper: Paper, out: Path
) -> None:
    before = digest(paper.office)
    for words, count in (
        (["Nobody=2026-06-01"], 1),
        (["Ana Núñez"], 1),
        (["Ana Núñez="], 1),
        (["Ana Núñez=tomorrow"], 1),
        ([f"Ana Núñez={TODAY + timedelta(days=1)}"], 1),
        ([f"Ana Núñez={TODAY - timedelta(days=1)}"], 1),
        (["=", "x=", "Nobody=x", f"Dana Cole={TODAY}"], 3),
    ):
        found = desk(paper.office, "signed", paper.number, *words).complaints(3)
        assert len(found) == count, (words, found)
    assert digest(paper.office) == before


def test_what_was_not_sent_out(desk: Desk, digest: Digest, paper: Paper) -> None:
    before = digest(paper.office)
    for words in (["signed", paper.number, f"Ana Núñez={TODAY}"], ["hand", paper.number],
                  ["amend", paper.number]):
        assert desk(paper.office, *words).complaint(3)
    assert digest(paper.office) == before


def test_drafts_of_unknown_templates(desk: Desk, paper: Paper) -> None:
    partner = desk(paper.office, "list", "organization").value[0]["id"]
    for template in ("frobnicate", "data_sharing", ""):
        assert desk(paper.office, "draft", "--partner", partner, "--template",
                    template).complaint(3)
    assert len(desk(paper.office, "list", "agreement").value) == 1


def test_exhibits_that_are_refused(
    desk: Desk, digest: Digest, paper: Paper, tmp_path: Path
) -> None:
    text, damaged, empty = tmp_path / "a.txt", tmp_path / "a.pdf", tmp_path / "b.pdf"
    text.write_text("hello")
    damaged.write_bytes(b"%PDF-1.7\n" + b"\xa5" * 500)
    empty.touch()
    before = digest(paper.office)
    for words, status in (
        (["--template", "frobnicate"], 3), (["--template", "memorandum"], 3),
        (["--template", "site_plan"], 3), (["--template", "site_plan", "--school", NOBODY], 3),
        (["--file", text], 3), (["--file", damaged], 3), (["--file", empty], 3),
        (["--file", tmp_path / "nothing.pdf"], 4), (["--file", tmp_path], 4),
    ):
        assert desk(paper.office, "exhibit", paper.number, *words).complaint(status), words
    assert digest(paper.office) == before


def test_libraries_that_are_refused(
    desk: Desk, digest: Digest, paper: Paper, tmp_path: Path
) -> None:
    before = digest(paper.office)
    path = tmp_path / "library.json"
    for content in (b"", b"{", b"\xff\xfe", b"[]", b'{"format": "other"}',
                    b'{"format": "partner-desk-library", "version": 99}'):
        path.write_bytes(content)
        for dry in ([], ["--dry-run"]):
            assert desk(paper.office, "library", "import", path, *dry).complaints(3), content
    assert desk(paper.office, "library", "import", tmp_path / "nothing.json").complaint(4)
    assert digest(paper.office) == before
