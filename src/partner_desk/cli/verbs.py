"""The verbs: each asks the services and makes an answer of what they say."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from partner_desk.cli.answers import Answer, record_table, tree_lines
from partner_desk.cli.speaking import Text
from partner_desk.files.catalogue import Catalogue
from partner_desk.model.agreements import Agreement
from partner_desk.model.directory import Organization
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.history import Author, UndoResult
from partner_desk.model.partners import Partnership
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.model.texts import N_
from partner_desk.model.values import InvalidValue
from partner_desk.services import agreements, drafting, history, packets, partners, records
from partner_desk.services import office as office_service
from partner_desk.services.opening import (
    Mode,
    OpenOffice,
    create_office,
    local_path,
    open_office,
)
from partner_desk.store.store import Store
from partner_desk.ui.sentences import capitalised, operation_sentence, problem_sentence

Location = Path | str
_WAIT_SECONDS = 5.0
"""How long a verb waits for another one to end that edits the same file."""


class Terminal:
    """One call of the program: which office, who calls, in which language."""

    def __init__(self, location: Location, author: Author, text: Text) -> None:
        self.location = location
        self.author = author
        self.text = text

    @contextmanager
    def office(self, mode: Mode) -> Iterator[Store]:
        """The office, open for the length of the block."""
        opened = open_office(
            self.location, self.author, mode, wait_seconds=_WAIT_SECONDS, daily_backup=False
        )
        try:
            yield opened.store
        finally:
            opened.close()


def run(chosen: argparse.Namespace, location: Location, author: Author, text: Text) -> Answer:
    """Run the chosen verb. Raises InputError and EnvironmentProblem."""
    return _VERBS[chosen.verb](Terminal(location, author, text), chosen)


def _made(opened: OpenOffice, name: str, text: Text) -> Answer:
    place = str(opened.store.path or opened.store.engine.url.render_as_string())
    line = text(N_("The office “{0}” is ready: {1}")).format(name, place)
    return Answer({"office": place, "name": name}, [line])


def _new(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    name = chosen.name or terminal.text(N_("Office of Community Partnerships"))
    values = {"name": name, "district": chosen.district, "language": chosen.language}
    opened = create_office(terminal.location, terminal.author, values, make_folder=True)
    try:
        return _made(opened, name, terminal.text)
    finally:
        opened.close()


def _sample(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.services import sample

    name = terminal.text(N_("Sample office"))
    opened = create_office(terminal.location, terminal.author, {"name": name}, make_folder=True)
    try:
        sample.fill(opened.store, chosen.language, date.today())
        return _made(opened, office_service.settings(opened.store).name, terminal.text)
    finally:
        opened.close()


def _import(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.services import importing

    with terminal.office("read" if chosen.dry_run else "edit") as store:
        work = importing.preview if chosen.dry_run else importing.run
        result = work(store, Path(chosen.path))
    return _import_answer(result, terminal.text, chosen.dry_run)


def _import_answer(preview: Any, text: Text, dry_run: bool) -> Answer:
    refusals = [
        {"file": each.file, "row": each.row, "column": each.column,
         "reason": problem_sentence(each.code, each.values, text)}
        for each in preview.refusals
    ]
    value = {
        "read": preview.read, "new": preview.new, "changed": preview.changed,
        "unchanged": preview.unchanged, "refused": preview.refused,
        "by_kind": preview.by_kind, "refusals": refusals,
    }
    sentence = text(N_("{0} rows read: {1} new, {2} changed, {3} unchanged, {4} refused."))
    lines = [sentence.format(preview.read, preview.new, preview.changed, preview.unchanged,
                             preview.refused)]
    lines += [f"{each['file']}:{each['row']}: {each['column']}: {each['reason']}"
              for each in refusals]
    if dry_run:
        lines.append(text(N_("Nothing was written.")))
    return Answer(value, lines)


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
    query = _query(chosen.kind, chosen)
    entity = records.kind_named(chosen.kind)
    with terminal.office("read") as store, store.reading() as reader:
        found = reader.get_many(entity, reader.ids(query))
    lines = record_table(entity, found, terminal.text)
    return Answer([each.packed() for each in found], lines)


def _show(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    entity = records.kind_named(chosen.kind)
    with terminal.office("read") as store:
        values = records.tree(store, chosen.kind, _known_id(store, entity, chosen.id))
    return Answer(values, tree_lines(entity, values, terminal.text))


def _known_id(
    store: Store, entity: type[Record], record_id: str, *, in_trash: bool = False
) -> str:
    with store.reading() as reader:
        record = reader.get(entity, record_id)
    if record is None or (record.deleted_at is not None and not in_trash):
        raise InputError(Problem("record.missing", "id", {"id": record_id, "kind": entity.kind}))
    return record.id


def _add(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    entity, values = records.kind_named(chosen.kind), _standard_input()
    with terminal.office("edit") as store:
        record = records.add(store, chosen.kind, values)
        found = records.tree(store, chosen.kind, record.id)
    return Answer(found, tree_lines(entity, found, terminal.text))


def _set(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    entity, values = records.kind_named(chosen.kind), _standard_input()
    with terminal.office("edit") as store:
        record_id = _known_id(store, entity, chosen.id)
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


def _draft(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("edit") as store:
        partnership_id = _partnership_of(store, chosen.partner)
        agreement = drafting.draft(
            store, partnership_id, chosen.template, date.today(), chosen.language or ""
        )
    line = terminal.text(N_("Agreement {0} is drafted: {1}"))
    return Answer(
        {"number": agreement.number, "id": agreement.id},
        [line.format(agreement.number, agreement.title)],
    )


def _partnership_of(store: Store, partner: str) -> str:
    """The partnership meant by its own id or by an organization's, begun where there is none."""
    with store.reading() as reader:
        partnership = reader.get(Partnership, partner)
    if partnership is not None and partnership.deleted_at is None:
        return partnership.id
    organization_id = _known_id(store, Organization, partner)
    found = partners.partnerships_of(store, organization_id)
    return found[0].id if found else partners.begin_partnership(store, organization_id).id


