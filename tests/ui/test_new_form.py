"""A new evaluation form begins in the language the office writes in."""


import pytest
from pytestqt.qtbot import QtBot

from partner_desk.services.office import begin
from partner_desk.store.store import Store
from partner_desk.ui.areas.evaluations.evaluations_side import NewForm
from partner_desk.ui.desk import Desk
from tests.ui.desks import show


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_new_form_begins_in_the_language_of_the_office(
    qtbot: QtBot, desk: Desk, office: Store, language: str
) -> None:
    begin(office, {"name": "East Office", "language": language}, "Dana Cole")
    form = NewForm(desk)
    show(qtbot, form)
    form.begin()
    assert form.fields.values()["language"] == language
