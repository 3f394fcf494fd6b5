"""A record chosen by typing a part of its name."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QCompleter, QLineEdit

from partner_desk.model.folding import fold, query_words
from partner_desk.model.queries import ListQuery
from partner_desk.model.registry import KINDS, is_searched
from partner_desk.ui.components.editors import Editor
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

SHOWN = 12
SCANNED = 5000
DEBOUNCE_MS = 120

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Found(QAbstractListModel):
    """Ids and captions of what was found."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, str]] = []

    def show(self, rows: list[tuple[str, str]]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.rows[index.row()][1]
        return None


class ReferenceEditor(Editor):
    """A line that finds records of one kind while a person types; its value is an id or None.

    Text that names no record stays in the line, and ``value`` is that text: no id, so it is
    refused beside the field and not lost.
    """

    chosen = Signal(str)
    """The id of the record that was picked from the list."""

    def __init__(self, desk: Desk, kind: str) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self._desk, self._kind = desk, kind
        self._id: str | None = None
        self._caption = ""
        self._found = Found()
        self._search = Search(desk, kind)
        self.line.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.setPlaceholderText(self.tr("Type a part of the name"))
        self.line.setClearButtonEnabled(True)
        self._completer = QCompleter(self._found, self.line)
        self._completer.setCompletionMode(
            QCompleter.CompletionMode.UnfilteredPopupCompletion
        )
        self._completer.setMaxVisibleItems(SHOWN)
        self._completer.activated.connect(self._picked)
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self._find)
        self.line.textEdited.connect(self._typed)
        self.line.textChanged.connect(self._text_changed)
        self.line.editingFinished.connect(self._finished)
        self.line.returnPressed.connect(self.entered)

    def value(self) -> str | None:
        typed = self.line.text().strip()
        if typed and typed == self._caption:
            return self._id
        if not typed:
            return None
        name = fold(typed)
        matches = [each for each in self._search.find(typed) if fold(each[1]) == name]
        return matches[0][0] if len(matches) == 1 else typed

    def show_value(self, value: Any) -> None:
        record = self._desk.read(
            lambda reader: reader.get(KINDS[self._kind], value) if value else None
        )
        if value and record is None:
            self.line.setText(str(value))
            return
        self._id = record.id if record else None
        self._caption = record.caption if record else ""
        self.line.setText(self._caption)
        self.line.setCursorPosition(0)

    def _typed(self) -> None:
        self.edited.emit()
        self._timer.start()

    def _text_changed(self, text: str) -> None:
        if not text and self._caption and self.line.hasFocus():
            self.edited.emit()

    def _find(self) -> None:
        if not self.line.hasFocus():
            return
        self._found.show(self._search.find(self.line.text()))
        self._completer.setWidget(self.line)
        self._completer.complete()

    def _picked(self) -> None:
        self._timer.stop()
        # The row and not its text: two records may have the same name.
        popup = self._completer.popup()
        row = popup.currentIndex().row() if popup is not None else -1
        if not 0 <= row < len(self._found.rows):
            return
        self._id, self._caption = self._found.rows[row]
        self.line.setText(self._caption)
        self.edited.emit()
        self.chosen.emit(self._id)
        self.left.emit()

    def _finished(self) -> None:
        popup = self._completer.popup()
        if popup is None or not popup.isVisible():
            self.left.emit()


class Search:
    """Finds records of one kind by the words of their names."""

    def __init__(self, desk: Desk, kind: str) -> None:
        self._desk, self._kind = desk, kind

    def find(self, typed: str) -> list[tuple[str, str]]:
        """Ids and captions of the first records that fit what was typed."""
        return self._desk.read(lambda reader: self._found(reader, query_words(typed)))

    def _found(self, reader: "Reader", words: list[str]) -> list[tuple[str, str]]:
        entity = KINDS[self._kind]
        if words and is_searched(self._kind):
            ids = reader.title_matches(self._kind, words, SHOWN)
            ids = ids or reader.word_matches(self._kind, words, SHOWN)
        else:
            ids = reader.ids(ListQuery(self._kind), SCANNED if words else SHOWN)
        found = reader.get_many(entity, ids)
        if words and not is_searched(self._kind):
            found = [each for each in found if _begins(each.caption, words)]
        return [(each.id, each.caption) for each in found[:SHOWN]]


def _begins(caption: str, words: list[str]) -> bool:
    parts = query_words(caption)
    return all(any(part.startswith(word) for part in parts) for word in words)
