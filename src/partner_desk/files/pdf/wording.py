"""Every text of a document, for checks that look at texts alone."""

from partner_desk.files.pdf.document import (
    Block,
    Clauses,
    Contents,
    Document,
    Enclosure,
    Heading,
    Image,
    KeyValues,
    Letterhead,
    Marked,
    Note,
    PageBreak,
    Paragraph,
    Parallel,
    Ratings,
    SignatureBlock,
    Signatures,
    Spacer,
    Table,
    TickList,
    Twin,
    WritingLines,
)


def texts(document: Document) -> list[tuple[str, str]]:
    """Every text of the document as (where, text), `where` in the document's own words."""
    found = [(document.title, document.title), (document.title, document.office)]
    stamp = document.stamp
    found += [
        (document.title, t) for t in (stamp.number, stamp.revision, stamp.page_of, stamp.mark)
    ]
    for part in document.parts:
        where = part.title or document.title
        found += [(where, text) for text in (part.title, *part.initials)]
        for block in part.blocks:
            if isinstance(block, Heading):
                where = block.text
            found += [(label or where, text) for label, text in block_texts(block)]
    return [(where, text) for where, text in found if text]


def block_texts(block: Block) -> list[tuple[str, str]]:
    """The texts of one block as (label, text); an empty label means the heading above."""
    match block:
        case Heading(text=text, number=number):
            return [("", number), ("", text)]
        case Paragraph(text=text):
            return [("", text)]
        case Marked(spans=spans):
            return [("", "".join(span.text for span in spans))]
        case KeyValues():
            return _key_value_texts(block)
        case Table():
            return _table_texts(block)
        case Clauses(items=items):
            return [(c.title, t) for c in items for t in (c.number, c.title, c.text)]
        case Signatures(blocks=blocks):
            return [(s.party, t) for s in blocks for t in _signature_texts(s)]
        case Note(text=text, title=title):
            return [(title, title), (title, text)]
        case Letterhead(name=name, lines=lines):
            return [(name, t) for t in (name, *lines)]
        case TickList(items=ticks):
            return [(tick.text, t) for tick in ticks for t in (tick.text, tick.note)]
        case Ratings(marks=marks, lowest=lowest, highest=highest):
            return [("", t) for t in (*marks, lowest, highest)]
        case Parallel(rows=rows):
            return [found for pair in rows for one in pair for found in block_texts(one)]
        case Image() | PageBreak() | Spacer() | WritingLines() | Contents() | Enclosure():
            return []


def _both(text: str | Twin) -> tuple[str, ...]:
    return (text.first, text.second) if isinstance(text, Twin) else (text,)


def _key_value_texts(block: KeyValues) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for label, value in block.rows:
        found += [("", text) for text in _both(label)]
        found += [(_both(label)[0], text) for text in _both(value)]
    return found


def _table_texts(table: Table) -> list[tuple[str, str]]:
    titles = [_both(column.title) for column in table.columns]
    found = [("", table.caption), *(("", text) for title in titles for text in title)]
    for row in (*table.rows, table.totals):
        for title, cell in zip(titles, row, strict=False):
            found += [(title[0], text) for text in _both(cell)]
    return found if table.rows else [*found, ("", table.empty_note)]


def _signature_texts(block: SignatureBlock) -> tuple[str, ...]:
    labels = (block.signature_label, block.name_label, block.title_label, block.date_label)
    return (block.party, block.name, block.title, *labels, block.flag)
