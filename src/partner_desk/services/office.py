"""The settings of the office and the people who work in it."""

from partner_desk.model.errors import InputError, Problem
from partner_desk.model.history import Operation
from partner_desk.model.office import OFFICE_ID, Coordinator, Office
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

_LOGO_LIMIT = 5_000_000
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def settings(store: Store) -> Office:
    """The settings of this office."""
    with store.reading() as reader:
        return settings_in(reader)


def settings_in(reader: Reader) -> Office:
    """The settings as a reader sees them; an office without any has the defaults."""
    return reader.get(Office, OFFICE_ID) or Office(id=OFFICE_ID)


def begin(store: Store, values: dict[str, object], coordinator: str) -> Office:
    """Keep the first settings of a new office and its first coordinator. Raises InputError."""
    office = Office.checked({**values, "id": OFFICE_ID})
    # Of a kind that Undo leaves alone: nobody takes back the office he stands in.
    operation = Operation("office.begin", {"name": office.name}, kind="migrate")
    with store.writing(operation) as work:
        work.add(office)
        if coordinator.strip():
            work.add(Coordinator.checked({"name": coordinator}))
    return office


def set_logo(store: Store, data: bytes | None) -> None:
    """Keep a PNG or JPEG picture as the logo, or none. Raises InputError for anything else."""
    if data is not None and not data.startswith(_PICTURES):
        raise InputError(Problem("logo.not_a_picture", "logo"))
    if data is not None and len(data) > _LOGO_LIMIT:
        raise InputError(Problem("logo.too_large", "logo", {"limit": _LOGO_LIMIT}))
    with store.writing(Operation("office.logo")) as work:
        work.change(Office, OFFICE_ID, logo=work.keep_blob(data) if data else "")


def logo(store: Store) -> bytes | None:
    """The picture kept as the logo."""
    with store.reading() as reader:
        return reader.blob(settings_in(reader).logo)


def coordinators(store: Store) -> list[Coordinator]:
    """The people who work in the office now."""
    with store.reading() as reader:
        return [each for each in reader.find(Coordinator) if each.active]
