"""Take a picture of each kind of page of a packet, in English, in Spanish and in both.

    uv run python tools/packet_pages.py [FOLDER]

The pictures go to docs/screens as packet-KIND-LANGUAGE.png, 100 dots per inch. They are pages of
agreements of the sample office: look at them after every change to what is printed.
"""

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

import way_home
from partner_desk.services import comparing, packets, sample
from partner_desk.services.opening import author_on_this_computer, create_office
from partner_desk.store.store import Store
from tour_window import save_small

SCREENS = Path(__file__).parents[1] / "docs" / "screens"
DPI = 100


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: ``after`` pages behind the entry of the outline that begins so."""

    begins: tuple[str, str]
    level: int = 0
    after: int = 0


KINDS: Mapping[str, Kind] = {
    "contents": Kind(("Contents", "Contenido")),
    "agreement": Kind(("Agreement", "Acuerdo")),
    "divisions": Kind(("Division of outcomes", "División de resultados"), 2),
    "clauses": Kind(("Terms", "Cláusulas"), 2, after=1),
    "exhibit-clauses": Kind(("Exhibit A", "Anexo A")),
    "exhibit-site-plan": Kind(("Exhibit B", "Anexo B")),
    "exhibit-document": Kind(("Exhibit C", "Anexo C")),
    "exhibit-document-page": Kind(("Exhibit C", "Anexo C"), after=1),
    "signatures": Kind(("Signatures", "Firmas")),
}


def main() -> None:
    """One packet for each language, drawn page by page as it would be printed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SCREENS)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp()) / "Sample.pdoffice"
    office = create_office(place, author_on_this_computer("Dana Cole"), {"name": "Sample office"})
    sample.fill(office.store, "en", date.today())
    way = way_home.prepare(office.store, "en", date.today())
    for language in ("en", "es", "both"):
        for name, picture in pictures(office.store, way, language):
            save_small(picture, folder / f"packet-{name}-{language}.png")
            print(f"packet-{name}-{language}.png", flush=True)
    office.close()


def pictures(
    store: Store, way: way_home.WayHome, language: str
) -> Iterator[tuple[str, Image.Image]]:
    """A page of each kind: its name, and how it looks."""
    found = packets.printed(store, way.draft, language, way_home.catalogue)
    with pypdfium2.PdfDocument(found.pdf.data) as pdf:
        yield "cover", _drawn(pdf, 0)
        for name, page in _pages(pdf).items():
            yield name, _drawn(pdf, page)
    if language == "both":
        return  # What changed is told in the language of who reads it.
    changes = comparing.changes_pdf(
        comparing.version(store, way.out, 1), comparing.version(store, way.out, 2),
        way_home.catalogue(language), language, "letter",
    )
    with pypdfium2.PdfDocument(changes.data) as pdf:
        yield "changes", _drawn(pdf, 0)


def _pages(pdf: pypdfium2.PdfDocument) -> dict[str, int]:
    """The first page of each kind, by the outline."""
    found: dict[str, int] = {}
    for entry in pdf.get_toc():
        title, place = entry.get_title(), entry.get_dest()
        for name, kind in KINDS.items():
            is_it = entry.level == kind.level and title.startswith(kind.begins)
            if is_it and place is not None and name not in found:
                found[name] = place.get_index() + kind.after
    return found


def _drawn(pdf: pypdfium2.PdfDocument, page: int) -> Image.Image:
    picture: Image.Image = pdf[page].render(scale=DPI / 72).to_pil()
    out = BytesIO()
    picture.convert("RGB").save(out, "PNG", dpi=(DPI, DPI))
    return Image.open(out)


if __name__ == "__main__":
    main()
