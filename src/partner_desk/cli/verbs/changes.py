"""Verbs on changes: what was done, taking it back, doing it again."""

import argparse
from typing import Any

from partner_desk.cli.answers import Answer
from partner_desk.cli.speaking import Text
from partner_desk.cli.terminal import Terminal, known_id
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.history import UndoResult
from partner_desk.model.texts import N_
from partner_desk.services import history, records
from partner_desk.ui.sentences import capitalised, operation_sentence


def _history(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("read") as store:
        if chosen.kind and chosen.id:
            known_id(store, records.kind_named(chosen.kind), chosen.id, in_trash=True)
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


VERBS = {"history": _history, "undo": _undo, "redo": _redo}
