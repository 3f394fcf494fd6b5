"""Who brings already what a partnership brings, at the same schools."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from partner_desk.model.fields import Record
from partner_desk.services.categories import name_in
from partner_desk.services.coverage.candidates import Overlap, overlaps_at_intake
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.field_form import FORM_WIDTH
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.theme import UNIT

_TOLD = ("partnership", "partnership_school", "partnership_category", "category", "school")
_MOST = 4


class Overlaps(RecordPart):
    """A banner with a sentence for each overlap; nothing where there is none."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.banner = Banner(tone="info")
        self._more = words_label("", "caption")
        self._links: list[QWidget] = []
        self.setMaximumWidth(FORM_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, UNIT, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)
        self._column.addWidget(self._more)

    def show_record(self, record: Record | None) -> None:
        if record is None:
            return
        found = self._desk.read(lambda reader: overlaps_at_intake(reader, record.id))
        self.setVisible(bool(found))
        sentences = [self._sentence(each) for each in found[:_MOST]]
        self.banner.show_message("\n".join(sentences), "info")
        rest = len(found) - _MOST
        self._more.setVisible(rest > 0)
        self._more.setText(self.tr("And {0} more.").format(rest))
        self._show_links(found)

    def concerns(self, changed: Changed) -> bool:
        return changed.touches(*_TOLD)

    def _sentence(self, overlap: Overlap) -> str:
        """Such as "2 active partnerships already offer Tutoring at Lincoln"."""
        counted = self._desk.plural(
            "{0} active partnership already offers", "{0} active partnerships already offer",
            len(overlap.partnerships),
        )
        category = name_in(overlap.category, self._desk.catalogue.language)
        return self.tr("{0} “{1}” at {2}.").format(counted, category, overlap.school.name)

    def _show_links(self, found: list[Overlap]) -> None:
        for link in self._links:
            link.hide()
            link.deleteLater()
        others = {each.id: each for overlap in found for each in overlap.partnerships}
        self._links = []
        for each in list(others.values())[:_MOST]:
            link = flat_button(each.name.replace("&", "&&"), "chevron-right")
            link.clicked.connect(_opens(self._desk, each.id))
            self._links.append(link)
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)


def _opens(desk: Desk, partnership_id: str) -> Callable[[], None]:
    return lambda: desk.open("partnership", partnership_id)
