"""The pages of a scan sorted by what they belong to; nothing is read and nothing decided here."""

from dataclasses import dataclass, field

from partner_desk.files.scans.scan import Scan


@dataclass(slots=True)
class Bundle:
    """The pages found of one printed revision.

    ``found`` gives the index in the scan of each page number, ``doubled`` the indexes of further
    copies of pages that are there already. Two prints of a draft with different numbers of
    ``pages`` are two bundles.
    """

    number: str
    revision: int
    draft: bool
    pages: int
    found: dict[int, int] = field(default_factory=dict)
    doubled: list[int] = field(default_factory=list)

    @property
    def missing(self) -> list[int]:
        """The page numbers that are not there, in order."""
        return [page for page in range(1, self.pages + 1) if page not in self.found]

    @property
    def complete(self) -> bool:
        return not self.missing

    @property
    def indexes(self) -> list[int]:
        """The pages found, by their numbers: what to make a PDF of."""
        return [self.found[page] for page in sorted(self.found)]


@dataclass(slots=True)
class Sorted:
    """A scan sorted out: every index is in exactly one of the lists, once.

    ``foreign`` pages carry the mark of another office, ``blank`` ones nothing at all; ``unknown``
    ones have no code that could be read beyond doubt and are to be placed by a person.
    """

    bundles: list[Bundle] = field(default_factory=list)
    foreign: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)


def sort_out(scan: Scan, office: str) -> Sorted:
    """Sort the pages for the office with the mark ``office``; bundles by number and revision."""
    result = Sorted()
    bundles: dict[tuple[str, int, bool, int], Bundle] = {}
    for page in scan.pages:
        code = page.code
        if code is None:
            (result.blank if page.blank else result.unknown).append(page.index)
        elif code.office != office:
            result.foreign.append(page.index)
        else:
            key = (code.number, code.revision, code.draft, code.pages)
            bundle = bundles.setdefault(key, Bundle(*key))
            if code.page in bundle.found:
                bundle.doubled.append(page.index)
            else:
                bundle.found[code.page] = page.index
    result.bundles = [bundles[key] for key in sorted(bundles)]
    return result
