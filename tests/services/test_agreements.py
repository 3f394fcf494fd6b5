"""Agreements: drafted, divided, checked, printed with every script unharmed."""

import hashlib
from datetime import date
from decimal import Decimal
from io import BytesIO

import pypdf
import pytest

from partner_desk.model.agreements import Agreement, Clause, FinancialResponsibility, Signatory
from partner_desk.model.errors import InputError
from partner_desk.services import agreements, drafting, packets, partners, records, signing
from partner_desk.services import office as office_service
from partner_desk.store.store import Store

TODAY = date(2026, 11, 22)
NAMES = [
    "Niños y Jóvenes Unidos", "Trung tâm Cộng đồng Đặng", "មណ្ឌលសហគមន៍ភ្នំពេញ",
    "ສູນຊຸມຊົນວຽງຈັນ", 'A <b>&" B</b> <img src="x"/>',
]


def english(text: str) -> str:
    """The catalogue of English paper."""
    return text


@pytest.fixture
def draft(office: Store) -> Agreement:
    """A draft with a partner that has a signer and serves one school."""
    office_service.begin(
        office, {"name": "Office", "district": "Marlow Falls", "signer_name": "Dr. Okafor"}, "Dana"
    )
    school = records.add(office, "school", {"name": "Hill School"})
    partner = partners.register(office, {
        "name": NAMES[4],
        "contacts": [{"name": NAMES[1], "title": NAMES[2], "may_sign": True}],
        "partnerships": [{"name": "P", "partnership_schools": [{"school_id": school.id}]}],
    })
    partnership = partners.partnerships_of(office, partner.id)[0]
    return drafting.draft(office, partnership.id, "memorandum", TODAY)


def test_a_draft_has_all_that_is_known(office: Store, draft: Agreement) -> None:
    assert draft.number == "2026-0001"
    assert (draft.starts_on, draft.ends_on) == (date(2026, 7, 1), date(2027, 6, 30))
    assert NAMES[4] in draft.title
    with office.reading() as reader:
        signers = reader.find(Signatory, agreement_id=draft.id)
        clauses = reader.find(Clause, agreement_id=draft.id)
    assert [(each.party, each.name) for each in signers] == [
        ("partner", NAMES[1]), ("district", "Dr. Okafor"),
    ]
    assert [each.position for each in clauses] == list(range(1, len(clauses) + 1))
    assert len(clauses) > 10


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 4, 29), date(2025, 7, 1), date(2026, 6, 30)),
        (date(2026, 5, 3), date(2026, 7, 1), date(2027, 6, 30)),
        (date(2026, 12, 31), date(2026, 7, 1), date(2027, 6, 30)),
    ],
)
def test_the_term_is_a_school_year(today: date, first: date, last: date) -> None:
    assert drafting.school_year(today, 7) == (first, last)


def test_numbers_are_never_given_twice(office: Store, draft: Agreement) -> None:
    assert draft.partnership_id is not None
    records.delete(office, Agreement, draft.id)
    again = drafting.draft(office, draft.partnership_id, "memorandum", TODAY, "es")
    next_year = drafting.draft(office, draft.partnership_id, "memorandum", date(2027, 1, 5))
    assert (again.number, next_year.number) == ("2026-0002", "2027-0001")
    assert again.language == "es" and "Memorando" in again.title


def test_what_is_missing_is_told_and_goes_away(office: Store, draft: Agreement) -> None:
    codes = {each.code for each in signing.missing_for_signature(office, draft.id, TODAY)}
    assert codes == {
        "field.needed_to_sign", "sign.no_services", "sign.no_outcomes", "sign.no_financial",
    }
    organization = agreements.parties(office, draft.id).organization
    assert organization is not None
    records.update(office, "organization", organization.id, {"ein": "012345678"})
    records.update(office, "agreement", draft.id, {
        "services": [{"description": "Tutoring"}], "outcomes": [{"statement": "Reading"}],
        "financial_responsibilities": [{"item": "Bus", "amount": "0"}],
    })
    assert signing.missing_for_signature(office, draft.id, TODAY) == []
    records.change_field(office, Agreement, draft.id, "ends_on", "2026-06-30")
    reversed_term = signing.missing_for_signature(office, draft.id, TODAY)
    assert [each.code for each in reversed_term] == ["sign.term_reversed"]


def test_money_without_an_amount_is_missing_and_what_is_in_kind_may_go_without(
    office: Store, draft: Agreement
) -> None:
    records.update(office, "agreement", draft.id, {"financial_responsibilities": [
        {"item": "Bus", "amount": "5"}, {"item": "Snacks", "payer": "partner"},
        {"item": "Room", "in_kind": True}, {"item": "Tutors", "payer": "shared"},
    ]})
    with office.reading() as reader:
        rows = reader.find(FinancialResponsibility, agreement_id=draft.id)
    found = [each for each in signing.missing_for_signature(office, draft.id, TODAY)
             if each.code == "sign.no_amount"]
    assert [each.values for each in found] == [
        {"item": row.item, "record_id": row.id} for row in (rows[1], rows[3])
    ]
    assert {(each.where, each.field) for each in found} == {
        ("financial_responsibility", "amount")
    }


def test_totals_keep_money_and_kind_apart_to_the_cent(office: Store, draft: Agreement) -> None:
    rows = [
        {"item": "a", "payer": "district", "amount": "0.10"},
        {"item": "b", "payer": "district", "amount": "0.20"},
        {"item": "c", "payer": "partner", "amount": "1,000.01", "in_kind": True},
        {"item": "d", "payer": "district", "amount": "5", "in_kind": True},
    ]
    records.update(office, "agreement", draft.id, {"financial_responsibilities": rows})
    assert agreements.totals(office, draft.id) == [
        agreements.PayerTotal("district", Decimal("0.30"), Decimal("5.00")),
        agreements.PayerTotal("partner", Decimal(0), Decimal("1000.01")),
    ]


def test_unknown_templates_and_numbers_are_refused(office: Store, draft: Agreement) -> None:
    with pytest.raises(InputError) as refused:
        drafting.draft(office, str(draft.partnership_id), "nothing", TODAY)
    assert refused.value.code == "template.unknown"
    with pytest.raises(InputError) as unknown:
        agreements.by_number(office, "1999-0001")
    assert unknown.value.code == "agreement.unknown_number"


def test_a_packet_reads_back_what_was_typed(office: Store, draft: Agreement) -> None:
    records.update(office, "agreement", draft.id, {
        "services": [{"description": name, "place": name} for name in NAMES],
        "outcomes": [{"statement": NAMES[3], "target": "12.5", "unit": "%"}],
        "financial_responsibilities": [{"item": NAMES[0], "amount": "1234.5", "payer": "shared"}],
    })
    pdf = packets.packet(office, draft.id, "", lambda _: english)
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf.data)).pages]
    whole = "".join("".join(pages).split())
    for name in NAMES:
        assert "".join(name.split()) in whole
    assert "12.5%" in whole and "$1,234.50" in whole and "HillSchool" in whole
    assert pdf.warnings == ()
    assert pdf.pages == len(pages) and pdf.sha256 == hashlib.sha256(pdf.data).hexdigest()
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "2026-0001" in page and "Revision 1" in page


def test_a_character_that_no_font_has_is_named_before_printing(
    office: Store, draft: Agreement
) -> None:
    records.change_field(office, Agreement, draft.id, "purpose", "Signs: 𒀀 and \ue000")
    found = packets.unprintable(office, draft.id, "", lambda _: english)
    assert {each.character for each in found} == {"𒀀", "\ue000"}
    assert packets.packet(office, draft.id, "", lambda _: english).warnings == found
