"""What a row of a sheet tells of who it is."""

from partner_desk.services.duplicates import Facts, Place
from partner_desk.services.importing.match import Matched


def facts_of_row(outcome: Matched, kind: str) -> Facts:
    """What the row says of its own record, which is of this kind."""
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
