"""The coverages of an insurance: what is asked for beside what is on file, a row for each."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from partner_desk.model.compliance import Coverage
from partner_desk.model.fields import Record
from partner_desk.model.folding import fold
from partner_desk.services.compliance import PaperStanding
from partner_desk.services.paper_checks import CoverageNeed, coverage_label
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.showing import TextOf, shown_date, shown_money
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import GAP, HALF, UNIT

_LIMITS = ("per_occurrence", "aggregate")


def coverage_words(record: Record, text: TextOf) -> tuple[str, str]:
    """What a coverage is called, and a line of its insurer, policy, limits and last day."""
    if not isinstance(record, Coverage):
        return record.caption, ""
    parts = (
        record.carrier, record.policy, shown_money(record.per_occurrence),
        shown_money(record.aggregate), shown_date(record.expires_on),
    )
    return text(coverage_label(record.coverage)), " · ".join(each for each in parts if each)


class CoverageTable(QFrame):
    """A small table to read. Without anything asked for it only has what is on file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._labels: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP - HALF)
        self._grid.setVerticalSpacing(UNIT)
        self._grid.setColumnStretch(0, 1)

    def show_standing(self, standing: PaperStanding) -> None:
        """Show coverages asked for and on file; nothing where there is neither."""
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = []
        needs = standing.need.coverages if standing.need is not None else ()
        asked = {fold(each.coverage) for each in needs}
        more = [each for each in standing.coverages if fold(each.coverage) not in asked]
        self.setVisible(bool(needs or more))
        if not needs and not more:
            return
        self._heads(bool(needs))
        for row, need in enumerate(needs, 2):
            key = fold(need.coverage)
            held = [each for each in standing.coverages if fold(each.coverage) == key]
            latest = max(held, key=lambda each: each.expires_on or date.max, default=None)
            self._show_row(row, need, latest, bool(needs))
        for row, each in enumerate(more, 2 + len(needs)):
            self._show_row(row, CoverageNeed(each.coverage), each, bool(needs))

    def _heads(self, with_needs: bool) -> None:
        top = 0 if with_needs else 1
        self._put(top, 1, self.tr("Each occurrence"), "caption", span=2, right=True)
        self._put(top, 3, self.tr("Aggregate"), "caption", span=2, right=True)
        self._put(1, 0, self.tr("Coverage"), "caption")
        if with_needs:
            for column in (1, 3):
                self._put(1, column, self.tr("Asked"), "caption", right=True)
                self._put(1, column + 1, self.tr("On file"), "caption", right=True)
        self._put(1, 5, self.tr("Endorsement"), "caption")
        self._put(1, 6, self.tr("Until"), "caption")

    def _show_row(
        self, row: int, need: CoverageNeed, held: Coverage | None, with_needs: bool
    ) -> None:
        self._put(row, 0, self._desk.text(coverage_label(need.coverage)))
        for column, name in zip((1, 3), _LIMITS, strict=True):
            asked: Decimal | None = getattr(need, name)
            limit: Decimal | None = getattr(held, name, None)
            is_low = asked is not None and (limit is None or limit < asked)
            if with_needs:
                self._put(row, column, _amount(asked), right=True)
            self._put(row, column + 1, _amount(limit), "error" if is_low else "", right=True)
        has_page = held is not None and held.endorsement
        lacks = need.endorsement and not has_page
        words = self.tr("Yes") if has_page else self.tr("Missing") if lacks else "–"
        self._put(row, 5, words, "error" if lacks else "")
        self._put(row, 6, (shown_date(held.expires_on) if held else "") or "–")

    def _put(
        self, row: int, column: int, words: str, role: str = "", *, span: int = 1,
        right: bool = False,
    ) -> None:
        label = words_label(words, role or "caption")
        if column:
            label.setWordWrap(False)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        place = Qt.AlignmentFlag.AlignVCenter | (side if column else Qt.AlignmentFlag(0))
        self._grid.addWidget(label, row, column, 1, span, place)
        self._labels.append(label)


def _amount(amount: Decimal | None) -> str:
    """An amount without cents that are none, so that limits of millions fit a line."""
    return shown_money(amount).removesuffix(".00") or "–"
