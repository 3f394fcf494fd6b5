"""The settings: those of the office, saved as they are left, and those of this computer."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QListWidgetItem, QWidget

from partner_desk.model.errors import EnvironmentProblem, InputError
from partner_desk.model.office import Coordinator, Office
from partner_desk.services import office, records
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.page import Page
from partner_desk.ui.components.rows import Row, dress_rows, row_of, rows_height, show_rows
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.forms.ui_settings import Ui_SettingsForm
from partner_desk.ui.preferences import LANGUAGES, TEXT_SIZES, THEMES
from partner_desk.ui.sentences import problem_sentence
from partner_desk.ui.shell.first_run import LANGUAGE_NAMES

_LOGO = 96
_MOST_PEOPLE = 4
"""So many are seen without scrolling."""
_LABEL_WIDTH = 200


class SettingsPage(Page):
    """One page for all of them; the office's at the left, people and this computer at the right."""

    kinds = ("office", "coordinator")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        # Made before the rest, so that Tab comes to the left side first, and the focus as well.
        self.form = FieldForm(desk, Office, label_width=_LABEL_WIDTH, parent=self)
        self.ui = Ui_SettingsForm()
        self.ui.setupUi(self)
        self.ui.officeColumn.insertWidget(self.ui.officeColumn.count() - 1, self.form)
        self.form.setEnabled(not desk.read_only)
        dress_rows(self.ui.people)
        for label in (self.ui.logoProblem, self.ui.personProblem):
            label.hide()
        self._fill_computer()
        self._connect()
        self._show()

    def refresh(self, changed: Changed) -> None:
        """Show the settings as they are now."""
        if changed.touches("office", "coordinator"):
            self._show()

    def commit(self) -> None:
        """Save the field that is being typed in."""
        self.form.commit()

    def open_record(self, record_id: str, kind: str = "") -> None:
        """Coordinators stand in their list."""
        for number in range(self.ui.people.count()):
            if row_of(self.ui.people.item(number)).data == record_id:
                self.ui.people.setCurrentRow(number)
                self.ui.people.setFocus()

    def focus_filter(self) -> None:
        """There is no list to filter: the cursor goes to the first setting."""
        self.form.focus_first()

    def _connect(self) -> None:
        ui = self.ui
        ui.logoButton.clicked.connect(self._choose_logo)
        ui.noLogoButton.clicked.connect(lambda: self._keep_logo(None))
        ui.addPersonButton.clicked.connect(self._add_person)
        ui.personEdit.returnPressed.connect(self._add_person)
        ui.leaveButton.clicked.connect(self._leave)
        ui.people.currentItemChanged.connect(self._offer_leaving)
        ui.languageBox.activated.connect(self._choose_language)
        ui.themeBox.activated.connect(self._choose_theme)
        ui.textSizeBox.activated.connect(self._choose_text_size)
        for part in (ui.logoButton, ui.personEdit, ui.addPersonButton):
            part.setEnabled(not self.desk.read_only)

    def _fill_computer(self) -> None:
        ui, preferences = self.ui, self.desk.preferences
        for language in LANGUAGES:
            ui.languageBox.addItem(LANGUAGE_NAMES[language], language)
        ui.languageBox.setCurrentIndex(LANGUAGES.index(preferences.language))
        names = {"system": self.tr("As the computer"), "light": self.tr("Light"),
                 "dark": self.tr("Dark")}
        for theme in THEMES:
            ui.themeBox.addItem(names[theme], theme)
        ui.themeBox.setCurrentIndex(THEMES.index(preferences.theme))
        for size in TEXT_SIZES:
            ui.textSizeBox.addItem(f"{size} %", size)
        ui.textSizeBox.setCurrentIndex(TEXT_SIZES.index(preferences.text_size))
        place = str(self.desk.store.path or self.desk.store.engine.url.host or "")
        ui.place.setText(place)
        ui.place.setToolTip(place)

    def _show(self) -> None:
        self.form.show_record(office.settings(self.desk.store))
        self._show_logo()
        people = office.coordinators(self.desk.store)
        show_rows(self.ui.people, [
            Row(each.name, each.email or each.phone, "contact", data=each.id) for each in people
        ])
        self.ui.people.setFixedHeight(rows_height(self.ui.people, _MOST_PEOPLE))
        self.ui.people.setVisible(bool(people))
        self._offer_leaving()

    def _show_logo(self) -> None:
        data = office.logo(self.desk.store)
        picture = QPixmap()
        if data and picture.loadFromData(data):
            self.ui.logo.setPixmap(picture.scaled(
                2 * _LOGO, _LOGO, Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation))
        else:
            self.ui.logo.setText(self.tr("No logo yet"))
        self.ui.noLogoButton.setVisible(bool(data))

    def _choose_logo(self) -> None:
        from partner_desk.ui.shell.choosing import choose_picture

        place = choose_picture(self)
        if not place:
            return
        try:
            data = Path(place).read_bytes()
        except OSError as error:
            values = {"path": place, "reason": error.strerror or str(error)}
            self.desk.troubled.emit(EnvironmentProblem("file.unreadable", **values))
            return
        self._keep_logo(data)

    def _keep_logo(self, data: bytes | None) -> None:
        try:
            self.desk.write(lambda: office.set_logo(self.desk.store, data))
        except InputError as error:
            self._refuse(self.ui.logoProblem, error)
        else:
            self._refuse(self.ui.logoProblem, None)
        self._show_logo()

    def _add_person(self) -> None:
        name = self.ui.personEdit.text()
        try:
            added = self.desk.write(
                lambda: records.add(self.desk.store, "coordinator", {"name": name})
            )
        except InputError as error:
            self._refuse(self.ui.personProblem, error)
            self.ui.personEdit.setFocus()
            return
        self._refuse(self.ui.personProblem, None)
        if added is not None:
            self.ui.personEdit.clear()

    def _leave(self) -> None:
        item: QListWidgetItem | None = self.ui.people.currentItem()
        if item is None:
            return
        person = str(row_of(item).data)
        self.desk.write(
            lambda: records.change_field(self.desk.store, Coordinator, person, "active", False)
        )
        name = row_of(item).title
        self.desk.tell(self.tr("{0} no longer works here.").format(name), undo=True)

    def _offer_leaving(self) -> None:
        chosen = self.ui.people.currentItem() is not None and not self.desk.read_only
        self.ui.leaveButton.setEnabled(chosen)
        self.ui.leaveButton.setVisible(self.ui.people.count() > 0)

    def _refuse(self, label: QLabel, error: InputError | None) -> None:
        """Say beside the field what is wrong with what was typed there; None takes it back."""
        label.setVisible(error is not None)
        if error is not None:
            problem = error.problems[0]
            label.setText(problem_sentence(problem.code, problem.values, self.desk.text))

    def _choose_language(self, number: int) -> None:
        self.desk.language_chosen.emit(LANGUAGES[number])

    def _choose_theme(self, number: int) -> None:
        self.desk.preferences.theme = THEMES[number]
        self.desk.look_chosen.emit()

    def _choose_text_size(self, number: int) -> None:
        self.desk.preferences.text_size = TEXT_SIZES[number]
        self.desk.look_chosen.emit()

