"""A list to Excel: where to, then written in the background."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from partner_desk.model.queries import ListQuery
from partner_desk.model.registry import KINDS
from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Cancelled, Report

if TYPE_CHECKING:
    from partner_desk.services.exporting import ExportResult


def ask_and_export(desk: Desk, parent: QWidget, query: ListQuery, about: str = "") -> None:
    """Ask for a file name and write what ``query`` lists there; ``about`` says by what."""
    plural = desk.text(KINDS[query.kind].plural)
    chosen, _ = QFileDialog.getSaveFileName(
        parent, desk.text("Export to Excel"), f"{plural} {desk.today():%Y-%m-%d}.xlsx",
        desk.text("Excel workbook") + " (*.xlsx)",
    )
    if chosen:
        path = Path(chosen)
        export(desk, query, path if path.suffix else path.with_suffix(".xlsx"), about)


def export(desk: Desk, query: ListQuery, path: Path, about: str = "") -> None:
    """Write what ``query`` lists to ``path`` in the background and say so when it is done."""
    from partner_desk.services.exporting import export_list

    def work(report: Report, cancelled: Cancelled) -> "ExportResult":
        return export_list(
            desk.store, query, path, desk.text,
            creator=desk.store.author.who, about=about, report=report, cancelled=cancelled,
        )

    def done(result: "ExportResult") -> None:
        written = desk.plural(
            "{0} row was written.", "{0} rows were written.", result.rows
        )
        desk.tell(desk.text("{0}: {1}").format(path.name, written))

    desk.start_job(desk.text("Export to {0}").format(path.name), work, done)
