"""The short form for a new resource: what it is called and who offers it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.organizations import Organization
from partner_desk.model.resources import Service
from partner_desk.services import records
from partner_desk.ui.components.alike_hint import watch_form
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.new_record import NewRecord
from partner_desk.ui.desk import Desk

NEW_FIELDS = ("name", "organization_id", "description")


class NewResource(NewRecord):
    """An organization that is not there yet is added with its resource, as one change."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.service = FieldForm(
            desk, Service, NEW_FIELDS, cards=False,
            labels={"organization_id": desk.text("Offered by")},
        )
        super().__init__(
            desk,
            desk.text("New resource"),
            desk.text(
                "What it is called and who offers it. An organization that is not in the office "
                "yet is added with it."
            ),
            (self.service,),
            self._keep,
            parent=parent,
        )
        self.known = watch_form(desk, self.service)
        self.add_hint(self.known)

    def _keep(self) -> Record:
        values = self.service.values()
        typed = values.pop("organization_id")
        if not typed:
            raise InputError(*_problems_of(values), _nobody_offers())
        store = self._desk.store
        organization = self._desk.read(lambda reader: reader.get(Organization, typed))
        if organization is not None:
            return records.add_child(store, Service, "organization_id", organization, values)
        try:
            added = records.add(store, "organization", {"name": typed, "services": [values]})
        except InputError as error:
            raise InputError(*(_at_home(each) for each in error.problems)) from error
        return self._desk.read(lambda reader: reader.find(Service, organization_id=added.id))[0]


def _problems_of(values: dict[str, Any]) -> tuple[Problem, ...]:
    try:
        Service.checked(values)
    except InputError as error:
        return error.problems
    return ()


def _nobody_offers() -> Problem:
    label = Service.declarations["organization_id"].label
    return Problem("field.required", "organization_id", {"field": label})


def _at_home(problem: Problem) -> Problem:
    """The organization's own problems belong beside the field its name was typed into."""
    field = problem.field if problem.where else "organization_id"
    return Problem(problem.code, field, problem.values)
