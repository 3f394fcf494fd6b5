"""Labels, cards and CSV of the directory, read back by the programs they are for."""

import csv
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from partner_desk.files import csv_out
from partner_desk.files.labels import SHEETS
from partner_desk.files.pdf.render import Pdf
from partner_desk.files.sheets import look
from partner_desk.files.vcard import ContactCard, to_vcf
from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.errors import InputError
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Address, Location
from partner_desk.model.queries import ListQuery
from partner_desk.services.directory.addresses import contact_cards, labels
from partner_desk.services.directory.entries import postal
from partner_desk.services.exporting_csv import export_csv
from partner_desk.store.store import Store

ORGANIZATIONS = ListQuery("organization")
CONTACTS = ListQuery("contact")


def _partners(office: Store, count: int = 1, name: str = "River House") -> list[Organization]:
    found = [Organization(name=f"{name} {n:02d}", description='Says "hi", ñ;\nand goes')
             for n in range(count)]
    with office.writing(Operation("test")) as work:
        for n, each in enumerate(found):
            place = Location(organization_id=each.id, name="Main")
            work.add_many([
                each, place,
                Address(location_id=place.id, address_1=f"{n} Elm St", city="Baltimore",
                        state_province="MD", postal_code="02101"),
                Contact(organization_id=each.id, name="Ana Núñez, Ed.D.", title="Director",
                        email="ana@river.example"),
                PhoneNumber(organization_id=each.id, number="(410) 555-0100", extension="7"),
                PhoneNumber(organization_id=each.id, number="(410) 555-0101", type="fax"),
                PhoneNumber(organization_id=each.id, number="(410) 555-0101", type="fax"),
            ])
    return found


def _rects(pdf: Pdf, page: int = 0) -> list[tuple[float, float, float, float]]:
    text = pypdfium2.PdfDocument(pdf.data)[page].get_textpage()
    return [text.get_rect(n) for n in range(text.count_rects())]


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_labels_stand_within_their_places(office: Store, paper: str) -> None:
    _partners(office, 31, "The Very Long Name of a Society for the Common Good of All " * 2)
    made = labels(office, ORGANIZATIONS, 1, paper)
    pdf = made.pdf
    size, sheet = SHEETS[paper]
    assert made.without == 0
    assert made.shortened == ()
    assert pdf.pages == 2
    rects = _rects(pdf)
    assert rects
    height = size.value[1]
    for left, bottom, right, top in rects:
        column = int((left - sheet.left) // sheet.step_x)
        row = int((height - top - sheet.top) // sheet.step_y)
        assert right <= sheet.left + column * sheet.step_x + sheet.width
        assert height - bottom <= sheet.top + row * sheet.step_y + sheet.height


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_what_has_no_room_on_a_label_is_shortened_and_told(office: Store, paper: str) -> None:
    long = Organization(id="long", name="Society for the Common Good " * 40)
    tall = Organization(id="tall", name="Tall House")
    with office.writing(Operation("test")) as work:
        work.add_many([
            long, tall,
            Address(organization_id="long", address_1="12 Elm St", city="Baltimore"),
            Address(organization_id="tall", city="Towson", state_province="MD",
                    address_1="Upon the Long Old Road " * 60),
        ])
    _partners(office, 2)
    made = labels(office, ORGANIZATIONS, 3, paper)
    assert sorted(each.split()[0] for each in made.shortened) == ["Society", "Tall"]
    size, sheet = SHEETS[paper]
    for _, bottom, _, top in _rects(made.pdf):
        row = int((size.value[1] - top - sheet.top) // sheet.step_y)
        assert size.value[1] - bottom <= sheet.top + row * sheet.step_y + sheet.height
    text = PdfReader(BytesIO(made.pdf.data)).pages[0].extract_text()
    assert text.count("…") == 2
    for whole in ("12 Elm St", "Tall House", "Towson, MD", "River House 00"):
        assert whole in text


def test_labels_begin_where_the_sheet_is_not_used_up(office: Store) -> None:
    _partners(office, 2)
    pdf = labels(office, ORGANIZATIONS, 30, "letter").pdf
    assert pdf.pages == 2
    sheet = SHEETS["letter"][1]
    assert all(left > sheet.left + 2 * sheet.step_x for left, _, _, _ in _rects(pdf))
    with pytest.raises(InputError) as refused:
        labels(office, ORGANIZATIONS, 31, "letter")
    assert refused.value.problems[0].values == {"limit": 30}


def test_labels_of_contacts_name_the_organization(office: Store) -> None:
    _partners(office)
    pdf = labels(office, CONTACTS).pdf
    text = PdfReader(BytesIO(pdf.data)).pages[0].extract_text()
    assert text.split("\n") == [
        "Ana Núñez, Ed.D.", "Director", "River House 00", "0 Elm St", "Baltimore, MD 02101",
    ]


def test_who_has_no_address_gets_no_label_and_is_counted(office: Store) -> None:
    with office.writing(Operation("test")) as work:
        work.add(Organization(name="Nowhere"))
    with pytest.raises(InputError) as refused:
        labels(office, ORGANIZATIONS)
    assert refused.value.problems[0].values == {"without": 1}
    _partners(office)
    assert labels(office, ORGANIZATIONS).without == 1


def test_cards_are_read_by_an_address_book(office: Store) -> None:
    _partners(office, 2)
    data = to_vcf(contact_cards(office, CONTACTS))
    text = data.decode("utf-8")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    first, second = vobject.readComponents(text)
    assert first.version.value == "3.0"
    assert first.fn.value == "Ana Núñez, Ed.D."
    assert (first.n.value.family, first.n.value.suffix) == ("Núñez", "Ed.D.")
    assert first.org.value == ["River House 00"]
    assert first.adr.value.code == "02101"
    assert first.note.value == 'Says "hi", ñ;\nand goes'
    assert [(each.value, each.type_paramlist) for each in first.tel_list] == [
        ("(410) 555-0100 x7", ["VOICE", "WORK"]), ("(410) 555-0101", ["FAX", "WORK"]),
    ]
    assert first.uid.value != second.uid.value


@pytest.mark.parametrize(("name", "family", "given", "suffix"), [
    ("Bounmy Sisouvanh (ບຸນມີ ສີສຸວັນ)", "Sisouvanh", "Bounmy", ""),
    ("Robert (Bob) Lee, M.D.", "Lee", "Robert", "M.D."),
    ("(Ana)", "(Ana)", "", ""),
])
def test_brackets_are_no_part_of_a_family_name(
    name: str, family: str, given: str, suffix: str
) -> None:
    card = vobject.readOne(to_vcf([ContactCard("1", name)]).decode("utf-8"))
    assert card.fn.value == name
    assert (card.n.value.family, card.n.value.given, card.n.value.suffix) == (
        family, given, suffix)


def test_a_card_has_the_telephones_of_nobody_else(office: Store) -> None:
    owner = Organization(name="River House")
    ana, ben = (Contact(organization_id=owner.id, name=each) for each in ("Ana", "Ben"))
    with office.writing(Operation("test")) as work:
        work.add_many([
            owner, ana, ben,
            PhoneNumber(organization_id=owner.id, number="410 555 0100"),
            *(PhoneNumber(organization_id=owner.id, contact_id=each.id, number=number)
              for each, number in ((ana, "410 555 0101"), (ben, "410 555 0102"))),
        ])
    said = {each.name: [number for number, _ in each.phones]
            for each in contact_cards(office, CONTACTS)}
    assert said == {"Ana": ["410 555 0101", "410 555 0100"],
                    "Ben": ["410 555 0102", "410 555 0100"]}


def test_a_town_in_the_place_of_the_street_is_said_once(office: Store) -> None:
    owner = Organization(name="River House")
    address = Address(organization_id=owner.id, address_1="Baltimore ", city="baltimore",
                      state_province="MD")
    with office.writing(Operation("test")) as work:
        work.add_many([owner, address])
    pdf = labels(office, ORGANIZATIONS).pdf
    assert PdfReader(BytesIO(pdf.data)).pages[0].extract_text().lower().count("baltimore") == 1
    assert postal(address) == "baltimore, MD"


def test_without_contacts_there_are_no_cards(office: Store) -> None:
    with pytest.raises(InputError) as refused:
        contact_cards(office, CONTACTS)
    assert refused.value.problems[0].code == "cards.empty"


def test_csv_holds_the_list_as_excel_reads_it(office: Store, tmp_path: Path) -> None:
    _partners(office, 3)
    path = tmp_path / "out.csv"
    rows = export_csv(office, ORGANIZATIONS, path, lambda text: text)
    data = path.read_bytes()
    assert rows == 3
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 4
    found = list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True)))
    assert [each["Name"] for each in found] == [f"River House {n:02d}" for n in range(3)]
    assert found[0]["Description"] == 'Says "hi", ñ;\nand goes'


