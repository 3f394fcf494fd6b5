"""The few dialogs there are: troubles of the surroundings, bugs, an office in use, a backup."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QMessageBox, QWidget

from partner_desk.model.errors import DeskError
from partner_desk.ui.components.rows import Row, dress_rows, row_of, show_rows
from partner_desk.ui.forms.ui_bug import Ui_Bug
from partner_desk.ui.forms.ui_in_use import Ui_InUse
from partner_desk.ui.forms.ui_restore import Ui_Restore
from partner_desk.ui.forms.ui_trouble import Ui_Trouble
from partner_desk.ui.look.icons import pixmap
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


class UnsavedDialog(QMessageBox):
    """What was typed and could not be saved: stay with it, or go on without it."""

    def __init__(
        self, unsaved: Sequence[str], discard: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(self.tr("Not saved yet"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("Something you typed could not be saved and would be lost."))
        shown = [_shortened(each) for each in unsaved[:_MOST_UNSAVED]]
        self.setInformativeText("\n".join(shown) + ("\n…" if len(unsaved) > len(shown) else ""))
        self.stay_button = self.addButton(
            self.tr("Stay and correct it"), QMessageBox.ButtonRole.RejectRole
        )
        self.discard_button = self.addButton(
            self.tr("Discard it"), QMessageBox.ButtonRole.DestructiveRole
        )
        self.setDefaultButton(self.stay_button)
        self.setEscapeButton(self.stay_button)
        self.setAccessibleName(self.text())
        self.discard_button.clicked.connect(lambda: discard())


class AtWorkDialog(QMessageBox):
    """Work that writes has not ended: wait for it, or stop it and go; it leaves nothing half."""

    def __init__(
        self, titles: Sequence[str], leave: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("Still at work"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("This is not done yet. If it is stopped now, nothing of it is kept."))
        self.setInformativeText("\n".join(_shortened(each) for each in titles))
        self.stay_button = self.addButton(
            self.tr("Wait for it"), QMessageBox.ButtonRole.RejectRole
        )
        self.leave_button = self.addButton(
            self.tr("Stop it and leave"), QMessageBox.ButtonRole.DestructiveRole
        )
        self.setDefaultButton(self.stay_button)
        self.setEscapeButton(self.stay_button)
        self.setAccessibleName(self.text())
        self.leave_button.clicked.connect(lambda: leave())


class SyncedDialog(QMessageBox):
    """An office lies in a synced folder: move it to this computer, look only, or leave it."""

    def __init__(self, problem: DeskError, text: TextOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(self.tr("Synced folder"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(problem_sentence(problem.code, problem.values, text))
        self.setInformativeText(
            self.tr(
                "Such copies can damage an office that is open. It can be moved to this computer's "
                "own disk: its backups are kept in the synced folder, and the present file stays "
                "there under another name."
            )
        )
        role = QMessageBox.ButtonRole
        self.move_button = self.addButton(self.tr("Move it to this computer"), role.AcceptRole)
        self.read_button = self.addButton(self.tr("Look only"), role.ActionRole)
        self.cancel_button = self.addButton(self.tr("Cancel"), role.RejectRole)
        self.setDefaultButton(self.move_button)
        self.setEscapeButton(self.cancel_button)
        self.setAccessibleName(self.text())


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
            self.tr("Since {0}, last sign of life {1}.").format(
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
            Row(_moment(at), f"{path.name} – {size / 1e6:,.1f} MB", "backup", data=str(path))
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
    return f"{value.astimezone():%m/%d/%Y %H:%M}" if isinstance(value, datetime) else "–"


