"""The words of templates: filled without harm, dates and series as each language has them."""

from datetime import date

from partner_desk.files.templates import (
    filled,
    named_schools,
    placeholders_in,
    sample_notice,
    series,
    unknown_placeholders,
    written_date,
)

BLANK = "_" * 20


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
