"""A declared field is all there is to know of a field; records check themselves against it."""

import pytest

from partner_desk.model.agreements import Agreement, FinancialResponsibility
from partner_desk.model.errors import InputError
from partner_desk.model.organizations import Organization
from partner_desk.model.registry import ENTITIES, KINDS, SEARCHED, children_of
from partner_desk.model.resources import Service


def test_every_kind_is_complete() -> None:
    assert len(KINDS) == len(ENTITIES)
    for entity in ENTITIES:
        assert entity.label and entity.plural
        assert entity.title_field().name in entity.declarations
        for each in entity.declarations.values():
            assert each.internal or each.label, f"{entity.kind}.{each.name} has no label"
            assert not each.target or each.target in KINDS
            if each.target:
                assert each.name.endswith("_id")


def test_children_of_a_kind_have_names_of_their_own() -> None:
    for entity in ENTITIES:
        names = [child.collection for child, _ in children_of(entity.kind)]
        assert len(names) == len(set(names))
        assert not set(names) & set(entity.declarations)


def test_searched_kinds_have_searchable_fields() -> None:
    for kind in SEARCHED:
        assert any(each.searchable for each in KINDS[kind].declarations.values())


def test_notes_of_the_office_are_never_public() -> None:
    assert not Organization.declarations["notes"].public
    assert not any(each.public for each in Agreement.declarations.values())


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(InputError) as refused:
        Organization.checked({"email": "x", "ein": "1", "unknown": "y"}, "contacts[2]")
    found = {(each.field, each.code) for each in refused.value.problems}
    assert found == {
        ("email", "email.invalid"), ("ein", "digits.invalid"),
        ("unknown", "field.unknown"), ("name", "field.required"),
    }
    assert {each.where for each in refused.value.problems} == {"contacts[2]"}


def test_a_new_record_has_its_defaults_and_an_id_that_sorts_after() -> None:
    first, second = Service(name="a"), Service(name="b")
    assert first.status == "active" and first.extra == {}
    assert first.id < second.id
    assert first.extra is not second.extra


def test_packed_values_make_the_same_record() -> None:
    record = FinancialResponsibility.checked({"item": "Bus", "amount": "12.5", "in_kind": "yes"})
    again = FinancialResponsibility.checked(record.packed())
    assert again == record
