"""Who made sure of a resource, when and how; and the button that says it was done today."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.fields import Record
from partner_desk.model.resources import VERIFICATION_METHODS, Service, Verification
from partner_desk.services.verification import verifications
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.field_form import FORM_WIDTH
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.showing import shown_date
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP, UNIT


def method_labels(desk: Desk) -> dict[str, str]:
    """The ways to make sure, by their value."""
    return {each.value: desk.text(each.label) for each in VERIFICATION_METHODS}


class VerificationTab(RecordPart):
    """The verifications of a resource, the newest first."""

    verify_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cards: list[QWidget] = []
        self.verify_button = flat_button(self.tr("Mark verified, with a note…"), "check")
        self.verify_button.clicked.connect(self.verify_requested)
        desk.only_to_write(self.verify_button)
        self.summary = words_label("", "caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GAP, GAP, 0)
        self._column.setSpacing(UNIT)
        across = QHBoxLayout()
        across.addWidget(self.verify_button)
        across.addStretch(1)
        self._column.addWidget(self.summary)
        self._column.addLayout(across)
        self._column.addStretch(1)

    def show_record(self, record: Record | None) -> None:
        if not isinstance(record, Service):
            return
        found = self._desk.read(lambda reader: verifications(reader, record.id))
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(each) for each in found]
        for place, card in enumerate(self._cards):
            self._column.insertWidget(2 + place, card)
        self.summary.setText(self._said(record, bool(found)))
        self.summary.setVisible(bool(self.summary.text()))

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("verification", "service")

    def _said(self, record: Service, any_noted: bool) -> str:
        if any_noted:
            return ""
        if record.assured_date is None:
            return self.tr("Nobody has verified this yet. Call or write, then note it here.")
        return self.tr(
            "Verified on {0}, before verifications were noted one by one."
        ).format(shown_date(record.assured_date))

    def _card(self, noted: Verification) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        card.setMaximumWidth(FORM_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP, UNIT, GAP, UNIT)
        column.setSpacing(2)
        how = method_labels(self._desk).get(noted.method, noted.method)
        head = (shown_date(noted.verified_on), noted.verified_by, how)
        column.addWidget(words_label(" · ".join(each for each in head if each)))
        if noted.note:
            column.addWidget(words_label(noted.note, "caption"))
        return card


class VerifyDialog(QDialog):
    """How it was made sure, and what was said."""

    chosen = Signal(str, str)
    """Method and note."""

    def __init__(self, desk: Desk, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Mark verified today"))
        self.method = QComboBox()
        self.method.setAccessibleName(self.tr("How"))
        self.method.addItem(self.tr("Not noted"), "")
        for value, label in method_labels(desk).items():
            self.method.addItem(label, value)
        self.note = QLineEdit()
        self.note.setMaxLength(5000)
        self.note.setAccessibleName(self.tr("What was said"))
        self.note.setPlaceholderText(self.tr("Such as: new hours from September"))
        form = QFormLayout()
        form.setHorizontalSpacing(GAP)
        form.setVerticalSpacing(UNIT)
        for words, field in (
            (self.tr("How"), self.method), (self.tr("What was said"), self.note)
        ):
            name = QLabel(words)
            name.setMinimumHeight(field.sizeHint().height())
            name.setBuddy(field)
            form.addRow(name, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(words_label(about))
        column.addLayout(form)
        column.addWidget(self._buttons())
        self.setMinimumWidth(460)

    def take(self) -> None:
        """Note it."""
        self.accept()
        self.chosen.emit(self.method.currentData(), self.note.text())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        done = buttons.addButton(self.tr("Mark verified today"), roles.AcceptRole)
        done.setProperty("role", "primary")
        done.setDefault(True)
        buttons.addButton(self.tr("Cancel"), roles.RejectRole).setAutoDefault(False)
        buttons.accepted.connect(self.take)
        buttons.rejected.connect(self.reject)
        return buttons
