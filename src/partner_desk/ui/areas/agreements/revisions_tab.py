"""What went out for signature, what came home of it, and what changed in between."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.agreements import PAPER_LANGUAGES, Agreement, Revision
from partner_desk.model.errors import DeskError, EnvironmentProblem
from partner_desk.model.fields import Record
from partner_desk.services import comparing, revisions, scans
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.preview import PdfPreview
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.rows import Row, RowList, row_of, show_rows
from partner_desk.ui.components.showing import shown_date
from partner_desk.ui.components.splitting import keep_shares
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.jobs import Cancelled, Report
from partner_desk.ui.look.theme import GAP, UNIT

if TYPE_CHECKING:
    from partner_desk.files.pdf.render import Pdf
    from partner_desk.store.reader import Reader

_KINDS = ("agreement", "revision", "filed_page", "agreement_school", "agreement_service", "outcome",
          "financial_responsibility", "clause", "exhibit", "signatory", "attachment")


@dataclass(frozen=True)
class _Side:
    """One choice of the comparison: a revision, what the agreement says now, or its forerunner."""

    label: str
    revision: int | None
    forerunner: bool = False


class RevisionsTab(RecordPart):
    """The revisions at the left; the chosen one, or what changed, at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: Agreement | None = None
        self._frozen: list[Revision] = []
        self._asked = 0
        self.list = RowList()
        self.list.setAccessibleName(desk.text(Revision.plural))
        self.list.currentRowChanged.connect(self._show_chosen)
        self.before, self.after = QComboBox(), QComboBox()
        self.compare_button = QPushButton(self.tr("Show what changed"))
        self.preview = PdfPreview(desk)
        self._teach = EmptyState("signature")
        self._teach.say(
            self.tr("Nothing went out for signature yet"),
            self.tr(
                "What is sent out is kept here as it was, page by page, and what is changed "
                "afterwards becomes the next revision."
            ),
        )
        self._about = words_label("", "caption")
        self._state = words_label("", "caption")
        self._lay_out()
        self.compare_button.clicked.connect(self.compare)
        self.before.activated.connect(self.compare)
        self.after.activated.connect(self.compare)

    def minimumSizeHint(self) -> QSize:
        """As wide as one of both: with large text they stand one below the other."""
        wide = max(self._left.minimumSizeHint().width(), self.preview.minimumSizeHint().width())
        return QSize(wide, self.preview.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._orient()

    def _orient(self) -> None:
        """List and pages side by side where both have their room."""
        both = self._left.minimumSizeHint().width() + self.preview.minimumSizeHint().width()
        across = self.width() > both + self._splitter.handleWidth()
        self._splitter.setOrientation(
            Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical
        )

    def show_record(self, record: Record | None) -> None:
        if not isinstance(record, Agreement):
            return
        if self._record is None or self._record.id != record.id:
            self.preview.clear()
        self._record = record
        seen = len(self._frozen)
        rows, sides = self._desk.read(lambda reader: self._read(reader, record))
        self.list.blockSignals(True)
        show_rows(self.list, rows)
        self.list.blockSignals(False)
        self.list.setVisible(bool(rows))
        self._state.setVisible(bool(rows))
        self._fit_height()
        self._teach.setVisible(not rows and len(sides) < 2)
        self._splitter.setVisible(bool(rows) or len(sides) > 1)
        self._offer(sides)
        self._orient()
        if rows and (len(rows) > seen or self.list.currentRow() < 0 and not self.preview.data):
            self.list.setCurrentRow(0)  # What was sent just now, or nothing was looked at yet.

    def concerns(self, changed: Changed) -> bool:
        return changed.touches(*_KINDS)

    def focus_field(self, name: str) -> bool:
        if name != "revision":
            return False
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def compare(self) -> None:
        """Show what changed between the two versions that are chosen."""
        record, old, new = self._record, self.before.currentData(), self.after.currentData()
        if record is None or not isinstance(old, _Side) or not isinstance(new, _Side):
            return
        catalogue, store = self._desk.catalogue, self._desk.store

        def version(side: _Side) -> comparing.Version:
            if side.forerunner:
                return comparing.predecessor(store, record.id)
            return comparing.version(store, record.id, side.revision)

        def work(_report: Report, _cancelled: Cancelled) -> "Pdf | DeskError":
            try:
                return comparing.changes_pdf(
                    version(old), version(new), catalogue.text, catalogue.language, "letter"
                )
            except EnvironmentProblem as problem:
                return problem

        self._asked += 1
        self._desk.start_job(
            self.tr("What changed"), work, self._shower(self._asked, record), quiet=True
        )

    def _shower(self, asked: int, record: Agreement) -> "Callable[[Pdf | DeskError], None]":
        def show(pdf: "Pdf | DeskError") -> None:
            if asked != self._asked:
                return  # Something else was asked for meanwhile.
            if isinstance(pdf, DeskError):
                self._desk.troubled.emit(pdf)
                return
            title = self.tr("What changed in {0}").format(record.number or record.title)
            self.list.setCurrentRow(-1)
            self.list.clearSelection()
            self._about.hide()
            self.preview.show_pdf(pdf.data, title, f"{title}.pdf")

        return show

    def _show_chosen(self) -> None:
        item, record = self.list.currentItem(), self._record
        wanted = row_of(item).data if item is not None else None
        revision = next((each for each in self._frozen if each.id == wanted), None)
        self._about.setText(self._told(revision) if revision else "")
        self._about.setVisible(revision is not None)
        if revision is None or record is None:
            return
        self._asked += 1
        try:
            data = revisions.pdf_of(self._desk.store, revision)
        except EnvironmentProblem as problem:
            self._desk.troubled.emit(problem)
            return
        title = f"{record.number or record.title} r{revision.number}"
        self.preview.show_pdf(data, title, f"{title}.pdf")

    def _read(self, reader: "Reader", record: Agreement) -> tuple[list[Row], list[_Side]]:
        self._frozen = revisions.revisions(reader, record.id)
        at = revisions.working(reader, record)
        rows = [self._row(each, scans.absent_pages(reader, each)) for each in self._frozen]
        sides = [_Side(self._name(each.number), each.number) for each in self._frozen]
        if at.draft:
            sides.insert(0, _Side(self.tr("As it is now"), None))
        before = reader.get(Agreement, record.renews_id or record.amends_id)
        if before is not None:
            words = self.tr("The agreement before, {0}").format(before.number)
            sides.append(_Side(words, None, forerunner=True))
        self._state.setText(self._standing(at))
        return rows, sides

    def _standing(self, at: revisions.Working) -> str:
        if at.frozen is None:
            return ""
        if at.changed:
            return self.tr(
                "The agreement was changed since revision {0} went out. The next sending makes "
                "revision {1}."
            ).format(at.frozen.number, at.number)
        return self.tr("Nothing was changed since revision {0} went out.").format(at.number)

    def _name(self, number: int) -> str:
        return self.tr("Revision {0}").format(number)

    def _row(self, revision: Revision, absent: list[int]) -> Row:
        home = revision.pages - len(absent)
        badge, tone = "", "neutral"
        if home and not absent:
            badge, tone = self.tr("All pages home"), "success"
        elif home:
            badge = self.tr("{0} of {1} pages home").format(home, revision.pages)
            tone = "warning"
        return Row(
            self._name(revision.number), shown_date(revision.frozen_on), badge=badge, tone=tone,
            data=revision.id,
        )

    def _told(self, revision: Revision) -> str:
        """Why a revision went out, in which language, on how many pages."""
        languages = {each.value: each.label for each in PAPER_LANGUAGES}
        language = self._desk.text(languages.get(revision.paper_language, ""))
        pages = self._desk.plural("{0} page", "{0} pages", revision.pages)
        facts = " · ".join(filter(None, (language, pages)))
        return "\n".join(filter(None, (revision.reason, facts)))

    def _fit_height(self) -> None:
        """As high as its rows, so that what is said of them stands right below."""
        heights = [self.list.sizeHintForRow(place) for place in range(self.list.count())]
        self.list.setMaximumHeight(sum(heights) + 2 * self.list.frameWidth() + UNIT)

    def _offer(self, sides: list[_Side]) -> None:
        before = [self.after.itemText(place) for place in range(self.after.count())]
        known = before == [each.label for each in sides]
        chosen = (self.before.currentText(), self.after.currentText()) if known else ("", "")
        for box, words, usual in ((self.before, chosen[0], 1), (self.after, chosen[1], 0)):
            box.clear()
            for side in sides:
                box.addItem(side.label, side)
            place = box.findText(words) if words else -1
            box.setCurrentIndex(place if place >= 0 else min(usual, len(sides) - 1))
        self._compare_row.setVisible(len(sides) > 1)

    def _lay_out(self) -> None:
        self._compare_row = QWidget()
        across = QVBoxLayout(self._compare_row)
        across.setContentsMargins(0, GAP, 0, 0)
        across.setSpacing(UNIT // 2)
        heading = words_label(self.tr("What changed"), "heading")
        across.addWidget(heading)
        sides = QGridLayout()
        sides.setColumnStretch(1, 1)
        for row, (words, box) in enumerate(
            ((self.tr("From"), self.before), (self.tr("To"), self.after))
        ):
            label = QLabel(words)
            label.setBuddy(box)
            box.setAccessibleName(words)
            sides.addWidget(label, row, 0)
            sides.addWidget(box, row, 1)
        across.addLayout(sides)
        across.addSpacing(UNIT // 2)
        across.addWidget(self.compare_button)
        self._left = left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, GAP, GAP, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.list, 1)
        column.addWidget(self._about)
        column.addWidget(self._state)
        column.addWidget(self._compare_row)
        column.addStretch(0)
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.preview)
        splitter.setSizes([280, 520])
        splitter.setStretchFactor(1, 1)
        keep_shares(self._desk, splitter, "revision")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._teach)
        whole.addWidget(splitter)
