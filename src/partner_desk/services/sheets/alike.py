"""What a row that would be new may be the same as."""

from partner_desk.model.queries import ListQuery
from partner_desk.services.duplicates import (
    DUPLICATE_KINDS,
    FIRST_LEVELS,
    Facts,
    Known,
    Likeness,
    Place,
)
from partner_desk.services.importing_match import Matched
from partner_desk.store.reader import Reader

_MOST = 5


class AlikeFinder:
    """Finds records that the office holds; its index is made when it is first needed."""

    def __init__(self, reader: Reader, kind: str) -> None:
        self._reader, self._kind = reader, kind
        self._known: Known | None = None
        self._nothing = kind not in DUPLICATE_KINDS or not reader.count(ListQuery(kind))

    def of(self, outcome: Matched, decided: bool) -> tuple[Likeness, ...]:
        """The likeliest of what the row's own record may be the same as.

        ``decided``: a person said already which it is, and may think again.
        """
        if self._nothing:
            return ()
        if self._known is None:
            # Before anything of this import is written: it is not to be found like itself.
            self._known = Known(self._reader, self._kind)
        own = next(each.record for each in outcome.taken
                   if each.record.kind == self._kind)
        found = self._known.likely(_facts(outcome, self._kind), "" if decided else own.id)
        return tuple(each for each in found if each.level in FIRST_LEVELS)[:_MOST]


def _facts(outcome: Matched, kind: str) -> Facts:
    """What the row says that tells who it is."""
    said: dict[str, list[dict[str, str]]] = {}
    for raw in outcome.row.records:
        values = {name: text for name, text in raw.values.items() if isinstance(text, str)}
        said.setdefault(raw.kind, []).append(values)
    own = said[kind][0]
    addresses = [
        Place(each.get("address_1", ""), each.get("city", ""), each.get("postal_code", ""))
        for each in (*said.get("address", ()), *([own] if kind == "school" else []))
    ]
    phones = [each["number"] for each in said.get("phone", ())]
    record = next(each.record for each in outcome.taken if each.record.kind == kind)
    home = getattr(record, "organization_id", None)
    return Facts(
        own.get("name", ""), _one(own.get("alternate_name", "")), own.get("ein", ""),
        (*phones, *_one(own.get("phone", ""))), _one(own.get("email", "")),
        _one(own.get("website", own.get("url", ""))), tuple(addresses),
        within=_one(home or ""), number=own.get("nces_id", ""),
    )


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
