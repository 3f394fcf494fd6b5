"""Is everything in the office sound: the file, its references, its history, its index?"""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from partner_desk.model.errors import EnvironmentProblem, Problem
from partner_desk.model.registry import KINDS, SEARCHED
from partner_desk.store import change_log
from partner_desk.store.search_index import SearchIndex
from partner_desk.store.store import Store
from partner_desk.store.tables import table_of

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found. ``digest`` stands for all live records, "" when they cannot be read."""

    ok: bool
    problems: tuple[Problem, ...]
    digest: str


def check(store: Store) -> CheckResult:
    """Look at the whole office. A damaged one is a result, not an error."""
    problems, digest = [], ""
    try:
        with store.reading() as reader:
            connection = reader.connection
            problems += _structure(connection, quick=False)
            problems += _references(connection)
            problems += [
                Problem("check.history_altered", values={"change_set": set_id})
                for set_id in change_log.broken_links(connection)[:_SHOWN]
            ]
            problems += _index(connection, store.index)
        digest = store.digest()
    except (EnvironmentProblem, DBAPIError, ValueError, TypeError) as error:
        # A torn page shows as an error of the driver or as a value no field can hold.
        if isinstance(error, EnvironmentProblem) and error.code not in DAMAGE:
            raise
        problems.append(Problem("check.unreadable", values={"detail": _detail(error)}))
    return CheckResult(not problems, tuple(problems), digest)


DAMAGE = ("office.damaged", "office.not_an_office")
"""Codes by which the store says that a file is no sound office."""


def is_sound(store: Store) -> bool:
    """The quick look after an unclean exit: whether the file can be relied on."""
    try:
        with store.reading() as reader:
            return not _structure(reader.connection, quick=True)
    except EnvironmentProblem as problem:
        if problem.code in DAMAGE:
            return False
        raise


def _detail(error: Exception) -> str:
    cause = error.__cause__ if isinstance(error, EnvironmentProblem) else error
    return str(getattr(cause, "orig", None) or cause or error)


def _structure(connection: Connection, *, quick: bool) -> list[Problem]:
    if connection.dialect.name != "sqlite":
        return []  # A server checks its own pages.
    pragma = "quick_check" if quick else "integrity_check"
    found = connection.exec_driver_sql(f"PRAGMA {pragma}({_SHOWN})").scalars().all()
    return [Problem("check.damaged", values={"detail": text}) for text in found if text != "ok"]


def _references(connection: Connection) -> list[Problem]:
    dangling: dict[tuple[str, str], int] = {}
    if connection.dialect.name == "sqlite":
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            dangling[row[0], row[2]] = dangling.get((row[0], row[2]), 0) + 1
    else:
        dangling = _dangling_by_query(connection)
    return [
        Problem("check.dangling", values={"kind": kind, "target": target, "count": count})
        for (kind, target), count in sorted(dangling.items())
    ]


def _dangling_by_query(connection: Connection) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for entity in KINDS.values():
        table = table_of(entity.kind)
        for each in entity.declarations.values():
            if not each.target:
                continue
            parent = table_of(each.target).alias("parent")
            column = table.c[each.name]
            statement = (
                select(func.count())
                .select_from(table.outerjoin(parent, parent.c.id == column))
                .where(column.is_not(None), parent.c.id.is_(None))
            )
            if count := int(connection.execute(statement).scalar_one()):
                key = (entity.kind, each.target)
                found[key] = found.get(key, 0) + count
    return found


def _index(connection: Connection, index: SearchIndex) -> list[Problem]:
    problems = []
    for kind in SEARCHED:
        table = table_of(kind)
        live = set(connection.execute(select(table.c.row).where(table.c.deleted_at.is_(None)))
                   .scalars())
        found = set(connection.execute(index.rows(kind)).scalars())
        if live != found:
            values = {"kind": kind, "missing": len(live - found), "extra": len(found - live)}
            problems.append(Problem("check.index", values=values))
    return problems
