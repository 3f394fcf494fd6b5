"""The registry of partners: organizations that the office deals with."""

from collections.abc import Mapping, Sequence
from typing import Any

from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.model.queries import AnyOf, ListQuery, OneOf
from partner_desk.services import records
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

_SOUGHT = 5000
"""So many records of each kind are looked through for a partnership by name."""


def register(store: Store, values: Mapping[str, Any]) -> Organization:
    """Keep an organization with nested contacts and phones, and a partnership with it.

    Without a partnership among ``values`` one is begun at the stage of an inquiry. All of it is
    one change set. Raises InputError.
    """
    found = records.build(Organization, values)
    organization = found[0]
    assert isinstance(organization, Organization)
    if not any(isinstance(each, Partnership) for each in found):
        found.append(first_partnership(organization))
    operation = Operation("partner.register", {"name": organization.name})
    with store.writing(operation) as work:
        work.add_many(found)
    return organization


def begin_partnership(store: Store, organization_id: str) -> Partnership:
    """Make an organization of the directory a partner, at the stage of an inquiry."""
    with store.reading() as reader:
        organization = reader.get(Organization, organization_id) or Organization(
            id=organization_id)
    with store.writing(Operation("partnership.begin", {"name": organization.name})) as work:
        return work.add(first_partnership(organization))


def first_partnership(organization: Organization) -> Partnership:
    """What makes an organization a partner: called as it is, at the stage of an inquiry."""
    return Partnership(organization_id=organization.id, name=organization.name)


def partnerships_of(store: Store, organization_id: str) -> list[Partnership]:
    """The live partnerships of an organization."""
    with store.reading() as reader:
        return reader.find(Partnership, organization_id=organization_id)


def partnerships_called(reader: Reader, words: Sequence[str], limit: int) -> list[str]:
    """The ids of at most ``limit`` partnerships of such a name, or whose organization has one.

    Folded ``words`` each begin a word of the name. In the order of the organizations' names.
    """
    either = AnyOf((
        OneOf("id", tuple(reader.title_matches("partnership", words, _SOUGHT))),
        OneOf("organization_id", tuple(reader.title_matches("organization", words, _SOUGHT))),
    ))
    return reader.ids(ListQuery("partnership", where=(either,), order="organization_id"), limit)
