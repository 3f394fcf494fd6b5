"""The directory on paper: the language chosen, the pages looked at, printed or saved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from partner_desk.model.errors import Cancelled as Stopped
from partner_desk.model.errors import DeskError
from partner_desk.model.queries import ListQuery
from partner_desk.ui.components.controls import enter_presses
from partner_desk.ui.components.preview import PdfPreview
from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Cancelled
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, HALF, UNIT
from partner_desk.ui.sentences import problem_sentence

if TYPE_CHECKING:
    from partner_desk.files.pdf.render import Pdf
    from partner_desk.services.directory.addresses import LabelSheets

_WIDTH, _HEIGHT = 940, 720
_NAMED = 5
_NAME = 60
"""Letters of a name in a remark."""
_LANGUAGE = "paper_language"
"""The language of the last paper is kept under this word: a pile of them is of one language."""


@dataclass(frozen=True)
class Wish:
    """How a paper is wanted: ``language`` is "en", "es" or "both"."""

    language: str
    brief: bool = False
    start: int = 1
    """The first free place of a sheet of labels."""


@dataclass(frozen=True)
class Made:
    """The pages, and what a person should know before they are printed."""

    pdf: "Pdf"
    remarks: tuple[str, ...] = ()


Make = Callable[[Wish, Cancelled], Made]


class PaperDialog(QDialog):
    """The pages of a paper, made anew for each language; it opens itself."""

    def __init__(
        self, desk: Desk, title: str, make: Make, parent: QWidget,
        *, may_be_brief: bool = False, places: int = 0,
    ) -> None:
        super().__init__(parent)
        self._desk, self._title, self._make = desk, title, make
        self._asked = 0
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.language = self._languages()
        self.start = QSpinBox()
        self.start.setRange(1, max(places, 1))
        self.start.lineEdit().setTextMargins(HALF, 0, 0, 0)
        self.start.valueChanged.connect(self.make_pages)
        self.brief = QCheckBox(self.tr("Shorten long descriptions"))
        self.brief.setVisible(may_be_brief)
        self.brief.toggled.connect(self.make_pages)
        self.state = Banner(tone="warning")
        self.state.hide()
        self.preview = PdfPreview(desk)
        self.preview.saved.connect(self._tell_saved)
        self._dress_buttons()
        self._lay_out()
        room = parent.window().size()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))
        self.open()
        self.make_pages()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; in a choice it only chooses."""
        if not enter_presses(self, event):
            super().keyPressEvent(event)

    def make_pages(self) -> None:
        """Make the pages in the background; what was wanted before does not count any more."""
        self._asked += 1
        asked, wish = self._asked, self.wish
        self.preview.set_stale()
        self.state.show_message(self.tr("The pages are being made…"), "info")
        self.state.show()

        def late() -> bool:
            return not isValid(self) or asked != self._asked

        def done(made: Made) -> None:
            if not late():
                self._show(made)

        def failed(error: BaseException) -> None:
            if not late():
                self._refuse(error)

        self._desk.start_job(
            self._title, lambda report, cancelled: self._make(wish, lambda: cancelled() or late()),
            done, failed=failed,
        )

    @property
    def wish(self) -> Wish:
        """What is chosen now."""
        return Wish(
            str(self.language.currentData()), self.brief.isChecked(), self.start.value()
        )

    def _show(self, made: Made) -> None:
        pdf, remarks = made.pdf, list(made.remarks)
        if pdf.warnings:
            names = "; ".join(each.name for each in pdf.warnings[:_NAMED])
            words = self.tr(
                "No font has these characters; on paper they are shown as a replacement mark: {0}"
            )
            remarks.append(words.format(names))
        self.state.setVisible(bool(remarks))
        if remarks:
            self.state.show_message("\n".join(remarks), "warning")
        day = f"{self._desk.today():%Y-%m-%d}"
        self.preview.show_pdf(pdf.data, self._title, f"{self._title} {day}.pdf")

    def _tell_saved(self, place: str) -> None:
        """Say it here: the message in the main window stands behind this dialog."""
        self.state.show_message(self.tr("Saved as {0}.").format(Path(place).name), "success")
        self.state.show()

    def _refuse(self, error: BaseException) -> None:
        self.preview.clear()
        if isinstance(error, Stopped):
            self.state.show_message(
                self.tr("Stopped. Choose a language to make the pages."), "info"
            )
        elif isinstance(error, DeskError):
            problems = getattr(error, "problems", (error,))
            said = (problem_sentence(each.code, each.values, self._desk.text) for each in problems)
            self.state.show_message("\n".join(said), "error")
        else:
            self.state.hide()
            self._desk.broken.emit(error)

    def _languages(self) -> QComboBox:
        box = QComboBox()
        for code, words in (
            ("en", self.tr("English")), ("es", self.tr("Spanish")),
            ("both", self.tr("English and Spanish")),
        ):
            box.addItem(words, code)
        kept = box.findData(self._desk.preferences.word(_LANGUAGE))
        box.setCurrentIndex(kept if kept >= 0 else box.findData(self._desk.catalogue.language))
        box.setAccessibleName(self.tr("Language of headings and labels"))
        box.currentIndexChanged.connect(self._language_chosen)
        return box

    def _language_chosen(self) -> None:
        self._desk.preferences.keep_word(_LANGUAGE, str(self.language.currentData()))
        self.make_pages()

    def _dress_buttons(self) -> None:
        """Printing is what the dialog is for."""
        form = self.preview.form
        form.printButton.setProperty("role", "primary")
        form.printButton.setIcon(icon("print", "on_accent"))
        for button in (form.saveButton, form.printButton):
            button.setAutoDefault(False)
        # The window's own Ctrl+P does not reach a dialog.
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        shortcut.activated.connect(form.printButton.click)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        # Labels are in no language; what there is to choose is where a used sheet is free.
        are_labels = self.start.maximum() > 1
        for words, box, is_asked in (
            (self.tr("&Language"), self.language, not are_labels),
            (self.tr("&First free label of the sheet"), self.start, are_labels),
        ):
            label = QLabel(words)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
            for each in (label, box):
                each.setVisible(is_asked)
        row.addSpacing(GAP)
        row.addWidget(self.brief)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addLayout(row)
        column.addWidget(self.state)
        column.addWidget(self.preview, 1)


