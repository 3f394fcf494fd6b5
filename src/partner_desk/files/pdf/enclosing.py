"""Foreign PDF pages laid into pages left empty for them. pikepdf is imported with this module."""

from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO

import pikepdf

from partner_desk.files.pdf.look import HAIRLINE
from partner_desk.files.pdf.pictures import LONGEST, picture_as_pdf
from partner_desk.files.pdf.places import Place, Rectangle
from partner_desk.model.errors import InputError, Problem

__all__ = ["LONGEST", "enclosed", "pages_of", "picture_as_pdf"]

# What qpdf and pikepdf raise for files that are not what they say they are.
_UNREADABLE = (
    pikepdf.PdfError,
    pikepdf.DataDecodingError,
    AttributeError,
    KeyError,
    RuntimeError,
    TypeError,
    ValueError,
)


def pages_of(data: bytes) -> int:
    """How many pages a PDF has.

    Raises InputError when it cannot be enclosed: `enclosure.damaged`, `enclosure.encrypted` or
    `enclosure.too_long` (with `pages` and `limit`). A PDF that anybody may open but not change is
    no encrypted one.
    """
    with _opened(data) as pdf:
        try:
            pages, wounded = len(pdf.pages), bool(pdf.get_warnings())
            if pages > LONGEST:
                values = {"pages": pages, "limit": LONGEST}
                raise InputError(Problem("enclosure.too_long", values=values))
            promised = int(pdf.Root.Pages.get("/Count", pages))
            empty = [page for page in pdf.pages if _box(page) and "/Contents" not in page]
        except _UNREADABLE as error:
            raise _damaged() from error
    # A file cut short opens after a repair: what it has lost shows in pages that are not there.
    if pages == 0 or pages < promised or (wounded and empty):
        raise _damaged()
    return pages


def enclosed(data: bytes, places: Sequence[Place]) -> bytes:
    """`data`, a PDF, with foreign pages in their places: centred, never larger than they are.

    Its outline, links and metadata stay; the same input gives the same bytes. Raises InputError
    as `pages_of` does.
    """
    sources: dict[bytes, pikepdf.Pdf] = {}
    out = BytesIO()
    with ExitStack() as opened:
        pdf = opened.enter_context(pikepdf.Pdf.open(BytesIO(data)))
        for place in places:
            if place.data not in sources:
                sources[place.data] = opened.enter_context(_opened(place.data))
                _show_forms(sources[place.data])
            try:
                _lay(pdf, place, sources[place.data].pages[place.number])
            except _UNREADABLE as error:
                raise _damaged() from error
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _opened(data: bytes) -> pikepdf.Pdf:
    try:
        return pikepdf.Pdf.open(BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise InputError(Problem("enclosure.encrypted")) from error
    except _UNREADABLE as error:
        raise _damaged() from error


def _damaged() -> InputError:
    return InputError(Problem("enclosure.damaged"))


def _show_forms(pdf: pikepdf.Pdf) -> None:
    """Make what stands in form fields, stamps and notes a part of the pages."""
    try:
        pdf.generate_appearance_streams()
        pdf.flatten_annotations("print")
    except _UNREADABLE as error:
        raise _damaged() from error


def _lay(pdf: pikepdf.Pdf, place: Place, source: pikepdf.Page) -> None:
    """Put a page under what stands on its place's page, with a hairline around it."""
    left, bottom, right, top = _box(source)
    # qpdf cuts a form to the trim box; what a reader of the file sees is the crop box.
    source.trimbox = pikepdf.Array([left, bottom, right, top])
    form = pdf.copy_foreign(source.as_form_xobject())
    page = pdf.pages[place.page]
    name = pikepdf.Name(f"/Enclosed{place.page + 1}")
    page.add_resource(form, pikepdf.Name.XObject, name)
    unit = float(source.obj.get("/UserUnit", 1))
    size = ((right - left) * unit, (top - bottom) * unit)
    turned = int(source.obj.get("/Rotate", 0)) % 180 != 0
    target = _centred(place.frame, size[::-1] if turned else size)
    code = page.calc_form_xobject_placement(
        form,
        name,
        pikepdf.Rectangle(*target),
        invert_transformations=True,
        allow_shrink=True,
        allow_expand=False,
    )
    red, green, blue = HAIRLINE
    x, y, far, high = target
    edge = f"q {red} {green} {blue} RG 0.5 w {x:.2f} {y:.2f} {far - x:.2f} {high - y:.2f} re S Q"
    told = f"/P <</MCID {place.content}>> BDC\n".encode()
    rules = f"EMC /Artifact BMC {edge} EMC\n".encode()
    page.contents_add(told + code + b"\n" + rules, prepend=True)


def _centred(frame: Rectangle, size: tuple[float, float]) -> Rectangle:
    """Where a page of this size stands in the frame, scaled down if it must be."""
    left, bottom, right, top = frame
    scale = min(1.0, (right - left) / size[0], (top - bottom) / size[1])
    wide, high = size[0] * scale, size[1] * scale
    x, y = (left + right - wide) / 2, (bottom + top - high) / 2
    return x, y, x + wide, y + high


def _box(page: pikepdf.Page) -> Rectangle:
    """What of the page is seen, in its own units. Raises ValueError when that is nothing."""
    media, crop = ([float(edge) for edge in box] for box in (page.mediabox, page.cropbox))
    sides = [(min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3]))
             for b in (media, crop)]
    (left, bottom, right, top), inner = sides
    seen = max(left, inner[0]), max(bottom, inner[1]), min(right, inner[2]), min(top, inner[3])
    if seen[0] >= seen[2] or seen[1] >= seen[3]:
        seen = sides[0]
    if seen[0] >= seen[2] or seen[1] >= seen[3]:
        raise ValueError("a page without a size")
    return seen
