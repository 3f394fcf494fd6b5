"""The day's lists for elsewhere: on paper, and as a file for other calendars."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from partner_desk.files.catalogue import Catalogue
from partner_desk.services.office import settings_in
from partner_desk.ui.components.preview import PdfPreview
from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Cancelled, Report
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.theme import GAP

if TYPE_CHECKING:
    from partner_desk.files.pdf.render import Pdf

TextOf = Callable[[str], str]

_WIDTH, _HEIGHT = 900, 700
_NAMED = 5


class PrintedList(QDialog):
    """The pages of a list, looked at before printing or saving; it opens itself."""

    def __init__(self, desk: Desk, title: str, pdf: "Pdf", parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview = PdfPreview(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP if pdf.warnings else 0, GAP, GAP)
        if pdf.warnings:
            names = "; ".join(each.name for each in pdf.warnings[:_NAMED])
            words = self.tr(
                "No font has these characters; on paper they are shown as a replacement mark: {0}"
            )
            column.addWidget(Banner(words.format(names), "warning"))
        column.addWidget(self.preview, 1)
        room = parent.window().size()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))
        self.open()
        # Not before it is open: the pages fit the width that the window has by then.
        self.preview.show_pdf(pdf.data, title, f"{title} {desk.today():%Y-%m-%d}.pdf")


def show_printed(
    desk: Desk, parent: QWidget, title: str, make: "Callable[[TextOf], Pdf]"
) -> None:
    """Make a list in the background and show its pages; it speaks the office's language."""
    text = office_text(desk)

    def done(pdf: "Pdf") -> None:
        if isValid(parent):
            PrintedList(desk, title, pdf, parent)

    desk.start_job(title, lambda report, cancelled: make(text), done)


def ask_and_write_calendar(desk: Desk, parent: QWidget) -> None:
    """Ask for a file name and write the reminders there for other calendars."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, desk.text("Calendar file"), desk.text("Reminders") + ".ics",
        desk.text("Calendar files") + " (*.ics)",
    )
    if chosen:
        path = Path(chosen)
        write_calendar(desk, path if path.suffix else path.with_suffix(".ics"))


def write_calendar(desk: Desk, path: Path) -> None:
    """Write the reminders to ``path`` in the background and say so when it is done."""
    text, day = office_text(desk), desk.today()

    def work(report: Report, cancelled: Cancelled) -> int:
        from partner_desk.services.reminder_calendar import write_ics

        return write_ics(desk.store, path, day, text, report, cancelled)

    def done(count: int) -> None:
        written = desk.plural("{0} event was written.", "{0} events were written.", count)
        desk.tell(desk.text("{0}: {1}").format(path.name, written))

    desk.start_job(desk.text("Calendar file"), work, done)


def office_text(desk: Desk) -> TextOf:
    """The catalogue of the office's own language, which its papers speak."""
    return Catalogue(desk.read(lambda reader: settings_in(reader).language)).text
