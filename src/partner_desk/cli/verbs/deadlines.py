"""Verbs about time: the calendar of what ends, the list of who holds papers for too long."""

import argparse
from datetime import date
from pathlib import Path

from partner_desk.cli.answers import Answer
from partner_desk.cli.terminal import Terminal, office_text
from partner_desk.model.texts import N_
from partner_desk.services import chasing


def _reminders(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.services.reminder_calendar import write_ics

    with terminal.office("read") as store:
        count = write_ics(store, Path(chosen.out), date.today(), office_text(store))
    line = terminal.text(N_("{0} dates written to {1}"))
    return Answer({"dates": count}, [line.format(count, chosen.out)])


def _chase(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.files.replacing import write_bytes

    today = date.today()
    with terminal.office("read") as store:
        with store.reading() as reader:
            found = chasing.chase_list(reader, today)
        pdf = chasing.print_chase(store, today, office_text(store))
    write_bytes(Path(chosen.out), pdf.data)
    overdue = sum(each.overdue for each in found)
    line = terminal.text(N_("{0} agreements are out for signature, {1} for too long: {2}"))
    value = {"agreements": len(found), "overdue": overdue, "pages": pdf.pages,
             "sha256": pdf.sha256}
    return Answer(value, [line.format(len(found), overdue, chosen.out)])


VERBS = {"reminders": _reminders, "chase": _chase}
