"""The documents kept with a record: attach, open, save a copy, delete."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.errors import EnvironmentProblem, InputError
from partner_desk.model.fields import Record
from partner_desk.model.office import Attachment
from partner_desk.model.registry import children_of
from partner_desk.services import attachments, records
from partner_desk.ui.components.controls import flat_button, tool_button, words_label
from partner_desk.ui.components.field_form import FORM_WIDTH
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP, UNIT
from partner_desk.ui.sentences import problem_sentence


class DocumentsTab(RecordPart):
    """Files dropped or chosen are copied into the office; opening one opens a copy."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._desk = desk
        self._owner: Record | None = None
        self._rows: list[QWidget] = []
        self._copies: tempfile.TemporaryDirectory[str] | None = None
        self.attach_button = flat_button(self.tr("Attach a file…"), "attachment")
        self.attach_button.clicked.connect(self._choose)
        desk.only_to_write(self.attach_button)
        self._teach = words_label(
            self.tr("Certificates, signed packets, letters. Drop files here, or choose one."),
            "caption",
        )
        self._error = words_label("", "error")
        self._error.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GAP, GAP, 0)
        self._column.setSpacing(UNIT)
        buttons = QHBoxLayout()
        buttons.addWidget(self.attach_button)
        buttons.addStretch(1)
        self._column.addWidget(self._teach)
        self._column.addWidget(self._error)
        self._column.addLayout(buttons)
        self._column.addStretch(1)

    def show_record(self, record: Record | None) -> None:
        if record is None:
            return
        if self._owner is None or self._owner.id != record.id:
            self._error.hide()
        self._owner = record
        link = next(field for child, field in children_of(record.kind) if child is Attachment)
        found = self._desk.read(
            lambda reader: reader.find(Attachment, **{link.name: record.id})
        )
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(each) for each in found]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("attachment")

    def attach(self, paths: list[Path]) -> None:
        """Keep copies of these files; what cannot be taken is said in a sentence."""
        self._error.hide()
        owner = self._owner
        if owner is None:
            return
        for path in paths:
            self._attach(owner, path)
        self.show_record(owner)

    def _attach(self, owner: Record, path: Path) -> None:
        try:
            self._desk.write(lambda: attachments.attach(self._desk.store, owner, path))
        except InputError as error:
            problem = error.problems[0]
            self._error.setText(problem_sentence(problem.code, problem.values, self._desk.text))
            self._error.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.attach([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def _row(self, attachment: Attachment) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        across = QHBoxLayout(card)
        across.setContentsMargins(GAP, UNIT, UNIT, UNIT)
        across.setSpacing(UNIT // 2)
        card.setMaximumWidth(FORM_WIDTH)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(words_label(attachment.name))
        details = (size_shown(attachment.size), attachment.note)
        words.addWidget(words_label(" · ".join(each for each in details if each), "caption"))
        across.addLayout(words, 1)
        name = attachment.name
        for picture, tip, named, do in (
            ("preview", self.tr("Open a copy"), self.tr("Open {0}"), self._open),
            ("export", self.tr("Save a copy…"), self.tr("Save a copy of {0}"), self._save),
            ("delete", self.tr("Delete"), self.tr("Delete {0}"), self._delete),
        ):
            button = tool_button(picture, tip, named.format(name))
            button.clicked.connect(_with(do, attachment))
            across.addWidget(button)
        return card

    def _choose(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach files"))
        self.attach([Path(each) for each in paths])

    def _open(self, attachment: Attachment) -> None:
        if self._copies is None:
            self._copies = tempfile.TemporaryDirectory(prefix="partner-desk-")
        folder = Path(self._copies.name) / attachment.id
        folder.mkdir(exist_ok=True)
        path = folder / Path(attachment.name).name
        if self._write_copy(attachment, path):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _save(self, attachment: Attachment) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), attachment.name)
        if chosen and self._write_copy(attachment, Path(chosen)):
            self._desk.tell(self.tr("{0} was saved.").format(Path(chosen).name))

    def _write_copy(self, attachment: Attachment, path: Path) -> bool:
        try:
            attachments.save_as(self._desk.store, attachment, path)
        except EnvironmentProblem as problem:
            self._desk.troubled.emit(problem)
            return False
        return True

    def _delete(self, attachment: Attachment) -> None:
        def work() -> bool:
            records.delete(self._desk.store, Attachment, attachment.id)
            return True

        if self._desk.write(work):
            self.show_record(self._owner)
            self._desk.tell(self.tr("{0} was deleted.").format(attachment.name), undo=True)


def size_shown(size: int) -> str:
    """A size such as 1.4 MB."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000)):,} KB"
    return f"{size / 1_000_000:,.1f} MB"


def _with(do: Callable[[Attachment], None], attachment: Attachment) -> Callable[[], None]:
    return lambda: do(attachment)
