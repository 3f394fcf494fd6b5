"""Invented paper for trying the reading of scans: printed pages, and what a poor scanner does."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from statistics import NormalDist

import pypdfium2
from PIL import Image, ImageChops, ImageFilter
from reportlab.pdfgen.canvas import Canvas

from partner_desk.files.pdf import look
from partner_desk.files.pdf.running import code_rows

MM = 72 / 25.4
LETTER = (612.0, 792.0)
A4 = (595.28, 841.89)
DPI = 150
PLACE = (look.SIDE, look.CODE_BOTTOM, look.CODE_SIDE)
"""Where a packet carries its code: from the left, from the bottom, its side; in points."""

_WORDS = (
    "the", "district", "partner", "agreement", "school", "shall", "provide", "services", "under",
    "term", "insurance", "students", "families", "program", "signed", "between", "parties",
    "outcome", "el", "distrito", "la", "escuela", "servicios", "acuerdo", "firmado", "entre",
)


@dataclass(frozen=True, slots=True)
class Print:
    """How one page is printed: ``says`` is the text of its code, "" for none.

    ``also`` are texts of codes elsewhere on the page; ``exhibit`` is an old code on a page that was
    set into this one, shrunk; ``spoilt`` prints black over the page's own code.
    """

    title: str
    says: str
    also: tuple[str, ...] = ()
    exhibit: str = ""
    spoilt: bool = False


def printed(pages: Sequence[Print], paper: tuple[float, float], seed: int) -> list[Image.Image]:
    """The pages as clean grey pictures of DPI."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=paper)
    chance = random.Random(seed)
    for page in pages:
        _print(canvas, page, paper, chance)
        canvas.showPage()
    canvas.save()
    return drawn(out.getvalue())


def drawn(pdf: bytes) -> list[Image.Image]:
    """The pages of a PDF as grey pictures of DPI."""
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return [
            page.render(scale=DPI / 72, grayscale=True).to_pil().copy() for page in opened
        ]
    finally:
        opened.close()


def _print(
    canvas: Canvas, page: Print, paper: tuple[float, float], chance: random.Random
) -> None:
    width, height = paper
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(61, height - 60, page.title)
    canvas.setFont("Helvetica", chance.choice((8.5, 10, 11)))
    for line in range(chance.randrange(12, 42)):
        text = " ".join(chance.choices(_WORDS, k=12))
        canvas.drawString(61, height - 84 - 14 * line, text[:88])
    if chance.random() < 0.3:
        for row in range(9):
            canvas.rect(61, 120 + 18 * row, width - 122, 18)
    for place, text in enumerate(page.also):
        draw_code(canvas, text, width - 150 - 90 * place, height / 2, 25 * MM)
    if page.exhibit:
        _set_in(canvas, page.exhibit, paper)
    if page.says:
        draw_code(canvas, page.says, *PLACE)
    if page.spoilt:
        for stroke in range(6):
            left, low, side = PLACE
            canvas.rect(left - 4, low + stroke * side / 6, side + 8, side / 9, fill=1)


def _set_in(canvas: Canvas, code: str, paper: tuple[float, float]) -> None:
    """A page with its old code, made smaller, in the room between head and foot."""
    scale = (paper[1] - look.HEAD - look.FOOT_WITH_CODE) / paper[1]
    canvas.saveState()
    canvas.translate(paper[0] * (1 - scale) / 2, look.FOOT_WITH_CODE)
    canvas.scale(scale, scale)
    canvas.rect(0, 0, *paper)
    draw_code(canvas, code, *PLACE)
    canvas.restoreState()


def draw_code(canvas: Canvas, text: str, left: float, low: float, side: float) -> None:
    """A QR code with its quiet zone, ``side`` points wide without it."""
    rows = code_rows(text)
    count = len(rows)
    dot = side / count
    canvas.saveState()
    canvas.setFillGray(1)
    canvas.rect(left - 4 * dot, low - 4 * dot, side + 8 * dot, side + 8 * dot, stroke=0, fill=1)
    canvas.setFillGray(0)
    for row, dots in enumerate(rows):
        for column in range(count):
            if dots[column] == 0:
                y = low + (count - 1 - row) * dot
                canvas.rect(left + column * dot, y, dot, dot, stroke=0, fill=1)
    canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Wear:
    """What a scanner does to a page. Angles in degrees, lengths in pixels, noise in greys."""

    tilt: float = 0.0
    upside_down: bool = False
    shift: tuple[int, int] = (0, 0)
    blur: float = 0.0
    noise: float = 0.0
    specks: float = 0.0
    shade: float = 0.0
    ink: tuple[int, int] = (0, 255)


def some_wear(chance: random.Random) -> Wear:
    """Anything that an old office scanner may do, all at once."""
    reach = round(4 / 25.4 * DPI)
    return Wear(
        tilt=chance.uniform(-3, 3),
        upside_down=chance.random() < 0.3,
        shift=(chance.randint(-reach, reach), chance.randint(-reach, reach)),
        blur=chance.uniform(0, 1.1),
        noise=chance.uniform(0, 14),
        specks=chance.uniform(0, 0.006),
        shade=chance.uniform(0, 0.45),
        ink=(chance.randint(0, 70), chance.randint(190, 255)),
    )


def worn(page: Image.Image, wear: Wear, chance: random.Random) -> Image.Image:
    """The page as this scanner gives it, before JPEG."""
    page = page.rotate(wear.tilt, Image.Resampling.BICUBIC, fillcolor=255, translate=wear.shift)
    if wear.upside_down:
        page = page.transpose(Image.Transpose.ROTATE_180)
    page = page.filter(ImageFilter.GaussianBlur(wear.blur))
    low, high = wear.ink
    page = page.point([low + grey * (high - low) // 255 for grey in range(256)])
    slope = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270)))
    slope = slope.point([round(255 - wear.shade * grey) for grey in range(256)])
    page = ImageChops.multiply(page, slope.resize(page.size, Image.Resampling.BILINEAR))
    page = ImageChops.add(page, _noise(page.size, wear.noise, chance), offset=-128)
    return _speckled(page, wear.specks, chance)


def _noise(size: tuple[int, int], deviation: float, chance: random.Random) -> Image.Image:
    """Normally distributed greys around 128."""
    bell = NormalDist(128, max(deviation, 1e-9))
    greys = [min(255, max(0, round(bell.inv_cdf((step + 0.5) / 256)))) for step in range(256)]
    return _even(size, chance).point(greys)


def _speckled(page: Image.Image, share: float, chance: random.Random) -> Image.Image:
    """Salt and pepper on this share of the pixels, in steps of a 65536th."""
    first, second = _even(page.size, chance), _even(page.size, chance)
    root = round(256 * (share / 2) ** 0.5)
    for colour, hit in ((0, range(root)), (255, range(256 - root, 256))):
        chosen = [255 if grey in hit else 0 for grey in range(256)]
        page.paste(colour, mask=ImageChops.multiply(first.point(chosen), second.point(chosen)))
    return page


def _even(size: tuple[int, int], chance: random.Random) -> Image.Image:
    """Every grey as often as any other."""
    return Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))


def as_scan(pages: Sequence[Image.Image], quality: int = 40) -> bytes:
    """The pages as the PDF that a scanner makes: one JPEG a page."""
    out = BytesIO()
    pages[0].save(
        out, "PDF", save_all=True, append_images=pages[1:], resolution=DPI, quality=quality
    )
    return out.getvalue()
