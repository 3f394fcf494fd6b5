"""What the preferences of a computer call one office among others."""

from hashlib import sha256

from partner_desk.ui.desk import Desk


def word_of(desk: Desk) -> str:
    """A short word for this office among those of this computer."""
    place = str(desk.store.path or desk.store.engine.url)
    return sha256(place.encode()).hexdigest()[:12]
