"""Address labels on the sheets that shops sell."""

from collections.abc import Sequence

from partner_desk.files.pdf.document import Paper
from partner_desk.files.typeset.description import Labels, LabelSheet, Typeset
from partner_desk.model.errors import InputError, Problem

_MM = 72 / 25.4

SHEETS: dict[str, tuple[Paper, LabelSheet]] = {
    # Avery 5160 and its like: 30 of 2 5/8 by 1 inch on Letter.
    "letter": (Paper.LETTER, LabelSheet(3, 10, 13.5, 36.0, 189.0, 72.0, 198.0, 72.0)),
    # 24 of 70 by 37 mm on A4, without gaps between them.
    "a4": (Paper.A4, LabelSheet(3, 8, 0.0, 0.5 * _MM, 70 * _MM, 37 * _MM, 70 * _MM, 37 * _MM)),
}
"""Sheets by the paper they are cut from."""
SHORTENED = "shortened"
"""The mark under which the template tells the numbers, from 0, of labels that it shortened."""


def places(paper: str) -> int:
    """How many labels a sheet has; ``paper`` is "letter" or "a4"."""
    _, sheet = SHEETS["a4" if paper == "a4" else "letter"]
    return sheet.columns * sheet.rows


def lay_out_labels(
    labels: Sequence[Sequence[str]], paper: str, title: str, author: str, language: str,
    start: int = 1,
) -> Typeset:
    """The sheets to set; ``start`` is the first place that is not used up, from 1.

    Raises InputError("labels.start") with ``limit`` for a place that no sheet has.
    """
    size, sheet = SHEETS["a4" if paper == "a4" else "letter"]
    if not 1 <= start <= places(paper):
        raise InputError(Problem("labels.start", values={"limit": places(paper)}))
    lines = tuple(
        tuple(line for part in label for line in part.splitlines() if line.strip())
        for label in labels
    )
    return Typeset(
        title=title, languages=(language,), author=author,
        blocks=(Labels(sheet, lines, start - 1),), paper=size, numbered=False,
    )
