"""What cells say: telephones, addresses, ages, hours, and what Excel has spoilt."""

from datetime import date, time

import pytest

from partner_desk.files.hours_from_words import FoundHours, hours_in, time_in
from partner_desk.files.sheets.look import Damage, Reading, SheetRow
from partner_desk.services.sheets.addresses import FoundAddress, split_address, zip_code
from partner_desk.services.sheets.ages import ages_in, grades_in, serial_range
from partner_desk.services.sheets.cells import is_damaged, says_nothing
from partner_desk.services.sheets.costs import costs_in
from partner_desk.services.sheets.people import person
from partner_desk.services.sheets.phones import FoundPhone, phones_in
from partner_desk.services.sheets.row_reading import RowReader
from partner_desk.services.sheets.settled import ColumnUse, Settled
from partner_desk.services.sheets.typed import day_of, typed_text


@pytest.mark.parametrize(("text", "found"), [
    ("410-555-0100 x5 / (410) 555-0199 cell, ask for Ana", [
        FoundPhone("(410) 555-0100", "5"),
        FoundPhone("(410) 555-0199", "", "cell", "cell, ask for Ana"),
    ]),
    ("Main: 802-555-0101; Fax: 802-555-0102", [
        FoundPhone("(802) 555-0101"), FoundPhone("(802) 555-0102", "", "fax"),
    ]),
    ("3865286", [FoundPhone("3865286")]),
    ("Ana Ruiz / 818.280.6410 (office)", [
        FoundPhone("(818) 280-6410", "", "", "Ana Ruiz; office"),
    ]),
    ("1-800-CALL-NOW", [FoundPhone("1-800-CALL-NOW")]),
    ("211", [FoundPhone("211")]),
    ("+52 55 1234 5678", [FoundPhone("+52 55 1234 5678")]),
    ("call the front desk", []),
    ("(626)333-.726", []),
])
def test_several_telephones_in_a_cell(text: str, found: list[FoundPhone]) -> None:
    assert phones_in(text) == found


@pytest.mark.parametrize(("text", "found"), [
    ("8800 Canterbury Avenue, Suite 5, Los Angeles, CA 91331",
     ("8800 Canterbury Avenue", "Suite 5", "Los Angeles", "CA", "91331")),
    ("123 Main St #4, Providence RI 2903", ("123 Main St", "#4", "Providence", "RI", "02903")),
    ("501 RIGGS ROAD NE", ("501 RIGGS ROAD NE", "", "", "", "")),
    ("Hinesburg, VT", ("", "", "Hinesburg", "VT", "")),
    ("PO Box 12\nBaltimore, Maryland 21201", ("PO Box 12", "", "Baltimore", "MD", "21201")),
    ("138 Bay 20th Street11214\n(40.60, -74.00)", ("138 Bay 20th Street", "", "", "", "11214")),
    ("100 Main Street Burlington VT 05401", ("100 Main Street", "", "Burlington", "VT", "05401")),
])
def test_an_address_in_one_cell(text: str, found: tuple[str, ...]) -> None:
    assert split_address(text) == FoundAddress(*found)


def test_zeros_of_zip_codes_come_back_only_where_codes_begin_with_one() -> None:
    assert (zip_code("2903"), zip_code("2903", "RI"), zip_code("2903", "CA")) == (
        "02903", "02903", "2903"
    )
    assert zip_code("29031802") == "02903-1802"
    assert typed_text("organization", "ein", "10342663", Reading()) == "010342663"


@pytest.mark.parametrize(("text", "ages"), [
    ("6", (6, 6)), ("5+", (5, None)), ("6 - 14", (6, 14)), ("K-5", (5, 11)),
    ("18 months to 4 years", (1, 4)), ("under 12", (0, 11)), ("up to 12", (0, 12)),
    ("9th-12th", (14, 18)), ("Elem/MS", (5, 14)), ("Ages 6-12", (6, 12)),
])
def test_ages_that_are_certain(text: str, ages: tuple[int, int | None]) -> None:
    assert ages_in(text) == ages


def test_ages_that_are_not_certain_are_not_guessed() -> None:
    assert ages_in("4+ depending on the week") is None
    assert ages_in("all") is None
    assert grades_in("see website") is None


def test_a_range_that_excel_read_as_a_date_is_known_again() -> None:
    assert serial_range(46118) == "4-6"
    assert serial_range("46,118") == "4-6"
    assert serial_range(date(2026, 4, 6)) == "4-6"
    assert (serial_range(12), serial_range("6-14"), serial_range(True)) == ("", "", "")


