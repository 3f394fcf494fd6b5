"""Entry of the terminal: words in, one verb run, sentences or JSON out, an honest exit status."""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from partner_desk.cli.answers import Answer
from partner_desk.cli.parser import build_parser
from partner_desk.cli.speaking import EXIT_USAGE, Text
from partner_desk.files.catalogue import Catalogue, system_language
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.history import Author
from partner_desk.services.opening import author_on_this_computer, default_location
from partner_desk.ui.sentences import problem_sentence

EXIT_DONE = 0
EXIT_REFUSED = 3
EXIT_ENVIRONMENT = 4


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
        _complain(*(_located(problem, text) for problem in error.problems))
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


def _located(problem: Problem, text: Text) -> str:
    sentence = problem_sentence(problem.code, problem.values, text)
    place = ".".join(part for part in (problem.where, problem.field) if part)
    return f"{place}: {sentence}" if place else sentence


def _complain(*sentences: str) -> None:
    # Drivers explain themselves in several lines; a script wants one.
    line = " ".join(" | ".join(sentences).split())
    print(f"partner-desk: {line}", file=sys.stderr)


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
    return answer.status


def _plain(value: Any) -> Any:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
