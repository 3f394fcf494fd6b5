"""The words of the command line: every verb with its help, an example and its arguments."""

import argparse
from collections.abc import Callable
from typing import NamedTuple

from partner_desk.cli import agreement_words as of_agreements
from partner_desk.cli import directory_words as of_directory
from partner_desk.cli.speaking import Text
from partner_desk.model.texts import N_


class Verb(NamedTuple):
    """A verb as the help tells of it; ``arguments`` adds its words to a parser."""

    name: str
    explained: str
    example: str
    arguments: Callable[[argparse.ArgumentParser, Text], None]


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
    verb.add_argument("path", metavar="PATH",
                      help=text(N_("a sheet, a folder, a zip file or a JSON file")))
    verb.add_argument(
        "--as", dest="as_kind", default="auto",
        choices=("auto", "directory", "organization", "contact", "school", "service"),
        help=text(N_("what the file holds: a directory, or what each row of the sheet is")),
    )
    verb.add_argument("--map", metavar="FILE",
                      help=text(N_("what each column is, as --json tells under settled")))
    verb.add_argument("--sheet", metavar="NAME", help=text(N_("which sheet of a workbook")))
    verb.add_argument("--state", metavar="XX",
                      help=text(N_("the state of addresses that name none, empty for none")))
    verb.add_argument("--refused", metavar="OUT.xlsx",
                      help=text(N_("write the refused rows with their reasons to a workbook")))
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
    verb.add_argument("--view", metavar="NAME", default="",
                      help=text(N_("the resources of this saved view")))


def _list(verb: argparse.ArgumentParser, text: Text) -> None:
    _kind(verb, text)
    _filtered(verb, text)


def _export(verb: argparse.ArgumentParser, text: Text) -> None:
    _list(verb, text)
    verb.add_argument("--csv", action="store_true",
                      help=text(N_("a CSV file that Excel opens right instead of a workbook")))
    verb.add_argument("--one-sheet", action="store_true",
                      help=text(N_("without the sheets of what belongs to the records")))
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


