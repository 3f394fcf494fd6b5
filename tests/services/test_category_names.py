"""Categories that other people's lists name in their own way."""

import pytest

from partner_desk.model.categories import Category
from partner_desk.model.history import Operation
from partner_desk.services.sheets.category_names import category_called, known_categories
from partner_desk.store.store import Store


@pytest.mark.parametrize(("typed", "found"), [
    ("FOOD PANTRY", "pantry"), ("Food pantries", "pantry"), ("despensa de alimentos", "pantry"),
    ("After-School Programs", "after"), ("Arts & Music", "arts"), ("English Class", "english"),
    ("Food", "food"), ("Foods", "food"), ("Food truck", None), ("Programs", None),
    ("<b>&", None), ("", None),
])
def test_a_category_is_known_however_a_list_writes_it(
    office: Store, typed: str, found: str | None
) -> None:
    with office.writing(Operation("test.edit")) as work:
        for key, name, spanish in (
            ("pantry", "Food pantries", "Despensas de alimentos"), ("food", "Food", ""),
            ("after", "After school", ""), ("arts", "Arts and music", ""),
            ("english", "English classes", ""),
        ):
            work.add(Category(id=key, name=name, name_es=spanish))
    with office.reading() as reader:
        known = known_categories(reader)
    assert category_called(known, typed) == found


def test_the_name_written_just_so_goes_first(office: Store) -> None:
    with office.writing(Operation("test.edit")) as work:
        work.add(Category(id="one", name="Meal"))
        work.add(Category(id="many", name="Meals"))
    with office.reading() as reader:
        known = known_categories(reader)
    assert (category_called(known, "meal"), category_called(known, "MEALS")) == ("one", "many")
