"""The coverage as a workbook: the map, and every need with who answers it."""

from collections.abc import Callable
from pathlib import Path

from partner_desk.files.excel import coverage_headings as headings
from partner_desk.files.excel.sheet import Column, Kind, Sheet, Written
from partner_desk.model.choices import Choice as ChoiceType
from partner_desk.model.partners import Need, Partnership, School
from partner_desk.services.categories import paths
from partner_desk.services.coverage import Cell, Choice, Heading, Map, coverage, in_urgency
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

TextOf = Callable[[str], str]


def export_coverage(
    store: Store, choice: Choice, path: Path, text: TextOf, language: str, *, creator: str = ""
) -> Written:
    """Write the map and its needs to an .xlsx file, the most urgent need first.

    Raises EnvironmentProblem; the file is then as it was before.
    """
    from partner_desk.files.excel.workbook import write

    with store.reading() as reader:
        found = coverage(reader, choice)
        sheets = (_map(found, text, language), _needs(reader, found, text, language))
    return write(path, sheets, title=text(headings.MAP), creator=creator)


def heading_named(heading: Heading, side: str, text: TextOf, language: str) -> str:
    """What a row ("row") or a column (its side) is called in a language."""
    if not heading.id:
        return text(headings.UNTOLD[side])
    if heading.is_label:
        return text(heading.name)
    return heading.name_es if language == "es" and heading.name_es else heading.name


def _map(found: Map, text: TextOf, language: str) -> Sheet:
    side = found.choice.side
    columns = (
        Column(text(headings.CATEGORY)),
        *(Column(heading_named(each, side, text, language), width=22) for each in found.columns),
    )
    rows = [
        (
            heading_named(row, "row", text, language),
            *(_cell(found.cells.get((row.id, column.id)), text) for column in found.columns),
        )
        for row in found.rows
    ]
    return Sheet(text(headings.MAP), columns, rows)


def _cell(cell: Cell | None, text: TextOf) -> str:
    if cell is None:
        return ""
    return text(headings.CELL).format(
        level=text(headings.LEVELS[cell.level]), needs=len(cell.standings),
        students=cell.students,
    )


def _needs(reader: Reader, found: Map, text: TextOf, language: str) -> Sheet:
    labels = {name: text(each.label) for name, each in Need.declarations.items()}
    columns = (
        Column(text(headings.COVERAGE)), Column(labels["description"], Kind.LONGTEXT),
        Column(text(School.label)), Column(labels["category_id"]), Column(labels["grade_band"]),
        Column(labels["time"]), Column(labels["students"], Kind.INTEGER),
        Column(labels["priority"]), Column(labels["school_year"]),
        Column(text(headings.ANSWERED_BY)), Column(text(headings.RESOURCES), Kind.INTEGER),
    )
    standings = in_urgency(found.standings)
    needs = [each.need for each in standings]
    categories = paths(reader, {each.category_id for each in needs if each.category_id}, language)
    schools = {each.id: each.name for each in reader.find(School)}
    partners = {each.id: each.name for each in reader.find(Partnership)}
    rows = [
        (
            text(headings.LEVELS[each.level]), each.need.description,
            schools.get(each.need.school_id or "", ""),
            categories.get(each.need.category_id or "", ""),
            *(_label(each.need, name, text) for name in ("grade_band", "time")),
            each.need.students, _label(each.need, "priority", text), each.need.school_year,
            "; ".join(partners[one] for one in each.partnerships), each.resources,
        )
        for each in standings
    ]
    return Sheet(text(headings.NEEDS), columns, rows)


def _label(need: Need, field: str, text: TextOf) -> str:
    value, type_ = getattr(need, field), Need.declarations[field].type
    assert isinstance(type_, ChoiceType)
    return text(type_.label(value)) if value else ""
