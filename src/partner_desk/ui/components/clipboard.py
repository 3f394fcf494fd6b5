"""Cells on the clipboard, as spreadsheets put them there."""

import re

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')


def cells_of(text: str) -> list[list[str]]:
    """The rows and cells of what a spreadsheet puts on the clipboard.

    Spreadsheets quote only cells that hold line breaks or tabs; other quotes are a person's own.
    """
    text = text.replace("\r\n", "\n").removesuffix("\n")
    if not text.strip():
        return []
    rows: list[list[str]] = [[]]
    place = 0
    while place <= len(text):
        quoted = _QUOTED.match(text, place)
        if quoted and ("\n" in quoted[1] or "\t" in quoted[1]):
            rows[-1].append(quoted[1].replace('""', '"'))
            place = quoted.end()
        else:
            end = min((at for at in (text.find("\t", place), text.find("\n", place)) if at >= 0),
                      default=len(text))
            rows[-1].append(text[place:end])
            place = end
        if place < len(text) and text[place] == "\n":
            rows.append([])
        place += 1
    return rows


def cell_text(words: str) -> str:
    """A cell as it is put on the clipboard."""
    if "\t" in words or "\n" in words:
        return '"' + words.replace('"', '""') + '"'
    return words
