"""The sentences for codes: what is wrong, what to do about it, what a change set is called.

Free of Qt, because the terminal says the same words. ``text`` looks a sentence up in the language
at hand; what fills its places is looked up as well where it is a label of ours.
"""

from collections.abc import Callable, Mapping

from partner_desk.model.history import ChangeSet
from partner_desk.model.registry import KINDS
from partner_desk.model.texts import N_

TextOf = Callable[[str], str]

SENTENCES: dict[str, str] = {
    # Values of fields
    "value.wrong_type": N_("{field} cannot hold this kind of value."),
    "text.too_long": N_("{field} holds at most {limit} characters; this has {length}."),
    "email.invalid": N_("This is not an email address. One looks like name@example.org."),
    "phone.invalid": N_("A phone number needs at least three digits."),
    "web.invalid": N_("This is not a web address. One looks like www.example.org."),
    "digits.invalid": N_("{field} has exactly {count} digits."),
    "choice.unknown": N_("“{value}” is none of the choices: {known}."),
    "choice.no_such_number": N_("Type a number from 1 to {most}."),
    "integer.invalid": N_("“{value}” is not a whole number."),
    "integer.out_of_range": N_("The number has to be from {least} to {most}."),
    "number.invalid": N_("“{value}” is not a number of at most six decimals."),
    "money.invalid": N_("“{value}” is not an amount in dollars and cents, such as 1,250.00."),
    "coordinate.invalid": N_("“{value}” is not a coordinate in degrees."),
    "number.unclear": N_(
        "“{value}” can be read in more than one way. Write it like 1234.50 or 1,234.50."
    ),
    "flag.invalid": N_("“{value}” is neither yes nor no."),
    "date.invalid": N_("“{value}” is not a date. Type one such as 2026-06-30 or 6/30/2026."),
    "time.invalid": N_("“{value}” is not a time. Type one such as 14:30 or 2:30 pm."),
    "field.required": N_("{field} has to be filled."),
    "field.no_value": N_("Write {name}=VALUE."),
    "field.unknown": N_("There is no field called “{name}”."),
    "field.needed_to_sign": N_("{field} is needed before signing."),
    "answer.required": N_("“{field}” has to be answered."),
    # Records
    "kind.unknown": N_("There is no kind called “{kind}”. Known are: {known}."),
    "record.missing": N_("There is no record of this kind with the id {id}."),
    "record.exists": N_("There is already a record with the id {id}."),
    "id.invalid": N_("“{id}” is not an id. Leave it out and the record gets one."),
    "record.of_another": N_("The record {id} belongs to another one."),
    "record.gone": N_("The record is no longer there."),
    "record.changed_meanwhile": N_(
        "Meanwhile this became “{other}”. Press Enter to keep yours, or Esc to take the other."
    ),
    "record.emptied_meanwhile": N_(
        "Meanwhile this was emptied. Press Enter to keep yours, or Esc to leave it empty."
    ),
    "reference.missing": N_("{field} points at a record that is not there: {id}."),
    "name.unknown": N_("Nothing is called “{value}”. Choose one from the list."),
    "name.several": N_("More than one is called “{value}”. Choose one from the list."),
    "json.not_an_array": N_("“{name}” has to be a JSON array of objects."),
    "json.invalid": N_("The input is not valid JSON (line {line})."),
    "json.not_utf8": N_("The input is not text in UTF-8."),
    "history.id_missing": N_("Name a record by its kind and its id, or neither."),
    "change_set.missing": N_("There is no change with the id {id}."),
    "json.not_an_object": N_("The input has to be one JSON object."),
    "logo.not_a_picture": N_("The logo has to be a PNG or JPEG picture."),
    "logo.too_large": N_("The picture is larger than 5 MB. Choose a smaller one."),
    "attachment.too_large": N_("{name} is larger than {limit} MB. Keep it in a folder instead."),
    "attachment.empty": N_("{name} is an empty file."),
    # Agreements
    "agreement.unknown_number": N_("There is no agreement with the number {number}."),
    "template.unknown": N_("There is no template called “{key}”. Known are: {known}."),
    "sign.no_district": N_("The district's legal name is not in the settings yet."),
    "sign.no_services": N_("No service is divided yet."),
    "sign.no_outcomes": N_("No outcome is divided yet."),
    "sign.no_financial": N_("No financial responsibility is divided yet."),
    "sign.no_clauses": N_("There is no clause yet."),
    "sign.no_signatory": N_("Nobody is named who signs for this party: {party}."),
    "sign.term_reversed": N_("The agreement ends before it begins."),
    # Offices and their files
    "office.exists": N_("There is already a file at {path}."),
    "office.no_folder": N_("The folder {path} does not exist."),
    "office.missing": N_("There is no office at {path}."),
    "office.is_folder": N_("{path} is a folder and not an office file."),
    "office.not_an_office": N_("{path} is not an office of Partner Desk."),
    "office.newer": N_("{path} was made by a newer Partner Desk (format {version})."),
    "office.older": N_("{path} was made by an older Partner Desk and has to be upgraded first."),
    "office.damaged": N_("The office file {path} is damaged."),
    "office.busy": N_("The office file is in use by another program."),
    "office.no_rights": N_("You may not use the file {path} or its folder."),
    "office.read_only": N_("The office file {path} may be read but not written."),
    "office.opened_read_only": N_("This office is open for reading only."),
    "office.cannot_open": N_("The office file {path} cannot be opened."),
    "office.in_use": N_("{who} is working in this office on the computer {computer}."),
    "office.taken_over": N_("{who} has taken this office over on the computer {computer}."),
    "office.bad_url": N_("“{url}” is neither a file nor the address of a PostgreSQL office."),
    "office.no_driver": N_("The driver for PostgreSQL (psycopg) is not installed."),
    "office.server_unreachable": N_("The server of the office does not answer: {url}."),
    "office.in_synced_folder": N_(
        "The office {path} lies in a folder that {service} copies to other computers."
    ),
    "office.password_needed": N_(
        "The server of the office wants a password that it was not given: {url}."
    ),
    "upgrade.failed": N_("The office could not be brought to the new format: {detail}"),
    "backup.not_verified": N_("The copy {path} is not sound: {detail}"),
    "backup.server": N_("An office on a server is backed up with the server's own tools."),
    "backup.on_server": N_("An office on a server is backed up with the server's own tools."),
    # Disks and files
    "disk.full": N_("The disk is full."),
    "disk.failing": N_("The disk reports an error at {path}."),
    "file.missing": N_("There is no file {path}."),
    "file.unreadable": N_("{path} cannot be read: {reason}"),
    "sample.no_language": N_("There is no sample office in the language “{language}”."),
    "sample.present": N_("This office already holds the sample office."),
    "file.in_use": N_(
        "{path} cannot be replaced: it is open in another program, or you may not change it."
    ),
    "file.no_permission": N_("You may not write in the folder {folder}. Choose another folder."),
    "export.nothing_public": N_("Records of the kind {kind} have nothing that may be made public."),
    "excel.texts_cut": N_(
        "{count} texts on the sheet {sheet} are longer than a cell holds and were cut, "
        "the first in {cell}."
    ),
    "excel.links_left_out": N_(
        "{count} addresses on the sheet {sheet} are plain text: a sheet takes 65,000 links."
    ),
    "file.folder_missing": N_("The folder {folder} does not exist."),
    "file.is_folder": N_("{path} is a folder."),
    "file.not_written": N_("{path} could not be written: {reason}"),
    # Directories that are imported
    "import.not_found": N_("There is nothing at {path}."),
    "import.no_tables": N_(
        "{name} holds no table of a community directory (HSDS: organizations, services, "
        "locations …)."
    ),
    "import.is_workbook": N_(
        "{name} is an Excel workbook. Save its sheets as CSV files in one folder, then import it."
    ),
    "import.file_changed": N_("{name} was changed after it was looked at. Look at it again."),
    "zip.damaged": N_("The archive {name} is damaged."),
    "zip.encrypted": N_("The archive {name} is locked with a password ({member})."),
    "zip.suspicious": N_("{member} in the archive {name} would unpack to far too much."),
    "zip.too_large": N_("The archive {name} would unpack to more than this program takes."),
    "zip.too_many_files": N_("The archive {name} holds {count} files; {limit} are taken at most."),
    "zip.unsafe_path": N_("The archive {name} holds a file outside its own folder: {member}."),
    "zip.unsupported": N_("The archive {name} is packed in a way this program cannot read."),
    "csv.damaged": N_("{file} cannot be read as a table from row {row} on."),
    "json.damaged": N_("{file} is not sound JSON: see line {line}."),
    "json.too_large": N_("{file} is larger than this program reads as one JSON file."),
    "table.not_kept": N_("The office keeps no table called “{table}”."),
    "key.missing": N_("The row has no id, and other rows need one to refer to it."),
    "key.repeated": N_("Another row before this one has the same id: {key}."),
    "parent.missing": N_("The row does not say which {target} it belongs to."),
    "parent.unknown": N_("It belongs to {target} {key}, which is not in the directory."),
    "parent.refused": N_("It belongs to {target} {key}, whose row was refused."),
    "parent.has_no_parent": N_("It belongs to {target} {key}, which belongs to nothing."),
    "row.too_many_cells": N_("The row has {cells} cells under {columns} headings."),
    "row.link_not_kept": N_("It is linked to something the office does not keep: {value}."),
    "weekday.unknown": N_("“{value}” is not a day of the week."),
    "schedule.hours_incomplete": N_("Opening hours need both ends; only {given} is given."),
    # What a check of the file found
    "check.damaged": N_("The file is damaged: {detail}"),
    "check.dangling": N_("{count} records point at a missing record: {kind} to {target}."),
    "check.history_altered": N_("The history was altered from outside at {change_set}."),
    "check.index": N_("The search index is not complete; it will be made anew."),
    "check.unreadable": N_("The file cannot be read: {detail}"),
}

