"""What goes wrong on an agreement's way: told in a sentence, the rest goes on, nothing is lost."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from partner_desk.files.catalogue import Catalogue
from partner_desk.model.agreements import (
    Agreement,
    Clause,
    FinancialResponsibility,
    Revision,
    Signatory,
)
from partner_desk.model.errors import DeskError, InputError, Problem
from partner_desk.model.history import Operation
from partner_desk.services import (
    agreements,
    drafting,
    packets,
    records,
    revisions,
    sending,
    signing,
)
from partner_desk.services.packet_series import PrintedMany, print_many
from partner_desk.store.store import Store
from partner_desk.ui.sentences import problem_sentence
from tests.services.going_out import TODAY, catalogue, ready_agreement, signatories

HOSTILE = '<b>&"</b> <img src=x> &lt; =1+1 %s {} {{{{ }} {0} {a.b} {!r} \\u0041 <para>'
AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root"
)


@pytest.fixture
def agreement(office: Store) -> Agreement:
    return ready_agreement(office)


def words_of(data: bytes) -> str:
    pages = PdfReader(BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def printed(office: Store, agreement: Agreement) -> str:
    return words_of(packets.packet(office, agreement.id, "", catalogue).data)


def sentence(problem: Problem | DeskError, language: str = "en") -> str:
    words = problem_sentence(problem.code, problem.values, Catalogue(language).text)
    assert words != problem.code, f"no sentence for {problem.code}"
    assert words[-1] in ".:", words
    return words


def refused(work: Callable[[], object]) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        work()
    assert all(sentence(each) for each in caught.value.problems)
    return caught.value.problems


def add_clause(office: Store, agreement: Agreement, heading: str, text: str) -> Clause:
    made = records.add_child(
        office, Clause, "agreement_id", agreement, {"heading": heading, "text": text}
    )
    assert isinstance(made, Clause)
    return made


def send(office: Store, agreement: Agreement) -> Revision:
    return sending.freeze(office, agreement.id, TODAY, catalogue)


# Clauses


def test_a_clause_with_markup_is_printed_to_the_letter(
    office: Store, agreement: Agreement
) -> None:
    made = add_clause(office, agreement, f"Head {HOSTILE}", f"Text {HOSTILE}")
    paper = printed(office, agreement)
    assert f"Head {HOSTILE}" in paper and f"Text {HOSTILE}" in paper
    with office.reading() as reader:
        kept = reader.get(Clause, made.id)
    assert kept == made


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_misspelt_placeholder_keeps_the_paper_back_and_is_named(
    office: Store, agreement: Agreement, language: str
) -> None:
    add_clause(office, agreement, "Notices <b>&", "To {partnr} and {partner}.")
    (problem,) = refused(lambda: send(office, agreement))
    assert problem.code == "sign.placeholder_unknown"
    words = sentence(problem, language)
    assert "{partnr}" in words and "Notices <b>&" in words
    assert "To {partnr} and River Club." in printed(office, agreement)  # The draft shows it.
    office.undo()
    assert send(office, agreement).number == 1


def test_a_placeholder_without_data_is_told_and_leaves_a_line(
    office: Store, agreement: Agreement
) -> None:
    add_clause(office, agreement, "Place", "At {school}, under {amended_number}.")
    told = packets.unfilled(office, agreement.id)
    assert {(each.code, each.values["name"]) for each in told} == {
        ("sign.placeholder_empty", "school"), ("sign.placeholder_empty", "amended_number"),
    }
    assert all("Place" in sentence(each) for each in told)
    paper = printed(office, agreement)
    assert "At ____" in paper and "{school}" not in paper


# The term and the number


def test_a_term_that_ends_before_it_begins_is_a_draft_and_no_more(
    office: Store, agreement: Agreement
) -> None:
    records.change_field(office, Agreement, agreement.id, "ends_on", "06/30/2020")
    (problem,) = refused(lambda: send(office, agreement))
    assert (problem.code, problem.field) == ("sign.term_reversed", "ends_on")
    assert "June 30, 2020" in printed(office, agreement)
    with office.reading() as reader:
        now = reader.get(Agreement, agreement.id)
        assert now is not None and (now.status, now.ends_on) == ("draft", date(2020, 6, 30))
        assert revisions.revisions(reader, agreement.id) == []
    renewal = drafting.renew(office, agreement.id, TODAY)
    assert renewal.starts_on and renewal.ends_on and renewal.starts_on < renewal.ends_on


def test_a_number_that_two_have_keeps_the_paper_back(
    office: Store, agreement: Agreement
) -> None:
    other = drafting.renew(office, agreement.id, TODAY)
    with office.writing(Operation("test.number")) as work:  # As no form does.
        work.change(Agreement, other.id, number=agreement.number)
    (problem,) = refused(lambda: send(office, agreement))
    assert (problem.code, problem.field) == ("sign.number_taken", "number")
    assert printed(office, agreement)
    office.undo()
    assert send(office, agreement).number == 1


@pytest.mark.parametrize("number", ["", "2026-0002"])
def test_a_number_that_stands_on_paper_stays(
    office: Store, agreement: Agreement, number: str
) -> None:
    assert drafting.renew(office, agreement.id, TODAY).number == "2026-0002"
    before = office.digest()
    (problem,) = refused(lambda: records.change_field(
        office, Agreement, agreement.id, "number", number
    ))
    assert problem.field == "number"
    assert office.digest() == before


# Money


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("1,250.50", "1250.50"), (" $1,250.5 ", "1250.50"), ("1 250.50", "1250.50"),
        ("$ 12", "12.00"), ("0", "0.00"), ("1,234,567.89", "1234567.89"), (".5", "0.50"),
        ("12.", "12.00"), ("", "None"), ("1250,50", None), ("1.250,50", None), ("12.345", None),
        ("1,25", None), ("12,34.5", None), ("1e3", None), ("twelve", None), ("12.3.4", None),
        ("NaN", None), ("Infinity", None), ("9" * 30, None), ("--5", None), ("=1+1", None),
    ],
)
def test_money_is_exact_or_refused_beside_its_field(
    office: Store, agreement: Agreement, typed: str, stored: str | None
) -> None:
    with office.reading() as reader:
        row = reader.find(FinancialResponsibility, agreement_id=agreement.id)[0]

    def change() -> FinancialResponsibility:
        return records.change_field(office, FinancialResponsibility, row.id, "amount", typed)

    if stored is not None:
        assert str(change().amount) == stored
        return
    before = office.digest()
    (problem,) = refused(change)
    assert problem.field == "amount" and typed in sentence(problem)
    assert office.digest() == before


def test_amounts_add_up_to_the_cent(office: Store, agreement: Agreement) -> None:
    amounts = ["0.10", "0.20", "33.33", "33.33", "33.34", "999,999,999.99"]
    rows = [{"item": f"Item {each}", "payer": "partner", "amount": each} for each in amounts]
    records.update(office, "agreement", agreement.id, {"financial_responsibilities": rows})
    totals = {each.payer: each.money for each in agreements.totals(office, agreement.id)}
    assert totals["partner"] == Decimal("1000000100.29")
    assert "$1,000,000,100.29" in printed(office, agreement)


# Signatures


def test_who_signed_one_revision_has_not_signed_the_next(
    office: Store, agreement: Agreement
) -> None:
    send(office, agreement)
    who = signatories(office, agreement.id)
    signing.confirm(office, agreement.id, {who["partner"].id: TODAY}, TODAY)
    records.change_field(office, Agreement, agreement.id, "purpose", "Something else")
    assert send(office, agreement).number == 2
    assert [each.signed_on for each in signatories(office, agreement.id).values()] == [None, None]
    half = signing.confirm(office, agreement.id, {who["district"].id: TODAY}, TODAY)
    assert half.status == "out_for_signature"
    whole = signing.confirm(office, agreement.id, {who["partner"].id: TODAY}, TODAY)
    assert whole.status == "active"


def test_one_signature_that_cannot_be_keeps_all_of_them_back(
    office: Store, agreement: Agreement
) -> None:
    send(office, agreement)
    who = signatories(office, agreement.id)
    before = office.digest()
    signed = {who["partner"].id: TODAY, who["district"].id: TODAY + timedelta(days=1)}
    (problem,) = refused(lambda: signing.confirm(office, agreement.id, signed, TODAY))
    assert (problem.code, problem.values["name"]) == ("sign.in_future", "Dana Cole")
    assert office.digest() == before
    nobody = {"someone": TODAY}
    signing.confirm(office, agreement.id, nobody, TODAY)
    assert office.digest() == before


def test_an_agreement_nobody_is_named_to_sign_does_not_become_active(
    office: Store, agreement: Agreement
) -> None:
    send(office, agreement)
    who = signatories(office, agreement.id)
    for each in who.values():
        records.change_field(office, Signatory, each.id, "name", "")
    before = office.digest()
    signed = {each.id: TODAY for each in who.values()}
    problems = refused(lambda: signing.confirm(office, agreement.id, signed, TODAY))
    assert [(each.code, each.values["party"]) for each in problems] == [
        ("sign.no_signatory", "partner"), ("sign.no_signatory", "district")
    ]
    assert office.digest() == before


# Disks and folders


@contextmanager
def mounted(*words: str, on: Path) -> Iterator[None]:
    if subprocess.run(["mount", *words, str(on)], capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(on)], check=True)


def hundred(office: Store, agreement: Agreement) -> list[str]:
    others = [
        Agreement(partnership_id=agreement.partnership_id, number=f"2027-{place:04}",
                  title=f"Agreement {place}", purpose="A purpose. " * 40)
        for place in range(99)
    ]
    with office.writing(Operation("test.hundred")) as work:
        work.add_many(others)
    return [agreement.id, *(each.id for each in others)]


def whole_files(folder: Path, found: PrintedMany) -> None:
    """All that was written is there and can be read; nothing else is."""
    assert sorted(found.written) == sorted(folder.iterdir())
    for path in found.written:
        assert "Signatures" in words_of(path.read_bytes())


@AS_ROOT
def test_a_disk_that_fills_up_in_the_middle_of_a_hundred_packets(
    office: Store, agreement: Agreement, tmp_path: Path
) -> None:
    folder = tmp_path / "packets"
    folder.mkdir()
    wanted = hundred(office, agreement)
    before = office.digest()
    with mounted("-t", "tmpfs", "-o", "size=600k", "tmpfs", on=folder):
        found = print_many(office, wanted, folder, "", catalogue)
        assert len(found.written) + len(found.failed) == 100 and found.left == []
        assert 1 < len(found.written) < 60
        assert {error.code for _, error in found.failed} == {"disk.full"}
        assert all(sentence(error) for _, error in found.failed)
        whole_files(folder, found)

        subprocess.run(["mount", "-o", "remount,size=64m", str(folder)], check=True)
        numbers = {number for number, _ in found.failed}
        with office.reading() as reader:
            rest = [each.id for each in reader.find(Agreement) if each.number in numbers]
        again = print_many(office, rest[:5], folder, "", catalogue)
        assert len(again.written) == 5 and again.failed == []
    assert office.digest() == before


@AS_ROOT
def test_a_folder_without_rights_takes_no_packet_and_says_so(
    office: Store, agreement: Agreement, tmp_path: Path
) -> None:
    folder = tmp_path / "packets"
    folder.mkdir()
    with mounted("--bind", str(folder), on=folder):
        subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
        found = print_many(office, [agreement.id], folder, "", catalogue)
        assert list(folder.iterdir()) == [] == found.written
    ((number, error),) = found.failed
    assert (number, error.code) == (agreement.number, "file.no_permission")
    assert str(folder) in sentence(error)


@AS_ROOT
def test_a_file_that_may_not_be_replaced_stays_and_the_others_are_written(
    office: Store, agreement: Agreement, tmp_path: Path
) -> None:
    other = drafting.renew(office, agreement.id, TODAY)
    (first, second) = print_many(
        office, [agreement.id, other.id], tmp_path / ".", "", catalogue
    ).written
    first.write_bytes(b"the signed copy")
    second.write_bytes(b"old")
    with mounted("--bind", str(first), on=first):
        subprocess.run(["mount", "-o", "remount,ro,bind", str(first)], check=True)
        found = print_many(office, [agreement.id, other.id], first.parent, "", catalogue)
    assert found.written == [second] and second.read_bytes().startswith(b"%PDF")
    ((number, error),) = found.failed
    assert (number, error.code) == (agreement.number, "file.in_use")
    assert first.name in sentence(error)
    assert first.read_bytes() == b"the signed copy"


def test_a_hostile_number_and_title_make_a_file_inside_the_folder(
    office: Store, agreement: Agreement, tmp_path: Path
) -> None:
    folder = tmp_path / "packets"
    folder.mkdir()
    for title in ("../../out", "/etc/x", "CON", "a\nb\tc", "\u202egnp.exe", "é" * 200, "..."):
        with office.writing(Operation("test.name")) as work:
            work.change(Agreement, agreement.id, number="../1", title=title)
        found = print_many(office, [agreement.id], folder, "", catalogue)
        (path,) = found.written
        assert path.resolve().parent == folder.resolve()
    assert all(each.parent == folder for each in folder.rglob("*"))
    others = {each.name.partition("-")[0] for each in tmp_path.iterdir()}
    assert others == {"Office.pdoffice", "packets"}
