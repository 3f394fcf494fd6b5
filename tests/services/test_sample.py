"""The sample office: as large as promised, valid, the same in both languages, and keepable."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pypdf import PdfReader

from partner_desk.files.catalogue import Catalogue
from partner_desk.files.library import shipped
from partner_desk.model.agreements import (
    AGREEMENT_INSTRUMENTS,
    CLAUSE_STATES,
    STATUSES,
    Agreement,
    AgreementSchool,
    AgreementService,
    Clause,
    Exhibit,
    FinancialResponsibility,
)
from partner_desk.model.categories import Category
from partner_desk.model.compliance import PaperKind
from partner_desk.model.errors import InputError
from partner_desk.model.evaluations import (
    QUESTION_KINDS,
    Answer,
    EvaluationForm,
    Question,
    Response,
)
from partner_desk.model.fields import Record
from partner_desk.model.history import Author, Operation
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.model.organizations import SECTORS, Organization
from partner_desk.model.partners import PARTNERSHIP_TYPES, STAGES, Need, Partnership, School
from partner_desk.model.queries import ListQuery
from partner_desk.model.resources import Service
from partner_desk.services import packets
from partner_desk.services.authority import refusals
from partner_desk.services.compliance import standing
from partner_desk.services.evaluations import read_answer
from partner_desk.services.papers import ensure_kinds
from partner_desk.services.sample import LANGUAGES, day_named, fill, sample_records, sample_rows
from partner_desk.services.today import today_list
from partner_desk.store.store import Store

R = TypeVar("R", bound=Record)
TODAY = date(2026, 11, 22)


@pytest.fixture(params=LANGUAGES)
def records(request: pytest.FixtureRequest) -> list[Record]:
    return sample_records(request.param, TODAY)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.create(tmp_path / "sample.pdoffice", Author("Teresa", "front desk"))
    yield made
    made.close()


def _of(records: list[Record], entity: type[R]) -> list[R]:
    return [each for each in records if isinstance(each, entity)]


def test_it_is_as_large_as_promised(records: list[Record]) -> None:
    counts = Counter(each.kind for each in records)
    assert counts["school"] == 25
    assert counts["service"] == 120
    following = [each for each in _of(records, Agreement) if each.amends_id or each.renews_id]
    assert counts["agreement"] - len(following) == 15
    assert len(following) == 2
    assert counts["form"] == 4
    assert len({each.organization_id for each in _of(records, Partnership)}) == 40
    assert 50 <= len({each.organization_id for each in _of(records, Service)}) <= 60
    assert len(_of(records, Category)) == 73
    assert len(_of(records, Need)) == 34
    per_form = Counter(each.form_id for each in _of(records, Response))
    assert set(per_form) == {each.id for each in _of(records, EvaluationForm)}
    assert all(11 <= count <= 14 for count in per_form.values())


def test_every_state_and_type_occurs(records: list[Record]) -> None:
    def words(options: tuple[Any, ...]) -> set[str]:
        return {each.value for each in options}

    assert {each.status for each in _of(records, Agreement)} == words(STATUSES)
    assert {each.stage for each in _of(records, Partnership)} == words(STAGES)
    assert {each.type for each in _of(records, Partnership)} - {""} == words(PARTNERSHIP_TYPES)
    assert {each.sector for each in _of(records, Organization)} == words(SECTORS)
    kinds = {each.answer_kind for each in _of(records, Question)}
    assert kinds == words(QUESTION_KINDS)


def test_a_type_always_has_its_reason(records: list[Record]) -> None:
    assert all(each.type_reason for each in _of(records, Partnership) if each.type)


def test_every_reference_leads_to_a_record_that_comes_before(records: list[Record]) -> None:
    seen: dict[str, str] = {}
    for record in records:
        for each in type(record).declarations.values():
            target = getattr(record, each.name) if each.target else None
            if target:
                assert seen.get(target) == each.target, (record.kind, each.name, record.caption)
        assert record.id not in seen
        seen[record.id] = record.kind


def test_a_child_has_exactly_one_owner(records: list[Record]) -> None:
    for record in records:
        owners = [getattr(record, each.name) for each in type(record).owner_fields()]
        assert not owners or sum(bool(each) for each in owners) == 1, record


def test_no_shorthand_is_left_in_a_text(records: list[Record]) -> None:
    for record in records:
        for value in record.packed().values():
            text = str(value)
            assert "@date" not in text and "||" not in text
            assert not text.startswith("@")


def test_every_answer_is_one_its_question_takes(records: list[Record]) -> None:
    questions = {each.id: each for each in _of(records, Question)}
    answers = _of(records, Answer)
    assert len(answers) > 300
    for each in answers:
        assert each.question_id
        assert read_answer(questions[each.question_id], each.value) == each.value


def test_complete_responses_answer_what_is_required(records: list[Record]) -> None:
    answered = {(each.response_id, each.question_id) for each in _of(records, Answer)}
    questions = [each for each in _of(records, Question) if each.required]
    responses = _of(records, Response)
    assert {each.complete for each in responses} == {True, False}
    for response in responses:
        wanted = {(response.id, each.id) for each in questions if each.form_id == response.form_id}
        assert (wanted <= answered) is response.complete


def test_agreements_have_numbers_clauses_and_exact_money(records: list[Record]) -> None:
    agreements = _of(records, Agreement)
    assert len({each.number for each in agreements}) == len(agreements)
    assert all(re.fullmatch(r"20\d\d-\d{4}(-A1)?", each.number) for each in agreements)
    assert all(each.number.endswith("-A1") is bool(each.amends_id) for each in agreements)
    clauses = _of(records, Clause)
    templates = {each.id: each.template for each in agreements}
    templates |= {each.id: each.template for each in _of(records, Exhibit)}
    for owner_id, template in templates.items():
        own = [each.key for each in clauses if owner_id in (each.agreement_id, each.exhibit_id)]
        assert tuple(own) == shipped().template(template).clauses, template
    assert all(each.heading and each.text for each in clauses)
    assert all(each.heading_translated and each.text_translated for each in clauses)
    assert {each.status for each in clauses} == {each.value for each in CLAUSE_STATES}
    money = _of(records, FinancialResponsibility)
    assert {each.in_kind for each in money} == {True, False}
    assert all(each.amount is not None and each.amount.as_tuple().exponent == -2
               for each in money)


def test_terms_and_signatures_agree_with_the_status(records: list[Record]) -> None:
    signed = {"active", "expired", "terminated", "superseded"}
    for each in _of(records, Agreement):
        assert bool(each.signed_on) is (each.status in signed), each.title
        if each.starts_on and each.ends_on:
            assert each.starts_on < each.ends_on
        if each.status == "active":
            assert each.starts_on and each.ends_on
            assert each.starts_on <= TODAY <= each.ends_on
        if each.status == "expired":
            assert each.ends_on and each.ends_on < TODAY


def test_names_of_many_scripts_and_telephones_nobody_has(records: list[Record]) -> None:
    text = "\n".join(str(each.packed()) for each in records)
    for script in ("\u1780-\u17ff", "\u0e80-\u0eff", "\u0600-\u06ff"):
        assert re.search(f"[{script}]", text)
    for name in ("Trần Quốc Bảo", "João Conceição", "Peña Núñez", "Halvorsen & Daughters"):
        assert name in text
    phones = [each for each in records if each.kind == "phone"]
    assert phones and all(re.fullmatch(r"\(\d{3}\) 555-01\d\d", each.caption) for each in phones)
    hosts = re.findall(r"@([\w.-]+)", text)
    assert hosts and all(host.endswith(".example.org") for host in hosts)


def test_agreements_have_all_that_a_packet_can_hold(records: list[Record]) -> None:
    agreements = _of(records, Agreement)
    instruments = {each.instrument for each in agreements}
    assert instruments == {each.value for each in AGREEMENT_INSTRUMENTS} - {"other"}
    exhibits = _of(records, Exhibit)
    assert {each.template for each in exhibits} == {"site_plan", "space_use", "data_sharing"}
    schools = {(each.agreement_id, each.school_id): each for each in _of(records, AgreementSchool)}
    plans = [schools[each.agreement_id, each.school_id] for each in exhibits if each.school_id]
    assert len(plans) == 2
    assert all(each.contact and each.times and each.space and each.grades for each in plans)
    rows = [each for each in _of(records, AgreementService) if each.school_id]
    assert rows and all((each.agreement_id, each.school_id) in schools for each in rows)


def test_what_is_translated_is_so_in_whole(records: list[Record]) -> None:
    translated = [each for each in _of(records, Agreement) if each.title_translated]
    assert len(translated) == 4
    assert "both" in {each.paper_language for each in translated}
    wanted = {each.id for each in translated}
    for row in _of(records, AgreementService):
        for name in ("description", "place", "frequency"):
            other = getattr(row, f"{name}_translated")
            assert bool(other) is bool(row.agreement_id in wanted and getattr(row, name)), row


def test_papers_are_in_every_state_and_those_who_sign_may(store: Store) -> None:
    fill(store, "en", TODAY)
    with store.reading() as reader:
        agreements = reader.find(Agreement)
        states = {each.state for agreement in agreements
                  for each in standing(reader, agreement, TODAY)}
        refused = [each for agreement in agreements if agreement.status == "out_for_signature"
                   for each in refusals(reader, agreement, TODAY)]
    assert states == {"missing", "expired", "insufficient", "not_verified", "lapses_in_term",
                      "lapsing", "held", "waived"}
    assert refused == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_residencies_print_in_both_languages(store: Store, language: str) -> None:
    fill(store, language, TODAY)
    with store.reading() as reader:
        agreement = next(each for each in reader.find(Agreement) if each.paper_language == "both")
    printed = packets.printed(store, agreement.id, "", lambda code: Catalogue(code).text)
    assert printed.missing == ()
    text = "".join(each.extract_text() for each in PdfReader(BytesIO(printed.pdf.data)).pages)
    assert agreement.number in text
    assert printed.pdf.pages > 10


def test_kinds_of_papers_that_are_there_stay_as_they_are(store: Store) -> None:
    ensure_kinds(store)
    with store.writing(Operation("test.edit")) as work:
        kind = work.find(PaperKind)[0]
        work.change(PaperKind, kind.id, name="Our own words", valid_months=7)
    assert fill(store, "es", TODAY) > 2000
    with store.reading() as reader:
        kept = reader.get(PaperKind, kind.id)
        assert len(reader.find(PaperKind)) == 7
    assert kept and (kept.name, kept.valid_months) == ("Our own words", 7)


def _shape(value: Any) -> Any:
    """What must be the same in both languages: names, refs, numbers, not the words."""
    if isinstance(value, dict):
        return {name: value[name] if name in _CODES else _shape(value[name]) for name in value}
    if isinstance(value, list):
        return [_shape(each) for each in value]
    refers = isinstance(value, str) and value.startswith("@")
    return value if refers or not isinstance(value, str) else "text"


_CODES = frozenset(
    {
        "ref", "stage", "type", "status", "sector", "key", "template", "party", "answer_kind",
        "number", "amount", "assured_date", "starts_on", "ends_on", "signed_on", "answered_on",
        "byday", "opens_at", "closes_at", "ein", "nces_id", "about", "source", "instrument",
        "clause_status", "translated", "task", "decision", "reached_on", "done_on", "issued_on",
        "expires_on", "verified_on", "received_on", "coverage", "up_to", "per_occurrence",
    }
)


def test_both_languages_tell_the_same_office() -> None:
    english, spanish = sample_rows("en"), sample_rows("es")
    assert [_shape(row) for _, row in english] == [_shape(row) for _, row in spanish]
    assert [kind for kind, _ in english] == [kind for kind, _ in spanish]


def test_the_spanish_office_is_told_in_spanish() -> None:
    def texts(language: str) -> list[str]:
        found = []
        for each in sample_records(language, TODAY):
            if isinstance(each, Service | Organization | EvaluationForm):
                found.append(each.description)
        return found

    english, spanish = texts("en"), texts("es")
    assert all(english) and len(english) == len(spanish)
    assert not set(english) & set(spanish)


@pytest.mark.parametrize(
    ("expression", "day"),
    [
        ("today", TODAY),
        ("+45d", date(2027, 1, 6)),
        ("-9m", date(2026, 2, 22)),
        ("-1y+1d", date(2025, 11, 23)),
        ("school-year-start", date(2026, 7, 1)),
        ("school-year-end+1y", date(2028, 6, 30)),
    ],
)
def test_days_are_named_from_today(expression: str, day: date) -> None:
    assert day_named(expression, TODAY) == day


def test_months_end_where_they_end() -> None:
    assert day_named("-1m", date(2027, 3, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize("expression", ["", "soon", "+3w", "2026-01-01"])
def test_other_days_are_refused(expression: str) -> None:
    with pytest.raises(ValueError):
        day_named(expression, TODAY)


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2026, 5, 1), date(2027, 7, 1)])
def test_it_can_be_told_on_any_day(day: date) -> None:
    today = [each for each in sample_records("en", day) if isinstance(each, Agreement)]
    assert all(each.starts_on < each.ends_on for each in today if each.starts_on and each.ends_on)


@pytest.mark.parametrize("language", LANGUAGES)
def test_filling_keeps_all_of_it_as_one_change_set(store: Store, language: str) -> None:
    steps: list[tuple[int, int | None]] = []
    written = fill(store, language, TODAY, lambda done, total: steps.append((done, total)))
    assert steps[0][0] == 0 and steps[-1][0] == steps[-1][1]
    expected = Counter(each.kind for each in sample_records(language, TODAY))
    assert written == expected.total()
    with store.reading() as reader:
        assert {kind: reader.count(ListQuery(kind)) for kind in expected} == expected
        office = reader.get(Office, OFFICE_ID)
        assert office and office.letterhead.count("\n") == 3 and office.language == language
        assert [each.code for each in reader.change_sets(5)] == ["library.filled", "sample.fill"]
        assert reader.ids(ListQuery("organization", search="ឈឹម វណ្ណា")) or reader.ids(
            ListQuery("contact", search="ឈឹម វណ្ណា")
        )


def test_the_day_of_the_sample_office_has_something_to_do(store: Store) -> None:
    fill(store, "en", TODAY)
    found = today_list(store, TODAY)
    ends = [(each.kind, each.days) for each in found.lapsing if each.days >= 0]
    assert [days for kind, days in ends if kind == "agreement"] == [6, 26, 80]
    assert [days for kind, days in ends if kind == "paper"] == [14, 21]
    assert [(each.days, each.overdue) for each in found.chase] == [(19, True), (6, False)]
    assert {each.kind for each in found.unfinished} == {"agreement", "response"}
    assert 20 <= found.unverified <= 60


def test_filling_is_undone_at_once(store: Store) -> None:
    fill(store, "es", TODAY)
    result = store.undo()
    assert result and result.conflicts == ()
    with store.reading() as reader:
        assert reader.count(ListQuery("organization")) == 0
        assert reader.count(ListQuery("answer")) == 0
    assert fill(store, "es", TODAY) > 2000


def test_filling_twice_is_refused_and_changes_nothing(store: Store) -> None:
    fill(store, "en", TODAY)
    with pytest.raises(InputError) as caught:
        fill(store, "en", TODAY)
    assert caught.value.code == "sample.present"
    with store.reading() as reader:
        assert len(reader.change_sets(5)) == 2


def test_an_unknown_language_is_refused(store: Store) -> None:
    with pytest.raises(InputError) as caught:
        fill(store, "fr", TODAY)
    assert caught.value.code == "sample.no_language"


@pytest.mark.parametrize("in_use", [True, False])
def test_settings_of_an_office_in_use_are_kept(store: Store, in_use: bool) -> None:
    with store.writing(Operation("office.begin")) as work:
        work.add(Office(id=OFFICE_ID, name="Our own office"))
        if in_use:
            work.add(School(name="Our own school"))
    fill(store, "en", TODAY)
    with store.reading() as reader:
        office = reader.get(Office, OFFICE_ID)
    assert office and (office.name == "Our own office") is in_use
