"""The short form for a new agreement: with whom, and from which template."""

from typing import Any

from PySide6.QtWidgets import QWidget

from partner_desk.files.templates import agreement_templates
from partner_desk.model.agreements import Agreement
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Needed, Record, declared, reference
from partner_desk.model.identity import as_uuid
from partner_desk.model.texts import N_
from partner_desk.model.values import LANGUAGES, Choice, Option
from partner_desk.services import drafting
from partner_desk.services.office import settings
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.new_record import NewRecord
from partner_desk.ui.desk import Desk

_USUAL = "memorandum"


class NewAgreement(NewRecord):
    """Three steps to a draft that can be printed: new, the partner's name, draft."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.wish = FieldForm(desk, _wish(desk.catalogue.language), cards=False)
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
        super().begin()
        self.wish.rows["language"].show_value(settings(self._desk.store).language)

    def _draft(self) -> Record:
        wish: dict[str, Any] = self.wish.values()
        partnership = wish["partnership_id"]
        label = {"field": Agreement.declarations["partnership_id"].label}
        if not partnership:
            raise InputError(Problem("field.required", "partnership_id", label))
        if as_uuid(partnership) is None:
            values = {**label, "id": partnership}
            raise InputError(Problem("reference.missing", "partnership_id", values))
        return drafting.draft(
            self._desk.store, partnership, wish["template"], self._desk.today(), wish["language"]
        )


def _wish(language: str) -> type[Record]:
    """What is asked before a draft, declared like any form; no such record is ever kept."""
    templates = tuple(
        Option(key, each.names.get(language) or each.names["en"])
        for key, each in sorted(agreement_templates().items(), key=lambda each: each[0] != _USUAL)
    )

    class Wish(Record, kind="wish", label=N_("New agreement"), plural=N_("New agreements")):
        partnership_id: str | None = reference(
            "partnership", N_("Partner"), needed=Needed.ALWAYS,
            help=N_("Organizations of the directory become partners on the Partners page."),
        )
        template: str = declared(
            Choice(options=templates), N_("Template"), default=templates[0].value, title=True,
            help=N_("A memorandum of understanding, a service agreement, or data sharing."),
        )
        language: str = declared(
            Choice(options=LANGUAGES), N_("Language of the paper"), default="en"
        )

    return Wish
