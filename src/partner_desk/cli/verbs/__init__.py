"""The verbs: each asks the services and makes an answer of what they say."""

import argparse
from collections.abc import Callable

from partner_desk.cli.answers import Answer
from partner_desk.cli.speaking import Text
from partner_desk.cli.terminal import Location, Terminal
from partner_desk.cli.verbs import changes, imports, offices, records
from partner_desk.model.history import Author

Verbs = dict[str, Callable[[Terminal, argparse.Namespace], Answer]]


def run(chosen: argparse.Namespace, location: Location, author: Author, text: Text) -> Answer:
    """Run the chosen verb. Raises InputError and EnvironmentProblem."""
    do = _OF_RECORDS.get(chosen.verb) or verbs()[chosen.verb]
    return do(Terminal(location, author, text), chosen)


_OF_RECORDS: Verbs = {**offices.VERBS, **records.VERBS, **imports.VERBS, **changes.VERBS}


def of_agreements() -> Verbs:
    """The verbs on agreements, which bring far more of the program along than the others."""
    from partner_desk.cli.verbs import agreements, deadlines, libraries, packets, scans, signing

    return {
        **agreements.VERBS,
        **libraries.VERBS,
        **packets.VERBS,
        **signing.VERBS,
        **scans.VERBS,
        **deadlines.VERBS,
    }


def of_directory() -> Verbs:
    """The verbs on the directory as a whole."""
    from partner_desk.cli.verbs import coverage, directory_papers, duplicates, hsds, views

    return {
        **duplicates.VERBS,
        **directory_papers.VERBS,
        **coverage.VERBS,
        **hsds.VERBS,
        **views.VERBS,
    }


def verbs() -> Verbs:
    """What each word of the command line does; how it is called is told by ``cli.words``."""
    return {**_OF_RECORDS, **of_agreements(), **of_directory()}
