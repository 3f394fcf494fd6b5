"""The arguments of the verbs on the directory."""

import argparse

from partner_desk.cli.speaking import Text
from partner_desk.model.texts import N_


def duplicates(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("kind", metavar="KIND", nargs="?", default="organization",
                      help=text(N_("organization, contact, school, service or location")))
    verb.add_argument("--level", choices=("first", "all"), default="first",
                      help=text(N_("all: what is perhaps the same, too")))


def combine(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("kind", metavar="KIND",
                      help=text(N_("organization, contact, school, service or location")))
    verb.add_argument("ids", metavar="ID", nargs="+",
                      help=text(N_("the record to keep, then those that become part of it")))
    verb.add_argument("--take", metavar="FIELD=ID", action="append", default=[],
                      help=text(N_("whose value of a field is to stand; may be repeated")))
    verb.add_argument("--anyway", action="store_true",
                      help=text(N_("even where EINs differ or somebody said otherwise")))
    verb.add_argument("--not-same", action="store_true",
                      help=text(N_("do not combine: say for ever that they are not the same")))
    verb.add_argument("--reason", metavar="TEXT", default="",
                      help=text(N_("why they are not the same")))


_PAPER_LANGUAGES = ("en", "es", "both")


def _paper(verb: argparse.ArgumentParser, text: Text, metavar: str = "OUT.pdf") -> None:
    verb.add_argument("--language", choices=_PAPER_LANGUAGES, default="",
                      help=text(N_("the language of headings and labels")))
    verb.add_argument("out", metavar=metavar, help=text(N_("the file to write")))


def _searched(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("--search", metavar="TEXT", default="",
                      help=text(N_("words that must occur, by how they begin")))


def _listed(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("--view", metavar="NAME", default="",
                      help=text(N_("the resources of this saved view")))
    _searched(verb, text)


def booklet(verb: argparse.ArgumentParser, text: Text) -> None:
    _listed(verb, text)
    verb.add_argument("--brief", action="store_true",
                      help=text(N_("shorten what is said of each resource")))
    _paper(verb, text)


def handout(verb: argparse.ArgumentParser, text: Text) -> None:
    _paper(verb, text)
    verb.add_argument("ids", metavar="ID", nargs="+",
                      help=text(N_("the ids of up to eight resources")))


def calls(verb: argparse.ArgumentParser, text: Text) -> None:
    _listed(verb, text)
    _paper(verb, text)


def labels(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("out", metavar="OUT.pdf", help=text(N_("the file to write")))
    verb.add_argument("kind", metavar="KIND", nargs="?", default="organization",
                      choices=("organization", "contact"),
                      help=text(N_("organization or contact")))
    _searched(verb, text)
    verb.add_argument("--start", type=int, default=1, metavar="N",
                      help=text(N_("the first label of the first sheet that is not used up")))
    verb.add_argument("--sheet", choices=("letter", "a4"), default="",
                      help=text(N_("letter: 30 labels (5160 and its like); a4: 24 labels")))


def cards(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("out", metavar="OUT.vcf", help=text(N_("the file to write")))
    _searched(verb, text)


def coverage(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("out", metavar="OUT.xlsx", nargs="?", default="",
                      help=text(N_("a workbook to write the map and the needs to")))
    verb.add_argument("--year", metavar="YEAR", default="",
                      help=text(N_("a school year such as 2026-27, or all; the latest at first")))
    verb.add_argument("--by", choices=("school", "grade", "time"), default="school",
                      help=text(N_("what the columns are: school, grade or time")))
    verb.add_argument("--priority", choices=("high", "medium", "low"), default="",
                      help=text(N_("only needs of this priority")))
    verb.add_argument("--fine", action="store_true",
                      help=text(N_("a row for each category right under the topmost")))
    verb.add_argument("--miles", type=float, default=2.0, metavar="N",
                      help=text(N_("how far a resource may be from a school")))


def hsds(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("out", metavar="OUT.zip", nargs="?", default="",
                      help=text(N_("the file to write: OUT.zip, or OUT.json for one document")))
    verb.add_argument("--validate", action="store_true",
                      help=text(N_("tell all that other directories would refuse")))
    verb.add_argument("--view", metavar="NAME", default="",
                      help=text(N_("the resources of this saved view")))
    verb.add_argument("--leave-out", action="store_true",
                      help=text(N_("write all the same, without the records that are refused")))
