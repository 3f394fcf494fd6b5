"""The directory on paper, from a real office to the PDF read back."""

import os
import re
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from io import BytesIO
from multiprocessing import active_children
from multiprocessing.connection import Connection

import pikepdf
import pytest
from pypdf import PdfReader

from partner_desk.files.pdf.render import Pdf
from partner_desk.files.typeset import apart
from partner_desk.files.typeset.description import Pointer, Typeset
from partner_desk.model.categories import Category, ServiceCategory
from partner_desk.model.contacts import Contact, Language, PhoneNumber
from partner_desk.model.errors import Cancelled, EnvironmentProblem, InputError
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Accessibility, Address, Location, Schedule, ServiceAtLocation
from partner_desk.model.queries import ListQuery
from partner_desk.model.resources import CostOption, RequiredDocument, Service
from partner_desk.services import office as office_service
from partner_desk.services.directory import papers as directory_papers
from partner_desk.services.directory.entries import read_resources
from partner_desk.store.store import Store

DAY = date(2026, 3, 2)
ALL = ListQuery("service")


def _keep(office: Store, *records: Record) -> None:
    with office.writing(Operation("test")) as work:
        work.add_many(records)


def _pantry(office: Store) -> Service:
    """A resource with something in every place that papers look at, and a person."""
    owner = Organization(name="River House", website="https://river.example", notes="secret note")
    service = Service(
        organization_id=owner.id, name="Food pantry", description="Groceries for a week.",
        eligibility_description="Families", minimum_age=18, fees_description="Free",
        application_process="Walk in", assured_date=date(2026, 1, 5),
        assurer_email="ana@office.example", email="pantry@river.example",
    )
    place = Location(organization_id=owner.id, name="Main hall", transportation="Bus 7",
                     latitude=39.29, longitude=-76.61)
    offer = ServiceAtLocation(service_id=service.id, location_id=place.id)
    contact = Contact(service_id=service.id, name="Private Person", email="p@river.example")
    _keep(
        office, owner, service, place, offer, contact,
        Address(location_id=place.id, address_1="12 Elm St", city="Baltimore",
                state_province="MD", postal_code="02101"),
        PhoneNumber(service_id=service.id, number="(410) 555-0100", extension="7"),
        PhoneNumber(contact_id=contact.id, number="(410) 555-0199"),
        PhoneNumber(location_id=place.id, number="(410) 555-0111"),
        *(Schedule(service_id=service.id, byday=day, opens_at=time(9), closes_at=time(12, 30))
          for day in ("MO", "TU", "WE", "SA")),
        Language(service_id=service.id, name="Spanish"),
        Accessibility(location_id=place.id, description="Ramp"),
        CostOption(service_id=service.id, option="Adults", amount=Decimal("2.50")),
        RequiredDocument(service_id=service.id, document="Proof of address"),
    )
    return service


def _many(office: Store, count: int) -> list[Service]:
    owner = Organization(name="Harbor Center")
    services = [
        Service(organization_id=owner.id, name=f"Resource {n:03d}", description="Help. " * 30)
        for n in range(count)
    ]
    _keep(office, owner, *services)
    return services


def _pages(pdf: Pdf) -> list[str]:
    reader = PdfReader(BytesIO(pdf.data))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_everything_public_is_said_and_nothing_else(office: Store) -> None:
    service = _pantry(office)
    with office.reading() as reader:
        (resource,) = read_resources(reader, [service.id])
    assert [each.number for each in resource.phones] == ["(410) 555-0100"]
    text = " ".join(_pages(directory_papers.booklet(office, ALL, DAY, "en")))
    for said in (
        "Food pantry", "River House", "Groceries for a week.", "Families; from age 18",
        "Mon–Wed, Sat 9:00 am – 12:30 pm", "Main hall, 12 Elm St, Baltimore, MD 02101",
        "(410) 555-0100 ext. 7", "river.example", "pantry@river.example",
        "Free; Adults: $2.50", "Spanish", "Ramp", "Bus 7", "Proof of address", "Walk in",
        "Verified January 5, 2026",
    ):
        assert said in text
    for kept in ("Private Person", "555-0199", "p@river.example", "secret note", "ana@office"):
        assert kept not in text


