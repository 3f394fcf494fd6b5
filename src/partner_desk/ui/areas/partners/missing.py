"""What a partner still lacks before an agreement with it can be signed."""

from typing import TYPE_CHECKING

from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.organizations import Organization

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader


def missing_of(reader: "Reader", organization_id: str) -> list[str]:
    """Of "ein", "reach", "contact" and "signer", what is missing, in this order."""
    organization = reader.get(Organization, organization_id)
    if organization is None:
        return []
    contacts = reader.find(Contact, organization_id=organization_id)
    phones = reader.find(PhoneNumber, organization_id=organization_id)
    phones += reader.find_by(PhoneNumber, "contact_id", [each.id for each in contacts])
    reached = organization.email or phones or any(each.email for each in contacts)
    missing = []
    if not organization.ein:
        missing.append("ein")
    if not reached:
        missing.append("reach")
    if not contacts:
        missing.append("contact")
    elif not any(each.may_sign for each in contacts):
        missing.append("signer")
    return missing
