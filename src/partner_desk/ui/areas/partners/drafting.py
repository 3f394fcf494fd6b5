"""Drafting an agreement for a partner from a template: two clicks to the open draft."""

from PySide6.QtWidgets import QMenu, QWidget

from partner_desk.files.templates import agreement_templates
from partner_desk.services import agreements
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
            lambda: agreements.draft(desk.store, self.partnership_id, template, desk.today())
        )
        if made is not None:
            desk.open("agreement", made.id)
            desk.tell(self.tr("Agreement {0} was drafted.").format(made.number), undo=True)

    def _fill(self) -> None:
        if self.actions():
            return
        language = self._desk.catalogue.language
        for key, template in agreement_templates().items():
            name = template.names.get(language) or template.names["en"]
            action = self.addAction(icon("agreements"), name.replace("&", "&&"))
            action.setToolTip(template.description.get(language) or template.description["en"])
            action.triggered.connect(lambda _checked=False, key=key: self.draft(key))
