"""What each condition of a list means, said once more in plain Python, over a hostile office."""

from collections.abc import Callable, Iterator
from datetime import date, time
from random import Random
from typing import Any

import pytest

from partner_desk.model.contacts import Language, PhoneNumber
from partner_desk.model.fields import Record
from partner_desk.model.folding import fold
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Accessibility, Address, Location, Schedule, ServiceAtLocation
from partner_desk.model.resources import Eligibility, Service
from partner_desk.services.directory.lists import Narrowed, ResourceList
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

EDIT = Operation("test.edit")
TODAY = date(2026, 3, 2)
TONGUES = (
    "Spanish", "SPANISH ", "español", "Español; inglés", "espan\u0303ol", "Tiếng Việt", "中文",
    "日本語 and Spanish", "", " ", "%", "_", "Spanglish", "non-Spanish", "Kreyòl Ayisyen",
    "L'Arabe", "Русский", "العربية", "English/Spanish", "spa", "\u200bSpanish", "O'odham; 'x",
)
CITIES = (
    "Baltimore", "BALTIMORE", " Baltimore City", "East Baltimore", "Peñasco", "Pen\u0303asco",
    "Penasco", "Saint-Denis", "St. Mary's", "Łódź", "", "100%", "Bal_timore", "大阪市", "Đà Nẵng",
    "Baltimore; Towson", "Æbeltoft", "\\Baltimore", "Balti\nmore",
)
CODES = (
    "21201", "21201-1234", " 212 01", "2120", "02903", "2903", "sw1a 1aa", "SW1A1AA", "", "2120%",
    "２1201", "21201\t", "H3Z 2Y7",
)
RULES = (
    "MO,TU,WE,TH,FR", "SA", "sa,su", "1SA", "-1SA , SU", "SA;SU", "", "FR,", "MONDAY", "ＳＡ",
    "SA ", "2mo,4MO", "SAT",
)
PEOPLE = (
    "Families of the county", "FAMILY only", "familia niños", "NIÑOS de 5 a 12", "50% of income",
    "under_18", "", "O'Brien\\house", "đường số 1", "a/b families",
)
HOURS = (None, time(0), time(2), time(6), time(8, 30), time(12), time(12, 0, 1), time(17),
         time(22), time(23, 59))


def records(chance: Random) -> Iterator[Record]:
    """Resources and their parts, texts and links drawn at random; some have several or none."""
    for n in range(60):
        yield Organization(id=f"o{n}", name=f"O {n}", languages=_some(chance, TONGUES, 2))
        yield Location(id=f"l{n}", name=f"L {n}")
        yield Address(id=f"a{n}", location_id=_link(chance, "l"), address_1="1 Elm",
                      city=chance.choice(CITIES), region=chance.choice(CITIES),
                      postal_code=chance.choice(CODES))
    for n in range(120):
        yield Service(
            id=f"s{n}", name=f"S {n}", organization_id=_link(chance, "o"),
            status=chance.choice(("active", "inactive", "odd")),
            eligibility_description=chance.choice(PEOPLE),
        )
    for n in range(90):
        yield ServiceAtLocation(id=f"t{n}", service_id=_link(chance, "s", 120),
                                location_id=_link(chance, "l"))
        yield PhoneNumber(id=f"p{n}", number="4015550123", service_id=_link(chance, "s", 120))
        yield Eligibility(service_id=_link(chance, "s", 120),
                          description=chance.choice([each for each in PEOPLE if each]))
    for n in range(60):
        yield Language(id=f"g{n}", name=chance.choice(TONGUES), **_owned(chance, {
            "service_id": "s", "location_id": "l", "phone_id": "p"}))
        yield Schedule(
            id=f"h{n}", byday=chance.choice(RULES), opens_at=chance.choice(HOURS),
            closes_at=chance.choice(HOURS),
            valid_to=chance.choice((None, None, date(2026, 3, 1), TODAY)),
            **_owned(chance, {
                "service_id": "s", "location_id": "l", "service_at_location_id": "t"}),
        )
    for n in range(10):
        yield Accessibility(location_id=f"l{n}", description="Ramp")


