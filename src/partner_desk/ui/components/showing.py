"""Values as people read and type them; what is shown here is read again by the field's type."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from partner_desk.model.choices import Choice
from partner_desk.model.dates import Date, TimeOfDay
from partner_desk.model.fields import Field, Record
from partner_desk.model.numbers import Integer, Money
from partner_desk.model.registry import KINDS
from partner_desk.model.texts import N_
from partner_desk.model.values import Digits, Flag, ValueType

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

TextOf = Callable[[str], str]

YES, NO = N_("Yes"), N_("No")


def shown(value_type: ValueType, value: Any, text: TextOf) -> str:
    """``value`` as a person sees it in a list or a field, its words looked up with ``text``."""
    if value is None:
        return ""
    if isinstance(value_type, Choice):
        return text(value_type.label(value)) if value else ""
    if isinstance(value_type, Flag):
        return text(YES if value else NO)
    if isinstance(value_type, Date):
        return shown_date(value)
    if isinstance(value_type, TimeOfDay):
        return shown_time(value)
    if isinstance(value_type, Money):
        return shown_money(value)
    if isinstance(value_type, Digits):
        return value_type.written(value)
    return value_type.show(value)


def shown_date(day: date | None) -> str:
    """A day as American offices write it, such as 06/30/2027."""
    return f"{day:%m/%d/%Y}" if day else ""


def shown_time(moment: time | None) -> str:
    """A time of day such as 2:30 PM."""
    return f"{moment:%I:%M %p}".lstrip("0") if moment else ""


def shown_money(amount: Decimal | None) -> str:
    """An amount such as $1,234.50; the sign stands before the currency."""
    if amount is None:
        return ""
    return f"-${-amount:,.2f}" if amount < 0 else f"${amount:,.2f}"


def shown_moment(moment: datetime) -> str:
    """Day and time on this computer's clock."""
    local = moment.astimezone()
    return f"{shown_date(local.date())} {shown_time(local.time())}"


def is_numeric(value_type: ValueType) -> bool:
    """Whether values of this type stand at the right of a column."""
    return isinstance(value_type, Integer | Money) or type(value_type).__name__ == "Number"


def field_shown(field: Field, record: Record, text: TextOf) -> str:
    """What a record holds in ``field``; "" for references, which need a look-up."""
    return "" if field.target else shown(field.type, getattr(record, field.name), text)


def caption_of(reader: "Reader", record: Record) -> str:
    """What a record is called; a link without words of its own by what it links to."""
    names = [record.caption]
    for each in record.visible_fields():
        if each.target and not each.owner:
            target = reader.get(KINDS[each.target], getattr(record, each.name))
            names.insert(0, target.caption if target else "")
    return " · ".join(name for name in names if name)
