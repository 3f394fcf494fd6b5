"""Packets: what they say in each language, what is told before, many in one go."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image

from partner_desk.files.packet import printing
from partner_desk.model import page_code
from partner_desk.model.agreements import (
    Agreement,
    AgreementSchool,
    Clause,
    Exhibit,
    RoutingStep,
    Signatory,
)
from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.office import Attachment
from partner_desk.services import packet_series, packets, records, revisions, routing, sending
from partner_desk.services.packet_series import print_many
from partner_desk.store.store import Store
from tests.services.going_out import TODAY, catalogue, ready_agreement


@pytest.fixture
def agreement(office: Store) -> Agreement:
    return ready_agreement(office)


def texts(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(data)).pages]


def add(store: Store, *wanted: Record) -> None:
    with store.writing(Operation("test.add")) as work:
        work.add_many(wanted)


def attached(store: Store, agreement: Agreement, name: str, data: bytes, place: int) -> Exhibit:
    """A document of the agreement as an exhibit."""
    with store.writing(Operation("test.attach")) as work:
        document = work.add(Attachment(
            agreement_id=agreement.id, name=name, size=len(data), sha256=work.keep_blob(data)
        ))
        return work.add(Exhibit(agreement_id=agreement.id, position=place, title=f"Of {name}",
                                source="file", attachment_id=document.id))


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (400, 300), "red").save(out, "PNG")
    return out.getvalue()


def foreign_pdf(pages: int = 2) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(400, 500)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_signatures_come_last_and_the_outline_names_every_part(
    office: Store, agreement: Agreement
) -> None:
    add(office, Exhibit(agreement_id=agreement.id, position=1, title="Rules of the house"))
    pdf = packets.packet(office, agreement.id, "", catalogue)
    reader = pypdf.PdfReader(BytesIO(pdf.data))
    titles = [str(each.title) for each in reader.outline if not isinstance(each, list)]
    assert titles == [
        "Cover and routing sheet", "Agreement", "Exhibit A: Rules of the house", "Signatures"
    ]
    pages = texts(pdf.data)
    assert "Sign here" in pages[-1] and "Dana Cole" in pages[-1]
    assert not any("Sign here" in page for page in pages[:-1])
    assert "Exhibit A: Rules of the house" in pages[0]


def test_the_paper_speaks_the_language_wanted(office: Store, agreement: Agreement) -> None:
    spanish = {"title": "Acuerdo de prueba", "purpose": "Un propósito común"}
    for field, words in spanish.items():
        records.change_field(office, Agreement, agreement.id, f"{field}_translated", words)
    paper = {each: " ".join(texts(packets.packet(office, agreement.id, each, catalogue).data))
             for each in ("en", "es", "both")}
    english = agreement.title
    assert english in paper["en"] and spanish["title"] not in paper["en"]
    assert spanish["title"] in paper["es"] and english not in paper["es"]
    assert all(words in paper["both"] for words in (english, *spanish.values()))
    assert "the English text prevails" in paper["both"]
    assert "August 1, 2026" not in paper["es"]


def test_what_is_not_translated_is_listed_and_printed_as_written(
    office: Store, agreement: Agreement
) -> None:
    assert packets.missing_translations(office, agreement.id, "en") == ()
    records.change_field(office, Agreement, agreement.id, "title_translated", "Acuerdo")
    missing = packets.missing_translations(office, agreement.id, "both")
    fields = {(each.kind, each.field) for each in missing}
    assert ("agreement_service", "description") in fields and ("outcome", "statement") in fields
    assert ("agreement", "title") not in fields
    printed = packets.printed(office, agreement.id, "es", catalogue)
    assert "Homework help" in " ".join(texts(printed.pdf.data))
    assert printed.missing == packets.missing_translations(office, agreement.id, "es")


def test_placeholders_are_filled_and_those_that_cannot_be_are_named(
    office: Store, agreement: Agreement
) -> None:
    assert packets.unfilled(office, agreement.id) == []
    text = "Up to {amount} for {school}, {patner}, under {amended_number}."
    clause = Clause(agreement_id=agreement.id, position=99, heading="Odd", text=text)
    add(office, clause)
    found = [(each.code, each.values["name"]) for each in packets.unfilled(office, agreement.id)]
    assert sorted(found) == [
        ("sign.placeholder_empty", "amended_number"), ("sign.placeholder_empty", "school"),
        ("sign.placeholder_unknown", "patner"),
    ]
    paper = " ".join(texts(packets.packet(office, agreement.id, "", catalogue).data))
    assert "Up to $1,250.50 for ____" in paper and "{patner}" in paper


def test_a_site_plan_says_what_its_school_says_and_is_signed_by_its_principal(
    office: Store, agreement: Agreement
) -> None:
    with office.reading() as reader:
        link = reader.find(AgreementSchool, agreement_id=agreement.id)[0]
    records.change_field(office, AgreementSchool, link.id, "times", "Tuesdays, 3 to 5")
    plan = Exhibit(agreement_id=agreement.id, position=1, title="Plan", source="school",
                   school_id=link.school_id)
    add(office, plan, Clause(exhibit_id=plan.id, position=1, heading="H", text="At {school}."))
    paper = " ".join(texts(packets.packet(office, agreement.id, "", catalogue).data))
    for words in ("Tuesdays, 3 to 5", "At Lincoln Elementary.", "Pat Lee",
                  "What the agreement divides for every school"):
        assert words in paper
    assert paper.count("Sign here") == 3


def test_documents_are_merged_in_and_a_damaged_one_stops_nothing(
    office: Store, agreement: Agreement
) -> None:
    attached(office, agreement, "Proposal.pdf", foreign_pdf(2), 1)
    attached(office, agreement, "Map.png", picture(), 2)
    broken = attached(office, agreement, "Broken.pdf", b"%PDF-1.7 nothing", 3)
    printed = packets.printed(office, agreement.id, "", catalogue)
    assert [(each.code, each.values["name"], each.where) for each in printed.problems] == [
        ("enclosure.damaged", "Broken.pdf", broken.id)
    ]
    pages = texts(printed.pdf.data)
    assert printed.pdf.pages == len(pages)
    place = next(n for n, page in enumerate(pages) if "Exhibit A to agreement" in page)
    assert "Exhibit B to agreement" in pages[place + 3]
    assert "Exhibit C to agreement" in pages[place + 5]
    assert "enclosed separately" in pages[place + 5] and "Broken.pdf" in pages[place + 5]


def test_a_document_refused_while_printing_is_left_out_and_told(
    office: Store, agreement: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file may open and still not let its pages be taken."""
    from partner_desk.files.pdf import enclosing

    attached(office, agreement, "Whole.pdf", foreign_pdf(1), 1)
    bad = foreign_pdf(3)
    attached(office, agreement, "Odd.pdf", bad, 2)
    lay = enclosing._lay

    def refuse(pdf: Any, place: Any, source: Any) -> None:
        if place.data == bad:
            raise ValueError("a page like none other")
        lay(pdf, place, source)

    monkeypatch.setattr(enclosing, "_lay", refuse)
    printed = packets.printed(office, agreement.id, "", catalogue)
    assert [each.values["name"] for each in printed.problems] == ["Odd.pdf"]
    assert any("Whole.pdf" in page for page in texts(printed.pdf.data))


