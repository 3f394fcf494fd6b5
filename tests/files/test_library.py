"""The library: what ships is complete in both languages; files are read back, or refused."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from partner_desk.files import library
from partner_desk.files.library import ClauseText, Library, TemplateText, shipped
from partner_desk.files.templates import (
    PLACEHOLDERS,
    Wording,
    filled,
    placeholders_in,
    unknown_placeholders,
)
from partner_desk.model.agreements import AGREEMENT_INSTRUMENTS, INSTRUMENTS
from partner_desk.model.errors import EnvironmentProblem, InputError

AGREEMENTS = ("memorandum", "service_agreement")
EXHIBITS = ("data_sharing", "space_use", "site_plan")
HOSTILE = '<b>&"\' =1+1 {patner} {partner}\n\tសហគមន៍ مرحبا \U0001f642'


def _wordings(each: Library) -> Iterator[tuple[str, Wording]]:
    for template in each.templates:
        for name in ("name", "description", "title", "purpose"):
            yield f"{template.key}.{name}", getattr(template, name)
    for clause in each.clauses:
        yield f"{clause.key}.heading", clause.heading
        yield f"{clause.key}.text", clause.text


SHIPPED = dict(_wordings(shipped()))


def test_six_templates_ship_one_for_each_instrument() -> None:
    kinds = [(each.key, each.instrument) for each in shipped().templates]
    assert kinds == [(each.value, each.value) for each in INSTRUMENTS if each.value != "other"]


@pytest.mark.parametrize("where", SHIPPED)
def test_every_text_that_ships_says_the_same_in_both_languages(where: str) -> None:
    english, spanish = SHIPPED[where]["en"], SHIPPED[where]["es"]
    assert english.strip() == english != spanish == spanish.strip()
    assert sorted(placeholders_in(english)) == sorted(placeholders_in(spanish))
    assert unknown_placeholders(english) == unknown_placeholders(spanish) == ()
    assert "{" not in filled(english, "en", dict.fromkeys(PLACEHOLDERS))
    assert 0.8 <= (len(spanish) + 10) / (len(english) + 10) <= 1.6
    assert english.count("____") == spanish.count("____")


@pytest.mark.parametrize("where", SHIPPED)
def test_texts_that_ship_are_set_as_a_printer_would(where: str) -> None:
    english, spanish = SHIPPED[where]["en"], SHIPPED[where]["es"]
    for text in (english, spanish):
        assert not re.search(r"[\"']|  | \n|--|\.\.", text)
    assert not set("«»¿¡") & set(english)
    assert not set("“”’") & set(spanish)
    assert spanish.count("«") == spanish.count("»")
    if not where.endswith((".text", ".description", ".purpose")):
        assert not english.endswith(".") and not spanish.endswith(".")
    else:
        assert english.endswith((".", "_")) and spanish.endswith((".", "_"))


@pytest.mark.parametrize("clause", shipped().clauses, ids=lambda each: each.key)
def test_a_clause_that_ships_is_short_and_plain(clause: ClauseText) -> None:
    for language in ("en", "es"):
        words = clause.text[language].split()
        sentences = re.split(r"[.:]\s", clause.text[language])
        assert 20 <= len(words) <= 130
        assert len(words) / len(sentences) <= 25
        assert len(clause.heading[language]) <= 70
    assert re.fullmatch(r"[a-z][a-z_]+", clause.key)


def test_every_clause_that_ships_is_used_and_none_twice_in_a_template() -> None:
    used = [set(each.clauses) for each in shipped().templates]
    assert set().union(*used) == {each.key for each in shipped().clauses}
    assert all(len(set(each.clauses)) == len(each.clauses) for each in shipped().templates)
    assert len({each.text["en"] for each in shipped().clauses}) == len(shipped().clauses)


@pytest.mark.parametrize("key", AGREEMENTS)
def test_an_agreement_begins_with_its_parties_and_ends_with_signatures(key: str) -> None:
    template = shipped().template(key)
    assert 14 <= len(template.clauses) <= 19
    assert template.clauses[:4] == ("parties", "term", "schools", "division")
    assert template.clauses[-3:] == ("ending", "whole", "signatures")
    asked = " ".join(each.text["en"] for each in shipped().clauses_of(template))
    assert {"district", "partner", "starts_on", "ends_on", "schools"} <= set(placeholders_in(asked))
    assert "never renews by itself" in asked


def test_only_the_service_agreement_has_the_district_pay() -> None:
    memorandum, service = (shipped().template(key).clauses for key in AGREEMENTS)
    assert set(service) - set(memorandum) == {"payment", "invoices"}
    assert set(memorandum) - set(service) == {"costs"}
    assert SHIPPED["payment.text"]["en"].count("{amount}") == 1


@pytest.mark.parametrize("key", EXHIBITS)
def test_an_exhibit_says_first_which_agreement_it_belongs_to(key: str) -> None:
    template = shipped().template(key)
    assert 10 <= len(template.clauses) <= 14
    first = shipped().clauses_of(template)[0]
    assert {"number", "district", "partner"} <= set(placeholders_in(first.text["en"]))
    assert key not in {each.value for each in AGREEMENT_INSTRUMENTS}


def test_a_site_plan_is_for_one_school_and_an_amendment_for_one_agreement() -> None:
    assert placeholders_in(SHIPPED["site_plan.title"]["en"]) == ("school",)
    first = shipped().clauses_of(shipped().template("amendment"))[0]
    assert {"number", "amended_number"} <= set(placeholders_in(first.text["es"]))


def test_what_ships_is_the_same_after_a_file(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    library.write(shipped(), path)
    assert library.read(path) == shipped()
    first = path.read_bytes()
    library.write(library.read(path), path)
    assert path.read_bytes() == first
    assert b"\r" not in first and first.endswith(b"}\n")
    assert "Partes y propósito" in first.decode()


def test_hostile_texts_and_no_texts_survive_a_file(tmp_path: Path) -> None:
    words = {"en": HOSTILE, "es": ""}
    mine = Library(
        (TemplateText("ñ 1", "other", words, words, words, words, ("b", "a", "b")),
         TemplateText("none", "amendment", words, words, words, words, ())),
        (ClauseText("b", words, words), ClauseText("a", words, words)),
    )
    path = tmp_path / "mine.json"
    library.write(mine, path)
    assert library.read(path) == mine
    assert [each.key for each in mine.clauses_of(mine.templates[0])] == ["b", "a", "b"]


def test_what_is_missing_is_empty_and_what_is_unknown_is_passed_over(tmp_path: Path) -> None:
    content = {
        "format": "partner-desk-library", "version": 1, "made_by": {"x": 1},
        "templates": [{"key": "t", "name": {"en": "T", "fr": "T"}, "colour": "red"}],
        "clauses": [{"key": "c", "heading": None, "text": {"es": "Texto"}}],
    }
    read = library.read(_file(tmp_path, content))
    none = {"en": "", "es": ""}
    assert read.templates == (
        TemplateText("t", "other", {"en": "T", "es": ""}, none, none, none, ()),
    )
    assert read.clauses == (ClauseText("c", none, {"en": "", "es": "Texto"}),)


def test_a_file_from_windows_with_a_mark_at_its_head_is_read(tmp_path: Path) -> None:
    path = _file(tmp_path, _sound())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert [each.key for each in library.read(path).clauses] == ["c"]


def test_a_library_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = _file(tmp_path, _sound())
    before = path.read_bytes()
    words = {"en": "\ud800", "es": ""}
    with pytest.raises(UnicodeEncodeError):
        library.write(Library((), (ClauseText("c", words, words),)), path)
    assert path.read_bytes() == before
    with pytest.raises(EnvironmentProblem) as caught:
        library.write(shipped(), tmp_path / "gone" / "library.json")
    assert caught.value.code == "file.folder_missing"


UNREADABLE = {
    "empty": b"",
    "not JSON": b'{"format": "partner-desk-library",',
    "latin-1": '{"format": "año"}'.encode("latin-1"),
    "utf-16": '{"format": "partner-desk-library"}'.encode("utf-16"),
    "a zip": b"PK\x03\x04\x00\x00\xff\xfe",
    "deep": b"[" * 200_000,
    "an endless number": b'{"version": ' + b"9" * 5000 + b"}",
    "too large": b" " * (10 * 1024**2) + b"{}",
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_json_in_utf_8_is_unreadable(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(data)
    assert [code for code, _where in _refused(path)] == ["library.unreadable"]


def test_the_place_of_a_slip_in_the_json_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b'{\n  "format": oops\n}')
    with pytest.raises(InputError) as caught:
        library.read(path)
    assert caught.value.values == {"name": "x.json", "key": "", "where": "2:13"}


@pytest.mark.parametrize(
    "content",
    [[], "text", {}, {"format": "other", "version": 1}, {"format": "partner-desk-library"},
     {"format": "partner-desk-library", "version": "1"},
     {"format": "partner-desk-library", "version": True},
     {"format": "partner-desk-library", "version": 0}],
    ids=str,
)
def test_json_of_another_kind_is_told_apart(tmp_path: Path, content: object) -> None:
    (code, _where), = _refused(_file(tmp_path, content))
    assert code == "library.other_format"


def test_a_library_of_a_newer_program_is_told_apart(tmp_path: Path) -> None:
    path = _file(tmp_path, {**_sound(), "version": 2, "templates": "of another shape"})
    with pytest.raises(InputError) as caught:
        library.read(path)
    assert (caught.value.code, caught.value.values["version"]) == ("library.newer", 2)


def _set(*path: str | int) -> Callable[[dict[str, Any], Any], None]:
    def put(content: Any, value: Any) -> None:
        for step in path[:-1]:
            content = content[step]
        content[path[-1]] = value

    return put


FIRST = ("templates", 0)
BAD: dict[str, tuple[tuple[str | int, ...], object]] = {
    "templates": (("templates",), {}),
    "templates[0]": (FIRST, "memorandum"),
    "templates[0].key": ((*FIRST, "key"), 7),
    "templates[0].instrument": ((*FIRST, "instrument"), "treaty"),
    "templates[0].name": ((*FIRST, "name"), "Memorandum"),
    "templates[0].title.es": ((*FIRST, "title"), {"es": ["a"]}),
    "templates[0].clauses": ((*FIRST, "clauses"), "c"),
    "templates[0].clauses[1]": ((*FIRST, "clauses"), ["c", None]),
    "clauses[0].key": (("clauses", 0, "key"), ""),
    "clauses[0].text.en": (("clauses", 0, "text"), {"en": "half \ud83d"}),
    "clauses[1]": (("clauses",), [{"key": "c"}, 1]),
}


@pytest.mark.parametrize("where", BAD)
def test_a_value_of_the_wrong_kind_is_told_with_its_place(tmp_path: Path, where: str) -> None:
    content = _sound()
    steps, value = BAD[where]
    _set(*steps)(content, value)
    assert ("library.bad_value", where) in _refused(_file(tmp_path, content))


def test_a_clause_that_is_named_but_missing_is_told(tmp_path: Path) -> None:
    content = _sound()
    content["templates"][0]["clauses"] = ["c", "gone"]
    path = _file(tmp_path, content)
    assert _refused(path) == [("library.missing_clause", "templates[0].clauses[1]")]
    with pytest.raises(InputError) as caught:
        library.read(path)
    assert caught.value.values["key"] == "gone"


def test_keys_that_stand_twice_are_all_told(tmp_path: Path) -> None:
    content = _sound()
    content["templates"] *= 2
    content["clauses"] *= 3
    assert _refused(_file(tmp_path, content)) == [
        ("library.doubled_key", "templates[1]"),
        ("library.doubled_key", "clauses[1]"),
        ("library.doubled_key", "clauses[2]"),
    ]


def test_a_file_that_is_not_there_or_a_folder_is_trouble_of_the_computer(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "no.json", "file.missing"), (tmp_path, "file.unreadable")):
        with pytest.raises(EnvironmentProblem) as caught:
            library.read(path)
        assert caught.value.code == code


def _sound() -> dict[str, Any]:
    words = {"en": "Words", "es": "Palabras"}
    return {
        "format": "partner-desk-library",
        "version": 1,
        "templates": [{"key": "t", "instrument": "memorandum", "name": words, "clauses": ["c"]}],
        "clauses": [{"key": "c", "heading": words, "text": words}],
    }


def _file(folder: Path, content: object) -> Path:
    path = folder / "library.json"
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    return path


def _refused(path: Path) -> list[tuple[str, object]]:
    with pytest.raises(InputError) as caught:
        library.read(path)
    assert all(each.values["name"] == path.name for each in caught.value.problems)
    return [(each.code, each.values["where"]) for each in caught.value.problems]
