"""The program with a window: which office is open, in which window, in which language."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from partner_desk.model.errors import DeskError, EnvironmentProblem, InputError
from partner_desk.ui.look.theme import apply_theme, undress
from partner_desk.ui.preferences import Preferences
from partner_desk.ui.shell.asking import Asking
from partner_desk.ui.shell.bugs import BugWatch
from partner_desk.ui.shell.first_paint import AfterFirstPaint
from partner_desk.ui.shell.keeper import Keeper
from partner_desk.ui.shell.main_window import MainWindow
from partner_desk.ui.shell.quick_start import keep_what_stands, let_go
from partner_desk.ui.translation import install

if TYPE_CHECKING:
    from partner_desk.model.history import Author
    from partner_desk.services.opening import Mode, OpenOffice
    from partner_desk.ui.components.page import Place
    from partner_desk.ui.desk import Changed, Desk
    from partner_desk.ui.shell.first_run import FirstRun
    from partner_desk.ui.shell.new_office import NewOffice
    from partner_desk.ui.shell.upkeep import Upkeep


class Program(QObject):
    """Opens and closes offices; owns the one window there is."""

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self.app = app
        self.preferences = preferences
        self.catalogue = install(app, preferences.language)
        self.window: MainWindow | None = None
        self.first_run: FirstRun | None = None
        self.office: OpenOffice | None = None
        self.desk: Desk | None = None
        self.upkeep: Upkeep | None = None
        self.asking = Asking(self._say, lambda: self.window or self.first_run)
        self.keeper = Keeper(self, self)
        self.bugs = BugWatch(self)
        self.bugs.found.connect(self._tell_bug)
        self._location = ""
        self._size_at_start = app.font().pointSizeF()
        self._dress()

    @property
    def dialog(self) -> QDialog | None:
        """The dialog shown last."""
        return self.asking.dialog

    def _tell_bug(self, report: str) -> None:
        # A method of this object, so that a report from a worker hops to the window's thread.
        self.asking.tell_bug(report)

    def _say(self, sentence: str) -> str:
        return self.catalogue.text(sentence)

    # Beginning and ending

    def start(self, location: str = "") -> None:
        """Show the window at once, and open an office as soon as it is painted."""
        place = location or self._last_office()
        if not place:
            self.show_first_run()
            keep_what_stands()
            return
        self._show_frame()
        if self.window is not None:
            AfterFirstPaint(self.window, lambda: self._open_painted(place))

    def _open_painted(self, place: str) -> None:
        """Open an office behind the frame that stands already."""
        from partner_desk.ui.look.screen_fonts import add_missing_scripts

        try:
            add_missing_scripts()
            self.open(place)
        finally:
            keep_what_stands()

    def _last_office(self) -> str:
        from partner_desk.services.locations import default_location

        places = [*self.preferences.recent[:1], str(default_location())]
        return next((each for each in places if "://" in each or Path(each).is_file()), "")

    def show_first_run(self) -> None:
        """The page for a computer on which no office is open."""
        from partner_desk.ui.look.screen_fonts import add_missing_scripts
        from partner_desk.ui.shell.first_run import FirstRun

        add_missing_scripts()
        page = FirstRun(self.preferences)
        page.create_wanted.connect(self.create)
        page.open_wanted.connect(self.open)
        page.sample_wanted.connect(self.open_sample)
        page.language_chosen.connect(self.switch_language)
        old, self.first_run = self.first_run, page
        page.show()
        if old is not None:
            old.close()
            old.deleteLater()

    def close_office(self) -> None:
        """Let go of the office that is open, with everything saved."""
        if self.window is not None:
            self.window.commit()
        if self.upkeep is not None:
            self.upkeep.stop()
        if self.desk is not None:
            self.desk.jobs.cancel_all()
        if self.office is not None:
            self.office.close()
        self.office = self.upkeep = None


    # Offices

    def author(self) -> "Author":
        """Who works at this computer."""
        from getpass import getuser

        from partner_desk.services.opening import author_on_this_computer

        return author_on_this_computer(self.preferences.coordinator or getuser())

    def open(self, location: str, mode: "Mode" = "edit", take_over: bool = False) -> bool:
        """Open an office in place of the present one, which stays if that fails."""
        from partner_desk.services.opening import open_office, refuse_synced

        if self.is_open(location) and not self._is_to_be_edited(mode):
            return True
        if not self.may_go(lambda: self.open(location, mode, take_over)):
            return False

        def opened() -> "OpenOffice":
            if mode == "edit":
                refuse_synced(location)
            return open_office(
                location, self.author(), mode, daily_backup=False, take_over=take_over,
                backups=self.preferences.backup_folder(location),
            )

        office = self._try(opened, location)
        if office is not None:
            self._attach(office, location)
        return office is not None

    def create(self, answers: "NewOffice") -> bool:
        """Begin a new office."""
        from partner_desk.services.opening import create_office, refuse_synced

        self.preferences.coordinator = answers.coordinator
        values = {"name": answers.name, "language": self.catalogue.language}
        try:
            refuse_synced(answers.place)
            office = create_office(
                answers.place, self.author(), values, answers.coordinator, make_folder=True
            )
        except (InputError, EnvironmentProblem) as problem:
            fields = self.first_run.fields if self.first_run is not None else None
            self.asking.refuse_place(problem, fields)
            return False
        self._attach(office, answers.place, "today")
        return True

    def open_sample(self, language: str) -> None:
        """Open the sample office, making it first where there is none yet."""
        from datetime import date

        from partner_desk.services import sample
        from partner_desk.services.opening import create_office, default_location

        name = {"en": "Sample office", "es": "Oficina de muestra"}[language]
        place = default_location().parent / f"{name}.pdoffice"
        if place.exists():
            self.open(str(place))
            return
        office = self._try(
            lambda: create_office(place, self.author(), {"name": name}, make_folder=True),
            str(place),
        )
        if office is None:
            return
        self._attach(office, str(place), "today")
        if self.desk is not None:
            self.desk.start_job(
                self.tr("Filling the sample office"),
                lambda report, cancelled: sample.fill(office.store, language, date.today(), report),
                lambda count: self._office_renamed(),
                writes=True,
            )

    def is_open(self, location: str) -> bool:
        """Whether the office that is open is the file at this place."""
        if self.office is None or self.office.store.path is None or "://" in location:
            return False
        return self.office.store.path == Path(location).absolute()

    def may_go(self, then: Callable[[], object]) -> bool:
        """Whether the window can be left now; ``then`` is done once a person lets go of it."""
        return self.window is None or self.window.desk is None or self.window.may_go(then)

    def _is_to_be_edited(self, mode: "Mode") -> bool:
        """Whether what is open only to be read should be opened once more for editing."""
        return self.office is not None and self.office.store.read_only and mode == "edit"

    def _edit_again(self) -> None:
        if self.office is not None:
            self.open(self._location)

    def _try(self, work: "Callable[[], OpenOffice]", location: str) -> "OpenOffice | None":
        try:
            return work()
        except EnvironmentProblem as problem:
            self._forget_if_gone(problem, location)
            if self.office is None and self.first_run is None:
                self.show_first_run()
                self._hide_frame()
            if problem.code == "office.in_synced_folder":
                self.asking.ask_to_move(
                    problem, lambda: self.keeper.move(location), lambda: self.open(location, "read")
                )
            elif problem.code == "office.in_use":
                self.asking.tell_in_use(
                    problem,
                    lambda: self.open(location, "read"),
                    lambda: self.open(location, take_over=True),
                )
            else:
                self.asking.tell_trouble(problem)
            return None

    def _forget_if_gone(self, problem: DeskError, location: str) -> None:
        if problem.code in ("office.missing", "office.no_folder", "office.not_an_office"):
            self.preferences.forget_office(location)

    def _attach(self, office: "OpenOffice", location: str, area: str = "") -> None:
        self.close_office()
        self.office = office
        self._location = str(office.store.path or location)
        self.preferences.remember_office(self._location)
        self._new_window(area)
        self._begin_upkeep(office)
        if self.window is not None:
            self.window.notices.tell_of(office, self.catalogue.text, self._edit_again)
        if self.first_run is not None:
            self.first_run.close()
            self.first_run.deleteLater()
            self.first_run = None

    def _begin_upkeep(self, office: "OpenOffice") -> None:
        if self.desk is None or self.window is None or office.store.read_only:
            return
        from partner_desk.ui.shell.upkeep import Upkeep

        self.upkeep = Upkeep(office, self.desk)
        self.upkeep.backed_up.connect(self.window.status.show_backup)
        self.upkeep.lost.connect(self._lost)
        self.upkeep.backup_failed.connect(self._backup_failed)
        QTimer.singleShot(0, self.upkeep.begin)

    def _lost(self, problem: EnvironmentProblem) -> None:
        if self.desk is not None:
            self.desk.lock()
        if self.window is not None:
            self.window.notices.tell_read_only(self._edit_again)
            self.window.status.show_saved()
            self.window.undoing.refresh()
        self.asking.tell_trouble(problem)

    def _backup_failed(self, problem: EnvironmentProblem) -> None:
        if self.window is not None:
            self.window.notices.tell_of_backup(problem, self.catalogue.text)

    def _office_renamed(self) -> None:
        if self.desk is not None and self.window is not None:
            from partner_desk.services.office import settings

            self.window.show_office_name(settings(self.desk.store).name)

    # The window

    def _show_frame(self) -> None:
        self.window = MainWindow(self.preferences, self.catalogue)
        self.window.closed.connect(self.close_office)
        self.window.office_wanted.connect(self._ask_office)
        self.window.new_office_wanted.connect(self._ask_new_office)
        self.window.restore_wanted.connect(self.keeper.ask_backup)
        self.window.backup_wanted.connect(self.keeper.back_up)
        self.window.show()

    def _hide_frame(self) -> None:
        if self.window is not None:
            self.window.closed.disconnect(self.close_office)
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def _new_window(self, area: str = "", places: "dict[str, Place] | None" = None) -> None:
        """A window for the office that is open; the old one goes when the new one stands."""
        from partner_desk.services.office import settings
        from partner_desk.ui.desk import Desk

        if self.office is None:
            return
        old_window, old_desk = self.window, self.desk
        if old_window is None or old_window.desk is not None:
            if old_window is not None:
                self.preferences.keep_state("geometry", old_window.saveGeometry())
                old_window.closed.disconnect(self.close_office)
            self._show_frame()
        self.desk = Desk(self.office.store, self.catalogue, self.preferences, self)
        self._connect_desk(self.desk)
        if self.window is not None:
            self.window.attach(self.desk, settings(self.office.store).name, area, places)
        if old_window is not None and old_window is not self.window:
            old_window.close_unasked()
            old_window.destroyed.connect(lambda: QTimer.singleShot(0, let_go))
            old_window.deleteLater()
        if old_desk is not None:
            old_desk.deleteLater()

    def _connect_desk(self, desk: "Desk") -> None:
        desk.troubled.connect(self.asking.tell_trouble)
        desk.broken.connect(self.bugs.report)
        desk.language_chosen.connect(self.switch_language)
        desk.look_chosen.connect(self._dress)
        desk.coordinator_chosen.connect(self._change_coordinator)
        desk.changed.connect(self._changed)

    def _changed(self, changed: "Changed") -> None:
        if changed.touches("office"):
            self._office_renamed()

    def switch_language(self, language: str) -> None:
        """Speak another language, at once: the window is built anew and everything stays open."""
        if language == self.catalogue.language:
            return
        if not self.may_go(lambda: self.switch_language(language)):
            return
        self.preferences.language = language
        self.catalogue = install(self.app, language)
        if self.office is None:
            self.show_first_run()
            return
        if self.upkeep is not None:
            self.upkeep.stop()
        if self.desk is not None:
            self.desk.jobs.cancel_all()
        if self.window is None:
            self._new_window()
        else:
            self._new_window(self.window.current, self.window.places())
        self._begin_upkeep(self.office)

    def _dress(self) -> None:
        undress(self.app)
        font = self.app.font()
        font.setPointSizeF(self._size_at_start * self.preferences.text_size / 100)
        self.app.setFont(font)
        apply_theme(self.app, self.preferences.theme)

    def _change_coordinator(self, name: str) -> None:
        self.preferences.coordinator = name
        if self.office is not None:
            self.office.store.author = self.author()
        if self.window is not None:
            self.window.status.show_coordinator()

    # Questions

    def _ask_office(self, place: str) -> None:
        from partner_desk.ui.shell.choosing import choose_office

        if self.window is not None:
            place = place or choose_office(self.window)
        if place:
            self.open(place)

    def _ask_new_office(self) -> None:
        if not self.may_go(self._ask_new_office):
            return
        self.asking.ask_new_office(self.preferences, self.create)