def test_every_page_bears_a_code_of_its_own(office: Store, agreement: Agreement) -> None:
    document = packets.describe(office, agreement.id, "", catalogue)
    assert document.stamp.code is not None
    code = page_code.parse(document.stamp.code(2, 9))
    with office.reading() as reader:
        mark = revisions.office_mark(reader)
    assert code == page_code.PageCode(mark, agreement.number, 1, True, 2, 9)


def test_a_revision_that_went_out_is_printed_as_the_very_bytes(
    office: Store, agreement: Agreement
) -> None:
    frozen = sending.freeze(office, agreement.id, TODAY, catalogue)
    first = packets.packet(office, agreement.id, "", catalogue)
    assert first.data == revisions.pdf_of(office, frozen)
    assert "not for signature" not in " ".join(texts(first.data))
    other = packets.packet(office, agreement.id, "both", catalogue)
    assert "not for signature" in texts(other.data)[0]
    records.change_field(office, Agreement, agreement.id, "purpose", "Another one")
    changed = texts(packets.packet(office, agreement.id, "", catalogue).data)
    assert "Revision 2" in changed[0] and "not for signature" in changed[0]


def test_the_routing_sheet_shows_where_the_paper_was(
    office: Store, agreement: Agreement
) -> None:
    step = RoutingStep(agreement_id=agreement.id, position=1, holder="Board of Riverside",
                       task="review", reached_on=date(2026, 8, 4))
    add(office, step)
    cover = texts(packets.packet(office, agreement.id, "", catalogue).data)[0]
    assert "Board of Riverside Review August 4, 2026" in cover


def test_the_paper_of_the_next_revision_begins_its_way_anew(office: Store) -> None:
    agreement = ready_agreement(office)
    sending.freeze(office, agreement.id, TODAY, catalogue)
    routing.hand_on(office, agreement.id, TODAY)
    records.change_field(office, Agreement, agreement.id, "purpose", "Another one")
    second = sending.freeze(office, agreement.id, TODAY, catalogue)
    cover = texts(revisions.pdf_of(office, second))[0]
    way = cover[cover.index("On its way"):]
    assert "Ana Ruiz Sign Dana Cole Sign East Office File the signed copy" in way
    assert str(TODAY.year) not in way.replace(agreement.number, "")


