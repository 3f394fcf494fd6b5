"""The list of resources and the record of one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from partner_desk.model.fields import Record
from partner_desk.model.organizations import Organization
from partner_desk.model.resources import Service
from partner_desk.services import verification
from partner_desk.services.directory.lists import Narrowed, ResourceList
from partner_desk.ui.areas.directory.handout_basket import HandoutBasket
from partner_desk.ui.areas.directory.new_resource import NewResource
from partner_desk.ui.areas.directory.places import Places
from partner_desk.ui.areas.directory.resource_pane import STATUS, TONES, ResourcePane
from partner_desk.ui.areas.directory.tabs import (
    languages_tab,
    overview_tab,
    phones_tab,
    using_tab,
)
from partner_desk.ui.areas.directory.verify_tab import (
    VerificationTab,
    VerifyDialog,
    method_labels,
)
from partner_desk.ui.components.documents_tab import DocumentsTab
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.history_tab import HistoryTab
from partner_desk.ui.components.lazy import Lazy
from partner_desk.ui.components.record_view import RecordView
from partner_desk.ui.components.showing import shown, shown_date
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon


class ResourcesSide(Side):
    """Resources of the directory: active first."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        view = RecordView()
        self.list = ResourcePane(desk, self.begin)
        super().__init__(desk, self.list, view, self._hint(), lambda: NewResource(desk))
        desk.only_to_write(view.form.actionButton)
        self._make_tabs(desk)
        self.basket = HandoutBasket(desk, self)
        view.add_menu(self.tr("Put it on the handout"), "print", self.put_on_handout)
        view.add_menu(self.tr("Go to its organization"), "organization", self.open_organization)
        self._make_verifying()

    def describe(self, record: Record) -> None:
        if not isinstance(record, Service):
            return
        owner = self.desk.read(lambda reader: reader.get(Organization, record.organization_id))
        verified = (
            self.tr("verified on {0}").format(shown_date(record.assured_date))
            if record.assured_date else self.tr("never verified")
        )
        facts = (owner.name if owner else "", verified)
        state = shown(STATUS, record.status, self.desk.text)
        tone = TONES.get(record.status, "neutral")
        self.view.set_head(record.caption, " · ".join(filter(None, facts)), state, tone)
        if record.assured_date == self.desk.today():
            self.view.set_action("")
        else:
            self.view.set_action(self.tr("Mark verified today"), "check", self.verify)
            self.view.form.actionButton.setToolTip(
                self.tr("Note that all this is right. V in the list, Ctrl+Shift+V here, and on "
                        "to the next.")
            )

    def show_wanted(self, wanted: ResourceList) -> None:
        """List these resources."""
        self.list.show_wanted(wanted)

    def show_narrowed(self, narrowed: Narrowed) -> None:
        """List the active resources that fit these conditions."""
        self.show_wanted(ResourceList("active", "", narrowed))

    def verify(self, method: str = "", note: str = "") -> None:
        """Note that the entry that is shown was confirmed today."""
        record = self.view.record
        if record is not None:
            self._verify([record.id], record.caption, method, note)

    def verify_selected(self) -> None:
        """Note that what is selected in the list was confirmed today, and go to the next."""
        ids = self.list.selected
        if not ids and self.view.record is not None:
            ids = [self.view.record.id]
        if self.desk.read_only or not ids or self.list.wanted_key == "trash":
            return
        self._verify_and_go_on(ids, self._name(ids))

    def verify_shown(self) -> None:
        """Note that the entry that is shown was confirmed today, and go to the next."""
        record = self.view.record
        if record is None or self.desk.read_only or record.deleted_at:
            return
        self._verify_and_go_on([record.id], record.caption)

    def ask_and_verify(self) -> None:
        """Ask how the entry that is shown was confirmed, and what was said."""
        record = self.view.record
        if record is not None:
            dialog = VerifyDialog(self.desk, record.caption, self)
            dialog.chosen.connect(self.verify)
            dialog.open()

    def put_on_handout(self) -> None:
        """Gather what is shown, or all that is selected with it, for a family."""
        record = self.view.record
        if record is not None:
            selected = self.list.selected
            self.basket.add(selected if record.id in selected else [record.id])

    def open_organization(self) -> None:
        """Go to who offers this resource."""
        record = self.view.record
        if isinstance(record, Service) and record.organization_id:
            self.desk.open("organization", record.organization_id)

    def show_places(self) -> None:
        """Turn to the places."""
        self.view.go_to(self.places)

    def _verify_and_go_on(self, ids: Sequence[str], name: str) -> None:
        following = self.list.after(ids)
        if self._verify(ids, name):
            self.pane.refresh_now()
            if following:
                self.open(following)

    def _verify(
        self, ids: Sequence[str], name: str, method: str = "", note: str = ""
    ) -> bool:
        self.view.commit()
        desk = self.desk
        done = desk.write(lambda: verification.verify_many(
            desk.store, ids, desk.today(), method=method, note=note))
        if done is None:
            return False
        words = self.tr("{0} is verified as of today.").format(name)
        if len(done) > 1:
            words = desk.plural("{0} resource is verified as of today.",
                                "{0} resources are verified as of today.", len(done))
        desk.tell(words, undo=True)
        return True

    def _name(self, ids: Sequence[str]) -> str:
        record = self.desk.read(lambda reader: reader.get(Service, ids[0]))
        return record.caption if record else ""

    def _make_tabs(self, desk: Desk) -> None:
        view = self.view
        self.places = Lazy(lambda: Places(desk))
        self.verifications = Lazy(self._verification_tab)
        view.add_tab(self.tr("Overview"), Lazy(lambda: overview_tab(desk)))
        view.add_tab(self.tr("Places and hours"), self.places)
        view.add_tab(self.tr("Phones"), Lazy(lambda: phones_tab(desk)))
        view.add_tab(self.tr("Languages"), Lazy(lambda: languages_tab(desk)))
        view.add_tab(self.tr("Who and cost"), Lazy(lambda: using_tab(desk)))
        view.add_tab(self.tr("Verified"), self.verifications)
        view.add_tab(self.tr("Documents"), Lazy(lambda: DocumentsTab(desk)))
        view.add_tab(self.tr("History"), Lazy(lambda: HistoryTab(desk)))

    def _verification_tab(self) -> VerificationTab:
        tab = VerificationTab(self.desk)
        tab.verify_requested.connect(self.ask_and_verify)
        return tab

    def _make_verifying(self) -> None:
        menu = QMenu(self.tr("Mark verified today"), self.view.menu)
        menu.setIcon(icon("check"))
        for value, label in method_labels(self.desk).items():
            menu.addAction(label).triggered.connect(self._verifying(value))
        menu.addSeparator()
        menu.addAction(self.tr("With a note…")).triggered.connect(self.ask_and_verify)
        self.view.menu.insertMenu(self.trash_action, menu)
        self.desk.only_to_write(menu.menuAction())
        in_list = QShortcut(QKeySequence("V"), self.pane.form.table)
        in_list.setContext(Qt.ShortcutContext.WidgetShortcut)
        in_list.activated.connect(self.verify_selected)
        in_record = QShortcut(QKeySequence("Ctrl+Shift+V"), self)
        in_record.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        in_record.activated.connect(self.verify_shown)

    def _verifying(self, method: str) -> Callable[[], None]:
        return lambda: self.verify(method)

    def _hint(self) -> EmptyState:
        hint = EmptyState("service")
        hint.say(
            self.desk.text("Choose a resource from the list"),
            self.desk.text(
                "Or type what a family needs into the filter: food, tutoring, a phone number."
            ),
        )
        return hint
