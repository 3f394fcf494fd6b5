"""What others changed meanwhile: undo leaves it and says which; a field asks before it is lost."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from partner_desk.model.history import Author, Operation
from partner_desk.model.organizations import Organization
from partner_desk.services import records
from partner_desk.store.store import Store
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.main_window import MainWindow
from partner_desk.ui.shell.program import Program
from tests.ui.conftest import window_of
from tests.ui.desks import desk_over, show, type_into

BAO = Author("Bao", "laptop")
NAME = 'Río <b>&" West'


@pytest.fixture
def laptop(postgresql_url: str) -> Iterator[Store]:
    """The same shared office, as somebody else has it open."""
    with closing(Store.open(postgresql_url, BAO)) as store:
        yield store


def _shared(program: Program, url: str) -> MainWindow:
    assert program.open(url)
    return window_of(program)


def test_undo_names_the_fields_that_others_changed(
    program: Program, postgresql_url: str, laptop: Store
) -> None:
    window, desk = _shared(program, postgresql_url), program.desk
    assert desk is not None
    made = records.add(desk.store, "organization", {"name": "Río", "email": "old@b.org"})
    desk.write(lambda: records.update(
        desk.store, "organization", made.id, {"name": NAME, "email": "new@b.org"}))
    records.change_field(laptop, Organization, made.id, "email", "bao@b.org")
    window.ui.undoAction.trigger()
    kept = desk.read(lambda reader: reader.get(Organization, made.id))
    assert kept is not None
    assert (kept.name, kept.email) == ("Río", "bao@b.org")
    assert window.toast.text() == (
        "Undone: change of Río (Organization). "
        "1 field was changed since and stays as it is. Río: Email"
    )
    assert window.ui.redoAction.isEnabled()


def test_of_many_fields_that_stay_the_first_are_named(
    program: Program, postgresql_url: str, laptop: Store
) -> None:
    window, desk = _shared(program, postgresql_url), program.desk
    assert desk is not None
    made = [records.add(desk.store, "organization", {"name": f"P{n}"}) for n in range(7)]

    def rename(store: Store, word: str) -> None:
        with store.writing(Operation("test.rename")) as work:
            for each in made:
                work.change(Organization, each.id, name=f"{word} {each.caption}")

    desk.write(lambda: rename(desk.store, "Ana's"))
    rename(laptop, "Bao's")
    window.ui.undoAction.trigger()
    told = window.toast.text()
    assert "7 fields were changed since and stay as they are." in told
    assert told.count("Bao's P") == 5
    assert told.endswith("…")


@pytest.fixture
def desk(postgresql_url: str, author: Author, tmp_path: Path) -> Iterator[Desk]:
    """Ana's desk over the shared office."""
    with (
        closing(Store.open(postgresql_url, author)) as store,
        desk_over(store, tmp_path) as made,
    ):
        yield made


def _form(qtbot: QtBot, desk: Desk) -> tuple[FieldForm, Organization]:
    partner = records.add(desk.store, "organization", {"name": "Río", "email": "old@b.org"})
    form = FieldForm(desk, Organization)
    show(qtbot, form)
    form.show_record(partner)
    assert isinstance(partner, Organization)
    return form, partner


def _stored(desk: Desk, partner: Organization) -> str:
    found = desk.read(lambda reader: reader.get(Organization, partner.id))
    assert found is not None
    return found.email


def _leave(form: FieldForm) -> None:
    QTest.keyClick(form.rows["email"].editor.control, Qt.Key.Key_Tab)


def test_what_somebody_else_typed_meanwhile_is_shown_before_it_is_replaced(
    qtbot: QtBot, desk: Desk, laptop: Store
) -> None:
    form, partner = _form(qtbot, desk)
    row = form.rows["email"]
    type_into(row.editor.control, "ana@b.org")
    records.change_field(laptop, Organization, partner.id, "email", "bao@b.org")
    _leave(form)
    assert "bao@b.org" in row.error
    assert row.editor.value() == "ana@b.org"
    form.commit()
    assert _stored(desk, partner) == "bao@b.org"
    row.editor.control.setFocus()
    _leave(form)
    assert _stored(desk, partner) == "bao@b.org"
    QTest.keyClick(row.editor.control, Qt.Key.Key_Return)
    assert not row.error
    assert _stored(desk, partner) == "ana@b.org"


def test_escape_takes_what_somebody_else_typed(
    qtbot: QtBot, desk: Desk, laptop: Store
) -> None:
    form, partner = _form(qtbot, desk)
    row = form.rows["email"]
    type_into(row.editor.control, "ana@b.org")
    records.change_field(laptop, Organization, partner.id, "email", "")
    QTest.keyClick(row.editor.control, Qt.Key.Key_Return)
    assert "emptied" in row.error
    assert _stored(desk, partner) == ""
    QTest.keyClick(row.editor.control, Qt.Key.Key_Escape)
    assert (row.editor.value(), row.error) == ("", "")
    _leave(form)
    assert _stored(desk, partner) == ""


def test_the_same_typed_twice_is_no_conflict(qtbot: QtBot, desk: Desk, laptop: Store) -> None:
    form, partner = _form(qtbot, desk)
    type_into(form.rows["email"].editor.control, "both@b.org")
    records.change_field(laptop, Organization, partner.id, "email", "both@b.org")
    _leave(form)
    assert not form.rows["email"].error
    assert _stored(desk, partner) == "both@b.org"