def _some(chance: Random, texts: tuple[str, ...], most: int) -> tuple[str, ...]:
    return tuple(chance.sample([each for each in texts if each.strip()], chance.randint(0, most)))


def _link(chance: Random, letter: str, many: int = 60) -> str | None:
    return f"{letter}{chance.randrange(many)}" if chance.random() < 0.9 else None


def _owned(chance: Random, letters: dict[str, str]) -> dict[str, Any]:
    """One of these links."""
    owner = chance.choice(sorted(letters))
    return {owner: _link(chance, letters[owner])}


@pytest.fixture
def hostile(any_office: Store) -> Store:
    """An office of such records; some of each kind are in Trash."""
    with any_office.writing(EDIT) as work:
        for each in records(Random(5)):
            work.add(each)
    with any_office.writing(EDIT) as work:
        for kind, letter in ((Language, "g"), (Schedule, "h"), (ServiceAtLocation, "t"),
                             (PhoneNumber, "p"), (Address, "a"), (Organization, "o"),
                             (Location, "l"), (Service, "s")):
            for n in range(3, 60, 19):
                record = work.get(kind, f"{letter}{n}")
                if record is not None and not record.deleted_at:
                    work.delete(kind, record.id)
    return any_office


class Parts:
    """The live records of an office, and which resources hang on them."""

    def __init__(self, reader: Reader) -> None:
        self.services = list(reader.stream(Service))
        self.offers = list(reader.stream(ServiceAtLocation))
        self.phones = list(reader.stream(PhoneNumber))
        self.languages = list(reader.stream(Language))
        self.schedules = list(reader.stream(Schedule))
        self.addresses = list(reader.stream(Address))
        self.rules = list(reader.stream(Eligibility))
        self.access = list(reader.stream(Accessibility))
        self.organizations = list(reader.stream(Organization))

    def at(self, places: set[str | None]) -> set[str | None]:
        """The resources offered at one of these places."""
        return {each.service_id for each in self.offers
                if each.location_id and each.location_id in places}


def _begins(text: str, wanted: str) -> bool:
    """Each word of ``wanted`` begins a word of ``text``."""
    words, asked = fold(text).split(), fold(wanted).split()
    return all(any(word.startswith(each) for word in words) for each in asked)


def _names(text: str, language: str) -> bool:
    """Spanish by its name in either language or its code alone, whichever is asked for."""
    names = ("spanish", "espanol")
    return _begins(text, language) or (
        fold(language) in names
        and (any(each in fold(text).split() for each in names) or fold(text) == "spa")
    )


def spoken(parts: Parts, narrowed: Narrowed) -> set[str | None]:
    """Said of the resource, its places, its telephones or its organization."""
    said = [each for each in parts.languages if each.name
            and any(_names(each.name, wanted) for wanted in narrowed.languages)]
    phones = {each.phone_id for each in said}
    providers = {
        each.id for each in parts.organizations
        if any(_names(name, wanted) for name in each.languages for wanted in narrowed.languages)
    }
    return (
        {each.service_id for each in said} | parts.at({each.location_id for each in said})
        | {each.service_id for each in parts.phones if each.id in phones}
        | {each.id for each in parts.services if each.organization_id in providers}
    )


def placed(parts: Parts, narrowed: Narrowed) -> set[str | None]:
    """A city or neighborhood of one of its places has words that begin so; signs ask nothing."""
    wanted = [each for each in narrowed.place.replace(";", ",").split(",") if fold(each)]
    if not wanted:
        return {each.id for each in parts.services}
    return parts.at({
        each.location_id for each in parts.addresses
        if any(text and _begins(text, name) for text in (each.city, each.region)
               for name in wanted)
    })


def coded(parts: Parts, narrowed: Narrowed) -> set[str | None]:
    """A ZIP code of one of its places begins so, blanks aside."""
    beginnings = tuple(each.replace(" ", "").upper() for each in narrowed.postal_codes)
    return parts.at({
        each.location_id for each in parts.addresses
        if each.postal_code and each.postal_code.replace(" ", "").upper().startswith(beginnings)
    })


