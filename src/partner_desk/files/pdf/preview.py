"""Pictures of a PDF's pages for the window. pypdfium2 is imported when first used."""

from dataclasses import dataclass
from io import BytesIO
from types import TracebackType
from typing import Any, Self

from partner_desk.files.pdfium import PDFIUM


@dataclass(frozen=True)
class PageImage:
    """Pixels of a page: `width` by `height`, four bytes each (red, green, blue, alpha) by row."""

    width: int
    height: int
    rgba: bytes


class Preview:
    """An opened PDF; close it, or use it in a `with`."""

    def __init__(self, data: bytes) -> None:
        """Open a PDF's bytes. Raises ValueError when they are no PDF."""
        import pypdfium2

        try:
            with PDFIUM:
                self._pdf: Any = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise ValueError(str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        with PDFIUM:
            self._pdf.close()

    @property
    def pages(self) -> int:
        with PDFIUM:
            return len(self._pdf)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points; pages count from 0."""
        with PDFIUM:
            width, height = self._pdf.get_page_size(page)
        return float(width), float(height)

    def image(self, page: int, scale: float = 1.0) -> PageImage:
        """The page at `scale` pixels a point (2.0 for a sharp screen)."""
        with PDFIUM:
            bitmap = self._bitmap(page, scale)
            try:
                return PageImage(bitmap.width, bitmap.height, _packed(bitmap))
            finally:
                bitmap.close()

    def png(self, page: int, scale: float = 1.0) -> bytes:
        """The page as the bytes of a PNG file."""
        out = BytesIO()
        with PDFIUM:
            bitmap = self._bitmap(page, scale)
            try:
                bitmap.to_pil().convert("RGB").save(out, "PNG")
            finally:
                bitmap.close()
        return out.getvalue()

    def _bitmap(self, page: int, scale: float) -> Any:
        opened = self._pdf[page]
        try:
            return opened.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        finally:
            opened.close()


def _packed(bitmap: Any) -> bytes:
    """The bitmap's rows without padding, fully opaque."""
    row = 4 * bitmap.width
    raw = bytes(bitmap.buffer)
    if bitmap.stride != row:
        starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
        raw = b"".join(raw[start : start + row] for start in starts)
    pixels = bytearray(raw)
    pixels[3::4] = b"\xff" * (len(pixels) // 4)
    return bytes(pixels)
