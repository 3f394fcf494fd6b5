"""The coverage to Excel: where to, then written in the background."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from partner_desk.services.coverage import Choice
from partner_desk.services.coverage.export import export_coverage
from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Cancelled, Report


def ask_and_export_coverage(desk: Desk, parent: QWidget, choice: Choice) -> None:
    """Ask for a file name and write the map and its needs there."""
    name = desk.text("Coverage")
    chosen, _ = QFileDialog.getSaveFileName(
        parent, desk.text("Export to Excel"), f"{name} {desk.today():%Y-%m-%d}.xlsx",
        desk.text("Excel workbook") + " (*.xlsx)",
    )
    if chosen:
        path = Path(chosen)
        export(desk, choice, path if path.suffix else path.with_suffix(".xlsx"))


def export(desk: Desk, choice: Choice, path: Path) -> None:
    """Write the coverage to ``path`` in the background and say so when it is done."""

    def work(report: Report, cancelled: Cancelled) -> int:
        written = export_coverage(
            desk.store, choice, path, desk.text, desk.catalogue.language,
            creator=desk.store.author.who,
        )
        return written.rows

    def done(rows: int) -> None:
        words = desk.plural("{0} row was written.", "{0} rows were written.", rows)
        desk.tell(desk.text("{0}: {1}").format(path.name, words))

    desk.start_job(desk.text("Export to {0}").format(path.name), work, done)
