"""An agreement from a terminal, from its draft to its renewal: what each verb says and leaves."""

import hashlib
import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PIL import Image
from pypdf import PdfReader

from partner_desk.cli import main
from tests.cli.conftest import Desk, Paper

TODAY = date.today().isoformat()


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def event_of(path: Path) -> tuple[str, int, str]:
    """UID, sequence and day of the one event in a calendar file."""
    (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    said = dict(line.split(":", 1) for line in event.to_ical().decode().splitlines()[:-1]
                if ":" in line and not line.startswith(" "))
    day = datetime.strptime(said["DTSTART;VALUE=DATE"], "%Y%m%d").date()
    return said["UID"], int(said["SEQUENCE"]), day.isoformat()


@pytest.mark.parametrize("language", ["en", "es", "both"])
def test_draft_in_a_language(desk: Desk, paper: Paper, language: str) -> None:
    partner = desk(paper.office, "list", "organization").value[0]["id"]
    drafted = desk(paper.office, "draft", "--partner", partner, "--template",
                   "service_agreement", "--language", language).value
    agreement = desk(paper.office, "show", "agreement", drafted["id"]).value
    assert agreement["instrument"] == "service_agreement"
    assert agreement["language"] == ("es" if language == "es" else "en")
    assert agreement["paper_language"] == language
    assert agreement["clauses"][0]["text_translated"]


def test_packet_in_both_languages_says_what_is_not_translated(
    desk: Desk, paper: Paper, tmp_path: Path
) -> None:
    out = tmp_path / "packet.pdf"
    printed = desk(paper.office, "packet", paper.number, out, "--language", "both").value
    assert any("Reading club" in each for each in printed["warnings"])
    text = text_of(out)
    assert "Signatures" in text
    assert "Firmas" in text


def test_freeze_keeps_the_bytes(desk: Desk, paper: Paper, tmp_path: Path) -> None:
    sent = desk(paper.office, "freeze", paper.number, "--reason", "For the board").value
    assert list(sent) == ["number", "revision", "pages", "sha256"]
    assert (sent["number"], sent["revision"]) == (paper.number, 1)
    out = tmp_path / "out.pdf"
    printed = desk(paper.office, "packet", paper.number, out).value
    assert printed["sha256"] == sent["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert printed["pages"] == sent["pages"] == len(PdfReader(out).pages)
    assert desk(paper.office, "freeze", paper.number).value == sent
    agreement = desk(paper.office, "show", "agreement", paper.id).value
    assert agreement["status"] == "out_for_signature"
    assert desk(paper.office, "list", "revision").value[0]["reason"] == "For the board"


def test_papers_may_come_later_if_that_is_said(desk: Desk, paper: Paper) -> None:
    kind = {"name": "Certificate <b>&", "paper_requirements": [{"instrument": ""}]}
    desk(paper.office, "add", "paper_kind", stdin=kind)
    assert len(desk(paper.office, "freeze", paper.number).complaints(3)) == 1
    sent = desk(paper.office, "freeze", paper.number, "--papers-later").value
    assert sent["revision"] == 1


def test_freeze_lists_all_that_is_missing(desk: Desk, new_office: Path) -> None:
    partner = desk(new_office, "add", "organization", stdin={"name": "River Club"}).value["id"]
    number = desk(new_office, "draft", "--partner", partner).value["number"]
    lines = desk(new_office, "freeze", number).complaints(3)
    assert len(lines) > 4
    for said in ("EIN", "district", "service", "outcome", "financial"):
        assert any(said in each for each in lines), said
    assert desk(new_office, "list", "revision").value == []


def test_diff_of_revisions(desk: Desk, paper: Paper, out: Path, tmp_path: Path) -> None:
    same = desk(paper.office, "diff", paper.number, 1, "now", tmp_path / "same.pdf").value
    assert (same["before"], same["after"], same["changes"]) == (1, 1, 0)
    changed = {"title": "Reading together"}
    assert desk(paper.office, "set", "agreement", paper.id, stdin=changed).status == 0
    printed = tmp_path / "changes.pdf"
    found = desk(paper.office, "diff", paper.number, 1, "now", printed).value
    assert list(found) == ["number", "before", "after", "changes", "pages", "sha256"]
    assert (found["before"], found["after"], found["changes"]) == (1, 2, 1)
    assert "Reading together" in text_of(printed)
    assert found["sha256"] == hashlib.sha256(printed.read_bytes()).hexdigest()


def test_hand_chase_signed(desk: Desk, paper: Paper, out: Path, tmp_path: Path) -> None:
    chased = tmp_path / "chase.pdf"
    found = desk(paper.office, "chase", chased).value
    assert (found["agreements"], found["overdue"]) == (1, 0)
    assert "Ana Núñez" in text_of(chased)
    handed = desk(paper.office, "hand", paper.number).value
    assert handed == {"number": paper.number, "holder": "Dana Cole", "task": "sign"}

    half = desk(paper.office, "signed", paper.number, f"ana  NUNEZ={TODAY}").value
    assert half["status"] == "out_for_signature"
    whole = desk(paper.office, "signed", paper.number, f"Dana Cole={TODAY}").value
    assert whole == {"number": paper.number, "status": "active", "changed_since": False,
                     "signatories": [
        {"name": "Ana Núñez", "party": "partner", "signed_on": TODAY},
        {"name": "Dana Cole", "party": "district", "signed_on": TODAY}]}
    assert desk(paper.office, "hand", paper.number).complaint(3)
    assert desk(paper.office, "chase", chased).value["agreements"] == 0


def test_signed_says_what_was_changed_since_the_paper_went_out(
    desk: Desk, paper: Paper, out: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    changed = {"title": "Reading together"}
    assert desk(paper.office, "set", "agreement", paper.id, stdin=changed).status == 0
    half = desk(paper.office, "signed", paper.number, f"Ana Núñez={TODAY}").value
    assert half["changed_since"] is True
    assert main(["--office", str(paper.office), "signed", paper.number, f"Dana Cole={TODAY}"]) == 0
    said = capfd.readouterr().out
    assert "is active" in said
    assert "changed since revision 1 went out" in said


def test_renew_and_amend(desk: Desk, paper: Paper, out: Path) -> None:
    renewal = desk(paper.office, "renew", paper.number).value
    assert set(renewal) == {"number", "id", "renews"}
    begun = desk(paper.office, "show", "agreement", renewal["id"]).value
    assert (begun["renews_id"], begun["status"]) == (paper.id, "draft")
    assert renewal["number"] in desk(paper.office, "renew", paper.number).complaint(3)
    amendment = desk(paper.office, "amend", paper.number).value
    assert amendment["number"] == f"{paper.number}-A1"
    assert amendment["amends"] == paper.number
    again = desk(paper.office, "amend", paper.number).value
    assert again["number"] == f"{paper.number}-A2"


def test_exhibits_from_a_template_of_a_school_and_of_a_file(
    desk: Desk, paper: Paper, tmp_path: Path
) -> None:
    picture = tmp_path / "Plan ບ.png"
    Image.new("RGB", (60, 40), "teal").save(picture)
    made = [
        desk(paper.office, "exhibit", paper.number, *words).value
        for words in (
            ["--template", "data_sharing"],
            ["--template", "site_plan", "--school", paper.school],
            ["--file", picture],
        )
    ]
    assert [each["letter"] for each in made] == ["A", "B", "C"]
    assert "North School" in made[1]["title"]
    assert made[2]["title"] == "Plan ບ"
    assert "site_plan" not in desk(
        paper.office, "exhibit", paper.number, "--template", "site_plan").complaint(3)


def test_papers_that_are_asked_for(desk: Desk, paper: Paper) -> None:
    assert desk(paper.office, "papers", paper.number).value == {
        "number": paper.number, "papers": []}
    kind = desk(paper.office, "add", "paper_kind", stdin={"name": "W-9"}).value["id"]
    every = {"paper_kind_id": kind, "instrument": ""}
    assert desk(paper.office, "add", "paper_requirement", stdin=every).status == 0
    (found,) = desk(paper.office, "papers", paper.number).value["papers"]
    assert (found["kind"], found["needed"], found["state"]) == ("W-9", True, "missing")
    assert found["problems"]
    assert len(desk(paper.office, "freeze", paper.number).complaints(3)) == 1


def test_reminders_written_twice_are_the_same(
    desk: Desk, paper: Paper, out: Path, tmp_path: Path
) -> None:
    assert desk(paper.office, "signed", paper.number, f"Ana Núñez={TODAY}",
                f"Dana Cole={TODAY}").value["status"] == "active"
    calendar = tmp_path / "ends.ics"
    assert desk(paper.office, "reminders", calendar).value == {"dates": 1}
    first = calendar.read_bytes()
    assert desk(paper.office, "reminders", calendar).value == {"dates": 1}
    assert calendar.read_bytes() == first
    uid, sequence, day = event_of(calendar)
    ends_on = desk(paper.office, "show", "agreement", paper.id).value["ends_on"]
    assert day == ends_on
    later = (date.fromisoformat(ends_on) + timedelta(days=30)).isoformat()
    desk(paper.office, "set", "agreement", paper.id, stdin={"ends_on": later})
    desk(paper.office, "reminders", calendar)
    moved_uid, moved_sequence, moved_day = event_of(calendar)
    assert (moved_uid, moved_day) == (uid, later)
    assert moved_sequence > sequence


def test_packets_by_number_and_by_status(desk: Desk, filled_office: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Packets"
    folder.mkdir()
    found = desk(filled_office, "list", "agreement").value
    status = found[0]["status"]
    wanted = sorted(each["number"] for each in found if each["status"] == status)
    made = desk(filled_office, "packets", folder, "--status", status).value
    assert made["failed"] == []
    assert [Path(each).name.split()[0] for each in made["written"]] == wanted
    assert sorted(map(str, folder.iterdir())) == sorted(made["written"])
    numbers = [each["number"] for each in found[:2]]
    two = desk(filled_office, "packets", folder, *numbers, numbers[0]).value
    assert [Path(each).name.split()[0] for each in two["written"]] == numbers


def test_library_from_office_to_office(
    desk: Desk, paper: Paper, new_office: Path, tmp_path: Path
) -> None:
    path = tmp_path / "library.json"
    assert desk(new_office, "library", "export", path).value == {"templates": 6}
    content = json.loads(path.read_text(encoding="utf-8"))
    content["clauses"][0]["text"]["en"] = "Our own words <b>&\"."
    path.write_text(json.dumps(content), encoding="utf-8")
    wanted = desk(paper.office, "library", "import", path, "--dry-run").value
    assert (wanted["new"], wanted["changed"]) == (0, 1)
    assert desk(paper.office, "library", "import", path).value == wanted
    again = desk(paper.office, "library", "import", path).value
    assert (again["new"], again["changed"]) == (0, 0)
