"""The three kinds of trouble: input, environment, and (any other exception) a bug.

Errors carry codes with values, never sentences: the window and the terminal own the words.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one field: ``code`` names the sentence, ``values`` fill it.

    ``field`` is the declared field name, or "" when the whole record is meant. ``where`` is a path
    to a nested record, such as ``phones[1]``, or "" for the record itself.
    """

    code: str
    field: str = ""
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)
    where: str = ""


class DeskError(Exception):
    """Base of what a person can be told in a sentence: a code and its values."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


class InputError(DeskError):
    """What was typed or read cannot be taken; nothing was written."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems[0].code, **dict(problems[0].values))
        self.problems = problems


class EnvironmentProblem(DeskError):
    """The computer, the disk or the file stands in the way; nothing was lost."""


class Cancelled(Exception):
    """A person stopped the work; whatever it had begun was taken back."""
