"""The verb on coverage: what schools need beside what there is."""

import argparse
from pathlib import Path
from typing import Any

from partner_desk.cli.answers import Answer, table
from partner_desk.cli.speaking import Text
from partner_desk.cli.terminal import Terminal, office_text
from partner_desk.files.excel import coverage_headings as headings
from partner_desk.model.choices import Choice as ChoiceType
from partner_desk.model.partners import Need, Partnership, School
from partner_desk.model.texts import N_
from partner_desk.services import office as office_service
from partner_desk.services.categories import paths
from partner_desk.services.coverage import (
    LEVELS,
    Choice,
    Map,
    Standing,
    coverage,
    in_urgency,
    latest_year,
)
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store


def _coverage(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("read") as store:
        choice = _choice(store, chosen)
        if chosen.out:
            return _written(terminal, store, choice, Path(chosen.out))
        language = office_service.settings(store).language
        with store.reading() as reader:
            found = coverage(reader, choice)
            rows = _rows(reader, in_urgency(found.standings), language)
    return Answer(_value(found, rows), _lines(found, rows, terminal.text))


def _choice(store: Store, chosen: argparse.Namespace) -> Choice:
    year = chosen.year
    if not year:
        with store.reading() as reader:
            year = latest_year(reader)
    return Choice(
        year="" if year == "all" else year, side=chosen.by, priority=chosen.priority,
        depth=2 if chosen.fine else 1, miles=chosen.miles,
        language=office_service.settings(store).language,
    )


def _written(terminal: Terminal, store: Store, choice: Choice, path: Path) -> Answer:
    from partner_desk.services.coverage.export import export_coverage

    language = office_service.settings(store).language
    written = export_coverage(
        store, choice, path, office_text(store), language, creator=store.author.who
    )
    line = terminal.text(N_("{0} rows written to {1}")).format(written.rows, path)
    return Answer({"rows": written.rows, "sheets": list(written.sheets)}, [line])


def _rows(reader: Reader, standings: list[Standing], language: str) -> list[dict[str, Any]]:
    """Every need in plain values, the most urgent first."""
    schools = {each.id: each.name for each in reader.find(School)}
    ids = {each.need.category_id for each in standings if each.need.category_id}
    categories = paths(reader, ids, language)
    partners = {each.id: each.name for each in reader.find(Partnership)}
    return [
        {
            "level": each.level,
            "need": each.need.id,
            "description": each.need.description,
            "school_id": each.need.school_id,
            "school": schools.get(each.need.school_id or "", ""),
            "category_id": each.need.category_id,
            "category": categories.get(each.need.category_id or "", ""),
            "grade_band": each.need.grade_band,
            "time": each.need.time,
            "students": each.need.students,
            "priority": each.need.priority,
            "school_year": each.need.school_year,
            "partnerships": [{"id": one, "name": partners[one]} for one in each.partnerships],
            "resources": each.resources,
        }
        for each in standings
    ]


def _value(found: Map, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "year": found.choice.year,
        "by": found.choice.side,
        "counts": {level: found.count(level) for level in LEVELS},
        "cells": [
            {
                "category_id": row, found.choice.side: column, "level": cell.level,
                "needs": len(cell.standings), "students": cell.students,
                "priority": cell.priority,
            }
            for (row, column), cell in found.cells.items()
        ],
        "needs": rows,
    }


def _lines(found: Map, rows: list[dict[str, Any]], text: Text) -> list[str]:
    counts = ", ".join(
        f"{text(headings.LEVELS[level])}: {found.count(level)}" for level in LEVELS
    )
    if not rows:
        return [text(N_("No needs of schools fit this."))]
    labels = {name: text(each.label) for name, each in Need.declarations.items()}
    priorities = Need.declarations["priority"].type
    assert isinstance(priorities, ChoiceType)
    headed = (text(headings.COVERAGE), text(School.label), labels["category_id"],
              labels["description"], labels["students"], labels["priority"])
    return [counts, "", *table(headed, [
        (
            text(headings.LEVELS[row["level"]]), row["school"], row["category"],
            row["description"], str(row["students"] or ""),
            text(priorities.label(row["priority"])) if row["priority"] else "",
        )
        for row in rows
    ])]


VERBS = {"coverage": _coverage}
