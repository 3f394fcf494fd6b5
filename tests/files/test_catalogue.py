"""The catalogue: which language answers, plurals, and the tool that keeps it whole."""

import json
from pathlib import Path

import pytest

import translatable_texts
import translations
from partner_desk.files.catalogue import Catalogue, language_of, system_language

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for catalogues, so that no test writes the real ones."""
    monkeypatch.setattr(translations, "TRANSLATIONS", tmp_path)
    return tmp_path


TEXTS = [
    translatable_texts.Text("Save {0}", "", "a.py"),
    translatable_texts.Text("{0} partner", "{0} partners", "a.py"),
]
SPANISH: dict[str, str | list[str]] = {
    "Save {0}": "Guardar {0}",
    "{0} partner": ["{0} socio", "{0} socios"],
}


def test_english_answers_with_the_source() -> None:
    catalogue = Catalogue("en")
    assert catalogue.text("Anything <b>&\" =1+1") == "Anything <b>&\" =1+1"
    assert [catalogue.plural("{0} row", "{0} rows", n) for n in (0, 1, 2)] == [
        "{0} rows", "{0} row", "{0} rows",
    ]  # fmt: skip


def test_a_text_without_translation_stays_and_an_empty_one_is_empty() -> None:
    catalogue = Catalogue("es")
    assert catalogue.text("zzz not a text of the program") == "zzz not a text of the program"
    assert catalogue.text("") == ""


@pytest.mark.parametrize(
    ("code", "language"),
    [("es_MX.UTF-8", "es"), ("es-419", "es"), ("EN", "en"), ("fr", None), ("C", None), ("", None)],
)
def test_a_code_stands_for_a_language(code: str, language: str | None) -> None:
    assert language_of(code) == language
    assert Catalogue(code).language == (language or "en")


def test_the_language_of_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_US.UTF-8")
    assert system_language() == "es"
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert system_language() == "en"


def test_filling_then_checking_finds_nothing(folder: Path) -> None:
    assert translations.update(TEXTS, "es", {}) == []
    assert set(translations.missing(TEXTS, "es")) == {"Save {0}", "{0} partner"}
    assert translations.update(TEXTS, "es", SPANISH) == []
    assert translations.problems(TEXTS, "es") == []


def test_the_compiled_catalogue_is_read_by_gettext(folder: Path) -> None:
    import gettext

    translations.update(TEXTS, "es", SPANISH)
    read = gettext.translation("partner_desk", str(folder), ["es"])
    assert read.gettext("Save {0}") == "Guardar {0}"
    assert [read.ngettext("{0} partner", "{0} partners", n) for n in (1, 5)] == [
        "{0} socio", "{0} socios",
    ]  # fmt: skip


def test_merging_keeps_translations_and_drops_texts_that_are_gone(folder: Path) -> None:
    translations.update(TEXTS, "es", SPANISH)
    newer = [TEXTS[0], translatable_texts.Text("Print", "", "b.py")]
    translations.update(newer, "es", {})
    assert translations.missing(newer, "es") == {"Print": ""}
    written = (folder / "es/LC_MESSAGES/partner_desk.po").read_text(encoding="utf-8")
    assert "Guardar {0}" in written
    assert "socio" not in written


def test_the_check_names_what_is_missing_and_stale(folder: Path) -> None:
    translations.update(TEXTS, "es", {"Save {0}": "Guardar {0}"})
    found = translations.problems(TEXTS, "es")
    assert any("{0} partner" in each for each in found)
    assert not any("Save" in each for each in found)
    (folder / "es/LC_MESSAGES/partner_desk.mo").write_bytes(b"old")
    assert any(".mo is stale" in each for each in translations.problems(TEXTS, "es"))


def test_a_translation_that_loses_a_place_is_refused(folder: Path) -> None:
    refused = translations.update(TEXTS, "es", {"Save {0}": "Guardar"})
    assert len(refused) == 1
    assert "Save {0}" in translations.missing(TEXTS, "es")


def test_texts_are_found_in_code() -> None:
    code = '''
N_("One") ; self.tr("Two " "words") ; translate("Form", "Three") ; label.text("Four")
desk.plural("{0} row", "{0} rows", n) ; tr("…") ; tr(variable)
'''
    found = {(each.source, each.plural) for each in translatable_texts.python_texts(code, "x.py")}
    assert found == {
        ("One", ""), ("Two words", ""), ("Three", ""), ("{0} row", "{0} rows"),
    }  # fmt: skip
    shown = translatable_texts.python_texts(code, "src/partner_desk/ui/x.py")
    assert "Four" in {each.source for each in shown}


def test_an_f_string_inside_a_mark_is_refused() -> None:
    with pytest.raises(translatable_texts.MisusedText, match=r"x\.py:1"):
        list(translatable_texts.python_texts('tr(f"Hello {name}")', "x.py"))


def test_texts_are_found_in_forms() -> None:
    xml = """<ui><widget><property name="text"><string>&amp;Open</string></property>
    <property name="objectName"><string notr="true">Internal</string></property>
    <property name="shortcut"><string>Ctrl+K</string></property>
    <attribute name="title"><string>History</string></attribute></widget></ui>"""
    found = [each.source for each in translatable_texts.form_texts(xml, "x.ui")]
    assert found == ["&Open", "History"]


def test_the_missing_texts_are_printed_as_json(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translations.main(["--missing"]) == 0
    assert "Partnership" in json.loads(capsys.readouterr().out)
