"""The program as a script meets it: a process, its streams and its exit status."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Paper

NAME = "Café Đà Nẵng សាលា ໂຮງຮຽນ العربية <b>&\" =1+1 🏫"


def call(*words: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[
    bytes
]:
    """``python -m partner_desk`` with these words, in a plain C locale."""
    surroundings = {**os.environ, "LC_ALL": "C", "PARTNER_DESK_LANGUAGE": "en", **environment}
    return subprocess.run(
        [sys.executable, "-m", "partner_desk", *map(str, words)],
        input=stdin, capture_output=True, env=surroundings, timeout=60, check=False,
    )


def test_a_script_keeps_and_reads_every_script(tmp_path: Path) -> None:
    office = tmp_path / "Büro ບ.pdoffice"
    assert call("--office", office, "new", "--name", NAME).returncode == 0
    given = json.dumps({"name": NAME}, ensure_ascii=False).encode()
    added = call("--office", office, "--json", "add", "organization", stdin=given)
    assert (added.returncode, added.stderr) == (0, b"")
    record = json.loads(added.stdout.decode("utf-8"))
    assert record["name"] == NAME
    listed = call("list", "organization", "--json", "--search", "nang", PARTNER_DESK_OFFICE=str(
        office))
    assert [each["id"] for each in json.loads(listed.stdout)] == [record["id"]]
    shown = call("--office", office, "show", "organization", record["id"])
    assert NAME in shown.stdout.decode("utf-8")


def test_a_script_takes_a_scan_with_a_file_nobody_can_read(paper: Paper, out: Path) -> None:
    scan = Path(shutil.copy(out, out.parent / "Büro ບ.pdf"))
    damaged = out.parent / "ສາລາ.pdf"
    damaged.write_bytes(b"%PDF-1.7")
    found = call("--office", paper.office, "--json", "scan", damaged, scan)
    assert found.returncode == 3
    assert found.stderr.count(b"\n") == 1
    filed = json.loads(found.stdout)["filed"]
    assert [(each["number"], each["complete"]) for each in filed] == [(paper.number, True)]


@pytest.mark.parametrize(
    ("words", "status"),
    [(["frobnicate"], 2), (["list", "frobnicate"], 3), (["check"], 4)],
)
def test_status_and_one_line(tmp_path: Path, words: list[str], status: int) -> None:
    found = call("--office", tmp_path / "None.pdoffice", "--json", *words)
    assert (found.returncode, found.stdout) == (status, b"")
    assert found.stderr.count(b"\n") == 1
    assert b"Traceback" not in found.stderr


def test_a_reader_that_leaves_early_is_no_trouble(filled_office: Path) -> None:
    listing = subprocess.Popen(
        [sys.executable, "-m", "partner_desk", "--office", str(filled_office), "--json", "list",
         "service"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    assert listing.stdout is not None
    assert listing.stderr is not None
    listing.stdout.read(1)
    listing.stdout.close()
    told = listing.stderr.read()
    listing.stderr.close()
    assert (listing.wait(30), told) == (0, b"")
