"""Scans that come home: every page goes to its agreement, is told, and can be taken back."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from partner_desk.files.scans import read
from partner_desk.model.agreements import Agreement, FiledPage, Revision
from partner_desk.model.errors import Cancelled, DeskError, EnvironmentProblem, InputError
from partner_desk.model.fields import Record
from partner_desk.model.history import Author, Operation
from partner_desk.model.office import Attachment
from partner_desk.model.page_code import PageCode
from partner_desk.services import attachments, drafting, packets, records, revisions, scans, sending
from partner_desk.services.scans import Arrived, Placed
from partner_desk.store.store import Store
from scan_paper import Print, Wear, as_scan, drawn, printed, worn
from tests.conftest import FakeClock
from tests.services.going_out import TODAY, catalogue, ready_agreement

LETTER_PAPER = (612.0, 792.0)


@dataclass(frozen=True)
class Out:
    """An agreement that went out, and the bytes of the paper."""

    agreement: Agreement
    revision: Revision
    pdf: bytes

    @property
    def pages(self) -> list[int]:
        return list(range(1, self.revision.pages + 1))


def send(office: Store, agreement: Agreement) -> Out:
    frozen = sending.freeze(office, agreement.id, TODAY, catalogue)
    return Out(agreement, frozen, revisions.pdf_of(office, frozen))


@pytest.fixture
def out(any_office: Store) -> Out:
    """A packet that went out, on each engine."""
    return send(any_office, ready_agreement(any_office))


@pytest.fixture
def sent(office: Store) -> Out:
    """A packet that went out of an office on a file."""
    return send(office, ready_agreement(office))


Scanner = Callable[..., Path]


@pytest.fixture
def scanner(tmp_path: Path) -> Scanner:
    """Puts pages of papers, counted from 1, into one PDF in the order given."""

    def scan(*parts: tuple[bytes, Sequence[int]], name: str = "scan.pdf") -> Path:
        path = tmp_path / name
        with pikepdf.Pdf.new() as made:
            for paper, pages in parts:
                with pikepdf.Pdf.open(BytesIO(paper)) as given:
                    for page in pages:
                        made.pages.append(given.pages[page - 1])
            made.save(path)
        return path

    return scan


def arrive(office: Store, *paths: Path) -> Arrived:
    return scans.arrive(office, paths)


def keep(office: Store, *paths: Path) -> list[Attachment]:
    return scans.keep(office, arrive(office, *paths), TODAY)


def home(office: Store, revision: Revision) -> dict[int, str | None]:
    """The scan in which each page of a revision came home."""
    with office.reading() as reader:
        found = reader.find(FiledPage, revision_id=revision.id)
    assert len({each.page for each in found}) == len(found)
    return {each.page: each.attachment_id for each in found}


def codes(office: Store, attachment: Attachment) -> list[PageCode | None]:
    """The codes of a kept scan, read back from its pages."""
    return [page.code for page in read(attachments.content(office, attachment)).pages]


def count(office: Store, kind: type[Record]) -> int:
    with office.reading() as reader:
        return len(reader.find(kind))


def written(office: Store) -> list[str]:
    """The codes of all change sets, the newest first."""
    with office.reading() as reader:
        return [each.code for each in reader.change_sets()]


def refusal(work: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as caught:
        work()
    return caught.value


def blank_letter() -> bytes:
    """A page of words without a code."""
    letter: bytes = as_scan(printed([Print("A letter to go with it", "")], LETTER_PAPER, 3))
    return letter


# A whole packet


def test_a_packet_comes_home_whole(any_office: Store, out: Out, scanner: Scanner) -> None:
    arrived = arrive(any_office, scanner((out.pdf, out.pages)))
    (pages,) = arrived.bundles
    assert (pages.number, pages.revision) == (out.agreement.number, 1)
    assert (pages.standing, pages.complete, pages.absent) == ("current", True, ())
    assert count(any_office, FiledPage) == 0  # Reading keeps nothing.

    before = len(written(any_office))
    (kept,) = scans.keep(any_office, arrived, TODAY)
    assert written(any_office)[0] == "scan.keep" and len(written(any_office)) == before + 1
    assert kept.agreement_id == out.agreement.id
    assert home(any_office, out.revision) == dict.fromkeys(out.pages, kept.id)
    with any_office.reading() as reader:
        mark = revisions.office_mark(reader)
    assert codes(any_office, kept) == [
        PageCode(mark, out.agreement.number, 1, False, page, len(out.pages)) for page in out.pages
    ]


def test_taken_back_all_is_as_before_and_the_file_can_be_filed_again(
    any_office: Store, out: Out, scanner: Scanner
) -> None:
    path = scanner((out.pdf, out.pages))
    before = any_office.digest()
    keep(any_office, path)
    undone = any_office.undo()
    assert undone is not None and undone.conflicts == ()
    assert any_office.digest() == before
    assert home(any_office, out.revision) == {} and count(any_office, Attachment) == 0

    (again,) = keep(any_office, path)
    assert home(any_office, out.revision) == dict.fromkeys(out.pages, again.id)
    any_office.undo()
    any_office.redo()
    assert set(home(any_office, out.revision)) == set(out.pages)


def test_a_scan_in_trash_is_not_home_and_may_come_again(
    any_office: Store, out: Out, scanner: Scanner
) -> None:
    path = scanner((out.pdf, out.pages))
    (first,) = keep(any_office, path)
    records.delete(any_office, Attachment, first.id)
    with any_office.reading() as reader:
        assert scans.absent_pages(reader, out.revision) == out.pages

    (pages,) = arrive(any_office, path).bundles
    assert (pages.home, pages.replaced, pages.complete) == (frozenset(), (), True)
    (again,) = keep(any_office, path)
    assert home(any_office, out.revision) == dict.fromkeys(out.pages, again.id)
    any_office.undo()
    any_office.undo()
    with any_office.reading() as reader:
        assert scans.absent_pages(reader, out.revision) == []
    assert home(any_office, out.revision) == dict.fromkeys(out.pages, first.id)


def test_paper_whose_sending_was_undone_is_not_taken_for_what_went_out_later(
    any_office: Store, out: Out, scanner: Scanner
) -> None:
    any_office.undo()
    records.change_field(any_office, Agreement, out.agreement.id, "purpose", "Another purpose")
    later = send(any_office, out.agreement)
    assert later.revision.pages == out.revision.pages
    (pages,) = arrive(any_office, scanner((out.pdf, out.pages))).bundles
    assert (pages.standing, pages.kept_in, pages.newest) == ("unknown", None, 2)


WEARS = (
    Wear(tilt=2.6, noise=9, specks=0.003, blur=0.6),
    Wear(tilt=-1.8, upside_down=True, shade=0.35, noise=5),
    Wear(ink=(70, 190), blur=0.9, shift=(14, -18)),
)


def test_a_poor_scan_shuffled_comes_home_upright_and_in_order(
    office: Store, sent: Out, tmp_path: Path
) -> None:
    chance = random.Random(7)
    sheets = [(page, worn(sheet, WEARS[page % 3], chance))
              for page, sheet in enumerate(drawn(sent.pdf), 1)]
    chance.shuffle(sheets)
    assert [page for page, _ in sheets] != sent.pages
    path = tmp_path / "poor.pdf"
    path.write_bytes(as_scan([sheet for _, sheet in sheets], quality=40))
    arrived = arrive(office, path)
    (pages,) = arrived.bundles
    assert pages.complete
    assert pages.found == {page: index for index, (page, _) in enumerate(sheets)}
    (kept,) = scans.keep(office, arrived, TODAY)
    again = read(attachments.content(office, kept)).pages
    assert [each.code.page if each.code else 0 for each in again] == sent.pages
    assert {each.turned for each in again} == {0}


def test_photos_of_the_pages_are_one_scan(office: Store, sent: Out, tmp_path: Path) -> None:
    paths = []
    for page, sheet in enumerate(drawn(sent.pdf), 1):
        paths.append(tmp_path / f"IMG_{20 - page:02}.jpg")
        sheet.rotate(90 * (page % 4), expand=True).save(paths[-1], quality=60)
    told: list[tuple[int, int | None]] = []
    arrived = scans.arrive(office, sorted(paths), lambda done, whole: told.append((done, whole)))
    assert arrived.bundles[0].complete
    assert told == sorted(told) and {whole for _, whole in told} == {len(paths)}
    (kept,) = scans.keep(office, arrived, TODAY)
    assert [code.page if code else 0 for code in codes(office, kept)] == sent.pages


# Pages missing, pages again


def test_what_is_missing_comes_in_a_second_scan(
    any_office: Store, out: Out, scanner: Scanner
) -> None:
    first = scanner((out.pdf, [1, 2, 4]), name="first.pdf")
    (pages,) = arrive(any_office, first).bundles
    rest = tuple(page for page in out.pages if page not in (1, 2, 4))
    assert (pages.complete, pages.absent) == (False, rest)
    (one,) = keep(any_office, first)
    with any_office.reading() as reader:
        assert scans.absent_pages(reader, out.revision) == list(rest)

    second = scanner((out.pdf, rest), name="second.pdf")
    (pages,) = arrive(any_office, second).bundles
    assert (pages.complete, pages.absent, pages.replaced) == (True, (), ())
    (two,) = keep(any_office, second)
    assert home(any_office, out.revision) == {
        page: two.id if page in rest else one.id for page in out.pages
    }
    with any_office.reading() as reader:
        assert scans.absent_pages(reader, out.revision) == []


def test_a_page_that_comes_again_takes_the_place_of_the_first(
    any_office: Store, out: Out, scanner: Scanner
) -> None:
    first = scanner((out.pdf, out.pages), name="first.pdf")
    (one,) = keep(any_office, first)
    better = scanner((out.pdf, [3]), name="better.pdf")
    (pages,) = arrive(any_office, better).bundles
    assert (pages.replaced, pages.absent, pages.complete) == ((3,), (), True)
    (two,) = keep(any_office, better)
    expected = dict.fromkeys(out.pages, one.id) | {3: two.id}
    assert home(any_office, out.revision) == expected
    assert count(any_office, Attachment) == 2  # The first scan stays a document of the agreement.

    # The first file again brings nothing new; above all it does not put the old page back.
    assert refusal(lambda: arrive(any_office, first)).code == "scan.filed_before"
    any_office.undo()
    assert home(any_office, out.revision) == dict.fromkeys(out.pages, one.id)


def test_the_same_page_twice_in_a_scan_is_filed_once(
    office: Store, sent: Out, scanner: Scanner
) -> None:
    path = scanner((sent.pdf, [1, 2, 2, 3]))
    (pages,) = arrive(office, path).bundles
    assert (pages.doubled, pages.found) == ((2,), {1: 0, 2: 1, 3: 3})
    (kept,) = keep(office, path)
    assert [code.page if code else 0 for code in codes(office, kept)] == [1, 2, 3]


def test_the_same_file_twice_is_refused_by_name(
    any_office: Store, out: Out, scanner: Scanner, tmp_path: Path
) -> None:
    path = scanner((out.pdf, [1, 2]))
    both = [arrive(any_office, path) for _ in range(2)]  # Two windows have it open.
    (kept,) = scans.keep(any_office, both[0], TODAY)
    before = any_office.digest()
    copy = tmp_path / "copy of it.pdf"
    copy.write_bytes(path.read_bytes())
    error = refusal(lambda: arrive(any_office, copy))
    assert (error.code, error.values) == (
        "scan.filed_before", {"name": "copy of it.pdf", "kept": kept.name}
    )
    assert refusal(lambda: scans.keep(any_office, both[1], TODAY)).code == "scan.filed_before"
    assert any_office.digest() == before


# Two packets, other revisions, other offices


def second_agreement(office: Store, first: Agreement) -> Agreement:
    """Another agreement with the same partner, ready to go out."""
    other = drafting.renew(office, first.id, TODAY)
    records.change_field(office, Agreement, other.id, "title", "Another one")
    return other


def test_two_packets_in_one_scan_part(any_office: Store, out: Out, scanner: Scanner) -> None:
    other = send(any_office, second_agreement(any_office, out.agreement))
    mixed = scanner((other.pdf, [2]), (out.pdf, out.pages), (other.pdf, [1]))
    arrived = arrive(any_office, mixed)
    assert [(each.number, each.complete, sorted(each.found)) for each in arrived.bundles] == [
        (out.agreement.number, True, out.pages), (other.agreement.number, False, [1, 2]),
    ]
    before = len(written(any_office))
    kept = scans.keep(any_office, arrived, TODAY)
    assert len(written(any_office)) == before + 1
    assert [each.agreement_id for each in kept] == [out.agreement.id, other.agreement.id]
    for paper, attachment in zip((out, other), kept, strict=True):
        numbers = {code.number for code in codes(any_office, attachment) if code}
        assert numbers == {paper.agreement.number}
    any_office.undo()
    assert count(any_office, FiledPage) == count(any_office, Attachment) == 0


def test_pages_of_an_outdated_revision_are_kept_with_it_and_told(
    office: Store, sent: Out, scanner: Scanner
) -> None:
    records.change_field(office, Agreement, sent.agreement.id, "purpose", "Another purpose")
    newer = send(office, sent.agreement)
    assert newer.revision.number == 2
    path = scanner((sent.pdf, [1]), (newer.pdf, newer.pages))
    old, new = arrive(office, path).bundles
    assert (old.revision, old.standing, old.newest, old.complete) == (1, "outdated", 2, False)
    assert (new.revision, new.standing, new.complete) == (2, "current", True)
    kept = keep(office, path)
    assert home(office, sent.revision) == {1: kept[0].id}
    assert home(office, newer.revision) == dict.fromkeys(newer.pages, kept[1].id)
    assert "r1" in kept[0].name and "r2" in kept[1].name


def test_a_draft_is_told_and_not_kept(office: Store, scanner: Scanner) -> None:
    agreement = ready_agreement(office)
    paper = packets.packet(office, agreement.id, "", catalogue)
    path = scanner((paper.data, range(1, paper.pages + 1)))
    before = office.digest()
    (pages,) = arrive(office, path).bundles
    assert (pages.standing, pages.kept_in, pages.complete) == ("draft", None, False)
    assert keep(office, path) == []
    assert office.digest() == before

    frozen = send(office, agreement)  # Out now; the draft's pages are still no signed ones.
    assert arrive(office, path).bundles[0].standing == "draft"
    assert keep(office, path) == [] and home(office, frozen.revision) == {}


def test_pages_of_another_office_stay_out(
    office: Store, sent: Out, empty_office: Path, tmp_path: Path, author: Author,
    clock: FakeClock, scanner: Scanner,
) -> None:
    place = tmp_path / "West.pdoffice"
    place.write_bytes(empty_office.read_bytes())
    west = Store.open(place, author, clock=clock)
    clock.jump(days=1)
    theirs = send(west, ready_agreement(west))
    west.close()
    assert theirs.agreement.number == sent.agreement.number  # Only the mark tells them apart.
    path = scanner((theirs.pdf, [1, 2]), (sent.pdf, [3]))
    arrived = arrive(office, path)
    assert arrived.foreign == (0, 1)
    assert [sorted(each.found) for each in arrived.bundles] == [[3]]
    keep(office, path)
    assert set(home(office, sent.revision)) == {3}


def test_an_agreement_in_trash_takes_no_pages_until_it_is_brought_back(
    office: Store, sent: Out, scanner: Scanner
) -> None:
    path = scanner((sent.pdf, sent.pages))
    records.delete(office, Agreement, sent.agreement.id)
    before = office.digest()
    (pages,) = arrive(office, path).bundles
    assert (pages.standing, pages.kept_in) == ("unknown", None)
    assert keep(office, path) == []
    assert office.digest() == before
    records.bring_back(office, Agreement, sent.agreement.id)
    assert arrive(office, path).bundles[0].complete


def code_page(office: Store, number: str, revision: int, pages: int) -> bytes:
    """A page of this office whose code says something else than any page that went out."""
    with office.reading() as reader:
        mark = revisions.office_mark(reader)
    code = PageCode(mark, number, revision, False, 1, pages)
    page: bytes = as_scan(printed([Print("Page", code.text)], LETTER_PAPER, 1))
    return page


@pytest.mark.parametrize("other", ["number", "revision", "count"])
def test_codes_of_papers_that_never_went_out_are_unknown(
    office: Store, sent: Out, tmp_path: Path, other: str
) -> None:
    number = "1999-0815" if other == "number" else sent.agreement.number
    revision, pages = 1 + (other == "revision"), len(sent.pages) + (other == "count")
    path = tmp_path / "scan.pdf"
    path.write_bytes(code_page(office, number, revision, pages))
    (found,) = arrive(office, path).bundles
    assert (found.standing, found.kept_in) == ("unknown", None)
    assert keep(office, path) == [] and home(office, sent.revision) == {}


def renumber(office: Store, agreement: Agreement, number: str) -> None:
    """Give a number as no form does: as an older program or another office's data might."""
    with office.writing(Operation("test.number")) as work:
        work.change(Agreement, agreement.id, number=number)


