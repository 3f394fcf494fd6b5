"""Duplicates and combining from a terminal."""

from pathlib import Path

from tests.cli.conftest import Desk, Digest

PHONE = [{"number": "773-555-0100"}]


def _clubs(desk: Desk, office: Path) -> tuple[str, str]:
    ids = [
        desk(office, "add", "organization", stdin={"name": name, "phones": PHONE}).value["id"]
        for name in ("River Club", "The River Club, Inc.")
    ]
    return ids[0], ids[1]


def test_duplicates_are_listed_with_reasons(desk: Desk, new_office: Path) -> None:
    one, other = _clubs(desk, new_office)
    [group] = desk(new_office, "duplicates").value
    assert {each["id"] for each in group["records"]} == {one, other}
    [pair] = group["pairs"]
    assert pair["reasons"] == [
        "Names differ only in “The Inc.”", "Same phone 773-555-0100"
    ]
    assert pair["level"] == group["level"] == "same"
    assert desk(new_office, "duplicates", "school", "--level", "all").value == []
    refused = desk(new_office, "duplicates", "agreement")
    assert refused.status == 3
    assert "not looked for" in refused.err


def test_combined_is_found_by_its_old_id_and_can_be_undone(
    desk: Desk, digest: Digest, new_office: Path
) -> None:
    one, other = _clubs(desk, new_office)
    before = digest(new_office)
    kept = desk(new_office, "combine", "organization", one, other, "--take", f"name={other}")
    assert kept.status == 0
    assert (kept.value["id"], kept.value["name"]) == (one, "The River Club, Inc.")
    assert kept.value["alternate_name"] == "River Club"
    assert desk(new_office, "show", "organization", other).value["id"] == one
    assert desk(new_office, "duplicates").value == []
    undone = desk(new_office, "undo").value
    assert undone["operation"] == "combining of The River Club, Inc. into The River Club, Inc."
    assert digest(new_office) == before
    assert desk(new_office, "show", "organization", other).value["id"] == other


def test_not_the_same_for_ever(desk: Desk, new_office: Path) -> None:
    one, other = _clubs(desk, new_office)
    said = desk(new_office, "combine", "--not-same", "organization", one, other,
                "--reason", "Two branches")
    assert said.value == [{
        "kind": "organization", "ids": sorted((one, other)), "reason": "Two branches"
    }]
    assert desk(new_office, "duplicates", "--level", "all").value == []
    refused = desk(new_office, "combine", "organization", one, other)
    assert refused.status == 3
    assert "Two branches" in refused.err
    assert desk(new_office, "combine", "organization", one, other, "--anyway").status == 0


def test_what_is_not_two_records_is_refused(desk: Desk, new_office: Path) -> None:
    one, other = _clubs(desk, new_office)
    assert desk(new_office, "combine", "organization", one).status == 3
    assert desk(new_office, "combine", "organization", one, one).status == 3
    assert desk(new_office, "combine", "organization", one, other, "--take", "name").status == 3
    assert desk(new_office, "combine", "organization", one, "nobody").status == 3
