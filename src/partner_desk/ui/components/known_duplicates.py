"""How many possible duplicates wait for a decision, as far as somebody has looked for them here.

To look for them takes seconds; what was found the last time is kept with the preferences of this
computer, and corrected with each decision.
"""

from partner_desk.ui.components.duplicates_button import COMPARED_KINDS
from partner_desk.ui.components.this_office import word_of
from partner_desk.ui.desk import Desk


def keep_waiting(desk: Desk, kind: str, count: int) -> None:
    """Keep how many groups of a kind wait."""
    desk.preferences.keep_word(_word(desk, kind), str(count) if count else "")


def waiting(desk: Desk) -> dict[str, int]:
    """How many groups wait, by kind; a kind nobody looked through, or without any, is not there."""
    kept = {kind: desk.preferences.word(_word(desk, kind)) for kind in COMPARED_KINDS}
    # Another hand may have been in the settings.
    return {kind: int(count) for kind, count in kept.items() if count.isdecimal()}


def _word(desk: Desk, kind: str) -> str:
    return f"duplicates/{word_of(desk)}/{kind}"
