"""What goes out is frozen to the byte; what changes afterwards is the next revision."""

import hashlib
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from partner_desk.files.changes_paper import ChangesPaper
from partner_desk.files.pdf.document import Mark
from partner_desk.model.agreements import (
    Agreement,
    AgreementService,
    Clause,
    FinancialResponsibility,
    RoutingStep,
    Signatory,
)
from partner_desk.model.contacts import Contact
from partner_desk.model.errors import EnvironmentProblem, InputError
from partner_desk.model.history import Operation
from partner_desk.model.library import SigningAuthority
from partner_desk.model.partners import School
from partner_desk.services import (
    authority,
    combining,
    comparing,
    drafting,
    exhibits,
    records,
    revisions,
    routing,
    sending,
    signing,
)
from partner_desk.store.store import Store
from tests.services.going_out import (
    TODAY,
    at_revision,
    catalogue,
    ready_agreement,
    sent_out,
    signatories,
    stored,
)


def text_of(pdf: bytes) -> str:
    """The words of a PDF as an independent reader has them."""
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(each.extract_text().split()) for each in pages)


@pytest.fixture
def draft(any_office: Store) -> Agreement:
    return ready_agreement(any_office)


def test_what_goes_out_is_kept_to_the_byte(any_office: Store, draft: Agreement) -> None:
    assert at_revision(any_office, draft).draft
    frozen = sent_out(any_office, draft)

    data = revisions.pdf_of(any_office, frozen)
    assert hashlib.sha256(data).hexdigest() == frozen.sha256
    assert "Homework help" in text_of(data)
    assert "Draft" not in text_of(data)
    assert stored(any_office, draft).status == "out_for_signature"
    assert at_revision(any_office, draft) == revisions.Working(1, frozen, False)


def test_freezing_again_without_a_change_makes_nothing(
    any_office: Store, draft: Agreement
) -> None:
    frozen = sent_out(any_office, draft)
    assert sent_out(any_office, draft) == frozen
    with any_office.reading() as reader:
        assert len(revisions.revisions(reader, draft.id)) == 1


@pytest.mark.parametrize("kind", ["purpose", "service", "money", "clause", "signatory", "row"])
def test_a_change_makes_the_next_revision_and_taking_it_back_does_not(
    any_office: Store, draft: Agreement, kind: str
) -> None:
    frozen = sent_out(any_office, draft)
    with any_office.reading() as reader:
        service = reader.find(AgreementService, agreement_id=draft.id)[0]
        money = reader.find(FinancialResponsibility, agreement_id=draft.id)[0]
        clause = reader.find(Clause, agreement_id=draft.id)[0]
        signer = reader.find(Signatory, agreement_id=draft.id)[0]
    if kind == "purpose":
        records.change_field(any_office, Agreement, draft.id, "purpose", "Another one")
    elif kind == "service":
        records.change_field(any_office, AgreementService, service.id, "place", "Gym")
    elif kind == "money":
        records.change_field(any_office, FinancialResponsibility, money.id, "amount", "1250.51")
    elif kind == "clause":
        records.move(any_office, Clause, "agreement_id", clause.id, 3)
    elif kind == "signatory":
        records.change_field(any_office, Signatory, signer.id, "name", "Bo Chen")
    else:
        records.delete(any_office, AgreementService, service.id)

    assert at_revision(any_office, draft) == revisions.Working(2, frozen, True)
    any_office.undo()
    assert at_revision(any_office, draft) == revisions.Working(1, frozen, False)


@pytest.mark.parametrize("field", ["notes", "status"])
def test_what_is_not_on_the_paper_makes_no_revision(
    any_office: Store, draft: Agreement, field: str
) -> None:
    sent_out(any_office, draft)
    value = "in_review" if field == "status" else "Call Ana"
    records.change_field(any_office, Agreement, draft.id, field, value)
    with any_office.reading() as reader:
        clause = reader.find(Clause, agreement_id=draft.id)[0]
    records.change_field(any_office, Clause, clause.id, "status", "final")
    assert not at_revision(any_office, draft).changed


def test_what_is_missing_keeps_it_back(any_office: Store, draft: Agreement) -> None:
    records.change_field(any_office, Agreement, draft.id, "purpose", "")
    with pytest.raises(InputError) as caught:
        sent_out(any_office, draft)
    assert [each.code for each in caught.value.problems] == ["field.needed_to_sign"]
    assert stored(any_office, draft).status == "draft"


def test_what_changes_while_it_is_printed_does_not_go_out(
    any_office: Store, draft: Agreement
) -> None:
    def meddling(language: str) -> revisions.Text:
        records.change_field(any_office, Agreement, draft.id, "purpose", "Another one")
        return catalogue(language)

    with pytest.raises(InputError) as caught:
        sending.freeze(any_office, draft.id, TODAY, meddling)
    assert caught.value.code == "revision.changed_meanwhile"
    assert stored(any_office, draft).status == "draft"
    assert at_revision(any_office, draft).frozen is None


