"""openpyxl's writers, fed with rows as they come and writing straight into the archive.

openpyxl holds all cells in memory, or writes them to a second file first. Here only its public
steps are used: the parts before and after the rows are its own, the rows between are ours.
"""

from collections.abc import Iterable
from contextlib import suppress
from typing import IO, Any
from zipfile import ZipFile

from lxml.etree import Element, xmlfile
from openpyxl import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import PKG_REL_NS, REL_NS

from partner_desk.files.excel.links import Links


def write_sheet(
    worksheet: Worksheet, number: int, archive: ZipFile, rows: Iterable[str], links: Links
) -> None:
    """Write the ``number``-th sheet of ``archive`` (from 1) with ``rows`` as their XML.

    ``links`` are gone through when the rows are.
    """
    with archive.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as part:
        writer = _RowStream(worksheet, part, rows, links)
        try:
            writer.write()
        finally:
            writer.abandon()
    if links.count:
        relations = f"xl/worksheets/_rels/sheet{number}.xml.rels"
        with archive.open(relations, "w") as part:
            _write_targets(part, links)


def finish(workbook: Workbook, archive: ZipFile) -> None:
    """Write everything but the sheets' own parts, which are in ``archive`` already."""
    _Finisher(workbook, archive).write_data()


class _Finisher(ExcelWriter):
    def write_worksheet(self, ws: Worksheet) -> None:
        self.manifest.append(ws)


class _RowStream(WorksheetWriter):
    def __init__(
        self, worksheet: Worksheet, out: IO[bytes], rows: Iterable[str], links: Links
    ) -> None:
        super().__init__(worksheet, out)
        self._part, self._rows, self._links = out, rows, links

    def write_dimensions(self) -> None:
        """Nothing: how far the sheet reaches is not known yet, and a wrong size hides rows."""

    def write_rows(self) -> None:
        stream: Any = self.xf.send(True)
        with stream.element("sheetData"):
            stream.flush()
            for row in self._rows:
                self._part.write(row.encode())
        self.xf.send(None)

    def write_hyperlinks(self) -> None:
        if not self._links.count:
            return
        stream: Any = self.xf.send(True)
        with stream.element("hyperlinks"):
            for number, place, _ in self._links:
                link = Element("hyperlink", ref=place)
                link.set(f"{{{REL_NS}}}id", f"rId{number}")
                stream.write(link)
        self.xf.send(None)

    def abandon(self) -> None:
        """Leave nothing half open behind; after a success there is nothing left to do."""
        with suppress(OSError, ValueError, StopIteration):
            self.close()


def _write_targets(part: IO[bytes], links: Links) -> None:
    with xmlfile(part, encoding="utf-8") as stream:
        stream.write_declaration(standalone=True)
        with stream.element("Relationships", xmlns=PKG_REL_NS):
            for number, _, target in links:
                stream.write(
                    Element(
                        "Relationship", Id=f"rId{number}", Type=f"{REL_NS}/hyperlink",
                        Target=target, TargetMode="External",
                    )
                )