ADVICE: dict[str, str] = {
    "disk.full": N_(
        "Nothing was lost. Make room on the disk, then do it again: what you typed is still here."
    ),
    "disk.failing": N_(
        "What was saved before is safe as far as the disk can read it. Make a backup to another "
        "disk now (File, Backup)."
    ),
    "office.busy": N_("Nothing was lost. Wait a moment and do it again."),
    "office.read_only": N_(
        "Nothing was lost. Ask who looks after this computer for the right to write there."
    ),
    "office.opened_read_only": N_(
        "Nothing was changed. To work in it, close it where it is open and open it here again."
    ),
    "office.cannot_open": N_(
        "Nothing was changed. See that the disk or network is there and that you may use the "
        "folder, then try again."
    ),
    "office.newer": N_("Nothing was changed. Install the newest Partner Desk on this computer."),
    "office.damaged": N_(
        "The damaged file stays as it is. Bring back the newest backup (File, Restore)."
    ),
    "office.taken_over": N_(
        "All you saved before is in the office. What is typed now cannot be saved from here; "
        "talk to each other, then open the office again."
    ),
    "office.server_unreachable": N_(
        "Nothing was lost. See that the network is there, then do it again."
    ),
    "office.in_synced_folder": N_(
        "Such copies can damage an office that is open. Keep it on this computer's own disk; its "
        "backups may go into the synced folder."
    ),
    "office.password_needed": N_(
        "Partner Desk keeps no passwords. Put it into your password file (.pgpass, or "
        "pgpass.conf on Windows) or into PGPASSWORD, then open the office again."
    ),
    "office.not_an_office": N_("The file was not touched. Choose another one."),
    "office.missing": N_("It may have been moved, or its disk is not connected. Choose it anew."),
    "record.gone": N_("Nothing was changed. Somebody may have deleted it: look into Trash."),
    "upgrade.failed": N_("The office is as it was, and a backup lies beside it."),
    "backup.not_verified": N_("The office itself was not touched. Use another backup."),
}
"""What is safe and what to do, for troubles that a dialog shows."""

