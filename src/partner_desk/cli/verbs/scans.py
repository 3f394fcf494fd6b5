"""The verb that takes scans of signed packets: pages go to their agreements and are told of."""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from partner_desk.cli.answers import (
    EXIT_DONE,
    EXIT_ENVIRONMENT,
    EXIT_REFUSED,
    Answer,
    problem_line,
)
from partner_desk.cli.speaking import Text
from partner_desk.cli.terminal import Terminal
from partner_desk.model.errors import DeskError, EnvironmentProblem, InputError
from partner_desk.model.texts import N_
from partner_desk.services import scans
from partner_desk.services.scans import page_ranges
from partner_desk.ui.sentences import problem_sentence

if TYPE_CHECKING:
    from partner_desk.files.scans import Scan

_Key = tuple[str, int]
"""Number of an agreement and its revision."""


@dataclass(slots=True)
class _Found:
    """What came of all files. Pages are those of the packets, from 1."""

    filed: dict[_Key, set[int]] = field(default_factory=lambda: defaultdict(set))
    missing: dict[_Key, set[int]] = field(default_factory=dict)
    outdated: dict[_Key, set[int]] = field(default_factory=lambda: defaultdict(set))
    newest: dict[str, int] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)
    """Why a page was not filed, by its place in the scan from 1."""
    doubled: list[int] = field(default_factory=list)
    before: list[dict[str, object]] = field(default_factory=list)
    """Files of which other pages are home, each as ``name`` and as what it is ``kept``."""
    errors: list[DeskError] = field(default_factory=list)

    def take(self, arrived: scans.Arrived, places: Sequence[int]) -> None:
        """Add what was found in one scan; ``places`` says where its pages stand in the whole."""
        if arrived.kept_before:
            self.before.append({"name": arrived.scan.name, "kept": arrived.kept_before})
        for bundle in arrived.bundles:
            self._take_bundle(bundle, places)
            self.doubled += [places[index] for index in bundle.doubled]
        for indexes, reason in ((arrived.no_code, "no_code"), (arrived.foreign, "other_office")):
            self.unknown.update((places[index], reason) for index in indexes)

    def _take_bundle(self, bundle: scans.Pages, places: Sequence[int]) -> None:
        key = (bundle.number, bundle.revision)
        if bundle.standing == "current":
            self.filed[key] |= set(bundle.found)
            # What one file lacks another may bring.
            absent = set(bundle.absent)
            self.missing[key] = self.missing.get(key, absent) & absent
        elif bundle.standing == "outdated":
            self.outdated[key] |= set(bundle.found)
            self.newest[bundle.number] = bundle.newest
        else:
            reason = "draft" if bundle.standing == "draft" else "unknown_agreement"
            self.unknown.update((places[index], reason) for index in bundle.found.values())

    @property
    def status(self) -> int:
        """How to exit: the rest went on when one file could not be taken."""
        if any(isinstance(each, EnvironmentProblem) for each in self.errors):
            return EXIT_ENVIRONMENT
        return EXIT_REFUSED if self.errors else EXIT_DONE


def _scan(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    found = _Found()
    with terminal.office("read" if chosen.dry_run else "edit") as store:
        for scan, places in _read(map(Path, chosen.files), found.errors):
            try:
                arrived = scans.sorted_out(store, scan, {})
                if not chosen.dry_run:
                    scans.keep(store, arrived, date.today())
            except DeskError as error:
                found.errors.append(error)
            else:
                found.take(arrived, places)
    if len(found.errors) == 1 and len(chosen.files) == 1:
        raise found.errors[0]
    text = terminal.text
    lines = _lines(found, text)
    if chosen.dry_run:
        lines.append(text(N_("Nothing was written.")))
    return Answer(_value(found), lines, found.status, _complaints(found.errors, text))


def _read(
    paths: Iterable[Path], errors: list[DeskError]
) -> list[tuple["Scan", list[int]]]:
    """Every file as a scan, all photos together as one, with the places of its pages from 1.

    What cannot be read goes to ``errors``, and the others are read.
    """
    from partner_desk.files.scans import joined, read
    from partner_desk.files.scans.scan import Form

    found: list[tuple[Scan, list[int]]] = []
    photos: list[tuple[Scan, list[int]]] = []
    before = 0
    for path in paths:
        try:
            scan = read(path)
        except DeskError as error:
            errors.append(error)
            continue
        places = list(range(before + 1, before + len(scan.pages) + 1))
        before += len(places)
        is_photo = all(each.form is Form.PICTURE for each in scan.sources)
        (photos if is_photo else found).append((scan, places))
    if photos:
        together = joined([scan for scan, _ in photos], photos[0][0].name)
        found.append((together, [place for _, places in photos for place in places]))
    return found


def _value(found: _Found) -> dict[str, list[dict[str, Any]]]:
    return {
        "filed": [
            {"number": number, "revision": revision, "pages": sorted(pages),
             "complete": not found.missing[number, revision]}
            for (number, revision), pages in sorted(found.filed.items())
        ],
        "missing": [
            {"number": number, "revision": revision, "pages": sorted(pages)}
            for (number, revision), pages in sorted(found.missing.items()) if pages
        ],
        "outdated": [
            {"number": number, "revision": revision, "newest": found.newest[number],
             "pages": sorted(pages)}
            for (number, revision), pages in sorted(found.outdated.items())
        ],
        "unknown": [{"page": page, "reason": reason}
                    for page, reason in sorted(found.unknown.items())],
        "filed_before": found.before,
    }


_REASONS = {
    "no_code": N_("Pages of the scan without a code that can be read: {0}"),
    "other_office": N_("Pages of the scan that belong to another office: {0}"),
    "draft": N_("Pages of the scan of a draft that never went out: {0}"),
    "unknown_agreement": N_("Pages of the scan of an agreement this office does not know: {0}"),
}


def _lines(found: _Found, text: Text) -> list[str]:
    lines = [problem_sentence("scan.more_of_it", each, text) for each in found.before]
    for (number, revision), pages in sorted(found.filed.items()):
        sentence = text(N_("{0}, revision {1}: pages {2}.")).format(
            number, revision, page_ranges(pages)
        )
        absent = found.missing[number, revision]
        rest = text(N_("Pages missing: {0}")).format(page_ranges(absent)) if absent else text(
            N_("It is complete.")
        )
        lines.append(f"{sentence} {rest}")
    for (number, revision), pages in sorted(found.outdated.items()):
        sentence = text(N_("{0}: pages {2} are of revision {1}; the newest is {3}."))
        lines.append(sentence.format(number, revision, page_ranges(pages), found.newest[number]))
    for reason, sentence in _REASONS.items():
        unknown = [page for page, why in found.unknown.items() if why == reason]
        if unknown:
            lines.append(text(sentence).format(page_ranges(unknown)))
    if found.doubled:
        sentence = text(N_("Pages of the scan that are there twice; the first copy counts: {0}"))
        lines.append(sentence.format(page_ranges(found.doubled)))
    if not lines and not found.errors:
        lines.append(text(N_("The scan has no page of an agreement.")))
    return lines


def _complaints(errors: Iterable[DeskError], text: Text) -> list[str]:
    found: list[str] = []
    for each in errors:
        if isinstance(each, InputError):
            found += [problem_line(problem, text) for problem in each.problems]
        else:
            found.append(problem_sentence(each.code, each.values, text))
    return found


VERBS = {"scan": _scan}
