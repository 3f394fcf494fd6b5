"""Folding: what people type and what is written meet, in every script."""

import pytest

from partner_desk.model.folding import fold, fold_phone, query_words, same_words


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Café Łódź", "cafe lodz"),
        ("Đặng Thị Hương", "dang thi huong"),
        ("STRASSE straße", "strasse"),
        ("Íñigo-O'Brien", "inigo o brien"),
        ("ﬁnance", "finance"),
        ("مُحَمَّد", "محمد"),
        ("ភ្នំពេញ", "ភ្នំពេញ"),
        ("ວຽງຈັນ", "ວຽງ"),
        ("北京市", "北京"),
        ("İstanbul", "istanbul"),
    ],
)
def test_words_are_found(written: str, typed: str) -> None:
    words = fold(written).split()
    assert query_words(typed)
    for word in query_words(typed):
        assert any(each.startswith(word) for each in words), (words, word)


@pytest.mark.parametrize("typed", ["4439102640", "443 910 2640", "(443) 910", "9102640", "2640"])
def test_phone_digits_are_found(typed: str) -> None:
    words = fold_phone("+1 (443) 910-2640").split()
    assert all(any(each.startswith(word) for each in words) for word in query_words(typed))


def test_nothing_but_signs_asks_for_nothing() -> None:
    assert query_words('"*" () -- :') == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dana  Cole", "dana cole", True),
        ("José Núñez-Ríos", "Jose Nunez Rios", True),
        ("Dana Cole", "Dana Coles", False),
        ("???", "!!!", False),
        ("???", " ??? ", True),
    ],
)
def test_names_are_the_same_but_for_how_they_are_typed(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same