COMMON_ADVICE = N_("Nothing was lost. When the cause is gone, do it again.")

NOTICES: dict[str, str] = {
    "office.in_synced_folder": N_(
        "This office lies in a folder that {service} copies while it is open; such copies can "
        "damage it. Move it to this computer's own disk and keep the backups there."
    ),
    "office.checked_after_crash": N_(
        "The program ended without closing this office last time. It was checked: all is well."
    ),
    "office.damaged": N_(
        "The office file is damaged and open for reading only. The newest good backup can be "
        "brought back under File, Restore."
    ),
    "office.upgraded": N_("The office was brought to the format of this version."),
    "office.on_network_share": N_(
        "This office lies on a network disk: one person at a time can edit it."
    ),
    "office.folder_read_only": N_(
        "You may not write into the folder {path}: the office is open for reading only."
    ),
    "backup.failed": N_("The backup could not be made: {detail}"),
}
"""What a person should know of an office that was opened; it hinders nobody."""

OPERATIONS: dict[str, str] = {
    "record.change": N_("change of {field} of {name}"),
    "record.add": N_("addition of {name} ({kind})"),
    "record.add_child": N_("addition of {name} ({kind}) to {parent}"),
    "record.update": N_("change of {name} ({kind})"),
    "record.delete": N_("deletion of {name} ({kind})"),
    "record.bring_back": N_("return of {name} ({kind}) from Trash"),
    "record.move": N_("new place of {name} ({kind})"),
    "record.restore_field": N_("old value of {field} of {name}"),
    "attachment.add": N_("addition of the document {name} to {parent}"),
    "service.verify": N_("verification of {name}"),
    "partner.register": N_("registration of {name}"),
    "partnership.begin": N_("new partnership: {name}"),
    "agreement.draft": N_("draft of an agreement with {name}"),
    "agreement.status": N_("new status of {name}"),
    "response.answer": N_("answer to {name}"),
    "response.finish": N_("completion of a response: {name}"),
    "office.begin": N_("creation of the office {name}"),
    "office.logo": N_("change of the logo"),
    "office.upgraded": N_("upgrade of the office to a new format"),
    "import.directory": N_("import of {name}"),
    "sample.fill": N_("filling of the sample office"),
}
"""What change sets are called: phrases that stand after "Undo" and at the head of a line."""

