"""What the program can say of itself."""

from partner_desk.store.engine import SQLITE_VERSION
from partner_desk.store.schema import CURRENT


def schema_version() -> str:
    """The format of the offices that this program writes."""
    return CURRENT


def sqlite_version() -> str:
    """The SQLite that keeps office files."""
    return SQLITE_VERSION
