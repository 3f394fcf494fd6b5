"""The refused rows of a sheet as a workbook, to be mended and imported again."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from partner_desk.files.sheets.look import CellValue, Damage, fingerprint, look
from partner_desk.files.sheets.look import rows as sheet_rows
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.texts import N_
from partner_desk.services.importing.preview import ImportPreview

TextOf = Callable[[str], str]
Sentence = Callable[[str, Mapping[str, object], TextOf], str]

_ROW = N_("Row")
_REASON = N_("Reason")
_MARK = "(Partner Desk)"
"""By this the added columns are known again in whatever language, and left out."""
_BY_CHOICE = "row.left_out"


def save_refused(seen: ImportPreview, path: Path, text: TextOf, sentence: Sentence) -> int:
    """Write the rows that ``seen`` refuses to ``path``; returns how many.

    All their columns stand there as they were, then the number of the row and why it was refused.
    ``text`` translates the headings, ``sentence(code, values, text)`` says a reason. Rows that a
    person left out are not among them. Raises InputError when the file has changed since, and
    EnvironmentProblem.
    """
    from partner_desk.files.excel.sheet import Column, Sheet
    from partner_desk.files.excel.workbook import write

    if seen.settled is None or not seen.path.exists() or (
        (fingerprint(seen.path),) != seen.fingerprint
    ):
        raise InputError(Problem("import.file_changed", values={"name": seen.name}))
    sheet = look(seen.path, seen.settled.reading)
    added = [Column(f"{text(each)} {_MARK}") for each in (_ROW, _REASON)]
    columns = [Column(heading) for heading in sheet.raw_headings]
    rows = _rows(seen, _reasons(seen, text, sentence))
    title = sheet.reading.sheet or seen.path.stem
    return write(path, [Sheet(title, (*columns, *added), rows)], title=seen.name).rows


def _reasons(seen: ImportPreview, text: TextOf, sentence: Sentence) -> dict[int, str]:
    """Why rows are refused, by their numbers."""
    found: dict[int, list[str]] = defaultdict(list)
    for each in seen.refusals:
        if each.code != _BY_CHOICE:
            said = sentence(each.code, each.values, text)
            found[each.row].append(f"{each.column}: {said}" if each.column else said)
    return {number: " ".join(reasons) for number, reasons in found.items()}


def _rows(seen: ImportPreview, reasons: Mapping[int, str]) -> Iterator[tuple[object, ...]]:
    assert seen.settled is not None
    for row in sheet_rows(seen.path, seen.settled.reading):
        if row.number in reasons:
            yield (*map(_as_it_was, row.cells), row.number, reasons[row.number])


def _as_it_was(cell: CellValue) -> object:
    return cell.text if isinstance(cell, Damage) else cell
