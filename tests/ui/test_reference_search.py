"""Finding the record that a reference shall name, among many that are called alike."""

from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.store.store import Store
from partner_desk.ui.components.reference_editor import SHOWN, Search
from partner_desk.ui.desk import Desk


def test_an_exact_name_is_found_among_many_that_begin_so(desk: Desk, office: Store) -> None:
    with office.writing(Operation("test.add")) as work:
        for number in range(3 * SHOWN):
            work.add(Organization(name=f"Lincoln Library {99 - number}"))
        wanted = work.add(Organization(name="Lincoln Library"))
        work.add(Organization(name="Lincoln Annex Library"))
    search = Search(desk, "organization")
    assert search.named("lincoln library") == [wanted.id]
    shown = [name for _, name in search.find("lin lib")]
    assert len(shown) == SHOWN
    assert shown[:2] == ["Lincoln Annex Library", "Lincoln Library"]