def opened(parts: Parts, narrowed: Narrowed) -> set[str | None]:
    """Hours of its own, of its place or of it there fall on the day and meet the time."""
    begin, end = (time(6), time(12)) if narrowed.part else (time(0), time(23, 59, 59))
    fits = []
    for each in parts.schedules:
        days = [day.strip().upper() for day in each.byday.split(",")]
        season = each.valid_to is None or each.valid_to >= TODAY
        if not season or not any(day.endswith(narrowed.days) for day in days if each.byday):
            continue
        opens, closes = each.opens_at or time(0), each.closes_at
        late = closes is None or closes > begin or closes == time(0) or (
            each.opens_at is not None and opens >= time(12) and closes <= time(6))
        if not narrowed.part or (late and opens < end):
            fits.append(each)
    offered = {each.service_at_location_id for each in fits}
    return (
        {each.service_id for each in fits} | parts.at({each.location_id for each in fits})
        | {each.service_id for each in parts.offers if each.id in offered}
    )


def eligible(parts: Parts, narrowed: Narrowed) -> set[str | None]:
    """Each word's letters stand in its own text or in one of its rules, whatever their case."""
    found = {each.id for each in parts.services}
    for word in narrowed.eligibility.lower().split():
        ruled = {each.service_id for each in parts.rules if word in each.description.lower()}
        found &= ruled | {each.id for each in parts.services
                          if word in each.eligibility_description.lower()}
    return {*found}


def accessible(parts: Parts, narrowed: Narrowed) -> set[str | None]:
    """It is said of one of its places how people get in."""
    return parts.at({each.location_id for each in parts.access})


Meaning = Callable[[Parts, Narrowed], set[str | None]]
ASKED: list[tuple[Meaning, Narrowed]] = [
    *((spoken, Narrowed(languages=each)) for each in (
        ("Spanish",), ("ESPANOL",), ("español", "Spanish"), ("tieng viet",), ("中",), ("%",),
        ("Ayisyen kreyol",), ("рус",), ("o'odham",), ("Latin",), ("L",),
    )),
    *((placed, Narrowed(place=each)) for each in (
        "baltimore", "balt city", "PEÑAS", "penasco; lodz", "st mary", "大", "da nang", "%",
        "towson", "æb, ae", "timore", "_",
    )),
    *((coded, Narrowed(postal_codes=each)) for each in (
        ("21201",), ("2",), ("2 12", "029"), ("sw1a1",), ("%",), ("h3z2y7",), ("９",),
    )),
    *((opened, Narrowed(days=each, part=part)) for each in (("SA",), ("SU", "MO"), ("FR",))
      for part in ("", "morning")),
    *((eligible, Narrowed(eligibility=each)) for each in (
        "famil", "FAMILIES county", "NIÑOS", "niños 5", "50%", "%", "_", "r_1", "o'b", "\\", "/",
        "Đường", "family zebra",
    )),
    (accessible, Narrowed(accessible=True)),
]


def test_the_same_resources_are_found_as_by_reading_everything(hostile: Store) -> None:
    with hostile.reading() as reader:
        parts = Parts(reader)
        live = {each.id for each in parts.services}
        active = {each.id for each in parts.services if each.status == "active"}
        sizes = set()
        for meaning, narrowed in ASKED:
            expected = meaning(parts, narrowed) & live
            for choice, among in (("all", live), ("active", active)):
                query = ResourceList(choice, "", narrowed).query(reader, TODAY)
                found = reader.ids(query)
                assert set(found) == expected & among, narrowed
                assert len(found) == len(set(found)) == reader.count(query)
            sizes.add(len(expected))
    assert len(sizes) > 15


def test_conditions_together_are_those_that_each_finds(hostile: Store) -> None:
    chance = Random(8)
    with hostile.reading() as reader:
        parts = Parts(reader)
        order = reader.ids(ResourceList("all").query(reader, TODAY))
        for _ in range(60):
            (one, first), (two, second) = chance.sample(ASKED, 2)
            values = {
                name: getattr(each, name) for each in (first, second)
                for name in Narrowed.__dataclass_fields__
                if getattr(each, name) != getattr(Narrowed(), name)
            }
            if one is two:
                continue
            narrowed = Narrowed(**values)
            expected = one(parts, first) & two(parts, second)
            found = reader.ids(ResourceList("all", "", narrowed).query(reader, TODAY))
            assert found == [each for each in order if each in expected], narrowed
