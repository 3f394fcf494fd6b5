"""The office's own directory come back: what it says otherwise for other programs is the same."""

from collections.abc import Mapping
from typing import Any

from partner_desk.files.hsds import RawRecord
from partner_desk.files.hsds.going_out import ein_id, referred_table, scheme_id
from partner_desk.files.hsds.tables import KEPT, NAMES
from partner_desk.files.web_address import web_address
from partner_desk.files.web_codes import codes_read
from partner_desk.model.identity import as_uuid
from partner_desk.model.origins import Imported
from partner_desk.services.importing.source import record_id


class Repeats:
    """Rows that were made of what another record says; remembers employer numbers for them."""

    def __init__(self) -> None:
        self._eins: set[int] = set()

    def note(self, raw: RawRecord, values: Mapping[str, Any]) -> None:
        """Remember the employer number of an organization that is taken."""
        if raw.kind == "organization" and (ein := values.get("ein")):
            self._eins.add(hash((raw.key, ein)))

    def is_one(self, raw: RawRecord) -> bool:
        """Whether a row tells nothing that is not told by its organization or its categories."""
        if raw.kind == "organization_identifier":
            owner, said = raw.values.get("organization_id"), raw.values.get("identifier")
            if not isinstance(owner, str) or not isinstance(said, str):
                return False
            digits = "".join(filter(str.isdigit, said))
            return raw.key == ein_id(owner) and hash((owner, digits)) in self._eins
        if raw.kind == KEPT and raw.values.get("table_name") == "taxonomy":
            told = {name: text for name, text in raw.extra.items() if text}
            name = told.pop("name", "")
            # HSDS asks for a description, for which the name stands.
            return told.pop("id", "") == scheme_id(name) and set(told.items()) <= {
                ("description", name)
            }
        return False


def is_same(held: Any, said: Any, *, is_of_list: bool) -> bool:
    """Whether a file's value is the held one, a web address perhaps written out whole.

    Codes of web pages are read on the way in: where ``is_of_list``, the held one came with them
    from the same list and is put right; the office's own stays as it was typed.
    """
    if held == said:
        return True
    if not isinstance(held, str) or not isinstance(said, str):
        return False
    if not is_of_list and codes_read(held) == said:
        return True
    return held != "" and "://" in said and web_address(held) == said


def as_held(
    stored: Imported, extra: Mapping[str, str], survivors: Mapping[str, str]
) -> dict[str, str]:
    """The other columns of a row; ids that go out for ids of the source are the source's again."""
    return {
        name: stored.extra[name] if _leads_to_the_same(stored, name, text, survivors) else text
        for name, text in extra.items()
    }


def _leads_to_the_same(
    stored: Imported, name: str, text: str, survivors: Mapping[str, str]
) -> bool:
    held, id_ = stored.extra.get(name, ""), as_uuid(text) if len(text) >= 32 else None
    if not held or id_ is None or held == text:
        return False
    if name == "id":
        return id_ == stored.id
    shape = NAMES.get(referred_table(name, stored.extra)) if name.endswith("_id") else None
    if shape is None:
        return False
    key = f"{shape.name}/{held}" if shape.kind == KEPT else held
    found = record_id(stored.source_id or "", shape.kind, key)
    return id_ == survivors.get(found, found)
