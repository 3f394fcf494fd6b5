"""A person confirms the signatures that can be seen on the paper, one by one."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.agreements import Agreement, Revision, Signatory
from partner_desk.model.dates import Date
from partner_desk.model.errors import InputError
from partner_desk.model.values import InvalidValue
from partner_desk.services import revisions, scans, signing
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.date_editor import DateEditor
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.theme import GAP, HALF, ICON_SIZE, SECTION, UNIT
from partner_desk.ui.sentences import problem_sentence

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

_WIDTH = 560


class ConfirmSigned(QDialog):
    """Ticks who has signed and on which day; when all have, the agreement is active."""

    confirmed = Signal()

    def __init__(self, desk: Desk, agreement: Agreement, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._agreement = desk, agreement
        self.setWindowTitle(self.tr("Signatures of {0}").format(
            agreement.number or agreement.title
        ))
        self.rows: list[tuple[Signatory, QCheckBox, DateEditor]] = []
        self.trouble = Banner(tone="error")
        self.trouble.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Confirm"))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("role", "primary")
        self.buttons.accepted.connect(self.confirm)
        self.buttons.rejected.connect(self.reject)
        desk.only_to_write(self.buttons.button(QDialogButtonBox.StandardButton.Ok))
        self._lay_out()
        self._show_state()

    def confirm(self) -> None:
        """Keep the ticked signatures; what speaks against them is said, and nothing is kept."""
        signed: dict[str, date] = {}
        for signatory, box, day in self.rows:
            if box.isChecked() and box.isEnabled():
                try:
                    signed[signatory.id] = Date().parse(day.value()) or self._desk.today()
                except InvalidValue as error:
                    self._refuse(problem_sentence(error.code, error.values, self._desk.text))
                    day.setFocus()
                    return
        try:
            found = self._desk.write(lambda: signing.confirm(
                self._desk.store, self._agreement.id, signed, self._desk.today()
            ))
        except InputError as error:
            text = self._desk.text
            self._refuse("\n".join(
                problem_sentence(each.code, each.values, text) for each in error.problems
            ))
            return
        if found is not None:
            if found.status == "active":
                name = found.number or found.title
                words = self.tr("{0} is active: all have signed.").format(name)
                self._desk.tell(words, undo=True)
            self.confirmed.emit()
            self.accept()

    def _refuse(self, words: str) -> None:
        self.trouble.show_message(words, "error")
        self.trouble.show()

    def _show_state(self) -> None:
        """Only ticked signatures have a day, and without a tick there is nothing to confirm."""
        for _, box, day in self.rows:
            day.setEnabled(box.isChecked() and box.isEnabled())
        some = any(box.isChecked() and box.isEnabled() for _, box, _ in self.rows)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(some and not self._desk.read_only)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, GAP)
        column.addStrut(_WIDTH - 2 * SECTION)  # Its height is that of the words at this width.
        column.setSpacing(GAP)
        column.addWidget(words_label(self._agreement.title, "heading"))
        column.addWidget(words_label(self._paper_words(), "caption"))
        column.addWidget(words_label(
            self.tr("Mark each signature that you see on the paper, with the day beside it.")
        ))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF)
        grid.setColumnStretch(0, 1)
        for place, each in enumerate(self._signatories()):
            self._add_row(grid, place, each)
        column.addLayout(grid)
        column.addWidget(self._changed_since())
        column.addWidget(self.trouble)
        column.addWidget(self.buttons)

    def _changed_since(self) -> Banner:
        """That the agreement says more than the paper, if it does: only the paper is signed."""
        at = self._desk.read(lambda reader: revisions.working(
            reader, reader.get(Agreement, self._agreement.id) or self._agreement
        ))
        banner = Banner(tone="warning")
        if at.frozen is not None and at.changed:
            banner.show_message(self.tr(
                "The agreement was changed since revision {0} went out. What is signed is "
                "revision {0}; what came since is not."
            ).format(at.frozen.number), "warning")
        banner.setVisible(at.changed)
        return banner

    def _add_row(self, grid: QGridLayout, place: int, signatory: Signatory) -> None:
        parties = Signatory.declarations["party"].type.show(signatory.party)
        labels = {"district": self.tr("for the district"), "partner": self.tr("for the partner")}
        side = labels.get(signatory.party, parties)
        about = ", ".join(filter(None, (signatory.title, side)))
        box = QCheckBox(signatory.name.replace("&", "&&"))
        box.setAccessibleName(f"{signatory.name}, {about}")
        day = DateEditor(self._desk.text)
        day.describe(self.tr("Day on which {0} signed").format(signatory.name), "")
        day.show_value(signatory.signed_on or self._desk.today())
        if signatory.signed_on is not None:
            box.setChecked(True)
            box.setEnabled(False)
        box.toggled.connect(self._show_state)
        day.setMinimumWidth(day.sizeHint().width())
        caption = words_label(about, "caption")
        caption.setIndent(ICON_SIZE + UNIT + HALF)
        grid.addWidget(box, 2 * place, 0)
        grid.addWidget(caption, 2 * place + 1, 0)
        grid.addWidget(day, 2 * place, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self.rows.append((signatory, box, day))

    def _signatories(self) -> list[Signatory]:
        found = self._desk.read(
            lambda reader: reader.find(Signatory, agreement_id=self._agreement.id)
        )
        return [each for each in found if each.name.strip()]

    def _paper_words(self) -> str:
        """Whether the whole paper came home, in a sentence."""
        newest, absent = self._desk.read(self._newest)
        if newest is None:
            return ""
        if not absent:
            return self.tr("All {0} pages of revision {1} have come home.").format(
                newest.pages, newest.number
            )
        if len(absent) == newest.pages:
            return self.tr("No scan of revision {0} has come home yet.").format(newest.number)
        listed = ", ".join(map(str, absent))
        return self.tr("Pages of revision {0} that did not come home yet: {1}").format(
            newest.number, listed
        )

    def _newest(self, reader: "Reader") -> tuple[Revision | None, list[int]]:
        found = revisions.revisions(reader, self._agreement.id)
        return (found[0], scans.absent_pages(reader, found[0])) if found else (None, [])
