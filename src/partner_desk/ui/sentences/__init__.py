"""The sentences for codes: what is wrong, what to do about it, what a change set is called.

Free of Qt, because the terminal says the same words. ``text`` looks a sentence up in the language
at hand; what fills its places is looked up as well where it is a label of ours.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from partner_desk.model.history import ChangeSet
from partner_desk.model.registry import KINDS
from partner_desk.model.texts import N_
from partner_desk.ui.sentences import (
    agreements,
    coverage,
    directory,
    duplicates,
    hsds,
    offices,
    operations,
    papers_out,
    records,
    sheets,
)

__all__ = [
    "ADVICE", "NOTICES", "OPERATIONS", "SENTENCES", "TextOf", "advice", "capitalised",
    "kind_label", "notice_sentence", "operation_sentence", "problem_sentence",
]

TextOf = Callable[[str], str]

_DIRECTORIES = (sheets, duplicates, hsds, papers_out, directory, coverage)

SENTENCES: dict[str, str] = {**records.SENTENCES, **agreements.SENTENCES, **offices.SENTENCES}
ADVICE: dict[str, str] = {**offices.ADVICE}
NOTICES: dict[str, str] = {**offices.NOTICES}
OPERATIONS: dict[str, str] = {**operations.OPERATIONS}
for _subject in _DIRECTORIES:
    SENTENCES |= _subject.SENTENCES
    ADVICE |= _subject.ADVICE
    NOTICES |= _subject.NOTICES
    OPERATIONS |= _subject.OPERATIONS
COMMON_ADVICE = N_("Nothing was lost. When the cause is gone, do it again.")
_UNNAMED = N_("(no name)")
_UNDO_OF = N_("undo of: {0}")
_REDO_OF = N_("redo of: {0}")
_ANY_CHANGE = N_("change of {name}")


class _Places(dict[str, str]):
    """Values for the places of a sentence; one that nobody gave is shown as a dash."""

    def __missing__(self, name: str) -> str:
        return "–"


def problem_sentence(code: str, values: Mapping[str, object], text: TextOf) -> str:
    """The sentence of a problem. A code without one is shown as it is: better than nothing."""
    sentence = SENTENCES.get(code)
    if sentence is None:
        return code
    return text(sentence).format_map(_filled(values, text))


def advice(code: str, text: TextOf) -> str:
    """What is safe and what a person can do about a trouble."""
    return text(ADVICE.get(code, COMMON_ADVICE))


def notice_sentence(code: str, values: Mapping[str, object], text: TextOf) -> str:
    """What a person should know of the office just opened."""
    sentence = NOTICES.get(code) or SENTENCES.get(code)
    return text(sentence).format_map(_filled(values, text)) if sentence else code


def operation_sentence(change_set: ChangeSet, text: TextOf) -> str:
    """What a change set is called, such as "change of Phone of Riverside Youth Arts"."""
    phrase = text(OPERATIONS.get(change_set.code, _ANY_CHANGE))
    named = phrase.format_map(_operation_values(change_set.values, text))
    frame = {"undo": _UNDO_OF, "redo": _REDO_OF}.get(change_set.kind)
    return text(frame).format(named) if frame else named


def capitalised(phrase: str) -> str:
    """A phrase at the head of a line."""
    return phrase[:1].upper() + phrase[1:]


def in_one(phrases: Iterable[str]) -> str:
    """Several short sentences read as one."""
    first, *others = [*phrases] or [""]
    return "; ".join((first, *(f"{each[:1].lower()}{each[1:]}" for each in others)))


def kind_label(kind: str, text: TextOf) -> str:
    """What a kind is called; an unknown one keeps its name."""
    return text(KINDS[kind].label if kind in KINDS else kind)


def _filled(values: Mapping[str, object], text: TextOf) -> _Places:
    filled = _Places()
    for name, value in values.items():
        shown = _shown(value)
        if name in ("kind", "target"):
            shown = kind_label(shown, text)
        elif name in ("field", "party", "status", "coverage", "instrument") and shown:
            shown = text(shown)
        filled[name] = shown
    return filled


def _operation_values(values: Mapping[str, str], text: TextOf) -> _Places:
    filled = _Places(values)
    kind = values.get("kind", "")
    if kind in KINDS:
        filled["kind"] = text(KINDS[kind].label)
        declaration = KINDS[kind].declarations.get(values.get("field", ""))
        if declaration is not None:
            filled["field"] = text(declaration.label)
    filled["name"] = values.get("name") or text(_UNNAMED)
    return filled


def _shown(value: object) -> str:
    """Money and days as people write them here."""
    if isinstance(value, Decimal):
        return f"${value:,.2f}"
    return f"{value:%m/%d/%Y}" if isinstance(value, date) else str(value)
