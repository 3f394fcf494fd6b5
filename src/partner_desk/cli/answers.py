"""What a verb answers: a JSON value for machines and lines for people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from partner_desk.cli.speaking import Text
from partner_desk.model.choices import Choice
from partner_desk.model.errors import Problem
from partner_desk.model.fields import Record
from partner_desk.model.registry import children_of
from partner_desk.model.texts import N_
from partner_desk.model.values import Flag, ValueType
from partner_desk.ui.sentences import problem_sentence

EXIT_DONE = 0
EXIT_REFUSED = 3
EXIT_ENVIRONMENT = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """``value`` is what --json prints, ``lines`` what people read; ``status`` how to exit.

    ``complaints`` go to standard error: parts of the work that could not be done while the rest
    was.
    """

    value: Any
    lines: Sequence[str]
    status: int = EXIT_DONE
    complaints: Sequence[str] = ()


def problem_line(problem: Problem, text: Text) -> str:
    """The sentence of a problem, behind the place it is about where the sentence needs one."""
    sentence = problem_sentence(problem.code, problem.values, text)
    if problem.code.startswith(_SAY_WHERE):
        return sentence
    place = ".".join(part for part in (problem.where, problem.field) if part)
    return f"{place}: {sentence}" if place else sentence


_WIDEST = 40
_SAY_WHERE = ("exhibit.", "revision.", "routing.", "scan.", "sign.")
"""Codes whose sentences name what they are about by themselves."""


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Lines of columns, as wide as they must be and no wider than a terminal bears."""
    cells = [[_cut(cell) for cell in row] for row in [headings, *rows]]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in cells]


def _cut(cell: str) -> str:
    line = " ".join(cell.split())
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"


def shown(record: Record, field: str, text: Text) -> str:
    """The value of a field as people read it."""
    return _in_words(record.declarations[field].type, getattr(record, field), text)


def _in_words(type_: ValueType, value: Any, text: Text) -> str:
    if isinstance(type_, Choice):
        return text(type_.label(value))
    if isinstance(type_, Flag):
        return text(N_("Yes")) if value else text(N_("No"))
    return type_.show(value)


def record_table(entity: type[Record], records: Sequence[Record], text: Text) -> list[str]:
    """The listed fields of records as lines, ids last so that they can be copied."""
    fields = [each for each in entity.visible_fields() if each.listed or each.title]
    headings = [text(each.label) for each in fields]
    rows = [[shown(each, field.name, text) for field in fields] for each in records]
    widest = max((len(line) for line in table(headings, rows)), default=0)
    lines = [line.ljust(widest) for line in table(headings, rows)]
    ids = ["id", *(each.id for each in records)]
    return [f"{line}  {record_id}" for line, record_id in zip(lines, ids, strict=True)]


def tree_lines(
    entity: type[Record], values: dict[str, Any], text: Text, indent: int = 0
) -> list[str]:
    """A record and its children in labelled, indented lines; empty fields are left out."""
    pad = "  " * indent
    lines = [f"{pad}{text(entity.label)} {values['id']}"]
    for each in entity.visible_fields():
        packed = values.get(each.name)
        if packed not in (None, "", [], False):
            value = _in_words(each.type, each.type.unpack(packed), text)
            lines.append(f"{pad}  {text(each.label)}: {value}")
    for child, _ in children_of(entity.kind):
        for row in values.get(child.collection, ()):
            lines += tree_lines(child, row, text, indent + 1)
    return lines