def test_an_agreement_without_a_number_gets_one_before_it_goes_out(
    any_office: Store, draft: Agreement
) -> None:
    with any_office.writing(Operation("test.unnumbered")) as work:
        work.change(Agreement, draft.id, number="")
    frozen = sent_out(any_office, draft)
    number = stored(any_office, draft).number
    assert number and number in text_of(revisions.pdf_of(any_office, frozen))


def test_a_number_once_given_stays_and_is_nobody_elses(
    any_office: Store, draft: Agreement
) -> None:
    with pytest.raises(InputError) as caught:
        records.change_field(any_office, Agreement, draft.id, "number", "2020-0001")
    assert caught.value.code == "field.given"
    with pytest.raises(InputError) as caught:
        records.add(any_office, "agreement", {"title": "Old one", "number": draft.number})
    assert caught.value.code == "field.taken"
    older = records.add(any_office, "agreement", {"title": "Old one"})
    records.update(any_office, "agreement", older.id, {"number": "1999-0007"})


def test_altered_bytes_are_not_passed_off_as_the_revision(
    any_office: Store, draft: Agreement
) -> None:
    frozen = sent_out(any_office, draft)
    frozen.sha256 = "0" * 64
    with pytest.raises(EnvironmentProblem) as caught:
        revisions.pdf_of(any_office, frozen)
    assert caught.value.code == "revision.damaged"


def test_pages_of_two_offices_are_told_apart(office: Store, tmp_path: Path) -> None:
    other = Store.create(tmp_path / "other.pdoffice", office.author)
    marks = []
    for each in (office, other):
        ready_agreement(each)
        with each.reading() as reader:
            marks.append(revisions.office_mark(reader))
    other.close()
    assert len(set(marks)) == 2


# Who may sign


def _rule(office: Store, **values: object) -> None:
    with office.writing(Operation("test.rule")) as work:
        work.add(SigningAuthority.checked({"name": "dana  cole", **values}))


def _refusals(office: Store, agreement: Agreement) -> list[str]:
    with office.reading() as reader:
        return [each.code for each in authority.refusals(reader, agreement, TODAY)]


@pytest.mark.parametrize(
    ("rule", "codes"),
    [
        ({}, []),
        ({"up_to": Decimal("1250.50")}, []),
        ({"up_to": Decimal("1250.49")}, ["sign.over_limit"]),
        ({"instrument": "memorandum"}, []),
        ({"instrument": "amendment"}, ["sign.other_instrument"]),
        ({"ends_on": TODAY - timedelta(days=1)}, ["sign.authority_not_now"]),
        ({"begins_on": TODAY + timedelta(days=1)}, ["sign.authority_not_now"]),
        ({"begins_on": TODAY, "ends_on": TODAY}, []),
        ({"name": "Somebody Else"}, ["sign.no_authority"]),
    ],
)
def test_rules_say_who_may_sign(
    any_office: Store, draft: Agreement, rule: dict[str, object], codes: list[str]
) -> None:
    _rule(any_office, **rule)
    assert _refusals(any_office, draft) == codes


def test_without_rules_nobody_is_refused_for_the_district(
    any_office: Store, draft: Agreement
) -> None:
    assert _refusals(any_office, draft) == []


def test_a_partner_signs_through_a_contact_who_may(any_office: Store, draft: Agreement) -> None:
    signer = signatories(any_office, draft.id)["partner"]
    records.change_field(any_office, Signatory, signer.id, "name", "Bo Chen")
    assert _refusals(any_office, draft) == ["sign.contact_may_not"]
    with pytest.raises(InputError):
        sent_out(any_office, draft)

    with any_office.reading() as reader:
        contact = reader.find(Contact)[0]
    records.change_field(any_office, Contact, contact.id, "may_sign", False)
    assert _refusals(any_office, draft) == []


# The way of the paper


def test_the_paper_goes_to_the_partner_then_the_district_then_home(
    any_office: Store, draft: Agreement
) -> None:
    sent_out(any_office, draft)

    def holders() -> list[tuple[str, bool, bool]]:
        with any_office.reading() as reader:
            return [(each.holder, each.reached_on is not None, each.done_on is not None)
                    for each in routing.steps(reader, draft.id)]

    assert holders() == [("Ana Ruiz", True, False), ("Dana Cole", False, False),
                         ("East Office", False, False)]
    routing.hand_on(any_office, draft.id, TODAY + timedelta(days=4))
    assert holders() == [("Ana Ruiz", True, True), ("Dana Cole", True, False),
                         ("East Office", False, False)]
    routing.hand_on(any_office, draft.id, TODAY + timedelta(days=5))
    assert routing.hand_on(any_office, draft.id, TODAY + timedelta(days=6)) is None
    with pytest.raises(InputError) as caught:
        routing.hand_on(any_office, draft.id, TODAY + timedelta(days=7))
    assert caught.value.code == "routing.nobody"


