"""What a person's words in a cell mean, before the type of its field has a look at them."""

from typing import TYPE_CHECKING, Any

from partner_desk.model.choices import Choice
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Field, Needed, Record
from partner_desk.model.folding import fold, query_words
from partner_desk.model.identity import as_uuid
from partner_desk.model.queries import ListQuery
from partner_desk.model.registry import KINDS, is_searched
from partner_desk.model.values import Flag
from partner_desk.ui.components.showing import NO, YES
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

_NAMESAKES = 500
"""How many records are looked at that have the words of a name in theirs."""


class CellReader:
    """Reads cells; make one for each block, because it remembers the names it looked up."""

    def __init__(self, entity: type[Record], desk: Desk) -> None:
        self._entity, self._desk = entity, desk
        self._names: dict[tuple[str, str], list[str]] = {}

    def meaning(self, column: Field, typed: Any) -> Any:
        """The value that ``typed`` stands for, as it is stored. Raises InputError."""
        value = self._read(column, typed) if isinstance(typed, str) else typed
        cleaned, problems = self._entity.check({column.name: value})
        if problems:
            raise InputError(*problems)
        found = cleaned[column.name]
        if column.needed is Needed.ALWAYS and found == column.type.empty:
            raise _refused("field.required", column)
        return found

    def _read(self, column: Field, text: str) -> Any:
        wanted = text.strip().casefold()
        if isinstance(column.type, Choice):
            for option in column.type.options:
                if self._desk.text(option.label).casefold() == wanted:
                    return option.value
        if isinstance(column.type, Flag) and wanted in self._yes_and_no():
            return wanted == self._yes_and_no()[0]
        if column.target and wanted:
            return self._named(column, text.strip())
        return text

    def _yes_and_no(self) -> tuple[str, str]:
        return self._desk.text(YES).casefold(), self._desk.text(NO).casefold()

    def _named(self, column: Field, name: str) -> str:
        """The id of the one live record that is called so; an id stands for itself."""
        if as_uuid(name):
            return name
        key = column.target, name
        if key not in self._names:
            self._names[key] = self._desk.read(lambda reader: _called(reader, *key))
        found = self._names[key]
        if len(found) != 1:
            raise _refused("name.several" if found else "name.unknown", column, value=name)
        return found[0]


def _called(reader: "Reader", kind: str, name: str) -> list[str]:
    """The ids of the live records with this name: letter by letter, else as search folds it."""
    if is_searched(kind):
        ids = reader.title_matches(kind, query_words(name), _NAMESAKES)
    else:
        ids = reader.ids(ListQuery(kind))
    found = [(each.id, each.caption) for each in reader.get_many(KINDS[kind], ids)]
    exact = [each_id for each_id, caption in found if caption == name]
    folded = fold(name)
    return exact or [each_id for each_id, caption in found if folded and fold(caption) == folded]


def _refused(code: str, column: Field, **values: object) -> InputError:
    return InputError(Problem(code, column.name, {"field": column.label, **values}))
