"""Amounts read from words of a sheet, which go when the sheet says other words: "$20", "Call"."""

from collections import defaultdict
from datetime import UTC, datetime
from decimal import Decimal

from partner_desk.files.hsds import RawRecord, SourceRow
from partner_desk.model.resources import CostOption, Service
from partner_desk.services.importing.match import Matcher
from partner_desk.services.importing.source import SourceMatch, record_id
from partner_desk.services.sheets.costs import costs_in
from partner_desk.store.reader import Reader


class OutdatedCosts:
    """The costs that the office has from a source, by the rows that told of them."""

    def __init__(self, reader: Reader, matcher: Matcher, match: SourceMatch) -> None:
        self._reader, self._matcher = reader, matcher
        self._source_id = match.source.id
        self._moment = datetime.now(UTC).isoformat()
        self._held: dict[int, list[str]] = defaultdict(list)
        if match.fresh:
            return
        for each in reader.stream(CostOption):
            if each.source_id == self._source_id:
                told_by = each.source_key.rpartition("/cost")[0]
                self._held[hash(told_by)].append(each.source_key)

    def dropped(self, row: SourceRow) -> SourceRow:
        """The row with the costs that its new words say no more, to be moved to Trash.

        What a person changed since stays: only what the old words said goes with them.
        """
        own = row.records[0]
        held = self._held.get(hash(own.key))
        if not held or not own.values.get("fees_description"):
            return row
        told = {each.key for each in row.records if each.kind == "cost_option"}
        gone = [key for key in held if key not in told]
        if not gone:
            return row
        service = self._reader.get(Service, self._matcher.id_of("service", own.key))
        said = costs_in(service.fees_description) if service else ()
        known = {(each.option, Decimal(each.amount), each.words) for each in said}
        ids = {record_id(self._source_id, "cost_option", key): key for key in gone}
        values = {"service_id": own.key, "deleted_at": self._moment}
        return row._replace(records=(*row.records, *(
            RawRecord("cost_option", ids[each.id], {**values}, {}, implied=True)
            for each in self._reader.get_many(CostOption, list(ids))
            if (each.option, each.amount, each.amount_description) in known
        )))
