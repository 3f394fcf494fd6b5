"""The verb on the office's library: giving it out as a file, taking one in."""

import argparse
from pathlib import Path

from partner_desk.cli.answers import Answer
from partner_desk.cli.terminal import Terminal
from partner_desk.model.texts import N_
from partner_desk.services import library
from partner_desk.store.store import Store


def _library(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    return (_export if chosen.action == "export" else _import)(terminal, chosen)


def _export(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    if _has_library(terminal):
        with terminal.office("read") as store:
            count = library.export(store, Path(chosen.path))
    else:
        # The first who asks for the library fills it, as in the window.
        with terminal.office("edit") as store:
            library.ensure(store)
            count = library.export(store, Path(chosen.path))
    line = terminal.text(N_("{0} templates written to {1}"))
    return Answer({"templates": count}, [line.format(count, chosen.path)])


def _has_library(terminal: Terminal) -> bool:
    with terminal.office("read") as store:
        return _filled(store)


def _filled(store: Store) -> bool:
    with store.reading() as reader:
        return bool(library.templates(reader))


def _import(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("read" if chosen.dry_run else "edit") as store:
        if chosen.dry_run:
            counts = library.preview_import(store, Path(chosen.path))
        else:
            library.ensure(store)
            counts = library.import_(store, Path(chosen.path))
    sentence = terminal.text(N_("Templates and clauses: {0} new, {1} changed, {2} unchanged."))
    lines = [sentence.format(counts.new, counts.changed, counts.unchanged)]
    if chosen.dry_run:
        lines.append(terminal.text(N_("Nothing was written.")))
    value = {"new": counts.new, "changed": counts.changed, "unchanged": counts.unchanged}
    return Answer(value, lines)


VERBS = {"library": _library}
