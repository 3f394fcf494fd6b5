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
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate

from partner_desk.model.fields import Record
from partner_desk.model.folding import fold, query_words
from partner_desk.model.partners import Partnership
from partner_desk.model.queries import ListQuery
from partner_desk.model.registry import KINDS, is_searched
from partner_desk.services.categories import PATH
from partner_desk.services.partners import partnerships_called
from partner_desk.ui.components.editors import Editor
from partner_desk.ui.components.naming import names, short_names
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

SHOWN = 12
NAMESAKES = 1000
"""Records with fitting names out of which the first ones in order are shown."""
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


def completer_over(found: Found, line: QLineEdit) -> QCompleter:
    """Lists what was found under the line, in rows like those of a choice box."""
    completer = QCompleter(found, line)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    completer.setMaxVisibleItems(SHOWN)
    popup = completer.popup()
    if popup is not None:
        popup.setProperty("popup", True)
        popup.setItemDelegate(QStyledItemDelegate(popup))  # Its own knows no stylesheet.
    return completer


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
        self._completer = completer_over(self._found, self.line)
        self._completer.activated.connect(self._picked)
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self._find)
        self.line.textEdited.connect(self._typed)
        self.line.textChanged.connect(self._text_changed)
        self.line.editingFinished.connect(self._finished)
        self.line.returnPressed.connect(self._return_pressed)

    def value(self) -> str | None:
        typed = self.line.text().strip()
        if typed and typed == self._caption:
            return self._id
        if not typed:
            return None
        matches = self._search.named(typed)
        return matches[0] if len(matches) == 1 else typed

    def show_value(self, value: Any) -> None:
        found = self._search.called(value) if value else None
        if value and found is None:
            self.line.setText(str(value))
            return
        self._id, self._caption = (value, found) if found is not None else (None, "")
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

    def _return_pressed(self) -> None:
        """Enter that picks from the list is no Enter of the form: the line hears it first."""
        popup = self._completer.popup()
        if popup is None or not popup.isVisible() or not popup.currentIndex().isValid():
            self.entered.emit()

    def _finished(self) -> None:
        popup = self._completer.popup()
        if popup is None or not popup.isVisible():
            self.left.emit()


class Search:
    """Finds records of one kind by the words of their names."""

    def __init__(self, desk: Desk, kind: str) -> None:
        self._desk, self._kind = desk, kind

    def find(self, typed: str) -> list[tuple[str, str]]:
        """Ids and names of the first records that fit what was typed."""
        return self._desk.read(lambda reader: self._named(reader, query_words(typed)))

    def named(self, typed: str) -> list[str]:
        """The ids of the records that are called exactly what was typed, in full or in short."""
        language, name = self._desk.catalogue.language, fold(typed)

        def fitting(reader: "Reader") -> list[str]:
            # A name in full, such as "Food › Pantries", is found by its last part.
            last = query_words(typed.rpartition(PATH.strip())[2])
            found = self._found(reader, last, NAMESAKES)
            called = list(zip(found, names(reader, found, language), strict=True))
            whole = [each.id for each, full in called if fold(full) == name]
            return whole or [
                each.id for each, full in called
                if name in map(fold, short_names(each, full, language))
            ]

        return self._desk.read(fitting)

    def called(self, record_id: str) -> str | None:
        """The name of a record, None where there is none."""
        def name(reader: "Reader") -> str | None:
            record = reader.get(KINDS[self._kind], record_id)
            if record is None:
                return None
            return names(reader, [record], self._desk.catalogue.language)[0]

        return self._desk.read(name)

    def _named(self, reader: "Reader", words: list[str]) -> list[tuple[str, str]]:
        found = self._found(reader, words, SHOWN)
        called = names(reader, found, self._desk.catalogue.language)
        return [(each.id, name) for each, name in zip(found, called, strict=True)]

    def _found(self, reader: "Reader", words: list[str], most: int) -> list[Record]:
        entity = KINDS[self._kind]
        if words and is_searched(self._kind):
            if self._kind == Partnership.kind:
                ids = partnerships_called(reader, words, NAMESAKES)
            else:
                ids = reader.title_matches(self._kind, words, NAMESAKES)
            ids = (ids or reader.word_matches(self._kind, words, NAMESAKES))[:most]
        else:
            ids = reader.ids(ListQuery(self._kind), SCANNED if words else most)
        found: list[Record] = list(reader.get_many(entity, ids))
        if words and not is_searched(self._kind):
            found = [each for each in found if _begins(each.caption, words)]
        return found[:most]


def _begins(caption: str, words: list[str]) -> bool:
    parts = query_words(caption)
    return all(any(part.startswith(word) for part in parts) for word in words)
