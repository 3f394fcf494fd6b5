"""Many packets in one go: each into a file of its own in one folder.

Two processes print while this one reads the office. The printers get plain documents and write
the files themselves, so that no page travels back.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from partner_desk.files.packet.printing import Result, keep, print_to
from partner_desk.model.agreements import Agreement
from partner_desk.model.errors import DeskError, EnvironmentProblem
from partner_desk.services import packets
from partner_desk.services.packets import Catalogues
from partner_desk.store.store import Store

if TYPE_CHECKING:
    from partner_desk.files.pdf.document import Document

Report = Callable[[int, int | None], None]
Cancelled = Callable[[], bool]

PROCESSES = 2
FEWEST = 40
"""So few packets are printed sooner than further processes have started."""
AHEAD = 4
"""Packets described before they can be printed: memory stays small, no printer waits."""
LONGEST_NAME = 120
"""Bytes of a file's name: some systems count them and allow 255 with the folder's help."""
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt")
                                            for n in range(10)}


@dataclass(slots=True)
class PrintedMany:
    """The files written, and the packets not written: (number or id, why).

    ``left`` are the numbers of those not begun when a person stopped the work.
    """

    written: list[Path] = field(default_factory=list)
    failed: list[tuple[str, DeskError]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Job:
    """One packet on its way to its file."""

    id: str
    number: str
    path: Path


def print_many(
    store: Store,
    agreement_ids: Sequence[str],
    folder: Path,
    language: str,
    catalogues: Catalogues,
    report: Report = lambda _done, _total: None,
    cancelled: Cancelled = lambda: False,
) -> PrintedMany:
    """Print the packets of these agreements into ``folder`` as "2026-0042 Title.pdf".

    A packet that cannot be printed is told and the others go on; when the disk is full the rest is
    told, what is written stays, and no file is half. Packets printed before are replaced.
    """
    found, total = PrintedMany(), len(agreement_ids)
    waiting = deque(_jobs(store, agreement_ids, folder, found))
    running: deque[tuple[_Job, Future[Result]]] = deque()
    stopped: DeskError | None = None
    ahead = AHEAD if len(waiting) >= FEWEST else 1
    with _printers(len(waiting)) as submit:
        while waiting or running:
            report(total - len(waiting) - len(running), total)
            if cancelled():
                found.left += [job.number for job in waiting]
                waiting.clear()
            if stopped is not None:
                found.failed += [(job.number, stopped) for job in waiting]
                waiting.clear()
            while waiting and len(running) < ahead:
                job = waiting.popleft()
                running.append((job, _begin(store, job, language, catalogues, submit)))
            if running:
                stopped = _end(store, *running.popleft(), language, catalogues, found) or stopped
    report(total - len(found.left), total)
    return found


def _jobs(
    store: Store, agreement_ids: Sequence[str], folder: Path, found: PrintedMany
) -> Iterator[_Job]:
    with store.reading() as reader:
        known = {each.id: each for each in reader.get_many(Agreement, agreement_ids)}
    taken: set[str] = set()
    for agreement_id in agreement_ids:
        agreement = known.get(agreement_id)
        if agreement is None:
            gone = EnvironmentProblem("record.gone", kind="agreement", id=agreement_id)
            found.failed.append((agreement_id, gone))
            continue
        path = folder / _file_name(agreement, taken)
        yield _Job(agreement.id, agreement.number or agreement.title, path)


def _begin(
    store: Store,
    job: _Job,
    language: str,
    catalogues: Catalogues,
    submit: "Callable[[Document, Path], Future[Result]]",
) -> Future[Result]:
    """Describe a packet and hand it to the printers; a revision that went out is copied."""
    try:
        frozen = packets.frozen_bytes(store, job.id, language)
        if frozen is not None:
            return _done(keep(frozen, job.path))
        return submit(packets.describe(store, job.id, language, catalogues), job.path)
    except BrokenProcessPool:
        return _done(("packet.printer_ended", {}))
    except DeskError as error:
        return _done((error.code, error.values))


def _end(
    store: Store,
    job: _Job,
    future: Future[Result],
    language: str,
    catalogues: Catalogues,
    found: PrintedMany,
) -> DeskError | None:
    """Note how a packet went; returns what stands in the way of all others, too."""
    try:
        result = future.result()
    except BrokenProcessPool:
        result = ("packet.printer_ended", {})
    if result is not None and result[0] in _TRIED_AGAIN:
        result = _carefully(store, job, language, catalogues)
    if result is None:
        found.written.append(job.path)
        return None
    error = EnvironmentProblem(result[0], **result[1])
    found.failed.append((job.number, error))
    return error if error.code in _HOPELESS else None


_TRIED_AGAIN = frozenset({
    "enclosure.damaged", "enclosure.encrypted", "enclosure.too_long", "packet.printer_ended"
})
_HOPELESS = frozenset({"disk.full", "file.folder_missing"})


def _carefully(store: Store, job: _Job, language: str, catalogues: Catalogues) -> Result:
    """Print one packet here, without the documents that the printer refused."""
    try:
        return keep(packets.packet(store, job.id, language, catalogues).data, job.path)
    except DeskError as error:
        return error.code, error.values


def _done(result: Result) -> Future[Result]:
    future: Future[Result] = Future()
    future.set_result(result)
    return future


@contextmanager
def _printers(count: int) -> "Iterator[Callable[[Document, Path], Future[Result]]]":
    """What prints ``count`` documents: further processes for many, this one for a few."""
    if count < FEWEST:
        yield lambda document, path: _done(print_to(document, path))
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, context) as pool:
        yield lambda document, path: pool.submit(print_to, document, path)


def _file_name(agreement: Agreement, taken: set[str]) -> str:
    """A name that every system takes and no other packet of this run has."""
    words = f"{agreement.number} {agreement.title}"
    kept = "".join(each if each.isprintable() and each not in '<>:"/\\|?*' else " "
                   for each in words)
    name = " ".join(kept.split()).strip(" .") or "Packet"
    name = name.encode()[:LONGEST_NAME].decode(errors="ignore").rstrip(" .")
    if name.split(".")[0].casefold() in _RESERVED:
        name = f"_{name}"
    unique, place = name, 1
    while unique.casefold() in taken:
        place += 1
        unique = f"{name} ({place})"
    taken.add(unique.casefold())
    return f"{unique}.pdf"
