"""Sheets made by others: every row is accounted for, and the proposals are what a person means."""

from pathlib import Path

import pytest

from partner_desk.files.sheets.look import Reading, look
from partner_desk.model.organizations import Organization
from partner_desk.services.sheets import taking
from partner_desk.services.sheets.proposing import propose
from partner_desk.store.store import Store
from tests.real_lists import filled_rows

VT, LA = "partners-vt-camps-afterschool", "partners-la-food-oasis"
SHEETS = {
    f"{VT}/organizations.csv": ("organization", 147, 0),
    f"{VT}/potential_vt_organizations_full.csv": ("organization", 263, 0),
    f"{VT}/2026 Summer Camp.csv": ("service", 391, 0),
    f"{VT}/21cclc_2025_2026.csv": ("service", 10, 0),
    f"{LA}/community-garden.csv": ("service", 40, 0),
    f"{LA}/cultivate-la.csv": ("service", 1_140, 18),
    f"{LA}/farmers-market.csv": ("service", 121, 0),
    f"{LA}/food-pantry.csv": ("service", 343, 0),
    f"{LA}/food-pantry.tsv": ("service", 343, 0),
    f"{LA}/organization.csv": ("organization", 92, 1),
    f"{LA}/summer-lunch.csv": ("service", 70, 0),
    "partners-nyc-dycd-afterschool/DYCD_after-school_programs.csv": ("service", 1_599, 2),
    "schools-dc/Public_Schools.csv": ("school", 123, 0),
    "nonprofits-irs-eo-ri/eo_ri.csv": ("organization", 8_493, 0),
    "dedupe-chicago-early-childhood/csv_example_messy_input.csv": ("service", 3_337, 0),
}


@pytest.mark.parametrize("name", SHEETS)
def test_rows_are_imported_or_refused(office: Store, data_folder: Path, name: str) -> None:
    path = data_folder / name
    sheet = look(path)
    with office.reading() as reader:
        proposal = propose(reader, sheet)
    seen = taking.preview(office, path, proposal.settled)
    assert (proposal.settled.target, seen.read, seen.refused) == SHEETS[name]
    assert seen.read == sheet.rows == seen.new + seen.changed + seen.unchanged + seen.refused
    # Excel's own numbers, told by the file and not by us.
    assert [row.number for row in seen.rows] == filled_rows(path)[1:]
    assert seen.refused == len(seen.refusals)
    assert all(each.row > 1 and each.code for each in seen.refusals)


@pytest.mark.parametrize("sheet_name", ["Schools", "LEAs", "Charter Schools"])
def test_grand_totals_are_no_schools(office: Store, data_folder: Path, sheet_name: str) -> None:
    path = data_folder / "schools-ri-headcount/oct1st-headcount-2010-2026.xlsx"
    sheet = look(path, Reading(sheet=sheet_name))
    with office.reading() as reader:
        settled = propose(reader, sheet, "school").settled
    seen = taking.preview(office, path, settled)
    assert seen.read == sheet.rows == seen.new + seen.unchanged + seen.refused
    assert not any(row.caption.casefold() == "grand total" for row in seen.rows)


def test_programs_find_the_organizations_of_the_other_list(
    office: Store, data_folder: Path
) -> None:
    before = office.digest()
    done = []
    for name in ("organizations.csv", "programs.csv"):
        path = data_folder / VT / name
        with office.reading() as reader:
            settled = propose(reader, look(path)).settled
        done.append(taking.apply(office, taking.preview(office, path, settled)))
    assert [(each.new, each.refused) for each in done] == [(147, 0), (392, 0)]
    with office.reading() as reader:
        assert len(reader.find(Organization)) == 147
    for each in reversed(done):
        office.undo(each.change_set_id)
    assert office.digest() == before


def test_ids_keep_their_zeros(office: Store, data_folder: Path) -> None:
    path = data_folder / "nonprofits-irs-eo-ri/eo_ri.csv"
    with office.reading() as reader:
        settled = propose(reader, look(path)).settled
    taking.apply(office, taking.preview(office, path, settled))
    with office.reading() as reader:
        wylie = reader.find(Organization, ein="010342663")[0]
    assert wylie.name == "HELEN F WYLIE FOUNDATION"
