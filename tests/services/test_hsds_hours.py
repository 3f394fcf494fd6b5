"""Hours that a directory tells in words only: read where they are certain, never guessed."""

from datetime import date, time
from pathlib import Path

import pytest

from partner_desk.model.places import Schedule
from partner_desk.services import hsds_export, importing
from partner_desk.services.directory.lists import ResourceList
from partner_desk.services.directory.narrowed import Narrowed
from partner_desk.store.store import Store

WORDS = "Mon-Fri 9am-5pm; Sat 9am-noon"
COLUMNS = "id,service_id,byday,opens_at,closes_at,freq,until,description\n"


def _folder(folder: Path, *schedules: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "organizations.csv").write_text("id,name\no1,River Club\n")
    (folder / "services.csv").write_text("id,organization_id,name,status\ns1,o1,Soup,active\n")
    (folder / "schedules.csv").write_text(COLUMNS + "".join(f"{each}\n" for each in schedules))
    return folder


def _held(office: Store) -> list[tuple[str, time | None, time | None, str]]:
    with office.reading() as reader:
        return sorted((each.byday, each.opens_at, each.closes_at, each.description)
                      for each in reader.find(Schedule))


def test_certain_words_become_days_and_times_and_stay(office: Store, tmp_path: Path) -> None:
    importing.run(office, _folder(tmp_path / "city", f"h1,s1,,,,,,{WORDS}"))
    assert _held(office) == [
        ("MO,TU,WE,TH,FR", time(9), time(17), WORDS), ("SA", time(9), time(12), ""),
    ]
    with office.reading() as reader:
        query = ResourceList("all", "", Narrowed(days=("SA",), part="morning"))
        assert len(reader.ids(query.query(reader, date(2026, 6, 1)))) == 1


def test_reading_it_again_changes_nothing(office: Store, tmp_path: Path) -> None:
    folder = _folder(tmp_path / "city", f"h1,s1,,,,,,{WORDS}", "h2,s1,,,,,,by appointment")
    first = importing.run(office, folder)
    again = importing.run(office, folder)
    assert (again.new, again.changed, again.unchanged) == (0, 0, first.read)
    out = tmp_path / "out.zip"
    hsds_export.write(office, out)
    back = importing.run(office, out)
    assert (back.new, back.changed, back.refused) == (0, 0, 0)


@pytest.mark.parametrize("words", [
    "By appointment", "Mon-Fri 9am-5pm except holidays", "Summer: Mon 9am-1pm", "Mon 9-5",
    "9am-5pm", "Mar 9am-5pm", "Mar 1st 9am-5pm", "every other Tuesday 9am-10am",
    "Closed Mon 9am-5pm",
])
def test_uncertain_words_stay_words(office: Store, tmp_path: Path, words: str) -> None:
    importing.run(office, _folder(tmp_path / "city", f"h1,s1,,,,,,{words}"))
    assert _held(office) == [("", None, None, words)]


@pytest.mark.parametrize(("row", "byday"), [
    ("h1,s1,TU,,,WEEKLY,,Mon 9am-5pm", "TU"),
    ("h1,s1,,,,MONTHLY,,Mon 9am-5pm", ""),
    ("h1,s1,,,,,2020-01-01,Mon 9am-5pm", ""),
])
def test_what_the_file_says_in_columns_goes_before(
    office: Store, tmp_path: Path, row: str, byday: str
) -> None:
    importing.run(office, _folder(tmp_path / "city", row))
    assert _held(office) == [(byday, None, None, "Mon 9am-5pm")]
