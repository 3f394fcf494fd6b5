"""What papers make of telephone numbers and web addresses: what programs dial and open."""

import pytest

from partner_desk.files.directory_entries import Line, phone_target
from partner_desk.files.web_address import web_address


@pytest.mark.parametrize(("number", "extension", "dialled"), [
    ("(410) 555-0100", "", "tel:+14105550100"),
    ("1-410-555-0100", "7", "tel:+14105550100;ext=7"),
    ("410 555 0100 x12", "", "tel:+14105550100;ext=12"),
    ("410-555-0100x12", "", "tel:+14105550100;ext=12"),
    ("410-555-0100 Ext. 12", "", "tel:+14105550100;ext=12"),
    ("(800) 370-LEAD", "", "tel:+18003705323"),
    ("1-800-CALL-NOW", "", "tel:+18002255669"),
    ("+44 20 7946 0958", "", "tel:+442079460958"),
    ("(311)    -", "", "tel:311"),
    ("988", "", "tel:988"),
    ("555-0100", "", "tel:5550100"),
    ("(410) 526-985", "", ""),
    ("410-555-0100 or 410-555-0101", "", ""),
    ("Call the office", "", ""),
    ("Dial 211", "", ""),
    ("\N{ARABIC-INDIC DIGIT FOUR}10 555 0100", "", ""),
])
def test_a_telephone_dials_the_whole_number_or_nothing(
    number: str, extension: str, dialled: str
) -> None:
    assert phone_target(Line(number, extension)) == dialled


def test_nobody_calls_a_fax() -> None:
    assert phone_target(Line("(410) 555-0100", kind="fax")) == ""


@pytest.mark.parametrize(("typed", "opened"), [
    ("", ""),
    ("www.river.example/ñ", "http://www.river.example/%C3%B1"),
    ("HTTPS://river.example/a%20b?x=1#y", "HTTPS://river.example/a%20b?x=1#y"),
    ("javascript:alert(1).x", "http://javascript:alert(1).x"),
    ("file:///etc/passwd", "http://file:///etc/passwd"),
])
def test_a_web_address_opens_a_page_and_runs_nothing(typed: str, opened: str) -> None:
    assert web_address(typed) == opened
