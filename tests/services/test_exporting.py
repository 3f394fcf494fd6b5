"""Lists and evaluation results as workbooks, from a real office, read back by openpyxl."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from partner_desk.model.agreements import Agreement, AgreementService, FinancialResponsibility
from partner_desk.model.categories import Category, ServiceCategory
from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.errors import Cancelled, InputError
from partner_desk.model.evaluations import Answer, EvaluationForm, Question, Response
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.model.places import Address, Location, Schedule, ServiceAtLocation
from partner_desk.model.queries import ListQuery
from partner_desk.model.registry import KINDS
from partner_desk.model.resources import CostOption, Service
from partner_desk.services.exporting import evaluation_results, export_list
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

SPANISH = {
    "Resources": "Recursos", "Name": "Nombre", "Active": "Activo", "Yes": "Sí", "No": "No",
    "Inactive": "Inactivo", "Phones": "Teléfonos",
}


def plain(text: str) -> str:
    return text


def spanish(text: str) -> str:
    return SPANISH.get(text, text)


def keep(store: Store, *records: Record) -> None:
    with store.writing(Operation("test")) as work:
        work.add_many(records)


def rows(path: Path, sheet: str) -> list[dict[str, object]]:
    """The rows of a sheet as dicts by heading."""
    heading, *found = load_workbook(path)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, heading), row, strict=True)) for row in found]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out.xlsx"


@pytest.fixture
def directory(office: Store) -> Store:
    """Two organizations with resources; one is offered at a place with an address and hours."""
    arts = Organization(name="Riverside <b>Arts</b> & Co", email="hi@arts.org", ein="012345678")
    food = Organization(name="=Food Bank", website="https://food.org/a?b=1")
    painting = Service(organization_id=arts.id, name="Pintura para niños", minimum_age=6,
                       assured_date=date(2026, 1, 31), url="https://arts.org")
    pantry = Service(organization_id=food.id, name="សាលា pantry", status="inactive")
    hall = Location(organization_id=arts.id, name="Town Hall")
    unnamed = Location(organization_id=food.id)
    painting_there = ServiceAtLocation(service_id=painting.id, location_id=hall.id)
    pantry_there = ServiceAtLocation(service_id=pantry.id, location_id=hall.id)
    ann = Contact(organization_id=arts.id, name="Ann Núñez", may_sign=True)
    topic = Category(name="Arts")
    keep(
        office, arts, food, painting, pantry, hall, unnamed, painting_there, pantry_there, ann,
        Address(location_id=hall.id, address_1="1 Main St", postal_code="02139"),
        PhoneNumber(service_id=painting.id, number="410-555-0100", extension="007"),
        PhoneNumber(contact_id=ann.id, number="311"),
        Schedule(service_at_location_id=painting_there.id, byday="MO,WE",
                 opens_at=time(8, 30), closes_at=time(17, 0)),
        CostOption(service_id=painting.id, option="Adults", amount=Decimal("12.50")),
        topic, ServiceCategory(service_id=painting.id, category_id=topic.id),
    )
    return office


def test_the_list_is_the_first_sheet_with_its_fields_as_they_are(
    directory: Store, target: Path
) -> None:
    result = export_list(directory, ListQuery("service"), target, plain)
    found = rows(target, "Resources")
    assert result.rows == len(found) == 2 and result.sheets[0] == "Resources"
    painting = next(row for row in found if row["Name"] == "Pintura para niños")
    assert next(iter(painting)) == "Name"
    assert painting["Organization"] == "Riverside <b>Arts</b> & Co"
    assert painting["From age"] == 6
    assert painting["Verified on"] == datetime(2026, 1, 31)
    assert painting["Status"] == "Active"
    assert {row["Name"] for row in found} == {"Pintura para niños", "សាលា pantry"}


def test_rows_that_belong_to_a_record_have_their_own_sheets(
    directory: Store, target: Path
) -> None:
    result = export_list(directory, ListQuery("service"), target, plain)
    assert set(result.sheets) == {
        "Resources", "Resources at places", "Addresses", "Phones", "Opening hours", "Costs",
        "Categories of a resource",
    }
    (phone,) = rows(target, "Phones")
    assert (phone["Resource"], phone["Number"], phone["Extension"], phone["Kind"]) == (
        "Pintura para niños", "410-555-0100", "007", "Voice"
    )
    (hours,) = rows(target, "Opening hours")
    assert (hours["Resource"], hours["Place or contact"], hours["Opens at"]) == (
        "Pintura para niños", "Town Hall", time(8, 30)
    )
    (cost,) = rows(target, "Costs")
    assert (cost["Resource"], cost["For whom"], cost["Amount"]) == (
        "Pintura para niños", "Adults", 12.5
    )
    (topic,) = rows(target, "Categories of a resource")
    assert topic["Category"] == "Arts"


def test_the_address_of_a_place_stands_with_every_resource_offered_there(
    directory: Store, target: Path
) -> None:
    export_list(directory, ListQuery("service"), target, plain)
    found = [
        (row["Resource"], row["Place or contact"], row["Street"], row["ZIP code"])
        for row in rows(target, "Addresses")
    ]
    assert sorted(found, key=str) == [
        ("Pintura para niños", "Town Hall", "1 Main St", "02139"),
        ("សាលា pantry", "Town Hall", "1 Main St", "02139"),
    ]


def test_an_organization_goes_out_with_its_resources_and_the_phones_of_its_contacts(
    directory: Store, target: Path
) -> None:
    export_list(directory, ListQuery("organization"), target, plain)
    names = [row["Name"] for row in rows(target, "Organizations")]
    assert set(names) == {"Riverside <b>Arts</b> & Co", "=Food Bank"}
    assert rows(target, "Organizations")[names.index("Riverside <b>Arts</b> & Co")]["EIN"] == (
        "012345678"
    )
    assert {row["Organization"] for row in rows(target, "Resources")} == set(names)
    (phone,) = rows(target, "Phones")
    assert (phone["Organization"], phone["Place or contact"], phone["Number"]) == (
        "Riverside <b>Arts</b> & Co", "Ann Núñez", "311"
    )
    (contact,) = rows(target, "Contacts")
    assert contact["May sign agreements"] == "Yes"
    sheet = load_workbook(target)["Organizations"]
    assert "f" not in {cell.data_type for row in sheet for cell in row}


def test_only_what_is_listed_goes_out_in_the_order_of_the_list(
    directory: Store, target: Path
) -> None:
    export_list(directory, ListQuery("service", search="pintura"), target, plain)
    assert [row["Name"] for row in rows(target, "Resources")] == ["Pintura para niños"]
    assert len(rows(target, "Addresses")) == 1
    query = ListQuery("organization", order="name", descending=True)
    export_list(directory, query, target, plain, fields=("name",))
    with directory.reading() as reader:
        wanted = [each.caption for each in reader.get_many(Organization, reader.ids(query))]
    assert [row["Name"] for row in rows(target, "Organizations")] == wanted


def test_labels_and_choices_are_in_the_readers_language(directory: Store, target: Path) -> None:
    result = export_list(directory, ListQuery("service"), target, spanish)
    assert result.sheets[0] == "Recursos" and "Teléfonos" in result.sheets
    assert {row["Status"] for row in rows(target, "Recursos")} == {"Activo", "Inactivo"}
    assert "Nombre" in rows(target, "Recursos")[0]


def test_chosen_fields_stand_in_their_order_and_unknown_ones_are_refused(
    directory: Store, target: Path
) -> None:
    export_list(directory, ListQuery("service"), target, plain, fields=("status", "name"))
    assert list(rows(target, "Resources")[0]) == ["Status", "Name"]
    with pytest.raises(InputError) as raised:
        export_list(directory, ListQuery("service"), target, plain, fields=("name", "deleted_at"))
    assert [each.code for each in raised.value.problems] == ["field.unknown"]


def test_a_public_file_holds_public_fields_only(directory: Store, target: Path) -> None:
    result = export_list(directory, ListQuery("organization"), target, plain, public=True)
    first = rows(target, "Organizations")[0]
    assert "Email" in first and not {"EIN", "Notes", "Tags"} & set(first)
    assert "Contacts" not in result.sheets and "Phones" not in result.sheets
    sheets = load_workbook(target)
    words = {str(cell) for sheet in sheets for row in sheet.values for cell in row}
    assert not any("Ann" in word for word in words)
    with pytest.raises(InputError) as raised:
        export_list(directory, ListQuery("contact"), target, plain, public=True)
    assert raised.value.code == "export.nothing_public"


def test_the_divisions_of_agreements_keep_their_order(office: Store, target: Path) -> None:
    partner = Organization(name="Arts")
    partnership = Partnership(organization_id=partner.id, name="Arts at school")
    agreement = Agreement(partnership_id=partnership.id, title="Painting", number="2026-0001")
    keep(
        office, partner, partnership, agreement,
        AgreementService(agreement_id=agreement.id, description="Second", position=2),
        AgreementService(agreement_id=agreement.id, description="First", position=1),
        FinancialResponsibility(
            agreement_id=agreement.id, item="Paint", amount=Decimal("1234.50"), position=1
        ),
    )
    export_list(office, ListQuery("agreement"), target, plain)
    assert rows(target, "Agreements")[0]["Partnership"] == "Arts at school"
    assert [row["Service"] for row in rows(target, "Services")] == ["First", "Second"]
    (money,) = load_workbook(target)["Financial responsibilities"].iter_rows(min_row=2)
    amount = next(cell for cell in money if cell.value == 1234.5)
    assert "$" in amount.number_format


@pytest.mark.parametrize("kind", [kind for kind, entity in KINDS.items() if any(
    each.title for each in entity.declarations.values())])
def test_every_kind_can_be_exported(directory: Store, target: Path, kind: str) -> None:
    result = export_list(directory, ListQuery(kind), target, plain)
    with directory.reading() as reader:
        assert result.rows == reader.count(ListQuery(kind))
    headings = [cell.value for cell in load_workbook(target).worksheets[0][1]]
    assert headings[0] == KINDS[kind].title_field().label


def test_references_are_never_fetched_one_by_one(
    office: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owners = [Organization(name=f"Organization {number}") for number in range(600)]
    services = [Service(organization_id=each.id, name=f"At {each.name}") for each in owners]
    keep(office, *owners, *services)
    asked: list[int] = []
    original: Callable[..., list[Record]] = Reader.get_many

    def counted(self: Reader, entity: type[Record], ids: list[str]) -> list[Record]:
        asked.append(len(ids))
        return original(self, entity, ids)

    monkeypatch.setattr(Reader, "get_many", counted)
    export_list(office, ListQuery("service"), target, plain)
    assert len(asked) <= 6, asked
    found = rows(target, "Resources")
    assert len(found) == 600
    assert all(row["Name"] == f"At {row['Organization']}" for row in found)


def test_both_engines_give_the_same_workbook(any_office: Store, target: Path) -> None:
    owner = Organization(name="Đặng Arts", email="a@b.org")
    keep(
        any_office, owner,
        *(PhoneNumber(organization_id=owner.id, number=f"311-00{n}") for n in range(3)),
    )
    result = export_list(any_office, ListQuery("organization"), target, plain)
    assert result.sheets == ("Organizations", "Phones")
    assert [row["Number"] for row in rows(target, "Phones")] == ["311-000", "311-001", "311-002"]


def test_a_long_export_reports_and_can_be_stopped(directory: Store, target: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    export_list(
        directory, ListQuery("service"), target, plain,
        report=lambda done, total: seen.append((done, total)),
    )
    assert seen[-1][0] == seen[-1][1] and seen == sorted(seen)
    before = target.read_bytes()
    with pytest.raises(Cancelled):
        export_list(directory, ListQuery("service"), target, plain, cancelled=lambda: True)
    assert target.read_bytes() == before


@pytest.fixture
def form(office: Store) -> EvaluationForm:
    """A form with a question of every kind, answered by three."""
    form = EvaluationForm(name="End of year")
    kinds = ("scale", "choice", "number", "yes_no", "date", "text")
    questions = [
        Question(form_id=form.id, text=f"A {kind} question?", answer_kind=kind, position=number,
                 options=("Red", "Blue") if kind == "choice" else (), section="One")
        for number, kind in enumerate(kinds, 1)
    ]
    given = [
        ("5", "Red", "12.5", "yes", "2026-05-01", "=1+1"),
        ("4", "Blue", "7", "no", "2026-05-02", "Muy bien"),
        ("4", "Green", "", "yes", "", ""),
    ]
    responses = [
        Response(form_id=form.id, respondent=f"Principal {number}", complete=True,
                 answered_on=date(2026, 5, number))
        for number in range(1, 4)
    ]
    answers = [
        Answer(response_id=response.id, question_id=question.id, value=value)
        for response, values in zip(responses, given, strict=True)
        for question, value in zip(questions, values, strict=True) if value
    ]
    keep(office, form, *questions, *responses, *answers)
    return form


def test_results_have_a_row_for_each_response_and_typed_columns(
    office: Store, form: EvaluationForm, target: Path
) -> None:
    written = evaluation_results(office, form.id, target, plain)
    assert written.rows == 3
    assert written.sheets == ("Responses", "Summary", "How answers are spread")
    first, second, third = rows(target, "Responses")
    assert first["A scale question?"] == 5 and first["A number question?"] == 12.5
    assert first["A yes_no question?"] == "Yes" and second["A yes_no question?"] == "No"
    assert first["A date question?"] == datetime(2026, 5, 1)
    assert first["A text question?"] == "=1+1"
    assert (third["A number question?"], third["A date question?"]) == (None, None)
    assert first["Answered by (role)"] == "Principal 1"


def test_results_are_added_up_for_each_question(
    office: Store, form: EvaluationForm, target: Path
) -> None:
    evaluation_results(office, form.id, target, plain)
    scale, choice, number, yes_no, _, free = rows(target, "Summary")
    assert (scale["Answers"], scale["Mean"], scale["Median"]) == (3, 4.3333, 4)
    assert (scale["Lowest"], scale["Highest"]) == (4, 5)
    assert scale["How answers are spread"] == "1: 0; 2: 0; 3: 0; 4: 2; 5: 1"
    assert choice["How answers are spread"] == "Red: 1; Blue: 1; Green: 1"
    assert (number["Left open"], number["Mean"], number["Median"]) == (1, 9.75, 9.75)
    assert yes_no["How answers are spread"] == "Yes: 2; No: 1" and yes_no["Mean"] is None
    assert (free["Answers"], free["Left open"], free["Mean"]) == (2, 1, None)
    spread = [
        (row["Answer"], row["Count"]) for row in rows(target, "How answers are spread")
        if row["Question"] == "A yes_no question?"
    ]
    assert spread == [("Yes", 2), ("No", 1)]


def test_the_wording_of_a_licensed_form_stays_in_the_office(
    office: Store, form: EvaluationForm, target: Path
) -> None:
    with office.writing(Operation("test")) as work:
        work.change(EvaluationForm, form.id, rights="licensed")
    evaluation_results(office, form.id, target, plain)
    assert "Question 1" in rows(target, "Responses")[0]
    words = {
        str(cell) for sheet in load_workbook(target) for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    assert not any("question?" in word for word in words)


def test_a_form_that_is_not_there_is_refused(office: Store, target: Path) -> None:
    with pytest.raises(InputError) as raised:
        evaluation_results(office, "nothing", target, plain)
    assert raised.value.code == "record.missing" and not target.exists()
