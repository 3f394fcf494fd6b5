"""Which organization a row belongs to: one the office has, or one that the sheet tells of."""

from collections import defaultdict
from collections.abc import Mapping

from partner_desk.model.folding import fold
from partner_desk.model.organizations import Organization
from partner_desk.services.importing.preview import AS_NEW, LEFT_OUT
from partner_desk.services.importing.source import aliases, record_id
from partner_desk.services.sheets.building import Owner
from partner_desk.services.sheets.read_row import CellNote, ReadRow
from partner_desk.store.reader import Reader

_AMONG = ";"
ASKED = "organization:"
"""How what decisions about organizations are kept by begins, before their key."""


class UnclearOwner(Exception):
    """No organization can be told for a row; ``note`` says why.

    ``left`` is the one that a person left out with all its rows.
    """

    def __init__(self, note: CellNote, left: Owner | None = None) -> None:
        super().__init__(note)
        self.note, self.left = note, left


class Owners:
    """The office's organizations by name, number and id in other lists; and those of the sheet.

    ``attach`` is the id of the organization of rows that name none, ``by_itself`` says that a row
    which names none is an organization of its own name. ``decisions`` say by ASKED and its key
    what a person decided of an organization that would be new.
    """

    def __init__(
        self, reader: Reader, attach: str, by_itself: bool, source_id: str,
        decisions: Mapping[str, str],
    ) -> None:
        self._attach, self._by_itself = attach, by_itself
        self._source_id, self._decisions = source_id, decisions
        self._aliases = aliases(reader)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._by_ein: dict[str, list[str]] = defaultdict(list)
        self._told: dict[str, dict[str, str]] = defaultdict(dict)
        self._decided: dict[str, str] = {}
        for each in reader.stream(Organization):
            for name in {fold(each.name), *map(fold, each.alternate_name.split(_AMONG))}:
                if name:
                    self._by_name[name].append(each.id)
            if each.source_key:
                self._by_key[each.source_key].append(each.id)
            if each.ein:
                self._by_ein[each.ein].append(each.id)

    def note(self, row: ReadRow) -> None:
        """Take down what a row tells of its organization: one row has its phone, another its page.

        What was said first stays.
        """
        name = fold(self.name_of(row))
        for field, text in _told(row).items():
            self._told[name].setdefault(field, text)

    def decide(self, row: ReadRow, record_id: str) -> bool:
        """A person said which organization is meant; False where that is none of those in doubt."""
        name = fold(self.name_of(row))
        if record_id not in self._by_name.get(name, ()):
            return False
        self._decided[name] = record_id
        return True

    def name_of(self, row: ReadRow) -> str:
        """What a row calls its organization, "" where it names none."""
        name = row.text("organization", "name")
        if name or not self._by_itself or self._attach or "organization" in row.keys:
            return name
        return row.text("location", "name") or row.text("service", "name")

    def of(self, row: ReadRow) -> Owner:
        """The organization of a row. Raises UnclearOwner."""
        name, key = self.name_of(row), row.keys.get("organization", "")
        told = self._told.get(fold(name), {}) if name else _told(row)
        held = self._by_key.get(key, []) if key else []
        if len(held) == 1 and (not key.isdigit() or not name or held[0] in self._named(name)):
            return Owner(held[0], _changing(told))
        if not name:
            return self._unnamed(row, key)
        found = self._by_ein.get(told.get("ein", ""), []) or self._named(name)
        if len(found) > 1 and fold(name) in self._decided:
            found = [self._decided[fold(name)]]
        if len(found) == 1:
            return Owner(found[0], _changing(told))
        if found:
            values = {"name": name, "count": len(found)}
            heading = row.headings.get("organization.name", "")
            raise UnclearOwner(CellNote(heading, "organization.several", values))
        return self._new(name, {**told, "name": name})

    def _new(self, name: str, told: dict[str, str]) -> Owner:
        """An organization that the office does not have under this name."""
        key = f"name:{fold(name) or name}"
        asked = f"{ASKED}{key}"
        home = record_id(self._source_id, "organization", key)
        decision = self._decisions.get(asked, "")
        if decision == LEFT_OUT:
            left = Owner(key, {}, home, asked, told)
            raise UnclearOwner(CellNote("", "row.left_out", {}), left)
        if decision not in ("", AS_NEW):
            return Owner(decision, _changing(told), home, asked, told)
        if home in self._aliases:
            return Owner(self._aliases[home], _changing(told), home)
        return Owner(key, told, home, asked, told)

    def _named(self, name: str) -> list[str]:
        return self._by_name.get(fold(name), [])

    def _unnamed(self, row: ReadRow, key: str) -> Owner:
        if key:
            raise UnclearOwner(CellNote("", "organization.key_unknown", {"key": key}))
        if self._attach:
            return Owner(self._attach)
        heading = row.headings.get("organization.name", "")
        raise UnclearOwner(CellNote(heading, "organization.not_named", {}))


def _told(row: ReadRow) -> dict[str, str]:
    if ("organization", 1) not in row.values:
        return {}
    return {name: text for name, text in row.values["organization", 1].items() if text}


def _changing(told: dict[str, str]) -> dict[str, str]:
    """What a sheet says of an organization that the office has under its own name."""
    return {name: text for name, text in told.items() if name not in ("name", "ein")}
