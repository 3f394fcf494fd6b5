"""Who the partners of many agreements are, in few questions to the store."""

from collections.abc import Sequence

from partner_desk.model.agreements import Agreement
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.store.reader import Reader


def partner_names(reader: Reader, agreements: Sequence[Agreement]) -> dict[str, str]:
    """The partner's name by the id of the agreement; "" where the partner is gone."""
    partnerships = partnerships_of(reader, agreements)
    wanted = {each.organization_id for each in partnerships.values() if each.organization_id}
    names = {each.id: each.name for each in reader.get_many(Organization, sorted(wanted))}
    found: dict[str, str] = {}
    for each in agreements:
        partnership = partnerships.get(each.partnership_id or "")
        own = partnership.name if partnership else ""
        organization = partnership.organization_id if partnership else None
        found[each.id] = names.get(organization or "", own)
    return found


def partnerships_of(reader: Reader, agreements: Sequence[Agreement]) -> dict[str, Partnership]:
    """The partnerships of these agreements, by their own id."""
    wanted = {each.partnership_id for each in agreements if each.partnership_id}
    return {each.id: each for each in reader.get_many(Partnership, sorted(wanted))}
