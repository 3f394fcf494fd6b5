"""Values are read as people write them, refused in codes, and never changed on the way."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partner_desk.model import values
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
        (values.Integer(), "1,204", 1204),
        (values.Money(), "$1,234.50", Decimal("1234.50")),
        (values.Money(), "-3", Decimal("-3.00")),
        (values.Number(), "0.125", Decimal("0.125")),
        (values.Coordinate(90.0), "39.33704410000001", 39.33704410000001),
        (values.Date(), "6/30/2026", date(2026, 6, 30)),
        (values.Date(), "January 02, 2024", date(2024, 1, 2)),
        (values.TimeOfDay(), "2:30 p.m.", time(14, 30)),
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
        (values.Integer(least=1), "0", "integer.out_of_range"),
        (values.Integer(), "1.5", "integer.invalid"),
        (values.Money(), "10.005", "money.invalid"),
        (values.Money(), "1e3", "money.invalid"),
        (values.Number(), "NaN", "number.invalid"),
        (values.Coordinate(90.0), "91", "coordinate.invalid"),
        (values.Coordinate(90.0), "nan", "coordinate.invalid"),
        (values.Date(), "30/30/2026", "date.invalid"),
        (values.Date(), "January 01, 0001", "date.invalid"),
        (values.TimeOfDay(), "25:00", "time.invalid"),
        (values.Flag(), "maybe", "flag.invalid"),
        (values.Choice(options=values.LANGUAGES), "French", "choice.unknown"),
    ],
)
def test_refuses_with_a_code(type_: values.ValueType, typed: str, code: str) -> None:
    with pytest.raises(values.InvalidValue) as refused:
        type_.parse(typed)
    assert refused.value.code == code


_EXAMPLES: dict[type[values.ValueType], Any] = {
    values.Integer: st.integers(0, 10**9),
    values.Money: st.decimals("-99999999", "99999999", places=2),
    values.Number: st.decimals("-99999", "99999", places=4),
    values.Coordinate: st.floats(-90, 90),
    values.Flag: st.booleans(),
    values.Date: st.dates(date(1800, 1, 1), date(2200, 12, 31)),
    values.TimeOfDay: st.times().map(lambda moment: moment.replace(second=0, microsecond=0)),
    values.Moment: st.datetimes(datetime(1900, 1, 1), timezones=st.just(UTC)),
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
    assert values.Money().parse(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["1 234,50", "1,5", "1.234,50", "1,23,456", "12 34", "--5"])
def test_money_that_can_be_read_in_two_ways_is_refused(typed: str) -> None:
    with pytest.raises(values.InvalidValue) as caught:
        values.Money().parse(typed)
    assert caught.value.code == "number.unclear"


def test_days_are_put_in_order_once_each() -> None:
    assert values.Days().parse("7; 30,90 60, 7") == "90, 60, 30, 7"
    assert values.days_of("90, 60, 30, 7") == (90, 60, 30, 7)
    assert values.days_of("") == ()
    for typed in ("soon", "0", "1000", "-7", "30 days"):
        with pytest.raises(values.InvalidValue):
            values.Days().parse(typed)
