"""Real sheets of others: each ends in a table or in one sentence, and every row is counted."""

import os
from itertools import islice
from pathlib import Path

import pytest

from partner_desk.files.sheets.look import look, rows
from partner_desk.model.errors import InputError

DATA = Path(
    os.environ.get("PARTNER_DESK_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data"
)
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"no data of others at {DATA}")
_TABLES = {
    "partners-vt-camps-afterschool/organizations.csv": (1, 147),
    "partners-nyc-dycd-afterschool/DYCD_after-school_programs.csv": (1, 1599),
    "partners-la-food-oasis/food-pantry.tsv": (1, 343),
    "nonprofits-irs-eo-ri/eo_ri.csv": (1, 8493),
    "dedupe-chicago-early-childhood/csv_example_messy_input.csv": (1, 3337),
    "schools-ri-headcount/oct1st-headcount-2010-2026.xlsx": (1, 66),
    "survey-safi-messy/dates.xlsx": (1, 14),
    "xlsx-readxl/deaths.xls": (5, 14),
    "xlsx-sheetjs/Attendance.xlsx": (2, 24),
    "xlsx-calamine/header-row.xlsx": (9, 1),
    "xlsx-mislabelled-derived/deaths-really-xls.xlsx": (5, 14),
    "xlsx-mislabelled-derived/dc-schools-really-csv.xlsx": (1, 123),
}
_SENTENCES = {
    "xlsx-apache-poi/poc-xmlbomb.xlsx": "sheet.bomb",
    "xlsx-apache-poi/poc-shared-strings.xlsx": "sheet.bomb",
    "xlsx-apache-poi/protected_passtika.xlsx": "sheet.locked",
    "xlsx-calamine/empty_sheet.xlsx": "sheet.no_table",
    "xlsx-mislabelled-derived/zero-bytes.xlsx": "sheet.empty",
}


@pytest.mark.parametrize("name", _TABLES)
def test_tables_of_others(name: str) -> None:
    seen = look(DATA / name)
    assert (seen.reading.header_row, seen.rows) == _TABLES[name]
    streamed = list(rows(DATA / name, seen.reading))
    assert len(streamed) == seen.rows
    assert tuple(islice(streamed, len(seen.sample))) == seen.sample


@pytest.mark.parametrize("name", _SENTENCES)
def test_what_cannot_be_a_table_is_told(name: str) -> None:
    with pytest.raises(InputError) as caught:
        look(DATA / name)
    assert caught.value.code == _SENTENCES[name]
