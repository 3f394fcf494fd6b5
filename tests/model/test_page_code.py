"""The code at the foot of a page: every page comes back as it was, and nothing else passes."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partner_desk.model.page_code import LONGEST_NUMBER, MOST, PageCode, parse

PAGE = PageCode("1A2B3C4D", "2026-0042", 3, False, 2, 8)
_QR_LETTERS = re.compile(r"[0-9A-Z $%*+\-./:]*")


@st.composite
def _codes(draw: st.DrawFn) -> PageCode:
    pages = draw(st.integers(1, MOST))
    return PageCode(
        office=draw(st.text("0123456789ABCDEF", min_size=8, max_size=8)),
        number=draw(st.text(max_size=LONGEST_NUMBER)),
        revision=draw(st.integers(0, MOST)),
        draft=draw(st.booleans()),
        page=draw(st.integers(1, pages)),
        pages=pages,
    )


@given(_codes())
def test_every_page_comes_back(code: PageCode) -> None:
    assert parse(code.text) == code
    assert _QR_LETTERS.fullmatch(code.text)


@given(_codes(), _codes())
def test_two_pages_never_share_a_text(one: PageCode, other: PageCode) -> None:
    assert (one.text == other.text) == (one == other)


@given(st.text())
def test_any_other_text_is_no_page(text: str) -> None:
    assert parse(text) is None


@given(st.data())
def test_a_letter_changed_or_lost_is_noticed(data: st.DataObject) -> None:
    text = PAGE.text
    at = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:%$-"))
    changed = text[:at] + letter + text[at + 1 :]
    assert parse(changed) == (PAGE if changed == text else None)
    assert parse(text[:at] + text[at + 1 :]) is None


def test_an_ordinary_number_stands_as_it_is() -> None:
    assert PAGE.text.startswith("PD1:1A2B3C4D:2026-0042:3:2:8:")
    assert replace(PAGE, draft=True).text.startswith("PD1:1A2B3C4D:2026-0042:3D:2:8:")


@pytest.mark.parametrize("number", ["", "mou-2026/a", "Ç 12: %41", 20 * "协", 20 * "😀", "$$"])
def test_any_number_is_told(number: str) -> None:
    code = replace(PAGE, number=number)
    assert parse(code.text) == code
    assert len(code.text) < 170


@pytest.mark.parametrize(
    "text",
    [
        PAGE.text.lower(),
        f" {PAGE.text}",
        f"{PAGE.text}\n",
        PAGE.text.replace("PD1", "PD2"),
        PAGE.text.replace(":2:8:", ":02:8:"),
        PAGE.text.replace(":2:8:", ":9:8:"),
        PAGE.text.replace("2026", "%32026"),
        "https://partner.example/flyer",
        "",
    ],
)
def test_what_is_not_ours(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    "make",
    [
        lambda: replace(PAGE, office="1a2b3c4d"),
        lambda: replace(PAGE, office="123"),
        lambda: replace(PAGE, number=(LONGEST_NUMBER + 1) * "x"),
        lambda: replace(PAGE, revision=-1),
        lambda: replace(PAGE, page=0),
        lambda: replace(PAGE, page=9),
        lambda: replace(PAGE, pages=MOST + 1),
    ],
)
def test_a_page_that_cannot_be(make: Callable[[], PageCode]) -> None:
    with pytest.raises(ValueError):
        make()
