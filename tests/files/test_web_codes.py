"""Codes of web pages are read where they are certain; whatever only looks like one stays."""

import csv
from pathlib import Path

import pytest

from partner_desk.files.hsds import Refusal, SourceRow, open_directory
from partner_desk.files.web_codes import code_in, codes_read


@pytest.mark.parametrize(("text", "read"), [
    ("Children&#39;s Home &amp; Club", "Children's Home & Club"),
    ("Caf&eacute;&nbsp;Ni&#241;o &#x2014; &quot;hi&quot;", 'Café Niño — "hi"'),
    ("Dept&amp;#39;s", "Dept's"), ("one&#10;two", "one\ntwo"), ("&lt;b&gt;", "<b>"),
    ("9&ensp;to&#8239;5&thinsp;pm", "9 to 5 pm"),
])
def test_codes_stand_for_something(text: str, read: str) -> None:
    assert codes_read(text) == read
    assert code_in(text)
    assert code_in(read) == ""


@pytest.mark.parametrize("text", [
    "AT&T", "&c", "R&D; Q&A", "Tom & Jerry;", "a=1&copy=2", "&unknown;", "&#0;", "&#xD800;",
    "&#9999999;", "&shy;", "Tea&notary;", "?a&region;", "&copyright;", "&;", "&#;", "&#x;", "&", "",
])
def test_what_is_none_stays(text: str) -> None:
    assert codes_read(text) == text
    assert code_in(text) == ""


def test_a_text_made_of_nothing_else_is_read_at_once() -> None:
    assert codes_read("&" + "amp;" * 200_000).endswith("amp;")


def test_a_directory_tells_how_many_cells_it_read_so(tmp_path: Path) -> None:
    with (tmp_path / "organizations.csv").open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle).writerows((
            ("id", "name", "motto"),
            ("a&amp;b", "Children&#39;s Home", "AT&T;"),
            ("2", "Bo&#39;s &amp; Co", "Q &amp; A"),
        ))
    (tmp_path / "services.csv").write_text("id,organization_id,name\n1,a&amp;b,Swim\n")
    with open_directory(tmp_path) as directory:
        for _ in range(2):  # Counted anew by each reading.
            rows = [each for each in directory.rows() if isinstance(each, SourceRow)]
        notes = list(directory.notes)
    *own, swim = [each.records[0] for each in rows]
    assert [(each.key, each.values["name"]) for each in own] == [
        ("a&amp;b", "Children's Home"), ("2", "Bo's & Co")]
    assert swim.values["organization_id"] == "a&amp;b", "an id is what it is"
    assert [each.extra["motto"] for each in own] == ["AT&T;", "Q & A"]
    assert notes == [
        Refusal("organizations.csv", 0, "name", "cell.web_codes",
                {"count": 2, "value": "&#39;"}, "organization", ""),
        Refusal("organizations.csv", 0, "motto", "cell.web_codes",
                {"count": 1, "value": "&amp;"}, "organization", ""),
    ]
