"""Drafting an agreement for a partner from a template: two clicks to the open draft."""

from PySide6.QtWidgets import QMenu, QWidget

from partner_desk.model.agreements import AGREEMENT_INSTRUMENTS
from partner_desk.services import drafting, library
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon


class DraftMenu(QMenu):
    """The templates; choosing one drafts an agreement for ``partnership_id`` and opens it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.partnership_id = ""
        self._desk = desk
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)

    def draft(self, template: str) -> None:
        """Draft an agreement from a template and go to it."""
        desk = self._desk
        made = desk.write(
            lambda: drafting.draft(desk.store, self.partnership_id, template, desk.today())
        )
        if made is not None:
            desk.open("agreement", made.id)
            desk.tell(self.tr("Agreement {0} was drafted.").format(made.number), undo=True)

    def _fill(self) -> None:
        self.clear()
        library.ensure(self._desk.store)
        kinds = {each.value for each in AGREEMENT_INSTRUMENTS} - {"amendment"}
        language = self._desk.catalogue.language
        for each in self._desk.read(lambda reader: library.choices(reader, language, kinds)):
            action = self.addAction(icon("agreements"), each.name.replace("&", "&&"))
            action.setToolTip(each.description)
            action.triggered.connect(lambda _checked=False, key=each.key: self.draft(key))