@pytest.mark.parametrize(("words", "amounts", "said"), [
    ("Free", (0,), "Costo Gratis"), ("", (0,), "Costo Gratis"), ("No cost.", (), "Costo Gratis"),
    ("Cost: free", (0, 0), "Costo Gratis"),
    ("Free for students", (0,), "Costo Free for students"),
    ("Free", (0, 5), "Costo Free; $5.00"), ("None listed", (), "Costo None listed"),
    ("Smoke free. Free.", (), "Costo Smoke free. Free."),
])
def test_what_is_free_is_said_in_the_language_of_the_paper(
    office: Store, words: str, amounts: tuple[int, ...], said: str
) -> None:
    service = Service(name="Judo", fees_description=words)
    _keep(office, service,
          *(CostOption(service_id=service.id, amount=Decimal(each)) for each in amounts))
    for pdf in (directory_papers.booklet(office, ALL, DAY, "es"),
                directory_papers.handout(office, [service.id], DAY, "es"),
                directory_papers.call_list(office, [service.id], DAY, "es")):
        assert said in " ".join(_pages(pdf))


def test_the_telephone_of_the_letterhead_is_not_said_twice(office: Store) -> None:
    office_service.begin(office, {"name": "Office", "letterhead": "12 Depot Road\n555-0142",
                                  "phone": "555-0142"}, "Dana Cole")
    _pantry(office)
    cover = _pages(directory_papers.booklet(office, ALL, DAY, "en"))[0]
    assert "12 Depot Road" in cover
    assert cover.count("555-0142") == 1


def test_what_the_list_is_narrowed_by_is_said_in_each_language(office: Store) -> None:
    _pantry(office)
    about = {"en": "Age 7", "es": "Edad 7"}
    for language, said in (("en", ["Age 7"]), ("es", ["Edad 7"]), ("both", ["Age 7", "Edad 7"])):
        pdf = directory_papers.booklet(office, ALL, DAY, language, about)
        with pikepdf.open(BytesIO(pdf.data)) as opened, opened.open_metadata() as metadata:
            title = str(metadata["dc:title"])
        for text in (_pages(pdf)[0], title):
            assert re.findall("Age 7|Edad 7", text) == said


def test_only_active_resources_are_printed(office: Store) -> None:
    owner = Organization(name="River House")
    _keep(office, owner, *(
        Service(organization_id=owner.id, name=f"Is {status}", status=status)
        for status in ("active", "inactive", "defunct", "temporarily closed")
    ))
    text = " ".join(_pages(directory_papers.booklet(office, ALL, DAY, "en")))
    assert "Is active" in text
    assert not re.search("Is (inactive|defunct|temporarily)", text)


def test_a_resource_stands_once_in_full_and_elsewhere_by_its_page(office: Store) -> None:
    services = _many(office, 30)
    food = Category(name="Food", name_es="Comida")
    pantry = Category(name="Pantries", name_es="Despensas", parent_id=food.id)
    work = Category(name="Work", name_es="Trabajo")
    _keep(
        office, food, pantry, work,
        *(ServiceCategory(service_id=each.id, category_id=pantry.id) for each in services[:20]),
        *(ServiceCategory(service_id=each.id, category_id=work.id) for each in services[10:]),
        # Filed under a category and one below it: the one below tells it all.
        ServiceCategory(service_id=services[0].id, category_id=food.id),
    )
    pages = _pages(directory_papers.booklet(office, ALL, DAY, "both"))
    contents = pages[1]
    assert "Food · Comida" in contents and "Pantries · Despensas" in contents
    body = pages[2:-1]
    assert sum(page.count("Resource 000") for page in body) == 1
    pointer = next(found for page in body
                   if (found := re.search(r"Resource 015 .{0,20}?see page (\d+)", page)))
    page = pages[int(pointer[1]) - 1]
    assert re.search("Resource 015 Harbor Center", page)
    index = dict(re.findall(r"(Resource \d{3}) (\d+)", pages[-1]))
    assert len(index) == 30
    assert all(f"{name} Harbor Center" in pages[int(number) - 1]
               for name, number in index.items())
    assert "Harbor Center" in pages[-1]


def test_an_empty_list_makes_no_booklet(office: Store) -> None:
    with pytest.raises(InputError) as refused:
        directory_papers.booklet(office, ALL, DAY)
    assert refused.value.problems[0].code == "booklet.empty"


def test_a_handout_is_one_page_with_codes_that_call(office: Store) -> None:
    import pypdfium2
    import zxingcpp

    service = _pantry(office)
    others = _many(office, 3)
    pdf = directory_papers.handout(office, [service.id, *_ids(others)], DAY, "both")
    assert pdf.pages == 1
    picture = pypdfium2.PdfDocument(pdf.data)[0].render(scale=3).to_pil()
    codes = [each.text for each in zxingcpp.read_barcodes(picture)]
    assert codes == ["tel:+14105550100;ext=7"]
    text = _pages(pdf)[0]
    assert "Food pantry" in text and "12 Elm St" in text and "(410) 555-0100" in text
    assert _smallest_type(pdf) >= 14 * 0.9


