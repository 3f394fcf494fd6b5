"""The order of characters in lines of mixed direction, against cases worked out by hand."""

import pytest

from partner_desk.files.pdf.bidi import (
    base_level,
    embedding_levels,
    has_right_to_left,
    visual_order,
)

# Hebrew letters stand for R, Arabic ones for AL.
CASES = [
    ("abc", "abc"),
    ("אבג", "גבא"),
    ("ab אב cd", "ab בא cd"),
    ("אב cd גד", "דג cd בא"),
    ("אב 12 גד", "דג 12 בא"),
    ("ab אב 12", "ab 12 בא"),
    ("car (אב) x", "car (בא) x"),
    ("אב (cd)", "(cd( בא"),
    ("אב 10% 5,5 -", "- 5,5 10% בא"),
    ("سل 1.5", "1.5 لس"),
    ("ab\u202eאב", "abבא\u202e"),
]


@pytest.mark.parametrize(("logical", "visual"), CASES)
def test_visual_order(logical: str, visual: str) -> None:
    levels = embedding_levels(logical, base_level(logical))
    shown = "".join(visual_order(logical, levels))
    plain = str.maketrans("()", "||")  # mirroring is the shaper's
    hidden = shown.replace("\u202e", ""), visual.replace("\u202e", "")
    assert hidden[0].translate(plain) == hidden[1].translate(plain)


def test_only_right_to_left_texts_need_it() -> None:
    assert not has_right_to_left("Nguyễn ខ្ញុំ 学校 12")
    assert has_right_to_left("Oak Street مدرسة")


def test_the_first_letter_gives_the_direction() -> None:
    assert [base_level(text) for text in ("12 ab א", "(א) ab", "", "12")] == [0, 1, 0, 0]