def test_the_paper_is_not_handed_on_before_it_came(any_office: Store, draft: Agreement) -> None:
    sent_out(any_office, draft)
    with pytest.raises(InputError) as caught:
        routing.hand_on(any_office, draft.id, TODAY - timedelta(days=1))
    assert caught.value.code == "routing.back_in_time"


def test_when_all_have_signed_it_is_active(any_office: Store, draft: Agreement) -> None:
    sent_out(any_office, draft)
    who = signatories(any_office, draft.id)
    later = TODAY + timedelta(days=9)
    half = signing.confirm(any_office, draft.id, {who["partner"].id: TODAY}, later)
    assert half.status == "out_for_signature"
    whole = signing.confirm(any_office, draft.id, {who["district"].id: later}, later)
    assert (whole.status, whole.signed_on) == ("active", later)
    with any_office.reading() as reader:
        steps = reader.find(RoutingStep, agreement_id=draft.id)
    assert all(each.done_on for each in steps)


def test_a_signature_without_authority_is_refused_with_the_reason(
    any_office: Store, draft: Agreement
) -> None:
    sent_out(any_office, draft)
    _rule(any_office, name="Somebody Else")
    who = signatories(any_office, draft.id)["district"]
    with pytest.raises(InputError) as caught:
        signing.confirm(any_office, draft.id, {who.id: TODAY}, TODAY)
    problem = caught.value.problems[0]
    assert (problem.code, problem.values["name"]) == ("sign.no_authority", "Dana Cole")
    assert signatories(any_office, draft.id)["district"].signed_on is None


@pytest.mark.parametrize(("days", "code"), [(-1, "sign.before_sent"), (1, "sign.in_future")])
def test_a_signature_has_a_day_that_can_be(
    any_office: Store, draft: Agreement, days: int, code: str
) -> None:
    sent_out(any_office, draft)
    who = signatories(any_office, draft.id)["partner"]
    with pytest.raises(InputError) as caught:
        signing.confirm(any_office, draft.id, {who.id: TODAY + timedelta(days=days)}, TODAY)
    assert caught.value.code == code


@pytest.mark.parametrize("name", ["Lincoln Elementary", "Lincoln Elementary School"])
def test_schools_that_were_combined_make_no_new_revision(
    any_office: Store, draft: Agreement, name: str
) -> None:
    with any_office.reading() as reader:
        (named,) = reader.find(School)
        (service,) = reader.find(AgreementService, agreement_id=draft.id)
    records.change_field(any_office, AgreementService, service.id, "school_id", named.id)
    first = sent_out(any_office, draft)
    with any_office.writing(Operation("test.school")) as work:
        school, other = work.add(School(name=name)), work.add(School(name="North School"))
    combining.combine(any_office, "school", school.id, [named.id])
    assert at_revision(any_office, draft) == revisions.Working(1, first, False)
    assert sent_out(any_office, draft) == first

    records.change_field(any_office, School, school.id, "principal", "Lee Park")
    assert at_revision(any_office, draft).changed  # Principals sign.
    any_office.undo()
    assert not at_revision(any_office, draft).changed
    records.change_field(any_office, AgreementService, service.id, "school_id", other.id)
    assert at_revision(any_office, draft) == revisions.Working(2, first, True)
    assert sent_out(any_office, draft).number == 2


# What changed


def _changes(office: Store, agreement: Agreement, old: int, new: int | None) -> ChangesPaper:
    before = comparing.version(office, agreement.id, old)
    after = comparing.version(office, agreement.id, new)
    return comparing.compared(before, after, catalogue("en"), "en")


def test_what_changed_is_told_word_by_word(any_office: Store, draft: Agreement) -> None:
    sent_out(any_office, draft)
    with any_office.reading() as reader:
        service = reader.find(AgreementService, agreement_id=draft.id)[0]
    records.change_field(
        any_office, AgreementService, service.id, "description", "Homework and reading help"
    )
    parts = _changes(any_office, draft, 1, None).parts
    assert [each.heading for each in parts] == ["Services"]
    row = parts[0].rows[0]
    spans = [(each.text, each.mark) for each in row.lines[0].spans]
    assert row.what == "changed"
    assert spans == [("Homework ", Mark.KEPT), ("and reading ", Mark.ADDED), ("help", Mark.KEPT)]


