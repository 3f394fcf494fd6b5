"""Writing where no field stands beside which a refusal could be told."""

from collections.abc import Callable
from typing import TypeVar

from partner_desk.model.errors import InputError
from partner_desk.ui.desk import Desk
from partner_desk.ui.sentences import problem_sentence

T = TypeVar("T")


def attempt(desk: Desk, work: Callable[[], T]) -> T | None:
    """What ``work`` returns; None when it was refused, which the person is told in a sentence."""
    try:
        return desk.write(work)
    except InputError as error:
        problem = error.problems[0]
        desk.tell(problem_sentence(problem.code, problem.values, desk.text))
        return None
