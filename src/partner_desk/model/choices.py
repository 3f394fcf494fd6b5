"""Values that are one of several, each with the words it is shown by."""

from dataclasses import dataclass
from typing import Any

from partner_desk.model.texts import N_
from partner_desk.model.values import InvalidValue, Text


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a field: what is stored and what is shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Choice(Text):
    """One of ``options``; ``open`` lets other words through as they are."""

    options: tuple[Option, ...] = ()
    open: bool = False

    def read(self, text: str) -> Any:
        cleaned = Text.read(self, text)
        for option in self.options:
            if cleaned.casefold() in (option.value.casefold(), option.label.casefold()):
                return option.value
        if self.open:
            return cleaned
        known = ", ".join(option.value for option in self.options)
        raise InvalidValue("choice.unknown", value=cleaned, known=known)

    def label(self, value: str) -> str:
        """The untranslated label of a stored value; a free word is its own label."""
        return next((option.label for option in self.options if option.value == value), value)


def options(*pairs: tuple[str, str]) -> tuple[Option, ...]:
    """Options from (stored value, label marked with N_) pairs."""
    return tuple(Option(value, label) for value, label in pairs)


LANGUAGES = options(("en", N_("English")), ("es", N_("Spanish")))
