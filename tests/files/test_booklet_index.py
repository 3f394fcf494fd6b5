"""The index of a booklet, read back from the PDF by its tags."""

from dataclasses import replace
from datetime import date

from booklet_index import check
from partner_desk.files.booklet import (
    Booklet,
    BookletChapter,
    BookletSection,
    lay_out_booklet,
)
from partner_desk.files.catalogue import Catalogue
from partner_desk.files.directory_entries import PaperHead, Resource
from partner_desk.files.typeset.description import Index, Typeset
from partner_desk.files.typeset.engine import render
from partner_desk.files.typeset.saying import Saying

SAYING = Saying(("es", "en"), (Catalogue("es").text, Catalogue("en").text))


def _booklet() -> Typeset:
    """Names that repeat, differ in case and commas, fill lines, and are of other scripts."""
    names = ("Café Ñandú", "Food Pantry", "food pantry.", "مركز المجتمع", "4-H", "A, B & C",
             "A B & C",
             "A name of so many words that it takes two lines of the narrow index at least")
    resources = [
        Resource(str(n), names[n % 8] if n % 3 else f"Resource {n}", str(n % 9),
                 names[n % 9] if n % 9 < 8 else f"Resource {n}", what="What it does. " * (n % 40))
        for n in range(120)
    ]
    sections = (BookletSection("", tuple(resources[:60])),
                BookletSection("More", tuple(resources[60:]), tuple(resources[5:8])))
    chapters = (BookletChapter("Help", sections),)
    return lay_out_booklet(
        Booklet(PaperHead("Office"), date(2026, 3, 2), chapters), SAYING
    )


def test_every_row_of_the_index_names_the_pages_where_its_headings_stand() -> None:
    paper = _booklet()
    (index,) = (each for each in paper.blocks if isinstance(each, Index))
    checked = check(render(paper).data)
    assert checked.wrong == ()
    assert checked.rows == len(index.rows) > 40


def test_rows_that_lead_elsewhere_are_noticed() -> None:
    paper = _booklet()
    *others, index = paper.blocks
    assert isinstance(index, Index)
    single = {each.keys[0]: each for each in index.rows if len(each.keys) == 1}
    first, last = single["3"], single["117"]
    turned = {first: replace(first, keys=last.keys), last: replace(last, keys=first.keys)}
    rows = tuple(turned.get(each, each) for each in index.rows)
    wrong = check(render(replace(paper, blocks=(*others, replace(index, rows=rows)))).data).wrong
    assert [each.split(":")[0] for each in wrong] == ["Resource117", "Resource3"]
