"""The packets of all agreements that are listed, each into a file of its own."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from shiboken6 import isValid

from partner_desk.files.catalogue import Catalogue
from partner_desk.model.queries import ListQuery
from partner_desk.services.packet_series import PrintedMany, print_many
from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Cancelled, Report
from partner_desk.ui.sentences import problem_sentence

_NAMED = 8


def ask_and_print_many(desk: Desk, query: ListQuery, parent: QWidget) -> None:
    """Ask for a folder and print there; the work can be watched and cancelled."""
    title = desk.text("Where the packets go")
    chosen = QFileDialog.getExistingDirectory(parent, title)
    if chosen:
        print_many_to(desk, query, Path(chosen), parent)


def print_many_to(desk: Desk, query: ListQuery, folder: Path, parent: QWidget) -> None:
    """Print the packets of a list into ``folder`` and say how it went."""
    ids = desk.read(lambda reader: reader.ids(query))

    def work(report: Report, cancelled: Cancelled) -> PrintedMany:
        return print_many(
            desk.store, ids, folder, "", lambda language: Catalogue(language).text, report,
            cancelled,
        )

    def done(found: PrintedMany) -> None:
        if isValid(parent):
            _tell(desk, found, folder, parent)

    title = desk.plural("Printing {0} packet", "Printing {0} packets", len(ids))
    desk.start_job(title, work, done)


def _tell(desk: Desk, found: PrintedMany, folder: Path, parent: QWidget) -> None:
    """What was printed, in passing; what was not, in a dialog that stays."""
    count = desk.plural("{0} packet", "{0} packets", len(found.written))
    words = desk.text("{0} printed into {1}.").format(count, folder.name or str(folder))
    if not found.failed and not found.left:
        desk.tell(words)
        return
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(desk.text("Not all packets were printed"))
    box.setText(words)
    lines = [
        f"{number}: {problem_sentence(error.code, error.values, desk.text)}"
        for number, error in found.failed[:_NAMED]
    ]
    hidden = len(found.failed) - len(lines)
    if hidden > 0:
        lines.append(desk.plural("and {0} more", "and {0} more", hidden))
    if found.left:
        lines.append(desk.plural(
            "{0} packet was not begun.", "{0} packets were not begun.", len(found.left)
        ))
    box.setInformativeText("\n".join(lines))
    box.open()