def test_pages_find_an_agreement_whose_number_was_changed(
    office: Store, sent: Out, scanner: Scanner
) -> None:
    renumber(office, sent.agreement, "2026-7000")
    path = scanner((sent.pdf, sent.pages))
    (pages,) = arrive(office, path).bundles
    assert (pages.standing, pages.kept_in) == ("current", sent.revision)
    keep(office, path)
    assert set(home(office, sent.revision)) == set(sent.pages)


def test_pages_of_an_old_number_never_go_to_who_has_it_now(
    office: Store, sent: Out, scanner: Scanner
) -> None:
    number = sent.agreement.number
    other = second_agreement(office, sent.agreement)
    renumber(office, sent.agreement, "2026-7000")
    renumber(office, other, number)
    keep(office, scanner((sent.pdf, sent.pages)))
    assert set(home(office, sent.revision)) == set(sent.pages)

    twin = send(office, other)  # Now two papers bear the same codes: a person has to decide.
    assert len(twin.pages) == len(sent.pages)
    arrived = arrive(office, scanner((twin.pdf, [1]), name="twin.pdf"))
    assert [each.kept_in for each in arrived.bundles] == [None]
    assert home(office, twin.revision) == {}


# Pages without a code


def test_a_page_without_a_code_is_placed_by_hand(
    office: Store, sent: Out, scanner: Scanner
) -> None:
    path = scanner((sent.pdf, sent.pages[:-1]), (blank_letter(), [1]))
    arrived = arrive(office, path)
    last = sent.pages[-1]
    assert arrived.no_code == (last - 1,) and arrived.bundles[0].absent == (last,)

    def place(number: str, page: int) -> Arrived:
        return scans.place_by_hand(office, arrived, {last - 1: Placed(number, page)})

    for number, page, code in (
        ("1999-0001", 1, "agreement.unknown_number"),
        (sent.agreement.number, 0, "scan.no_such_page"),
        (sent.agreement.number, last + 1, "scan.no_such_page"),
    ):
        assert refusal(partial(place, number, page)).code == code
    placed = place(f" {sent.agreement.number} ", last)
    assert placed.no_code == () and placed.bundles[0].complete
    (kept,) = scans.keep(office, placed, TODAY)
    assert home(office, sent.revision) == dict.fromkeys(sent.pages, kept.id)
    assert codes(office, kept)[-1] is None
    error = refusal(lambda: arrive(office, path))  # Nobody is asked twice where it belongs.
    assert (error.code, error.values["kept"]) == ("scan.filed_before", kept.name)
    assert arrived.no_code == (last - 1,)  # What was read first is as it was.


