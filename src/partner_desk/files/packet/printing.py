"""A document printed into a file, by whichever process: it needs nothing of the office."""

from pathlib import Path

from partner_desk.files.pdf.document import Document
from partner_desk.files.replacing import write_bytes
from partner_desk.model.errors import DeskError

Result = tuple[str, dict[str, object]] | None
"""Code and values of what went wrong: exceptions with values do not survive the way back."""


def print_to(document: Document, path: Path) -> Result:
    """Print a document and keep it at ``path``, whole or not at all."""
    from partner_desk.files.pdf.render import render

    try:
        data = render(document).data
    except DeskError as error:
        return error.code, error.values
    return keep(data, path)


def keep(data: bytes, path: Path) -> Result:
    """Keep printed pages at ``path``, whole or not at all."""
    try:
        write_bytes(path, data)
    except DeskError as error:
        return error.code, error.values
    return None
