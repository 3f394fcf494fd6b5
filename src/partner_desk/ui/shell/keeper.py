"""What puts another file in the place of the office that is open: a backup, or a moved office."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.ui.preferences import Preferences
from partner_desk.ui.shell.asking import Asking

if TYPE_CHECKING:
    from partner_desk.model.history import Author
    from partner_desk.services.opening import Mode, OpenOffice
    from partner_desk.ui.shell.main_window import MainWindow
    from partner_desk.ui.shell.upkeep import Upkeep


class OfficeHolder(Protocol):
    """The program, as far as its keeper knows it."""

    preferences: Preferences
    asking: Asking
    window: "MainWindow | None"
    office: "OpenOffice | None"
    upkeep: "Upkeep | None"

    def author(self) -> "Author":
        """Who works at this computer."""

    def is_open(self, location: str) -> bool:
        """Whether the office that is open is the file at this place."""

    def may_go(self, then: Callable[[], object]) -> bool:
        """Whether the window can be left now; ``then`` is done once a person lets go of it."""

    def open(self, location: str, mode: "Mode" = "edit") -> bool:
        """Open an office in place of the present one."""

    def close_office(self) -> None:
        """Let go of the office that is open."""


class Keeper(QObject):
    """Closes the office of a program, deals with its file, and opens it again."""

    def __init__(self, program: OfficeHolder, parent: QObject) -> None:
        super().__init__(parent)
        self._program = program

    def restore(self, backup: str) -> bool:
        """Put a backup in the place of the present office and open it again."""
        from partner_desk.services import safekeeping

        program = self._program
        if program.office is None or program.office.store.path is None:
            return False
        place = str(program.office.store.path)
        author = program.office.store.author
        program.close_office()
        try:
            aside = safekeeping.restore(place, Path(backup), author)
        except EnvironmentProblem as problem:
            program.asking.tell_trouble(problem)
            program.open(place)
            return False
        if program.open(place) and aside is not None:
            self._tell(self.tr("The backup is in place. The former file is kept as {0}"), aside)
        return True

    def move(self, location: str) -> bool:
        """Move an office out of a synced folder, where its backups are kept, and open it."""
        from partner_desk.services import locations, safekeeping

        program = self._program
        was_open = program.is_open(location)
        if was_open:
            program.close_office()
        own = locations.default_location().parent
        try:
            place, aside = safekeeping.move(location, own, program.author())
        except EnvironmentProblem as problem:
            if was_open:
                program.open(location, "read")
            program.asking.tell_trouble(problem)
            return False
        backups = aside.with_name(f"{place.stem} backups")
        program.preferences.forget_office(location)
        program.preferences.keep_backup_folder(str(place), str(backups))
        if program.open(str(place)):
            words = self.tr("The office is now on this computer. The former file is kept as {0}")
            self._tell(words, aside)
        return True

    def ask_backup(self) -> None:
        """Ask which backup to bring back."""
        from partner_desk.services import safekeeping

        program = self._program
        if program.office is None or not program.may_go(self.ask_backup):
            return
        if program.office.store.path is None:
            program.asking.tell_trouble(EnvironmentProblem("backup.on_server"))
            return
        found = safekeeping.backups(program.office.store, program.office.backups)
        program.asking.ask_backup([(each.path, each.at, each.size) for each in found], self.restore)

    def back_up(self) -> None:
        """Make a backup now."""
        if self._program.upkeep is not None:
            self._program.upkeep.back_up()

    def _tell(self, words: str, aside: Path) -> None:
        if self._program.window is not None:
            self._program.window.notices.add(words.format(aside), "success")
