"""The tree of categories."""

from partner_desk.model.categories import Category
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.origins import Source
from partner_desk.services import categories
from partner_desk.store.store import Store


def _keep(store: Store, *found: Record) -> None:
    with store.writing(Operation("record.add")) as work:
        work.add_many(found)


def test_a_subtree_reaches_all_the_way_down(office: Store) -> None:
    food = Category(name="Food")
    pantry = Category(name="Pantries", parent_id=food.id)
    night = Category(name="Night pantries", parent_id=pantry.id)
    other = Category(name="Health")
    _keep(office, food, pantry, night, other)
    with office.reading() as reader:
        assert categories.subtree_ids(reader, [food.id]) == {food.id, pantry.id, night.id}
        assert categories.subtree_ids(reader, [night.id]) == {night.id}


def test_a_circle_of_a_foreign_file_ends(office: Store) -> None:
    one, two = Category(name="One"), Category(name="Two")
    one.parent_id, two.parent_id = two.id, one.id
    _keep(office, one, two)
    with office.reading() as reader:
        assert categories.subtree_ids(reader, [one.id]) == {one.id, two.id}


def test_the_offices_own_come_before_those_of_a_directory(office: Store) -> None:
    city = Source(name="City directory")
    theirs = Category(name="Animals", source_id=city.id)
    food, art = Category(name="Food"), Category(name="Art")
    _keep(office, city, theirs, food, art)
    with office.reading() as reader:
        assert [each.name for each in categories.tree(reader)] == ["Art", "Food", "Animals"]
