"""The verb that writes the public directory for other directories."""

import argparse
from datetime import date
from pathlib import Path

from partner_desk.cli.answers import EXIT_DONE, EXIT_REFUSED, Answer
from partner_desk.cli.speaking import Text
from partner_desk.cli.terminal import Terminal
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.texts import N_
from partner_desk.services import hsds_export, views
from partner_desk.ui.sentences import problem_sentence


def _hsds(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    path = Path(chosen.out) if chosen.out else None
    if path is None and not chosen.validate:
        raise InputError(Problem("hsds.ending", values={"name": ""}))
    with terminal.office("read") as store:
        with store.reading() as reader:
            view = views.view_named(reader, chosen.view) if chosen.view else None
            query = views.query_of(reader, view, date.today()) if view else None
            checked = hsds_export.check(reader, query)
        faulty = frozenset(checked.faulty)
        written = path is not None and (not faulty or chosen.leave_out)
        if path is not None and written:
            done = hsds_export.write(store, path, query, leave_out=True, without=faulty)
    if not written:
        return _answer(checked, checked, "", terminal.text, chosen.validate)
    return _answer(checked, done, str(path), terminal.text, chosen.validate)


def _answer(
    checked: hsds_export.Checked, written: hsds_export.Checked, path: str, text: Text,
    validated: bool,
) -> Answer:
    """``checked`` says what is wrong, ``written`` what went out or would go out."""
    errors = [
        {"table": each.table, "row": each.row, "column": each.column,
         "reason": problem_sentence(each.code, each.values, text), "kind": each.kind,
         "id": each.id}
        for each in checked.problems
    ]
    value = {
        "files": written.files, "rows": written.rows, "tables": written.tables,
        "digest": written.digest, "errors": errors, "error_count": checked.faults,
        "left_out": len(written.left_out), "written": path,
    }
    lines = [f"{table}: {rows}" for table, rows in written.tables.items()]
    if path:
        lines.append(text(N_("{0} rows written to {1}")).format(written.rows, path))
    else:
        lines.append(text(N_("Nothing was written.")))
    complaints = [
        f"{each.table}:{each.row}: {each.column}: {each.caption}: {error['reason']}"
        for each, error in zip(checked.problems, errors, strict=True)
    ]
    is_fine = not checked.faults or (path != "" and not validated)
    return Answer(value, lines, EXIT_DONE if is_fine else EXIT_REFUSED, complaints)


VERBS = {"hsds": _hsds}
