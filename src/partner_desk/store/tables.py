"""The tables of the office, derived from the declared entities.

Every entity table has a ``row`` of its own beside the record's ``id``: lists and the search index
want a small whole number, and people's data wants an id that is unique in the world.
"""

from threading import Lock

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from partner_desk.model.choices import Choice
from partner_desk.model.fields import Field, Record
from partner_desk.model.folding import fold
from partner_desk.model.registry import ENTITIES, KINDS, SEARCHED
from partner_desk.model.values import Text as TextType
from partner_desk.store.codec import codec_of

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
ROW = BigInteger().with_variant(Integer(), "sqlite")
SORT_KEY = Text().with_variant(Text(collation="C"), "postgresql")
SORT_KEY_LENGTH = 120

_LOOKED_UP: dict[str, tuple[tuple[str, ...], ...]] = {
    "address": (
        ("city", "deleted_at", "location_id"),
        ("region", "deleted_at", "location_id"),
        ("postal_code", "deleted_at", "location_id"),
    ),
    "language": (("name", "deleted_at", "service_id", "location_id", "phone_id"),),
    "location": (("latitude", "longitude", "deleted_at", "id"),),
    "schedule": (
        ("byday", "deleted_at", "opens_at", "closes_at", "valid_to", "service_id", "location_id",
         "service_at_location_id"),
    ),
}
"""Fields of parts by which lists of what they belong to are narrowed.

Each stands with all that is asked along with it, so that no row has to be looked up.
"""
_CARRIED: dict[tuple[str, str], tuple[str, ...]] = {
    ("service", "status"): ("assured_date", "minimum_age", "maximum_age", "organization_id"),
    ("service_at_location", "location_id"): ("deleted_at", "service_id"),
    ("service_category", "category_id"): ("deleted_at", "service_id"),
}
"""What the index of a field carries beside it, for the same end."""


def sort_key(title: str) -> str:
    """What a list sorts by: the folded title, so that case and accents decide nothing."""
    return fold(title)[:SORT_KEY_LENGTH]


def has_sort_key(entity: type[Record]) -> bool:
    """Whether records of this kind are sorted by a title of text."""
    return isinstance(entity.title_field().type, TextType)


def _column(declaration: Field) -> Column[object]:
    codec = codec_of(declaration)
    keys = (
        [ForeignKey(f"{declaration.target}.id", deferrable=True, initially="DEFERRED")]
        if declaration.target
        else []
    )
    # Offices that exist get this when a migration adds the column.
    start = codec.store(declaration.default) if codec.store else declaration.default
    return Column(
        declaration.name,
        codec.column,
        *keys,
        nullable=declaration.type.empty is None,
        server_default=None if start is None else str(start),
    )


def _narrowing(entity: type[Record]) -> list[str]:
    """The choices by which long lists are narrowed, such as active or expired."""
    if entity.kind not in SEARCHED:
        return []
    fields = entity.declarations.values()
    return [each.name for each in fields if each.listed and isinstance(each.type, Choice)]


def _entity_table(entity: type[Record]) -> Table:
    references = [each.name for each in entity.declarations.values() if each.target]
    table = Table(
        entity.kind,
        METADATA,
        Column("row", ROW, primary_key=True, autoincrement=True),
        Column("id", String(36), nullable=False, unique=True),
        Column("sort_key", SORT_KEY, nullable=False),
        *(_column(each) for each in entity.declarations.values()),
    )
    Index(f"ix_{entity.kind}_sort_key", table.c.sort_key, table.c.id, table.c.deleted_at)
    for name in references:
        carried = _CARRIED.get((entity.kind, name), ())
        Index(f"ix_{entity.kind}_{name}", table.c[name], *(table.c[each] for each in carried))
    for name in _narrowing(entity):
        # Holds all that a list narrowed by it asks for: no row has to be looked up for its order.
        Index(
            f"ix_{entity.kind}_{name}", table.c[name], table.c.sort_key, table.c.id,
            table.c.deleted_at,
            *(table.c[each] for each in _CARRIED.get((entity.kind, name), ())),
        )
    for names in _LOOKED_UP.get(entity.kind, ()):
        Index(f"ix_{entity.kind}_{names[0]}", *(table.c[each] for each in names))
    return table


CHANGE_SET = Table(
    "change_set",
    METADATA,
    Column("sequence", ROW, primary_key=True, autoincrement=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("kind", Text(), nullable=False),
    Column("code", Text(), nullable=False),
    Column("values", Text(), nullable=False),
    Column("at", Text(), nullable=False),
    Column("who", Text(), nullable=False),
    Column("computer", Text(), nullable=False),
    Column("note", Text(), nullable=False),
    Column("undoes", String(36)),
    Column("undone_by", String(36)),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)
CHANGE = Table(
    "change",
    METADATA,
    Column("row", ROW, primary_key=True, autoincrement=True),
    Column("sequence", ROW, ForeignKey("change_set.sequence"), nullable=False, index=True),
    Column("kind", Text(), nullable=False),
    Column("record_id", String(36), nullable=False, index=True),
    Column("field", Text(), nullable=False),
    Column("before", Text()),
    Column("after", Text()),
)
BLOB = Table(
    "blob",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("data", LargeBinary(), nullable=False),
)


_TABLES: dict[str, Table] = {}
_LOCK = Lock()


def table_of(kind: str) -> Table:
    """The table in which records of this kind are kept.

    Described when it is first asked for: the first list needs a few of sixty.
    """
    found = _TABLES.get(kind)
    if found is None:
        with _LOCK:  # A job and the window may ask for the same one.
            found = _TABLES.get(kind)
            if found is None:
                found = _TABLES[kind] = _entity_table(KINDS[kind])
    return found


def whole_schema() -> MetaData:
    """All tables of an office."""
    for entity in ENTITIES:
        table_of(entity.kind)
    return METADATA
