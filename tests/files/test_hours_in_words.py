"""Opening hours as a paper says them."""

from datetime import time

import pytest

from partner_desk.files.hours_in_words import Hours, hours_in_words

NINE, FIVE = time(9), time(17)


@pytest.mark.parametrize(("hours", "said"), [
    ((Hours("MO,TU,WE", NINE, FIVE),), ["Mon–Wed 9:00 am – 5:00 pm"]),
    ((Hours("MO", NINE, FIVE), Hours("TH", NINE, FIVE)), ["Mon, Thu 9:00 am – 5:00 pm"]),
    ((Hours(words="By appointment"),), ["By appointment"]),
    ((Hours("MO", NINE, FIVE, words="Monday, 9 am to 5 pm"),), ["Mon 9:00 am – 5:00 pm"]),
    ((Hours("SA", NINE, FIVE, words="Sábados de 9 a 17"),), ["Sat 9:00 am – 5:00 pm"]),
    ((Hours("MO", NINE, FIVE, words="Closed at noon on Monday for lunch"),),
     ["Mon 9:00 am – 5:00 pm", "Closed at noon on Monday for lunch"]),
    ((Hours("MO", words="Monday morning"),), ["Mon", "Monday morning"]),
    ((Hours(words="Monday, 9 am to 5 pm"),), ["Monday, 9 am to 5 pm"]),
])
def test_hours_are_said_once(hours: tuple[Hours, ...], said: list[str]) -> None:
    assert hours_in_words(hours, lambda text: text) == said
