"""The verbs: each asks the services and makes an answer of what they say."""

import argparse
from collections.abc import Callable

from partner_desk.cli.answers import Answer
from partner_desk.cli.speaking import Text
from partner_desk.cli.terminal import Location, Terminal
from partner_desk.cli.verbs import (
    agreements,
    changes,
    deadlines,
    libraries,
    offices,
    packets,
    records,
    scans,
    signing,
)
from partner_desk.model.history import Author

VERBS: dict[str, Callable[[Terminal, argparse.Namespace], Answer]] = {
    **offices.VERBS,
    **records.VERBS,
    **changes.VERBS,
    **agreements.VERBS,
    **libraries.VERBS,
    **packets.VERBS,
    **signing.VERBS,
    **scans.VERBS,
    **deadlines.VERBS,
}
"""What each word of the command line does; how it is called is told by ``cli.parser``."""


def run(chosen: argparse.Namespace, location: Location, author: Author, text: Text) -> Answer:
    """Run the chosen verb. Raises InputError and EnvironmentProblem."""
    return VERBS[chosen.verb](Terminal(location, author, text), chosen)
