"""Where a record is shown: in an area that takes its kind, else at the record that owns it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from partner_desk.model.registry import KINDS

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader


def place_of(
    reader: "Reader", kind: str, record_id: str, is_shown: Callable[[str], bool]
) -> tuple[str, str] | None:
    """The nearest record at or above this one whose kind some area shows, None when none is."""
    while not is_shown(kind):
        record = reader.get(KINDS[kind], record_id)
        owners = [] if record is None else [
            (link.target, getattr(record, link.name))
            for link in record.owner_fields()
            if getattr(record, link.name)
        ]
        if not owners:
            return None
        kind, record_id = owners[0]
    return kind, record_id
