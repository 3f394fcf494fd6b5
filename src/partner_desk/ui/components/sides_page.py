"""A page of several lists, one shown at a time, each with its record beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from partner_desk.ui.components.came_in import listed_as
from partner_desk.ui.components.controls import first_control
from partner_desk.ui.components.exporting import ask_and_export
from partner_desk.ui.components.free_side import FreeSide
from partner_desk.ui.components.page import Page, Place
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.forms.ui_list_pane import Ui_ListPane
from partner_desk.ui.look.theme import UNIT

_BESIDE = 3
"""So many words may have room beside the button that begins a record."""
_ROOM = 418
"""Logical pixels of the head of a list in the smallest window."""


@dataclass(frozen=True)
class SideChoice:
    """A list of the page: the word it is chosen by, and how it is made."""

    title: str
    make: Callable[[], Side | FreeSide]


class SidesPage(Page):
    """Lists are made when they are first asked for; a switch stands above or for their titles."""

    def __init__(
        self, desk: Desk, choices: Sequence[SideChoice], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._choices = tuple(choices)
        self._made: dict[int, Side | FreeSide] = {}
        self._switches: list[QTabBar] = []
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.side_at(0)

    @property
    def sides(self) -> tuple[Side | FreeSide, ...]:
        """The lists made so far."""
        return tuple(self._made.values())

    @property
    def side(self) -> Side | FreeSide:
        """The list that is shown."""
        return next(each for each in self.sides if each is self._stack.currentWidget())

    def side_at(self, place: int) -> Side | FreeSide:
        """The list at ``place`` (from 0), made when it is first asked for."""
        if place not in self._made:
            made = self._made[place] = self._choices[place].make()
            self._stack.addWidget(made)
            self._add_switch(made, place)
        return self._made[place]

    def show_side(self, side: Side | FreeSide) -> None:
        """Show one of the lists."""
        self._stack.setCurrentWidget(side)
        place = self._place_of(side)
        for switch in self._switches:
            switch.blockSignals(True)
            switch.setCurrentIndex(place)
            switch.blockSignals(False)

    def show_came_in(self, kind: str, change_set_id: str) -> None:
        sides = (self.side_at(place) for place in range(len(self._choices)))
        for side in sides:
            if isinstance(side, Side) and side.pane.kind == listed_as(kind):
                self.show_side(side)
                side.pane.show_came_in(kind, change_set_id)
                side.pane.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the list that is shown."""
        side = self.side
        (side.pane if isinstance(side, Side) else side).setFocus(event.reason())

    def focus_filter(self) -> None:
        side = self.side
        (side.pane if isinstance(side, Side) else side).focus_filter()

    def new_record(self) -> None:
        self.side.begin()

    def export_current(self) -> None:
        side = self.side
        if isinstance(side, Side):
            ask_and_export(self.desk, self, side.pane.query)
        else:
            side.export()

    def refresh(self, changed: Changed) -> None:
        for side in self.sides:
            side.refresh(changed)

    def place(self) -> Place:
        side = self.side
        number = self._place_of(side)
        return replace(side.place(), side=number) if isinstance(side, Side) else Place(number)

    def come_back(self, place: Place) -> None:
        side = self.side_at(place.side)
        self.show_side(side)
        if isinstance(side, Side):
            side.come_back(place)

    def commit(self) -> None:
        for side in self.sides:
            side.commit()

    def _place_of(self, side: Side | FreeSide) -> int:
        return next(place for place, each in self._made.items() if each is side)

    def _add_switch(self, side: Side | FreeSide, place: int) -> None:
        if len(self._choices) == 1:
            return
        switch = QTabBar()
        switch.setAccessibleName(self.tr("Which list to show"))
        switch.setDrawBase(False)
        switch.setExpanding(False)
        for each in self._choices:
            switch.addTab(each.title)
        switch.setCurrentIndex(place)
        switch.currentChanged.connect(lambda chosen: self.show_side(self.side_at(chosen)))
        self._switches.append(switch)
        beside = self._fits_beside(switch)
        first = first_control(side)
        if isinstance(side, FreeSide):
            side.take_switch(switch, beside=beside)
        elif beside:
            side.pane.form.title.hide()
            side.pane.form.head.insertWidget(0, switch)
        else:
            side.pane.form.column.insertWidget(0, switch)
            _put_filter_for_title(side.pane.form)
        if first is not None:  # Tab reaches the switch before all that is under it.
            QWidget.setTabOrder(first, switch)
            QWidget.setTabOrder(switch, first)

    def _fits_beside(self, switch: QTabBar) -> bool:
        """Whether the switch has room beside the button that begins a record of the first list."""
        if len(self._choices) > _BESIDE:
            return False
        first = self.side_at(0)
        button = first.pane.form.addButton.sizeHint().width() if isinstance(first, Side) else 0
        return switch.sizeHint().width() + UNIT + button <= _ROOM


def _put_filter_for_title(form: Ui_ListPane) -> None:
    """Put the filter beside the button: the switch above it says what is listed."""
    form.title.hide()
    form.column.removeWidget(form.filter)
    form.head.removeItem(form.headSpace)
    form.head.insertWidget(0, form.filter, 1)
    QWidget.setTabOrder(form.filter, form.addButton)
