"""What a screen reader is told: every text once, in reading order, each as what it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from partner_desk.files.pdf.document import Document, Enclosure, Part
from partner_desk.files.pdf.render import render
from tests.files.pdf_packet import packet
from tests.files.test_pdf_blocks import two_clauses
from tests.files.test_pdf_enclosing import foreign
from tests.files.test_pdf_packet import one


@dataclass
class Element:
    """An element of the tree with the stretches (page, number) it holds itself."""

    kind: str
    kids: list["Element"] = field(default_factory=list)
    stretches: list[tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()


def tree(pdf: pikepdf.Pdf) -> Element:
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

    def element(node: pikepdf.Object, parent: pikepdf.Object) -> Element:
        found = Element(str(node.S)[1:])
        assert node.P.objgen == parent.objgen
        for kid in node.K.as_list():
            if kid.get("/Type") == "/MCR":
                found.stretches.append((pages[kid.Pg.objgen], int(kid.MCID)))
            else:
                found.kids.append(element(kid, node))
        return found

    root = pdf.Root.StructTreeRoot
    assert bool(pdf.Root.MarkInfo.Marked)
    return element(root.K, root)


def stretches(page: pikepdf.Page) -> tuple[list[int], list[str]]:
    """The numbers of a page's marked stretches; and what is drawn outside of any."""
    numbers: list[int] = []
    outside: list[str] = []
    depth = 0
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        name = str(instruction.operator)
        if name in ("BDC", "BMC"):
            assert depth == 0
            depth += 1
            if name == "BDC":
                numbers.append(int(operands[1].MCID))
        elif name == "EMC":
            depth -= 1
        elif depth == 0 and name in ("TJ", "Tj", "f", "S", "Do"):
            outside.append(name)
    assert depth == 0
    return numbers, outside


@pytest.fixture(
    params=[packet(), one(two_clauses(9)),
            Document("T", "en", "O", (Part("P", (Enclosure(foreign(2)),), initials=("A",)),))],
    ids=["packet", "parallel", "enclosure"],
)
def printed(request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    with pikepdf.Pdf.open(BytesIO(render(request.param).data)) as pdf:
        yield pdf


def test_every_stretch_stands_in_the_tree_once_and_nothing_outside(printed: pikepdf.Pdf) -> None:
    held = [one for element in tree(printed).walk() for one in element.stretches]
    assert len(held) == len(set(held)) > 0
    for number, page in enumerate(printed.pages):
        numbers, outside = stretches(page)
        assert sorted(numbers) == list(range(len(numbers)))
        assert {place for at, place in held if at == number} == set(numbers)
        assert outside == []


def test_pages_lead_back_to_their_elements(printed: pikepdf.Pdf) -> None:
    nums = printed.Root.StructTreeRoot.ParentTree.Nums.as_list()
    for page in printed.pages:
        place = int(page.obj.StructParents)
        assert int(nums[2 * place]) == place
        parents = nums[2 * place + 1].as_list()
        assert len(parents) == len(stretches(page)[0])
        for number, parent in enumerate(parents):
            assert number in [int(kid.MCID) for kid in parent.K.as_list() if "/MCID" in kid]


def test_tables_lists_and_headings_are_told() -> None:
    with pikepdf.Pdf.open(BytesIO(render(packet()).data)) as pdf:
        top = tree(pdf)
    kinds = [element.kind for element in top.kids]
    assert {"H1", "H2", "P", "L", "Table"} <= set(kinds)
    table = max((e for e in top.kids if e.kind == "Table"), key=lambda e: len(e.kids))
    assert [element.kind for element in table.kids] == ["Caption", *["TR"] * 36]
    assert [cell.kind for cell in table.kids[1].kids] == ["TH"] * 4
    assert all(cell.kind == "TD" for row in table.kids[2:] for cell in row.kids)
    clauses = next(e for e in top.kids if e.kind == "L" and len(e.kids) == 6)
    assert [[kid.kind for kid in item.kids] for item in clauses.kids] == [["Lbl", "LBody"]] * 6
    pages = {page for e in table.walk() for page, _ in e.stretches}
    assert len(pages) > 1
