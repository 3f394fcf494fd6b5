"""Identifiers of records: made where the record is made, never changed."""

from uuid import UUID

import uuid_utils

_NAMESPACE = uuid_utils.uuid5(uuid_utils.NAMESPACE_URL, "https://partner-desk.invalid/ids")


def new_id() -> str:
    """A fresh UUIDv7 in its 36 character form; later ids sort after earlier ones."""
    return str(uuid_utils.uuid7())


def derived_id(*parts: str) -> str:
    """The UUIDv5 that ``parts`` always lead to, so that the same thing seen twice is one record."""
    return str(uuid_utils.uuid5(_NAMESPACE, "\x1f".join(parts)))


def as_uuid(text: str) -> str | None:
    """``text`` in canonical UUID form, or None when it is no UUID."""
    try:
        return str(UUID(text.strip()))
    except ValueError:
        return None
