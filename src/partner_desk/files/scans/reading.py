"""Reading a scan: which page of which revision each sheet is, and how it must be turned."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PIL import Image

from partner_desk.files.scans.clearing import FIRST, is_blank, paper_in, views
from partner_desk.files.scans.codes import Seen, fits, judged, seen_in
from partner_desk.files.scans.pdf_pages import PdfPages, UndrawablePage
from partner_desk.files.scans.photos import PicturePages
from partner_desk.files.scans.scan import (
    MOST_BYTES,
    MOST_PAGES,
    Form,
    Scan,
    ScanPage,
    Source,
    refused,
)
from partner_desk.model.errors import Cancelled, EnvironmentProblem

Report = Callable[[int, int | None], None]
IsCancelled = Callable[[], bool]
_Grey = Callable[[int], Image.Image]


def _no_report(done: int, total: int | None) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


class _Pages(Protocol):
    @property
    def count(self) -> int: ...
    def grey(self, place: int, longest: int) -> Image.Image: ...
    def close(self) -> None: ...


def read(
    source: Path | bytes,
    name: str = "",
    report: Report = _no_report,
    cancelled: IsCancelled = _never,
) -> Scan:
    """Read a scanned PDF, JPEG, PNG or TIFF: every page with the code it carries.

    ``name`` is what the file is called when people are told of it; that of the path if none is
    given. ``report`` gets pages done and pages in all. A page that cannot be drawn is a page
    without a code.

    Raises InputError, each with ``name``: "scan.empty", "scan.unreadable" (damaged or none of these
    kinds), "scan.encrypted", "scan.too_long" (with ``pages`` and ``limit``), "scan.too_large";
    EnvironmentProblem("file.unreadable"); Cancelled.
    """
    if isinstance(source, Path):
        name = name or source.name
    data = source if isinstance(source, bytes) else _bytes_of(source, name)
    if not data:
        raise refused("scan.empty", name)
    form = Form.PDF if b"%PDF-" in data[:1024] else Form.PICTURE
    opened = PdfPages(data, name) if form is Form.PDF else PicturePages(data, name)
    with closing(opened):
        count = opened.count
        if not count:
            raise refused("scan.empty", name)
        if count > MOST_PAGES:
            raise refused("scan.too_long", name, pages=count, limit=MOST_PAGES)
        pages = []
        for place in range(count):
            report(place, count)
            if cancelled():
                raise Cancelled
            pages.append(_page(opened, place))
    report(count, count)
    return Scan(name, (Source(name, form, data),), tuple(pages))


def joined(scans: Sequence[Scan], name: str) -> Scan:
    """One scan of several, such as photos of the pages of one packet, in the order given."""
    sources: list[Source] = []
    pages: list[ScanPage] = []
    for scan in scans:
        before = len(sources)
        sources.extend(scan.sources)
        for page in scan.pages:
            pages.append(replace(page, index=len(pages), source=before + page.source))
    return Scan(name, tuple(sources), tuple(pages))


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise refused("scan.too_large", name)
        return path.read_bytes()
    except OSError as error:
        raise EnvironmentProblem(
            "file.unreadable", path=str(path), reason=error.strerror or str(error)
        ) from error


def _page(pages: _Pages, place: int) -> ScanPage:
    """What one page says. Its number within the file is its place in the scan, too."""
    bare = ScanPage(place, 0, place)

    def grey(longest: int) -> Image.Image:
        return pages.grey(place, longest)

    try:
        first = grey(FIRST)
        own, others = _own_code(grey, first)
        if own is not None:
            return replace(bare, code=own.code, turned=own.turned)
        if not others:
            return replace(bare, blank=is_blank(first))
    except UndrawablePage:
        return replace(bare, unreadable=True)
    guesses = {each.code: each for each in others}
    if len(guesses) > 1:
        return bare
    guess = others[0]
    return replace(bare, guess=guess.code, turned=guess.turned)


def _own_code(grey: _Grey, first: Image.Image) -> tuple[Seen | None, list[Seen]]:
    """The page's own code, and every code of ours on it. Almost always the first look is enough."""
    seen = seen_in(first)
    verdict = judged(seen, (0, 0, *first.size))
    if verdict.own or verdict.contested:
        return verdict.own, seen
    if seen:
        own = _on_paper(seen, first)
        if own is not None:
            return own, seen
    elif is_blank(first):
        return None, []
    for view in views(grey, first):
        more = seen_in(view.picture, view.origin, view.enlarged, view.thorough)
        verdict = judged(more, (0, 0, *view.page))
        seen.extend(more)
        if verdict.own or verdict.contested:
            return verdict.own, seen
    return None, seen


def _on_paper(seen: Sequence[Seen], picture: Image.Image) -> Seen | None:
    """The code of a sheet photographed with the table around it."""
    paper = paper_in(picture)
    if paper is None:
        return None
    own = judged(seen, paper).own
    return own if own is not None and fits(own, paper) else None
