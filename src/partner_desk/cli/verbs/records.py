"""Verbs on records of any kind: listing, showing, writing and giving out."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from partner_desk.cli.answers import Answer, record_table, tree_lines
from partner_desk.cli.terminal import Terminal, known_id
from partner_desk.cli.verbs.views import within_view
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.model.texts import N_
from partner_desk.model.values import InvalidValue
from partner_desk.services import office as office_service
from partner_desk.services import records
from partner_desk.ui.sentences import problem_sentence


def _query(kind: str, chosen: argparse.Namespace) -> ListQuery:
    entity = records.kind_named(kind)
    where = tuple(_condition(entity, each) for each in chosen.where)
    return ListQuery(kind, search=chosen.search, where=where)


def _condition(entity: type[Record], typed: str) -> Condition:
    name, separator, value = typed.partition("=")
    if name == "id" and separator:
        return Condition("id", value)
    if not separator:
        raise InputError(Problem("field.no_value", values={"name": name}))
    declaration = entity.declarations.get(name)
    if declaration is None or declaration.internal:
        raise InputError(Problem("field.unknown", values={"name": name}))
    try:
        return Condition(name, declaration.type.parse(value))
    except InvalidValue as error:
        values = {"field": declaration.label, **error.values}
        raise InputError(Problem(error.code, name, values)) from error


def _list(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    query = within_view(terminal, _query(chosen.kind, chosen), chosen.view)
    entity = records.kind_named(chosen.kind)
    with terminal.office("read") as store, store.reading() as reader:
        found = reader.get_many(entity, reader.ids(query))
    lines = record_table(entity, found, terminal.text)
    return Answer([each.packed() for each in found], lines)


def _show(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    entity = records.kind_named(chosen.kind)
    with terminal.office("read") as store:
        values = records.tree(store, chosen.kind, known_id(store, entity, chosen.id))
    return Answer(values, tree_lines(entity, values, terminal.text))


def _add(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    entity, values = records.kind_named(chosen.kind), _standard_input()
    with terminal.office("edit") as store:
        record = records.add(store, chosen.kind, values)
        found = records.tree(store, chosen.kind, record.id)
    return Answer(found, tree_lines(entity, found, terminal.text))


def _set(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    entity, values = records.kind_named(chosen.kind), _standard_input()
    with terminal.office("edit") as store:
        record_id = known_id(store, entity, chosen.id)
        records.update(store, chosen.kind, record_id, values)
        found = records.tree(store, chosen.kind, record_id)
    return Answer(found, tree_lines(entity, found, terminal.text))


def _standard_input() -> dict[str, Any]:
    try:
        found = json.loads(sys.stdin.buffer.read().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError(Problem("json.not_utf8")) from None
    except (ValueError, RecursionError) as error:  # A number of 5,000 digits is a ValueError.
        line = getattr(error, "lineno", 1)
        raise InputError(Problem("json.invalid", values={"line": line})) from None
    if not isinstance(found, dict):
        raise InputError(Problem("json.not_an_object"))
    return found


def _export(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.services.exporting import export_list

    query = within_view(terminal, _query(chosen.kind, chosen), chosen.view)
    if chosen.csv:
        return _export_csv(terminal, query, chosen.out)
    with terminal.office("read") as store:
        name = office_service.settings(store).name
        result = export_list(
            store, query, Path(chosen.out), terminal.text, creator=name,
            one_sheet=chosen.one_sheet, about=chosen.view,
        )
    line = terminal.text(N_("{0} rows written to {1}")).format(result.rows, chosen.out)
    notices = [problem_sentence(each.code, each.values, terminal.text) for each in result.notices]
    return Answer({"rows": result.rows}, [line, *notices])


def _export_csv(terminal: Terminal, query: ListQuery, out: str) -> Answer:
    from partner_desk.services.exporting_csv import export_csv

    with terminal.office("read") as store:
        rows = export_csv(store, query, Path(out), terminal.text)
    return Answer({"rows": rows}, [terminal.text(N_("{0} rows written to {1}")).format(rows, out)])


VERBS = {
    "list": _list,
    "show": _show,
    "add": _add,
    "set": _set,
    "export": _export,
}
