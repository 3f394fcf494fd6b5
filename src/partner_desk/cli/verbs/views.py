"""Lists of resources kept under a name, on the command line."""

import argparse
from dataclasses import replace
from datetime import date

from partner_desk.cli.answers import Answer
from partner_desk.cli.terminal import Terminal
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.queries import ListQuery
from partner_desk.model.texts import N_
from partner_desk.services import views


def within_view(terminal: Terminal, query: ListQuery, name: str) -> ListQuery:
    """What ``query`` lists of the view called ``name``; all of it without a name.

    Raises InputError for a view that is not there, and for records that views know nothing of.
    """
    if not name:
        return query
    if query.kind != views.KIND:
        raise InputError(Problem("view.other_kind", values={"kind": query.kind}))
    with terminal.office("read") as store, store.reading() as reader:
        found = views.query_of(reader, views.view_named(reader, name), date.today())
    search = query.search or found.search
    return replace(found, where=(*found.where, *query.where), search=search)


def _views(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("read") as store, store.reading() as reader:
        found = []
        for view in views.all_views(reader):
            count = len(reader.ids(views.query_of(reader, view, date.today())))
            found.append({"name": view.name, "id": view.id, "records": count})
    lines = [f"{each['records']:>7,}  {each['name']}" for each in found]
    return Answer(found, lines or [terminal.text(N_("No view is kept yet."))])


VERBS = {"views": _views}
