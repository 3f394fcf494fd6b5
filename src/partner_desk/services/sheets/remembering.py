"""How sheets of one shape are read is remembered for the next of that shape."""

from dataclasses import replace
from pathlib import Path, PurePath

from partner_desk.files.sheets.look import IsCancelled, Look, Reading, never
from partner_desk.files.sheets.look import look as look_at
from partner_desk.model.errors import InputError
from partner_desk.model.history import Operation
from partner_desk.model.identity import derived_id
from partner_desk.model.office import ImportMap
from partner_desk.services.sheets.settled import Settled, from_json, shape_of, to_json
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store


def remember(store: Store, look: Look, settled: Settled, name: str = "") -> ImportMap | None:
    """Keep what is settled under the shape of the sheet; None when that is what is kept already."""
    takes = settled.takes_explained
    if look.explained:
        takes = settled.reading.explained_row == 0
    shape = shape_of(look.headings)
    settings = to_json(replace(settled, takes_explained=takes))
    with store.reading() as reader:
        known = _kept(reader, shape)
    if known is not None and known.deleted_at is None and known.settings == settings:
        return None
    with store.writing(Operation("sheet.remembered", {"name": name or known_name(look)})) as work:
        if known is None:
            record = ImportMap(id=derived_id("import_map", shape), name=name or known_name(look),
                               shape=shape, settings=settings)
            work.add(record)
            return record
        return work.change(ImportMap, known.id, settings=settings, deleted_at=None,
                           name=name or known.name)


def remembered(reader: Reader, look: Look) -> tuple[str, Settled] | None:
    """The name of the kept way to read such a sheet, and what is settled by it, fitted to it."""
    kept = _kept(reader, shape_of(look.headings))
    if kept is None or kept.deleted_at is not None:
        return None
    try:
        return kept.name, from_json(kept.settings).fitted(look.headings)
    except InputError:  # Kept by a version that knew other fields: as good as not kept.
        return None


def look_as_remembered(
    store: Store, path: Path, reading: Reading, cancelled: IsCancelled = never
) -> Look:
    """Look at a sheet; the row that explains its headings is taken in where such sheets' is.

    Raises as ``look`` does.
    """
    found = look_at(path, reading, cancelled=cancelled)
    if reading.explained_row is None and found.explained:
        with store.reading() as reader:
            kept = remembered(reader, found)
        if kept is not None and kept[1].takes_explained:
            return look_at(path, replace(reading, explained_row=0), cancelled=cancelled)
    return found


def known_name(look: Look) -> str:
    """What a way to read sheets is called where nobody named it: the file and its sheet."""
    stem = PurePath(look.path).stem
    sheet = look.reading.sheet or ""
    return f"{stem} · {sheet}" if sheet and sheet != stem else stem


def _kept(reader: Reader, shape: str) -> ImportMap | None:
    return reader.get(ImportMap, derived_id("import_map", shape))
