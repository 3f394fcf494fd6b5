"""Tries the reading of scans on many invented ones, and this trial itself on planted faults.

    uv run python tools/scan_trial.py --scans 300

Every scan is made from a seed, which is printed when it goes wrong; ``--seed N --scans 1`` makes it
again. A page that is filed wrongly is a failure of the program, not a statistic.
"""

import argparse
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from unittest.mock import patch

from partner_desk.files.scans import Scan, Sorted, read, sort_out
from partner_desk.files.scans import codes as code_reading
from partner_desk.files.scans.codes import Verdict
from partner_desk.model.page_code import PageCode, parse
from scan_paper import A4, LETTER, Print, as_scan, printed, some_wear, worn

OFFICE, OTHER_OFFICE = "1A2B3C4D", "99887766"
GOAL = 0.999

Read = Callable[[bytes], Scan]
Sort = Callable[[Scan, str], Sorted]
Alter = Callable[[list["Sheet"]], list["Sheet"]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper: which page it is (None: not for anybody to know), and how printed."""

    truth: PageCode | None
    print: Print


@dataclass(slots=True)
class Figures:
    """What came of the trial; ``troubles`` tell seeds and pages that are wrong."""

    scans: int = 0
    pages: int = 0
    right: int = 0
    unread: int = 0
    wrong: int = 0
    seconds: float = 0.0
    troubles: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return not self.wrong and self.right >= GOAL * self.pages

    def __str__(self) -> str:
        return (
            f"{self.scans} scans, {self.pages} pages: {self.right} right "
            f"({100 * self.right / max(1, self.pages):.2f} %), {self.unread} unread, "
            f"{self.wrong} wrong; {1000 * self.seconds / max(1, self.pages):.0f} ms a page"
        )


def stack(chance: random.Random) -> list[Sheet]:
    """The sheets somebody puts into the scanner: 2 to 8 and what else lies between them."""
    sheets = packet(chance)
    if chance.random() < 0.25:
        sheets = sheets + packet(chance)
    if chance.random() < 0.3:
        sheets.remove(chance.choice(sheets))
    if chance.random() < 0.25:
        sheets.append(_old_revision(chance.choice(sheets)))
    if chance.random() < 0.15:
        sheets.append(chance.choice(sheets))
    if chance.random() < 0.4:
        sheets.append(_stray(chance, sheets[0]))
    if chance.random() < 0.15:
        sheets[0] = _with_flyer(sheets[0])
    if chance.random() < 0.7:
        chance.shuffle(sheets)
    return sheets


def packet(chance: random.Random, pages: int = 0) -> list[Sheet]:
    """The pages of one packet, in order; their number is left to chance if not given."""
    number = f"{chance.randrange(2020, 2031)}-{chance.randrange(10000):04}"
    if chance.random() < 0.2:
        number = chance.choice(("MOU/ÑANDÚ 12", "acuerdo 7", "协议-二〇二六-四十二", "A-1"))
    pages = pages or chance.randint(2, 8)
    first = PageCode(
        OFFICE, number, chance.randint(0, 30), chance.random() < 0.2, 1, pages
    )
    return [_sheet(replace(first, page=page)) for page in range(1, pages + 1)]


def _sheet(code: PageCode) -> Sheet:
    return Sheet(code, Print(f"Page {code.page} of {code.pages}", code.text))


def _old_revision(sheet: Sheet) -> Sheet:
    if sheet.truth is None:
        return sheet
    return _sheet(replace(sheet.truth, revision=sheet.truth.revision + 1))


def _with_flyer(sheet: Sheet) -> Sheet:
    more = ("https://partner.example/reading-club", "PD1:NOT:OURS:1:1:1:0000")
    return replace(sheet, print=replace(sheet.print, also=more))


def _stray(chance: random.Random, near: Sheet) -> Sheet:
    """A sheet that belongs to nothing here, or that nobody can know."""
    code = near.truth or PageCode(OFFICE, "1", 1, False, 1, 1)
    other = replace(code, number="1999-0001", page=1)
    return chance.choice((
        _sheet(replace(code, office=OTHER_OFFICE)),
        Sheet(None, Print("No code", "")),
        Sheet(None, Print("A flyer", "https://partner.example/")),
        Sheet(None, Print("A checksum that is off", _garbled(code.text))),
        Sheet(None, Print("A spoilt code", code.text, spoilt=True)),
        Sheet(code, Print("An exhibit with its old code", code.text, exhibit=other.text)),
        Sheet(None, Print("The same, spoilt", code.text, exhibit=other.text, spoilt=True)),
        Sheet(None, Print("An exhibit only", "", exhibit=other.text)),
    ))


def _garbled(text: str) -> str:
    """One digit of the page changed, the checksum as it was."""
    parts = text.split(":")
    parts[4], parts[5] = "1" if parts[4] != "1" else "2", "9"
    return ":".join(parts)


def trial(
    scans: int, first: int, figures: Figures, read_scan: Read = read, sort: Sort = sort_out,
    alter: Alter | None = None,
) -> Figures:
    """Make and read so many scans with the seeds from ``first`` on; the figures are added up."""
    for seed in range(first, first + scans):
        chance = random.Random(seed)
        sheets = stack(chance)
        if alter is not None:
            sheets = alter(sheets)
        data, turned = _scanned(sheets, chance)
        began = time.perf_counter()
        scan = read_scan(data)
        figures.seconds += time.perf_counter() - began
        figures.scans += 1
        _compare(seed, sheets, turned, scan, figures)
        _compare_sorted(seed, sheets, scan, sort(scan, OFFICE), figures)
    return figures


def _scanned(sheets: list[Sheet], chance: random.Random) -> tuple[bytes, list[int]]:
    """The scan of the sheets, and how each has to be turned."""
    paper = chance.choice((LETTER, A4))
    pictures = printed([sheet.print for sheet in sheets], paper, chance.randrange(2**32))
    wears = [some_wear(chance) for _ in pictures]
    pages = [worn(page, wear, chance) for page, wear in zip(pictures, wears, strict=True)]
    return as_scan(pages), [180 if wear.upside_down else 0 for wear in wears]


def _compare(
    seed: int, sheets: list[Sheet], turned: list[int], scan: Scan, figures: Figures
) -> None:
    """Page by page: what was read against what was printed."""
    if len(scan.pages) != len(sheets):
        figures.wrong += 1
        figures.troubles.append(f"seed {seed}: {len(scan.pages)} pages of {len(sheets)}")
        return
    for place, (sheet, page) in enumerate(zip(sheets, scan.pages, strict=True)):
        figures.pages += 1
        where = f"seed {seed}, page {place} ({sheet.print.title})"
        lies_right = page.code is None or page.turned == turned[place]
        if page.code == sheet.truth and lies_right:
            figures.right += 1
        elif page.code is None:
            figures.unread += 1
            figures.troubles.append(f"{where}: unread")
        else:
            figures.wrong += 1
            figures.troubles.append(f"{where}: WRONG, read {page.code}, turned {page.turned}")


def _compare_sorted(
    seed: int, sheets: list[Sheet], scan: Scan, result: Sorted, figures: Figures
) -> None:
    """Every page that was sorted into a packet belongs there; none is lost or there twice."""
    filed: list[int] = [*result.foreign, *result.unknown, *result.blank]
    faults = []
    for bundle in result.bundles:
        filed += [*bundle.found.values(), *bundle.doubled]
        for number, index in bundle.found.items():
            truth = sheets[index].truth
            said = (OFFICE, bundle.number, bundle.revision, bundle.draft, number, bundle.pages)
            if truth is None or truth != PageCode(*said):
                faults.append(f"page {index} was filed as {said}")
        there = {
            code.page
            for code in (page.code for page in scan.pages)
            if code is not None
            and (code.office, code.number, code.revision) == (
                OFFICE, bundle.number, bundle.revision
            )
            and (code.draft, code.pages) == (bundle.draft, bundle.pages)
        }
        if set(bundle.missing) != set(range(1, bundle.pages + 1)) - there:
            faults.append(f"missing pages of {bundle.number} are not {bundle.missing}")
    for index in result.foreign:
        said_by = sheets[index].truth
        if said_by is None or said_by.office == OFFICE:
            faults.append(f"page {index} is called foreign")
    if sorted(filed) != list(range(len(scan.pages))):
        faults.append(f"pages were lost or doubled: {sorted(filed)}")
    figures.wrong += len(faults)
    figures.troubles += [f"seed {seed}: WRONG, {fault}" for fault in faults]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something gone wrong on purpose, in the program or on the paper."""

    name: str
    read_scan: Read = read
    sort: Sort = sort_out
    alter: Alter | None = None
    broken: Callable[[], AbstractContextManager[object]] = nullcontext


def _neighbour(data: bytes) -> Scan:
    scan = read(data)
    pages = list(scan.pages)
    for place, page in enumerate(pages):
        if page.code is not None and page.code.page < page.code.pages:
            pages[place] = replace(page, code=replace(page.code, page=page.code.page + 1))
            break
    return replace(scan, pages=tuple(pages))


def _never_turned(data: bytes) -> Scan:
    scan = read(data)
    return replace(scan, pages=tuple(replace(page, turned=0) for page in scan.pages))


def _page_lost(data: bytes) -> Scan:
    scan = read(data)
    return replace(scan, pages=scan.pages[:-1])


def _without_checksum(text: str) -> PageCode | None:
    """A reader that does not look at the checksum."""
    found = re.fullmatch(r"PD1:(\w{8}):([^:]*):(\d+)(D?):(\d+):(\d+):\w+", text)
    if found is None:
        return None
    office, number, revision, draft, page, pages = found.groups()
    plain = parse(text)
    return plain or PageCode(
        office, number[:20], int(revision), bool(draft), int(page), max(int(page), int(pages))
    )


def _any_place(seen: list[code_reading.Seen], paper: object) -> Verdict:
    """A reader that takes a code wherever it stands."""
    return Verdict(seen[0] if seen else None)


def _spoilt(sheets: list[Sheet]) -> list[Sheet]:
    return [replace(sheet, print=replace(sheet.print, spoilt=True)) for sheet in sheets]


def _swapped(sheets: list[Sheet]) -> list[Sheet]:
    one, two = sheets[0], sheets[1]
    return [
        replace(one, print=replace(one.print, says=two.print.says)),
        replace(two, print=replace(two.print, says=one.print.says)),
        *sheets[2:],
    ]


def _all_garbled(sheets: list[Sheet]) -> list[Sheet]:
    text = packet(random.Random(1))[0].print.says
    return [*sheets, Sheet(None, Print("Garbled", _garbled(text)))]


def _exhibits(sheets: list[Sheet]) -> list[Sheet]:
    old = PageCode(OFFICE, "1999-0001", 1, False, 1, 1)
    return [*sheets, Sheet(None, Print("An exhibit only", "", exhibit=old.text))]


def _revisions_merged(scan: Scan, office: str) -> Sorted:
    result = sort_out(scan, office)
    for bundle in result.bundles:
        bundle.revision += 1
    return result


def _doubles_lost(scan: Scan, office: str) -> Sorted:
    result = sort_out(scan, office)
    for bundle in result.bundles:
        bundle.found.popitem()
    return result


FAULTS = (
    Fault("the reader says the number of the next page", read_scan=_neighbour),
    Fault("the reader never turns a page", read_scan=_never_turned),
    Fault("the reader loses the last page", read_scan=_page_lost),
    Fault(
        "the checksum is not looked at", alter=_all_garbled,
        broken=lambda: patch.object(code_reading, "parse", _without_checksum),
    ),
    Fault(
        "a code counts wherever it stands", alter=_exhibits,
        broken=lambda: patch("partner_desk.files.scans.reading.judged", _any_place),
    ),
    Fault("the codes are printed over", alter=_spoilt),
    Fault("the codes of two pages are swapped", alter=_swapped),
    Fault("pages are filed with another revision", sort=_revisions_merged),
    Fault("sorting loses a page", sort=_doubles_lost),
)


def unnoticed(scans: int, first: int) -> Iterator[str]:
    """The names of the planted faults that this trial would let pass; there should be none."""
    for fault in FAULTS:
        with fault.broken():
            figures = trial(
                scans, first, Figures(), fault.read_scan, fault.sort, fault.alter
            )
        if figures.passed:
            yield fault.name


def main() -> int:
    """Run the trial as asked for; 1 when anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scans", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1, help="the seed of the first scan")
    parser.add_argument("--no-faults", action="store_true", help="leave the planted faults out")
    asked = parser.parse_args()
    figures = trial(asked.scans, asked.seed, Figures())
    print(*figures.troubles, figures, sep="\n")
    missed = [] if asked.no_faults else list(unnoticed(4, asked.seed))
    print(*(f"planted fault NOT noticed: {name}" for name in missed), sep="\n", end="")
    if not asked.no_faults:
        print(f"planted faults noticed: {len(FAULTS) - len(missed)} of {len(FAULTS)}")
    return 0 if figures.passed and not missed else 1


if __name__ == "__main__":
    sys.exit(main())