def test_an_agreement_that_is_gone_is_told(office: Store) -> None:
    with pytest.raises(EnvironmentProblem) as gone:
        packets.packet(office, "none", "", catalogue)
    assert gone.value.code == "record.gone"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where packets go; nothing is there yet."""
    made = tmp_path / "packets"
    made.mkdir()
    return made


@pytest.fixture
def three(office: Store, agreement: Agreement) -> list[str]:
    """Three agreements: one whose title no file may have, two that are called the same."""
    twins = [Agreement(partnership_id=agreement.partnership_id, number="2026-0077", title="Twin")
             for _ in range(2)]
    add(office, *twins, *(Signatory(agreement_id=each.id, name="A") for each in twins))
    records.change_field(office, Agreement, agreement.id, "title", 'Who? <a/b>: "x" …' + "é" * 200)
    return [agreement.id, *(each.id for each in twins)]


def test_many_packets_get_names_that_every_system_takes(
    office: Store, three: list[str], folder: Path
) -> None:
    steps: list[tuple[int, int | None]] = []
    found = print_many(office, [*three, "gone"], folder, "", catalogue,
                       lambda done, total: steps.append((done, total)))
    names = sorted(path.name for path in folder.iterdir())
    assert names == sorted(path.name for path in found.written)
    assert "2026-0077 Twin.pdf" in names and "2026-0077 Twin (2).pdf" in names
    long = next(name for name in names if "Who" in name)
    assert not set(long) & set('<>:"/\\|?*') and len(long.encode()) <= 124
    assert [(number, error.code) for number, error in found.failed] == [("gone", "record.gone")]
    assert steps[-1] == (4, 4) and steps == sorted(steps)
    assert all(path.read_bytes().startswith(b"%PDF") for path in found.written)


def test_further_processes_print_the_same_bytes(
    office: Store, three: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    attached(office, Agreement(id=three[0]), "Broken.pdf", b"%PDF-1.7 nothing", 1)
    print_many(office, three, here, "both", catalogue)
    monkeypatch.setattr(packet_series, "FEWEST", 2)
    found = print_many(office, three, there, "both", catalogue)
    assert found.failed == [] and len(found.written) == 3
    for path in found.written:
        assert path.read_bytes() == (here / path.name).read_bytes()


def test_a_full_disk_leaves_whole_files_and_tells_the_rest(
    office: Store, three: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from partner_desk.files import replacing

    settle, calls = replacing._settle, []

    def full(temporary: Path, path: Path) -> None:
        calls.append(path)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        settle(temporary, path)

    monkeypatch.setattr(replacing, "_settle", full)
    found = print_many(office, three, folder, "", catalogue)
    assert [path.name for path in found.written] == [each.name for each in folder.iterdir()]
    assert len(found.written) == 1
    assert [error.code for _, error in found.failed] == ["disk.full", "disk.full"]
    assert len(calls) == 2


def test_many_packets_stop_between_two(
    office: Store, three: list[str], folder: Path
) -> None:
    answers: Iterator[bool] = iter([False, True, True])
    found = print_many(office, three, folder, "", catalogue, cancelled=lambda: next(answers))
    assert len(found.written) == len(list(folder.iterdir())) == 1
    assert found.left == ["2026-0077", "2026-0077"] and found.failed == []


def test_a_folder_that_is_not_there_is_told_once_for_all(
    office: Store, three: list[str], tmp_path: Path
) -> None:
    found = print_many(office, three, tmp_path / "none", "", catalogue)
    assert {error.code for _, error in found.failed} == {"file.folder_missing"}
    assert len(found.failed) == 3 and found.written == []


@contextmanager
def unchanged(path: Path) -> Iterator[None]:
    before = path.read_bytes()
    yield
    assert path.read_bytes() == before


def test_a_refused_document_leaves_the_old_file(tmp_path: Path) -> None:
    from partner_desk.files.pdf.document import Document, Enclosure, Part

    path = tmp_path / "Old.pdf"
    path.write_bytes(b"old")
    document = Document("T", "en", "O", (Part("P", (Enclosure(b"%PDF-nothing"),)),))
    with unchanged(path):
        result = printing.print_to(document, path)
    assert result is not None and result[0] == "enclosure.damaged"


def test_amounts_are_totalled_by_payer_and_in_kind_stands_apart(
    office: Store, agreement: Agreement
) -> None:
    rows = [
        {"item": "a", "payer": "district", "amount": "0.10"},
        {"item": "b", "payer": "district", "amount": "0.20"},
        {"item": "c", "payer": "partner", "amount": "1000.01", "in_kind": True},
    ]
    records.update(office, "agreement", agreement.id, {"financial_responsibilities": rows})
    paper = " ".join(texts(packets.packet(office, agreement.id, "", catalogue).data))
    paper = paper.partition("Totals by payer")[2]
    assert "District $1,250.80 $0.00" in paper and "Partner $0.00 $1,000.01" in paper
