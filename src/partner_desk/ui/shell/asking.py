"""The dialogs of the program: what it tells and asks wherever it stands, one at a time."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from partner_desk.ui.preferences import Preferences

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from partner_desk.model.errors import DeskError
    from partner_desk.ui.shell.new_office import NewOffice, NewOfficeFields

TextOf = Callable[[str], str]


class Asking:
    """Shows dialogs over whichever window stands; none of them blocks the program.

    ``text`` looks sentences up in the language of the moment, ``over`` names that window.
    """

    def __init__(self, text: TextOf, over: Callable[[], QWidget | None]) -> None:
        self.dialog: QDialog | None = None
        self._text, self._over = text, over

    def tell_trouble(self, problem: "DeskError") -> None:
        """What happened, what is safe, what to do."""
        from partner_desk.ui.shell.dialogs import TroubleDialog

        self._show(TroubleDialog(problem, self._text, self._over()))

    def tell_bug(self, report: str) -> None:
        """Something nobody expected. One report at a time: the first is the one that counts."""
        from partner_desk.ui.shell.dialogs import BugDialog

        if not (isinstance(self.dialog, BugDialog) and self.dialog.isVisible()):
            self._show(BugDialog(report, self._over()))

    def tell_in_use(
        self, problem: "DeskError", read: Callable[[], object], take_over: Callable[[], object]
    ) -> None:
        """Somebody else works in the office: ``read`` it only, ``take_over``, or leave it."""
        from partner_desk.ui.shell.dialogs import InUseDialog

        dialog = InUseDialog(problem, self._text, self._over())
        dialog.read_only.connect(read)
        dialog.take_over.connect(take_over)
        self._show(dialog)

    def ask_to_move(
        self, problem: "DeskError", move: Callable[[], object], read: Callable[[], object]
    ) -> None:
        """An office lies in a synced folder: ``move`` it, ``read`` it only, or leave it."""
        from partner_desk.ui.shell.dialogs import SyncedDialog

        dialog = SyncedDialog(problem, self._text, self._over())
        dialog.move_button.clicked.connect(lambda: move())
        dialog.read_button.clicked.connect(lambda: read())
        self._show(dialog)

    def ask_backup(
        self, backups: "Sequence[tuple[Path, datetime, int]]", chosen: Callable[[str], object]
    ) -> None:
        """Which backup to bring back."""
        from partner_desk.ui.shell.dialogs import RestoreDialog

        dialog = RestoreDialog(backups, self._over())
        dialog.chosen.connect(chosen)
        self._show(dialog)

    def ask_new_office(
        self, preferences: Preferences, create: "Callable[[NewOffice], bool]"
    ) -> None:
        """The answers that a new office needs; the dialog stays until ``create`` takes them."""
        from partner_desk.ui.shell.new_office import NewOfficeDialog

        over = self._over()
        if over is None:
            return
        dialog = NewOfficeDialog(preferences, over)

        def answered(answers: "NewOffice") -> None:
            if create(answers):
                dialog.accept()

        dialog.fields.answered.connect(answered)
        self._show(dialog)

    def fields(self) -> "NewOfficeFields | None":
        """The fields of the dialog for a new office, None when it does not stand open."""
        from partner_desk.ui.shell.new_office import NewOfficeDialog

        shown = self.dialog
        return shown.fields if isinstance(shown, NewOfficeDialog) and shown.isVisible() else None

    def refuse_place(self, problem: "DeskError", fields: "NewOfficeFields | None") -> None:
        """Say beside the place of a new office why it cannot be there; ``fields`` ask for it."""
        from partner_desk.ui.sentences import problem_sentence

        fields = fields or self.fields()
        if fields is None:
            self.tell_trouble(problem)
        else:
            fields.refuse_place(problem_sentence(problem.code, problem.values, self._text))

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()
