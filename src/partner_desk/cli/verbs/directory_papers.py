"""Verbs that put the directory on paper: booklet, handout, call list, labels, cards."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from partner_desk.cli.answers import Answer
from partner_desk.cli.terminal import Terminal
from partner_desk.files.replacing import write_bytes
from partner_desk.model.queries import ListQuery
from partner_desk.model.texts import N_
from partner_desk.services import views
from partner_desk.services.directory import papers as directory_papers
from partner_desk.store.store import Store

if TYPE_CHECKING:
    from partner_desk.files.pdf.render import Pdf


def _booklet(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("read") as store:
        query, subject = _listed(store, chosen)
        pdf = directory_papers.booklet(
            store, query, date.today(), chosen.language, subject, chosen.brief
        )
    return _printed(terminal, pdf, chosen.out)


def _handout(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("read") as store:
        pdf = directory_papers.handout(store, chosen.ids, date.today(), chosen.language)
    return _printed(terminal, pdf, chosen.out)


def _calls(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("read") as store:
        query, _ = _listed(store, chosen, "unverified")
        with store.reading() as reader:
            ids = reader.ids(query)
        pdf = directory_papers.call_list(store, ids, date.today(), chosen.language)
    return _printed(terminal, pdf, chosen.out)


def _labels(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.services.directory.addresses import labels

    query = ListQuery(chosen.kind, search=chosen.search)
    with terminal.office("read") as store:
        made = labels(store, query, chosen.start, chosen.sheet)
    answer = _printed(terminal, made.pdf, chosen.out)
    text = terminal.text
    lines = [*answer.lines]
    if made.without:
        lines.append(text(N_("Without an address, and so without a label: {0}")).format(
            made.without))
    if made.shortened:
        lines.append(text(N_("Shortened, since all of it has no room on a label: {0}")).format(
            "; ".join(made.shortened)))
    told = {"without_address": made.without, "shortened": list(made.shortened)}
    return Answer({**answer.value, **told}, lines)


def _cards(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    from partner_desk.files.vcard import to_vcf
    from partner_desk.services.directory.addresses import contact_cards

    with terminal.office("read") as store:
        cards = contact_cards(store, ListQuery("contact", search=chosen.search))
    write_bytes(Path(chosen.out), to_vcf(cards))
    line = terminal.text(N_("{0} cards written to {1}")).format(len(cards), chosen.out)
    return Answer({"cards": len(cards)}, [line])


def _listed(
    store: Store, chosen: argparse.Namespace, choice: str = "active"
) -> tuple[ListQuery, str]:
    """The resources of the view that is asked for, else those of ``choice``; what they are."""
    from partner_desk.services.directory.lists import ResourceList

    with store.reading() as reader:
        if not chosen.view:
            wanted = ResourceList(choice, chosen.search)
            return wanted.query(reader, date.today()), chosen.search
        view = views.view_named(reader, chosen.view)
        query = views.query_of(reader, view, date.today())
    if chosen.search:
        query = replace(query, search=chosen.search)
    return query, view.name


def _printed(terminal: Terminal, pdf: "Pdf", out: str) -> Answer:
    write_bytes(Path(out), pdf.data)
    text = terminal.text
    warnings = [
        text(N_("No font has “{0}” ({1}), in: {2}")).format(
            each.character, each.name, ", ".join(each.where))
        for each in pdf.warnings
    ]
    line = text(N_("{0} pages written to {1}")).format(pdf.pages, out)
    value = {"pages": pdf.pages, "sha256": pdf.sha256, "warnings": warnings}
    return Answer(value, [line, *warnings])


VERBS = {
    "booklet": _booklet,
    "handout": _handout,
    "calls": _calls,
    "labels": _labels,
    "cards": _cards,
}
