"""Verbs that print agreements: one packet, many in one go, what changed between revisions."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from partner_desk.cli.answers import EXIT_DONE, EXIT_ENVIRONMENT, EXIT_REFUSED, Answer
from partner_desk.cli.speaking import Text
from partner_desk.cli.terminal import Terminal, catalogue_text
from partner_desk.model.agreements import Agreement
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.model.texts import N_
from partner_desk.services import agreements, packets
from partner_desk.services import office as office_service
from partner_desk.store.store import Store
from partner_desk.ui.sentences import problem_sentence


def _packet(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.files.replacing import write_bytes

    with terminal.office("read") as store:
        agreement = agreements.by_number(store, chosen.number)
        printed = packets.printed(store, agreement.id, chosen.language, catalogue_text)
    write_bytes(Path(chosen.out), printed.pdf.data)
    warnings = _warnings(printed, terminal.text)
    line = terminal.text(N_("{0} pages written to {1}"))
    value = {"pages": printed.pdf.pages, "sha256": printed.pdf.sha256, "warnings": warnings}
    return Answer(value, [line.format(printed.pdf.pages, chosen.out), *warnings])


def _warnings(printed: packets.Printed, text: Text) -> list[str]:
    """What a person should know of a packet, in sentences."""
    characters = [
        text(N_("No font has “{0}” ({1}), in: {2}")).format(each.character, each.name, each.where)
        for each in printed.pdf.warnings
    ]
    untranslated = [
        text(N_("Not translated: {0} of “{1}”")).format(text(each.label), each.caption)
        for each in printed.missing
    ]
    left_out = [problem_sentence(each.code, each.values, text) for each in printed.problems]
    return characters + untranslated + left_out


def _packets(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.services.packet_series import print_many

    with terminal.office("read") as store:
        ids = _of_status(store, chosen.status) if chosen.status else _numbered(store, chosen.number)
        many = print_many(store, ids, Path(chosen.folder), chosen.language, catalogue_text)
    text = terminal.text
    failed = [{"number": number, "reason": problem_sentence(error.code, error.values, text)}
              for number, error in many.failed]
    line = text(N_("{0} packets written to {1}")).format(len(many.written), chosen.folder)
    environment = any(isinstance(error, EnvironmentProblem) for _, error in many.failed)
    return Answer(
        {"written": many.written, "failed": failed},
        [line],
        (EXIT_ENVIRONMENT if environment else EXIT_REFUSED) if failed else EXIT_DONE,
        [f"{each['number']}: {each['reason']}" for each in failed],
    )


def _of_status(store: Store, typed: str) -> list[str]:
    cleaned, problems = Agreement.check({"status": typed})
    if problems:
        raise InputError(*problems)
    with store.reading() as reader:
        where = (Condition("status", cleaned["status"]),)
        found = reader.get_many(Agreement, reader.ids(ListQuery("agreement", where=where)))
    return [each.id for each in sorted(found, key=lambda each: each.number)]


def _numbered(store: Store, numbers: Sequence[str]) -> list[str]:
    """The ids of these agreements, each once. Raises InputError with all that are not there."""
    found: dict[str, None] = {}
    problems: list[Problem] = []
    for each in numbers:
        try:
            found[agreements.by_number(store, each).id] = None
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(*problems)
    return list(found)


def _diff(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.files.replacing import write_bytes
    from partner_desk.services import comparing

    with terminal.office("read") as store:
        agreement = agreements.by_number(store, chosen.number)
        before = comparing.version(store, agreement.id, _revision(chosen.before))
        after = comparing.version(store, agreement.id, _revision(chosen.after))
        paper = office_service.settings(store).paper
    language = chosen.language or agreement.language
    text = catalogue_text(language)
    changed = comparing.compared(before, after, text, language, paper)
    count = sum(len(part.rows) for part in changed.parts)
    pdf = comparing.changes_pdf(before, after, text, language, paper)
    write_bytes(Path(chosen.out), pdf.data)
    value = {"number": agreement.number, "before": before.revision, "after": after.revision,
             "changes": count, "pages": pdf.pages, "sha256": pdf.sha256}
    line = terminal.text(N_("{0} changes from revision {1} to revision {2} written to {3}"))
    return Answer(value, [line.format(count, before.revision, after.revision, chosen.out)])


def _revision(typed: str) -> int | None:
    """The number of a revision as it was typed; None for what the agreement says now."""
    if typed.strip().casefold() == "now":
        return None
    try:
        return int(typed)
    except ValueError:
        raise InputError(Problem("integer.invalid", values={"value": typed})) from None


VERBS = {"packet": _packet, "packets": _packets, "diff": _diff}
