"""What the list of agreements is narrowed by: conditions as buttons that take themselves away."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from partner_desk.model.agreements import STATUSES
from partner_desk.model.directory import Organization
from partner_desk.model.fields import Record
from partner_desk.model.partners import School
from partner_desk.model.queries import Filter
from partner_desk.services.agreement_lists import Narrowed, first_month, year_label
from partner_desk.ui.areas.agreements.narrow_dialog import NarrowDialog
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.components.narrowing import Narrowing
from partner_desk.ui.components.showing import shown_date, shown_money
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import HALF, set_look

_MOST_WIDTH = 300
"""Logical pixels of the longest condition; a longer one is cut and told in whole as a tip."""


class AgreementNarrowing(Narrowing):
    """Buttons that open the conditions and the totals, then one for each condition there is."""

    totals_requested = Signal()
    packets_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.narrowed = Narrowed()
        self.conditions: dict[str, QToolButton] = {}
        """The buttons of the conditions there are, by the name of what they narrow."""
        self._row = FlowLayout(self, HALF)
        self.open_button = self._button(self.tr("Narrow the list…"), "filter", self.ask)
        self.open_button.setShortcut(QKeySequence("Ctrl+Shift+F"))
        self.open_button.setToolTip(
            self.tr("By status, school, partner, term or what the district pays ({0})").format(
                self.open_button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            )
        )
        self.totals_button = self._button(
            self.tr("Totals…"), "money", self.totals_requested.emit
        )
        self.totals_button.setToolTip(self.tr("What each payer gives, by school year"))
        self.packets_button = self._button(
            self.tr("Packets…"), "print", self.packets_requested.emit
        )
        self.packets_button.setToolTip(
            self.tr("Print the packets of all agreements in this list, each into its own file")
        )

    def filters(self) -> tuple[Filter, ...]:
        if not self.narrowed.names:
            return ()
        return self.narrowed.filters(self._desk.read(first_month))

    def clear(self) -> None:
        if self.narrowed.names:
            self._show(Narrowed())

    def narrow(self, narrowed: Narrowed) -> None:
        """Narrow the list by this and nothing else."""
        if narrowed != self.narrowed:
            self._show(narrowed)
            self.changed.emit()

    def ask(self) -> None:
        """Show all the conditions there can be, those of now filled in."""
        dialog = NarrowDialog(self._desk, self.narrowed, self)
        dialog.chosen.connect(self.narrow)
        dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete takes away the condition that has the focus, as a click does."""
        if isinstance(watched, QToolButton) and isinstance(event, QKeyEvent) and (
            event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        ):
            watched.click()
            return True
        return super().eventFilter(watched, event)

    def _show(self, narrowed: Narrowed) -> None:
        self.narrowed = narrowed
        for button in self.conditions.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.conditions = {name: self._condition(name) for name in narrowed.names}
        self.updateGeometry()

    def _condition(self, name: str) -> QToolButton:
        words = self._words(name)
        button = self._button("", "close", lambda: self._take_away(name))
        button.setText(button.fontMetrics().elidedText(
            words.replace("&", "&&"), Qt.TextElideMode.ElideRight, _MOST_WIDTH
        ))
        set_look(button, "chip", True)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # The cross after the words.
        button.setAccessibleName(self.tr("Take away: {0}").format(words))
        button.setToolTip(self.tr("Take away: {0}").format(words))
        button.installEventFilter(self)
        return button

    def _take_away(self, name: str) -> None:
        place = list(self.conditions).index(name)
        had_focus = self.conditions[name].hasFocus()
        self.narrow(self.narrowed.without(name))
        left = list(self.conditions.values())
        if had_focus:
            to = left[min(place, len(left) - 1)] if left else self.open_button
            to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, name: str) -> str:
        value: Any = getattr(self.narrowed, name)
        if name == "statuses":
            labels = {each.value: self._desk.text(each.label) for each in STATUSES}
            return ", ".join(labels[each] for each in value)
        if name in ("school_id", "organization_id"):
            return self._caption(School if name == "school_id" else Organization, value)
        if name == "year":
            label = year_label(value, self._desk.read(first_month))
            return self.tr("School year {0}").format(label)
        sentences = {
            "in_force_on": self.tr("Term includes {0}"),
            "ends_from": self.tr("Ends from {0}"),
            "ends_until": self.tr("Ends until {0}"),
            "least": self.tr("At least {0}"),
            "most": self.tr("At most {0}"),
        }
        filled = shown_money(value) if name in ("least", "most") else shown_date(value)
        return sentences[name].format(filled)

    def _caption(self, entity: type[Record], record_id: str) -> str:
        record = self._desk.read(lambda reader: reader.get(entity, record_id))
        return record.caption if record is not None else ""

    def _button(self, words: str, picture: str, clicked: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setIcon(icon(picture))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: clicked())
        self._row.addWidget(button)
        button.show()
        return button