def _smallest_type(pdf: Pdf) -> float:
    """The size of the smallest type above the foot of the first page, in points."""
    import pypdfium2

    page = pypdfium2.PdfDocument(pdf.data)[0]
    text = page.get_textpage()
    foot = 60.0
    return min(
        float(pypdfium2.raw.FPDFText_GetFontSize(text, n))
        for n in range(text.count_chars())
        if text.get_charbox(n)[1] > foot and text.get_text_range(n, 1).strip()
    )


def _ids(services: Sequence[Service]) -> list[str]:
    return [each.id for each in services]


def test_a_handout_says_how_many_fit(office: Store) -> None:
    owner = Organization(name="River House")
    services = [Service(organization_id=owner.id, name="A very long name " * 25)
                for _ in range(8)]
    _keep(office, owner, *services)
    with pytest.raises(InputError) as refused:
        directory_papers.handout(office, _ids(services), DAY)
    (problem,) = refused.value.problems
    assert problem.code == "handout.too_long"
    fits = problem.values["fits"]
    assert isinstance(fits, int) and 0 < fits < 8
    pdf = directory_papers.handout(office, _ids(services[:fits]), DAY)
    assert pdf.pages == 1


def test_what_is_too_long_for_a_code_has_none(office: Store) -> None:
    owner = Organization(name="River House", website="river.example/" + "a" * 1_900)
    service = Service(organization_id=owner.id, name="Food pantry")
    place = Location(organization_id=owner.id, name="Hall")
    _keep(office, owner, service, place,
          Address(location_id=place.id, address_1="\N{CJK UNIFIED IDEOGRAPH-4E2D}" * 400),
          ServiceAtLocation(service_id=service.id, location_id=place.id))
    assert directory_papers.handout(office, [service.id], DAY).pages == 1
    assert "Food pantry" in " ".join(_pages(directory_papers.booklet(office, ALL, DAY)))


def test_a_handout_refuses_what_it_cannot_hold(office: Store) -> None:
    services = _many(office, 9)
    with pytest.raises(InputError) as refused:
        directory_papers.handout(office, _ids(services), DAY)
    assert refused.value.problems[0].values == {"count": 9, "limit": 8}
    with pytest.raises(InputError) as refused:
        directory_papers.handout(office, [], DAY)
    assert refused.value.problems[0].code == "handout.empty"


def test_calls_stand_by_organization_with_boxes_and_lines(office: Store) -> None:
    service = _pantry(office)
    others = _many(office, 3)
    pdf = directory_papers.call_list(office, [*_ids(others), service.id], DAY, "en")
    text = " ".join(_pages(pdf))
    assert text.index("Harbor Center") < text.index("River House") < text.index("Food pantry")
    assert text.count("Hours right") == 4
    assert "January 5, 2026" in text and "never" in text
    assert "Private Person" not in text


def test_a_long_booklet_is_set_elsewhere_alike_and_can_be_stopped(
    office: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    _many(office, 101)
    monkeypatch.setattr(directory_papers, "_SET_AT_ONCE", 101)
    here = directory_papers.booklet(office, ALL, DAY, "en")
    monkeypatch.setattr(directory_papers, "_SET_AT_ONCE", 100)
    assert directory_papers.booklet(office, ALL, DAY, "en").sha256 == here.sha256
    begun: list[object] = []

    def cancelled() -> bool:
        begun.extend(active_children())
        return bool(begun)

    with pytest.raises(Cancelled):
        directory_papers.booklet(office, ALL, DAY, "en", cancelled=cancelled)
    assert len(begun) == 1
    assert not active_children()


def test_what_ends_in_the_other_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_serve", _die)
    with pytest.raises(EnvironmentProblem) as stopped:
        apart.render_apart(Typeset("Title", ("en",), "Office", ()), lambda: False)
    assert stopped.value.code == "paper.stopped"


def test_a_mistake_of_ours_is_no_trouble_of_the_computer() -> None:
    broken = Typeset("Title", ("en",), "Office", (Pointer("Food", "nowhere", "{0}"),))
    with pytest.raises(RuntimeError, match="Traceback"):
        apart.render_apart(broken, lambda: False)


def _die(pipe: Connection, document: Typeset) -> None:
    os._exit(3)
