"""A messy sheet the whole way: proposed, looked at, taken in, mended, taken back."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from partner_desk.files.sheets.look import Look, look
from partner_desk.model.categories import Category
from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.errors import Cancelled, InputError
from partner_desk.model.history import Operation
from partner_desk.model.office import Alias
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.model.places import Address, Location, Schedule
from partner_desk.model.resources import CostOption, Service
from partner_desk.services.importing.preview import ImportPreview, SeenField
from partner_desk.services.sheets import taking
from partner_desk.services.sheets.proposing import Proposal, propose
from partner_desk.services.sheets.refused import save_refused
from partner_desk.services.sheets.remembering import remember
from partner_desk.services.sheets.settled import from_json, shape_of, to_json
from partner_desk.store.store import Store
from partner_desk.ui.sentences import problem_sentence

PARTNERS = (
    ("Agency", "Tel", "E-mail", "Full Address", "Contact Person", "Contact 2 Name", "Shoe size"),
    ("River Club", "410-555-0100 x5 / 410-555-0199 cell", "Mailto:HELLO@river.org",
     "1 Main St, Suite 4, Providence, RI 2903", "Ruiz, Ana", "Bo Lee", "=1+1"),
    ("<b>Café & “Niño”</b>", "n/a", "TBD", "Providence, RI", None, None, "#REF!"),
    (None, "410-555-0142", None, None, "Nobody's", None, None),
    ("Old Mill", "ask", "not an address", None, None, None, None),
    ("Grand Total", None, None, None, None, None, 4),
)
CAMPS = (
    ("Program", "Agency", "Site", "Site Address", "Ages", "Days/Hours", "Cost", "Phone"),
    ("Swim", "River Club", "Pool", "9 Lake Ave, Providence, RI 02903", "6 - 14",
     "Mon-Fri 3-6pm", "$5", "401-555-0110"),
    ("Chess", "River Club", "Pool", "9 Lake Ave, Providence, RI 02903", 46118,
     "when it rains", "free", None),
    ("Judo", "River Club", "Hall", "2 Elm St, Providence, RI 02904", "4+ or so", None, None, None),
    ("Swim", "Lake Club", "Pool", "9 Lake Ave, Providence, RI 02903", "K-5", None, None, None),
)


def _book(path: Path, rows: tuple[tuple[object, ...], ...]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = value if isinstance(value, str | int) else None
            if cell.data_type == "f":
                cell.data_type = "s"
    book.save(path)
    return path


def _proposed(office: Store, path: Path, target: str = "") -> tuple[Look, Proposal]:
    seen = look(path)
    with office.reading() as reader:
        return seen, propose(reader, seen, target)


def _preview(office: Store, path: Path, **decisions: str) -> ImportPreview:
    return taking.preview(office, path, _proposed(office, path)[1].settled, decisions)


def _accounted(seen: ImportPreview, sheet: Look) -> bool:
    parts = seen.new + seen.changed + seen.unchanged + seen.refused
    return (parts == seen.read == sheet.rows == len(seen.rows)
            and seen.refused == len(seen.refusals) and seen.blank == sheet.blank)


def test_columns_are_proposed_by_what_people_call_them(office: Store, tmp_path: Path) -> None:
    _, found = _proposed(office, _book(tmp_path / "partners.xlsx", PARTNERS))
    uses = [(use.field, use.number) for use in found.settled.uses]
    assert found.settled.target == "organization"
    assert uses == [
        ("organization.name", 1), ("phone.number", 1), ("organization.email", 1),
        ("address.whole", 1), ("contact.name", 1), ("contact.name", 2), ("keep", 1),
    ]
    assert found.why[0] == "synonym"
    assert found.why[-1] == "unsure"


def test_a_messy_sheet_is_taken_in_and_taken_back(office: Store, tmp_path: Path) -> None:
    path = _book(tmp_path / "partners.xlsx", PARTNERS)
    before = office.digest()
    seen = _preview(office, path)
    assert _accounted(seen, look(path))
    refused = {(each.row, each.column, each.code) for each in seen.refusals}
    assert refused == {(4, "Agency", "field.required"), (6, "Agency", "row.is_total")}
    assert office.digest() == before
    result = taking.apply(office, seen)
    with office.reading() as reader:
        river, cafe, mill = sorted(reader.find(Organization), key=lambda each: each.source_key[-1])
        by_name = {each.name: each for each in (river, cafe, mill)}
        river = by_name["River Club"]
        phones = reader.find(PhoneNumber, organization_id=river.id)
        address = reader.find(Address, organization_id=river.id)[0]
        people = {each.name for each in reader.find(Contact, organization_id=river.id)}
    assert set(by_name) == {"River Club", "<b>Café & “Niño”</b>", "Old Mill"}
    assert {(each.number, each.extension, each.type) for each in phones} == {
        ("(410) 555-0100", "5", "voice"), ("(410) 555-0199", "", "cell"),
    }
    assert (address.address_1, address.address_2, address.postal_code) == (
        "1 Main St", "Suite 4", "02903"
    )
    assert people == {"Ana Ruiz", "Bo Lee"}
    assert river.email == "hello@river.org"
    assert river.extra["Shoe size"] == "=1+1"
    assert river.extra["Tel"] == "410-555-0100 x5 / 410-555-0199 cell"
    assert by_name["Old Mill"].extra["E-mail"] == "not an address"
    again = _preview(office, path)
    assert (again.new, again.changed, again.unchanged, again.refused) == (0, 0, 3, 2)
    office.undo(result.change_set_id)
    assert office.digest() == before


def test_a_row_says_organization_place_ages_and_hours(office: Store, tmp_path: Path) -> None:
    path = _book(tmp_path / "camps.xlsx", CAMPS)
    seen = _preview(office, path)
    assert seen.settled is not None
    assert (seen.settled.target, seen.new, seen.refused) == ("service", 4, 0)
    serial = [each for each in seen.notes if each.code == "cell.serial_date"]
    assert [(each.row, each.column, each.values["range"]) for each in serial] == [
        (3, "Ages", "4-6")
    ]
    taking.apply(office, seen)
    with office.reading() as reader:
        services = reader.find(Service)
        places = reader.find(Location)
        homes = {each.id: each.name for each in reader.find(Organization)}
        hours = reader.find(Schedule)
        costs = reader.find(CostOption)
    ages = {(each.name, homes[each.organization_id or ""]): (each.minimum_age, each.maximum_age)
            for each in services}
    assert ages == {
        ("Swim", "River Club"): (6, 14), ("Chess", "River Club"): (4, 6),
        ("Judo", "River Club"): (None, None), ("Swim", "Lake Club"): (5, 11),
    }
    assert sorted(each.name for each in places) == ["Hall", "Pool", "Pool"]
    assert len(homes) == 2
    assert {(each.amount, each.option) for each in costs} == {(Decimal(5), ""), (Decimal(0), "")}
    judo = next(each for each in services if each.name == "Judo")
    assert judo.eligibility_description == "Ages: 4+ or so"
    assert {(each.byday, each.description) for each in hours} == {
        ("MO,TU,WE,TH,FR", ""), ("", "when it rains"),
    }


def test_organizations_of_a_list_of_partners_become_partners(
    office: Store, tmp_path: Path
) -> None:
    with office.writing(Operation("test")) as work:
        known = work.add(Organization(name="Old Mill"))
        work.add(Partnership(organization_id=known.id, name="Reading at the mill", stage="active"))
    before = office.digest()
    path = _book(tmp_path / "partners.xlsx", PARTNERS)
    mill = next(row for row in _preview(office, path).rows if row.caption == "Old Mill")
    seen = _preview(office, path, **{mill.key: known.id})
    river = next(row for row in seen.rows if row.caption == "River Club")
    assert SeenField("partnership", "stage", "", "inquiry") in river.fields
    result = taking.apply(office, seen)
    with office.reading() as reader:
        homes = {each.organization_id: (each.name, each.stage) for each in reader.find(Partnership)}
        names = {each.id: each.name for each in reader.find(Organization)}
    assert len(homes) == len(names) == 3
    assert {names[home or ""]: kept for home, kept in homes.items()} == {
        "Old Mill": ("Reading at the mill", "active"), "River Club": ("River Club", "inquiry"),
        "<b>Café & “Niño”</b>": ("<b>Café & “Niño”</b>", "inquiry"),
    }
    again = _preview(office, path)
    assert (again.new, again.changed) == (0, 0)
    office.undo(result.change_set_id)
    assert office.digest() == before


def test_what_the_office_has_as_a_resource_only_becomes_a_partner_by_the_list(
    office: Store, tmp_path: Path
) -> None:
    camps = _book(tmp_path / "camps.xlsx", CAMPS)
    taking.apply(office, _preview(office, camps))
    with office.reading() as reader:
        assert reader.find(Partnership) == [], "a list of resources makes nobody a partner"
        club = reader.find(Organization, name="River Club")[0]
    path = _book(tmp_path / "partners.xlsx", (("Agency", "Tel"), ("River Club", None)))
    (row,) = _preview(office, path).rows
    seen = _preview(office, path, **{row.key: club.id})
    assert [(each.state, each.fields) for each in seen.rows] == [
        ("changed", (SeenField("partnership", "stage", "", "inquiry"),))]
    taking.apply(office, seen)
    with office.reading() as reader:
        assert [each.name for each in reader.find(Partnership)] == ["River Club"]


def test_changes_show_both_texts_and_what_was_typed_elsewhere_stays(
    office: Store, tmp_path: Path
) -> None:
    taking.apply(office, _preview(office, _book(tmp_path / "camps.xlsx", CAMPS)))
    changed = (*CAMPS[:2], (*CAMPS[2][:6], "$7", None), *CAMPS[3:])
    seen = _preview(office, _book(tmp_path / "next.xlsx", changed))
    assert (seen.new, seen.changed, seen.unchanged) == (0, 1, 3)
    row = next(each for each in seen.rows if each.state == "changed")
    assert [(each.field, each.before, each.after) for each in row.fields] == [
        ("fees_description", "free", "$7"), ("amount", "0.00", "7.00")
    ]


@pytest.mark.parametrize("words", ["Call for prices", "Free for members", "Day: $5\nWeek: $20"])
def test_an_amount_goes_with_the_words_it_was_read_from(
    office: Store, tmp_path: Path, words: str
) -> None:
    camps = CAMPS[:2]
    taking.apply(office, _preview(office, _book(tmp_path / "camps.xlsx", camps)))
    before = office.digest()
    changed = (camps[0], (*camps[1][:6], words, camps[1][7]))
    seen = _preview(office, _book(tmp_path / "next.xlsx", changed))
    assert ("amount", "5.00", "") in [
        (each.field, each.before, each.after) for each in seen.rows[0].fields
    ]
    result = taking.apply(office, seen)
    said = {"Day": Decimal(5), "Week": Decimal(20)} if "$" in words else {}
    with office.reading() as reader:
        assert {each.option: each.amount for each in reader.find(CostOption)} == said
    again = _preview(office, tmp_path / "next.xlsx")
    assert (again.unchanged, again.changed) == (1, 0)
    office.undo(result.change_set_id)
    assert office.digest() == before
    taking.apply(office, _preview(office, tmp_path / "next.xlsx"))
    taking.apply(office, _preview(office, tmp_path / "camps.xlsx"))
    with office.reading() as reader:
        assert [each.amount for each in reader.find(CostOption)] == [Decimal(5)]


def test_an_amount_that_the_office_typed_outlives_the_words_of_a_sheet(
    office: Store, tmp_path: Path
) -> None:
    taking.apply(office, _preview(office, _book(tmp_path / "camps.xlsx", CAMPS)))
    with office.writing(Operation("record.change")) as work:
        cost = next(each for each in work.find(CostOption) if each.amount == 5)
        work.change(CostOption, cost.id, amount=Decimal(6))
    changed = (*CAMPS[:1], (*CAMPS[1][:6], "Call", CAMPS[1][7]), *CAMPS[2:])
    taking.apply(office, _preview(office, _book(tmp_path / "next.xlsx", changed)))
    with office.reading() as reader:
        assert sorted(each.amount or 0 for each in reader.find(CostOption)) == [0, 6]
    blank = (*changed[:2], (*CAMPS[2][:6], None, None), *CAMPS[3:])
    taking.apply(office, _preview(office, _book(tmp_path / "last.xlsx", blank)))
    with office.reading() as reader:
        assert {each.fees_description for each in reader.find(Service)} >= {"free"}
        assert sorted(each.amount or 0 for each in reader.find(CostOption)) == [0, 6]


def test_refused_rows_are_mended_and_come_in_by_the_same_map(
    office: Store, tmp_path: Path
) -> None:
    path = _book(tmp_path / "partners.xlsx", PARTNERS)
    sheet, found = _proposed(office, path)
    remember(office, sheet, found.settled)
    result = taking.apply(office, taking.preview(office, path, found.settled))
    out = tmp_path / "refused.xlsx"
    assert save_refused(result, out, str, problem_sentence) == 2
    book = load_workbook(out)
    cells = book.active
    assert cells is not None
    assert [cells.cell(1, column).value for column in (1, 8, 9)] == [
        "Agency", "Row (Partner Desk)", "Reason (Partner Desk)"
    ]
    assert cells.cell(2, 8).value == 4
    assert "Name" in str(cells.cell(2, 9).value)
    cells.cell(2, 1).value = "Mended"
    book.save(out)
    again, proposal = _proposed(office, out)
    assert shape_of(again.headings) == shape_of(sheet.headings)
    assert proposal.remembered == "partners · Sheet"
    mended = taking.apply(office, taking.preview(office, out, proposal.settled))
    assert (mended.new, mended.refused) == (1, 1)
    with office.reading() as reader:
        kept = reader.find(Organization, name="Mended")[0]
    assert not any("Partner Desk" in heading for heading in kept.extra)


def test_a_person_may_say_another_time_that_a_row_is_another_record(
    office: Store, tmp_path: Path
) -> None:
    first, second = Organization(name="River Clubs"), Organization(name="Clubs of the River")
    with office.writing(Operation("record.add")) as work:
        work.add_many([first, second])
    path = _book(tmp_path / "partners.xlsx", PARTNERS)
    key = next(each.key for each in _preview(office, path).rows if each.number == 2)
    for held in (first, second):
        taking.apply(office, _preview(office, path), {key: held.id})
        with office.reading() as reader:
            assert [each.survivor_id for each in reader.find(Alias)] == [held.id]
    # Told once, it holds from then on.
    again = next(each for each in _preview(office, path).rows if each.number == 2)
    assert again.state == "unchanged"


def test_a_person_says_which_record_a_row_is(office: Store, tmp_path: Path) -> None:
    held = Organization(name="River Club Incorporated", website="https://river.org")
    with office.writing(Operation("record.add")) as work:
        work.add(held)
        work.add(PhoneNumber(organization_id=held.id, number="410-555-0100"))
    before = office.digest()
    path = _book(tmp_path / "partners.xlsx", PARTNERS)
    seen = _preview(office, path)
    row = next(each for each in seen.rows if each.number == 2)
    assert [each.record_id for each in row.alike] == [held.id]
    assert seen.doubtful == 1
    decided = taking.apply(office, seen, {row.key: held.id})
    assert (decided.new, decided.changed) == (2, 1)
    with office.reading() as reader:
        now = reader.get(Organization, held.id)
        aliases = reader.find(Alias, of_kind="organization")
        count = len(reader.find(Organization))
        phones = sorted(each.number for each in reader.find(PhoneNumber, organization_id=held.id))
    assert phones == ["(410) 555-0199", "410-555-0100"]
    assert now is not None
    assert (now.name, now.website, now.email) == (
        "River Club", "https://river.org", "hello@river.org"
    )
    assert ([each.survivor_id for each in aliases], count) == ([held.id], 3)
    again = _preview(office, path)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 3)
    office.undo(decided.change_set_id)
    assert office.digest() == before


def test_left_out_rows_are_counted_and_not_written(office: Store, tmp_path: Path) -> None:
    path = _book(tmp_path / "partners.xlsx", PARTNERS)
    key = _preview(office, path).rows[0].key
    result = taking.apply(office, _preview(office, path), {key: "leave"})
    assert (result.new, result.refused) == (2, 3)
    assert "row.left_out" in {each.code for each in result.refusals}


def test_a_row_that_is_not_taken_is_called_what_the_sheet_calls_it(
    office: Store, tmp_path: Path
) -> None:
    rows = (("Organization", "PROGRAM", "Phone"), ("River Club", "Swim", "401-555-0101"),
            (None, "Judo", "401-555-0102"), (None, None, "401-555-0103"))
    path = _book(tmp_path / "partners.xlsx", rows)
    settled = _proposed(office, path, "organization")[1].settled
    first = taking.preview(office, path, settled).rows[0]
    seen = taking.preview(office, path, settled, {first.key: "leave"})
    assert [(each.state, each.caption) for each in seen.rows] == [
        ("refused", "River Club"), ("refused", "Judo"), ("refused", "")]


def test_rows_of_one_name_that_say_different_things_name_each_other(
    office: Store, tmp_path: Path
) -> None:
    rows = (("Organization", "Phone"), ("A Club", "401-555-0101"), ("A Club", "401-555-0102"),
            ("A Club", "401-555-0101"))
    seen = _preview(office, _book(tmp_path / "partners.xlsx", rows))
    assert (seen.new, seen.unchanged, seen.refused) == (1, 1, 1)
    assert [(each.row, each.code, each.values["row"]) for each in seen.refusals] == [
        (3, "row.conflicts", 2)
    ]


def test_an_organization_called_twice_is_not_guessed(office: Store, tmp_path: Path) -> None:
    with office.writing(Operation("record.add")) as work:
        for _ in range(2):
            work.add(Organization(name="Lake Club"))
        work.add(Organization(name="Big River Club", alternate_name="River Club; RC"))
    seen = _preview(office, _book(tmp_path / "camps.xlsx", CAMPS))
    assert [(each.row, each.code) for each in seen.refusals] == [(5, "organization.several")]
    taking.apply(office, seen)
    with office.reading() as reader:
        assert len(reader.find(Organization)) == 3


def test_cancelled_or_changed_nothing_is_written(office: Store, tmp_path: Path) -> None:
    path = _book(tmp_path / "partners.xlsx", PARTNERS)
    seen = _preview(office, path)
    before = office.digest()
    with pytest.raises(Cancelled):
        taking.apply(office, seen, cancelled=lambda: True)
    _book(path, PARTNERS[:3])
    with pytest.raises(InputError, match="import.file_changed"):
        taking.apply(office, seen)
    assert office.digest() == before


def test_what_is_settled_goes_through_json(office: Store, tmp_path: Path) -> None:
    _, found = _proposed(office, _book(tmp_path / "camps.xlsx", CAMPS))
    assert from_json(to_json(found.settled)) == found.settled
    # The whole answer of the terminal will do as well.
    assert from_json(f'{{"read": 12, "settled": {to_json(found.settled)}}}') == found.settled
    for text in ("", "[]", '{"target": "moon"}', '{"target": "school", "uses": [{}]}'):
        with pytest.raises(InputError, match="sheet.map_unreadable"):
            from_json(text)
    turned = found.settled.fitted(("Agency", "Program", "Row (Partner Desk)", "New"))
    assert [use.field for use in turned.uses] == [
        "organization.name", "service.name", "leave", "keep"
    ]


def test_codes_of_web_pages_are_read_and_told_of(office: Store, tmp_path: Path) -> None:
    rows = (("Organization", "Contact Person", "Notes"),
            ("Children&#39;s Home", "Ana &amp; Bo&nbsp;Lee", "AT&T &amp; more"),
            ("Bo&#39;s Club", None, "&c"), ("Old Mill", None, "&nbsp;"))
    path = _book(tmp_path / "partners.xlsx", rows)
    seen = _preview(office, path)
    assert [each.caption for each in seen.rows] == ["Children's Home", "Bo's Club", "Old Mill"]
    assert [(each.column, each.code, dict(each.values)) for each in seen.notes
            if each.code == "cell.web_codes"] == [
        ("", "cell.web_codes", {"count": 5, "value": "&#39;"})]
    taking.apply(office, seen)
    with office.reading() as reader:
        notes = {each.name: each.notes for each in reader.find(Organization)}
    assert notes == {"Children's Home": "AT&T & more", "Bo's Club": "&c", "Old Mill": ""}
    again = _preview(office, path)
    assert (again.new, again.changed) == (0, 0)


def test_the_category_that_a_word_was_taken_for_is_shown(office: Store, tmp_path: Path) -> None:
    sport = Category(name="Sports programs")
    with office.writing(Operation("record.add")) as work:
        work.add(sport)
    rows = (("Program", "Agency", "Category", "Ages"), ("Swim", "River Club", "sport", "6 - 14"),
            ("Read", "River Club", "Books", "6 - 14"))
    seen = _preview(office, _book(tmp_path / "camps.xlsx", rows))
    shown = [[(field.kind, field.before, field.after) for field in each.fields
              if field.field == "category_id"] for each in seen.rows]
    assert shown == [[("service_category", "", "Sports programs")], []]
