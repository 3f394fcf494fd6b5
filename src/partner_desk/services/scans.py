"""Scans that come home: pages are read by their codes and kept with their agreements."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from partner_desk.model.agreements import Agreement, FiledPage, Revision
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.history import Operation
from partner_desk.model.office import Attachment
from partner_desk.model.page_code import PageCode
from partner_desk.services.revisions import office_mark, revisions
from partner_desk.services.snapshots import load
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store
from partner_desk.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from partner_desk.files.scans import Bundle, Scan

Report = Callable[[int, int | None], None]
IsCancelled = Callable[[], bool]
Standing = Literal["current", "outdated", "draft", "unknown"]


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of one printed revision within a scan.

    ``standing``: of the newest revision that went out, of an older one, of a draft that never went
    out, or of an agreement or revision this office does not know. ``found`` gives the index in the
    scan of each page number; ``absent`` are the page numbers that are neither in this scan nor
    came in an earlier one.
    """

    number: str
    revision: int
    standing: Standing
    newest: int
    count: int
    found: Mapping[int, int]
    absent: tuple[int, ...]
    doubled: tuple[int, ...] = ()
    """Indexes of further copies of pages within this scan; the first copy is filed."""
    agreement: Agreement | None = None
    kept_in: Revision | None = None
    home: frozenset[int] = frozenset()
    """Page numbers that came in earlier scans."""

    @property
    def replaced(self) -> tuple[int, ...]:
        """Page numbers that came in an earlier scan; this one takes their place."""
        return tuple(sorted(self.home & set(self.found)))

    @property
    def complete(self) -> bool:
        """Whether all pages of the newest revision have come home."""
        return self.standing == "current" and not self.absent


@dataclass(frozen=True, slots=True)
class Arrived:
    """A scan that was read, before anything is kept. Indexes count its pages from 0."""

    scan: "Scan"
    source: str
    bundles: tuple[Pages, ...]
    no_code: tuple[int, ...]
    foreign: tuple[int, ...]
    blank: tuple[int, ...]
    kept_before: str = ""
    """The document as which other pages of the same file are home; they are not in ``bundles``."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a person says that a page without a code belongs: a page of the newest revision."""

    number: str
    page: int


def arrive(
    store: Store, paths: Sequence[Path], report: Report | None = None,
    cancelled: IsCancelled | None = None,
) -> Arrived:
    """Read one file, or photos of several pages, and find out what their pages belong to.

    Raises InputError as ``files.scans.read`` does, and "scan.filed_before" (name=, kept=) for a
    file that was filed already and brings nothing new. One that does brings only what is new.
    """
    from partner_desk.files.scans import joined, read

    each_read = []
    for place, path in enumerate(paths):
        def told(done: int, whole: int | None, place: int = place) -> None:
            if report is not None:
                report(done if len(paths) == 1 else place, whole if len(paths) == 1 else len(paths))

        each_read.append(read(path, "", told, cancelled or (lambda: False)))
    scan = each_read[0] if len(each_read) == 1 else joined(each_read, paths[0].name)
    return sorted_out(store, scan, {})


def place_by_hand(store: Store, arrived: Arrived, placed: Mapping[int, Placed]) -> Arrived:
    """The same scan with pages that a person placed; indexes as in ``arrived``.

    Raises InputError("agreement.unknown_number", "scan.nothing_out", "scan.no_such_page").
    """
    return sorted_out(store, arrived.scan, placed)


def sorted_out(store: Store, scan: "Scan", placed: Mapping[int, Placed]) -> Arrived:
    """What the pages of a scan belong to."""
    from partner_desk.files.scans import sort_out

    source = _fingerprint(scan)
    with store.reading() as reader:
        mark = office_mark(reader)
        codes = {index: _code(reader, mark, each) for index, each in placed.items()}
        pages = tuple(replace(each, code=codes.get(each.index, each.code)) for each in scan.pages)
        found = sort_out(replace(scan, pages=pages), mark)
        bundles = [_standing(reader, each) for each in found.bundles]
        before = _filed(reader, source=source)
        kept = _kept_as(reader, before)
        if before:
            by_hand = len(before) - _by_code(bundles, before)
            bundles = [_not_home_yet(each) for each in bundles if set(each.found) - each.home]
            fresh = any(each.kept_in is not None for each in bundles)
            if not fresh and len(found.unknown) <= by_hand:
                raise _filed_before(scan.name, kept)
    return Arrived(
        scan, source, tuple(bundles), tuple(found.unknown), tuple(found.foreign),
        tuple(found.blank), kept,
    )


