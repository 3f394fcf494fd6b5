"""The cells of a grid: the editor that suits a field, and the mark on what was refused."""

import html
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from partner_desk.model.choices import Choice
from partner_desk.model.dates import Date
from partner_desk.model.fields import Field
from partner_desk.model.values import Text
from partner_desk.ui.components.grid_model import ERROR_ROLE, Index
from partner_desk.ui.components.grid_reference import CellReference
from partner_desk.ui.components.grid_rows import GridRows
from partner_desk.ui.components.showing import is_numeric
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.palette import current_colours
from partner_desk.ui.look.theme import GAP, HALF, row_height

LONG_TEXT = 1_000
"""A text that may be longer than this is edited in several lines."""
_PADDING = 6
_FILLED = "filled"
_VERTICAL = Qt.AlignmentFlag.AlignVertical_Mask
_END_OF_EDITING = {
    Qt.Key.Key_Return: QAbstractItemDelegate.EndEditHint.SubmitModelCache,
    Qt.Key.Key_Enter: QAbstractItemDelegate.EndEditHint.SubmitModelCache,
    Qt.Key.Key_Tab: QAbstractItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QAbstractItemDelegate.EndEditHint.EditPreviousItem,
}
"""What these keys do in an editor of several lines, as they do in any other cell."""


class CellText(QPlainTextEdit):
    """The editor of a wrapped cell; Enter and Tab are the delegate's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class CellChoice(QComboBox):
    """Chosen by typing the words of an option, blanks too, which would open the list otherwise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = ""
        self._pause = QTimer(self, singleShot=True)
        self._pause.setInterval(2 * QApplication.keyboardInputInterval())
        self._pause.timeout.connect(self._forget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the option that begins with what was typed."""
        text = event.text()
        with_more = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        is_word = bool(text.strip()) and text.isprintable()
        if with_more or not (is_word or (text == " " and self._typed)):
            super().keyPressEvent(event)
            return
        self._typed += text.casefold()
        self._pause.start()
        options = [self.itemText(row).casefold() for row in range(self.count())]
        found = [row for row, each in enumerate(options) if each.startswith(self._typed)]
        if found and self.currentIndex() not in found:
            self.setCurrentIndex(found[0])

    def _forget(self) -> None:
        self._typed = ""


class GridDelegate(QStyledItemDelegate):
    """Makes the editor that suits a cell and marks the cells that hold what was refused."""

    def __init__(self, desk: Desk, rows: GridRows, parent: QTableView) -> None:
        super().__init__(parent)
        self._desk, self._rows, self._view = desk, rows, parent

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        field = self._rows.fields[index.column()]
        self._rows.begin_edit(index)
        editor: QWidget
        if isinstance(field.type, Choice):
            editor = self._combo(parent, field)
        elif field.target:
            editor = self._reference(parent, field)
        elif isinstance(field.type, Text) and field.type.limit > LONG_TEXT:
            editor = CellText(parent)
        else:
            editor = QLineEdit(parent)
            if is_numeric(field.type):
                editor.setAlignment(Qt.AlignmentFlag.AlignRight)
            if isinstance(field.type, Date):
                editor.setPlaceholderText(self.tr("MM/DD/YYYY"))
        if isinstance(editor, QLineEdit):
            # Where the words of the cell stand, however high its row is.
            editor.setAlignment(editor.alignment() & ~_VERTICAL | Qt.AlignmentFlag.AlignTop)
        editor.setAccessibleName(self._desk.text(field.label))
        editor.setAccessibleDescription(index.data(ERROR_ROLE) or self._desk.text(field.help))
        return editor

    def _combo(self, parent: QWidget, field: Field) -> QComboBox:
        combo = CellChoice(parent)
        assert isinstance(field.type, Choice)
        for option in field.type.options:
            combo.addItem(self._desk.text(option.label), option.value)
        combo.activated.connect(lambda: self._chosen(combo))
        return combo

    def _reference(self, parent: QWidget, field: Field) -> CellReference:
        line = CellReference(parent, self._desk, field.target)
        line.ended.connect(lambda hint: self._ended(line, hint))
        return line

    def _ended(
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._rows.end_edit()
        super().destroyEditor(editor, index)

    def _chosen(self, combo: QComboBox) -> None:
        self._ended(combo, QAbstractItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill an editor that opens; a later change of the cell leaves alone what is typed."""
        if editor.property(_FILLED):
            return
        editor.setProperty(_FILLED, True)
        text = index.data(Qt.ItemDataRole.EditRole) or ""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findText(text), 0))
        elif isinstance(editor, CellText):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, CellReference):
            row = self._rows.rows[index.row()]
            editor.show_value(row.value(self._rows.fields[index.column()].name), text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, CellText):
            model.setData(index, editor.toPlainText())
        elif isinstance(editor, CellReference):
            model.setData(index, editor.value())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        place: QRect = QRect(_rect(option))
        if isinstance(editor, CellText):
            lines = max(place.height(), 3 * editor.fontMetrics().lineSpacing() + GAP)
            room = max(self._view.viewport().height() - place.y(), place.height())
            place.setHeight(min(lines, room))
        editor.setGeometry(place)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, CellText) and isinstance(event, QKeyEvent):
            hint = _END_OF_EDITING.get(Qt.Key(event.key()))
            if hint is not None and event.type() == QEvent.Type.KeyPress:
                self._ended(editor, hint)
                return True
        return super().eventFilter(editor, event)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the tip of a cell as the plain text that it is, in lines of a readable width."""
        words = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        tip = html.escape(words).replace("\n", "<br>")
        QToolTip.showText(event.globalPos(), f"<qt>{tip}</qt>" if words else "", view)
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        narrower = QStyleOptionViewItem(option)
        untyped: Any = narrower
        # The style forgets the padding of the stylesheet when it counts the lines of a text.
        untyped.rect = _rect(option).adjusted(0, 0, -2 * _PADDING, 0)
        size = super().sizeHint(narrower, index)
        return QSize(size.width(), max(size.height() + HALF, row_height(self._view)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data(ERROR_ROLE):
            painter.save()
            painter.setPen(QPen(QColor(current_colours().error), 2))
            # Inside the ring of the cell that has the keyboard, so that both can be seen.
            inset = 3 if _has_focus(option) else 1
            painter.drawRect(_rect(option).adjusted(inset, inset, -inset, -inset))
            painter.restore()


def _rect(option: QStyleOptionViewItem) -> QRect:
    untyped: Any = option  # The stubs do not know the fields of style options.
    rect: QRect = untyped.rect
    return rect


def _has_focus(option: QStyleOptionViewItem) -> bool:
    untyped: Any = option
    return bool(untyped.state & QStyle.StateFlag.State_HasFocus)
