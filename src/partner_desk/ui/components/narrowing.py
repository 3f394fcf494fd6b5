"""What a list is narrowed by beside its filter and its chips, as a list pane shows it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from partner_desk.model.queries import Filter


class Narrowing(QWidget):
    """Stands between the chips and the table; a subclass knows the kind of records."""

    changed = Signal()
    """The list should be narrowed by something else than before."""

    def filters(self) -> tuple[Filter, ...]:
        """What narrows the list now; nothing where it is empty."""
        raise NotImplementedError

    def clear(self) -> None:
        """Narrow by nothing any more."""
        raise NotImplementedError
