"""Each verb on a real office: the shapes of its JSON, and what it leaves."""

import hashlib
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from partner_desk.cli import main
from partner_desk.model.registry import KINDS
from tests.cli.conftest import Desk, Digest

NAME = "Café Đà Nẵng សាលា <b>&\" =1+1"


def test_new_makes_an_office_once(desk: Desk, tmp_path: Path) -> None:
    office = tmp_path / "new folder" / "East.pdoffice"
    made = desk(office, "new", "--name", NAME, "--district", "East Schools", "--language", "es")
    assert made.value == {"office": str(office), "name": NAME}
    settings = desk(office, "settings").value
    assert (settings["name"], settings["district"], settings["language"]) == (
        NAME, "East Schools", "es")
    assert "already" in desk(office, "new").complaint(4)


@pytest.mark.parametrize("language", ["en", "es"])
def test_sample_fills_an_office(desk: Desk, digest: Digest, tmp_path: Path, language: str) -> None:
    office = tmp_path / "Sample.pdoffice"
    assert set(desk(office, "sample", "--language", language).value) == {"office", "name"}
    counts = {kind: len(desk(office, "list", kind).value)
              for kind in ("partnership", "school", "service", "agreement", "form")}
    assert counts == {
        "partnership": 40, "school": 25, "service": 120, "agreement": 17, "form": 4}
    digest(office)


@pytest.mark.parametrize("kind", KINDS)
def test_list_gives_id_and_declared_fields_of_every_kind(
    desk: Desk, filled_office: Path, kind: str
) -> None:
    wanted = ["id", *(each.name for each in KINDS[kind].visible_fields())]
    for record in desk(filled_office, "list", kind).value:
        assert list(record) == wanted


def test_list_searches_and_filters(desk: Desk, filled_office: Path) -> None:
    services = desk(filled_office, "list", "service").value
    status = services[0]["status"]
    filtered = desk(filled_office, "list", "service", "--where", f"status={status}").value
    assert filtered == [each for each in services if each["status"] == status]
    one = services[7]
    both = desk(filled_office, "list", "service", "--where", f"name={one['name']}",
                "--where", f"organization_id={one['organization_id']}").value
    assert one in both
    assert all(each["name"] == one["name"] for each in both)
    word = max(one["name"].split(), key=len)
    assert one in desk(filled_office, "list", "service", "--search", word[:5].upper()).value
    assert desk(filled_office, "list", "service", "--search", "zzzzqqq").value == []


def test_every_field_can_be_asked_for(desk: Desk, filled_office: Path) -> None:
    for kind in ("service", "location", "schedule", "agreement", "financial_responsibility"):
        for field in (each.name for each in KINDS[kind].visible_fields()):
            found = desk(filled_office, "list", kind, "--where", f"{field}=2")
            assert found.status in (0, 3), (kind, field, found.err)
            empty = desk(filled_office, "list", kind, "--where", f"{field}=")
            assert empty.status == 0, (kind, field, empty.err)


def test_add_show_set_with_children(desk: Desk, new_office: Path) -> None:
    given = {"name": NAME, "contacts": [
        {"name": "Ana Ruiz", "phones": [{"number": "(410) 555-0100"}]}, {"name": "Bo"}]}
    added = desk(new_office, "add", "organization", stdin=given).value
    assert added["name"] == NAME
    assert [each["name"] for each in added["contacts"]] == ["Ana Ruiz", "Bo"]
    assert added["contacts"][0]["phones"][0]["number"] == "(410) 555-0100"
    assert desk(new_office, "show", "organization", added["id"]).value == added

    bo = added["contacts"][1]["id"]
    changes = {"email": "a@example.org", "contacts": [{"id": bo, "name": "Bo Lee"}, {"name": "C"}]}
    changed = desk(new_office, "set", "organization", added["id"], stdin=changes).value
    assert changed["email"] == "a@example.org"
    assert sorted(each["name"] for each in changed["contacts"]) == ["Ana Ruiz", "Bo Lee", "C"]
    again = desk(new_office, "set", "organization", added["id"], stdin=changes).value
    assert len(again["contacts"]) == 4


