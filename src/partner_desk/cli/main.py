"""Entry of the terminal: words in, one verb run, sentences or JSON out, an honest exit status."""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from partner_desk.cli.answers import (
    EXIT_ENVIRONMENT,
    EXIT_REFUSED,
    Answer,
    problem_line,
)
from partner_desk.cli.parser import build_parser
from partner_desk.cli.speaking import EXIT_USAGE, Text
from partner_desk.files.catalogue import Catalogue, system_language
from partner_desk.model.errors import EnvironmentProblem, InputError
from partner_desk.model.history import Author
from partner_desk.services.opening import author_on_this_computer, default_location
from partner_desk.ui.sentences import problem_sentence


def main(arguments: Sequence[str]) -> int:
    """Run one verb; returns the exit status: 0 done, 2 usage, 3 refused input, 4 environment."""
    text = Catalogue(os.environ.get("PARTNER_DESK_LANGUAGE") or system_language()).text
    parser = build_parser(text)
    try:
        chosen = parser.parse_args(arguments)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else EXIT_USAGE
    if chosen.verb is None:
        parser.print_help(sys.stderr)
        return EXIT_USAGE
    try:
        answer = _run(chosen, text)
    except InputError as error:
        _complain(*(problem_line(problem, text) for problem in error.problems))
        return EXIT_REFUSED
    except EnvironmentProblem as error:
        _complain(problem_sentence(error.code, error.values, text))
        return EXIT_ENVIRONMENT
    return _say(answer, chosen.json)


def _run(chosen: argparse.Namespace, text: Text) -> Answer:
    # Verbs bring the services and the database along: not needed to print help.
    from partner_desk.cli.verbs import run

    location = chosen.office or os.environ.get("PARTNER_DESK_OFFICE") or default_location()
    return run(chosen, location, _author(), text)


def _author() -> Author:
    try:
        who = os.environ.get("PARTNER_DESK_COORDINATOR") or getpass.getuser()
    except (OSError, KeyError):  # No such user on this computer, as in a container.
        who = ""
    return author_on_this_computer(who)


def _complain(*sentences: str) -> None:
    for sentence in sentences:
        # Drivers explain themselves in several lines; a script wants one for each problem.
        print(f"partner-desk: {' '.join(sentence.split())}", file=sys.stderr)


def _say(answer: Answer, as_json: bool) -> int:
    stream = sys.stdout
    stream_encoding = getattr(stream, "reconfigure", None)
    if stream_encoding:
        stream_encoding(encoding="utf-8", errors="replace")
    try:
        if as_json:
            json.dump(answer.value, stream, ensure_ascii=False, indent=2, default=_plain)
            stream.write("\n")
        else:
            stream.writelines(f"{line}\n" for line in answer.lines)
        stream.flush()
    except BrokenPipeError:
        # The reader, such as `head`, has what it wanted.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    _complain(*answer.complaints)
    return answer.status


def _plain(value: Any) -> Any:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
