"""The structure tree of a PDF: which stretch of which page is which element, in reading order."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, eq=False)
class Tag:
    """An element of the document's structure, such as "P" or "TD"; each one is its own.

    What is split over pages keeps its tag, so that it is read as one.
    """

    kind: str
    within: "Tag | None" = None


@dataclass
class _Object:
    """What reportlab writes as it is; set once the numbers of all others are known."""

    text: str = ""

    def __str__(self) -> str:
        return self.text


class Structure:
    """Collects what is tagged while pages are drawn, and writes the tree at the end.

    Whatever is drawn outside of a tag (rules, headers, footers) is an artifact, not read out.
    """

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._kids: dict[Tag | None, list[Tag | tuple[int, int]]] = {None: []}
        self._pages: list[list[Tag]] = []
        self._names: list[str] = []

    @contextmanager
    def page(self) -> Iterator[None]:
        """Draws a page inside; it is shown at the end."""
        canvas = self._canvas
        self._pages.append([])
        self._names.append(canvas._doc.thisPageName())
        canvas._code.append("/Artifact BMC")
        yield
        canvas._code.append("EMC")
        canvas.showPage()
        shown = canvas._doc.Pages.pages[-1]
        shown.__NoDefault__ = [*shown.__NoDefault__, "StructParents", "Tabs"]
        shown.StructParents = len(self._pages) - 1
        shown.Tabs = "/S"

    def begin(self, tag: Tag) -> None:
        self._canvas._code.append(f"EMC /{tag.kind} <</MCID {self.reserve(tag)}>> BDC")

    def reserve(self, tag: Tag) -> int:
        """The number of a stretch of this page that belongs to a tag, to be drawn by others."""
        self._join(tag)
        tags = self._pages[-1]
        self._kids[tag].append((len(self._pages) - 1, len(tags)))
        tags.append(tag)
        return len(tags) - 1

    def end(self) -> None:
        self._canvas._code.append("EMC /Artifact BMC")

    def write(self) -> None:
        """Give the tree to the document, before it is saved."""
        objects = {tag: _Object() for tag in self._kids}
        names = {tag: self._added(one, f"tag-{i}") for i, (tag, one) in enumerate(objects.items())}
        root, parents = _Object(), _Object()
        top, tree = self._added(root, "tags"), self._added(parents, "tags-of-pages")
        for tag, kids in self._kids.items():
            kind, parent = (tag.kind, names[tag.within]) if tag else ("Document", top)
            held = " ".join(
                names[kid] if isinstance(kid, Tag) else self._stretch(*kid) for kid in kids
            )
            objects[tag].text = f"<</Type/StructElem/S/{kind}/P {parent}/K[{held}]>>"
        root.text = f"<</Type/StructTreeRoot/K {names[None]}/ParentTree {tree}>>"
        pages = (" ".join(names[tag] for tag in tags) for tags in self._pages)
        numbered = " ".join(f"{number} [{held}]" for number, held in enumerate(pages))
        parents.text = f"<</Nums [{numbered}]>>"
        catalog = self._canvas._doc.Catalog
        catalog.StructTreeRoot, catalog.MarkInfo = top, "<</Marked true>>"

    def _added(self, written: _Object, name: str) -> str:
        """Make an object of the document; returns the reference to it."""
        document = self._canvas._doc
        document.Reference(written, name)
        return self._reference(name)

    def _reference(self, name: str) -> str:
        number, version = self._canvas._doc.idToObjectNumberAndVersion[name]
        return f"{number} {version} R"

    def _stretch(self, page: int, place: int) -> str:
        return f"<</Type/MCR/Pg {self._reference(self._names[page])}/MCID {place}>>"

    def _join(self, tag: Tag) -> None:
        """Put a tag seen for the first time under its parent, which may be new as well."""
        if tag in self._kids:
            return
        if tag.within:
            self._join(tag.within)
        self._kids[tag] = []
        self._kids[tag.within].append(tag)
