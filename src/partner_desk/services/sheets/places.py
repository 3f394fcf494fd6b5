"""Places that an organization has already: a sheet that tells of one of them brings no second."""

from partner_desk.files.hsds import RawRecord, SourceRow
from partner_desk.model.folding import fold
from partner_desk.model.places import Address, Location
from partner_desk.services.importing.match import Matcher
from partner_desk.services.importing.source import record_id
from partner_desk.services.importing.undoubling import where_mark
from partner_desk.store.reader import Reader

_BATCH = 500


class HeldPlaces:
    """The office's places by organization, street and city; read once for a whole import."""

    def __init__(self, reader: Reader, source_id: str) -> None:
        self._source_id = source_id
        self._by_where: dict[int, str] = {}
        self._ids: set[int] = set()
        batch: list[Location] = []
        for each in reader.stream(Location):
            self._ids.add(hash(each.id))
            if each.organization_id:
                batch.append(each)
            if len(batch) >= _BATCH:
                self._take(reader, batch)
        self._take(reader, batch)

    def _take(self, reader: Reader, batch: list[Location]) -> None:
        homes = {each.id: each.organization_id or "" for each in batch}
        for each in reader.find_by(Address, "location_id", list(homes)):
            home = homes[each.location_id or ""]
            where = _mark(home, each.address_1, each.city)
            self._by_where.setdefault(where, each.location_id or "")
        batch.clear()

    def reused(self, matcher: Matcher, row: SourceRow) -> SourceRow:
        """The row with the office's own place instead of one that would be the same."""
        if not self._by_where:
            return row
        known = {
            each.key: held for each in row.records[1:]
            if each.kind == "location" and (held := self._held(matcher, row, each))
        }
        if not known:
            return row
        return row._replace(records=tuple(
            _led(each, known) for each in row.records
            if not (each.kind == "location" and each.key in known)
            and each.values.get("location_id") not in (
                known if each.kind == "address" else ()
            )
        ))

    def _held(self, matcher: Matcher, row: SourceRow, place: RawRecord) -> str:
        """The id of the office's place with the same street and city, "" for none."""
        home = place.values.get("organization_id")
        if not isinstance(home, str) or hash(record_id(
            self._source_id, "location", place.key
        )) in self._ids:
            return ""
        home_id = matcher.id_of("organization", home)
        for each in row.records[1:]:
            if each.kind == "address" and each.values.get("location_id") == place.key:
                said = (str(each.values.get(name, "")) for name in ("address_1", "city"))
                return self._by_where.get(_mark(home_id, *said), "")
        return ""


def _led(record: RawRecord, known: dict[str, str]) -> RawRecord:
    """The record, leading to the office's place where it led to the sheet's."""
    place = record.values.get("location_id")
    if not isinstance(place, str) or place not in known:
        return record
    return record._replace(values={**record.values, "location_id": known[place]})


def _mark(home: str, where: str, city: str) -> int:
    """What two addresses of one organization have in common, however its street is written."""
    if fold(where) == fold(city):
        where = ""  # A town alone; once it stood in the street as well.
    return hash((home, *where_mark(where, city)))