def ask_and_print_booklet(
    desk: Desk, parent: QWidget, query: ListQuery, subject: str | Mapping[str, str] = ""
) -> PaperDialog:
    """Show the booklet of what ``query`` lists.

    ``subject`` says on its cover what that is: a name, or words by language.
    """

    def make(wish: Wish, cancelled: Cancelled) -> Made:
        from partner_desk.services.directory.papers import booklet

        return Made(booklet(
            desk.store, query, desk.today(), wish.language, subject, wish.brief, cancelled
        ))

    return PaperDialog(desk, desk.text("Booklet"), make, parent, may_be_brief=True)


def print_handout(desk: Desk, parent: QWidget, ids: Sequence[str]) -> PaperDialog:
    """Show the one page with these resources for a family."""

    def make(wish: Wish, _cancelled: Cancelled) -> Made:
        from partner_desk.services.directory.papers import handout

        return Made(handout(desk.store, ids, desk.today(), wish.language))

    return PaperDialog(desk, desk.text("Handout"), make, parent)


def print_calls(desk: Desk, parent: QWidget, ids: Sequence[str]) -> PaperDialog:
    """Show the list of calls that verify these resources."""

    def make(wish: Wish, cancelled: Cancelled) -> Made:
        from partner_desk.services.directory.papers import call_list

        return Made(call_list(desk.store, ids, desk.today(), wish.language, cancelled))

    return PaperDialog(desk, desk.text("Call list"), make, parent)


def print_labels(desk: Desk, parent: QWidget, query: ListQuery) -> PaperDialog:
    """Show address labels of the listed organizations or contacts."""
    from partner_desk.services.directory.addresses import places_on_a_sheet

    places = desk.read(places_on_a_sheet)

    def make(wish: Wish, _cancelled: Cancelled) -> Made:
        from partner_desk.services.directory.addresses import labels

        return _made_of(desk, labels(desk.store, query, wish.start))

    return PaperDialog(desk, desk.text("Address labels"), make, parent, places=places)


def _made_of(desk: Desk, made: "LabelSheets") -> Made:
    """The sheets with whom they leave out and whose labels are not whole."""
    remarks = []
    if made.without:
        words = desk.text("Without an address, and so without a label: {0}")
        remarks.append(words.format(f"{made.without:,}"))
    if made.shortened:
        words = desk.plural(
            "{0} label has no room for all of it and is shortened",
            "{0} labels have no room for all of it and are shortened", len(made.shortened),
        )
        named = [_short(each) for each in made.shortened[:_NAMED]]
        more = ["…"] if len(made.shortened) > _NAMED else []
        remarks.append(f"{words}: {'; '.join([*named, *more])}")
    return Made(made.pdf, tuple(remarks))


def _short(name: str) -> str:
    return name if len(name) <= _NAME else name[: _NAME - 1].rstrip() + "…"