def test_a_page_is_not_placed_in_a_paper_that_never_went_out(
    office: Store, sent: Out, scanner: Scanner
) -> None:
    draft = second_agreement(office, sent.agreement)
    arrived = arrive(office, scanner((blank_letter(), [1])))
    error = refusal(lambda: scans.place_by_hand(office, arrived, {0: Placed(draft.number, 1)}))
    assert (error.code, error.values) == ("scan.nothing_out", {"number": draft.number})


def test_a_page_left_alone_can_be_placed_when_the_file_comes_again(
    office: Store, sent: Out, scanner: Scanner
) -> None:
    path = scanner((sent.pdf, sent.pages[:-1]), (blank_letter(), [1]))
    (first,) = keep(office, path)
    again = arrive(office, path)
    last = sent.pages[-1]
    assert (again.no_code, again.kept_before) == ((last - 1,), first.name)
    assert scans.keep(office, again, TODAY) == []  # What is home already is not kept twice.
    placed = scans.place_by_hand(office, again, {last - 1: Placed(sent.agreement.number, last)})
    (second,) = scans.keep(office, placed, TODAY)
    assert home(office, sent.revision) == {
        **dict.fromkeys(sent.pages[:-1], first.id), last: second.id
    }


def test_pages_not_known_then_are_filed_when_the_file_comes_again(
    office: Store, sent: Out, scanner: Scanner
) -> None:
    other = send(office, second_agreement(office, sent.agreement))
    path = scanner((sent.pdf, sent.pages), (other.pdf, [1, 2]))
    records.delete(office, Agreement, other.agreement.id)
    keep(office, path)
    records.bring_back(office, Agreement, other.agreement.id)
    (kept,) = keep(office, path)
    assert home(office, other.revision) == {1: kept.id, 2: kept.id}
    assert refusal(lambda: arrive(office, path)).code == "scan.filed_before"