def _packet(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.files.replacing import write_bytes

    with terminal.office("read") as store:
        agreement: Agreement = agreements.by_number(store, chosen.number)
        printed = packets.printed(
            store, agreement.id, chosen.language, lambda language: Catalogue(language).text
        )
    pdf = printed.pdf
    write_bytes(Path(chosen.out), pdf.data)
    warnings = [
        terminal.text(N_("No font has “{0}” ({1}), in: {2}")).format(
            each.character, each.name, each.where
        )
        for each in pdf.warnings
    ]
    line = terminal.text(N_("{0} pages written to {1}")).format(pdf.pages, chosen.out)
    value = {"pages": pdf.pages, "sha256": pdf.sha256, "warnings": warnings}
    return Answer(value, [line, *warnings])


def _export(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.services.exporting import export_list

    query = _query(chosen.kind, chosen)
    with terminal.office("read") as store:
        name = office_service.settings(store).name
        result = export_list(
            store, query, Path(chosen.out), terminal.text, creator=name
        )
    line = terminal.text(N_("{0} rows written to {1}")).format(result.rows, chosen.out)
    notices = [problem_sentence(each.code, each.values, terminal.text) for each in result.notices]
    return Answer({"rows": result.rows}, [line, *notices])


def _history(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("read") as store:
        if chosen.kind and chosen.id:
            _known_id(store, records.kind_named(chosen.kind), chosen.id, in_trash=True)
            entries = history.history_of(store, chosen.kind, chosen.id, chosen.limit)
        elif chosen.kind:
            raise InputError(Problem("history.id_missing"))
        else:
            recent = history.recent(store, chosen.limit)
            entries = [history.entry_of(store, each) for each in recent]
    text = terminal.text
    return Answer(
        [_entry_value(each, text) for each in entries],
        [line for each in entries for line in _entry_lines(each, text)],
    )


def _entry_value(entry: history.HistoryEntry, text: Text) -> dict[str, Any]:
    change_set = entry.change_set
    return {
        "id": change_set.id, "kind": change_set.kind, "at": change_set.at.isoformat(),
        "who": change_set.who, "computer": change_set.computer,
        "operation": operation_sentence(change_set, text),
        "undone": change_set.undone_by is not None,
        "changes": [
            {"kind": each.kind, "id": each.record_id, "field": each.change.field,
             "before": each.change.before, "after": each.change.after}
            for each in entry.lines
        ],
    }


def _entry_lines(entry: history.HistoryEntry, text: Text) -> list[str]:
    change_set = entry.change_set
    when = change_set.at.astimezone().strftime("%Y-%m-%d %H:%M")
    head = capitalised(operation_sentence(change_set, text))
    lines = [f"{when}  {change_set.who}  {head}  [{change_set.id}]"]
    lines += [
        f"    {text(each.field.label)}: {each.before!r} → {each.after!r}"
        for each in entry.lines
        if each.field is not None and each.field.label
    ]
    return lines


def _undone(result: UndoResult | None, sentence: str, nothing: str, text: Text) -> Answer:
    if result is None:
        return Answer({"undone": None, "conflicts": []}, [text(nothing)])
    conflicts = [
        {"kind": each.kind, "id": each.record_id, "field": each.field, "wanted": each.wanted,
         "found": each.found}
        for each in result.conflicts
    ]
    name = operation_sentence(result.undone, text)
    lines = [text(sentence).format(name)]
    if conflicts:
        left = text(N_("{0} fields were changed since and stay as they are."))
        lines.append(left.format(len(conflicts)))
    return Answer({"undone": result.undone.id, "operation": name, "conflicts": conflicts}, lines)


def _undo(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("edit") as store:
        if chosen.id:
            with store.reading() as reader:
                if reader.change_set(chosen.id) is None:
                    raise InputError(Problem("change_set.missing", values={"id": chosen.id}))
        result = store.undo(chosen.id)
    return _undone(result, N_("Undone: {0}"), N_("There is nothing to undo."), terminal.text)


def _redo(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("edit") as store:
        result = store.redo()
    return _undone(result, N_("Done again: {0}"), N_("There is nothing to redo."), terminal.text)


def _backup(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.services import safekeeping

    with terminal.office("read") as store:
        made = safekeeping.backup(store)
    line = terminal.text(N_("Backup made and verified: {0}")).format(made.path)
    return Answer({"path": str(made.path), "verified": True}, [line])


def _restore(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.services import safekeeping

    aside = safekeeping.restore(terminal.location, Path(chosen.path), terminal.author)
    lines = [terminal.text(N_("The backup is in place: {0}")).format(local_path(terminal.location))]
    if aside is not None:
        lines.append(terminal.text(N_("The file that was there is kept: {0}")).format(aside))
    return Answer({"office": str(terminal.location), "kept": str(aside) if aside else None}, lines)


def _check(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.services import safekeeping

    with terminal.office("read") as store:
        result = safekeeping.check(store)
    problems = [problem_sentence(each.code, each.values, terminal.text)
                for each in result.problems]
    fine = terminal.text(N_("The office is sound. Digest {0}")).format(result.digest)
    value = {"ok": result.ok, "problems": problems, "digest": result.digest}
    return Answer(value, [fine] if result.ok else problems, 0 if result.ok else 4)


def _settings(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    changed: dict[str, str] = {}
    for typed in chosen.values:
        name, separator, value = typed.partition("=")
        if not separator:
            raise InputError(Problem("field.no_value", values={"name": typed}))
        changed[name] = value
    with terminal.office("edit" if changed else "read") as store:
        office = office_service.settings(store)
        if changed:
            records.update(store, "office", office.id, changed)
            office = office_service.settings(store)
    values = office.packed()
    return Answer(values, tree_lines(type(office), values, terminal.text))


_VERBS: dict[str, Callable[[Terminal, argparse.Namespace], Answer]] = {
    "new": _new,
    "sample": _sample,
    "import": _import,
    "list": _list,
    "show": _show,
    "add": _add,
    "set": _set,
    "draft": _draft,
    "packet": _packet,
    "export": _export,
    "history": _history,
    "undo": _undo,
    "redo": _redo,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
    "settings": _settings,
}
