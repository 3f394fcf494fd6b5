"""The office's dealings with a partner: stage, type, schools served, members."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from partner_desk.model.fields import Record
from partner_desk.model.partners import (
    Partnership,
    PartnershipCategory,
    PartnershipMember,
    PartnershipSchool,
)
from partner_desk.ui.areas.partners.overlaps import Overlaps
from partner_desk.ui.components.child_list import ChildList
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.field_form import FORM_WIDTH, FieldForm
from partner_desk.ui.components.naming import describe_category
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader


class PartnershipTab(RecordPart):
    """Shows one partnership of an organization; where there are several, a choice above it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._organization: Record | None = None
        self._preferred = ""
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Which partnership to show"))
        self.choice.setMaximumWidth(FORM_WIDTH)
        self.choice.activated.connect(self._chosen)
        self._none = words_label("", "caption")
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.schools = ChildList(
            desk, PartnershipSchool, "partnership_id", add=self.tr("Add a school"),
            teach=self.tr("An agreement that is drafted begins with these schools."),
        )
        self._sections = Sections()
        self.categories = ChildList(
            desk, PartnershipCategory, "partnership_id", add=self.tr("Add a category"),
            teach=self.tr(
                "What kind of help it brings, such as Tutoring: the coverage of schools' needs "
                "follows from it."
            ),
            describe=describe_category(desk),
        )
        self._sections.add(self.categories, self.tr("Categories"))
        self.overlaps = Overlaps(desk)
        self._sections.add(self.overlaps)
        self._sections.add(self.schools, self.tr("Schools served"))
        self.form = FieldForm(desk, Partnership)
        self._sections.add(self.form, self.tr("Partnership"))
        members = ChildList(
            desk, PartnershipMember, "partnership_id", add=self.tr("Add an organization"),
            teach=self.tr("Others who act together with this partner."),
        )
        self._sections.add(members, self.tr("Further members"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice)
        column.addWidget(self._none)
        column.addWidget(self._sections, 1)

    def prefer(self, partnership_id: str) -> None:
        """Show this one of several partnerships."""
        self._preferred = partnership_id
        if self._organization is not None:
            self.show_record(self._organization)

    def show_record(self, record: Record | None) -> None:
        if record is None:
            return
        self._organization = record
        found = self._desk.read(lambda reader: self._find(reader, record.id))
        shown = next((each for each in found if each.id == self._preferred), None)
        shown = shown or (found[0] if found else None)
        self._none.setText(self._why_none(record))
        self._none.setVisible(shown is None)
        self._sections.setVisible(shown is not None)
        self.choice.setVisible(len(found) > 1)
        self.setContentsMargins(0, 0 if len(found) == 1 else GAP, 0, 0)
        self.choice.clear()
        for each in found:
            self.choice.addItem(each.name, each.id)
        if shown is not None:
            self.choice.setCurrentIndex(found.index(shown))
            self._sections.show_record(shown)

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("partnership") or self._sections.concerns(changed)

    def commit(self) -> None:
        self._sections.commit()

    def focus_field(self, name: str) -> bool:
        return self._sections.focus_field(name)

    def _why_none(self, record: Record) -> str:
        if record.deleted_at is not None:
            return self.tr("What belongs to it is in Trash with it, and comes back with it.")
        return self.tr("This organization is not a partner yet. “Make it a partner” begins it.")

    def _find(self, reader: "Reader", organization_id: str) -> list[Partnership]:
        return reader.find(Partnership, organization_id=organization_id)

    def _chosen(self) -> None:
        self.prefer(str(self.choice.currentData()))