def _by_code(bundles: Sequence[Pages], before: Sequence[FiledPage]) -> int:
    """How many of the pages filed ``before`` a code brought home; a person placed the others."""
    coded = {(each.kept_in.id, page) for each in bundles if each.kept_in for page in each.found}
    return sum((each.revision_id, each.page) in coded for each in before)


def _fingerprint(scan: "Scan") -> str:
    digest = hashlib.sha256()
    for each in scan.sources:
        digest.update(hashlib.sha256(each.data).digest())
    return digest.hexdigest()


def _not_home_yet(pages: Pages) -> Pages:
    """The pages of a file that comes again: it puts nothing in the place of what is home."""
    fresh = {page: index for page, index in pages.found.items() if page not in pages.home}
    return replace(pages, found=fresh)


def _kept_as(reader: Reader, before: Sequence[FiledPage]) -> str:
    """The name of the document that holds pages of a file; "" when none of them is home."""
    attachment = reader.get(Attachment, before[0].attachment_id) if before else None
    return attachment.name if attachment else ""


def _filed_before(name: str, kept: str) -> InputError:
    return InputError(Problem("scan.filed_before", values={"name": name, "kept": kept}))


def _code(reader: Reader, mark: str, placed: Placed) -> PageCode:
    found = reader.find(Agreement, number=placed.number.strip())
    if not found:
        values = {"number": placed.number}
        raise InputError(Problem("agreement.unknown_number", "number", values))
    newest = next(iter(revisions(reader, found[0].id)), None)
    if newest is None:
        raise InputError(Problem("scan.nothing_out", "number", {"number": placed.number}))
    if not 1 <= placed.page <= newest.pages:
        raise InputError(Problem(
            "scan.no_such_page", "page", {"page": placed.page, "pages": newest.pages}
        ))
    number = _printed_number(reader, newest)
    return PageCode(mark, number, newest.number, False, placed.page, newest.pages)


def _standing(reader: Reader, bundle: "Bundle") -> Pages:
    """What the pages of one printed revision are to this office."""
    own = None if bundle.draft else _printed_as(reader, bundle)
    if own is not None:
        agreement = reader.get(Agreement, own.agreement_id)
    else:
        agreement = next(iter(reader.find(Agreement, number=bundle.number)), None)
    frozen = revisions(reader, agreement.id) if agreement else []
    newest = frozen[0].number if frozen else 0
    standing: Standing = "unknown"
    if own is not None:
        standing = "current" if own.number == newest else "outdated"
    elif agreement is not None and bundle.draft:
        standing = "draft"
    home = _home(reader, own)
    absent = set(range(1, bundle.pages + 1)) - set(bundle.found) - home
    return Pages(
        bundle.number, bundle.revision, standing, newest, bundle.pages, dict(bundle.found),
        tuple(sorted(absent)), tuple(bundle.doubled), agreement, own, home,
    )


def _printed_as(reader: Reader, bundle: "Bundle") -> Revision | None:
    """The revision whose paper bears these codes; None where there is none or more than one.

    An agreement may have got another number since, and its old one may be another's by now: what
    counts is the number on the paper.
    """
    alike = reader.find(Revision, number=bundle.revision, pages=bundle.pages)
    found = [each for each in alike if _printed_number(reader, each) == bundle.number]
    return found[0] if len(found) == 1 else None


def _printed_number(reader: Reader, revision: Revision) -> str:
    """The number of its agreement that stands on the paper of a revision."""
    content = reader.blob(revision.content)
    if content is not None:
        return str(load(content)["agreement"].get("number", ""))
    agreement = reader.get(Agreement, revision.agreement_id)
    return agreement.number if agreement else ""


