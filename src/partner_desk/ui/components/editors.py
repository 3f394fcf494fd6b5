"""Controls for values: one for each type of field, all with the same few manners."""

import math
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from partner_desk.model.choices import Choice
from partner_desk.model.values import Digits, Text, ValueType
from partner_desk.ui.components.showing import TextOf, shown
from partner_desk.ui.look.theme import UNIT, set_look


class Editor(QWidget):
    """A control with a value, which may be text that the field's type has yet to read."""

    edited = Signal()
    """Something was typed or chosen."""
    left = Signal()
    """The control was left, or a choice was made: time to save."""
    entered = Signal()
    """Enter was pressed."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(control)
        self.setFocusProxy(control)

    def value(self) -> Any:
        """What stands in the control."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Put a value of the field's type, or typed text, into the control."""
        raise NotImplementedError

    def set_invalid(self, invalid: bool) -> None:
        """Mark the control as holding what cannot be taken."""
        set_look(self.control, "invalid", invalid)

    def describe(self, name: str, help_text: str) -> None:
        """Name the control for a screen reader, and say what it is for."""
        self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(help_text)
        if help_text:
            self.control.setToolTip(help_text)

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied but not changed, or changed again."""
        for part in self.findChildren(QWidget):
            if isinstance(part, QLineEdit | QPlainTextEdit):
                part.setReadOnly(read_only)
            elif isinstance(part, QComboBox | QAbstractButton):
                part.setDisabled(read_only)

    def has_focus(self) -> bool:
        """Whether the person is in this control."""
        return self.control.hasFocus()

    def line_height(self) -> int:
        """The height of the control's first line, for the label that stands beside it."""
        return self.control.sizeHint().height()


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, value_type: ValueType, text: TextOf) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self._type, self._text = value_type, text
        if isinstance(value_type, Text):
            # More than fits is refused with a sentence, not cut in silence.
            self.line.setMaxLength(max(value_type.limit, 500) + 2000)
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self.left)
        self.line.returnPressed.connect(self.entered)

    def value(self) -> str:
        return self.line.text()

    def show_value(self, value: Any) -> None:
        typed = isinstance(value, str) and not isinstance(self._type, Digits)
        text = value if typed else shown(self._type, value, self._text)
        if text != self.line.text():
            self.line.setText(text)
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)


class _GrowingText(QPlainTextEdit):
    """As high as its lines, within reason; Tab goes on to the next control."""

    left = Signal()
    entered = Signal()
    MOST_LINES = 12

    def __init__(self, least_lines: int) -> None:
        super().__init__()
        self._least = least_lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()  # The page scrolls, not a text that is all shown.
        else:
            super().wheelEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def _grow(self) -> None:
        lines = self.document().documentLayout().documentSize().height()
        shown_lines = min(max(self._least, int(lines)), self.MOST_LINES)
        # A bar that comes and goes would make the text narrower, and so longer, and so on.
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines > self.MOST_LINES else policy.ScrollBarAlwaysOff
        )
        margin = int(2 * self.document().documentMargin()) + 10
        line = QFontMetricsF(self.font()).lineSpacing()  # In whole pixels lines would be lost.
        height = math.ceil(line * shown_lines) + margin
        if height != self.height():
            self.setFixedHeight(height)


class LinesEditor(Editor):
    """Text of several lines that grows with what is typed."""

    def __init__(self, least_lines: int = 2) -> None:
        self.text_edit = _GrowingText(least_lines)
        super().__init__(self.text_edit)
        self._showing = False
        self.text_edit.textChanged.connect(self._text_changed)
        self.text_edit.left.connect(self.left)
        self.text_edit.entered.connect(self.entered)

    def value(self) -> str:
        return self.text_edit.toPlainText()

    def show_value(self, value: Any) -> None:
        text = value or ""
        if text != self.value():
            self._showing = True
            self.text_edit.setPlainText(text)
            self._showing = False

    def line_height(self) -> int:
        return self.text_edit.fontMetrics().lineSpacing() + 2 * UNIT

    def _text_changed(self) -> None:
        if not self._showing:
            self.edited.emit()


class _QuietWheel(QObject):
    """Keeps the wheel from changing a choice while somebody scrolls the page past it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False


class ChoiceEditor(Editor):
    """One of the options; an open choice takes other words as well."""

    def __init__(self, value_type: Choice, text: TextOf, *, may_be_empty: bool = True) -> None:
        self.combo = QComboBox()
        super().__init__(self.combo)
        self._type, self._text = value_type, text
        self.combo.setEditable(value_type.open)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A long option is seen in the list that opens; it makes no form wider.
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setMinimumContentsLength(8)
        self.combo.setMaxVisibleItems(16)
        if may_be_empty:
            self.combo.addItem("", "")
        for option in value_type.options:
            self.combo.addItem(text(option.label), option.value)
        self.combo.installEventFilter(_QuietWheel(self.combo))
        self.combo.activated.connect(self._chosen)
        line = self.combo.lineEdit()
        if line is not None:
            line.textEdited.connect(self.edited)
            line.editingFinished.connect(self.left)
            line.returnPressed.connect(self.entered)

    def value(self) -> str:
        if not self.combo.isEditable():
            return str(self.combo.currentData() or "")
        typed = self.combo.currentText().strip()
        for row in range(self.combo.count()):
            if self.combo.itemText(row).casefold() == typed.casefold():
                return str(self.combo.itemData(row))
        return typed

    def show_value(self, value: Any) -> None:
        row = self.combo.findData(value or "")
        if row >= 0:
            self.combo.setCurrentIndex(row)
        elif self.combo.isEditable():
            self.combo.setCurrentIndex(-1)
            self.combo.setEditText(str(value))
        else:
            # A value of a newer program, or none where none can be chosen: shown as it is.
            self.combo.setCurrentIndex(-1)
        line = self.combo.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)

    def has_focus(self) -> bool:
        line = self.combo.lineEdit()
        return self.combo.hasFocus() or (line is not None and line.hasFocus())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.combo.isEditable():
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _chosen(self) -> None:
        self.edited.emit()
        self.left.emit()


class FlagEditor(Editor):
    """Yes or no."""

    def __init__(self, label: str) -> None:
        self.box = QCheckBox(label)
        super().__init__(self.box)
        self.box.clicked.connect(self._clicked)

    def value(self) -> bool:
        return self.box.isChecked()

    def show_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _clicked(self) -> None:
        self.edited.emit()
        self.left.emit()
