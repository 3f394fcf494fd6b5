"""The first page of a fresh computer: begin an office, open one, or look around in a sample."""

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QListWidgetItem, QWidget

from partner_desk.ui.components.rows import Row, dress_rows, row_of, show_rows
from partner_desk.ui.forms.ui_first_run import Ui_FirstRun
from partner_desk.ui.look.icons import app_icon, pixmap
from partner_desk.ui.preferences import LANGUAGES, Preferences
from partner_desk.ui.shell.choosing import choose_office
from partner_desk.ui.shell.new_office import NewOfficeFields

_SIZE = QSize(880, 560)
LANGUAGE_NAMES = {"en": "English", "es": "Español"}


class FirstRun(QWidget):
    """Shown when no office is open."""

    create_wanted = Signal(object)
    open_wanted = Signal(str)
    sample_wanted = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.ui = Ui_FirstRun()
        self.ui.setupUi(self)
        self.setWindowIcon(app_icon())
        self.resize(_SIZE)
        self.fields = NewOfficeFields(self.ui, preferences, self)
        self.fields.answered.connect(self.create_wanted)
        self._show_pictures()
        self._show_recent(preferences)
        for each in LANGUAGES:
            self.ui.languageBox.addItem(LANGUAGE_NAMES[each], each)
        self.ui.languageBox.setCurrentIndex(LANGUAGES.index(preferences.language))
        self.ui.languageBox.activated.connect(
            lambda number: self.language_chosen.emit(LANGUAGES[number])
        )
        self.ui.openButton.clicked.connect(self._choose)
        self.ui.sampleEnglishButton.clicked.connect(lambda: self.sample_wanted.emit("en"))
        self.ui.sampleSpanishButton.clicked.connect(lambda: self.sample_wanted.emit("es"))
        self.ui.officeEdit.setFocus()

    def _show_pictures(self) -> None:
        ratio = self.devicePixelRatioF()
        self.ui.appPicture.setPixmap(app_icon().pixmap(48, 48))
        pictures: dict[QLabel, str] = {
            self.ui.newPicture: "add", self.ui.openPicture: "folder",
            self.ui.samplePicture: "preview",
        }
        for label, name in pictures.items():
            label.setPixmap(pixmap(name, 20, "accent", ratio))

    def _show_recent(self, preferences: Preferences) -> None:
        dress_rows(self.ui.recentList)
        places = [each for each in preferences.recent if "://" in each or Path(each).is_file()]
        rows = [
            Row(Path(each).stem, str(Path(each).parent), "folder", data=each) for each in places
        ]
        show_rows(self.ui.recentList, rows)
        self.ui.recentList.setVisible(bool(rows))
        self.ui.recentList.itemActivated.connect(self._open)
        self.ui.recentList.itemClicked.connect(self._open)

    def _open(self, item: QListWidgetItem) -> None:
        self.open_wanted.emit(str(row_of(item).data))

    def _choose(self) -> None:
        place = choose_office(self)
        if place:
            self.open_wanted.emit(place)