def test_add_keeps_an_id_that_is_brought_along(desk: Desk, new_office: Path) -> None:
    own = "3F2504E0-4F89-11D3-9A0C-0305E82C3301"
    added = desk(new_office, "add", "school", stdin={"id": own, "name": "East"}).value
    assert added["id"] == own.lower()
    assert own.lower() in desk(
        new_office, "add", "school", stdin={"id": own, "name": "West"}).complaint(3)
    assert desk(new_office, "show", "school", own.lower()).value["name"] == "East"


def test_draft_packet_read_back(desk: Desk, new_office: Path, tmp_path: Path) -> None:
    partner = desk(new_office, "add", "organization", stdin={"name": NAME}).value["id"]
    drafted = desk(new_office, "draft", "--partner", partner, "--template", "memorandum").value
    assert set(drafted) == {"number", "id"}
    divisions = {
        "services": [{"description": "Reading club <b>&\""}],
        "outcomes": [{"statement": "More readers"}],
        "financial_responsibilities": [{"item": "Snacks", "amount": "1250.50"}],
    }
    collections = {each.collection for each in KINDS.values()}
    given = {name: rows for name, rows in divisions.items() if name in collections}
    assert len(given) == 3
    assert desk(new_office, "set", "agreement", drafted["id"], stdin=given).status == 0
    out = tmp_path / "Packet ບ.pdf"
    printed = desk(new_office, "packet", drafted["number"], out).value
    pages = PdfReader(out).pages
    assert printed == {
        "pages": len(pages), "sha256": hashlib.sha256(out.read_bytes()).hexdigest(),
        "warnings": []}
    text = "\n".join(page.extract_text() for page in pages)
    for wanted in (drafted["number"], "Reading club <b>&\"", "1,250.50"):
        assert wanted in text


def test_packet_names_characters_no_font_has(
    desk: Desk, sample: Path, tmp_path: Path
) -> None:
    agreement = desk(sample, "list", "agreement").value[0]
    title = {"title": "Reading \U00012000"}
    assert desk(sample, "set", "agreement", agreement["id"], stdin=title).status == 0
    warnings = desk(sample, "packet", agreement["number"], tmp_path / "p.pdf").value["warnings"]
    assert any("\U00012000" in each for each in warnings)


def test_export_reopened(desk: Desk, filled_office: Path, tmp_path: Path) -> None:
    out = tmp_path / "resources.xlsx"
    status = "status=active"
    listed = desk(filled_office, "list", "service", "--where", status).value
    assert desk(filled_office, "export", "service", out, "--where", status).value == {
        "rows": len(listed)}
    sheet = load_workbook(out).worksheets[0]
    assert sheet.max_row == len(listed) + 1
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [
        each["name"] for each in listed]


def test_history_tells_who_and_what(desk: Desk, new_office: Path) -> None:
    school = desk(new_office, "add", "school", stdin={"name": "East"}).value["id"]
    desk(new_office, "set", "school", school, stdin={"name": "West"})
    newest, first = desk(new_office, "history", "school", school).value
    assert newest["who"] == "Ana Núñez"
    assert newest["changes"] == [
        {"kind": "school", "id": school, "field": "name", "before": "East", "after": "West"}]
    assert first["changes"][0]["field"] == ""
    everything = desk(new_office, "history", "--limit", "2").value
    assert [each["id"] for each in everything] == [newest["id"], first["id"]]


def test_settings_shown_and_changed(desk: Desk, new_office: Path) -> None:
    changed = desk(new_office, "settings", f"name={NAME}", "paper=a4").value
    assert (changed["name"], changed["paper"]) == (NAME, "a4")
    assert desk(new_office, "settings").value == changed


def test_people_read_sentences(filled_office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = ["--office", str(filled_office)]
    assert main([*office, "list", "agreement"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 18  # A heading and 17 agreements.
    identity = lines[1].split()[-1]
    for words in (["show", "agreement", identity], ["history"], ["check"], ["settings"]):
        assert main([*office, *words]) == 0
        told = capsys.readouterr()
        assert told.err == ""
        assert told.out.strip()
        with pytest.raises(json.JSONDecodeError):
            json.loads(told.out)
