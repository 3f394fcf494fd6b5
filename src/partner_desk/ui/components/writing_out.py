"""A list to a CSV file, contacts to an address book: where to, then written in the background."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from partner_desk.model.queries import ListQuery
from partner_desk.model.registry import KINDS
from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Cancelled, Report


def ask_and_write_csv(desk: Desk, parent: QWidget, query: ListQuery) -> None:
    """Ask for a file name and write what ``query`` lists there, so that Excel opens it right."""
    plural = desk.text(KINDS[query.kind].plural)
    chosen, _ = QFileDialog.getSaveFileName(
        parent, desk.text("Export as CSV"), f"{plural} {desk.today():%Y-%m-%d}.csv",
        desk.text("CSV file") + " (*.csv)",
    )
    if chosen:
        path = Path(chosen)
        write_csv(desk, query, path if path.suffix else path.with_suffix(".csv"))


def write_csv(desk: Desk, query: ListQuery, path: Path) -> None:
    """Write what ``query`` lists to ``path`` in the background and say so when it is done."""

    def work(report: Report, cancelled: Cancelled) -> int:
        from partner_desk.services.exporting_csv import export_csv

        return export_csv(
            desk.store, query, path, desk.text, report=report, cancelled=cancelled
        )

    def done(rows: int) -> None:
        written = desk.plural("{0} row was written.", "{0} rows were written.", rows)
        desk.tell(desk.text("{0}: {1}").format(path.name, written))

    desk.start_job(desk.text("Export to {0}").format(path.name), work, done)


def ask_and_write_cards(desk: Desk, parent: QWidget, query: ListQuery) -> None:
    """Ask for a file name and write the listed contacts there as cards."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, desk.text("Contacts as vCard"), f"{desk.text('Contacts')}.vcf",
        desk.text("vCard file") + " (*.vcf)",
    )
    if chosen:
        path = Path(chosen)
        write_cards(desk, query, path if path.suffix else path.with_suffix(".vcf"))


def write_cards(desk: Desk, query: ListQuery, path: Path) -> None:
    """Write the listed contacts to ``path`` in the background and say so when it is done."""

    def work(_report: Report, _cancelled: Cancelled) -> int:
        from partner_desk.files.replacing import write_bytes
        from partner_desk.files.vcard import to_vcf
        from partner_desk.services.directory.addresses import contact_cards

        cards = contact_cards(desk.store, query)
        write_bytes(path, to_vcf(cards))
        return len(cards)

    def done(count: int) -> None:
        written = desk.plural("{0} card was written.", "{0} cards were written.", count)
        desk.tell(desk.text("{0}: {1}").format(path.name, written))

    desk.start_job(desk.text("Export to {0}").format(path.name), work, done)
