"""The registry of partners: organizations that the office deals with."""

from collections.abc import Mapping
from typing import Any

from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.services import records
from partner_desk.store.store import Store


def register(store: Store, values: Mapping[str, Any]) -> Organization:
    """Keep an organization with nested contacts and phones, and a partnership with it.

    Without a partnership among ``values`` one is begun at the stage of an inquiry. All of it is
    one change set. Raises InputError.
    """
    found = records.build(Organization, values)
    organization = found[0]
    assert isinstance(organization, Organization)
    if not any(isinstance(each, Partnership) for each in found):
        found.append(Partnership(organization_id=organization.id, name=organization.name))
    operation = Operation("partner.register", {"name": organization.name})
    with store.writing(operation) as work:
        work.add_many(found)
    return organization


def begin_partnership(store: Store, organization_id: str) -> Partnership:
    """Make an organization of the directory a partner, at the stage of an inquiry."""
    with store.reading() as reader:
        organization = reader.get(Organization, organization_id)
    name = organization.name if organization else ""
    with store.writing(Operation("partnership.begin", {"name": name})) as work:
        return work.add(Partnership(organization_id=organization_id, name=name))


def partnerships_of(store: Store, organization_id: str) -> list[Partnership]:
    """The live partnerships of an organization."""
    with store.reading() as reader:
        return reader.find(Partnership, organization_id=organization_id)
