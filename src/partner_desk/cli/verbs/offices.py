"""Verbs on a whole office: making, keeping safe, checking, its settings."""

import argparse
from datetime import date
from pathlib import Path

from partner_desk.cli.answers import EXIT_ENVIRONMENT, Answer, tree_lines
from partner_desk.cli.speaking import Text
from partner_desk.cli.terminal import Terminal
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.texts import N_
from partner_desk.services import office as office_service
from partner_desk.services import records
from partner_desk.services.opening import OpenOffice, create_office, local_path
from partner_desk.ui.sentences import problem_sentence


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
    if result.ok:
        return Answer(value, [fine])
    return Answer(value, problems, EXIT_ENVIRONMENT)


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


VERBS = {
    "new": _new,
    "sample": _sample,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
    "settings": _settings,
}
