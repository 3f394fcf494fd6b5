"""What the office does with resources beyond changing their fields."""

from collections.abc import Mapping
from typing import Any

from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.places import Address, Location, ServiceAtLocation
from partner_desk.model.resources import Service
from partner_desk.store.store import Store


def add_place(store: Store, service_id: str, values: Mapping[str, Any]) -> Location:
    """Keep a new place of a resource: fields of a location and of its address in one.

    Raises InputError naming every problem.
    """
    with store.reading() as reader:
        service = _service(reader.get(Service, service_id), service_id)
    street = str(values.get("address_1") or "").strip()
    own = _of(Location, values)
    if not (own.get("name") or street):
        label = Location.declarations["name"].label
        raise InputError(Problem("field.required", "name", {"field": label}))
    location = Location.checked(
        {**own, "name": own.get("name") or street, "organization_id": service.organization_id}
    )
    records: list[Record] = [location]
    address = {name: each for name, each in _of(Address, values).items() if name not in own}
    if any(address.values()):
        records.append(Address.checked({**address, "location_id": location.id}))
    records.append(ServiceAtLocation(service_id=service.id, location_id=location.id))
    operation = Operation(
        "record.add_child",
        {"kind": "location", "name": location.caption, "parent": service.name},
    )
    with store.writing(operation) as work:
        work.add_many(records)
    return location


def _of(entity: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in values.items() if name in entity.declarations}


def _service(service: Service | None, service_id: str) -> Service:
    if service is None:
        raise EnvironmentProblem("record.gone", kind="service", id=service_id)
    return service
