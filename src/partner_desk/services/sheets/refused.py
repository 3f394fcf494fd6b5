"""The refused rows of a sheet as a workbook, to be mended and imported again."""

from collections.abc import Callable
from pathlib import Path

from partner_desk.services.importing_preview import ImportPreview

TextOf = Callable[..., str]


def save_refused(
    seen: ImportPreview, path: Path, text: TextOf, sentence: Callable[..., str]
) -> int:
    """Write the rows that ``seen`` refuses to ``path``; returns how many.

    All their columns stand there as they were, then the number of the row and why it was refused.
    ``text`` translates the headings, ``sentence(code, values, text)`` says a reason.
    """
    raise NotImplementedError
