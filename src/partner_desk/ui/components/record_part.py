"""What every part of a record view can be asked."""

from PySide6.QtWidgets import QWidget

from partner_desk.model.fields import Record
from partner_desk.ui.desk import Changed


class RecordPart(QWidget):
    """A form, a list of children, a tab: something that shows one record or a part of it."""

    def show_record(self, record: Record | None) -> None:
        """Show this record as it is stored; what is being typed for the same record stays."""
        raise NotImplementedError

    def concerns(self, changed: Changed) -> bool:
        """Whether a change may alter what is shown here."""
        return True

    def commit(self) -> None:
        """Save what is still being typed."""

    def unsaved(self) -> list[str]:
        """What was typed and cannot be saved as it is; closing the window would lose it."""
        return []

    def focus_field(self, name: str) -> bool:
        """Put the cursor into a field; False when it is not here."""
        return False

    def focus_record(self, kind: str, record_id: str, field: str) -> bool:
        """Put the cursor into a field of one of the rows here; False when it is not here."""
        return False
