"""The packet as a document: parts, columns, languages beside each other."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from partner_desk.files.catalogue import Catalogue
from partner_desk.files.packet.content import (
    ClauseText,
    Content,
    Cover,
    ExhibitText,
    FinancialRow,
    OutcomeRow,
    Packet,
    PayerTotal,
    ServiceRow,
    Signer,
    totals,
)
from partner_desk.files.packet.layout import layout
from partner_desk.files.pdf.document import (
    Block,
    Contents,
    Document,
    Paper,
    Parallel,
    Signatures,
    Table,
    Twin,
)
from partner_desk.files.pdf.render import render

SERVICE = ServiceRow("Tutoring", "partner", "Library", "Weekly", 12)
CONTENT = Content(
    language="en", number="2026-0001", title="Reading club", instrument="memorandum",
    district="East Schools", partner="River Club", starts_on=date(2026, 7, 1),
    ends_on=date(2027, 6, 30), schools=("Lincoln", "Oak"), purpose="To read.",
    services=(SERVICE, replace(SERVICE, description="A room", provider="district")),
    outcomes=(OutcomeRow("More read", "Share", "%", Decimal("1.50"), Decimal("20"), "", "shared"),),
    financial=(FinancialRow("Snacks", "other", Decimal("2.5"), False, "", ""),),
    clauses=(ClauseText("One", "First."), ClauseText("Two", "Second.")),
    exhibits=(), signers=(Signer("partner", "Ana", "Director"), Signer("district", "", "")),
)
SPANISH = replace(CONTENT, language="es", title="Club de lectura", services=(
    replace(SERVICE, description="Tutorías"),
    replace(SERVICE, description="A room", provider="district"),
))
COVER = Cover("Office", ("Main St",), None, "a4", "1A2B3C4D", 3, True)


def described(*contents: Content, cover: Cover = COVER) -> Document:
    texts = [Catalogue(each.language).text for each in contents]
    return layout(Packet(contents, cover), texts)


def blocks(document: Document, part: int) -> tuple[Block, ...]:
    return document.parts[part].blocks


def tables(document: Document, part: int = 1) -> list[Table]:
    return [each for each in blocks(document, part) if isinstance(each, Table)]


def test_the_parts_of_a_packet() -> None:
    document = described(CONTENT)
    assert [part.title for part in document.parts] == [
        "Cover and routing sheet", "Agreement", "Signatures"
    ]
    assert document.paper is Paper.A4 and document.language == "en"
    assert [part.initials for part in document.parts] == [(), ("Partner", "District"), ()]
    assert document.stamp.mark == "Draft, not for signature"
    assert Contents(ticks=True) in blocks(document, 0)


def test_a_packet_of_many_exhibits_has_a_page_of_contents() -> None:
    many = tuple(ExhibitText(letter, f"No {letter}", "clauses") for letter in "ABCDEFGHI")
    document = described(replace(CONTENT, exhibits=many))
    assert document.parts[1].title == "Contents"
    assert Contents(ticks=True) in blocks(document, 1)
    assert Contents(ticks=True) not in blocks(document, 0)
    assert document.parts[-1].title == "Signatures"


def test_services_stand_side_by_side_where_several_provide() -> None:
    table = tables(described(CONTENT))[0]
    assert [column.title for column in table.columns] == [
        "The District provides", "The Partner provides"
    ]
    assert table.rows == (
        ("A room\nLibrary; Weekly; for 12", "Tutoring\nLibrary; Weekly; for 12"),
    )


def test_services_of_one_side_stand_in_rows() -> None:
    table = tables(described(replace(CONTENT, services=(SERVICE,))))[0]
    assert table.rows == (("Tutoring", "Partner", "Library", "Weekly", "12"),)


def test_rows_are_grouped_by_school_in_the_order_of_the_schools() -> None:
    rows = tuple(replace(SERVICE, description=name or "All", school=name)
                 for name in ("Oak", "", "Lincoln", "Elsewhere"))
    found = tables(described(replace(CONTENT, services=rows)))[:4]
    assert [each.caption for each in found] == [
        "Every school of this agreement", "Lincoln", "Oak", "Elsewhere"
    ]
    assert [each.rows[0][0] for each in found] == ["All", "Lincoln", "Oak", "Elsewhere"]


def test_totals_are_exact_and_by_payer() -> None:
    rows = [
        FinancialRow("a", "district", Decimal("0.10"), False, "", ""),
        FinancialRow("b", "partner", Decimal("7"), True, "", ""),
        FinancialRow("c", "district", Decimal("0.20"), False, "", ""),
        FinancialRow("d", "partner", None, False, "", ""),
    ]
    assert totals(rows) == (
        PayerTotal("district", Decimal("0.30"), Decimal()),
        PayerTotal("partner", Decimal(), Decimal("7")),
    )


def test_measures_keep_every_digit() -> None:
    assert tables(described(CONTENT))[1].rows[0][2:4] == ("1.50 %", "20 %")


def test_two_languages_stand_beside_and_below_each_other() -> None:
    document = described(CONTENT, SPANISH)
    pairs = [each for each in blocks(document, 1) if isinstance(each, Parallel)]
    assert len(pairs) > 4
    cell = tables(document)[0].rows[0][1]
    assert isinstance(cell, Twin)
    assert (cell.first.split("\n")[0], cell.second.split("\n")[0]) == ("Tutoring", "Tutorías")
    assert document.parts[2].title == "Signatures · Firmas"
    assert document.language == "en"


@pytest.mark.parametrize("contents", [(CONTENT,), (SPANISH,), (CONTENT, SPANISH)])
def test_signers_get_a_mark_and_parties_their_names(contents: tuple[Content, ...]) -> None:
    signing = blocks(described(*contents), -1)[-1]
    assert isinstance(signing, Signatures)
    assert [each.party for each in signing.blocks] == ["River Club", "East Schools"]
    assert all(each.flag for each in signing.blocks)
    assert render(described(*contents)).pages >= 3


def test_an_empty_agreement_prints() -> None:
    bare = Content(
        language="en", number="", title="", instrument="", district="", partner="",
        starts_on=None, ends_on=None, schools=(), purpose="", services=(), outcomes=(),
        financial=(), clauses=(), exhibits=(), signers=(),
    )
    document = described(bare, replace(bare, language="es"))
    assert [table.empty_note.split(" · ")[0] for table in tables(document)] == [
        "No services have been agreed yet.", "No outcomes have been agreed yet.",
        "Neither side owes the other money under this agreement.",
    ]
    assert render(document).pages == 3
