"""A printed document inside the window: looked at, printed, saved."""

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMarginsF, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPageLayout,
    QPageSize,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QSizePolicy, QWidget

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.ui.desk import Desk
from partner_desk.ui.forms.ui_preview import Ui_Preview
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.palette import current_colours
from partner_desk.ui.look.theme import GAP

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

ZOOMS = (50, 75, 100, 125, 150, 200, 300)
FIT_WIDTH, FIT_PAGE = 0, -1
_POINTS = 72.0
_KEPT_IMAGES = 6
_PRINT_DPI = 300


class PdfPreview(QWidget):
    """The pages of a PDF one below the other, at any size."""

    printed = Signal()
    saved = Signal(str)
    """Where the document was saved."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_Preview()
        self.form.setupUi(self)
        self.data = b""
        self._desk = desk
        self._title, self._file_name = "", "document.pdf"
        self._sizes: list[tuple[float, float]] = []
        self.pages = _Pages()
        self.form.scroll.setWidget(self.pages)
        self._zoom = FIT_WIDTH
        self._dress()

    def show_pdf(self, data: bytes, title: str, file_name: str) -> None:
        """Show a PDF; the same bytes again leave the page looked at as it is."""
        from partner_desk.files.pdf.preview import Preview

        self._title, self._file_name = title, file_name
        self.setEnabled(True)
        for button in (self.form.saveButton, self.form.printButton):
            button.setEnabled(True)
        if data == self.data:
            return
        place = self.form.scroll.verticalScrollBar().value()
        with Preview(data) as pdf:
            self._sizes = [pdf.size(number) for number in range(pdf.pages)]
        self.data = data
        self.pages.show_pdf(data, self._sizes)
        self._resize_pages()
        self.form.scroll.verticalScrollBar().setValue(place)
        self._show_page()

    def set_stale(self) -> None:
        """The pages shown are being made anew: they can be read, not printed or saved."""
        for button in (self.form.saveButton, self.form.printButton):
            button.setEnabled(False)

    def clear(self) -> None:
        """Show nothing."""
        self.data, self._sizes = b"", []
        self.pages.show_pdf(b"", [])
        self._show_page()
        self.setEnabled(False)

    def set_zoom(self, percent: int) -> None:
        """Show pages at a percentage of their real size, or FIT_WIDTH, FIT_PAGE."""
        self._zoom = percent
        row = self.form.zoom.findData(percent)
        if row >= 0:
            self.form.zoom.setCurrentIndex(row)
        self._resize_pages()

    def percent(self) -> int:
        """The size shown, as a percentage of the real one."""
        return round(100 * self.pages.scale * _POINTS / self._dots_per_inch())

    def print_document(self) -> None:
        """Ask for a printer and print (Ctrl+P)."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not self._sizes:
            return
        if not QPrinterInfo.availablePrinters():
            QMessageBox.information(
                self, self.tr("No printer"),
                self.tr("This computer has no printer set up. Save the document as PDF instead."),
            )
            return
        printer = self.printer(QPrinter())
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Print"))
        if dialog.exec():
            self.print_to(printer)

    def printer(self, printer: "QPrinter") -> "QPrinter":
        """Prepare a printer for the paper and the number of pages of this document."""
        if self._sizes:
            width, height = self._sizes[0]
            size = QPageSize(QSize(round(width), round(height)))
            printer.setPageSize(size)
            printer.setFromTo(1, len(self._sizes))
        printer.setDocName(self._title)
        printer.setCreator("Partner Desk")
        if len(self._sizes) > 1:
            # What the dialog proposes; the person may choose otherwise.
            printer.setDuplex(printer.DuplexMode.DuplexLongSide)
        printer.setFullPage(True)
        printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
        return printer

    def print_to(self, printer: "QPrinter") -> None:
        """Print the pages chosen in ``printer``, each as large as its paper."""
        if not self._sizes:
            return
        first = max(printer.fromPage(), 1)
        last = min(printer.toPage() or len(self._sizes), len(self._sizes))
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        painter = QPainter(printer)
        try:
            for number in range(first, last + 1):
                if number > first:
                    printer.newPage()
                picture = image_of(self.data, number - 1, _PRINT_DPI / _POINTS)
                paper = painter.viewport()
                size = picture.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
                painter.drawImage(QRect(QPoint(0, 0), size), picture)
        finally:
            painter.end()
            QApplication.restoreOverrideCursor()
        self.printed.emit()

    def ask_where_to_save(self) -> None:
        """Ask for a place and save the document there."""
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), self._file_name, self.tr("PDF files (*.pdf)")
        )
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Write the document to a file; an older file stays as it was if that fails."""
        from partner_desk.files.replacing import write_bytes

        path = path if path.suffix else path.with_suffix(".pdf")
        try:
            write_bytes(path, self.data)
        except EnvironmentProblem as problem:
            self._desk.troubled.emit(problem)
            return
        self._desk.tell(self.tr("Saved as {0}.").format(path.name))
        self.saved.emit(str(path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up, Page Down, Home and End go through the pages."""
        bar = self.form.scroll.verticalScrollBar()
        ways = {
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: bar.maximum(),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(way)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the pages to their room: it can change when the window around it does not."""
        if event.type() == QEvent.Type.Resize and self._zoom in (FIT_WIDTH, FIT_PAGE):
            self._resize_pages()
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        form = self.form
        form.smallerButton.setIcon(icon("remove"))
        form.largerButton.setIcon(icon("add"))
        form.saveButton.setIcon(icon("pdf"))
        form.printButton.setIcon(icon("print"))
        form.zoom.addItem(self.tr("Fit width"), FIT_WIDTH)
        form.zoom.addItem(self.tr("Whole page"), FIT_PAGE)
        for percent in ZOOMS:
            form.zoom.addItem(f"{percent} %", percent)
        form.zoom.activated.connect(lambda: self.set_zoom(form.zoom.currentData()))
        form.smallerButton.clicked.connect(lambda: self._step(-1))
        form.largerButton.clicked.connect(lambda: self._step(1))
        form.saveButton.clicked.connect(self.ask_where_to_save)
        form.printButton.clicked.connect(self.print_document)
        # With large text the page's number gives way, not the window.
        form.pageLabel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        form.bar.setStretchFactor(form.pageLabel, 1)
        form.scroll.verticalScrollBar().valueChanged.connect(self._show_page)
        form.scroll.viewport().installEventFilter(self)
        self.setEnabled(False)

    def _step(self, by: int) -> None:
        now = self.percent()
        larger = next((each for each in ZOOMS if each > now), ZOOMS[-1])
        smaller = next((each for each in reversed(ZOOMS) if each < now), ZOOMS[0])
        self.set_zoom(larger if by > 0 else smaller)

    def _resize_pages(self) -> None:
        if not self._sizes:
            return
        width, height = self._sizes[0]
        room = self.form.scroll.viewport().size()
        if self._zoom == FIT_WIDTH:
            bar = self.form.scroll.verticalScrollBar()
            beside = 0 if bar.isVisible() else bar.sizeHint().width()
            scale = (room.width() - beside - 2 * GAP) / width
        elif self._zoom == FIT_PAGE:
            scale = min((room.width() - 2 * GAP) / width, (room.height() - 2 * GAP) / height)
        else:
            scale = self._zoom / 100 * self._dots_per_inch() / _POINTS
        bar = self.form.scroll.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self.pages.set_scale(max(scale, 0.1))
        bar.setValue(round(share * bar.maximum()))
        self._show_page()

    def _dots_per_inch(self) -> float:
        return float(self.logicalDpiX())

    def _show_page(self) -> None:
        if not self._sizes:
            self.form.pageLabel.setText("")
            return
        middle = self.form.scroll.verticalScrollBar().value() + (
            self.form.scroll.viewport().height() // 2)
        number = self.pages.page_at(middle) + 1
        words = self.tr("Page {0} of {1}").format(number, len(self._sizes))
        self.form.pageLabel.setText(words)
        self.pages.setAccessibleName(words)


def image_of(data: bytes, page: int, scale: float) -> QImage:
    """A page of a PDF at ``scale`` pixels a point; pages count from 0."""
    from partner_desk.files.pdf.preview import Preview

    with Preview(data) as pdf:
        found = pdf.image(page, scale)
    picture = QImage(
        found.rgba, found.width, found.height, 4 * found.width, QImage.Format.Format_RGBX8888
    )
    return picture.copy()  # The image would only borrow the bytes.


class _Pages(QWidget):
    """Paints the pages that can be seen; their pictures are made when they are first needed."""

    def __init__(self) -> None:
        super().__init__()
        self.scale = 1.0
        self._data = b""
        self._sizes: list[tuple[float, float]] = []
        self._places: list[QRect] = []
        self._images: OrderedDict[tuple[int, float], QImage] = OrderedDict()

    def show_pdf(self, data: bytes, sizes: list[tuple[float, float]]) -> None:
        """Show the pages of a PDF, whose sizes are in points."""
        self._data, self._sizes = data, sizes
        self._images.clear()
        self.set_scale(self.scale)
        self.update()

    def set_scale(self, scale: float) -> None:
        """Lay the pages out at ``scale`` logical pixels a point."""
        self.scale = scale
        self._places = []
        top, widest = GAP, 0
        for size in self._sizes:
            width, height = (round(each * scale) for each in size)
            self._places.append(QRect(GAP, top, width, height))
            top += height + GAP
            widest = max(widest, width)
        self.resize(widest + 2 * GAP, top)
        self.update()

    def page_at(self, y: int) -> int:
        """The page at a height, counted from 0."""
        above = [number for number, place in enumerate(self._places) if place.top() <= y]
        return above[-1] if above else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = QColor(current_colours().line)
        for number, place in enumerate(self._places):
            if place.intersects(event.rect()):
                painter.drawImage(place, self._image(number))
                painter.setPen(edge)
                painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _image(self, number: int) -> QImage:
        key = number, self.scale * self.devicePixelRatioF()
        if key not in self._images:
            self._images[key] = image_of(self._data, *key)
            if len(self._images) > _KEPT_IMAGES:
                self._images.popitem(last=False)
        self._images.move_to_end(key)
        return self._images[key]
