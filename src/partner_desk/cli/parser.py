"""The words of the command line and their help, an example with each."""

import argparse
from collections.abc import Callable
from importlib.metadata import version

from partner_desk.cli.speaking import Parser, Text, formatter
from partner_desk.model.texts import N_

_DESCRIPTION = N_(
    "Partner Desk keeps a partnership office: partners, agreements, a directory of community "
    "resources and evaluations. Without a verb it opens its window."
)
_VERBS: tuple[tuple[str, str, str], ...] = (
    ("new", N_("make a new, empty office"),
     'partner-desk --office east.pdoffice new --name "East Office" --district "East Schools"'),
    ("sample", N_("make an office filled with invented partners to try things on"),
     "partner-desk --office sample.pdoffice sample --language es"),
    ("import", N_("read a directory (HSDS folder, zip or JSON) into the office"),
     "partner-desk import directory.zip --dry-run"),
    ("list", N_("list the records of a kind"),
     "partner-desk list service --search food --where status=active"),
    ("show", N_("show a record with all that belongs to it"),
     "partner-desk show organization 01970000-0000-7000-8000-000000000000"),
    ("add", N_("add a record from JSON on standard input, children nested in it"),
     """echo '{"name": "River Club", "contacts": [{"name": "Ana Ruiz"}]}' """
     "| partner-desk add organization"),
    ("set", N_("change fields of a record from JSON on standard input"),
     """echo '{"email": "hello@example.org"}' | partner-desk set organization ID"""),
    ("draft", N_("draft an agreement with a partner from a template"),
     "partner-desk draft --partner ID --template memorandum"),
    ("packet", N_("print the packet of an agreement to a PDF file"),
     "partner-desk packet 2026-0001 packet.pdf"),
    ("export", N_("write the records of a kind to an Excel workbook"),
     "partner-desk export service resources.xlsx --search spanish"),
    ("history", N_("tell what was changed, of one record or of the whole office"),
     "partner-desk history agreement ID"),
    ("undo", N_("take back the last change, or the one with the given id"),
     "partner-desk undo"),
    ("redo", N_("bring back what was undone last"), "partner-desk redo"),
    ("backup", N_("make a verified backup now"), "partner-desk backup"),
    ("restore", N_("put a backup in the office's place; the file there is kept aside"),
     "partner-desk restore 'Office backups/Office 2026-11-22.pdoffice'"),
    ("check", N_("check the file, its history and its search index for damage"),
     "partner-desk check --json"),
    ("settings", N_("show the settings of the office, or change some"),
     'partner-desk settings "signer_name=Dana Cole" paper=letter'),
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
    for name, explained, example in _VERBS:
        verb = verbs.add_parser(
            name,
            help=text(explained),
            description=text(explained)[:1].upper() + text(explained)[1:] + ".",
            epilog=text(N_("Example: {0}")).format(example),
            formatter_class=formatter(text),
            add_help=False,
        )
        verb.speak(text)
        verb.add_argument(
            "--json", action="store_true", default=argparse.SUPPRESS, help=json_help
        )
        _ARGUMENTS.get(name, _no_arguments)(verb, text)
    return parser


def _epilog(text: Text) -> str:
    examples = "\n".join(f"  {example}" for _, _, example in _VERBS)
    status = text(
        N_("Exit status: 0 done, 2 wrong usage, 3 refused input, 4 trouble with the surroundings.")
    )
    return f"{text(N_('Examples:'))}\n{examples}\n\n{status}"


def _no_arguments(verb: argparse.ArgumentParser, text: Text) -> None:
    pass


def _new(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("--name", default="", help=text(N_("the name of the office")))
    verb.add_argument("--district", default="", help=text(N_("the district's legal name")))
    verb.add_argument(
        "--language", choices=("en", "es"), default="en",
        help=text(N_("the language of new agreements")),
    )


def _sample(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("--language", choices=("en", "es"), default="en",
                      help=text(N_("the language the sample is written in")))


def _import(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("path", metavar="PATH", help=text(N_("a folder, a zip file or a JSON file")))
    verb.add_argument("--as", dest="as_kind", metavar="KIND", choices=("directory",),
                      default="directory", help=text(N_("what the files hold: directory")))
    verb.add_argument("--dry-run", action="store_true",
                      help=text(N_("only tell what would be new, changed or refused")))


def _kind(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("kind", metavar="KIND",
                      help=text(N_("organization, contact, school, service, agreement, …")))


def _kind_and_id(verb: argparse.ArgumentParser, text: Text) -> None:
    _kind(verb, text)
    verb.add_argument("id", metavar="ID", help=text(N_("the id of the record")))


def _filtered(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("--search", metavar="TEXT", default="",
                      help=text(N_("words that must occur, by how they begin")))
    verb.add_argument("--where", metavar="FIELD=VALUE", action="append", default=[],
                      help=text(N_("a field must hold this value; may be repeated")))


def _list(verb: argparse.ArgumentParser, text: Text) -> None:
    _kind(verb, text)
    _filtered(verb, text)


def _draft(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("--partner", metavar="ID", required=True,
                      help=text(N_("the id of an organization or a partnership")))
    verb.add_argument("--template", metavar="KEY", default="memorandum",
                      help=text(N_("memorandum, service_agreement, data_sharing")))
    verb.add_argument("--language", choices=("en", "es"), default=None,
                      help=text(N_("the language of the paper")))


def _packet(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("--language", choices=("en", "es", "both"), default="",
                      help=text(N_("the language of the paper")))
    verb.add_argument("number", metavar="NUMBER", help=text(N_("the agreement's number")))
    verb.add_argument("out", metavar="OUT.pdf", help=text(N_("the file to write")))


def _export(verb: argparse.ArgumentParser, text: Text) -> None:
    _list(verb, text)
    verb.add_argument("out", metavar="OUT.xlsx", help=text(N_("the file to write")))


def _history(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("kind", metavar="KIND", nargs="?", help=text(N_("the kind of the record")))
    verb.add_argument("id", metavar="ID", nargs="?", help=text(N_("the id of the record")))
    verb.add_argument("--limit", type=int, default=50, help=text(N_("how many changes at most")))


def _undo(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("id", metavar="ID", nargs="?",
                      help=text(N_("a change to take back, as history shows it")))


def _restore(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("path", metavar="BACKUP", help=text(N_("the backup to put in place")))


def _settings(verb: argparse.ArgumentParser, text: Text) -> None:
    verb.add_argument("values", metavar="FIELD=VALUE", nargs="*",
                      help=text(N_("settings to change")))


_ARGUMENTS: dict[str, Callable[[argparse.ArgumentParser, Text], None]] = {
    "new": _new,
    "sample": _sample,
    "import": _import,
    "list": _list,
    "show": _kind_and_id,
    "add": _kind,
    "set": _kind_and_id,
    "draft": _draft,
    "packet": _packet,
    "export": _export,
    "history": _history,
    "undo": _undo,
    "restore": _restore,
    "settings": _settings,
}
