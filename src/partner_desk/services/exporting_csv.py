"""A list as CSV: the columns of the first sheet of its workbook."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from partner_desk.files import csv_out
from partner_desk.model.errors import Cancelled
from partner_desk.model.queries import ListQuery
from partner_desk.model.registry import KINDS
from partner_desk.services.export_columns import Captions, FieldColumn, TextOf, cells, field_column
from partner_desk.services.exporting import chosen_fields
from partner_desk.store.store import Store

_PAGE = 250


def export_csv(
    store: Store,
    query: ListQuery,
    path: Path,
    text: TextOf,
    *,
    fields: Sequence[str] | None = None,
    public: bool = False,
    report: Callable[[int, int | None], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Write what ``query`` lists to ``path``, in the list's order; tells how many rows.

    ``text``, ``fields`` and ``public`` are as for ``export_list``, and so is what it raises.
    """
    columns = [
        field_column(each, text) for each in chosen_fields(KINDS[query.kind], fields, public)
    ]
    with store.reading() as reader:
        ids = reader.ids(query)

    def rows() -> Iterator[tuple[object, ...]]:
        for start in range(0, len(ids), _PAGE):
            if cancelled():
                raise Cancelled
            yield from _page(store, query.kind, columns, ids[start : start + _PAGE])
            report(min(start + _PAGE, len(ids)), len(ids))

    return csv_out.write(path, [each.column.heading for each in columns], rows())


def _page(
    store: Store, kind: str, columns: Sequence[FieldColumn], ids: Sequence[str]
) -> list[tuple[object, ...]]:
    with store.reading() as reader:
        return cells(reader, Captions(), columns, reader.get_many(KINDS[kind], ids))
