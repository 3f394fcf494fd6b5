"""The words of the command line and their help, an example with each."""

import argparse
from importlib.metadata import version

from partner_desk.cli.speaking import Parser, Text, formatter
from partner_desk.cli.words import VERBS
from partner_desk.model.texts import N_

_DESCRIPTION = N_(
    "Partner Desk keeps a partnership office: partners, agreements, a directory of community "
    "resources and evaluations. Without a verb it opens its window."
)


def build_parser(text: Text) -> argparse.ArgumentParser:
    """The parser of all verbs, its help in the language of ``text``."""
    parser = Parser(
        prog="partner-desk",
        description=text(_DESCRIPTION),
        epilog=_epilog(text),
        formatter_class=formatter(text),
        add_help=False,
    )
    parser.speak(text)
    parser.add_argument(
        "--office", metavar="FILE_OR_URL",
        help=text(N_("the office's file, or the URL of a shared office on PostgreSQL")),
    )
    parser.add_argument(
        "--version", action="version", version=f"Partner Desk {version('partner-desk')}",
        help=text(N_("the version of the program")),
    )
    # --json may stand before or after the verb.
    json_help = text(N_("one JSON value on standard output and nothing else"))
    parser.add_argument("--json", action="store_true", help=json_help)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=Parser)
    for each in VERBS:
        verb = verbs.add_parser(
            each.name,
            help=text(each.explained),
            description=text(each.explained)[:1].upper() + text(each.explained)[1:] + ".",
            epilog=text(N_("Example: {0}")).format(each.example),
            formatter_class=formatter(text),
            add_help=False,
        )
        verb.speak(text)
        verb.add_argument(
            "--json", action="store_true", default=argparse.SUPPRESS, help=json_help
        )
        each.arguments(verb, text)
    return parser


def _epilog(text: Text) -> str:
    examples = "\n".join(f"  {each.example}" for each in VERBS)
    status = text(
        N_("Exit status: 0 done, 2 wrong usage, 3 refused input, 4 trouble with the surroundings.")
    )
    return f"{text(N_('Examples:'))}\n{examples}\n\n{status}"