@pytest.mark.parametrize(("text", "hours"), [
    ("Mon-Fri 3-6pm", [("MO,TU,WE,TH,FR", time(15), time(18), "WEEKLY")]),
    ("M/W/F 9:00 AM - 12:00 PM", [("MO,WE,FR", time(9), time(12), "WEEKLY")]),
    ("Monday to Friday 8:00 am to 4:30 pm; Sat 10am-2pm",
     [("MO,TU,WE,TH,FR", time(8), time(16, 30), "WEEKLY"), ("SA", time(10), time(14), "WEEKLY")]),
    ("lunes a viernes 9am-5pm", [("MO,TU,WE,TH,FR", time(9), time(17), "WEEKLY")]),
    ("Fri2nd", [("2FR", None, None, "MONTHLY")]),
    ("24/7", [("MO,TU,WE,TH,FR,SA,SU", time(0), time(23, 59), "WEEKLY")]),
])
def test_hours_that_are_certain(text: str, hours: list[tuple[str, time, time, str]]) -> None:
    assert hours_in(text) == [FoundHours(*each) for each in hours]


def test_hours_that_are_not_certain_stay_words() -> None:
    assert hours_in("Mon-Thu 9-5, Fri 9-12") is None
    assert hours_in("by appointment") is None
    assert hours_in("Mon-Fri\n9am-5pm") is None
    assert hours_in("1st Mar 9am-5pm") is None
    assert (time_in("1730"), time_in("0830"), time_in("5")) == (time(17, 30), time(8, 30), None)


def test_what_says_nothing_and_what_is_spoilt() -> None:
    assert all(map(says_nothing, ("N/A", "-", "TBD", "No Data", "none", "x", "Unknown", "—")))
    assert not any(map(says_nothing, ("Nonesuch", "0", "Xavier", "No")))
    assert not says_nothing("x", marks=True)
    assert is_damaged(Damage("#REF!"))
    assert is_damaged("#REF!")
    assert not is_damaged("#1 Preschool")


@pytest.mark.parametrize(("text", "costs"), [
    ("$120", [("", "120", "")]), ("$1,250.50", [("", "1250.50", "")]), ("Free", [("", "0", "")]),
    ("FREE!", [("", "0", "")]), ("gratis", [("", "0", "")]), ("385", [("", "385", "")]),
    ("$116-$145", [("", "116", "$116-$145")]), ("$120 / week", [("", "120", "$120 / week")]),
    ("Tier A: $615\nTier B: $515 per week",
     [("Tier A", "615", ""), ("Tier B", "515", "$515 per week")]),
    ("$375 members $430 nonmembers", []), ("176 .80", []), ("sliding scale", []), ("0", []),
    ("free for members", []), ("", []),
])
def test_costs_that_are_certain(text: str, costs: list[tuple[str, str, str]]) -> None:
    assert [*costs_in(text)] == costs


@pytest.mark.parametrize(("text", "name", "title"), [
    ("Ruiz, Ana", "Ana Ruiz", ""), ("O'Neil, Mary-Jo", "Mary-Jo O'Neil", ""),
    ("De León, Ana M.", "Ana M. De León", ""), ("Núñez, Ana, Directora", "Ana Núñez", "Directora"),
    ("Ana Núñez, Directora", "Ana Núñez", "Directora"), ("Smith, Jr.", "Smith, Jr.", ""),
    ("Bo Smith, Jr., Manager", "Bo Smith, Jr.", "Manager"),
    ("Dr. Ann Lee, MD", "Dr. Ann Lee", "MD"), ("Ann Lee, M.D., Ph.D.", "Ann Lee", "M.D., Ph.D."),
    ("Cy Roe, Executive Director", "Cy Roe", "Executive Director"),
    ("Ana Ruiz, Bo Lee and Cy Roe", "Ana Ruiz, Bo Lee and Cy Roe", ""),
    ("Providence, RI", "Providence, RI", ""), ("Ana", "Ana", ""), (", Ana", ", Ana", ""),
])
def test_names_are_turned_only_where_it_is_certain(text: str, name: str, title: str) -> None:
    assert person(text) == (name, title)


def test_days_and_pages_are_put_straight() -> None:
    assert day_of("03/04/2026", Reading(dates="mdy")) == date(2026, 3, 4)
    assert day_of("03/04/2026", Reading(dates="dmy")) == date(2026, 4, 3)
    assert typed_text("organization", "website", "https//example.org/", Reading()) == (
        "https://example.org/"
    )
    assert typed_text("organization", "email", "mailto:Ana@Example.org", Reading()) == (
        "ana@example.org"
    )


def test_a_whole_address_in_the_streets_column_is_told_apart_and_nowhere_is_no_place() -> None:
    headings = ("Name", "Street", "State", "Lat", "Lon")
    paths = ("service.name", "address.address_1", "address.state_province", "location.latitude",
             "location.longitude")
    uses = tuple(ColumnUse(at, path) for at, path in enumerate(paths))
    cells = ("School", "330 E 93rd St. Los Angeles, CA 90003", "CA", 0.0, 0.0)
    row = RowReader(Settled("service", uses=uses), headings).read(SheetRow(2, cells))
    assert row.values["address", 1] == {
        "address_1": "330 E 93rd St.", "city": "Los Angeles", "state_province": "CA",
        "postal_code": "90003",
    }
    assert row.extra == {"Street": "330 E 93rd St. Los Angeles, CA 90003"}
    assert row.values["location", 1] == {}