def test_rows_that_came_went_or_moved_are_told_apart(
    any_office: Store, draft: Agreement
) -> None:
    sent_out(any_office, draft)
    with any_office.reading() as reader:
        clauses = reader.find(Clause, agreement_id=draft.id)
    records.delete(any_office, Clause, clauses[1].id)
    records.move(any_office, Clause, "agreement_id", clauses[4].id, 1)
    records.add_child(any_office, Clause, "agreement_id", draft, {"heading": "Parking"})
    rows = _changes(any_office, draft, 1, None).parts[0].rows
    assert {(each.what, each.name) for each in rows} == {
        ("removed", clauses[1].heading), ("moved", clauses[4].heading), ("new", "Parking"),
    }


def test_a_comparison_prints_what_is_gone_and_what_is_new(
    any_office: Store, draft: Agreement
) -> None:
    sent_out(any_office, draft)
    records.change_field(any_office, Agreement, draft.id, "purpose", "Only <b>this</b> & that")
    second = sent_out(any_office, draft)
    assert second.number == 2
    before = comparing.version(any_office, draft.id, 1)
    after = comparing.version(any_office, draft.id, 2)
    pdf = comparing.changes_pdf(before, after, catalogue("es"), "es", "letter")
    text = text_of(pdf.data)
    assert "Only <b>this</b> & that" in text
    assert "join their work" in " ".join(text.split())


def test_an_unknown_revision_names_those_there_are(any_office: Store, draft: Agreement) -> None:
    sent_out(any_office, draft)
    with pytest.raises(InputError) as caught:
        comparing.version(any_office, draft.id, 7)
    assert caught.value.problems[0].values == {"number": 7, "known": "1"}


# What follows


def test_a_renewal_brings_everything_but_signatures(any_office: Store, draft: Agreement) -> None:
    exhibits.add_from_template(any_office, draft.id, "data_sharing")
    sent_out(any_office, draft)
    who = signatories(any_office, draft.id)
    signing.confirm(any_office, draft.id, {each.id: TODAY for each in who.values()}, TODAY)
    renewal = drafting.renew(any_office, draft.id, TODAY)

    assert draft.ends_on and renewal.starts_on == draft.ends_on + timedelta(days=1)
    assert renewal.status == "draft" and renewal.renews_id == draft.id
    assert all(each.signed_on is None for each in signatories(any_office, renewal.id).values())
    before = comparing.predecessor(any_office, renewal.id)
    changes = comparing.compared(
        before, comparing.version(any_office, renewal.id), catalogue("en"), "en"
    )
    assert [each.heading for each in changes.parts] == ["Agreement"]
    assert {line.label for line in changes.parts[0].rows[0].lines} == {
        "Number", "Begins on", "Ends on",
    }
    assert stored(any_office, draft).status == "active"  # Nothing renews silently.
    with pytest.raises(InputError) as caught:
        drafting.renew(any_office, draft.id, TODAY)
    assert caught.value.code == "agreement.renewed_already"


def test_amendments_chain_to_their_agreement(any_office: Store, draft: Agreement) -> None:
    with pytest.raises(InputError) as caught:
        drafting.amend(any_office, draft.id, TODAY)
    assert caught.value.code == "agreement.not_in_force"
    sent_out(any_office, draft)
    first = drafting.amend(any_office, draft.id, TODAY)
    second = drafting.amend(any_office, draft.id, TODAY)
    assert [first.number, second.number] == [f"{draft.number}-A1", f"{draft.number}-A2"]
    assert first.amends_id == draft.id and first.instrument == "amendment"
    frozen = sent_out(any_office, first)
    assert draft.number in text_of(revisions.pdf_of(any_office, frozen))


def test_exhibits_are_lettered_by_their_place(any_office: Store, draft: Agreement) -> None:
    assert [exhibits.letter(each) for each in (1, 26, 27, 52, 53)] == ["A", "Z", "AA", "AZ", "BA"]
    data = exhibits.add_from_template(any_office, draft.id, "data_sharing")
    exhibits.add_from_template(any_office, draft.id, "space_use")
    records.move(any_office, type(data), "agreement_id", data.id, 2)
    with any_office.reading() as reader:
        found = exhibits.lettered(reader, draft.id)
    assert [(letter, each.template) for letter, each in found] == [
        ("A", "space_use"), ("B", "data_sharing"),
    ]


def test_a_school_has_one_site_plan(any_office: Store, draft: Agreement) -> None:
    with any_office.reading() as reader:
        school = records.kind_named("school")
        school_id = reader.find(school)[0].id
    exhibits.add_from_template(any_office, draft.id, "site_plan", school_id)
    for template, wanted, code in (
        ("site_plan", school_id, "exhibit.of_school_already"),
        ("site_plan", None, "exhibit.needs_school"),
        ("memorandum", None, "template.no_exhibit"),
        ("nothing", None, "template.unknown"),
    ):
        with pytest.raises(InputError) as caught:
            exhibits.add_from_template(any_office, draft.id, template, wanted)
        assert caught.value.code == code
