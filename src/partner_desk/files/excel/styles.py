"""The looks of cells, registered once with a workbook and named by number ever after."""

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from partner_desk.files.excel.sheet import Kind

_FORMATS: dict[Kind, str] = {
    Kind.TEXT: "@",
    Kind.LINK: "@",
    Kind.EMAIL: "@",
    Kind.INTEGER: "0",
    Kind.DECIMAL: "General",
    Kind.MONEY: '"$"#,##0.00',
    Kind.PERCENT: "0%",
    # Format 14: every computer shows it in the order of day and month of its own settings.
    Kind.DATE: "mm-dd-yy",
    Kind.TIME: "h:mm",
}
_LINK_COLOUR = "1F5FA8"
_HEADER_FILL = "E6EDF3"
_HEADER_TEXT = "1D2B3A"


class Styles:
    """Style numbers of one workbook, as the attribute ``s`` of a cell takes them."""

    def __init__(self, workbook: Workbook) -> None:
        self._sheet = workbook.create_sheet()
        top, wrapped = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
        self.header = self._header()
        self.by_kind = {
            kind: self._style(_FORMATS.get(kind, "General"), wrapped if
                              kind is Kind.LONGTEXT else top)
            for kind in Kind
        }
        self.link = self._style("@", top, Font(color=_LINK_COLOUR, underline="single"))
        # A text that a person edits must not become a formula then: the mark before it says so.
        self.guarded = self._style("General", wrapped, quoted=True)
        workbook.remove(self._sheet)

    def _header(self) -> str:
        cell = self._cell()
        cell.font = Font(bold=True, color=_HEADER_TEXT)
        cell.fill = PatternFill("solid", start_color=_HEADER_FILL)
        cell.border = Border(bottom=Side("thin", _HEADER_TEXT))
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        cell.number_format = "@"
        return str(cell.style_id)

    def _style(
        self, number_format: str, alignment: Alignment, font: Font | None = None,
        quoted: bool = False,
    ) -> str:
        cell = self._cell()
        cell.number_format = number_format
        cell.alignment = alignment
        if font is not None:
            cell.font = font
        if quoted:
            cell.quotePrefix = True
        return str(cell.style_id)

    def _cell(self) -> Cell:
        return Cell(self._sheet, row=1, column=1)
