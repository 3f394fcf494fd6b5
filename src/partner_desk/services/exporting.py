"""A list as a workbook: the records, then a sheet for each kind of rows that belong to them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from partner_desk.files.excel import headings
from partner_desk.files.excel.sheet import Column, Notice, Sheet
from partner_desk.model.agreements import Agreement
from partner_desk.model.contacts import Contact
from partner_desk.model.errors import Cancelled, InputError, Problem
from partner_desk.model.fields import Field, Positioned, Record
from partner_desk.model.places import Location, ServiceAtLocation
from partner_desk.model.queries import ListQuery
from partner_desk.model.registry import ENTITIES, KINDS
from partner_desk.services import agreement_sheets
from partner_desk.services.evaluation_results import evaluation_results as evaluation_results
from partner_desk.services.export_columns import (
    Captions,
    FieldColumn,
    TextOf,
    cells,
    field_column,
)
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

Report = Callable[[int, int | None], None]
_PAGE = 250

_BETWEEN: dict[str, tuple[str, ...]] = {
    "service": ("service_at_location", "location"),
    "organization": ("location", "contact"),
}
"""Kinds whose own rows are shown with a record too: a resource's address is its place's."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """``rows`` of the list itself, the titles of all ``sheets``, and what a person should know."""

    rows: int
    sheets: tuple[str, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """How rows lead to a listed record: its id, and the place or contact between, or ""."""

    record_id: str
    between: str = ""


_Ways = dict[str, dict[str, list[_Way]]]
"""By kind and id of whatever owns rows: the listed records it leads to."""


def export_list(
    store: Store,
    query: ListQuery,
    path: Path,
    text: TextOf,
    *,
    fields: Sequence[str] | None = None,
    public: bool = False,
    one_sheet: bool = False,
    creator: str = "",
    about: str = "",
    report: Report = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ExportResult:
    """Write what ``query`` lists to the .xlsx workbook ``path``, in the list's order.

    ``text`` looks up labels in the reader's language. ``fields`` names the columns of the first
    sheet in their order; None means all. ``public`` leaves out every field that is not declared
    to be public, and what belongs to contacts: for a file that goes to anyone. ``one_sheet``
    leaves out the sheets of what belongs to the records. ``about`` says what the list was
    narrowed by, on a sheet of its own behind the first. ``report`` gets the records done and all
    there are to do, counted anew for every sheet. Raises InputError
    ("field.unknown", "export.nothing_public"), EnvironmentProblem and Cancelled; after any of
    them an older file at ``path`` is as it was.
    """
    from partner_desk.files.excel.workbook import write

    columns = [
        field_column(each, text) for each in chosen_fields(KINDS[query.kind], fields, public)
    ]
    with store.reading() as reader:
        ids = reader.ids(query)
        children = [
            each
            for each in ([] if one_sheet else _child_kinds(query.kind))
            if _own_fields(each, public) and reader.count(ListQuery(each.kind))
        ]
        whole_agreements = query.kind == "agreement" and fields is None and not public
        whole_agreements = whole_agreements and not one_sheet
        totals = agreement_sheets.totals(reader, query, text) if whole_agreements else None
    export = _Export(store, query.kind, ids, text, public, cancelled)
    export.announce(report, 1 + len(children))
    title = text(KINDS[query.kind].plural)
    written = write(
        path, _explained(export.sheets(columns, children, totals), about, text), title=title,
        creator=creator, cancelled=cancelled,
    )
    return ExportResult(export.listed, written.sheets, written.notices)


def _explained(sheets: Iterator[Sheet], about: str, text: TextOf) -> Iterator[Sheet]:
    """The sheets, after the first of them one that says what the list was narrowed by."""
    for place, each in enumerate(sheets):
        yield each
        if about and place == 0:
            yield Sheet(text(headings.ABOUT), (Column(text(headings.ABOUT)),), [(about,)])


def chosen_fields(
    entity: type[Record], names: Sequence[str] | None, public: bool
) -> list[Field]:
    """The fields to show: the named ones, or all with the title first."""
    visible = {each.name: each for each in entity.visible_fields() if _may_leave(each, public)}
    if not any(each.public for each in visible.values()) and public:
        raise InputError(Problem("export.nothing_public", "", {"kind": entity.kind}))
    if names is None and entity is Agreement:
        return agreement_sheets.in_list_order(list(visible.values()))
    if names is None:
        return sorted(visible.values(), key=lambda each: not each.title)
    unknown = [name for name in names if name not in visible]
    if unknown:
        raise InputError(*(Problem("field.unknown", name, {"name": name}) for name in unknown))
    return [visible[name] for name in names]


def _may_leave(field: Field, public: bool) -> bool:
    """Whether a field may stand in the file; a reference shows the title of what it names."""
    if not public:
        return True
    return KINDS[field.target].title_field().public if field.target else field.public


def _child_kinds(kind: str) -> list[type[Record]]:
    owners = {kind, *_BETWEEN.get(kind, ())}
    return [
        entity
        for entity in ENTITIES
        if entity.kind != kind and any(each.target in owners for each in entity.owner_fields())
    ]


class _Export:
    """One export: a transaction for each page of records, so that nobody has to wait for it."""

    def __init__(
        self,
        store: Store,
        kind: str,
        ids: list[str],
        text: TextOf,
        public: bool,
        cancelled: Callable[[], bool],
    ) -> None:
        self.listed = 0
        self._store, self._kind, self._ids = store, kind, ids
        self._text, self._public, self._cancelled = text, public, cancelled
        self._captions = Captions()
        self._report: Report = lambda done, total: None
        self._done, self._total = 0, 0

    def announce(self, report: Report, sheets: int) -> None:
        """Tell ``report`` of every page from now on; each sheet goes through all records."""
        self._report, self._total = report, len(self._ids) * sheets

    def sheets(
        self, columns: Sequence[FieldColumn], children: Sequence[type[Record]],
        totals: Sheet | None,
    ) -> Iterator[Sheet]:
        """The sheet of the records, then their totals, then ``children`` that have rows."""
        plural = self._text(KINDS[self._kind].plural)
        headed = tuple(each.column for each in columns)
        if totals is None:
            yield Sheet(plural, headed, self._records(columns))
        else:
            front, place = agreement_sheets.columns(self._text), len(agreement_sheets.FIRST)
            headed = (*headed[:place], *front, *headed[place:])
            yield Sheet(plural, headed, self._agreements(columns, place))
            if totals.rows:
                yield totals
        for entity in children:
            shown = [field_column(each, self._text) for each in _own_fields(entity, self._public)]
            rows = self._child_rows(entity, shown)
            first = next(rows, None)
            if first is not None:
                headed = (*self._leading(entity), *(each.column for each in shown))
                yield Sheet(self._text(entity.plural), headed, chain([first], rows))

    def _records(self, columns: Sequence[FieldColumn]) -> Iterator[tuple[object, ...]]:
        for reader, page in self._pages():
            records = reader.get_many(KINDS[self._kind], page)
            self.listed += len(records)
            yield from cells(reader, self._captions, columns, records)

    def _agreements(
        self, columns: Sequence[FieldColumn], place: int
    ) -> Iterator[tuple[object, ...]]:
        """Agreements with partner and amounts after their first ``place`` fields."""
        for reader, page in self._pages():
            records = reader.get_many(Agreement, page)
            self.listed += len(records)
            rows = cells(reader, self._captions, columns, records)
            for row, more in zip(rows, agreement_sheets.cells(reader, records), strict=True):
                yield (*row[:place], *more, *row[place:])

    def _child_rows(
        self, entity: type[Record], shown: Sequence[FieldColumn]
    ) -> Iterator[tuple[object, ...]]:
        with_between = len(self._leading(entity)) == 2
        for reader, page in self._pages():
            found = self._children(reader, entity, page)
            if not found:
                continue
            self._captions.fetch(reader, self._kind, [way.record_id for way, _ in found])
            rows = cells(reader, self._captions, shown, [record for _, record in found])
            for (way, _), row in zip(found, rows, strict=True):
                name = self._captions.of(self._kind, way.record_id)
                yield (name, way.between, *row) if with_between else (name, *row)

    def _children(
        self, reader: Reader, entity: type[Record], page: Sequence[str]
    ) -> list[tuple[_Way, Record]]:
        """The rows of ``entity`` that lead to records of ``page``, in the page's order."""
        found: dict[tuple[str, str], tuple[_Way, Record]] = {}
        ways = self._ways(reader, entity, page)
        for owner in entity.owner_fields():
            leading = ways.get(owner.target, {})
            for record in reader.find_by(entity, owner.name, list(leading)):
                for way in leading[getattr(record, owner.name)]:
                    key = way.record_id, record.id
                    if key not in found or found[key][0].between == "":
                        found[key] = way, record
        order = {record_id: index for index, record_id in enumerate(page)}
        return sorted(found.values(), key=lambda each: _place(each, order))

    def _ways(self, reader: Reader, entity: type[Record], page: Sequence[str]) -> _Ways:
        ways: _Ways = {self._kind: {each: [_Way(each)] for each in page}}
        owners = {each.target for each in entity.owner_fields()}
        if self._kind == "service" and owners & {"service_at_location", "location"}:
            self._ways_of_services(reader, page, ways)
        elif self._kind == "organization":
            for between in (Location, Contact):
                if between.kind in owners and not (self._public and between is Contact):
                    self._ways_of_organizations(reader, between, page, ways)
        return ways

    def _ways_of_services(self, reader: Reader, page: Sequence[str], ways: _Ways) -> None:
        offers = reader.find_by(ServiceAtLocation, "service_id", page)
        self._captions.fetch(reader, "location", [each.location_id for each in offers])
        for offer in offers:
            place = self._captions.of("location", offer.location_id)
            way = _Way(offer.service_id or "", place)
            ways.setdefault(ServiceAtLocation.kind, {})[offer.id] = [way]
            if offer.location_id:
                ways.setdefault("location", {}).setdefault(offer.location_id, []).append(way)

    def _ways_of_organizations(
        self, reader: Reader, between: type[Record], page: Sequence[str], ways: _Ways
    ) -> None:
        for record in reader.find_by(between, "organization_id", page):
            way = _Way(getattr(record, "organization_id", ""), record.caption)
            ways.setdefault(between.kind, {})[record.id] = [way]

    def _leading(self, entity: type[Record]) -> tuple[Column, ...]:
        """The columns before a row's own: the listed record, and what stands between."""
        parent = Column(self._text(KINDS[self._kind].label))
        owners = {each.target for each in entity.owner_fields()}
        if owners.intersection(_BETWEEN.get(self._kind, ())):
            return parent, Column(self._text(headings.PLACE_OR_CONTACT))
        return (parent,)

    def _pages(self) -> Iterator[tuple[Reader, list[str]]]:
        for start in range(0, len(self._ids), _PAGE):
            if self._cancelled():
                raise Cancelled
            page = self._ids[start : start + _PAGE]
            with self._store.reading() as reader:
                yield reader, page
            self._done += len(page)
            self._report(self._done, self._total)


def _own_fields(entity: type[Record], public: bool) -> list[Field]:
    """What a row of its parent's sheet shows: all but the owners, its title first."""
    fields = [
        each for each in entity.visible_fields() if not each.owner and _may_leave(each, public)
    ]
    return sorted(fields, key=lambda each: not (each.title or each.target))


def _place(found: tuple[_Way, Record], order: dict[str, int]) -> tuple[int, str, int, str, str]:
    way, record = found
    position = record.position if isinstance(record, Positioned) else 0
    return order[way.record_id], way.between, position, record.caption, record.id
