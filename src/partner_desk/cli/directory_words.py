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
