"""Troubles of offices, disks and files, what to do about them, and what to know on opening."""

from partner_desk.model.texts import N_

SENTENCES: dict[str, str] = {
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
    "key.missing": N_("The row has no id, and other rows need one to refer to it."),
    "key.repeated": N_("Another row before this one has the same id: {key}."),
    "row.further": N_(
        "Another row of this list is the same record, and what it says stands. "
        "What this one says is kept with the record."
    ),
    "parent.missing": N_("The row does not say which {target} it belongs to."),
    "parent.unknown": N_("It belongs to {target} {key}, which is not in the directory."),
    "parent.refused": N_("It belongs to {target} {key}, whose row was refused."),
    "parent.has_no_parent": N_("It belongs to {target} {key}, which belongs to nothing."),
    "row.too_many_cells": N_("The row has {cells} cells under {columns} headings."),
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
    "enclosure.encrypted": N_("Save a copy without a password and attach that one."),
    "enclosure.too_large": N_("Save the picture smaller and attach that one."),
    "scan.unreadable": N_("Nothing was filed. Scan the paper once more, as PDF or as pictures."),
    "scan.filed_before": N_("Nothing was filed twice."),
    "revision.damaged": N_(
        "Nothing else is touched. The newest backup has these pages (File, Restore)."
    ),
    "upgrade.failed": N_("The office is as it was, and a backup lies beside it."),
    "backup.not_verified": N_("The office itself was not touched. Use another backup."),
}
"""What is safe and what to do, for troubles that a dialog shows."""


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
