"""Sending out and signing when two people do it at once, undo it, or trash the agreement."""

from decimal import Decimal
from typing import Any

import pytest

from partner_desk.model.agreements import Agreement, FinancialResponsibility
from partner_desk.model.errors import EnvironmentProblem, InputError
from partner_desk.model.history import Operation
from partner_desk.model.library import SigningAuthority
from partner_desk.services import (
    authority,
    drafting,
    records,
    revisions,
    sending,
    signing,
)
from partner_desk.services.agreement_lists import amounts_of
from partner_desk.services.packet_content import placeholder_values
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


@pytest.fixture
def draft(any_office: Store) -> Agreement:
    return ready_agreement(any_office)


def test_a_number_that_went_out_is_not_given_again(any_office: Store, draft: Agreement) -> None:
    first = sent_out(any_office, draft)
    any_office.undo()
    assert at_revision(any_office, draft) == revisions.Working(2, None, False)
    any_office.redo()
    assert at_revision(any_office, draft) == revisions.Working(1, first, False)


def test_two_who_send_at_once_make_one_revision(
    any_office: Store, draft: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = sending._printed

    def while_another_sends(*given: Any) -> Any:
        monkeypatch.setattr(sending, "_printed", printed)
        sent_out(any_office, draft)
        return printed(*given)

    monkeypatch.setattr(sending, "_printed", while_another_sends)
    with pytest.raises(InputError) as caught:
        sent_out(any_office, draft)
    assert caught.value.code == "revision.changed_meanwhile"
    with any_office.reading() as reader:
        assert [each.number for each in revisions.revisions(reader, draft.id)] == [1]


def test_one_in_trash_is_neither_sent_nor_signed(any_office: Store, draft: Agreement) -> None:
    sent_out(any_office, draft)
    records.delete(any_office, Agreement, draft.id)
    before = any_office.digest()
    who = signatories(any_office, draft.id)
    with pytest.raises(EnvironmentProblem, match="record.gone"):
        sent_out(any_office, draft)
    with pytest.raises(EnvironmentProblem, match="record.gone"):
        signing.confirm(any_office, draft.id, {each.id: TODAY for each in who.values()}, TODAY)
    assert any_office.digest() == before


def test_two_who_confirm_at_once_make_it_active(
    any_office: Store, draft: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent_out(any_office, draft)
    who = signatories(any_office, draft.id)
    all_signed = signing._all_signed

    def while_another_confirms(*given: Any) -> bool:  # Between looking and writing.
        monkeypatch.setattr(signing, "_all_signed", all_signed)
        signing.confirm(any_office, draft.id, {who["district"].id: TODAY}, TODAY)
        return all_signed(*given)

    monkeypatch.setattr(signing, "_all_signed", while_another_confirms)
    signed = signing.confirm(any_office, draft.id, {who["partner"].id: TODAY}, TODAY)
    assert (signed.status, signed.signed_on) == ("active", TODAY)
    assert stored(any_office, draft).status == "active"


@pytest.mark.parametrize(
    ("status", "code"), [("active", "sign.in_force"), ("expired", "sign.over"),
                         ("terminated", "sign.over"), ("superseded", "sign.over")],
)
def test_what_was_signed_already_is_not_sent_again(
    any_office: Store, draft: Agreement, status: str, code: str
) -> None:
    records.change_field(any_office, Agreement, draft.id, "status", status)
    with pytest.raises(InputError) as caught:
        sending.freeze(any_office, draft.id, TODAY, catalogue)
    assert caught.value.code == code


def _money(office: Store, agreement: Agreement, payer: str, amount: str) -> None:
    with office.writing(Operation("test.rows")) as work:
        work.add(FinancialResponsibility(agreement_id=agreement.id, position=9, item="More",
                                         payer=payer, amount=Decimal(amount)))


def _rule(office: Store, limit: str) -> None:
    with office.writing(Operation("test.rule")) as work:
        work.add(SigningAuthority(name="Dana Cole", up_to=Decimal(limit)))


def test_what_the_district_pays_is_the_same_in_lists_clauses_and_for_who_may_sign(
    any_office: Store, draft: Agreement
) -> None:
    _money(any_office, draft, "shared", "749.50")
    _money(any_office, draft, "partner", "5000")
    _rule(any_office, "1999.99")
    with any_office.reading() as reader:
        assert amounts_of(reader, [draft])[draft.id].district == Decimal("2000.00")
        (problem,) = authority.refusals(reader, draft, TODAY)
        values = placeholder_values(reader, draft, "en")
    assert (problem.code, problem.values["amount"]) == ("sign.over_limit", Decimal("2000.00"))
    assert values["amount"] == "$2,000.00"


@pytest.mark.parametrize(("sent", "since", "code"), [
    ("1000", "5000", None), ("5000", "1000", "sign.over_limit"),
])
def test_who_signs_needs_authority_for_what_the_paper_says(
    any_office: Store, draft: Agreement, sent: str, since: str, code: str | None
) -> None:
    with any_office.reading() as reader:
        (row,) = reader.find(FinancialResponsibility, agreement_id=draft.id)
    kind = FinancialResponsibility
    records.change_field(any_office, kind, row.id, "amount", Decimal(sent))
    sent_out(any_office, draft)
    _rule(any_office, "2000")
    records.change_field(any_office, kind, row.id, "amount", Decimal(since))
    records.change_field(any_office, Agreement, draft.id, "instrument", "other")
    who = signatories(any_office, draft.id)["district"]

    def confirm() -> Agreement:
        return signing.confirm(any_office, draft.id, {who.id: TODAY}, TODAY)

    if code is None:
        confirm()
        assert signatories(any_office, draft.id)["district"].signed_on == TODAY
    else:
        with pytest.raises(InputError) as caught:
            confirm()
        assert (caught.value.code, caught.value.values["amount"]) == (code, Decimal(sent))


def test_a_kind_of_agreement_that_was_set_after_sending_decides_nothing(
    any_office: Store, draft: Agreement
) -> None:
    sent_out(any_office, draft)
    with any_office.writing(Operation("test.rule")) as work:
        work.add(SigningAuthority(name="Dana Cole", instrument="memorandum"))
    records.change_field(any_office, Agreement, draft.id, "instrument", "other")
    who = signatories(any_office, draft.id)["district"]
    signing.confirm(any_office, draft.id, {who.id: TODAY}, TODAY)
    assert signatories(any_office, draft.id)["district"].signed_on == TODAY


def test_a_limit_is_not_passed_in_small_steps(any_office: Store, draft: Agreement) -> None:
    _rule(any_office, "2000")
    records.change_field(any_office, Agreement, draft.id, "status", "active")
    amendment = drafting.amend(any_office, draft.id, TODAY)
    codes = []
    for amount in ("700", "800"):  # With the 1,250.50 of the agreement itself.
        with any_office.writing(Operation("test.rows")) as work:
            for row in work.find(FinancialResponsibility, agreement_id=amendment.id):
                work.delete(FinancialResponsibility, row.id)
            work.add(FinancialResponsibility(
                agreement_id=amendment.id, item="Books", payer="district", amount=Decimal(amount)
            ))
        with any_office.reading() as reader:
            codes.append([each.code for each in authority.refusals(reader, amendment, TODAY)])
    assert codes == [[], ["sign.over_limit"]]
