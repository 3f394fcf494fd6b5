"""Compliance papers: bad input first, then what is needed, how it stands and when it lapses."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from partner_desk.model.agreements import Agreement
from partner_desk.model.compliance import (
    Coverage,
    Paper,
    PaperDecision,
    PaperKind,
    PaperRequirement,
)
from partner_desk.model.errors import InputError
from partner_desk.model.office import OFFICE_ID, Attachment
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.services import compliance, papers, partners, records
from partner_desk.services.compliance import PaperStanding
from partner_desk.services.paper_checks import months_after
from partner_desk.store.store import Store

TODAY = date(2026, 3, 2)
WILD = "Hội Bình Minh <b>&\" =1+1"


@pytest.fixture
def partner(office: Store) -> Organization:
    return partners.register(office, {"name": "Riverside Arts, Inc."})


@pytest.fixture
def agreement(office: Store, partner: Organization) -> Agreement:
    partnership = partners.partnerships_of(office, partner.id)[0]
    made = records.add(office, "agreement", {
        "partnership_id": partnership.id, "number": "2026-0001", "title": "Arts",
        "starts_on": "2025-07-01", "ends_on": "2026-06-30",
    })
    assert isinstance(made, Agreement)
    return made


def kind(office: Store, **values: Any) -> PaperKind:
    made = records.add(office, "paper_kind", {"name": "Insurance", **values})
    assert isinstance(made, PaperKind)
    return made


def insurance(office: Store, *requirements: dict[str, Any]) -> PaperKind:
    return kind(office, insurance=True, paper_requirements=list(requirements))


def filed(office: Store, owner: Agreement | Organization, of: PaperKind, **values: Any) -> Paper:
    return papers.file_paper(office, owner, {"paper_kind_id": of.id, **values})


def covered(office: Store, paper: Paper, **values: Any) -> Coverage:
    return records.add_child(
        office, Coverage, "paper_id", paper, {"coverage": "general", **values}
    )


def stands(office: Store, agreement: Agreement, today: date = TODAY) -> list[PaperStanding]:
    with office.reading() as reader:
        return list(compliance.standing(reader, agreement, today))


def only(office: Store, agreement: Agreement, today: date = TODAY) -> PaperStanding:
    found = stands(office, agreement, today)
    assert len(found) == 1
    return found[0]


def codes(standing: PaperStanding) -> list[str]:
    return [each.code for each in standing.problems]


# Bad input


def test_limits_are_typed_with_commas_spaces_and_a_dollar_sign(
    office: Store, partner: Organization
) -> None:
    paper = filed(office, partner, insurance(office))
    for typed in ("1,000,000", "$1,000,000.00", " 1 000 000 "):
        assert covered(office, paper, per_occurrence=typed).per_occurrence == Decimal(1_000_000)
    for typed in ("1.000.000", "a million", "10.005"):
        with pytest.raises(InputError) as caught:
            covered(office, paper, per_occurrence=typed)
        assert caught.value.problems[0].field == "per_occurrence"


def test_a_paper_that_ends_before_its_date_is_refused_and_one_that_got_in_is_told(
    office: Store, agreement: Agreement, partner: Organization
) -> None:
    licence = kind(office, paper_requirements=[{"instrument": ""}])
    with pytest.raises(InputError) as caught:
        filed(office, partner, licence, issued_on="2026-03-01", expires_on="2026-02-01")
    (problem,) = caught.value.problems
    assert (problem.code, problem.field) == ("paper.dates_reversed", "expires_on")
    records.add(office, "paper", {
        "organization_id": partner.id, "paper_kind_id": licence.id,
        "issued_on": "2027-03-01", "expires_on": "2027-02-01", "verified_on": "2026-03-01",
    })
    found = only(office, agreement)
    assert (found.state, codes(found)) == ("insufficient", ["paper.dates_reversed"])


def test_a_paper_of_a_trashed_kind_counts_for_nothing(
    office: Store, agreement: Agreement, partner: Organization
) -> None:
    licence = kind(office, paper_requirements=[{"instrument": ""}])
    filed(office, partner, licence, expires_on="2026-03-09")
    records.delete(office, PaperKind, licence.id)
    assert stands(office, agreement) == []
    with office.reading() as reader:
        assert compliance.missing_papers(reader, agreement, TODAY) == []
        assert compliance.lapsing_papers(reader, TODAY, 90) == []
    with pytest.raises(InputError) as caught:
        filed(office, partner, licence)
    assert caught.value.code == "paper.kind_gone"


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_waiver_without_a_reason_is_refused_and_does_not_count(
    office: Store, agreement: Agreement, reason: str
) -> None:
    licence = kind(office, paper_requirements=[{"instrument": ""}])
    with pytest.raises(InputError) as caught:
        papers.decide(office, agreement.id, licence.id, "waived", reason)
    assert caught.value.problems[0].field == "reason"
    records.add(office, "paper_decision", {
        "agreement_id": agreement.id, "paper_kind_id": licence.id, "decision": "waived",
    })
    assert only(office, agreement).state == "missing"


@pytest.mark.parametrize("better_first", [True, False])
def test_of_two_papers_of_one_kind_the_better_one_counts(
    office: Store, agreement: Agreement, partner: Organization, better_first: bool
) -> None:
    licence = kind(office, paper_requirements=[{"instrument": ""}])
    both = [("Old", "2026-01-31"), ("New", "2027-01-31")]
    for name, expires_on in reversed(both) if better_first else both:
        paper = filed(office, partner, licence, name=name, expires_on=expires_on)
        papers.verify(office, paper.id, "Ana", TODAY)
    found = only(office, agreement)
    assert found.paper and (found.paper.name, found.state) == ("New", "held")


def test_hostile_names_survive(office: Store, agreement: Agreement) -> None:
    odd = kind(office, name=WILD, paper_requirements=[{"instrument": ""}])
    papers.decide(office, agreement.id, odd.id, "waived", WILD)
    found = only(office, agreement)
    assert (found.kind.name, found.state) == (WILD, "waived")
    assert found.decision and found.decision.reason == WILD


def test_a_partner_cannot_file_what_is_asked_of_each_agreement(
    office: Store, partner: Organization, agreement: Agreement
) -> None:
    volunteers = kind(office, about="agreement")
    with pytest.raises(InputError) as caught:
        filed(office, partner, volunteers)
    assert caught.value.code == "paper.asked_of_agreements"
    assert filed(office, agreement, volunteers).agreement_id == agreement.id


# What is needed


def test_needed_is_what_the_kind_of_agreement_asks_for(
    office: Store, agreement: Agreement
) -> None:
    always = kind(office, name="Always", paper_requirements=[{"instrument": ""}])
    memo = kind(office, name="Memo", paper_requirements=[{"instrument": "memorandum"}])
    kind(office, name="Paid", paper_requirements=[{"instrument": "service_agreement"}])
    kind(office, name="Off", in_use=False, paper_requirements=[{"instrument": ""}])
    kind(office, name="Nobody")
    with office.reading() as reader:
        needed = [each.kind.id for each in compliance.required(reader, agreement)]
    assert sorted(needed) == sorted([always.id, memo.id])


def test_decisions_of_one_agreement_add_and_take_away(
    office: Store, agreement: Agreement, partner: Organization
) -> None:
    usual = kind(office, name="Usual", paper_requirements=[{"instrument": ""}])
    rare = kind(office, name="Rare")
    papers.decide(office, agreement.id, usual.id, "waived", "No students there")
    papers.decide(office, agreement.id, rare.id, "required", "")
    with office.reading() as reader:
        assert [each.kind for each in compliance.required(reader, agreement)] == [rare]
        (problem,) = compliance.missing_papers(reader, agreement, TODAY)
    assert (problem.code, problem.values, problem.where) == (
        "sign.paper_missing", {"name": "Rare"}, "paper"
    )
    papers.decide(office, agreement.id, usual.id, "required", "")
    with office.reading() as reader:
        assert len(reader.find(PaperDecision)) == 2  # Changed, not added.
    papers.undecide(office, agreement.id, rare.id)
    assert [each.kind.name for each in stands(office, agreement)] == ["Usual"]


def test_the_strictest_of_all_requirements_counts(office: Store, agreement: Agreement) -> None:
    insurance(
        office,
        {"coverage": "general", "per_occurrence": "500,000", "aggregate": "3,000,000"},
        {"coverage": "general", "per_occurrence": "1,000,000", "endorsement": True,
         "instrument": "memorandum"},
        {"coverage": "auto", "instrument": "service_agreement"},
    )
    with office.reading() as reader:
        (need,) = compliance.required(reader, agreement)
    (general,) = need.coverages
    assert (general.per_occurrence, general.aggregate, general.endorsement) == (
        Decimal(1_000_000), Decimal(3_000_000), True
    )


# How it stands


def test_a_certificate_is_compared_line_by_line(
    office: Store, agreement: Agreement, partner: Organization
) -> None:
    certificate = insurance(
        office,
        {"coverage": "general", "per_occurrence": "1,000,000", "aggregate": "2,000,000",
         "endorsement": True},
        {"coverage": "auto", "per_occurrence": "1,000,000"},
        {"coverage": "Drones"},
    )
    paper = filed(office, partner, certificate, insured_name="Riverside Dance")
    general = covered(
        office, paper, per_occurrence="999,999.99", aggregate="2,000,000",
        expires_on="2026-03-02",
    )
    drones = covered(office, paper, coverage="drones", begins_on="2026-07-01")
    found = only(office, agreement)
    assert found.state == "insufficient"
    assert codes(found) == [
        "paper.insured_differs", "paper.per_occurrence_low", "paper.not_additional_insured",
        "paper.endorsement_missing", "paper.coverage_missing", "paper.policy_not_begun",
    ]
    low = found.problems[1].values
    assert (low["needed"], low["held"]) == (Decimal("1000000"), Decimal("999999.99"))
    for entity, record_id, field, value in (
        (Paper, paper.id, "insured_name", "RIVERSIDE ARTS INC"),
        (Coverage, general.id, "per_occurrence", "1,000,000"),
        (Coverage, general.id, "additional_insured", True),
        (Coverage, general.id, "endorsement", True),
        (Coverage, drones.id, "begins_on", None),
    ):
        records.change_field(office, entity, record_id, field, value)
    auto = covered(office, paper, coverage="auto", begins_on="2026-01-01")
    found = only(office, agreement)
    assert codes(found) == ["paper.per_occurrence_unknown"]
    records.change_field(office, Coverage, auto.id, "per_occurrence", "1,000,000")
    assert only(office, agreement).state == "not_verified"


def test_the_earliest_of_the_required_coverages_ends_an_insurance(
    office: Store, agreement: Agreement, partner: Organization
) -> None:
    certificate = insurance(office, {"coverage": "general"}, {"coverage": "auto"})
    paper = filed(office, partner, certificate, insured_name=partner.name)
    for coverage, expires_on in (
        ("general", "2026-12-31"), ("auto", "2026-11-30"), ("cyber", "2026-01-31"),
        ("general", "2025-12-31"),  # The policy that the other one renewed.
    ):
        covered(office, paper, coverage=coverage, expires_on=expires_on)
    papers.verify(office, paper.id, "Ana", TODAY)
    found = only(office, agreement)
    assert (found.expires_on, found.state, codes(found)) == (date(2026, 11, 30), "held", [])


def test_a_paper_goes_through_its_states(
    office: Store, agreement: Agreement, partner: Organization
) -> None:
    licence = kind(office, valid_months=12, paper_requirements=[{"instrument": ""}])
    assert only(office, agreement).state == "missing"
    paper = filed(office, partner, licence, issued_on="2025-07-31")
    assert only(office, agreement).state == "not_verified"
    kept = papers.verify(office, paper.id, "Ana Núñez", TODAY)
    assert (kept.verified_on, kept.verified_by) == (TODAY, "Ana Núñez")
    found = only(office, agreement)
    assert (found.state, found.expires_on) == ("held", date(2026, 7, 31))
    assert only(office, agreement, date(2026, 5, 2)).state == "lapsing"
    assert only(office, agreement, date(2026, 7, 31)).state == "lapsing"
    assert only(office, agreement, date(2026, 8, 1)).state == "expired"
    records.change_field(office, Paper, paper.id, "expires_on", "2026-06-29")
    found = only(office, agreement)
    assert (found.state, codes(found)) == ("lapses_in_term", ["paper.lapses_in_term"])
    with office.reading() as reader:
        assert compliance.missing_papers(reader, agreement, TODAY) == []
        (problem,) = compliance.missing_papers(reader, agreement, date(2026, 6, 30))
    assert problem.code == "sign.paper_expired"
    assert problem.values == {"name": "Insurance", "expires_on": date(2026, 6, 29)}


def test_how_long_before_is_a_setting(
    office: Store, agreement: Agreement, partner: Organization
) -> None:
    records.add(office, "office", {"id": OFFICE_ID, "name": "East", "reminder_days": "200, 5"})
    licence = kind(office, paper_requirements=[{"instrument": ""}])
    paper = filed(office, partner, licence, expires_on="2026-09-01")
    papers.verify(office, paper.id, "Ana", TODAY)
    assert only(office, agreement).state == "lapsing"
    records.update(office, "office", OFFICE_ID, {"reminder_days": "30"})
    assert only(office, agreement).state == "held"


def test_months_end_on_the_last_day_there_is() -> None:
    assert months_after(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert months_after(date(2025, 12, 31), 2) == date(2026, 2, 28)
    assert months_after(date(9990, 1, 1), 600) is None


# What lapses


def test_what_lapses_is_told_once_and_only_where_the_office_still_works(
    office: Store, agreement: Agreement, partner: Organization
) -> None:
    licence = kind(office, name="License")
    volunteers = kind(office, name="Volunteers", about="agreement")
    filed(office, partner, licence, expires_on="2026-02-20", name="Replaced")
    filed(office, partner, licence, expires_on="2026-04-01")
    filed(office, partner, kind(office, name="Form"), issued_on="2020-01-01")  # Never lapses.
    filed(office, agreement, volunteers, expires_on="2026-02-27")
    gone = partners.register(office, {"name": "Gone"})
    filed(office, gone, licence, expires_on="2026-03-03")
    (partnership,) = partners.partnerships_of(office, gone.id)
    records.change_field(office, Partnership, partnership.id, "stage", "ended")
    with office.reading() as reader:
        found = compliance.lapsing_papers(reader, TODAY, 30)
        assert compliance.lapsing_papers(reader, TODAY, 29) == found[:1]
        assert compliance.lapsing_papers(reader, TODAY, 10**9) == found
    assert [(each.name, each.organization, each.agreement_number, each.days) for each in found] == [
        ("Volunteers", partner.name, agreement.number, -3),
        ("License", partner.name, "", 30),
    ]
    records.change_field(office, Agreement, agreement.id, "status", "terminated")
    with office.reading() as reader:
        assert [each.name for each in compliance.lapsing_papers(reader, TODAY, 30)] == ["License"]


# What is written


@pytest.mark.parametrize(("language", "name"), [
    ("en", "Certificate of insurance"), ("es", "Certificado de seguro"),
])
def test_a_fresh_office_begins_with_the_usual_kinds_once(
    office: Store, language: str, name: str
) -> None:
    records.add(office, "office", {"id": OFFICE_ID, "name": "East", "language": language})
    assert papers.ensure_kinds(office)
    assert not papers.ensure_kinds(office)
    with office.reading() as reader:
        kinds = reader.find(PaperKind)
        assert (len(kinds), reader.change_sets(1)[0].code) == (7, "papers.filled")
        (first,) = [each for each in kinds if each.key == "insurance"]
        rows = reader.find(PaperRequirement, paper_kind_id=first.id)
    assert first.name == name
    assert {each.coverage: each.per_occurrence for each in rows}["general"] == Decimal(1_000_000)
    for each in kinds:
        records.delete(office, PaperKind, each.id)
    assert not papers.ensure_kinds(office)  # Who deleted them does not get them again …
    assert papers.fill_kinds(office) == 7  # … unless they are asked for.
    with office.reading() as reader:
        assert len(reader.find(PaperRequirement, paper_kind_id=first.id)) == len(rows)


def test_a_document_is_kept_with_the_paper_and_its_owner(
    office: Store, partner: Organization, tmp_path: Path
) -> None:
    scan = tmp_path / "certificate.pdf"
    scan.write_bytes(b"%PDF-1.4 a certificate")
    paper = filed(office, partner, insurance(office))
    kept = papers.attach(office, paper.id, scan)
    with office.reading() as reader:
        document = reader.get(Attachment, kept.attachment_id)
    assert document and (document.name, document.organization_id) == (scan.name, partner.id)


def test_papers_of_a_partner_are_listed_each_by_itself(
    office: Store, partner: Organization, agreement: Agreement
) -> None:
    licence = kind(office, name="License", valid_months=12)
    volunteers = kind(office, name="Volunteers", about="agreement")
    for issued_on in ("2024-01-01", "2026-01-01"):
        filed(office, partner, licence, issued_on=issued_on)
    filed(office, agreement, volunteers)
    with office.reading() as reader:
        found = compliance.papers_of(reader, partner, TODAY)
    assert [each.state for each in found] == ["expired", "not_verified"]
