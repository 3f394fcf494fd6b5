"""The preview: pages seen, sized, printed to a file and saved."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from partner_desk.files.pdf.render import Pdf, render
from partner_desk.model.errors import EnvironmentProblem
from partner_desk.store.store import Store
from partner_desk.ui.components.preview import FIT_PAGE, FIT_WIDTH, PdfPreview, image_of
from partner_desk.ui.desk import Desk
from tests.files.pdf_packet import packet
from tests.ui.desks import show


@pytest.fixture(scope="module")
def pdf() -> Pdf:
    return render(packet(3))


@pytest.fixture
def preview(qtbot: QtBot, desk: Desk, pdf: Pdf) -> PdfPreview:
    made = PdfPreview(desk)
    show(qtbot, made, 700, 500)
    made.show_pdf(pdf.data, "Packet", "Packet.pdf")
    return made


def test_the_first_page_is_seen_as_wide_as_the_window(preview: PdfPreview, pdf: Pdf) -> None:
    assert preview.form.pageLabel.text() == f"Page 1 of {pdf.pages}"
    picture = preview.pages.grab().toImage()
    assert 600 < picture.width() <= 700
    page = image_of(pdf.data, 0, preview.pages.scale)
    middle = picture.copy(16, 16, page.width(), page.height())
    assert middle.pixelColor(5, 5) == page.pixelColor(5, 5)
    shades = {
        middle.pixelColor(x, y).name() for x in range(0, 600, 7) for y in range(0, 400, 7)
    }
    assert len(shades) > 3  # Words and the logo, no blank sheet.


def test_pages_shown_before_the_window_fit_it_as_well(
    qtbot: QtBot, desk: Desk, pdf: Pdf
) -> None:
    made = PdfPreview(desk)
    made.show_pdf(pdf.data, "Packet", "Packet.pdf")
    show(qtbot, made, 700, 500)
    qtbot.waitUntil(lambda: 600 < made.pages.width() <= 700)
    before = made.pages.width()
    made.form.scroll.setFixedWidth(400)
    qtbot.waitUntil(lambda: 300 < made.pages.width() <= 400)
    assert before > made.pages.width()


def test_keys_go_through_the_pages(preview: PdfPreview, pdf: Pdf) -> None:
    preview.form.scroll.setFocus()
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert preview.form.pageLabel.text() == f"Page {pdf.pages} of {pdf.pages}"
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert preview.form.pageLabel.text() == f"Page 1 of {pdf.pages}"


def test_the_size_is_chosen_and_stepped(preview: PdfPreview) -> None:
    preview.set_zoom(100)
    assert preview.percent() == 100
    preview.form.largerButton.click()
    assert preview.percent() == 125
    assert preview.form.zoom.currentText() == "125 %"
    preview.form.smallerButton.click()
    preview.form.smallerButton.click()
    assert preview.percent() == 75
    preview.set_zoom(FIT_PAGE)
    assert preview.pages.height() < preview.form.scroll.viewport().height() * 20
    small = preview.pages.scale
    preview.set_zoom(FIT_WIDTH)
    assert preview.pages.scale > small


def test_a_new_version_stays_at_the_page_looked_at(preview: PdfPreview) -> None:
    bar = preview.form.scroll.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    preview.show_pdf(render(packet(2)).data, "Packet", "Packet.pdf")
    assert bar.value() == pytest.approx(min(place, bar.maximum()), abs=2)


def test_the_document_is_saved_as_it_is(
    preview: PdfPreview, pdf: Pdf, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(preview.saved):
        preview.save_to(tmp_path / "Signed <b>&'")
    assert (tmp_path / "Signed <b>&'.pdf").read_bytes() == pdf.data


def test_a_folder_that_is_gone_is_told(
    preview: PdfPreview, office: Store, tmp_path: Path
) -> None:
    troubles: list[object] = []
    preview._desk.troubled.disconnect()
    preview._desk.troubled.connect(troubles.append)
    preview.save_to(tmp_path / "gone" / "a.pdf")
    assert [type(each) for each in troubles] == [EnvironmentProblem]


def test_every_page_reaches_the_printer_in_its_size(
    preview: PdfPreview, pdf: Pdf, tmp_path: Path
) -> None:
    printer = preview.printer(QPrinter())
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    preview.print_to(printer)
    printed = PdfReader(tmp_path / "printed.pdf")
    assert len(printed.pages) == pdf.pages
    assert printed.pages[0].mediabox.width == pytest.approx(612, abs=1)
    picture = printed.pages[0].images[0].image
    assert picture is not None and picture.size == pytest.approx((2550, 3300), abs=2)


def test_without_a_printer_it_says_what_to_do_instead(
    preview: PdfPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo.availablePrinters", list)
    monkeypatch.setattr(QMessageBox, "information", lambda *words: said.append(words[2]))
    preview.form.printButton.click()
    assert said and "PDF" in said[0]


def test_nothing_to_show_can_neither_be_printed_nor_saved(qtbot: QtBot, desk: Desk) -> None:
    preview = PdfPreview(desk)
    qtbot.addWidget(preview)
    assert not preview.form.printButton.isEnabled()
    preview.show_pdf(render(packet(1)).data, "Packet", "Packet.pdf")
    assert preview.form.printButton.isEnabled()
    preview.clear()
    assert not preview.form.saveButton.isEnabled()
    assert preview.form.pageLabel.text() == ""
