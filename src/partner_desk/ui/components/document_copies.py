"""A document of the office is opened as a copy, with the program that the computer has for it."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from partner_desk.model.errors import DeskError
from partner_desk.model.office import Attachment
from partner_desk.services import attachments
from partner_desk.ui.desk import Desk


class DocumentCopies:
    """Copies that live as long as the part that opened them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def open(self, attachment_id: str) -> Path | None:
        """Open a copy of a document; trouble is told to the person and None comes back."""
        document = self._desk.read(lambda reader: reader.get(Attachment, attachment_id))
        if document is None:
            return None
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="partner-desk-")
        folder = Path(self._folder.name) / document.id
        folder.mkdir(exist_ok=True)
        path = folder / Path(document.name).name
        try:
            attachments.save_as(self._desk.store, document, path)
        except DeskError as problem:
            self._desk.troubled.emit(problem)
            return None
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        return path
