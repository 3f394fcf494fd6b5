"""The few dialogs there are: troubles of the surroundings, bugs, an office in use, a backup."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPushButton,
    QWidget,
)

from partner_desk.model.errors import DeskError
from partner_desk.ui.components.rows import Row, dress_rows, row_of, show_rows
from partner_desk.ui.components.showing import shown_moment
from partner_desk.ui.forms.ui_bug import Ui_Bug
from partner_desk.ui.forms.ui_in_use import Ui_InUse
from partner_desk.ui.forms.ui_restore import Ui_Restore
from partner_desk.ui.forms.ui_trouble import Ui_Trouble
from partner_desk.ui.look.icons import pixmap
from partner_desk.ui.look.theme import GAP, SECTION, set_look
from partner_desk.ui.sentences import advice, problem_sentence

TextOf = Callable[[str], str]
_PICTURE = 32
_MOST_UNSAVED, _LONGEST_UNSAVED = 6, 120


def _shortened(words: str) -> str:
    whole = " ".join(words.split())
    return whole if len(whole) <= _LONGEST_UNSAVED else whole[: _LONGEST_UNSAVED - 1] + "…"


class TroubleDialog(QDialog):
    """What happened, what is safe, what to do."""

    def __init__(self, problem: DeskError, text: TextOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_Trouble()
        self.ui.setupUi(self)
        self.ui.happened.setText(problem_sentence(problem.code, problem.values, text))
        self.ui.adviceText.setText(advice(problem.code, text))
        _show_picture(self.ui.picture, "warning", "warning")
        self.ui.buttons.rejected.connect(self.reject)
        self.setAccessibleName(self.ui.happened.text())


class BugDialog(QDialog):
    """Something nobody expected, with a report to copy; the program goes on."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_Bug()
        self.ui.setupUi(self)
        self.ui.report.setPlainText(report)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.ui.report.setFont(QFont(fixed))
        _show_picture(self.ui.picture, "error", "error")
        copy = self.ui.buttons.addButton(
            self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        self.ui.buttons.rejected.connect(self.reject)


class _Box(QMessageBox):
    """A question in few words; its primary button answers to Enter."""

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the margins of all dialogs: Qt lays a box out anew with each of its words."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(SECTION, SECTION, SECTION, GAP)
        super().showEvent(event)

    def _ask(self, title: str, words: str, more: str) -> None:
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(title)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setInformativeText(more)
        self.setAccessibleName(words)

    def _offer(self, words: str, role: QMessageBox.ButtonRole, look: str = "") -> QPushButton:
        button = self.addButton(words, role)
        set_look(button, "role", look)
        if look == "primary":
            self.setDefaultButton(button)
        return button


class UnsavedDialog(_Box):
    """What was typed and could not be saved: stay with it, or go on without it."""

    def __init__(
        self, unsaved: Sequence[str], discard: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        shown = [_shortened(each) for each in unsaved[:_MOST_UNSAVED]]
        self._ask(
            self.tr("Not saved yet"),
            self.tr("Something you typed could not be saved and would be lost."),
            "\n".join(shown) + ("\n…" if len(unsaved) > len(shown) else ""),
        )
        role = QMessageBox.ButtonRole
        self.stay_button = self._offer(self.tr("Stay and correct it"), role.RejectRole, "primary")
        self.discard_button = self._offer(self.tr("Discard it"), role.DestructiveRole, "danger")
        self.setEscapeButton(self.stay_button)
        self.discard_button.clicked.connect(lambda: discard())


class AtWorkDialog(_Box):
    """Work that writes has not ended: wait for it, or stop it and go; it leaves nothing half."""

    def __init__(
        self, titles: Sequence[str], leave: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ask(
            self.tr("Still at work"),
            self.tr("This is not done yet. If it is stopped now, nothing of it is kept."),
            "\n".join(_shortened(each) for each in titles),
        )
        role = QMessageBox.ButtonRole
        self.stay_button = self._offer(self.tr("Wait for it"), role.RejectRole, "primary")
        self.leave_button = self._offer(self.tr("Stop it and leave"), role.DestructiveRole,
                                        "danger")
        self.setEscapeButton(self.stay_button)
        self.leave_button.clicked.connect(lambda: leave())


class SyncedDialog(_Box):
    """An office lies in a synced folder: move it to this computer, look only, or leave it."""

    def __init__(self, problem: DeskError, text: TextOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask(
            self.tr("Synced folder"),
            problem_sentence(problem.code, problem.values, text),
            self.tr(
                "Such copies can damage an office that is open. It can be moved to this computer's "
                "own disk: its backups are kept in the synced folder, and the present file stays "
                "there under another name."
            ),
        )
        role = QMessageBox.ButtonRole
        self.move_button = self._offer(
            self.tr("Move it to this computer"), role.AcceptRole, "primary")
        self.read_button = self._offer(self.tr("Open read-only"), role.ActionRole)
        self.cancel_button = self._offer(self.tr("Cancel"), role.RejectRole)
        self.setEscapeButton(self.cancel_button)


class InUseDialog(QDialog):
    """Somebody else works in the office: look only, take over, or leave it."""

    read_only = Signal()
    take_over = Signal()

    def __init__(self, problem: DeskError, text: TextOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_InUse()
        self.ui.setupUi(self)
        values = {**problem.values}
        values["who"] = values.get("who") or self.tr("Somebody")
        values["computer"] = values.get("computer") or self.tr("unknown")
        self.ui.happened.setText(problem_sentence(problem.code, values, text))
        self.ui.detail.setText(
            self.tr("Open there since {0}.\nLast active {1}.").format(
                _moment(values.get("since")), _moment(values.get("seen"))
            )
        )
        # An editor that runs on this very computer can simply be closed.
        here = bool(values.get("here"))
        self.ui.takeOverButton.setVisible(not here)
        if here:
            self.ui.adviceText.setText(
                self.tr(
                    "Two people writing at once would overwrite each other. You can look at "
                    "everything now, or close the other window and open the office again."
                )
            )
        _show_picture(self.ui.picture, "lock", "warning")
        self.ui.cancelButton.clicked.connect(self.reject)
        self.ui.readButton.clicked.connect(lambda: self._end(self.read_only.emit))
        self.ui.takeOverButton.clicked.connect(lambda: self._end(self.take_over.emit))
        self.ui.readButton.setDefault(True)

    def _end(self, tell: Callable[[], None]) -> None:
        self.accept()
        tell()


class RestoreDialog(QDialog):
    """The backups of the office, newest first; one of them, or a file from elsewhere."""

    chosen = Signal(str)

    def __init__(
        self, backups: Sequence[tuple[Path, datetime, int]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_Restore()
        self.ui.setupUi(self)
        dress_rows(self.ui.backups)
        rows = [
            Row(_moment(at), f"{path.name} · {size / 1e6:,.1f} MB", "backup", data=str(path))
            for path, at, size in backups
        ]
        show_rows(self.ui.backups, rows)
        self.ui.backups.setVisible(bool(rows))
        self.ui.empty.setVisible(not rows)
        self.ui.backups.setCurrentRow(0)
        self.ui.restoreButton.setEnabled(bool(rows))
        self.ui.restoreButton.setDefault(bool(rows))
        self.ui.cancelButton.clicked.connect(self.reject)
        self.ui.restoreButton.clicked.connect(self._restore)
        self.ui.otherButton.clicked.connect(self._choose)

    def _restore(self) -> None:
        item = self.ui.backups.currentItem()
        if item is not None:
            self._end(str(row_of(item).data))

    def _choose(self) -> None:
        from partner_desk.ui.shell.choosing import choose_office

        place = choose_office(self)
        if place:
            self._end(place)

    def _end(self, place: str) -> None:
        self.accept()
        self.chosen.emit(place)


def _show_picture(label: QLabel, name: str, colour: str) -> None:
    label.setPixmap(pixmap(name, _PICTURE, colour, label.devicePixelRatioF()))


def _moment(value: object) -> str:
    return shown_moment(value) if isinstance(value, datetime) else "–"
