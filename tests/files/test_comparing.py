"""Two texts as one: what both have, what is gone, what is new."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partner_desk.files.comparing import LONGEST, compared
from partner_desk.files.pdf.document import Mark

_WORDS = st.text(st.sampled_from("ab ,.\n$19é\u0639"), max_size=60)


def _told(before: str, after: str) -> list[tuple[str, str]]:
    signs = {Mark.KEPT: "=", Mark.REMOVED: "-", Mark.ADDED: "+"}
    return [(signs[each.mark], each.text) for each in compared(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("same", "same", [("=", "same")]),
        ("", "new", [("+", "new")]),
        ("old", "", [("-", "old")]),
        ("", "", []),
        ("$624.00", "$400,250.00", [("-", "$624.00"), ("+", "$400,250.00")]),
        ("Pays $5.50 a day.", "Pays $6.50 a day.",
         [("=", "Pays "), ("-", "$5.50"), ("+", "$6.50"), ("=", " a day.")]),
        ("each month", "every week", [("-", "each month"), ("+", "every week")]),
        ("one two three four", "one three four",
         [("=", "one"), ("-", " two"), ("=", " three four")]),
    ],
)
def test_words_and_amounts_are_told_as_a_whole(
    before: str, after: str, told: list[tuple[str, str]]
) -> None:
    assert _told(before, after) == told


@given(_WORDS, _WORDS)
def test_both_texts_can_be_read_out_of_it(before: str, after: str) -> None:
    spans = compared(before, after)
    assert "".join(each.text for each in spans if each.mark is not Mark.ADDED) == before
    assert "".join(each.text for each in spans if each.mark is not Mark.REMOVED) == after
    assert all(each.text for each in spans)


def test_long_texts_are_told_line_by_line() -> None:
    lines = [f"Line {number} of a long text.\n" for number in range(LONGEST)]
    changed = [*lines[:700], "Another line.\n", *lines[701:]]
    told = _told("".join(lines), "".join(changed))
    assert [sign for sign, _ in told] == ["=", "-", "+", "="]
    assert told[1:3] == [("-", "Line 700 of a long text.\n"), ("+", "Another line.\n")]
