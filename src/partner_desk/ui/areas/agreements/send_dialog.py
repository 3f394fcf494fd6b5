"""Before an agreement goes out for signature: what will be frozen, and what is still missing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from partner_desk.files.catalogue import Catalogue
from partner_desk.model.agreements import PAPER_LANGUAGES, Agreement, Revision
from partner_desk.model.errors import Cancelled as Stopped
from partner_desk.model.errors import DeskError, InputError, Problem
from partner_desk.services import packets, revisions, sending
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Cancelled, Report
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.theme import GAP, SECTION
from partner_desk.ui.sentences import problem_sentence

_WIDTH = 560


class SendDialog(QDialog):
    """Asks once, then prints and freezes the packet off the window."""

    sent = Signal(object)
    """The ``Revision`` that went out."""

    def __init__(
        self,
        desk: Desk,
        agreement: Agreement,
        papers: Sequence[Problem],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._agreement = desk, agreement
        name = agreement.number or agreement.title
        self.setWindowTitle(self.tr("Send {0} for signature").format(name))
        self.reason = QLineEdit()
        self.later = QCheckBox(self.tr("Send it without these papers; they come later"))
        self.trouble = Banner(tone="error")
        self.trouble.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.send_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.send_button.setText(self.tr("Send for signature"))
        self.send_button.setProperty("role", "primary")
        self.send_button.setEnabled(not desk.read_only)
        self.buttons.accepted.connect(self.send)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(papers)

    def send(self) -> None:
        """Print the packet, keep it as a revision, and let the paper set off."""
        desk, agreement = self._desk, self._agreement
        reason, later, today = self.reason.text(), self.later.isChecked(), self._desk.today()

        def work(_report: Report, _cancelled: Cancelled) -> Revision:
            return sending.freeze(
                desk.store, agreement.id, today, lambda language: Catalogue(language).text,
                reason, papers_later=later,
            )

        self.setEnabled(False)
        title = self.tr("Sending {0} for signature").format(
            agreement.number or agreement.title
        )
        desk.start_job(title, work, self._done, failed=self._failed, writes=True)

    def _done(self, revision: Revision) -> None:
        self.sent.emit(revision)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self.setEnabled(True)
        text = self._desk.text
        if isinstance(error, InputError):
            self._refuse("\n".join(
                problem_sentence(each.code, each.values, text) for each in error.problems
            ))
        elif isinstance(error, DeskError):
            self._refuse(problem_sentence(error.code, error.values, text))
        elif not isinstance(error, Stopped):
            self._desk.broken.emit(error)

    def _refuse(self, words: str) -> None:
        self.trouble.show_message(words, "error")
        self.trouble.show()

    def _lay_out(self, papers: Sequence[Problem]) -> None:
        desk, agreement = self._desk, self._agreement
        at = desk.read(lambda reader: revisions.working(reader, agreement))
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, GAP)
        column.addStrut(_WIDTH - 2 * SECTION)  # Its height is that of the words at this width.
        column.setSpacing(GAP)
        column.addWidget(words_label(agreement.title, "heading"))
        column.addWidget(words_label(self.tr(
            "The packet is printed as revision {0} and kept as it is, page by page. What is "
            "changed afterwards becomes the next revision."
        ).format(at.number)))
        column.addWidget(words_label(
            self.tr("Language of the paper: {0}").format(self._language())
        ))
        for words in self._notes():
            note = Banner(tone="warning")
            note.show_message(words, "warning")
            column.addWidget(note)
        if papers:
            self._add_papers(column, papers)
        form = QFormLayout()
        form.addRow(self.tr("Why this revision"), self.reason)
        self.reason.setPlaceholderText(self.tr("What both sides agreed to change"))
        self.reason.setAccessibleName(self.tr("Why this revision"))
        if at.frozen is not None:
            column.addLayout(form)
        column.addWidget(self.trouble)
        column.addWidget(self.buttons)

    def _add_papers(self, column: QVBoxLayout, papers: Sequence[Problem]) -> None:
        banner = Banner(tone="warning")
        text, read_only = self._desk.text, self._desk.read_only
        banner.show_message(
            "\n".join(problem_sentence(each.code, each.values, text) for each in papers), "warning"
        )
        column.addWidget(banner)
        column.addWidget(self.later)
        self.send_button.setEnabled(False)
        self.later.toggled.connect(lambda on: self.send_button.setEnabled(on and not read_only))

    def _language(self) -> str:
        """In which language the packet is printed, in words."""
        wanted = self._agreement.paper_language or self._agreement.language
        label = next((each.label for each in PAPER_LANGUAGES if each.value == wanted), wanted)
        return self._desk.text(label)

    def _notes(self) -> list[str]:
        """That something is not translated, if it is to be printed in the other language."""
        missing = packets.missing_translations(self._desk.store, self._agreement.id, "")
        if not missing:
            return []
        return [self._desk.plural(
            "{0} text has no translation and is printed as written.",
            "{0} texts have no translation and are printed as written.", len(missing),
        )]


def split_papers(problems: Sequence[Problem]) -> tuple[list[Problem], list[Problem]]:
    """What keeps an agreement back, and the papers that may come later."""
    papers = [each for each in problems if each.where == "paper"]
    return [each for each in problems if each.where != "paper"], papers
