"""Coverage on the command line."""

from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Desk


def test_needs_are_told_by_urgency(desk: Desk, sample: Path) -> None:
    found = desk(sample, "coverage")
    assert found.status == 0
    value = found.value
    assert value["by"] == "school"
    assert sum(value["counts"].values()) == len(value["needs"]) == 34
    assert value["needs"][0]["level"] == "gap"
    levels = [each["level"] for each in value["needs"]]
    assert levels == sorted(levels, key=["gap", "nearby", "met", "overlap"].index)
    assert all(each["partnerships"] for each in value["needs"] if each["level"] == "met")
    assert all("school" in each for each in value["cells"])


def test_choices_narrow_and_arrange(desk: Desk, sample: Path) -> None:
    high = desk(sample, "coverage", "--by", "time", "--priority", "high", "--fine").value
    assert {each["priority"] for each in high["needs"]} == {"high"}
    assert {"after_school", ""} <= {each["time"] for each in high["cells"]}
    assert desk(sample, "coverage", "--year", "1999-00").value["needs"] == []
    assert len(desk(sample, "coverage", "--year", "all").value["needs"]) == 34
    assert desk(sample, "coverage", "--by", "weather").status == 2
    far = desk(sample, "coverage", "--miles", "50").value["counts"]
    assert far["gap"] < desk(sample, "coverage").value["counts"]["gap"]


def test_a_workbook_has_the_map_and_the_needs(desk: Desk, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "Coverage.xlsx"
    assert desk(sample, "coverage", path).value["sheets"] == ["Coverage", "Needs"]
    book = load_workbook(path)
    chart, needs = book["Coverage"], book["Needs"]
    assert chart["A1"].value == "Category"
    assert chart.max_column == 9
    cells = [cell.value for row in chart.iter_rows(min_row=2, min_col=2) for cell in row]
    assert any(str(each).startswith("Gap, needs: ") for each in cells if each)
    assert needs.max_row == 35
    assert needs["A2"].value == "Gap"
    assert isinstance(needs["G2"].value, int)
