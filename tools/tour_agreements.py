"""The whole way of an agreement, from its first draft to the signatures on the paper."""

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtWidgets import QDialog

import scan_paper
from partner_desk.model.agreements import Agreement
from partner_desk.model.page_code import PageCode
from partner_desk.services import revisions, scans
from partner_desk.store.store import Store
from partner_desk.ui.areas.agreements.agreements_side import AgreementsSide
from partner_desk.ui.areas.agreements.page import AgreementsPage
from partner_desk.ui.components.confirm_signed import ConfirmSigned
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.shell.scan_dialog import ScanDialog
from tour_window import TourWindow
from way_home import WayHome

_LOST, _BY_HAND = 2, 3
"""Pages, counted from 0: the one that did not come, and the one whose code was written over."""


def way_of_an_agreement(tour: TourWindow, way: WayHome) -> None:
    """Each tab of a draft, then the two that went out, then what a scan brings home."""
    if tour.wants("agreement"):
        draft(tour, way)
        went_out(tour, way)
    if tour.wants("scan", "confirm"):
        scan(tour, way)
        confirm(tour, way)


def draft(tour: TourWindow, way: WayHome) -> None:
    """An agreement of which everything is typed but not all of it fits yet."""
    side = _side(tour)
    tour.window.open_record("agreement", way.draft)
    _part(tour, side, side.overview)
    for place, name in enumerate(("services", "outcomes", "financial", "side-by-side")):
        side.division.part.tabs.setCurrentIndex(place)
        _part(tour, side, side.division, name)
    _part(tour, side, side.clauses, "clauses")
    parts = side.clauses.part.parts
    for place, each in enumerate(parts.exhibits, 1):
        parts.rows.choose(place)
        _part(tour, side, side.clauses, f"exhibit-{each.source}")
    _part(tour, side, side.signing, "signing")
    _part(tour, side, side.papers, "papers")
    side.view.go_to(side.packet)
    tour.settle()
    for language in ("en", "es", "both"):
        box = side.packet.language
        box.setCurrentIndex(box.findData(language))
        box.activated.emit(box.currentIndex())
        _part(tour, side, side.packet, f"packet-{language}")
    _part(tour, side, side.revisions, "not-sent")
    _last_tabs(tour, side)
    _dialog(tour, "agreement-send", side.send, lambda: side.sending)


def went_out(tour: TourWindow, way: WayHome) -> None:
    """Who has the paper, what went out, and what changed from the first to the second time."""
    side = _side(tour)
    tour.window.open_record("agreement", way.out)
    _part(tour, side, side.signing, "routing")
    _part(tour, side, side.revisions, "revisions")
    tab = side.revisions.part
    tab.before.setCurrentIndex(tab.before.count() - 1)
    tab.after.setCurrentIndex(0)
    tab.compare()
    _part(tour, side, side.revisions, "changes")
    side.view.form.tabs.setCurrentIndex(side.view.form.tabs.count() - 1)
    tour.picture("agreement-history")


def scan(tour: TourWindow, way: WayHome) -> None:
    """A scan of two packets: pages lost, without a code, blank and from elsewhere."""
    path = Path(tempfile.mkdtemp()) / "Scan 0042.pdf"
    path.write_bytes(scanned(tour.desk.store, way))
    arrived = scans.arrive(tour.desk.store, [path])
    dialog = ScanDialog(tour.desk, arrived, tour.window)
    dialog.open()
    tour.picture("scan", dialog)
    with tour.desk.store.reading() as reader:
        number = str(getattr(reader.get(Agreement, way.out), "number", ""))
    dialog.place(arrived.no_code[0], number, _BY_HAND + 1)
    tour.picture("scan-placed", dialog)
    dialog.reject()


def confirm(tour: TourWindow, way: WayHome) -> None:
    """Which signatures a person sees on the paper."""
    with tour.desk.store.reading() as reader:
        agreement = reader.get(Agreement, way.out)
    assert agreement is not None
    dialog = ConfirmSigned(tour.desk, agreement, tour.window)
    dialog.open()
    tour.picture("confirm-signed", dialog)
    dialog.reject()


def scanned(store: Store, way: WayHome) -> bytes:
    """What the office's scanner makes of both packets, with somebody else's page among them."""
    with store.reading() as reader:
        out, other = (revisions.revisions(reader, each)[0] for each in (way.out, way.other))
    pages = scan_paper.drawn(revisions.pdf_of(store, out))
    ImageDraw.Draw(pages[_BY_HAND]).rectangle((60, 1400, 420, 1649), fill=0)
    rest = scan_paper.drawn(revisions.pdf_of(store, other))
    del rest[_LOST]
    foreign = PageCode("0BADF00D", "2026-0007", 1, False, 1, 4)
    blank = Image.new("L", pages[0].size, 255)
    elsewhere = scan_paper.printed(
        [scan_paper.Print("Another district", foreign.text)], scan_paper.LETTER, 1
    )
    chance = random.Random(42)
    wear = scan_paper.Wear(tilt=0.8, blur=0.4, noise=3, ink=(30, 245))
    return scan_paper.as_scan(
        [scan_paper.worn(each, wear, chance) for each in (*pages, blank, *rest, *elsewhere)]
    )


def _side(tour: TourWindow) -> AgreementsSide:
    page = tour.window.page("agreements")
    assert isinstance(page, AgreementsPage)
    return page.side


def _part(tour: TourWindow, side: AgreementsSide, part: RecordPart, name: str = "") -> None:
    side.view.go_to(part)
    tour.settle()
    tour.picture(f"agreement-{name}" if name else "agreement")


def _last_tabs(tour: TourWindow, side: AgreementsSide) -> None:
    tabs = side.view.form.tabs
    tabs.setCurrentIndex(tabs.count() - 2)
    tour.picture("agreement-documents")


def _dialog(
    tour: TourWindow, name: str, begin: Callable[[], None], opened: Callable[[], QDialog]
) -> None:
    begin()
    dialog = opened()
    tour.picture(name, dialog)
    dialog.reject()
