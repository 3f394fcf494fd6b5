"""Verbs on records that are alike: listing them, combining them, saying that they are not one."""

import argparse
from collections.abc import Iterable
from typing import Any

from partner_desk.cli.answers import Answer, tree_lines
from partner_desk.cli.speaking import Text
from partner_desk.cli.terminal import Terminal
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.texts import N_
from partner_desk.services import combining, duplicates, records
from partner_desk.ui.sentences import problem_sentence


def _duplicates(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    levels = duplicates.LEVELS if chosen.level == "all" else duplicates.FIRST_LEVELS
    with terminal.office("read") as store:
        found = duplicates.find_all(store, chosen.kind, levels=levels)
    text = terminal.text
    lines = [line for each in found for line in _group_lines(each, text)]
    count = text(N_("Groups of records that seem to be one: {0}.")).format(len(found))
    return Answer([_group_value(each, text) for each in found], [*lines, count])


def _group_value(group: duplicates.Group, text: Text) -> dict[str, Any]:
    return {
        "level": group.level,
        "records": [
            {"id": id_, "name": caption}
            for id_, caption in zip(group.ids, group.captions, strict=True)
        ],
        "pairs": [
            {"ids": [each.first_id, each.second_id], "level": each.level,
             "score": round(each.score, 3), "reasons": _sentences(each.reasons, text)}
            for each in group.pairs
        ],
    }


def _group_lines(group: duplicates.Group, text: Text) -> list[str]:
    lines = [
        f"{id_}  {caption}" for id_, caption in zip(group.ids, group.captions, strict=True)
    ]
    told = _sentences((each for pair in group.pairs for each in pair.reasons), text)
    return [*lines, f"    {text(_LEVELS[group.level])}: {'; '.join(told)}", ""]


_LEVELS = {
    "same": N_("The same"), "likely": N_("Likely the same"), "perhaps": N_("Perhaps the same"),
}


def _sentences(found: Iterable[duplicates.Reason], text: Text) -> list[str]:
    return list(dict.fromkeys(problem_sentence(each.code, each.values, text) for each in found))


def _combine(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    records.kind_named(chosen.kind)
    if len(chosen.ids) < 2:
        raise InputError(Problem("combine.too_few"))
    if chosen.not_same:
        return _not_same(terminal, chosen)
    choices = dict(_choice(each) for each in chosen.take)
    survivor_id, *loser_ids = chosen.ids
    with terminal.office("edit") as store:
        kept = combining.combine(
            store, chosen.kind, survivor_id, loser_ids, choices, anyway=chosen.anyway
        )
        values = records.tree(store, chosen.kind, kept.id)
    return Answer(values, tree_lines(type(kept), values, terminal.text))


def _not_same(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("edit") as store:
        said = duplicates.none_the_same(store, chosen.kind, chosen.ids, chosen.reason or "")
    value = [{"kind": each.of_kind, "ids": [each.first_id, each.second_id],
              "reason": each.reason} for each in said]
    return Answer(value, [terminal.text(N_("They are not proposed as one any more."))])


def _choice(typed: str) -> tuple[str, str]:
    name, separator, record_id = typed.partition("=")
    if not separator:
        raise InputError(Problem("combine.bad_choice", values={"name": name, "id": "–"}))
    return name, record_id


VERBS = {"duplicates": _duplicates, "combine": _combine}
