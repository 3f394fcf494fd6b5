"""Values are read as people write them, refused in codes, and never changed on the way."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partner_desk.model import choices, dates, numbers, values
from partner_desk.model.registry import ENTITIES


@pytest.mark.parametrize(
    ("type_", "typed", "value"),
    [
        (values.Text(), "  A   b\tc ", "A b c"),
        (values.Text(lines=True), "a\r\n\r\nb", "a\n\nb"),
        (values.Email(), " ana@example.org ", "ana@example.org"),
        (values.Phone(), "(800) 370-LEAD", "(800) 370-LEAD"),
        (values.WebAddress(), "www.example.org/a?b=1", "www.example.org/a?b=1"),
        (values.Digits(count=9), "01-2345678", "012345678"),
        (numbers.Integer(), "1,204", 1204),
        (numbers.Money(), "$1,234.50", Decimal("1234.50")),
        (numbers.Money(), "-3", Decimal("-3.00")),
        (numbers.Number(), "0.125", Decimal("0.125")),
        (numbers.Coordinate(90.0), "39.33704410000001", 39.33704410000001),
        (dates.Date(), "6/30/2026", date(2026, 6, 30)),
        (dates.Date(), "January 02, 2024", date(2024, 1, 2)),
        (dates.TimeOfDay(), "2:30 p.m.", time(14, 30)),
        (values.Flag(), "Sí", True),
        (values.Words(), "food; Food; , legal aid", ("food", "Food", "legal aid")),
    ],
)
def test_reads_what_people_write(type_: values.ValueType, typed: str, value: object) -> None:
    assert type_.parse(typed) == value


@pytest.mark.parametrize(
    ("type_", "typed", "code"),
    [
        (values.Text(limit=3), "long", "text.too_long"),
        (values.Email(), "a@b, c@d.org", "email.invalid"),
        (values.Phone(), "call me", "phone.invalid"),
        (values.WebAddress(), "javascript:alert(1)", "web.invalid"),
        (values.WebAddress(), "ftp://example.org", "web.invalid"),
        (values.Digits(count=9), "12345678", "digits.invalid"),
        (numbers.Integer(least=1), "0", "integer.out_of_range"),
        (numbers.Integer(), "1.5", "integer.invalid"),
        (numbers.Money(), "10.005", "money.invalid"),
        (numbers.Money(), "1e3", "money.invalid"),
        (numbers.Number(), "NaN", "number.invalid"),
        (numbers.Coordinate(90.0), "91", "coordinate.invalid"),
        (numbers.Coordinate(90.0), "nan", "coordinate.invalid"),
        (dates.Date(), "30/30/2026", "date.invalid"),
        (dates.Date(), "January 01, 0001", "date.invalid"),
        (dates.TimeOfDay(), "25:00", "time.invalid"),
        (values.Flag(), "maybe", "flag.invalid"),
        (choices.Choice(options=choices.LANGUAGES), "French", "choice.unknown"),
    ],
)
def test_refuses_with_a_code(type_: values.ValueType, typed: str, code: str) -> None:
    with pytest.raises(values.InvalidValue) as refused:
        type_.parse(typed)
    assert refused.value.code == code


_EXAMPLES: dict[type[values.ValueType], Any] = {
    numbers.Integer: st.integers(0, 10**9),
    numbers.Money: st.decimals("-99999999", "99999999", places=2),
    numbers.Number: st.decimals("-99999", "99999", places=4),
    numbers.Coordinate: st.floats(-90, 90),
    values.Flag: st.booleans(),
    dates.Date: st.dates(date(1800, 1, 1), date(2200, 12, 31)),
    dates.TimeOfDay: st.times().map(lambda moment: moment.replace(second=0, microsecond=0)),
    dates.Moment: st.datetimes(datetime(1900, 1, 1), timezones=st.just(UTC)),
    values.Words: st.lists(st.sampled_from(["a", "é b", "ភ្នំពេញ"]), unique=True).map(tuple),
    values.Text: st.text(st.characters(categories=["L", "N", "P"])),
}


@pytest.mark.parametrize("type_", _EXAMPLES)
@given(data=st.data())
def test_shown_and_packed_values_are_read_back(
    type_: type[values.ValueType], data: st.DataObject
) -> None:
    value = type_().check(data.draw(_EXAMPLES[type_]))
    assert type_().parse(type_().show(value)) == value
    assert type_().unpack(type_().pack(value)) == value


@given(typed=st.text())
def test_no_text_breaks_a_field(typed: str) -> None:
    for entity in ENTITIES:
        for declaration in entity.declarations.values():
            try:
                value = declaration.type.parse(typed)
            except values.InvalidValue as error:
                assert "." in error.code
            else:
                assert declaration.type.parse(declaration.type.show(value)) == value


@pytest.mark.parametrize("foreign", [3.5, True, {"a": 1}, [1], object()])
def test_foreign_types_are_refused_as_text(foreign: object) -> None:
    with pytest.raises(values.InvalidValue):
        values.Text().check(foreign)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("$1,234.50", "1234.50"), ("1 234.50", "1234.50"), ("(500)", "-500"), ("($1,000)", "-1000"),
     ("\u22121.5", "-1.5"), ("1\u202f000", "1000"), (".5", "0.5")],
)
def test_money_as_sheets_write_it(typed: str, amount: str) -> None:
    assert numbers.Money().parse(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["1 234,50", "1,5", "1.234,50", "1,23,456", "12 34", "--5"])
def test_money_that_can_be_read_in_two_ways_is_refused(typed: str) -> None:
    with pytest.raises(values.InvalidValue) as caught:
        numbers.Money().parse(typed)
    assert caught.value.code == "number.unclear"


def test_days_are_put_in_order_once_each() -> None:
    assert dates.Days().parse("7; 30,90 60, 7") == "90, 60, 30, 7"
    assert dates.days_of("90, 60, 30, 7") == (90, 60, 30, 7)
    assert dates.days_of("") == ()
    for typed in ("soon", "0", "1000", "-7", "30 days"):
        with pytest.raises(values.InvalidValue):
            dates.Days().parse(typed)


@pytest.mark.parametrize(
    ("stored", "written"),
    [("012345678", "01-2345678"), ("", ""), ("12-34", "12-34"), ("12345678x", "12345678x")],
)
def test_an_ein_is_written_with_its_hyphen_and_nothing_else_is_changed(
    stored: str, written: str
) -> None:
    ein = values.Digits(count=9, lead=2)
    assert ein.written(stored) == written
    assert values.Digits(count=9).written(stored) == stored
