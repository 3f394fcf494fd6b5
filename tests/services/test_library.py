"""The library of an office: filled once, its own afterwards, passed on as a file."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from partner_desk.files import library as library_file
from partner_desk.model.errors import EnvironmentProblem, InputError
from partner_desk.model.history import Author
from partner_desk.model.library import LibraryClause, Template, TemplateClause
from partner_desk.model.queries import ListQuery
from partner_desk.services import library, records
from partner_desk.services.library import LibraryImport
from partner_desk.store.store import Store

WILD = "Hội Bình Minh <b>&\" =1+1"


@pytest.fixture
def filled(office: Store) -> Store:
    library.ensure(office)
    return office


@pytest.fixture
def other(empty_office: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "Other.pdoffice"
    shutil.copyfile(empty_office, path)
    store = Store.open(path, Author("Bo", "laptop"))
    library.ensure(store)
    yield store
    store.close()


def all_of(store: Store) -> tuple[list[Template], list[LibraryClause]]:
    with store.reading() as reader:
        return library.templates(reader), reader.find(LibraryClause)


def named(store: Store, key: str) -> Template:
    with store.reading() as reader:
        return library.template_named(reader, key)


def headings(store: Store, template: Template) -> list[str]:
    with store.reading() as reader:
        return [each.heading for each in library.clauses_of(reader, template.id)]


def test_a_new_office_gets_what_ships(any_office: Store) -> None:
    assert library.ensure(any_office)
    shipped = library_file.shipped()
    templates, clauses = all_of(any_office)
    assert {each.key for each in templates} == {each.key for each in shipped.templates}
    assert len(clauses) == len(shipped.clauses)
    for text in shipped.templates:
        wanted = [each.heading["en"] for each in shipped.clauses_of(text)]
        template = named(any_office, text.key)
        assert headings(any_office, template) == wanted
        assert template.purpose_es == text.purpose["es"]
    assert templates[0].instrument == "memorandum"
    assert any_office.next_undo() is None


def test_two_computers_make_the_same_records(filled: Store, other: Store) -> None:
    assert filled.digest() == other.digest()


def test_it_is_filled_once_even_when_all_was_trashed(filled: Store) -> None:
    assert not library.ensure(filled)
    for template in all_of(filled)[0]:
        records.delete(filled, Template, template.id)
    assert not library.ensure(filled)
    assert all_of(filled)[0] == []


def test_an_office_open_for_reading_is_left_alone(office: Store) -> None:
    office.read_only = True
    assert not library.ensure(office)


def test_a_template_that_is_not_there_names_those_that_are(filled: Store) -> None:
    with pytest.raises(InputError) as caught:
        named(filled, "nothing")
    assert caught.value.code == "template.unknown"
    assert "memorandum" in str(caught.value.values["known"])


def test_choices_are_in_the_words_of_the_language(filled: Store) -> None:
    with filled.reading() as reader:
        spanish = library.choices(reader, "es", ("memorandum",))
        everything = library.choices(reader, "en")
    assert [each.key for each in spanish] == ["memorandum"]
    assert spanish[0].name == named(filled, "memorandum").name_es
    assert len(everything) == len(library_file.shipped().templates)


def test_a_clause_in_trash_is_in_no_template(filled: Store) -> None:
    template = named(filled, "memorandum")
    with filled.reading() as reader:
        first = library.clauses_of(reader, template.id)[0]
        assert template.id in [each.id for each in library.templates_with(reader, first.id)]
    records.delete(filled, LibraryClause, first.id)
    assert first.heading not in headings(filled, template)
    records.bring_back(filled, LibraryClause, first.id)
    assert headings(filled, template)[0] == first.heading


def test_what_is_exported_comes_back_without_a_change(filled: Store, tmp_path: Path) -> None:
    own = records.add(filled, "template", {"name": WILD, "instrument": "other"})
    library.add_new_clause(filled, own.id, WILD)
    path = tmp_path / "Library.json"
    count = library.export(filled, path)
    templates, clauses = all_of(filled)
    assert count == len(templates)
    before = filled.digest()
    everything = LibraryImport(0, 0, len(templates) + len(clauses))
    assert library.preview_import(filled, path) == everything
    assert library.import_(filled, path) == everything
    assert filled.digest() == before


def test_another_office_gets_the_same_library(
    filled: Store, other: Store, tmp_path: Path
) -> None:
    own = records.add(filled, "template", {"name": WILD, "instrument": "other"})
    library.add_new_clause(filled, own.id, WILD)
    path = tmp_path / "Library.json"
    library.export(filled, path)
    found = library.import_(other, path)
    assert (found.new, found.changed) == (2, 0)
    assert headings(other, named(other, own.id)) == [WILD]
    assert library.import_(other, path).new == 0
    path_back = tmp_path / "Back.json"
    library.export(other, path_back)
    assert library.preview_import(filled, path_back).changed == 0


def written(filled: Store, path: Path, change: Any) -> Path:
    library.export(filled, path)
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_an_import_changes_words_and_order_and_can_be_undone(
    filled: Store, tmp_path: Path
) -> None:
    def change(content: dict[str, Any]) -> None:
        content["clauses"][0]["text"]["es"] = "Otro texto."
        content["clauses"].append({"key": "parking", "heading": {"en": "Parking"}})
        first = content["templates"][0]
        first["clauses"] = ["parking", *reversed(first["clauses"][1:])]

    before = filled.digest()
    path = written(filled, tmp_path / "Library.json", change)
    foreseen = library.preview_import(filled, path)
    assert filled.digest() == before
    assert (foreseen.new, foreseen.changed) == (1, 2)
    assert library.import_(filled, path) == foreseen
    template = all_of(filled)[0][0]
    assert headings(filled, template)[0] == "Parking"
    assert library.preview_import(filled, path).changed == 0
    filled.undo()
    assert filled.digest() == before


def test_importing_brings_a_trashed_template_back(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "Library.json"
    library.export(filled, path)
    template = named(filled, "amendment")
    wanted = headings(filled, template)
    records.delete(filled, Template, template.id)
    found = library.import_(filled, path)
    assert found.new == 1
    assert headings(filled, named(filled, "amendment")) == wanted


def test_a_text_no_field_takes_changes_nothing(filled: Store, tmp_path: Path) -> None:
    def change(content: dict[str, Any]) -> None:
        content["clauses"][0]["heading"]["en"] = "x" * 501
        content["clauses"][1]["heading"]["en"] = "Fine"

    before = filled.digest()
    path = written(filled, tmp_path / "Library.json", change)
    with pytest.raises(InputError) as caught:
        library.import_(filled, path)
    assert caught.value.code == "text.too_long"
    assert filled.digest() == before


def test_a_missing_file_or_folder_is_told(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem):
        library.preview_import(filled, tmp_path / "no.json")
    with pytest.raises(EnvironmentProblem):
        library.export(filled, tmp_path / "no" / "Library.json")


def test_shipped_words_come_back(filled: Store) -> None:
    template = named(filled, "memorandum")
    before, order = filled.digest(), headings(filled, template)
    with filled.reading() as reader:
        clause = library.clauses_of(reader, template.id)[2]
        link = reader.find(TemplateClause, template_id=template.id)[0]
    records.change_field(filled, Template, template.id, "purpose", "Something else")
    records.change_field(filled, LibraryClause, clause.id, "text", "Something else")
    records.delete(filled, TemplateClause, link.id)
    records.move(filled, TemplateClause, "template_id",
                 filled_links(filled, template)[-1].id, 1)
    assert library.reset(filled, template.id).purpose == template.purpose
    assert headings(filled, template) == order
    assert [each.position for each in filled_links(filled, template)] == [
        *range(1, len(order) + 1)
    ]
    assert filled.digest() == before


def filled_links(store: Store, template: Template) -> list[TemplateClause]:
    with store.reading() as reader:
        return reader.find(TemplateClause, template_id=template.id)


def test_one_clause_gets_its_shipped_words(filled: Store) -> None:
    clause = all_of(filled)[1][0]
    records.change_field(filled, LibraryClause, clause.id, "text", "Something else")
    assert library.is_shipped(clause)
    assert library.reset_clause(filled, clause.id).text == clause.text


def test_what_the_office_wrote_has_no_shipped_words(filled: Store) -> None:
    own = records.add(filled, "template", {"name": "Ours"})
    clause = library.add_new_clause(filled, own.id, "Ours too")
    assert not library.is_shipped(own) and not library.is_shipped(clause)
    for do, record in ((library.reset, own), (library.reset_clause, clause)):
        with pytest.raises(InputError) as caught:
            do(filled, record.id)
        assert caught.value.code == "library.not_shipped"


def test_a_copy_shares_clauses_and_is_the_offices_own(filled: Store) -> None:
    template = named(filled, "service_agreement")
    copy = library.copy_template(filled, template.id, "For summer programs")
    assert (copy.key, copy.instrument, copy.title_es) == (
        "", "service_agreement", template.title_es
    )
    assert headings(filled, copy) == headings(filled, template)
    filled.undo()
    assert copy.id not in [each.id for each in all_of(filled)[0]]


def test_clauses_of_the_library_are_added_last(filled: Store) -> None:
    template, clause = named(filled, "amendment"), all_of(filled)[1][0]
    library.add_clause(filled, template.id, clause.id)
    assert headings(filled, template)[-1] == clause.heading


def test_a_list_without_an_index_is_filtered(any_office: Store) -> None:
    records.add(any_office, "library_clause", {"heading": "Parking", "text_es": "Útiles aquí"})
    records.add(any_office, "library_clause", {"heading": "Keys"})
    with any_office.reading() as reader:
        for search, found in (("util", 1), ("park aqui", 1), ("park keys", 0), ("", 2)):
            query = ListQuery("library_clause", search=search)
            assert len(reader.ids(query)) == found
