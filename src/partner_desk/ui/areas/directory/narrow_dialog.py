"""The conditions by which a list of resources can be narrowed, all in one dialog."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.files.hours_in_words import weekdays
from partner_desk.model.dates import Date, TimeOfDay
from partner_desk.model.folding import fold
from partner_desk.model.numbers import Integer
from partner_desk.model.partners import GRADE_BANDS
from partner_desk.model.resources import SERVICE_STATES
from partner_desk.model.values import Text, ValueType
from partner_desk.services.directory.languages import called, languages_in
from partner_desk.services.directory.lists import Narrowed
from partner_desk.services.directory.narrowed import COSTS, PARTS_OF_DAY
from partner_desk.ui.areas.directory.category_picker import CategoryPicker
from partner_desk.ui.areas.directory.condition_words import (
    condition_words,
    cost_names,
    day_names,
    languages_words,
    part_names,
)
from partner_desk.ui.components.conditions_dialog import ConditionsDialog
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import GAP, UNIT

BAND_AGES = {"prek": (3, 5), "k2": (5, 8), "3_5": (8, 11), "6_8": (11, 14), "9_12": (14, 18)}
"""How old students of these grades usually are, in years."""
_RECORDS = {"school_id": "school", "organization_id": "organization"}
_TYPES: dict[str, ValueType] = {
    "age_from": Integer(0, 130), "age_to": Integer(0, 130), "eligibility": Text(),
    "place": Text(), "postal_codes": Text(), "miles": Integer(1, 500), "at": TimeOfDay(),
    "verified_since": Date(),
    "unverified_days": Integer(1, 3650),
}
_TOGETHER = "\n"
"""Between several languages of one choice."""
_SWITCHES = ("ages_stated", "accessible", "never_verified")


class NarrowDialog(ConditionsDialog):
    """Gives a ``Narrowed`` of resources with all that was filled in."""

    def __init__(self, desk: Desk, narrowed: Narrowed, parent: QWidget | None = None) -> None:
        super().__init__(desk, _TYPES, _RECORDS, parent)
        self.setWindowTitle(self.tr("Narrow the list of resources"))
        self.switches = {name: QCheckBox(self._labels[name]) for name in _SWITCHES}
        self.days = self._toggles(weekdays(desk.text), day_names(desk))
        labels = {each.value: desk.text(each.label) for each in SERVICE_STATES}
        self.statuses = self._toggles(labels, labels)
        offered = {each: desk.text(each) for each in desk.read(languages_in)}
        self.languages = self._choices(self.tr("Any language"), dict(
            sorted(offered.items(), key=lambda each: fold(each[1]))
        ))
        self.bands = self._choices(
            self.tr("Any grade"),
            {each.value: desk.text(each.label) for each in GRADE_BANDS if each.value in BAND_AGES},
        )
        self.parts = self._choices(self.tr("Any time of day"), {
            each: name[:1].upper() + name[1:]
            for each, name in part_names(desk).items() if each in PARTS_OF_DAY
        })
        self.costs = self._choices(
            self.tr("Any cost"), {each: cost_names(desk)[each] for each in COSTS}
        )
        self.categories: tuple[str, ...] = ()
        self.category_button = QPushButton()
        self.category_button.setAutoDefault(False)
        self.category_button.setStyleSheet("QPushButton { text-align: left; padding-left: 10px; }")
        self.category_button.clicked.connect(self.pick_categories)
        self._lay_out()
        self._show(narrowed)
        self._connect()

    def wanted(self) -> Narrowed | None:
        found = self.read_editors()
        found |= {
            "categories": self.categories,
            "languages": self._spoken(), "days": _ticked(self.days),
            "statuses": _ticked(self.statuses), "part": self.parts.currentData(),
            "cost": self.costs.currentData(),
            **{name: box.isChecked() for name, box in self.switches.items()},
        }
        codes = str(found["postal_codes"])
        found["postal_codes"] = tuple(codes.replace(",", " ").replace(";", " ").split())
        if not found["school_id"]:
            found["miles"] = None
        return Narrowed(**found) if self.trouble.isHidden() else None

    def empty(self) -> None:
        self._show(Narrowed())
        self.trouble.hide()

    def pick_categories(self) -> None:
        """Choose categories from their tree."""
        picker = CategoryPicker(self._desk, self.categories, self)
        picker.chosen.connect(self._show_categories)
        picker.open()

    def _spoken(self) -> tuple[str, ...]:
        chosen = self.languages.currentData()
        return tuple(chosen.split(_TOGETHER)) if chosen else ()

    def _show(self, narrowed: Narrowed) -> None:
        for name, editor in self.editors.items():
            value = getattr(narrowed, name)
            if name == "postal_codes":
                value = ", ".join(value)
            editor.show_value(int(value) if name == "miles" and value else value)
            editor.set_invalid(False)
        for name, box in self.switches.items():
            box.setChecked(getattr(narrowed, name))
        for chosen, boxes in ((narrowed.days, self.days), (narrowed.statuses, self.statuses)):
            for key, each in boxes.items():
                each.setChecked(key in chosen)
        spoken = _TOGETHER.join(called(narrowed.languages))
        if spoken and self.languages.findData(spoken) < 0:
            self.languages.addItem(languages_words(self._desk, narrowed.languages), spoken)
        for combo, value in ((self.parts, narrowed.part), (self.costs, narrowed.cost),
                             (self.languages, spoken)):
            combo.setCurrentIndex(max(combo.findData(value), 0))
        ages = (narrowed.age_from, narrowed.age_to)
        band = next((key for key, each in BAND_AGES.items() if each == ages), "")
        self.bands.setCurrentIndex(max(self.bands.findData(band), 0))
        self._show_categories(narrowed.categories)

    def _show_categories(self, ids: tuple[str, ...]) -> None:
        self.categories = ids
        words = self.tr("Choose…")
        if ids:
            words = condition_words(self._desk, Narrowed(categories=ids), "categories")
        shown = self.category_button.fontMetrics().elidedText(
            words.replace("&", "&&"), Qt.TextElideMode.ElideRight, 300)
        self.category_button.setText(shown)
        self.category_button.setToolTip(words)
        self.category_button.setAccessibleName(
            self.tr("{0}: {1}").format(self._labels["categories"], words))

    def _band_chosen(self) -> None:
        first, last = BAND_AGES.get(self.bands.currentData(), (None, None))
        self.editors["age_from"].show_value(first)
        self.editors["age_to"].show_value(last)

    def named(self) -> dict[str, str]:
        return {
            "categories": self.tr("Categories"), "bands": self.tr("Grade"),
            "age_from": self.tr("Ages from"), "age_to": self.tr("to"),
            "ages_stated": self.tr("Only those that say for which ages"),
            "eligibility": self.tr("Who can use it"), "languages": self.tr("Languages"),
            "place": self.tr("City or neighborhood"), "postal_codes": self.tr("ZIP codes"),
            "school_id": self.tr("Near the school"), "miles": self.tr("miles"),
            "days": self.tr("Open on"), "part": self.tr("When"), "at": self.tr("at"),
            "cost": self.tr("Cost"), "accessible": self.tr("Only with accessibility described"),
            "verified_since": self.tr("Verified since"),
            "unverified_days": self.tr("Not verified for"), "unverified": self.tr("days"),
            "never_verified": self.tr("Only those never verified"),
            "organization_id": self.tr("Organization"), "statuses": self.tr("Status"),
        }

    def _lay_out(self) -> None:
        at, miles = self._beside("at"), self._beside("miles")
        left = self._form((
            ("categories", self.category_button), ("bands", self.bands),
            ("age_from", _row(self.editors["age_from"], self._beside("age_to"),
                              self.editors["age_to"])),
            ("", self.switches["ages_stated"]), ("eligibility", self.editors["eligibility"]),
            ("languages", self.languages), ("cost", self.costs),
            ("organization_id", self.editors["organization_id"]),
            ("statuses", self._flow(self.statuses)),
        ))
        right = self._form((
            ("place", self.editors["place"]), ("postal_codes", self.editors["postal_codes"]),
            ("school_id", self.editors["school_id"]),
            ("", _row(QLabel(self.tr("within")), self.editors["miles"], miles)),
            ("days", self._flow(self.days)), ("part", _row(self.parts, at, self.editors["at"])),
            ("", self.switches["accessible"]),
            ("verified_since", self.editors["verified_since"]),
            ("unverified_days", _row(self.editors["unverified_days"],
                                     self._beside("unverified"))),
            ("", self.switches["never_verified"]),
        ))
        for name in ("miles", "unverified_days"):
            self.editors[name].control.setMaximumWidth(72)
        self.editors["at"].control.setMaximumWidth(110)
        across = QHBoxLayout()
        across.setSpacing(2 * GAP)
        across.addLayout(left, 1)
        across.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addLayout(across)
        column.addStretch(1)
        column.addWidget(self.trouble)
        column.addWidget(self.buttons())
        self.resize(940, 520)

    def _form(self, rows: Sequence[tuple[str, QWidget]]) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(GAP)
        form.setVerticalSpacing(UNIT)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, widget in rows:
            label = QLabel(self._labels.get(name, ""))
            label.setMinimumHeight(self.costs.sizeHint().height())  # In line with one field.
            form.addRow(label, widget)
            form.setAlignment(label, Qt.AlignmentFlag.AlignTop)
        return form

    def _beside(self, name: str) -> QLabel:
        return QLabel(self._labels[name])

    def _toggles(self, words: dict[str, str], tips: dict[str, str]) -> dict[str, QToolButton]:
        found = {}
        for key, label in words.items():
            box = found[key] = QToolButton()
            box.setText(label.replace("&", "&&"))
            box.setToolTip(tips.get(key, ""))
            box.setAccessibleName(tips.get(key, label))
            box.setCheckable(True)
            box.setProperty("chip", True)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return found

    def _flow(self, boxes: dict[str, QToolButton]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, UNIT // 2)
        for each in boxes.values():
            flow.addWidget(each)
        return holder

    def _choices(self, nothing: str, options: dict[str, str]) -> QComboBox:
        combo = QComboBox()
        combo.addItem(nothing, "")
        for key, label in options.items():
            combo.addItem(label, key)
        return combo

    def _connect(self) -> None:
        self.bands.activated.connect(self._band_chosen)
        for combo, name in ((self.bands, "bands"), (self.parts, "part"), (self.costs, "cost"),
                            (self.languages, "languages")):
            combo.setAccessibleName(self._labels[name])


def _row(*parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(UNIT)
    for each in parts:
        row.addWidget(each, 0 if isinstance(each, QLabel) else 1)
    if isinstance(parts[-1], QLabel):
        row.addStretch(3)
    return holder


def _ticked(boxes: dict[str, QToolButton]) -> tuple[str, ...]:
    return tuple(key for key, each in boxes.items() if each.isChecked())