@pytest.mark.parametrize(("value", "expected"), [
    ("=1+1", "'=1+1"), ("+1 410", "'+1 410"), ("-x", "'-x"), ("@a", "'@a"),
    ("\t=1", "'\t=1"), (" =1", "' =1"), ("02101", '="02101"'), ("0", "0"), ("21210", "21210"),
    ("123456789012", '="123456789012"'), ("a=b", "a=b"), ("", ""), (None, ""),
    (-5, "-5"), ("a\r\nb", "a\nb"), ("'=1", "''=1"), ("'Round here", "'Round here"),
    ("4-6", '="4-6"'), ("9/12", '="9/12"'), ("1/2/26", '="1/2/26"'), ("2026-27", '="2026-27"'),
    ("Mar 1", '="Mar 1"'), ("3 sept", '="3 sept"'), ("1E5", '="1E5"'), ("3.10", '="3.10"'),
    ("03.04", '="03.04"'), (".5", '=".5"'), ("5.", '="5."'), ("1 1/2", '="1 1/2"'),
    ("(5)", '="(5)"'), ("10%", '="10%"'), ("$5", '="$5"'), ("1,234", '="1,234"'),
    ("1:30", '="1:30"'), ("9:00 am", '="9:00 am"'), ("9 am", '="9 am"'), ("TRUE", '="TRUE"'),
    ("1.5.2026", '="1.5.2026"'), ("5 ene", '="5 ene"'), ("dic 24", '="dic 24"'), ("2.5", "2.5"),
    ("May", "May"), ("9:00 am to noon", "9:00 am to noon"), ("$5 a visit", "$5 a visit"),
    ("555-0100", "555-0100"), ("ages 4-6", "ages 4-6"), ("Marching 2 times", "Marching 2 times"),
    (date(2026, 3, 1), "2026-03-01"), (Decimal("2.50"), "2.50"),
])
def test_csv_cells_run_nothing_and_lose_nothing(value: object, expected: str) -> None:
    assert csv_out.cell(value) == expected


@given(st.text(alphabet="=+-@'\"09/-.eEmar \tñ", max_size=8))
def test_what_guards_a_cell_is_taken_off_again(text: str) -> None:
    assert csv_out.text_of(csv_out.cell(text)) == text


def test_our_own_csv_is_read_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    said = [("=1+1 & co", "02101", "4-6"), ("'=x", "00012", "Mar 1"), ("Plain", "21210", "-1")]
    csv_out.write(path, ("Name", "ZIP", "Ages"), said)
    found = [tuple(map(str, each.cells)) for each in look.rows(path, look.Reading())]
    assert found == said
