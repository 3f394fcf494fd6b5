"""An office with one agreement that lacks nothing, for the tests of its way home."""

from datetime import date
from decimal import Decimal

from partner_desk.files.catalogue import Catalogue
from partner_desk.model.agreements import (
    Agreement,
    AgreementService,
    FinancialResponsibility,
    Outcome,
    Revision,
    Signatory,
)
from partner_desk.model.contacts import Contact
from partner_desk.model.history import Operation
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership, PartnershipSchool, School
from partner_desk.services import drafting, revisions, sending
from partner_desk.services.revisions import Text
from partner_desk.store.store import Store

TODAY = date(2026, 8, 3)


def catalogue(language: str) -> Text:
    """The texts of a language."""
    return Catalogue(language).text


def ready_agreement(office: Store, language: str = "en") -> Agreement:
    """An agreement of the office that can go out for signature."""
    partner = Organization(
        name="River Club", description="A club", ein="123456789", email="club@example.org"
    )
    with office.writing(Operation("test.partner")) as work:
        if work.get(Office, OFFICE_ID) is None:
            work.add(Office(id=OFFICE_ID, name="East Office", district="East Schools",
                            signer_name="Dana Cole", signer_title="Superintendent"))
        work.add(partner)
        work.add(Contact(organization_id=partner.id, name="Ana Ruiz", title="Director",
                         may_sign=True, email="ana@example.org"))
        partnership = work.add(Partnership(organization_id=partner.id, name="River Club"))
        school = work.add(School(name="Lincoln Elementary", principal="Pat Lee"))
        work.add(PartnershipSchool(partnership_id=partnership.id, school_id=school.id))
    draft = drafting.draft(office, partnership.id, "memorandum", TODAY, language)
    with office.writing(Operation("test.rows")) as work:
        work.add(AgreementService(agreement_id=draft.id, position=1,
                                  description="Homework help", place="Library"))
        work.add(Outcome(agreement_id=draft.id, position=1, statement="More children read",
                         baseline=Decimal("12"), target=Decimal("20")))
        work.add(FinancialResponsibility(agreement_id=draft.id, position=1, item="Snacks",
                                         payer="district", amount=Decimal("1250.50")))
    return draft


def signatories(office: Store, agreement_id: str) -> dict[str, Signatory]:
    """Who signs, by the side."""
    with office.reading() as reader:
        found = reader.find(Signatory, agreement_id=agreement_id)
    return {each.party: each for each in found}


def stored(office: Store, agreement: Agreement) -> Agreement:
    """The agreement as the office has it now."""
    with office.reading() as reader:
        found = reader.get(Agreement, agreement.id)
    assert found is not None
    return found


def at_revision(office: Store, agreement: Agreement) -> revisions.Working:
    """Which revision the agreement is at now."""
    with office.reading() as reader:
        return revisions.working(reader, stored(office, agreement))


def sent_out(office: Store, agreement: Agreement) -> Revision:
    """The revision that sending the agreement out today makes."""
    return sending.freeze(office, agreement.id, TODAY, catalogue)
