"""The state that addresses are in which name none: the one the office itself is in."""

import re
from collections import Counter

from partner_desk.files.sheets.look import Look
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.services.sheets.addresses import split_address, state_letters
from partner_desk.services.sheets.cells import text_of
from partner_desk.services.sheets.settled import Settled
from partner_desk.store.columns import columns
from partner_desk.store.reader import Reader

_STATE, _WHOLE = "address.state_province", "address.whole"
_PARTS_OF_LINE = re.compile(r"\s*[·•|;\r\n]\s*")


def needed_state(reader: Reader, look: Look, settled: Settled) -> str:
    """The state to propose for a sheet whose addresses name none; "" where they do, or no idea."""
    paths = {use.field for use in settled.uses}
    has_addresses = any(path.startswith("address.") for path in paths)
    if not has_addresses or _STATE in paths or _names_states(look, settled):
        return ""
    return home_state(reader)


def home_state(reader: Reader) -> str:
    """Two letters: the state in the office's own address, else that of most of its addresses."""
    office = reader.get(Office, OFFICE_ID)
    return _of_letterhead(office.letterhead if office else "") or _of_most(reader)


def _names_states(look: Look, settled: Settled) -> bool:
    """Whether a column of whole addresses says in which state they are."""
    places = [use.column for use in settled.uses if use.field == _WHOLE]
    return any(
        split_address(text_of(row.cells[place])).state_province
        for row in look.sample for place in places if place < len(row.cells)
    )


def _of_letterhead(letterhead: str) -> str:
    """The state in the line that has a town or a ZIP code beside it."""
    for line in _PARTS_OF_LINE.split(letterhead):
        found = split_address(line)
        if found.state_province and (found.city or found.postal_code):
            return found.state_province
    return ""


def _of_most(reader: Reader) -> str:
    """The state of more than half of the addresses that name one, "" where there is none."""
    counts: Counter[str] = Counter()
    for kind in ("address", "school"):
        for (said,) in columns(reader, kind, ("state_province",)):
            counts[state_letters(said)] += bool(said)
    for state, count in counts.most_common(1):
        return state if count * 2 > counts.total() else ""
    return ""
