"""The long work behind the page of a sheet, as functions that know no Qt."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from partner_desk.ui.components.newest_job import NewestJob, Work
from partner_desk.ui.jobs import Cancelled, Report
from partner_desk.ui.sentences import problem_sentence
from partner_desk.ui.shell.sheets.rows import Typed
from partner_desk.ui.shell.sheets.sample import shown_cell
from partner_desk.ui.shell.sheets.words import TextOf

if TYPE_CHECKING:
    from partner_desk.files.sheets.look import Look, Reading
    from partner_desk.services.importing.preview import ImportPreview
    from partner_desk.services.sheets.proposing import Proposal
    from partner_desk.services.sheets.settled import Settled
    from partner_desk.store.store import Store

__all__ = ["NewestJob", "comparing", "looking", "saving", "writing"]

_MOST_TYPED = 2_000
"""Refused rows whose cells are shown."""


def looking(
    store: "Store", path: Path, reading: "Reading", target: str
) -> "Work[tuple[Look, Proposal]]":
    """Look at a sheet and propose what its columns are."""
    from partner_desk.services.sheets import proposing, remembering

    def work(_report: Report, cancelled: Cancelled) -> "tuple[Look, Proposal]":
        look = remembering.look_as_remembered(store, path, reading, cancelled)
        with store.reading() as reader:
            return look, proposing.propose(reader, look, target)

    return work


def comparing(
    store: "Store", path: Path, settled: "Settled", decisions: Mapping[str, str], look: "Look"
) -> "Work[tuple[ImportPreview, dict[int, Typed]]]":
    """Compare every row with the office; gives the cells of refused rows beside."""
    from partner_desk.services.sheets import taking

    def work(
        report: Report, cancelled: Cancelled
    ) -> "tuple[ImportPreview, dict[int, Typed]]":
        seen = taking.preview(store, path, settled, decisions, report, cancelled)
        return seen, _typed(seen, look, cancelled)

    return work


def _typed(seen: "ImportPreview", look: "Look", cancelled: Cancelled) -> "dict[int, Typed]":
    """What stands in refused rows; those after the sample are read once more."""
    from partner_desk.files.sheets import look as sheets

    refused = [row.number for row in seen.rows if row.state == "refused"][:_MOST_TYPED]
    wanted = set(refused)
    last = look.sample[-1].number if look.sample else 0
    there = look.reading.explained_row not in wanted
    rows = (look.sample if not refused or (there and refused[-1] <= last)
            else sheets.rows(seen.path, look.reading, cancelled=cancelled))
    found: dict[int, Typed] = {}
    for row in rows:
        if row.number in wanted:
            texts = zip(look.headings, map(shown_cell, row.cells), strict=False)
            found[row.number] = [(heading, text) for heading, text in texts if text]
        if len(found) == len(wanted):
            break
    return found


def writing(
    store: "Store", seen: "ImportPreview", decisions: Mapping[str, str], look: "Look",
    remembers: "Settled | None",
) -> "Work[ImportPreview]":
    """Import what was seen, and remember how the sheet is read if that is wanted."""
    from partner_desk.services.sheets import remembering, taking

    decided = dict(decisions)

    def work(report: Report, cancelled: Cancelled) -> "ImportPreview":
        if remembers is not None:
            # Before the import, so that Undo takes the import back first.
            remembering.remember(store, look, remembers)
        return taking.apply(store, seen, decided, report, cancelled)

    return work


def saving(seen: "ImportPreview", path: Path, text: TextOf) -> Work[int]:
    """Write the refused rows to a workbook; gives how many there are."""
    from partner_desk.services.sheets import refused

    return lambda _report, _cancelled: refused.save_refused(seen, path, text, problem_sentence)