VERBS = (
    Verb("new", N_("make a new, empty office"),
         'partner-desk --office east.pdoffice new --name "East Office" --district "East Schools"',
         _new),
    Verb("sample", N_("make an office filled with invented partners to try things on"),
         "partner-desk --office sample.pdoffice sample --language es", _sample),
    Verb("import", N_("read a sheet or a directory (HSDS folder, zip or JSON) into the office"),
         "partner-desk import camps.xlsx --as service --dry-run", _import),
    Verb("list", N_("list the records of a kind"),
         "partner-desk list service --search food --where status=active", _list),
    Verb("show", N_("show a record with all that belongs to it"),
         "partner-desk show organization 01970000-0000-7000-8000-000000000000", _kind_and_id),
    Verb("add", N_("add a record from JSON on standard input, children nested in it"),
         """echo '{"name": "River Club", "contacts": [{"name": "Ana Ruiz"}]}' """
         "| partner-desk add organization", _kind),
    Verb("set", N_("change fields of a record from JSON on standard input"),
         """echo '{"email": "hello@example.org"}' | partner-desk set organization ID""",
         _kind_and_id),
    Verb("draft", N_("draft an agreement with a partner from a template"),
         "partner-desk draft --partner ID --template memorandum --language both",
         of_agreements.draft),
    Verb("renew", N_("draft the agreement that follows an old one, with the same words"),
         "partner-desk renew 2026-0001", of_agreements.number),
    Verb("amend", N_("draft an amendment to an agreement that is in force"),
         "partner-desk amend 2026-0001", of_agreements.amend),
    Verb("exhibit", N_("add an exhibit to an agreement, from a template or of a file"),
         "partner-desk exhibit 2026-0001 --template data_sharing", of_agreements.exhibit),
    Verb("papers", N_("tell which compliance papers an agreement needs and how they stand"),
         "partner-desk papers 2026-0001", of_agreements.number),
    Verb("packet", N_("print the packet of an agreement to a PDF file"),
         "partner-desk packet 2026-0001 packet.pdf --language both", of_agreements.packet),
    Verb("packets", N_("print the packets of many agreements into a folder"),
         "partner-desk packets Packets --status in_review", of_agreements.packets),
    Verb("freeze", N_("send an agreement out for signature: its packet is kept as it is"),
         'partner-desk freeze 2026-0001 --reason "For the board of June 3"',
         of_agreements.freeze),
    Verb("hand", N_("hand the paper of an agreement on to whom it goes next"),
         "partner-desk hand 2026-0001", of_agreements.number),
    Verb("scan", N_("take scans of signed packets: each page goes to its agreement"),
         "partner-desk scan scan.pdf page-9.jpg --dry-run", of_agreements.scan),
    Verb("signed", N_("note who signed an agreement and when, as seen on the paper"),
         'partner-desk signed 2026-0001 "Ana Ruiz=2026-06-01" "Dana Cole=2026-06-03"',
         of_agreements.signed),
    Verb("diff", N_("print what changed between two revisions of an agreement to a PDF file"),
         "partner-desk diff 2026-0001 1 now changes.pdf", of_agreements.diff),
    Verb("reminders", N_("write what ends, and when to be reminded, as a calendar file"),
         "partner-desk reminders reminders.ics", of_agreements.reminders),
    Verb("chase", N_("print who holds the papers that are out for signature"),
         "partner-desk chase chase.pdf", of_agreements.chase),
    Verb("library", N_("pass the templates and clauses of the office on as a file, or take one in"),
         "partner-desk library import clauses.json --dry-run", of_agreements.library),
    Verb("export", N_("write the records of a kind to an Excel workbook"),
         "partner-desk export service resources.xlsx --search spanish", _export),
    Verb("hsds", N_("write the public directory for other directories, as HSDS 3.1"),
         "partner-desk hsds directory.zip --validate", of_directory.hsds),
    Verb("duplicates", N_("list records that seem to be one, with the reasons"),
         "partner-desk duplicates organization --level all", of_directory.duplicates),
    Verb("combine", N_("combine records into the first of them, or say that they are not the same"),
         "partner-desk combine organization ID ID --take name=ID", of_directory.combine),
    Verb("coverage", N_("tell which needs of schools are met, could be met, or are gaps"),
         "partner-desk coverage --by grade", of_directory.coverage),
    Verb("views", N_("tell which lists of resources are kept under a name, and what they list"),
         "partner-desk views", _no_arguments),
    Verb("booklet", N_("print the directory as a booklet: contents, by category, index of names"),
         "partner-desk booklet booklet.pdf --language both", of_directory.booklet),
    Verb("handout", N_("print a few resources on one page in large type, with codes to call"),
         "partner-desk handout handout.pdf ID ID --language es", of_directory.handout),
    Verb("calls", N_("print what to ask about resources that should be verified"),
         "partner-desk calls calls.pdf", of_directory.calls),
    Verb("labels", N_("print address labels of organizations or contacts"),
         "partner-desk labels labels.pdf contact --start 7", of_directory.labels),
    Verb("cards", N_("write contacts as cards for an address book"),
         "partner-desk cards contacts.vcf", of_directory.cards),
    Verb("history", N_("tell what was changed, of one record or of the whole office"),
         "partner-desk history agreement ID", _history),
    Verb("undo", N_("take back the last change, or the one with the given id"),
         "partner-desk undo", _undo),
    Verb("redo", N_("bring back what was undone last"), "partner-desk redo", _no_arguments),
    Verb("backup", N_("make a verified backup now"), "partner-desk backup", _no_arguments),
    Verb("restore", N_("put a backup in the office's place; the file there is kept aside"),
         "partner-desk restore 'Office backups/Office 2026-11-22.pdoffice'", _restore),
    Verb("check", N_("check the file, its history and its search index for damage"),
         "partner-desk check --json", _no_arguments),
    Verb("settings", N_("show the settings of the office, or change some"),
         'partner-desk settings "signer_name=Dana Cole" paper=letter', _settings),
)
