"""Input that cannot be taken: status 3, one line that says where, and nothing written."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Desk, Digest

NOBODY = "00000000-0000-7000-8000-000000000000"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (b"", "JSON"),
        (b"{", "JSON"),
        (b'{"name": "x"} {"name": "y"}', "JSON"),
        (b"[" * 200_000, "JSON"),
        (b'{"name": ' + b"9" * 6000 + b"}", "JSON"),
        (b"[]", "object"),
        (b'"text"', "object"),
        (b"\xff\xfe{", "UTF-8"),
        ('{"name": "Núñez"}'.encode("latin-1"), "UTF-8"),
        ({}, "name: "),
        ({"name": " \t "}, "name: "),
        ({"name": ["x"]}, "name: "),
        ({"name": "x" * 100_001}, "name: "),
        ({"name": "x", "frobnicate": 1}, "frobnicate: "),
        ({"name": "x", "email": "nobody"}, "email: "),
        ({"name": "x", "contacts": {"name": "y"}}, "contacts: "),
        ({"name": "x", "contacts": ["y"]}, "contacts: "),
        ({"name": "x", "contacts": [{"name": "y"}, {}]}, "contacts[2].name: "),
        ({"name": "x", "contacts": [{"name": "y", "phones": [{"number": "1"}]}]},
         "contacts[1].phones[1].number: "),
        ({"name": "x", "id": "abc"}, "id: "),
        ({"name": "x", "id": 7}, "id: "),
        ({"name": "x", "source_id": NOBODY}, "source_id: "),
    ],
)
def test_what_add_refuses(
    desk: Desk, digest: Digest, new_office: Path, given: Any, said: str
) -> None:
    before = digest(new_office)
    assert said in desk(new_office, "add", "organization", stdin=given).complaint(3)
    assert digest(new_office) == before


def test_every_problem_is_told_at_once(desk: Desk, new_office: Path) -> None:
    given = {"email": "x", "contacts": [{"email": "y"}]}
    lines = desk(new_office, "add", "organization", stdin=given).complaints(3)
    places = ("name: ", "email: ", "contacts[1].name: ", "contacts[1].email: ")
    assert len(lines) == len(places)
    for place in places:
        assert sum(each.startswith(place) for each in lines) == 1


def test_values_that_no_engine_may_see(
    desk: Desk, digest: Digest, any_location: str
) -> None:
    before = digest(any_location)
    rows: list[tuple[str, dict[str, Any]]] = [
        ("service", {"name": "x", "organization_id": NOBODY}),
        ("service", {"name": "x", "organization_id": "nobody"}),
        ("service", {"name": "x", "minimum_age": float("nan")}),
        ("service", {"name": "x", "minimum_age": 10**30}),
        ("location", {"name": "x", "latitude": float("inf")}),
        ("partnership_school", {"school_id": NOBODY}),
        ("school", {"name": "x", "id": "0" * 60}),
    ]
    for kind, given in rows:
        assert desk(any_location, "add", kind, stdin=given).complaint(3), given
    assert digest(any_location) == before


def test_what_set_refuses(desk: Desk, digest: Digest, new_office: Path) -> None:
    one = desk(new_office, "add", "organization", stdin={
        "name": "One", "contacts": [{"name": "Ana"}]}).value
    two = desk(new_office, "add", "organization", stdin={"name": "Two"}).value
    before = digest(new_office)
    ana = one["contacts"][0]["id"]
    for given, said in (
        ({"name": ""}, "name: "),
        ({"email": "x"}, "email: "),
        ({"contacts": [{"id": ana, "name": "Ann"}]}, "contacts[1].id: "),
        ({"email": "two@example.org", "contacts": [{"name": ""}]}, "contacts[1].name: "),
        ({"contacts": [{"id": NOBODY}]}, "contacts[1].name: "),
        ({"source_id": NOBODY}, "source_id: "),
        ({"frobnicate": 1}, "frobnicate: "),
    ):
        assert said in desk(new_office, "set", "organization", two["id"], stdin=given).complaint(3)
    assert digest(new_office) == before


def test_deleted_or_unknown_records(desk: Desk, new_office: Path) -> None:
    school = desk(new_office, "add", "school", stdin={"name": "East"}).value["id"]
    desk(new_office, "undo")
    for unknown in (school, NOBODY, "x" * 5000, "'; DROP TABLE school; --", ""):
        assert desk(new_office, "show", "school", unknown).complaint(3)
        assert desk(new_office, "set", "school", unknown, stdin={"name": "x"}).complaint(3)
    assert len(desk(new_office, "history", "school", school).value) == 2
    assert desk(new_office, "history", "school", NOBODY).complaint(3)


@pytest.mark.parametrize(
    "words",
    [
        ["list", "frobnicate"], ["show", "frobnicate", NOBODY], ["add", "frobnicate"],
        ["set", "frobnicate", NOBODY], ["export", "frobnicate", "out.xlsx"],
        ["history", "frobnicate", NOBODY], ["history", "school"],
        ["list", "service", "--where", "status"], ["list", "service", "--where", "frobnicate=1"],
        ["list", "agreement", "--where", "status=frobnicate"],
        ["list", "service", "--where", "extra=1"],
        ["list", "service", "--where", "minimum_age=many"],
        ["list", "service", "--where", "=x"],
        ["draft", "--partner", NOBODY], ["draft", "--partner", NOBODY, "--template", "x"],
        ["packet", "1999-0001", "out.pdf"], ["undo", NOBODY],
        ["settings", "frobnicate=1"], ["settings", "paper"], ["settings", "paper=vellum"],
        ["settings", "name="],
    ],
)
def test_words_that_name_nothing(
    desk: Desk, filled_office: Path, words: list[str], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    line = desk(filled_office, *words, stdin={"name": "x"}).complaint(3)
    assert " " in line, "a code without a sentence"
    assert not list(tmp_path.glob("out.*"))


def test_what_import_refuses(desk: Desk, digest: Digest, new_office: Path, tmp_path: Path) -> None:
    before = digest(new_office)
    empty, text, damaged = tmp_path / "empty", tmp_path / "a.txt", tmp_path / "a.zip"
    empty.mkdir()
    text.write_text("hello")
    damaged.write_bytes(b"PK\x03\x04" + b"\x00" * 60)
    broken = tmp_path / "a.json"
    broken.write_text('{"organization": [')
    for path in (tmp_path / "nothing", empty, text, damaged, broken, new_office):
        line = desk(new_office, "import", path).complaint(3)
        assert " " in line, (path, line)
    assert digest(new_office) == before
