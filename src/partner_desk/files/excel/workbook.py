"""Writes a workbook row by row: memory does not grow with the rows.

openpyxl gives the workbook its shape (styles, views, filters, page set-up); the rows are streamed
straight into the compressed file by ``cells``.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from partner_desk.files.excel.cells import RowMaker
from partner_desk.files.excel.sheet import Notice, Sheet, Written
from partner_desk.files.excel.stream import finish, write_sheet
from partner_desk.files.excel.styles import Styles
from partner_desk.files.excel.titles import Titles
from partner_desk.files.excel.widths import SAMPLE, column_widths
from partner_desk.files.replacing import replacing
from partner_desk.model.errors import Cancelled

MOST_ROWS = 1_048_575
"""Rows of data a sheet takes below its header."""

_BETWEEN_REPORTS = 500

Report = Callable[[int, int | None], None]


def write(
    path: Path,
    sheets: Iterable[Sheet],
    *,
    title: str = "",
    creator: str = "",
    total: int | None = None,
    most_rows: int = MOST_ROWS,
    report: Report = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Written:
    """Write ``sheets`` to ``path`` as an .xlsx workbook; what was there is replaced at the end.

    A sheet of more than ``most_rows`` rows goes on in a further one. ``report`` gets the rows done
    and ``total``. Raises EnvironmentProblem (see ``replacing``) and Cancelled; after either the
    old file is untouched.
    """
    with replacing(path) as temporary:
        with ZipFile(temporary, "w", ZIP_DEFLATED, allowZip64=True) as archive:
            writing = _Writing(archive, title, creator, total, report, cancelled)
            for sheet in sheets:
                writing.add(sheet, most_rows)
            written = writing.finished()
        if cancelled():
            raise Cancelled
        report(written.rows, total)
    return written


class _Writing:
    """One workbook on its way to the disk."""

    def __init__(
        self,
        archive: ZipFile,
        title: str,
        creator: str,
        total: int | None,
        report: Report,
        cancelled: Callable[[], bool],
    ) -> None:
        self._archive = archive
        self._workbook = Workbook()
        self._styles = Styles(self._workbook)
        for empty in list(self._workbook.worksheets):
            self._workbook.remove(empty)
        self._workbook.properties.title = title
        self._workbook.properties.creator = creator
        self._titles = Titles()
        self._notices: list[Notice] = []
        self._rows = 0
        self._total, self._report, self._cancelled = total, report, cancelled

    def add(self, sheet: Sheet, most_rows: int) -> None:
        """Write ``sheet``, and further ones for rows beyond ``most_rows``."""
        rows = iter(sheet.rows)
        sample = list(islice(rows, SAMPLE))
        widths = column_widths(sheet.columns, sample)
        remaining = chain(sample, rows)
        first: list[tuple[object, ...]] = []
        while True:
            self._part(sheet, widths, chain(first, islice(remaining, most_rows - len(first))))
            first = list(islice(remaining, 1))
            if not first:
                return

    def finished(self) -> Written:
        """Write the parts that stand for the workbook as a whole."""
        if not self._workbook.worksheets:
            self._part(Sheet("", (), ()), [], iter(()))
        finish(self._workbook, self._archive)
        titles = tuple(each.title for each in self._workbook.worksheets)
        return Written(self._rows, titles, tuple(self._notices))

    def _part(
        self, sheet: Sheet, widths: list[float], rows: Iterator[tuple[object, ...]]
    ) -> None:
        worksheet = self._workbook.create_sheet(self._titles.take(sheet.title))
        _set_up(worksheet, widths)
        maker = RowMaker(sheet.columns, widths, self._styles)

        def lines() -> Iterator[str]:
            if sheet.columns:
                yield maker.header(column.heading for column in sheet.columns)
            number = 1
            for number, values in enumerate(rows, 2):
                yield maker.row(number, values)
                self._count()
            if sheet.columns:
                last = get_column_letter(len(sheet.columns))
                worksheet.auto_filter.ref = f"A1:{last}{number}"

        number = len(self._workbook.worksheets)
        write_sheet(worksheet, number, self._archive, lines(), maker.links)
        self._note(worksheet.title, maker)

    def _count(self) -> None:
        self._rows += 1
        if self._rows % _BETWEEN_REPORTS == 0:
            if self._cancelled():
                raise Cancelled
            self._report(self._rows, self._total)

    def _note(self, title: str, maker: RowMaker) -> None:
        if maker.cut_cells:
            values = {"sheet": title, "count": maker.cut_cells, "cell": maker.first_cut}
            self._notices.append(Notice("excel.texts_cut", values))
        if maker.unlinked:
            values = {"sheet": title, "count": maker.unlinked}
            self._notices.append(Notice("excel.links_left_out", values))


def _set_up(worksheet: Worksheet, widths: list[float]) -> None:
    """What a person sees at once, and what the printer is told."""
    for index, width in enumerate(widths, 1):
        worksheet.column_dimensions[get_column_letter(index)].width = width
    worksheet.freeze_panes = "A2"
    worksheet.print_title_rows = "1:1"
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 0
    if worksheet.sheet_properties.pageSetUpPr is not None:
        worksheet.sheet_properties.pageSetUpPr.fitToPage = True
    if worksheet.oddFooter is not None:
        worksheet.oddFooter.left.text = "&A"
        worksheet.oddFooter.right.text = "&P / &N"
