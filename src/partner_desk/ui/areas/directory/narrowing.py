"""What the list of resources is narrowed by: conditions as buttons, quick ones, views."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from partner_desk.model.queries import Filter
from partner_desk.services.directory.filters import filters_of
from partner_desk.services.directory.languages import SPANISH
from partner_desk.services.directory.lists import Narrowed
from partner_desk.services.directory.narrowed import GROUPS
from partner_desk.ui.areas.directory.category_picker import CategoryPicker
from partner_desk.ui.areas.directory.condition_words import condition_words
from partner_desk.ui.areas.directory.narrow_dialog import NarrowDialog
from partner_desk.ui.areas.directory.views import ViewsMenu
from partner_desk.ui.components.narrowing import ConditionRow
from partner_desk.ui.desk import Desk

_MANY = 3
"""With so many conditions nobody looks for a quick one, and the list needs the room."""


class ResourceNarrowing(ConditionRow[Narrowed]):
    """Buttons for all conditions, for categories, for views; then each condition there is."""

    shown = Signal()
    """Other conditions stand here than before, whoever put them here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Narrowed(), parent)
        self._known: tuple[Filter, ...] | None = None
        self._offers_quick = True
        # What a condition stands for follows from records: a category has another under it.
        desk.changed.connect(self._forget)
        self.describe_opening(self.tr(
            "By category, age, language, place, opening hours, cost or verification ({0})"
        ))
        self.category_button = self.button(
            self.tr("Category…"), "category", self.pick_categories
        )
        self.category_button.setToolTip(self.tr("Narrow by categories and all under them"))
        self.views_button = self.button(self.tr("Views"), "preview", lambda: None)
        self.views_button.setToolTip(self.tr("Lists kept under a name"))
        self.views_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.views = ViewsMenu(desk, self.views_button)
        self.views_button.setMenu(self.views)
        self.quick = {
            name: self._quick(name, words, narrowed) for name, words, narrowed in (
                ("open", self.tr("Open Saturday"), Narrowed(days=("SA",))),
                ("cost", self.tr("Free of charge"), Narrowed(cost="free")),
                ("languages", self.tr("In Spanish"), Narrowed(languages=(SPANISH,))),
            )
        }
        """Conditions asked for most often, by name; those that are there are not offered."""

    def filters(self) -> tuple[Filter, ...]:
        if not self.narrowed.names:
            return ()
        if self._known is None:
            today, narrowed = self._desk.today(), self.narrowed
            self._known = self._desk.read(lambda reader: filters_of(reader, narrowed, today))
        return self._known

    def ask(self) -> None:
        dialog = NarrowDialog(self._desk, self.narrowed, self)
        dialog.chosen.connect(self.narrow)
        dialog.open()

    def pick_categories(self) -> None:
        """Choose categories from their tree."""
        picker = CategoryPicker(self._desk, self.narrowed.categories, self)
        picker.chosen.connect(
            lambda ids: self.narrow(replace(self.narrowed, categories=ids))
        )
        picker.open()

    def words(self, name: str) -> str:
        return condition_words(self._desk, self.narrowed, name)

    def show_conditions(self, narrowed: Narrowed) -> None:
        self._forget()
        super().show_conditions(narrowed)
        self._show_quick()
        self.shown.emit()

    def offer_quick(self, offered: bool) -> None:
        """Offer the quick conditions, or not: an office without resources has none to narrow."""
        if offered != self._offers_quick:
            self._offers_quick = offered
            self._show_quick()

    def _show_quick(self) -> None:
        names = self.narrowed.names
        for name, button in self.quick.items():
            button.setVisible(
                self._offers_quick and name not in names and len(names) < _MANY
            )

    def _quick(self, name: str, words: str, wanted: Narrowed) -> QToolButton:
        said = {each: getattr(wanted, each) for each in GROUPS[name]}
        button = self.button(
            words, "add", lambda: self.narrow(replace(self.narrowed, **said))
        )
        button.setToolTip(self.tr("Narrow by: {0}").format(words))
        return button

    def _forget(self) -> None:
        self._known = None
