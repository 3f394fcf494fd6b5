"""What a list is narrowed by beside its filter and its chips, as a list pane shows it."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from partner_desk.model.queries import Filter
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import HALF, set_look

_MOST_WIDTH = 300
"""Logical pixels of the longest condition; a longer one is cut and told in whole as a tip."""


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


class Conditions(Protocol):
    """What a list can be narrowed by: conditions with names, of which each can be taken away."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the conditions there are."""
        ...

    def without(self: "N", name: str) -> "N":
        """The same without the condition called ``name``."""
        ...


N = TypeVar("N", bound=Conditions)


class ConditionRow(Narrowing, Generic[N]):
    """A button that opens all conditions, then a button for each there is, which takes it away.

    A subclass knows what there can be: it opens the dialog (``ask``), names conditions (``words``)
    and makes filters of them.
    """

    def __init__(self, desk: Desk, nothing: N, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._nothing = desk, nothing
        self.narrowed = nothing
        self.conditions: dict[str, QToolButton] = {}
        """The buttons of the conditions there are, by the name of what they narrow."""
        self._row = FlowLayout(self, HALF)
        self.open_button = self.button(self.tr("Narrow the list…"), "filter", self.ask)
        self.open_button.setShortcut(QKeySequence("Ctrl+Shift+F"))

    def ask(self) -> None:
        """Show all the conditions there can be, those of now filled in."""
        raise NotImplementedError

    def words(self, name: str) -> str:
        """A condition that there is, as people say it."""
        raise NotImplementedError

    def clear(self) -> None:
        if self.narrowed.names:
            self.show_conditions(self._nothing)

    def narrow(self, narrowed: N) -> None:
        """Narrow the list by this and nothing else."""
        if narrowed != self.narrowed:
            self.show_conditions(narrowed)
            self.changed.emit()

    def show_conditions(self, narrowed: N) -> None:
        """Let these be the conditions; the list is told by whoever calls."""
        self.narrowed = narrowed
        for button in self.conditions.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.conditions = {name: self._condition(name) for name in narrowed.names}
        self.updateGeometry()

    def describe_opening(self, what: str) -> None:
        """Say as a tip what there is to narrow by; ``{0}`` is where the keys stand."""
        keys = self.open_button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.open_button.setToolTip(what.format(keys))

    def button(self, words: str, picture: str, clicked: Callable[[], None]) -> QToolButton:
        """A further button in the row."""
        button = QToolButton(self)
        button.setText(words)
        button.setIcon(icon(picture))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: clicked())
        self._row.addWidget(button)
        button.show()
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete takes away the condition that has the focus, as a click does."""
        if isinstance(watched, QToolButton) and isinstance(event, QKeyEvent) and (
            event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        ):
            watched.click()
            return True
        return super().eventFilter(watched, event)

    def _condition(self, name: str) -> QToolButton:
        words = self.words(name)
        button = self.button("", "close", lambda: self._take_away(name))
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
