"""Scans from a terminal: the JSON to the letter, the same scan twice, files nobody can read."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from partner_desk.cli import main
from tests.cli.conftest import Desk, Digest, Paper

NOTHING: dict[str, list[Any]] = {"filed": [], "missing": [], "outdated": [], "unknown": [],
                                 "filed_before": []}


def pages_of(source: Path, pages: Sequence[int], to: Path) -> Path:
    """A PDF of these pages of another, from 1; 0 stands for an empty page."""
    with pikepdf.Pdf.open(source) as given, pikepdf.Pdf.new() as made:
        for page in pages:
            if page:
                made.pages.append(given.pages[page - 1])
            else:
                made.add_blank_page(page_size=(612, 792))
        made.save(to)
    return to


def photo_of(source: Path, page: int, to: Path) -> Path:
    """A page as a photo, upside down, in grey."""
    pdf = pypdfium2.PdfDocument(source)
    pdf[page - 1].render(scale=2.2).to_pil().convert("L").rotate(180).save(to, quality=60)
    pdf.close()
    return to


@pytest.fixture
def count(out: Path) -> int:
    with pikepdf.Pdf.open(out) as pdf:
        return len(pdf.pages)


def test_a_whole_packet_comes_home(
    desk: Desk, digest: Digest, paper: Paper, out: Path, count: int, tmp_path: Path
) -> None:
    shuffled = pages_of(out, [*range(count, 0, -1), 0], tmp_path / "scan ບ.pdf")
    whole = {**NOTHING, "filed": [{
        "number": paper.number, "revision": 1, "pages": list(range(1, count + 1)),
        "complete": True}]}
    before = digest(paper.office)
    assert desk(paper.office, "scan", shuffled, "--dry-run").value == whole
    assert digest(paper.office) == before
    found = desk(paper.office, "scan", shuffled).value
    assert found == whole
    assert list(found) == ["filed", "missing", "outdated", "unknown", "filed_before"]
    assert len(desk(paper.office, "list", "filed_page").value) == count
    (kept,) = desk(paper.office, "list", "attachment").value
    assert kept["name"].startswith(paper.number)

    before = digest(paper.office)
    assert desk(paper.office, "scan", shuffled).complaint(3)
    assert digest(paper.office) == before


def test_pages_missing_outdated_and_without_a_code(
    desk: Desk, paper: Paper, out: Path, count: int, tmp_path: Path
) -> None:
    desk(paper.office, "set", "agreement", paper.id, stdin={"title": "Reading together"})
    assert desk(paper.office, "freeze", paper.number).value["revision"] == 2
    second = tmp_path / "second.pdf"
    desk(paper.office, "packet", paper.number, second)
    draft = tmp_path / "draft.pdf"
    desk(paper.office, "set", "agreement", paper.id, stdin={"title": "Reading aloud"})
    desk(paper.office, "packet", paper.number, draft)
    letter = tmp_path / "letter.pdf"
    desk(paper.office, "chase", letter)

    files = [pages_of(second, [1], tmp_path / "a.pdf"), pages_of(out, [2], tmp_path / "b.pdf"),
             letter, pages_of(draft, [1], tmp_path / "c.pdf")]
    assert desk(paper.office, "scan", *files).value == {
        "filed": [{"number": paper.number, "revision": 2, "pages": [1], "complete": False}],
        "missing": [{"number": paper.number, "revision": 2,
                     "pages": list(range(2, count + 1))}],
        "outdated": [{"number": paper.number, "revision": 1, "newest": 2, "pages": [2]}],
        "unknown": [{"page": 3, "reason": "no_code"}, {"page": 4, "reason": "draft"}],
        "filed_before": [],
    }
    rest = pages_of(second, range(2, count + 1), tmp_path / "rest.pdf")
    assert desk(paper.office, "scan", rest).value["filed"][0]["complete"] is True


@pytest.mark.parametrize("dry", [["--dry-run"], []])
def test_a_packet_in_several_files_and_photos(
    desk: Desk, paper: Paper, out: Path, count: int, tmp_path: Path, dry: list[str]
) -> None:
    files = [
        photo_of(out, 1, tmp_path / "1.jpg"),
        pages_of(out, range(3, count + 1), tmp_path / "3.pdf"),
        photo_of(out, 2, tmp_path / "2.jpg"),
    ]
    assert desk(paper.office, "scan", *files, *dry).value == {**NOTHING, "filed": [{
        "number": paper.number, "revision": 1, "pages": list(range(1, count + 1)),
        "complete": True}]}


def test_pages_of_another_office_and_of_an_unknown_agreement(
    desk: Desk, out: Path, count: int, empty_office: Path, tmp_path: Path
) -> None:
    assert desk(tmp_path / "Other.pdoffice", "new").status == 0
    # The office as it was before it drafted anything, as from a backup.
    earlier = shutil.copy(empty_office, tmp_path / "Earlier.pdoffice")
    for office, reason in (
        (tmp_path / "Other.pdoffice", "other_office"), (earlier, "unknown_agreement")
    ):
        assert desk(office, "scan", out).value == {**NOTHING, "unknown": [
            {"page": page, "reason": reason} for page in range(1, count + 1)]}
        assert desk(office, "list", "attachment").value == []


def test_a_file_nobody_can_read_does_not_stop_the_others(
    desk: Desk, digest: Digest, paper: Paper, out: Path, count: int, tmp_path: Path
) -> None:
    damaged, empty = tmp_path / "damaged.pdf", tmp_path / "empty.pdf"
    damaged.write_bytes(b"%PDF-1.7\n" + b"\xa5" * 500)
    empty.touch()
    locked = tmp_path / "locked.pdf"
    with pikepdf.Pdf.open(out) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    before = digest(paper.office)
    for each in (damaged, empty, locked):
        assert desk(paper.office, "scan", each).complaint(3)
    assert desk(paper.office, "scan", tmp_path / "nothing.pdf").complaint(4)
    assert len(desk(paper.office, "scan", damaged, empty).warnings) == 2
    assert digest(paper.office) == before

    found = desk(paper.office, "scan", damaged, out, empty, out)
    assert found.status == 3
    assert len(found.warnings) == 3  # Two files, and the same scan a second time.
    assert f'"pages": {list(range(1, count + 1))}'.replace(" ", "") in found.out.replace(
        " ", "").replace("\n", "")
    assert len(desk(paper.office, "list", "filed_page").value) == count


def test_people_are_told_in_sentences(
    paper: Paper, out: Path, count: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    scan = pages_of(out, [1, 2, 2, *range(4, count + 1)], tmp_path / "scan.pdf")
    capfd.readouterr()
    assert main(["--office", str(paper.office), "scan", str(scan)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0].startswith(f"{paper.number}, revision 1: pages 1–2, 4")
    assert lines[0].endswith("missing: 3")
    assert lines[1].endswith("twice; the first copy counts: 3")


def test_a_file_that_was_filed_before_and_holds_more_is_told_so(
    desk: Desk, paper: Paper, out: Path, count: int, tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    letter = tmp_path / "letter.pdf"
    desk(paper.office, "chase", letter)
    scan = pages_of(out, range(1, count + 1), tmp_path / "scan.pdf")
    with pikepdf.Pdf.open(scan, allow_overwriting_input=True) as made:
        with pikepdf.Pdf.open(letter) as more:
            made.pages.append(more.pages[0])
        made.save(scan)
    assert desk(paper.office, "scan", scan).value["filed_before"] == []
    (kept,) = desk(paper.office, "list", "attachment").value
    again = desk(paper.office, "scan", scan).value
    assert again == {**NOTHING, "unknown": [{"page": count + 1, "reason": "no_code"}],
                     "filed_before": [{"name": "scan.pdf", "kept": kept["name"]}]}
    assert main(["--office", str(paper.office), "scan", str(scan)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0].startswith(f"scan.pdf was filed before, as {kept['name']}.")
    assert lines[1].endswith(f"without a code that can be read: {count + 1}")