def _home(reader: Reader, revision: Revision | None) -> frozenset[int]:
    """The page numbers of a revision that came home."""
    if revision is None:
        return frozenset()
    return frozenset(each.page for each in _filed(reader, revision_id=revision.id))


def _filed(reader: Reader, **equals: str) -> list[FiledPage]:
    """Pages that came home in a scan that is kept; what lies in Trash may come home again."""
    found = reader.find(FiledPage, **equals)
    scans = sorted({each.attachment_id for each in found if each.attachment_id})
    kept = {each.id for each in reader.get_many(Attachment, scans) if each.deleted_at is None}
    return [each for each in found if each.attachment_id in kept]


def keep(store: Store, arrived: Arrived, today: date) -> list[Attachment]:
    """Keep the pages of every revision that went out with its agreement: one PDF for each.

    Pages of drafts, of other offices and without a code are not kept. Returns what was kept;
    nothing to keep is no error. Raises InputError when the office is not as it was when the scan
    arrived: "scan.filed_before", "agreement.unknown_number", "scan.nothing_out".
    """
    from partner_desk.files.scans import pdf_of

    wanted = [each for each in arrived.bundles if each.kept_in is not None]
    papers = [pdf_of(arrived.scan, [each.found[page] for page in sorted(each.found)])
              for each in wanted]
    if not wanted:
        return []
    names = ", ".join(each.number for each in wanted)
    values = {"name": names, "file": arrived.scan.name}
    with store.writing(Operation("scan.keep", values)) as work:
        before = _filed(work, source=arrived.source)
        for each in wanted:
            _require_as_it_was(work, arrived, each, before)
        return [_keep(work, each, paper, arrived.source, today)
                for each, paper in zip(wanted, papers, strict=True)]


def _require_as_it_was(
    work: UnitOfWork, arrived: Arrived, pages: Pages, before: Sequence[FiledPage]
) -> None:
    """Between reading a scan and keeping it others may have filed it, or deleted what it is of."""
    revision = work.get(Revision, pages.kept_in.id if pages.kept_in else None)
    agreement = work.get(Agreement, revision.agreement_id) if revision else pages.agreement
    if agreement is None or agreement.deleted_at is not None:
        values = {"number": pages.number}
        raise InputError(Problem("agreement.unknown_number", "number", values))
    if revision is None or revision.deleted_at is not None:
        raise InputError(Problem("scan.nothing_out", "number", {"number": pages.number}))
    if before and _home(work, revision) & set(pages.found):
        raise _filed_before(arrived.scan.name, _kept_as(work, before))


def _keep(
    work: UnitOfWork, pages: Pages, paper: bytes, source: str, today: date
) -> Attachment:
    revision = pages.kept_in
    assert revision is not None
    attachment = work.add(Attachment.checked({
        "name": f"{pages.number} r{pages.revision} {today.isoformat()}.pdf",
        "media_type": "application/pdf", "size": len(paper), "sha256": work.keep_blob(paper),
        "agreement_id": revision.agreement_id,
    }))
    before = {each.page: each for each in work.find(FiledPage, revision_id=revision.id)}
    for page in sorted(pages.found):
        if page in before:
            work.change(FiledPage, before[page].id, attachment_id=attachment.id, source=source)
        else:
            work.add(FiledPage(
                revision_id=revision.id, page=page, attachment_id=attachment.id, source=source
            ))
    return attachment


def absent_pages(reader: Reader, revision: Revision) -> list[int]:
    """The page numbers of a revision that did not come home yet."""
    home = _home(reader, revision)
    return [page for page in range(1, revision.pages + 1) if page not in home]


def picture(arrived: Arrived, index: int, longest: int) -> bytes:
    """A page of a scan as the bytes of a PNG, ``longest`` pixels along its longer side."""
    from partner_desk.files.scans import picture as drawn

    return drawn(arrived.scan, index, longest)


def page_ranges(pages: Iterable[int]) -> str:
    """Page numbers as people write them in any language, such as "1–3, 5"."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(
        f"{run[0]}\N{EN DASH}{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs
    )
