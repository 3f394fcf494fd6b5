"""Facts of an agreement as they are printed: term, schools, amounts, dates."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from partner_desk.files.packet.content import Content
from partner_desk.files.packet.speech import Speech, Text, Words
from partner_desk.files.pdf.document import Twin
from partner_desk.files.templates import written_date
from partner_desk.model.texts import N_

NOTHING = Decimal()


def term(speech: Speech) -> Words:
    """From when to when, in words."""
    return speech.of(_term)


def _term(content: Content, text: Text) -> str:
    days = [written_date(day, content.language) for day in (content.starts_on, content.ends_on)
            if day is not None]
    if len(days) == 2:
        return text(N_("{0} to {1}")).format(*days)
    pattern = N_("From {0}") if content.starts_on else N_("Until {0}")
    return text(pattern).format(*days) if days else ""


def schools(speech: Speech, separator: str) -> Words:
    """The schools by name; all of them where none is named."""
    named = speech.first.schools
    return separator.join(named) if named else speech.say(N_("All schools"))


def shown(rows: Sequence[tuple[Words, Words]]) -> tuple[tuple[Words, Words], ...]:
    """The rows that say something."""
    return tuple((label, value) for label, value in rows if any(_parts(value)))


def _parts(words: Words) -> tuple[str, ...]:
    return (words.first, words.second) if isinstance(words, Twin) else (words,)


def written(day: date | None, speech: Speech) -> Words:
    """A day in words, nothing for None."""
    return speech.of(lambda content, _: written_date(day, content.language) if day else "")


def dollars(amount: Decimal | None) -> str:
    """An amount as it is printed, "$1,234.50"; nothing for None."""
    return "" if amount is None else f"${amount:,.2f}"


def quantity(value: Decimal | None, unit: str) -> str:
    """A measure with its unit, every digit as it was typed."""
    return "" if value is None else f"{value:,f} {unit}".strip()


def count(number: int | None) -> str:
    """A number of people; nothing for None."""
    return "" if number is None else f"{number:,}"
