"""Undo and redo by name; a text field that is being typed in keeps its own undo first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from partner_desk.model.history import ChangeSet, Conflict, UndoResult
from partner_desk.services.history import conflict_lines
from partner_desk.ui.desk import Desk
from partner_desk.ui.sentences import kind_label, operation_sentence

_LONGEST = 60
_NAMED = 5
"""How many of the fields that stayed a message names."""
_LARGE = ("import", "sample")


class Undoing(QObject):
    """The two actions, always named after what they would do."""

    def __init__(
        self, desk: Desk, undo: QAction, redo: QAction, commit: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._undo, self._redo, self._commit = desk, undo, redo, commit
        undo.triggered.connect(self.undo)
        redo.triggered.connect(self.redo)
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Name the actions anew."""
        store = self._desk.store
        undo = None if store.read_only else store.next_undo()
        redo = None if store.read_only else store.next_redo()
        self._name(self._undo, self.tr("Undo"), self.tr("Undo {0}"), undo)
        self._name(self._redo, self.tr("Redo"), self.tr("Redo {0}"), redo)

    def undo(self) -> None:
        """Take the newest change back."""
        self._commit()
        self._run(self._desk.store.next_undo(), self._desk.store.undo,
                  self.tr("Undoing: {0}"), self.tr("Undone: {0}"))

    def redo(self) -> None:
        """Bring back what was undone last."""
        self._commit()
        self._run(self._desk.store.next_redo(), self._desk.store.redo,
                  self.tr("Redoing: {0}"), self.tr("Done again: {0}"))

    def _run(
        self,
        target: ChangeSet | None,
        work: Callable[[], UndoResult | None],
        at_work: str,
        sentence: str,
    ) -> None:
        if target is None:
            return
        phrase = operation_sentence(target, self._desk.text)

        def done(result: UndoResult | None) -> None:
            self._tell(result, sentence.format(phrase))

        if target.code.partition(".")[0] in _LARGE:
            # Not to be stopped half way: it takes a moment and is one transaction anyway.
            self._desk.start_job(
                at_work.format(phrase), lambda report, cancelled: _at_once(work), done,
                writes=True)
        else:
            done(self._desk.write(work))

    def _tell(self, result: UndoResult | None, sentence: str) -> None:
        if result is None:
            return
        if result.conflicts:
            more = self._desk.plural(
                "{0} field was changed since and stays as it is.",
                "{0} fields were changed since and stay as they are.",
                len(result.conflicts),
            )
            sentence = f"{sentence}. {more} {self._named(result.conflicts)}"
        self._desk.tell(sentence)

    def _named(self, conflicts: Sequence[Conflict]) -> str:
        """Which fields stayed, of which records; the first few of many."""
        text, lines = self._desk.text, conflict_lines(self._desk.store, conflicts[:_NAMED])
        names = [
            f"{line.caption or kind_label(line.kind, text)}: {text(line.field.label)}"
            for line in lines
            if line.field is not None
        ]
        return "; ".join(names) + (" …" if len(conflicts) > _NAMED else "")

    def _name(self, action: QAction, bare: str, named: str, target: ChangeSet | None) -> None:
        phrase = operation_sentence(target, self._desk.text) if target else ""
        whole = named.format(phrase) if phrase else bare
        short = whole if len(whole) <= _LONGEST else whole[: _LONGEST - 1] + "…"
        action.setText(short.replace("&", "&&"))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{whole} ({keys})")
        action.setEnabled(target is not None)


def _at_once(work: Callable[[], UndoResult | None]) -> UndoResult | None:
    """Large work that holds up the window nowhere."""
    from partner_desk.services.without_collecting import nothing_to_collect

    with nothing_to_collect():
        return work()


class TypingFirst(QObject):
    """Lets Ctrl+Z reach the office when the text field with the focus has nothing to take back.

    Text fields claim the keys for themselves even with an empty undo history, so that the window
    would never hear of them. Only the field that has the focus is watched.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QLineEdit | QPlainTextEdit | QTextEdit):
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the keys free unless the field has something of its own to undo or redo."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo)
        redo = event.matches(QKeySequence.StandardKey.Redo)
        if not (undo or redo) or (_can_undo(watched) if undo else _can_redo(watched)):
            return False
        event.ignore()
        return True


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() and not field.isReadOnly()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isUndoAvailable() and not field.isReadOnly()
    return False


def _can_redo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable() and not field.isReadOnly()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isRedoAvailable() and not field.isReadOnly()
    return False