# While it is read, and afterwards


def test_reading_is_told_and_can_be_stopped(office: Store, sent: Out, scanner: Scanner) -> None:
    path = scanner((sent.pdf, sent.pages))
    told: list[tuple[int, int | None]] = []
    scans.arrive(office, [path], lambda done, whole: told.append((done, whole)))
    assert told == [(done, len(sent.pages)) for done in range(len(sent.pages) + 1)]

    answers = iter([False, False, True])
    before = office.digest()
    with pytest.raises(Cancelled):
        scans.arrive(office, [path], cancelled=lambda: next(answers))
    assert office.digest() == before and count(office, Attachment) == 0


def test_an_office_open_to_read_shows_a_scan_and_keeps_nothing(
    office: Store, sent: Out, scanner: Scanner, office_path: Path, author: Author
) -> None:
    path = scanner((sent.pdf, sent.pages))
    reading = Store.open(office_path, author, read_only=True)
    try:
        arrived = arrive(reading, path)
        assert arrived.bundles[0].complete
        with pytest.raises(EnvironmentProblem) as caught:
            scans.keep(reading, arrived, TODAY)
    finally:
        reading.close()
    assert caught.value.code == "office.opened_read_only"
    assert home(office, sent.revision) == {}


@pytest.mark.parametrize(
    ("gone", "code"), [("undone", "scan.nothing_out"), ("trash", "agreement.unknown_number")]
)
def test_what_went_away_while_a_person_looked_takes_no_pages(
    any_office: Store, out: Out, scanner: Scanner, gone: str, code: str
) -> None:
    arrived = arrive(any_office, scanner((out.pdf, out.pages)))
    if gone == "undone":
        any_office.undo()
    else:
        records.delete(any_office, Agreement, out.agreement.id)
    before = any_office.digest()
    with pytest.raises(InputError) as caught:
        scans.keep(any_office, arrived, TODAY)
    assert caught.value.code == code
    assert any_office.digest() == before


def test_a_page_to_look_at_is_drawn_no_larger_than_wanted(
    office: Store, sent: Out, scanner: Scanner
) -> None:
    arrived = arrive(office, scanner((sent.pdf, [1])))
    shown = Image.open(BytesIO(scans.picture(arrived, 0, 320)))
    assert max(shown.size) == 320
    assert shown.height > shown.width
