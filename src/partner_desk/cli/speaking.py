"""A parser of the command line that says also argparse's own words in the person's language."""

import argparse
import re
from collections.abc import Callable, Iterable
from typing import NoReturn

from partner_desk.model.texts import N_

Text = Callable[[str], str]

EXIT_USAGE = 2
# What argparse itself says, to the letter, so that the catalogue can say it in another language.
_HEADINGS = (N_("positional arguments"), N_("options"))
_COMPLAINTS = (
    N_("the following arguments are required: {0}"),
    N_("unrecognized arguments: {0}"),
    N_("argument {0}: invalid choice: {1} (choose from {2})"),
    N_("argument {0}: invalid int value: {1}"),
    N_("argument {0}: expected one argument"),
    N_("one of the arguments {0} is required"),
    N_("argument {0}: not allowed with argument {1}"),
)


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the words in one line and leaves with status 2."""

    text: Text = staticmethod(str)

    def speak(self, text: Text) -> None:
        """Explain itself in the language of ``text``; wants ``add_help=False``."""
        self.text = text
        self.add_argument(
            "-h", "--help", action="help", help=text(N_("show this help message and exit"))
        )

    def error(self, message: str) -> NoReturn:
        self.exit(EXIT_USAGE, f"{self.prog}: {_translated(message, self.text)}\n")


def _translated(complaint: str, text: Text) -> str:
    """A complaint of argparse in the language of ``text``; one not known stays English."""
    for each in _COMPLAINTS:
        pattern = re.sub(r"\\\{\d\\\}", "(.+)", re.escape(each))
        found = re.fullmatch(pattern, complaint, re.DOTALL)
        if found:
            return text(each).format(*found.groups())
    return complaint


def formatter(text: Text) -> type[argparse.HelpFormatter]:
    """A formatter whose own words are looked up with ``text``."""

    class Formatter(argparse.RawDescriptionHelpFormatter):
        def start_section(self, heading: str | None) -> None:
            super().start_section(text(heading) if heading in _HEADINGS else heading)

        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[argparse._MutuallyExclusiveGroup],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(
                usage, actions, groups, text(N_("usage: ")) if prefix is None else prefix
            )

    return Formatter
