"""The arguments of the verbs on agreements."""

import argparse

from partner_desk.cli.speaking import Parser, Text, formatter
from partner_desk.model.texts import N_

_LANGUAGES = ("en", "es", "both")


def number(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("number", metavar="NUMBER", help=text(N_("the agreement's number")))


def _paper_language(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("--language", choices=_LANGUAGES, default="",
                      help=text(N_("the language of the paper")))


def _out(verb: argparse.ArgumentParser, text: Text, metavar: str) -> None:
    verb.add_argument("out", metavar=metavar, help=text(N_("the file to write")))


def draft(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("--partner", metavar="ID", required=True,
                      help=text(N_("the id of an organization or a partnership")))
    verb.add_argument("--template", metavar="KEY", default="memorandum",
                      help=text(N_("memorandum, service_agreement, or another of the library")))
    _paper_language(verb, text)


def amend(verb: argparse.ArgumentParser, text: Text) -> None:
    number(verb, text)
    verb.add_argument("--template", metavar="KEY", default="amendment",
                      help=text(N_("amendment, or another of the library")))


def exhibit(verb: argparse.ArgumentParser, text: Text) -> None:
    number(verb, text)
    source = verb.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--template", metavar="KEY", default="",
        help=text(N_("data_sharing, space_use, site_plan, or another of the library")),
    )
    source.add_argument("--file", metavar="PATH", default="",
                        help=text(N_("a PDF or a picture; a copy is kept with the agreement")))
    verb.add_argument("--school", metavar="ID", default="",
                      help=text(N_("the id of the school that a site plan is for")))


def packet(verb: argparse.ArgumentParser, text: Text) -> None:
    _paper_language(verb, text)
    number(verb, text)
    _out(verb, text, "OUT.pdf")


def packets(verb: argparse.ArgumentParser, text: Text) -> None:
    _paper_language(verb, text)
    verb.add_argument("folder", metavar="FOLDER",
                      help=text(N_("the folder to write into; packets of before are replaced")))
    which = verb.add_mutually_exclusive_group(required=True)
    which.add_argument("--status", metavar="STATUS", default="",
                       help=text(N_("all agreements of this status, such as in_review or active")))
    which.add_argument("number", metavar="NUMBER", nargs="*", default=[],
                       help=text(N_("the numbers of the agreements")))


def freeze(verb: argparse.ArgumentParser, text: Text) -> None:
    number(verb, text)
    verb.add_argument("--reason", metavar="TEXT", default="",
                      help=text(N_("why it goes out, for the list of revisions")))
    verb.add_argument("--papers-later", action="store_true",
                      help=text(N_("although compliance papers are missing; they come later")))


def scan(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("files", metavar="FILE", nargs="+",
                      help=text(N_("a PDF, or photos of pages (JPEG, PNG, TIFF)")))
    verb.add_argument("--dry-run", action="store_true",
                      help=text(N_("only tell where the pages belong")))


def signed(verb: argparse.ArgumentParser, text: Text) -> None:
    number(verb, text)
    verb.add_argument("signatures", metavar="NAME=DATE", nargs="+",
                      help=text(N_("who signed, and on which day")))


def diff(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("--language", choices=("en", "es"), default="",
                      help=text(N_("the language of headings and labels")))
    number(verb, text)
    verb.add_argument("before", metavar="REV",
                      help=text(N_("the older revision: its number, or now")))
    verb.add_argument("after", metavar="REV",
                      help=text(N_("the newer one; now is what the agreement says at present")))
    _out(verb, text, "OUT.pdf")


def reminders(verb: argparse.ArgumentParser, text: Text) -> None:
    _out(verb, text, "OUT.ics")


def chase(verb: argparse.ArgumentParser, text: Text) -> None:
    _out(verb, text, "OUT.pdf")


def library(verb: argparse.ArgumentParser, text: Text) -> None:
    actions = verb.add_subparsers(
        dest="action", metavar="ACTION", required=True, parser_class=Parser
    )
    made = {}
    for name, explained in (
        ("export", N_("write templates and clauses to a file")),
        ("import", N_("take over the templates and clauses of a file")),
    ):
        made[name] = actions.add_parser(
            name, help=text(explained), formatter_class=formatter(text), add_help=False
        )
        made[name].speak(text)
        made[name].add_argument(
            "--json", action="store_true", default=argparse.SUPPRESS,
            help=text(N_("one JSON value on standard output and nothing else")),
        )
        made[name].add_argument("path", metavar="FILE.json",
                                help=text(N_("the file of the library")))
    made["import"].add_argument("--dry-run", action="store_true",
                                help=text(N_("only tell what would be new or changed")))
