"""That somebody made sure entries of the directory are right: who, when, how, what was said."""

from collections.abc import Sequence
from datetime import date

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Operation
from partner_desk.model.office import Coordinator
from partner_desk.model.resources import Service, Verification
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store


def verify(
    store: Store, service_id: str, today: date, by: str = "", method: str = "", note: str = ""
) -> Service:
    """Note that somebody confirmed today that a resource's entry is right.

    ``by`` is the name of who did, "" for whoever works at this computer. ``method`` is one of
    VERIFICATION_METHODS or "". Raises EnvironmentProblem("record.gone") and InputError.
    """
    return verify_many(store, [service_id], today, by, method, note)[0]


def verify_many(
    store: Store, ids: Sequence[str], today: date, by: str = "", method: str = "", note: str = ""
) -> list[Service]:
    """Note that all these resources were confirmed today, as one change."""
    who = by.strip() or store.author.who
    with store.reading() as reader:
        found = reader.get_many(Service, ids)
        email = _email_of(reader, who)
    if len(found) < len(set(ids)) or not found:
        gone = set(ids).difference(each.id for each in found)
        raise EnvironmentProblem("record.gone", kind="service", id=min(gone, default=""))
    noted = [
        Verification.checked({"service_id": each.id, "verified_on": today, "verified_by": who,
                              "method": method, "note": note})
        for each in found
    ]
    with store.writing(_operation(found)) as work:
        work.add_many(noted)
        return [
            work.change(Service, each.id, assured_date=today, assurer_email=email)
            for each in found
        ]


def verifications(reader: Reader, service_id: str) -> list[Verification]:
    """Who made sure of a resource, the newest first."""
    found = reader.find(Verification, service_id=service_id)
    return sorted(found, key=lambda each: (each.verified_on or date.min, each.id), reverse=True)


def _operation(found: Sequence[Service]) -> Operation:
    if len(found) == 1:
        return Operation("service.verify", {"name": found[0].name})
    return Operation("service.verify_many", {"count": str(len(found))})


def _email_of(reader: Reader, name: str) -> str:
    """The address of a coordinator; "" for anybody else, rather than that of somebody before."""
    return next((each.email for each in reader.find(Coordinator, name=name)), "")
