"""How sheets of one shape are read is remembered for the next of that shape."""

from partner_desk.files.sheets.look import Look
from partner_desk.model.office import ImportMap
from partner_desk.services.sheets.settled import Settled
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store


def remember(store: Store, look: Look, settled: Settled, name: str = "") -> ImportMap | None:
    """Keep what is settled under the shape of the sheet; None when that is what is kept already."""
    raise NotImplementedError


def remembered(reader: Reader, look: Look) -> tuple[str, Settled] | None:
    """The name of the kept way to read such a sheet, and what is settled by it, fitted to it."""
    raise NotImplementedError
