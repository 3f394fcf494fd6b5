"""Tables: column titles on every page, totals that never stand alone."""

from collections.abc import Iterator, Sequence

from partner_desk.files.pdf import look
from partner_desk.files.pdf.document import Column, Table, Twin
from partner_desk.files.pdf.lines import Style
from partner_desk.files.pdf.rows import HAIRLINE_BELOW, Cell, Frame, Row, Text, on_one_baseline
from partner_desk.files.pdf.typesetter import Setter

GUTTER = 10.0
SHORT = 12  # lines
HEAD_FRAME = Frame(5, 5, tint=look.TINT, rule_below=(0.9, look.ACCENT))
TOTALS_FRAME = Frame(5, 5, rule_above=(0.9, look.ACCENT))


def table_rows(setter: Setter, table: Table) -> Iterator[Row]:
    """The rows of a table. Raises ValueError when a row has not one text per column."""
    for texts in (*table.rows, *([table.totals] if table.totals else [])):
        if len(texts) != len(table.columns):
            raise ValueError(f"a row of {len(texts)} texts in a table of {len(table.columns)}")
    if table.caption:
        caption = setter.text(table.caption, look.HEADINGS[3], setter.width)
        yield Row((Cell(0, setter.width, (caption,)),), setter.width, 8, 4, keep=True)
    places = column_places(table.columns, setter.width)
    titles = [column.title for column in table.columns]
    head = _row(setter, table, places, titles, look.TABLE_HEAD, HEAD_FRAME, keep=True)
    yield head
    for i, texts in enumerate(table.rows):
        last = i == len(table.rows) - 1
        bound = last and bool(table.totals)
        after = 12.0 if last and not table.totals else 0.0
        yield _row(setter, table, places, texts, look.TABLE, HAIRLINE_BELOW, bound, (head,), after)
    if not table.rows and table.empty_note:
        note = setter.text(table.empty_note, look.LABEL, setter.width - GUTTER)
        cell = Cell(GUTTER / 2, setter.width - GUTTER, (note,))
        yield Row((cell,), setter.width, after=12.0, frame=HAIRLINE_BELOW)
    if table.totals:
        style = look.TABLE.bold()
        yield _row(setter, table, places, table.totals, style, TOTALS_FRAME, False, (head,), 12.0)


def column_places(columns: Sequence[Column], width: float) -> list[tuple[float, float]]:
    """Each column's left edge and width in points, inside its gutters."""
    shares = [max(column.share, 0.01) for column in columns]
    places, x = [], 0.0
    for share in shares:
        wide = width * share / sum(shares)
        places.append((x + GUTTER / 2, max(wide - GUTTER, 8.0)))
        x += wide
    return places


def _row(
    setter: Setter,
    table: Table,
    places: Sequence[tuple[float, float]],
    texts: Sequence[str | Twin],
    style: Style,
    frame: Frame,
    keep: bool = False,
    head: tuple[Row, ...] = (),
    after: float = 0.0,
) -> Row:
    cells = []
    for (x, wide), text, column in zip(places, texts, table.columns, strict=True):
        set_texts = setter.label(text, style, wide, column.align)
        cells.append(Cell(x, wide, tuple(map(setter.steady, set_texts))))
    # A short row is never cut: it reads better whole on the next page.
    whole = max(map(_lines, cells), default=0) <= SHORT
    aligned = on_one_baseline(cells)
    return Row(aligned, setter.width, 0, after, keep, whole, frame, head)


def _lines(cell: Cell) -> int:
    return sum(len(item.lines) for item in cell.items if isinstance(item, Text))
