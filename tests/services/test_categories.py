"""The tree of categories."""

from partner_desk.model.directory import Category
from partner_desk.model.history import Operation
from partner_desk.services import categories
from partner_desk.store.store import Store


def _keep(store: Store, *found: Category) -> None:
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
