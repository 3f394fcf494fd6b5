"""Changes to the tree of categories, and the categories that every office begins with."""

import pytest

from partner_desk.model.categories import Category, ServiceCategory
from partner_desk.model.errors import InputError
from partner_desk.model.history import Operation
from partner_desk.model.office import Alias
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Need, Partnership, PartnershipCategory, School
from partner_desk.model.resources import Service
from partner_desk.services import categories, category_changes, records, usual_categories
from partner_desk.store.store import Store


def _add(store: Store, name: str, parent: Category | None = None, **more: str) -> Category:
    return category_changes.add(store, {"name": name, **more}, parent.id if parent else None)


def _one(store: Store, category_id: str) -> Category:
    with store.reading() as reader:
        found = reader.get(Category, category_id)
    assert found is not None
    return found


def _refused(code: str, error: pytest.ExceptionInfo[InputError]) -> None:
    assert [each.code for each in error.value.problems] == [code]


def test_a_category_never_stands_under_itself(office: Store) -> None:
    food = _add(office, "Food")
    pantry = _add(office, "Pantries", food)
    with pytest.raises(InputError) as error:
        category_changes.move(office, food.id, pantry.id)
    _refused("category.circle", error)
    with pytest.raises(InputError) as error:
        category_changes.change_field(office, food.id, "parent_id", pantry.id)
    _refused("category.circle", error)
    with pytest.raises(InputError) as error:
        category_changes.move(office, food.id, food.id)
    _refused("category.circle", error)
    assert category_changes.move(office, pantry.id, None).parent_id is None


def test_merging_moves_all_that_hangs_on_it_and_undo_brings_it_back(office: Store) -> None:
    food, foreign = _add(office, "Food"), _add(office, "Food/Meals", code="BD", name_es="Comida")
    under = _add(office, "Soup kitchens", foreign)
    offers = Organization(name="North Market")
    both, one = (Service(name=each, organization_id=offers.id) for each in ("Both", "One"))
    school, partnership = School(name="Lincoln"), Partnership(name="Bags")
    need = Need(school_id=school.id, description="Bags", category_id=foreign.id)
    with office.writing(Operation("record.add")) as work:
        work.add_many([offers, both, one, school, partnership, need])
        work.add_many(
            ServiceCategory(service_id=service.id, category_id=category.id)
            for service, category in ((both, food), (both, foreign), (one, foreign))
        )
        work.add(PartnershipCategory(partnership_id=partnership.id, category_id=foreign.id))
    before = office.digest()

    kept = category_changes.merge(office, foreign.id, food.id)

    assert (kept.code, kept.name_es, kept.name) == ("BD", "Comida", "Food")
    with office.reading() as reader:
        links = reader.find(ServiceCategory, category_id=food.id)
        assert sorted(each.service_id or "" for each in links) == sorted([both.id, one.id])
        assert not reader.find(ServiceCategory, category_id=foreign.id)
        assert [each.id for each in reader.find(Need, category_id=food.id)] == [need.id]
        assert len(reader.find(PartnershipCategory, category_id=food.id)) == 1
        alias = reader.find(Alias, loser_id=foreign.id)[0]
        assert (alias.of_kind, alias.survivor_id) == ("category", food.id)
    assert _one(office, under.id).parent_id == food.id
    assert _one(office, foreign.id).deleted_at is not None
    assert office.undo() is not None
    assert office.digest() == before


def test_merging_into_what_stands_below_lifts_it(office: Store) -> None:
    top = _add(office, "Top")
    middle = _add(office, "Middle", top)
    low = _add(office, "Low", middle)
    category_changes.merge(office, top.id, low.id)
    assert _one(office, low.id).parent_id is None
    assert _one(office, middle.id).parent_id == low.id
    with office.reading() as reader:
        assert [each.name for each in categories.tree(reader)] == ["Low"]


def test_aliases_lead_on_to_where_a_survivor_went(office: Store) -> None:
    one, two, three = (_add(office, each) for each in ("One", "Two", "Three"))
    category_changes.merge(office, one.id, two.id)
    category_changes.merge(office, two.id, three.id)
    with office.reading() as reader:
        assert {each.survivor_id for each in reader.find(Alias)} == {three.id}


def test_only_what_nothing_hangs_on_is_deleted(office: Store) -> None:
    food = _add(office, "Food")
    pantry = _add(office, "Pantries", food)
    with pytest.raises(InputError) as error:
        category_changes.delete(office, food.id)
    _refused("category.has_children", error)
    with office.writing(Operation("record.add")) as work:
        work.add(Need(description="Bags", category_id=pantry.id))
    with pytest.raises(InputError) as error:
        category_changes.delete(office, pantry.id)
    _refused("category.in_use", error)
    category_changes.move(office, pantry.id, None)
    category_changes.delete(office, food.id)
    assert _one(office, food.id).deleted_at is not None


def test_the_usual_categories_come_once_and_stay_the_offices_own(office: Store) -> None:
    assert usual_categories.ensure(office)
    assert not usual_categories.ensure(office)
    food, pantry = (usual_categories.usual_id(each) for each in ("food", "food-pantry"))
    category_changes.rename(office, food, "Groceries & <b>meals</b>")
    category_changes.delete(office, pantry)
    category_changes.merge(office, usual_categories.usual_id("rides"), food)
    assert usual_categories.fill(office) == 1
    assert _one(office, food).name == "Groceries & <b>meals</b>"
    assert _one(office, pantry).deleted_at is None
    assert _one(office, usual_categories.usual_id("rides")).deleted_at is not None


def test_the_usual_categories_are_told_in_two_languages() -> None:
    usual = usual_categories.usual_categories()
    assert 60 <= len(usual) <= 80
    assert len({each.id for each in usual}) == len(usual)
    assert all(each.name.strip() and each.name_es.strip() for each in usual)
    for names in ([each.name for each in usual], [each.name_es for each in usual]):
        assert len(set(names)) == len(names)
    place = {each.id: number for number, each in enumerate(usual)}
    assert all(place[each.parent_id] < place[each.id] for each in usual if each.parent_id)


def test_a_tree_counts_each_resource_once(office: Store) -> None:
    food = _add(office, "Food", name_es="Comida")
    pantry = _add(office, "Pantries", food)
    source = records.add(office, "source", {"name": "Far City"})
    foreign = Category(name="Abroad", source_id=source.id)
    shut = Service(name="Shut", status="inactive")
    open_ = Service(name="Open")
    with office.writing(Operation("record.add")) as work:
        work.add_many([foreign, shut, open_])
        work.add_many(
            ServiceCategory(service_id=service.id, category_id=category.id)
            for service, category in ((open_, food), (open_, pantry), (shut, pantry))
        )
        work.add(Need(description="Bags", category_id=pantry.id))
    with office.reading() as reader:
        top, abroad = categories.tree(reader, "es")
        assert categories.paths(reader, [pantry.id], "es") == {pantry.id: "Comida › Pantries"}
    assert (abroad.source, abroad.resources) == ("Far City", 0)
    assert (top.called("es"), top.own, top.resources) == ("Comida", 1, 1)
    assert [(each.name, each.resources, each.needs) for each in top.children] == [
        ("Pantries", 1, 1)
    ]
