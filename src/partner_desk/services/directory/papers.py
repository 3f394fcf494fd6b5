"""The directory on paper: booklet, handout and call list as tagged PDF."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from partner_desk.model.categories import Category
from partner_desk.model.choices import LANGUAGES
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.services.directory.entries import paper_head, read_resources
from partner_desk.services.office import settings_in
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

if TYPE_CHECKING:
    from partner_desk.files.pdf.render import Pdf
    from partner_desk.files.typeset.description import Typeset
    from partner_desk.files.typeset.saying import Saying

BOTH = "both"
MOST_ON_A_HANDOUT = 8
_SET_AT_ONCE = 100
"""So many resources are set sooner than another process starts."""
_ACTIVE = Condition("status", "active")


def saying_of(reader: Reader, language: str) -> "Saying":
    """The words of a paper in "en", "es" or "both"; "" is the office's own language.

    Of two languages the office's own comes first.
    """
    from partner_desk.files.catalogue import Catalogue
    from partner_desk.files.typeset.saying import Saying

    own = settings_in(reader).language
    codes = [each.value for each in LANGUAGES]
    if language == BOTH:
        chosen = tuple(sorted(codes, key=lambda code: code != own))
    else:
        chosen = (language or own,)
    return Saying(chosen, tuple(Catalogue(code).text for code in chosen))


def booklet(
    store: Store, query: ListQuery, today: date, language: str = "",
    subject: str | Mapping[str, str] = "", brief: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> "Pdf":
    """The booklet of the active resources that ``query`` lists; ``brief`` shortens texts.

    ``subject`` says on the cover what they are: a name, or words by language ("en", "es").

    Raises InputError("booklet.empty") when there are none, EnvironmentProblem("paper.stopped")
    and Cancelled.
    """
    from partner_desk.files.booklet import Booklet, lay_out_booklet
    from partner_desk.services.booklet_order import chapters

    with store.reading() as reader:
        saying = saying_of(reader, language)
        ids = reader.ids(replace(query, where=(*query.where, _ACTIVE)))
        resources = read_resources(reader, ids)
        if not resources:
            raise InputError(Problem("booklet.empty"))
        found = chapters(resources, reader.find(Category), saying)
        head = paper_head(reader)
    about = subject if isinstance(subject, str) else saying.of(lambda _, code: subject[code])
    paper = lay_out_booklet(Booklet(head, today, found, about, brief), saying)
    return _set(paper, len(resources), cancelled)


def handout(store: Store, ids: Sequence[str], today: date, language: str = "") -> "Pdf":
    """One page with these active resources, as large as it can be.

    Raises InputError: "handout.empty", "handout.too_many" (with ``count``, ``limit``) or
    "handout.too_long" (with ``fits``, how many of them fit on the page).
    """
    from partner_desk.files.handout import Handout, print_handout

    if len(ids) > MOST_ON_A_HANDOUT:
        values = {"count": len(ids), "limit": MOST_ON_A_HANDOUT}
        raise InputError(Problem("handout.too_many", values=values))
    with store.reading() as reader:
        saying = saying_of(reader, language)
        paper = Handout(paper_head(reader), today, tuple(read_resources(reader, ids)))
    if not paper.resources:
        raise InputError(Problem("handout.empty"))
    return print_handout(paper, saying)


def call_list(
    store: Store, ids: Sequence[str], today: date, language: str = "",
    cancelled: Callable[[], bool] = lambda: False,
) -> "Pdf":
    """What to ask about these resources on the telephone, by organization.

    Raises InputError("calls.empty") when none of them is active, and what ``booklet`` raises.
    """
    from partner_desk.files.call_list import CallList, lay_out_calls

    with store.reading() as reader:
        saying = saying_of(reader, language)
        paper = CallList(paper_head(reader), today, tuple(read_resources(reader, ids)))
    if not paper.resources:
        raise InputError(Problem("calls.empty"))
    return _set(lay_out_calls(paper, saying), len(paper.resources), cancelled)


def _set(paper: "Typeset", resources: int, cancelled: Callable[[], bool]) -> "Pdf":
    """The paper as PDF; one of many resources is set where it can be stopped."""
    from partner_desk.files.typeset.apart import render_apart
    from partner_desk.files.typeset.engine import render

    return render_apart(paper, cancelled) if resources > _SET_AT_ONCE else render(paper)
