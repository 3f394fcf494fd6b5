"""Rows of a tree of categories, each after the one it belongs under."""

from collections.abc import Iterable, Iterator

from partner_desk.files.hsds.rows import Refusal, SourceRow


def in_tree_order(rows: Iterable[SourceRow | Refusal]) -> Iterator[SourceRow | Refusal]:
    """The same rows, parents first; a parent that only a row's own words tell of comes with it.

    Rows that go round in a circle come last, for whoever matches them to refuse.
    """
    everything = list(rows)
    keys = {row.records[0].key for row in everything if isinstance(row, SourceRow)}
    waiting: dict[str, list[SourceRow]] = {}
    ready: list[SourceRow] = []
    for row in everything:
        if isinstance(row, Refusal):
            yield row
            continue
        row = row._replace(records=tuple(
            record for record in row.records if not record.implied or record.key not in keys
        ))
        parent = row.records[0].values.get("parent_id", "")
        if isinstance(parent, str) and parent in keys:
            waiting.setdefault(parent, []).append(row)
        else:
            ready.append(row)
    ready.reverse()
    while ready:
        row = ready.pop()
        yield row
        ready.extend(reversed(waiting.pop(row.records[0].key, [])))
    for rest in waiting.values():
        yield from rest
