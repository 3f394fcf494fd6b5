"""The pages of a PDF as pictures, one at a time."""

import math
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw
from PIL import Image

from partner_desk.files.pdfium import PDFIUM
from partner_desk.files.scans.scan import MOST_PIXELS, refused

_MOST_RENDERED = 24_000_000
"""Pixels of the largest picture that is made of a page."""


class UndrawablePage(Exception):
    """This page cannot be drawn; others of the file may."""


class PdfPages:
    """An opened PDF of which pages are drawn; close it afterwards."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises InputError: "scan.encrypted", "scan.empty" and "scan.unreadable"."""
        try:
            with PDFIUM:
                self._pdf: Any = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise refused(_reason(data), name) from error

    def close(self) -> None:
        with PDFIUM:
            self._pdf.close()

    @property
    def count(self) -> int:
        with PDFIUM:
            return len(self._pdf)

    def grey(self, place: int, longest: int) -> Image.Image:
        """The page in grey, its longer side ``longest`` pixels. Raises UndrawablePage."""
        return self._drawn(place, longest, grayscale=True)

    def colour(self, place: int, longest: int) -> Image.Image:
        """The page in colour, its longer side ``longest`` pixels. Raises UndrawablePage."""
        return self._drawn(place, longest).convert("RGB")

    def _drawn(self, place: int, longest: int, **look: bool) -> Image.Image:
        try:
            with PDFIUM:
                return self._draw(place, longest, look)
        except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
            raise UndrawablePage(str(error)) from error

    def _draw(self, place: int, longest: int, look: dict[str, bool]) -> Image.Image:
        page = self._pdf[place]
        try:
            _refuse_bombs(page)
            width, height = page.get_size()
            if min(width, height) <= 0:
                raise UndrawablePage("a page without a size")
            scale = min(
                longest / max(width, height), math.sqrt(_MOST_RENDERED / (width * height))
            )
            bitmap = page.render(scale=scale, rev_byteorder=True, **look)
            try:
                drawn: Image.Image = bitmap.to_pil().copy()
                return drawn
            finally:
                bitmap.close()
        finally:
            page.close()


def _reason(data: bytes) -> str:
    """Why pdfium would not open the file. It tells the reason of an earlier failure at times."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return "scan.unreadable" if len(pdf.pages) else "scan.empty"
    except pikepdf.PasswordError:
        return "scan.encrypted"
    except pikepdf.PdfError:
        return "scan.unreadable"


def _refuse_bombs(page: Any) -> None:
    """A small file may hold a picture that fills the memory: look at its size first."""
    pictures = (pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,)
    for each in page.get_objects(filter=pictures, max_depth=4):
        width, height = each.get_px_size()
        if width * height > MOST_PIXELS:
            raise UndrawablePage(f"a picture of {width} by {height} pixels")
