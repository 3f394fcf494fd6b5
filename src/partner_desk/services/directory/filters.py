"""From what a list of resources is narrowed by to filters that the store understands.

Words are held against the values that occur (cities, languages, days), so that accents, case and
script decide nothing and the store is asked for exact values, for which there are indexes.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, time, timedelta

from partner_desk.model.folding import fold, query_words
from partner_desk.model.partners import School
from partner_desk.model.queries import (
    After,
    AllOf,
    Among,
    AnyOf,
    Before,
    Condition,
    Filter,
    Holds,
    Near,
    Not,
    OneOf,
    Walked,
)
from partner_desk.services.categories import subtree_ids
from partner_desk.services.directory.costs import of_cost
from partner_desk.services.directory.languages import called, languages_of
from partner_desk.services.directory.narrowed import (
    DAYS,
    PARTS_OF_DAY,
    USUAL_MILES,
    Narrowed,
)
from partner_desk.store.reader import Reader

_NOTHING = AnyOf(())
_NOON, _NIGHT_ENDS, _MIDNIGHT = time(12), time(6), time(0)


def filters_of(reader: Reader, narrowed: Narrowed, today: date) -> tuple[Filter, ...]:
    """The filters that ``narrowed`` stands for, on ``today``; all of them must fit."""
    makers: tuple[Callable[[Reader, Narrowed], Iterable[Filter]], ...] = (
        _of_record, _of_categories, _of_ages, _of_eligibility, _of_languages, _of_place,
    )
    found = [each for make in makers for each in make(reader, narrowed)]
    if narrowed.cost:
        found += [Walked(each) for each in of_cost(reader, narrowed.cost)]
    return (*found, *_of_hours(reader, narrowed, today), *_of_verification(narrowed, today))


def _of_record(reader: Reader, narrowed: Narrowed) -> Iterable[Filter]:
    if narrowed.statuses:
        yield OneOf("status", narrowed.statuses)
    if narrowed.organization_id:
        yield Condition("organization_id", narrowed.organization_id)
    if narrowed.accessible:
        yield _at(Among("location_id", "accessibility", "location_id"))


def _of_categories(reader: Reader, narrowed: Narrowed) -> Iterable[Filter]:
    if narrowed.categories:
        ids = tuple(sorted(subtree_ids(reader, narrowed.categories)))
        yield Among("id", "service_category", "service_id", (OneOf("category_id", ids),))


def _of_ages(reader: Reader, narrowed: Narrowed) -> Iterable[Filter]:
    if narrowed.age_from is None and narrowed.age_to is None:
        return
    if narrowed.age_to is not None:
        yield AnyOf((Condition("minimum_age", None), Before("minimum_age", narrowed.age_to)))
    if narrowed.age_from is not None:
        yield AnyOf((Condition("maximum_age", None), After("maximum_age", narrowed.age_from)))
    if narrowed.ages_stated:
        unknown = (Condition("minimum_age", None), Condition("maximum_age", None))
        yield Not(AllOf(unknown))


def _of_eligibility(reader: Reader, narrowed: Narrowed) -> Iterable[Filter]:
    for word in narrowed.eligibility.split():
        rules = Among("id", "eligibility", "service_id", (Holds("description", word),))
        yield Walked(AnyOf((Holds("eligibility_description", word), rules)))


def _of_languages(reader: Reader, narrowed: Narrowed) -> Iterable[Filter]:
    if not narrowed.languages:
        return
    wanted = [query_words(each) for each in narrowed.languages]
    meant = {*called(narrowed.languages)}

    def fits(text: str) -> bool:
        return _holds_any(text, wanted) or not meant.isdisjoint(languages_of(text))

    names = _values(reader, "language", "name", fits)
    rows = reader.occurring("organization", "languages")
    spoken = tuple(sorted(row for row in rows if any(map(fits, row))))
    said: tuple[Filter, ...] = (OneOf("name", names),)
    phones = Among("id", "phone", "service_id", (Among("id", "language", "phone_id", said),))
    ways: list[Filter] = [
        Among("id", "language", "service_id", said),
        _at(Among("location_id", "language", "location_id", said)),
        phones,
    ]
    if spoken:  # Every organization would be read.
        ways.append(Among("organization_id", "organization", "id", (OneOf("languages", spoken),)))
    yield AnyOf(tuple(ways))


def _of_place(reader: Reader, narrowed: Narrowed) -> Iterable[Filter]:
    places = [query_words(each) for each in narrowed.place.replace(";", ",").split(",")]
    wanted = [each for each in places if each]
    if wanted:
        named: list[Filter] = []
        for field in ("city", "region"):
            values = _values(reader, "address", field, lambda each: _holds_any(each, wanted))
            named.append(Among("location_id", "address", "location_id", (OneOf(field, values),)))
        yield _at(AnyOf(tuple(named)))
    if narrowed.postal_codes:
        wanted_codes = tuple(each.replace(" ", "").upper() for each in narrowed.postal_codes)
        codes = _values(reader, "address", "postal_code",
                        lambda each: each.replace(" ", "").upper().startswith(wanted_codes))
        found: tuple[Filter, ...] = (OneOf("postal_code", codes),)
        yield _at(Among("location_id", "address", "location_id", found))
    if narrowed.school_id:
        yield _near_school(reader, narrowed)


def _near_school(reader: Reader, narrowed: Narrowed) -> Filter:
    """Nothing is near a school of which nobody knows where it stands."""
    school = reader.get(School, narrowed.school_id)
    if school is None or school.latitude is None or school.longitude is None:
        return _NOTHING
    near = Near(school.latitude, school.longitude, narrowed.miles or USUAL_MILES)
    return _at(Among("location_id", "location", "id", (near,)))


def _of_hours(reader: Reader, narrowed: Narrowed, today: date) -> Iterable[Filter]:
    if not (narrowed.days or narrowed.part or narrowed.at):
        return
    days = narrowed.days or DAYS
    rules = _values(reader, "schedule", "byday", lambda each: _falls_on(each, days))
    fits: list[Filter] = [
        OneOf("byday", rules),
        AnyOf((Condition("valid_to", None), After("valid_to", today))),
    ]
    if narrowed.part in PARTS_OF_DAY:
        fits.append(_open_between(*PARTS_OF_DAY[narrowed.part]))
    if narrowed.at is not None:
        fits.append(_open_between(narrowed.at, narrowed.at.replace(second=59)))
    hours = tuple(fits)
    offered = Among("id", "schedule", "service_at_location_id", hours)
    yield AnyOf((
        Among("id", "schedule", "service_id", hours),
        Among("id", "service_at_location", "service_id", (offered,)),
        _at(Among("location_id", "schedule", "location_id", hours)),
    ))


def _open_between(begin: time, end: time) -> Filter:
    """Some of this time is within the hours; hours that nobody wrote down may be any."""
    opens = Not(After("opens_at", end))
    past_midnight = AllOf((After("opens_at", _NOON), Before("closes_at", _NIGHT_ENDS)))
    closes = AnyOf((
        Not(Before("closes_at", begin)), Condition("closes_at", _MIDNIGHT), past_midnight,
    ))
    return AllOf((opens, closes))


def _of_verification(narrowed: Narrowed, today: date) -> Iterable[Filter]:
    if narrowed.verified_since is not None:
        yield After("assured_date", narrowed.verified_since)
    if narrowed.unverified_days is not None:
        yield unverified(today, narrowed.unverified_days)
    if narrowed.never_verified:
        yield Condition("assured_date", None)


def unverified(today: date, days: int) -> Filter:
    """Resources that nobody verified within so many days."""
    return Not(After("assured_date", today - timedelta(days=days)))


def _at(places: Filter) -> Filter:
    """Resources offered at a place whose ``location_id`` fits."""
    return Among("id", "service_at_location", "service_id", (places,))


def _values(
    reader: Reader, kind: str, field: str, fits: Callable[[str], bool]
) -> tuple[str, ...]:
    found = reader.occurring(kind, field)
    return tuple(sorted(each for each in found if each and fits(each)))


def _holds_any(value: str, wanted: Sequence[Sequence[str]]) -> bool:
    words = fold(value).split()
    return any(
        all(any(word.startswith(each) for word in words) for each in all_of) for all_of in wanted
    )


def _falls_on(byday: str, days: Sequence[str]) -> bool:
    """Whether a rule such as MO,TU or 1SA falls on one of these days."""
    return any(each.strip().upper().endswith(tuple(days)) for each in byday.split(","))
