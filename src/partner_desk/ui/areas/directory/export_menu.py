"""What of the directory goes out: to Excel, to other directories, on paper."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from partner_desk.model.queries import Among, AnyOf, Filter, ListQuery, OneOf
from partner_desk.ui.areas.directory.condition_words import list_words, list_words_by_language
from partner_desk.ui.areas.directory.handout_basket import HandoutBasket
from partner_desk.ui.areas.directory.resource_pane import ResourcePane
from partner_desk.ui.components.exporting import ask_and_export
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon

_MOST_NAMED = 10_000
"""More ids than this are too many for one question to the database."""


class ExportMenu(QMenu):
    """The ways out, each of what the list shows; windows are made when they are asked for."""

    def __init__(
        self, desk: Desk, pane: ResourcePane, basket: HandoutBasket, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._pane, self._basket, self._window = desk, pane, basket, parent
        self._add("export", self.tr("Excel: what the list shows…"), self.excel_of_list)
        whole = self._add("directory", self.tr("Excel: the whole directory…"), self.excel_of_all)
        self._add("document", self.tr("CSV…"), self.csv)
        self._add("web", self.tr("HSDS for other directories…"), self.hsds)
        self.addSeparator()
        self._add("library", self.tr("Booklet…"), self.booklet)
        handout = self._add("print", self.tr("Handout of what was chosen…"), self.handout)
        self._add("phone", self.tr("Call list…"), self.calls)
        self._add("email", self.tr("Address labels of the organizations…"), self.labels)
        self._add("contact", self.tr("Contacts as cards (vCard)…"), self.cards)
        self._of_list = [each for each in self.actions() if each not in (whole, handout)]

    def offer(self, *, listed: bool) -> None:
        """Offer what needs a list that shows something, or not."""
        for each in self._of_list:
            each.setEnabled(listed)

    def why_not(self) -> str:
        """Why nothing of the list can go out."""
        if self._pane.has_any:
            return self.tr("The list shows no resource that could go out.")
        return self.tr("There are no resources yet. Import a list or add one first.")

    @property
    def about(self) -> str:
        """What the list is narrowed by, in words."""
        return list_words(self._desk, self._pane.wanted())

    def excel_of_list(self) -> None:
        """Write the resources that are listed to Excel, with what they are narrowed by."""
        ask_and_export(self._desk, self._window, self._pane.query, self.about)

    def excel_of_all(self) -> None:
        """Write the whole directory to Excel."""
        ask_and_export(self._desk, self._window, ListQuery("service"))

    def csv(self) -> None:
        """Write the resources that are listed as CSV."""
        from partner_desk.ui.components.writing_out import ask_and_write_csv

        ask_and_write_csv(self._desk, self._window, self._pane.query)

    def hsds(self) -> None:
        """Write the public directory, as far as the list shows it, for other directories."""
        from partner_desk.ui.areas.directory.hsds_dialog import ask_and_export_hsds

        ask_and_export_hsds(self._desk, self._window, self._pane.query)

    def booklet(self) -> None:
        """Show the booklet of what is listed."""
        from partner_desk.ui.areas.directory.paper_dialog import ask_and_print_booklet

        said = list_words_by_language(self._desk, self._pane.wanted())
        ask_and_print_booklet(self._desk, self._window, self._pane.query, said)

    def handout(self) -> None:
        """Show the handout of what was put on it; where nothing was, of what is selected."""
        if not self._basket.ids and self._pane.selected:
            self._basket.add(self._pane.selected)
        if self._basket.ids:
            self._basket.print_it(self._window)
        else:
            self._desk.tell(self.tr("Select resources first, or put them on the handout."))

    def calls(self) -> None:
        """Show the list of calls: of what is selected, when it is several, else of the list."""
        from partner_desk.ui.areas.directory.paper_dialog import print_calls

        selected = self._pane.selected
        ids = selected if len(selected) > 1 else self._pane.table_model.ids
        print_calls(self._desk, self._window, tuple(ids))

    def labels(self) -> None:
        """Show address labels of the organizations that offer what is listed."""
        from partner_desk.ui.areas.directory.paper_dialog import print_labels

        print_labels(self._desk, self._window, ListQuery("organization", where=(
            Among("id", "service", "organization_id", self._listed()),
        )))

    def cards(self) -> None:
        """Write the people of what is listed, and of who offers it, as cards."""
        from partner_desk.ui.components.writing_out import ask_and_write_cards

        offered = Among("organization_id", "service", "organization_id", self._listed())
        own = Among("service_id", "service", "id", self._listed())
        ask_and_write_cards(
            self._desk, self._window, ListQuery("contact", where=(AnyOf((offered, own)),))
        )

    def _listed(self) -> tuple[Filter, ...]:
        """Filters for the resources of the list: what was typed counts as well."""
        query, ids = self._pane.query, self._pane.table_model.ids
        if query.search and len(ids) <= _MOST_NAMED:
            return (OneOf("id", tuple(ids)),)
        return query.where

    def _add(self, picture: str, words: str, do: Callable[[], None]) -> QAction:
        action = self.addAction(icon(picture), words)
        action.triggered.connect(lambda: do())
        return action
