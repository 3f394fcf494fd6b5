"""The verb that brings lists in: other people's sheets, and directories of other systems."""

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from partner_desk.cli.answers import Answer
from partner_desk.cli.speaking import Text
from partner_desk.cli.terminal import Terminal
from partner_desk.files.web_codes import WEB_CODES
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.texts import N_
from partner_desk.ui.sentences import problem_sentence

if TYPE_CHECKING:
    from partner_desk.services.importing import ImportPreview
    from partner_desk.services.sheets.settled import Settled
    from partner_desk.store.store import Store


def _import(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    path = Path(chosen.path)
    with terminal.office("read" if chosen.dry_run else "edit") as store:
        if _is_directory(path, chosen):
            seen = _directory(store, path, chosen.dry_run)
        else:
            seen = _sheet(store, path, chosen)
    if chosen.refused:
        _save_refused(seen, Path(chosen.refused), terminal.text)
    return _answer(seen, terminal.text, chosen.dry_run)


def _is_directory(path: Path, chosen: argparse.Namespace) -> bool:
    """Whether tables of a directory are meant: said so, or found by their columns."""
    from partner_desk.files.hsds import open_directory

    if chosen.as_kind != "auto":
        return bool(chosen.as_kind == "directory")
    if chosen.map or chosen.sheet or chosen.state is not None:
        return False
    if path.is_dir() or path.suffix.lower() in (".zip", ".json", ".jsonl"):
        return True
    try:
        with open_directory(path):
            return True
    except InputError:
        return False


def _directory(store: "Store", path: Path, dry_run: bool) -> "ImportPreview":
    from partner_desk.services import importing

    return (importing.preview if dry_run else importing.run)(store, path)


def _sheet(store: "Store", path: Path, chosen: argparse.Namespace) -> "ImportPreview":
    from partner_desk.services.sheets import taking
    from partner_desk.services.sheets.addresses import state_letters

    settled = _settled(store, path, chosen)
    if chosen.state is not None:
        settled = replace(settled, state=state_letters(chosen.state) or chosen.state.strip())
    seen = taking.preview(store, path, settled)
    return seen if chosen.dry_run else taking.apply(store, seen)


def _settled(store: "Store", path: Path, chosen: argparse.Namespace) -> "Settled":
    """What the columns are: as the file of --map says, else as is remembered or proposed."""
    from partner_desk.files.sheets.look import Reading
    from partner_desk.services.sheets.proposing import propose
    from partner_desk.services.sheets.remembering import look_as_remembered
    from partner_desk.services.sheets.settled import from_json

    if chosen.map:
        return _mapped(path, from_json(_text_of(Path(chosen.map))), chosen.sheet)
    seen = look_as_remembered(store, path, Reading(sheet=chosen.sheet or None))
    with store.reading() as reader:
        target = "" if chosen.as_kind == "auto" else chosen.as_kind
        return propose(reader, seen, target).settled


def _mapped(path: Path, given: "Settled", sheet: str) -> "Settled":
    """The same for this file, whose headings may stand elsewhere than in the one of the map."""
    from partner_desk.files.sheets.look import look

    guessed = replace(given.reading, sheet=sheet or None, header_row=None,
                      explained_row=None)
    try:
        seen = look(path, guessed if sheet else given.reading)
    except InputError:  # No such sheet, or nothing where the headings were: perhaps elsewhere.
        seen = look(path, guessed)
    if not given.knows(seen.headings):
        seen = look(path, guessed)
    return replace(given.fitted(seen.headings), reading=seen.reading)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(Problem("sheet.map_unreadable")) from None
    except OSError as error:
        raise EnvironmentProblem(
            "file.unreadable", path=str(path), reason=error.strerror or str(error)
        ) from error


def _save_refused(seen: "ImportPreview", path: Path, text: Text) -> None:
    from partner_desk.services.sheets.refused import save_refused

    if seen.settled is None:
        raise InputError(Problem("sheet.refused_of_directory"))
    save_refused(seen, path, text, problem_sentence)


def _answer(seen: "ImportPreview", text: Text, dry_run: bool) -> Answer:
    refusals = [
        {"file": each.file, "row": each.row, "column": each.column,
         "reason": problem_sentence(each.code, each.values, text)}
        for each in seen.refusals
    ]
    value: dict[str, Any] = {
        "read": seen.read, "rows": seen.read + seen.blank, "new": seen.new,
        "changed": seen.changed, "unchanged": seen.unchanged, "refused": seen.refused,
        "blank": seen.blank, "by_kind": seen.by_kind, "refusals": refusals,
    }
    if seen.settled is not None:
        from partner_desk.services.sheets.settled import to_json

        value["settled"] = json.loads(to_json(seen.settled))
        value["alike"] = seen.doubtful
    sentence = text(N_("{0} rows read: {1} new, {2} changed, {3} unchanged, {4} refused."))
    lines = [sentence.format(seen.read, seen.new, seen.changed, seen.unchanged, seen.refused)]
    if seen.blank:
        lines.append(text(N_("Empty rows: {0}.")).format(seen.blank))
    if seen.doubtful:
        lines.append(text(N_("Rows that may be in the office already: {0}.")).format(
            seen.doubtful))
    lines += [
        (f"{each.file}: {each.column}: " if each.column else "")
        + problem_sentence(each.code, each.values, text)
        for each in seen.notes if each.code in ("address.state_given", WEB_CODES)
    ]
    lines += [f"{each['file']}:{each['row']}: {each['column']}: {each['reason']}"
              for each in refusals]
    if dry_run:
        lines.append(text(N_("Nothing was written.")))
    return Answer(value, lines)


VERBS = {"import": _import}
