"""The packet of an agreement as it will be printed, in the language that is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from partner_desk.files.catalogue import Catalogue
from partner_desk.model.agreements import PAPER_LANGUAGES, Agreement
from partner_desk.model.fields import Record
from partner_desk.model.registry import children_of
from partner_desk.services import packets
from partner_desk.services.packets import Missing, Printed
from partner_desk.ui.components.controls import flat_button
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.components.printed_tab import PrintedTab
from partner_desk.ui.components.rows import Row, RowList, show_rows
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.icons import icon
from partner_desk.ui.sentences import problem_sentence

if TYPE_CHECKING:
    from partner_desk.files.pdf.render import Pdf

_PRINTED = ("agreement", *(child.kind for child, _ in children_of("agreement")),
            *(child.kind for child, _ in children_of("exhibit")),
            "office", "organization", "contact", "partnership", "school", "paper_kind")
"""Kinds of which something stands in a packet."""
_LIST_HEIGHT = 150


class PacketTab(PrintedTab):
    """Cover, agreement, exhibits and signature page, looked at before printing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._printed: Printed | None = None
        self.language = QComboBox()

        def make(record: Record) -> "Pdf":
            assert isinstance(record, Agreement)
            self._printed = packets.printed(desk.store, record.id, self._wanted, _catalogue)
            return self._printed.pdf

        super().__init__(desk, _PRINTED, make, _name, _title, parent)
        self._wanted = ""
        self.notes = Banner(tone="warning")
        self.notes.hide()
        self.missing_button = flat_button("", "chevron-down")
        self.missing_button.clicked.connect(self._toggle_missing)
        self.missing_button.hide()
        self.missing = RowList()
        self.missing.setAccessibleName(self.tr("Texts without a translation"))
        self.missing.setFixedHeight(_LIST_HEIGHT)
        self.missing.hide()
        self._offer_languages()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        across = FlowLayout()
        label = QLabel(self.tr("Language of the paper"))
        label.setBuddy(self.language)
        label.setMinimumHeight(self.language.sizeHint().height())
        for widget in (label, self.language, self.missing_button):
            across.addWidget(widget)
        column.insertLayout(0, across)
        column.insertWidget(1, self.notes)
        column.insertWidget(2, self.missing)
        self.ready.connect(self._show_notes)

    def show_record(self, record: Record | None) -> None:
        if record is not None and (self._record is None or self._record.id != record.id):
            self._wanted = ""
            self.language.setCurrentIndex(0)
            self.notes.hide()
            self._show_missing(())
        super().show_record(record)

    def _offer_languages(self) -> None:
        self.language.setAccessibleName(self.tr("Language of the paper"))
        self.language.addItem(self.tr("As set on the agreement"), "")
        for each in PAPER_LANGUAGES:
            self.language.addItem(self._desk.text(each.label), each.value)
        self.language.activated.connect(self._language_chosen)

    def _language_chosen(self) -> None:
        self._wanted = self.language.currentData()
        if self._record is not None:
            super().show_record(self._record)

    def _show_notes(self) -> None:
        """Say what is not translated, and which documents could not be taken in."""
        found = self._printed
        words = []
        self._show_missing(found.missing if found is not None else ())
        if found is not None and found.missing:
            words.append(self._desk.plural(
                "{0} text has no translation and is printed as written.",
                "{0} texts have no translation and are printed as written.", len(found.missing),
            ))
        if found is not None:
            text = self._desk.text
            words += [problem_sentence(each.code, each.values, text) for each in found.problems]
        self.notes.setVisible(bool(words))
        if words:
            self.notes.show_message("\n".join(words), "warning")

    def _show_missing(self, missing: tuple[Missing, ...]) -> None:
        self.missing_button.setVisible(bool(missing))
        self.missing.setVisible(bool(missing) and self.missing.isVisibleTo(self))
        text = self._desk.text
        show_rows(self.missing, [
            Row(each.caption or text(each.label), text(each.label) if each.caption else "")
            for each in missing
        ])
        self._show_toggle()

    def _toggle_missing(self) -> None:
        self.missing.setVisible(not self.missing.isVisibleTo(self))
        self._show_toggle()

    def _show_toggle(self) -> None:
        is_open = self.missing.isVisibleTo(self)
        self.missing_button.setText(
            self.tr("Hide what is not translated") if is_open
            else self.tr("Show what is not translated")
        )
        self.missing_button.setIcon(icon("chevron-up" if is_open else "chevron-down", "accent"))


def _catalogue(language: str) -> packets.Text:
    return Catalogue(language).text


def _name(record: Record) -> str:
    assert isinstance(record, Agreement)
    return " ".join(filter(None, (record.number, record.title)))


def _title(record: Record) -> str:
    assert isinstance(record, Agreement)
    words = QCoreApplication.translate("PacketTab", "Packet of {0}")
    return words.format(record.number or record.title)
