"""The search index: words of every searchable field, folded, found by how they begin.

SQLite has one FTS5 table per searched kind, whose rowid is the record's row; PostgreSQL has one
table of weighted vectors. Both are fed the same folded text, so both find the same records.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from sqlalchemy import (
    ARRAY,
    TEXT,
    BindParameter,
    Connection,
    Select,
    bindparam,
    column,
    false,
    func,
    select,
    table,
    text,
)

from partner_desk.model.registry import SEARCHED
from partner_desk.store.bulk import BulkWriter


class Document(NamedTuple):
    """What is searched of one record: its row, folded title and all folded words."""

    row: int
    title: str
    words: str


class SearchIndex(Protocol):
    """What differs between the engines' full text searches."""

    def create(self, connection: Connection) -> None:
        """Make what the index needs; it is empty then."""

    def drop(self, connection: Connection) -> None:
        """Take the index away, if it is there."""

    def replace(self, bulk: BulkWriter, kind: str, documents: Sequence[Document]) -> None:
        """Put these documents in place of those of the same rows."""

    def remove(self, connection: Connection, kind: str, rows: Iterable[int]) -> None:
        """Take the documents of these rows out."""

    def matches(self, kind: str, words: Sequence[str], *, in_title: bool = False) -> Select[Any]:
        """SELECT of the rows of ``kind`` with words that begin so, every one of them."""

    def rows(self, kind: str) -> Select[Any]:
        """SELECT of all rows of ``kind`` that have a document."""

    def read(self, connection: Connection, found: Select[Any]) -> list[int]:
        """All the rows that a SELECT such as ``matches`` finds."""


class SqliteSearchIndex:
    """FTS5 over folded text. Prefix indexes make the first letters typed as quick as the rest."""

    def create(self, connection: Connection) -> None:
        for kind in SEARCHED:
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE search_{kind} USING fts5(title, words, "
                "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\", "
                "prefix='1 2 3')"
            )

    def drop(self, connection: Connection) -> None:
        for kind in SEARCHED:
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS search_{kind}")

    def replace(self, bulk: BulkWriter, kind: str, documents: Sequence[Document]) -> None:
        names = ("rowid", "title", "words")
        searched = table(f"search_{kind}", *map(column, names))
        bulk.replace(searched, names, documents)

    def remove(self, connection: Connection, kind: str, rows: Iterable[int]) -> None:
        connection.exec_driver_sql(
            f"DELETE FROM search_{kind} WHERE rowid = ?", [(row,) for row in rows]
        )

    def matches(self, kind: str, words: Sequence[str], *, in_title: bool = False) -> Select[Any]:
        terms = " AND ".join(f'"{word}"*' for word in words)
        asked = f"{{title}} : ({terms})" if in_title else terms
        return (
            select(column("rowid"))
            .select_from(table(f"search_{kind}"))
            .where(text(f"search_{kind} MATCH :asked").bindparams(_named("asked", asked)))
        )

    def rows(self, kind: str) -> Select[Any]:
        # The table of sizes is a tenth of the table of texts.
        return select(column("id")).select_from(table(f"search_{kind}_docsize"))

    def read(self, connection: Connection, found: Select[Any]) -> list[int]:
        # One long text crosses from SQLite to Python sooner than 100,000 rows do.
        gathered = select(func.json_group_array(found.subquery().c[0]))
        rows: list[int] = json.loads(connection.execute(gathered).scalar_one())
        return rows


class PostgresqlSearchIndex:
    """Vectors in one table; words of the title weigh A, so that a title can be asked for."""

    def create(self, connection: Connection) -> None:
        connection.exec_driver_sql(
            "CREATE TABLE search_document (kind text NOT NULL, row bigint NOT NULL, "
            "vector tsvector NOT NULL, PRIMARY KEY (kind, row))"
        )
        connection.exec_driver_sql(
            "CREATE INDEX ix_search_document_vector ON search_document USING gin (vector)"
        )

    def drop(self, connection: Connection) -> None:
        connection.exec_driver_sql("DROP TABLE IF EXISTS search_document")

    def replace(self, bulk: BulkWriter, kind: str, documents: Sequence[Document]) -> None:
        bulk.connection.execute(
            text(
                "INSERT INTO search_document (kind, row, vector) VALUES (:kind, :row, "
                "setweight(array_to_tsvector(:title), 'A') || array_to_tsvector(:words)) "
                "ON CONFLICT (kind, row) DO UPDATE SET vector = excluded.vector"
            ).bindparams(
                bindparam("title", type_=ARRAY(TEXT)),
                bindparam("words", type_=ARRAY(TEXT)),
            ),
            [
                {
                    "kind": kind,
                    "row": each.row,
                    "title": _distinct(each.title),
                    "words": _distinct(each.words),
                }
                for each in documents
            ],
        )

    def remove(self, connection: Connection, kind: str, rows: Iterable[int]) -> None:
        connection.execute(
            text("DELETE FROM search_document WHERE kind = :kind AND row = :row"),
            [{"kind": kind, "row": row} for row in rows],
        )

    def matches(self, kind: str, words: Sequence[str], *, in_title: bool = False) -> Select[Any]:
        if any(_is_too_long(word) for word in words):
            return select(column("row")).select_from(table("search_document")).where(false())
        weight = "A" if in_title else ""
        asked = " & ".join(f"'{word}':*{weight}" for word in words)
        return (
            select(column("row"))
            .select_from(table("search_document"))
            .where(
                text("kind = :kind AND vector @@ CAST(:asked AS tsquery)").bindparams(
                    _named("kind", kind), _named("asked", asked)
                )
            )
        )

    def rows(self, kind: str) -> Select[Any]:
        return (
            select(column("row"))
            .select_from(table("search_document"))
            .where(text("kind = :kind").bindparams(_named("kind", kind)))
        )

    def read(self, connection: Connection, found: Select[Any]) -> list[int]:
        return list(connection.execute(found).scalars())


def _named(name: str, value: str) -> BindParameter[str]:
    """A parameter of its own, however many searches stand in one statement."""
    return bindparam(name, value, unique=True)


def _distinct(words: str) -> list[str]:
    return sorted({word for word in words.split() if not _is_too_long(word)})


def _is_too_long(word: str) -> bool:
    # A lexeme holds at most 2046 bytes; a longer "word" is no word anybody types.
    return len(word.encode()) >= 2000


def search_index(engine_name: str) -> SearchIndex:
    """The search index of an engine, "sqlite" or "postgresql"."""
    return PostgresqlSearchIndex() if engine_name == "postgresql" else SqliteSearchIndex()