_UNNAMED = N_("(no name)")
_UNDO_OF = N_("undo of: {0}")
_REDO_OF = N_("redo of: {0}")
_ANY_CHANGE = N_("change of {name}")


class _Places(dict[str, str]):
    """Values for the places of a sentence; one that nobody gave is shown as a dash."""

    def __missing__(self, name: str) -> str:
        return "–"


def problem_sentence(code: str, values: Mapping[str, object], text: TextOf) -> str:
    """The sentence of a problem. A code without one is shown as it is: better than nothing."""
    sentence = SENTENCES.get(code)
    if sentence is None:
        return code
    return text(sentence).format_map(_filled(values, text))


def advice(code: str, text: TextOf) -> str:
    """What is safe and what a person can do about a trouble."""
    return text(ADVICE.get(code, COMMON_ADVICE))


def notice_sentence(code: str, values: Mapping[str, object], text: TextOf) -> str:
    """What a person should know of the office just opened."""
    sentence = NOTICES.get(code) or SENTENCES.get(code)
    return text(sentence).format_map(_filled(values, text)) if sentence else code


def operation_sentence(change_set: ChangeSet, text: TextOf) -> str:
    """What a change set is called, such as "change of Phone of Riverside Youth Arts"."""
    phrase = text(OPERATIONS.get(change_set.code, _ANY_CHANGE))
    named = phrase.format_map(_operation_values(change_set.values, text))
    frame = {"undo": _UNDO_OF, "redo": _REDO_OF}.get(change_set.kind)
    return text(frame).format(named) if frame else named


def capitalised(phrase: str) -> str:
    """A phrase at the head of a line."""
    return phrase[:1].upper() + phrase[1:]


def kind_label(kind: str, text: TextOf) -> str:
    """What a kind is called; an unknown one keeps its name."""
    return text(KINDS[kind].label if kind in KINDS else kind)


def _filled(values: Mapping[str, object], text: TextOf) -> _Places:
    filled = _Places()
    for name, value in values.items():
        shown = str(value)
        if name in ("kind", "target"):
            shown = kind_label(shown, text)
        elif name in ("field", "party", "status") and shown:
            shown = text(shown)
        filled[name] = shown
    return filled


def _operation_values(values: Mapping[str, str], text: TextOf) -> _Places:
    filled = _Places(values)
    kind = values.get("kind", "")
    if kind in KINDS:
        filled["kind"] = text(KINDS[kind].label)
        declaration = KINDS[kind].declarations.get(values.get("field", ""))
        if declaration is not None:
            filled["field"] = text(declaration.label)
    filled["name"] = values.get("name") or text(_UNNAMED)
    return filled
