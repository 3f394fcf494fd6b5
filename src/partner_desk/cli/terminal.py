"""One call of the program: which office, who calls, in which language."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from partner_desk.cli.speaking import Text
from partner_desk.files.catalogue import Catalogue
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.history import Author
from partner_desk.services import office as office_service
from partner_desk.services.aliases import current_id
from partner_desk.services.opening import Mode, open_office
from partner_desk.store.store import Store

Location = Path | str
_WAIT_SECONDS = 5.0
"""How long a verb waits for another one to end that edits the same file."""


class Terminal:
    """One call of the program: which office, who calls, in which language."""

    def __init__(self, location: Location, author: Author, text: Text) -> None:
        self.location = location
        self.author = author
        self.text = text

    @contextmanager
    def office(self, mode: Mode) -> Iterator[Store]:
        """The office, open for the length of the block."""
        opened = open_office(
            self.location, self.author, mode, wait_seconds=_WAIT_SECONDS, daily_backup=False
        )
        try:
            yield opened.store
        finally:
            opened.close()


def catalogue_text(language: str) -> Text:
    """The texts of a language by its code, for what is printed."""
    return Catalogue(language).text


def office_text(store: Store) -> Text:
    """The texts of the language that the office writes in."""
    return catalogue_text(office_service.settings(store).language)


def known_id(
    store: Store, entity: type[Record], record_id: str, *, in_trash: bool = False
) -> str:
    """The id of a record that is there, or of what it was combined into.

    Raises InputError("record.missing").
    """
    with store.reading() as reader:
        known = record_id if in_trash else current_id(reader, entity.kind, record_id)
        record = reader.get(entity, known)
    if record is None or (record.deleted_at is not None and not in_trash):
        raise InputError(Problem("record.missing", "id", {"id": record_id, "kind": entity.kind}))
    return record.id
