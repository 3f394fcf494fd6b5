"""The short form for a new agreement: with whom, and from which template."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from partner_desk.model.agreements import AGREEMENT_INSTRUMENTS, PAPER_LANGUAGES, Agreement
from partner_desk.model.choices import Choice
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Needed, Record, declared, reference
from partner_desk.model.identity import as_uuid
from partner_desk.model.texts import N_
from partner_desk.services import drafting, library
from partner_desk.services.office import settings
from partner_desk.ui.components.editors import ChoiceEditor
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.new_record import NewRecord
from partner_desk.ui.desk import Desk

_CHOSEN = frozenset(each.value for each in AGREEMENT_INSTRUMENTS) - {"amendment"}
"""Kinds that begin on their own; an amendment is begun from the agreement that it changes."""


class Wish(Record, kind="wish", label=N_("New agreement"), plural=N_("New agreements")):
    """What is asked before a draft, declared like any form; no such record is ever kept."""

    partnership_id: str | None = reference(
        "partnership", N_("Partner"), needed=Needed.ALWAYS,
        help=N_("Organizations of the directory become partners on the Partners page."),
    )
    template: str = declared(
        Choice(), N_("Template"), title=True,
        help=N_("The templates of the office; they are written in the library."),
    )
    language: str = declared(
        Choice(options=PAPER_LANGUAGES), N_("Language of the paper"), default="en"
    )


class NewAgreement(NewRecord):
    """Three steps to a draft that can be printed: new, the partner's name, draft."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.wish = FieldForm(desk, Wish, cards=False)
        super().__init__(
            desk,
            desk.text("New agreement"),
            desk.text(
                "Number, term, schools, clauses and signatories are filled in from the template "
                "and what is known of the partner. All of it can be changed afterwards."
            ),
            (self.wish,),
            self._draft,
            parent=parent,
        )
        self.save_button.setText(self.tr("Draft agreement"))
        self.next_button.hide()

    def begin(self) -> None:
        usual = self._offer_templates()
        super().begin()
        self.wish.rows["template"].show_value(usual)
        self.wish.rows["language"].show_value(settings(self._desk.store).language)

    def _offer_templates(self) -> str:
        """Offer what the library holds by now; returns the key of the usual template, or ""."""
        desk, editor = self._desk, self.wish.rows["template"].editor
        assert isinstance(editor, ChoiceEditor)
        desk.write(lambda: library.ensure(desk.store))
        language = desk.catalogue.language
        editor.combo.clear()
        for each in desk.read(lambda reader: library.choices(reader, language, _CHOSEN)):
            editor.combo.addItem(each.name, each.key)
            editor.combo.setItemData(
                editor.combo.count() - 1, each.description, Qt.ItemDataRole.ToolTipRole
            )
        return str(editor.combo.itemData(0) or "")

    def _draft(self) -> Record:
        wish: dict[str, Any] = self.wish.values()
        partnership = wish["partnership_id"]
        label = {"field": Agreement.declarations["partnership_id"].label}
        if not partnership:
            raise InputError(Problem("field.required", "partnership_id", label))
        if as_uuid(partnership) is None:
            values = {**label, "id": partnership}
            raise InputError(Problem("reference.missing", "partnership_id", values))
        if not wish["template"]:
            label = {"field": Wish.declarations["template"].label}
            raise InputError(Problem("field.required", "template", label))
        return drafting.draft(
            self._desk.store, partnership, wish["template"], self._desk.today(), wish["language"]
        )

