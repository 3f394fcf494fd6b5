"""The agreement templates: complete in both languages, and filled without harm."""

import re
from datetime import date

import pytest

from partner_desk.files.templates import (
    PLACEHOLDERS,
    AgreementTemplate,
    agreement_templates,
    filled,
    named_schools,
    placeholders_in,
    sample_notice,
    series,
    unknown_placeholders,
    written_date,
)

KEYS = ("memorandum", "service_agreement", "data_sharing")
BLANK = "_" * 20


def _texts(template: AgreementTemplate, language: str) -> list[str]:
    clauses = [wording[language] for each in template.clauses
               for wording in (each.heading, each.text)]
    own = [template.names, template.description, template.notice, template.title, template.purpose]
    return [*(wording[language] for wording in own), *clauses]


def test_there_are_three_templates_known_by_their_keys() -> None:
    assert sorted(agreement_templates()) == sorted(KEYS)
    assert all(template.key == key for key, template in agreement_templates().items())


@pytest.mark.parametrize("key", KEYS)
def test_every_text_stands_in_both_languages(key: str) -> None:
    template = agreement_templates()[key]
    english, spanish = _texts(template, "en"), _texts(template, "es")
    assert all(english) and all(spanish)
    assert not set(english) & set(spanish)
    assert 12 <= len(template.clauses) <= 16
    assert len({each.key for each in template.clauses}) == len(template.clauses)


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_ask_for_the_same_known_placeholders(key: str) -> None:
    template = agreement_templates()[key]
    for english, spanish in zip(_texts(template, "en"), _texts(template, "es"), strict=True):
        asked = set(re.findall(r"\{(\w*)\}", english))
        assert asked == set(re.findall(r"\{(\w*)\}", spanish)), english
        assert asked <= set(PLACEHOLDERS)


@pytest.mark.parametrize("key", KEYS)
def test_a_template_says_that_it_is_a_sample(key: str) -> None:
    notice = agreement_templates()[key].notice
    assert "counsel" in notice["en"] and "asesor" in notice["es"]


def test_filling_leaves_no_placeholder_and_keeps_hostile_names() -> None:
    partner = '{district} <b>&" =1+1 សហគមន៍ \\1'
    values = {"district": "D {partner}", "partner": partner, "ends_on": None, "school": ""}
    text = filled("{district} | {partner} | {ends_on} | {school} | {amount}", "es", values)
    assert text == f"D {{partner}} | {partner} | {BLANK} | {BLANK} | {BLANK}"


def test_other_braces_stay_as_they_are() -> None:
    text = "{patner} {} { partner } {3} {{partner}} {partner"
    assert filled(text, "en", {"partner": "P", "patner": "X"}) == (
        "{patner} {} { partner } {3} {P} {partner"
    )


def test_placeholders_are_told_from_words_in_braces() -> None:
    text = "{schools} {partner} {patner} {schools} {Ñandú} {start date} { partner } {} {1} {{"
    assert placeholders_in(text) == ("schools", "partner")
    assert unknown_placeholders(text) == ("patner", "Ñandú", "start date", " partner ")
    assert placeholders_in("plain") == unknown_placeholders("{district}") == ()


def test_no_schools_are_the_schools_of_the_district() -> None:
    assert named_schools((), "en") == "the schools of the District"
    assert named_schools(["A", "B"], "es") == "A y B"


def test_the_notice_says_that_the_words_are_a_sample() -> None:
    assert "counsel" in sample_notice("en") and "asesor" in sample_notice("es")


def test_dates_and_series_are_written_as_each_language_does() -> None:
    assert written_date(date(2027, 6, 30), "en") == "June 30, 2027"
    assert written_date(date(2027, 6, 30), "es") == "30 de junio de 2027"
    assert series(["A"], "en") == "A"
    assert series(["A", "B"], "en") == "A and B"
    assert series(["A", "B", "C"], "en") == "A, B, and C"
