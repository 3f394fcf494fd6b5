"""Banners above the page: what a person should know of the office that is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, ICON_SIZE, SECTION, UNIT

if TYPE_CHECKING:
    from partner_desk.model.errors import EnvironmentProblem
    from partner_desk.services.opening import OpenOffice
    from partner_desk.ui.look.badges import Banner

TextOf = Callable[[str], str]

_READ_ONLY = ("office.damaged", "office.folder_read_only", "office.in_synced_folder")
_WARNINGS = ("office.damaged", "office.in_synced_folder", "office.folder_read_only",
             "backup.failed")


class Notices(QWidget):
    """A column of banners, each of which can be closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SECTION, GAP, SECTION, 0)
        self._column.setSpacing(UNIT)
        self.hide()

    def add(self, text: str, tone: str = "info", button: QPushButton | None = None) -> "Banner":
        """Show a sentence until it is closed, with a button if there is something to do."""
        from partner_desk.ui.look.badges import Banner

        banner = Banner(text, tone, self)
        row = banner.layout()
        close = QToolButton(banner)
        close.setIcon(icon("close"))
        close.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        close.setAccessibleName(self.tr("Close this notice"))
        close.setToolTip(self.tr("Close this notice"))
        if isinstance(row, QHBoxLayout):
            if button is not None:
                row.addWidget(button)
            row.addWidget(close)
        close.clicked.connect(lambda: self._remove(banner))
        self._column.addWidget(banner)
        self.show()
        return banner

    def tell_of(self, office: "OpenOffice", text: TextOf, edit: Callable[[], object]) -> None:
        """Show what a person should know of an office that was just opened.

        ``edit`` tries once more to open for editing what is open only to be read.
        """
        from partner_desk.ui.sentences import notice_sentence

        why_is_told = any(each.code in _READ_ONLY for each in office.notices)
        if office.store.read_only and not why_is_told:
            self.tell_read_only(edit)
        for each in office.notices:
            tone = "warning" if each.code in _WARNINGS else "info"
            self.add(notice_sentence(each.code, each.values, text), tone)

    def tell_read_only(self, edit: Callable[[], object]) -> None:
        """Say that nothing can be changed because somebody else edits, and offer to try again."""
        button = QPushButton(self.tr("Try to edit"))
        button.clicked.connect(lambda: edit())
        words = self.tr(
            "Read-only: somebody else may be working in this office. You can edit it once it is "
            "closed there."
        )
        self.add(words, "warning", button)

    def tell_of_backup(self, problem: "EnvironmentProblem", text: TextOf) -> None:
        """Show why the backup on schedule could not be made."""
        from partner_desk.ui.sentences import notice_sentence, problem_sentence

        reason = problem_sentence(str(problem.values.get("reason")), problem.values, text)
        self.add(notice_sentence("backup.failed", {"detail": reason}, text), "warning")

    def texts(self) -> list[str]:
        """The sentences shown."""
        return [each.text() for each in self._banners()]

    def clear(self) -> None:
        """Close them all."""
        for each in self._banners():
            self._remove(each)

    def _banners(self) -> "list[Banner]":
        from partner_desk.ui.look.badges import Banner

        return self.findChildren(Banner)

    def _remove(self, banner: "Banner") -> None:
        self._column.removeWidget(banner)
        banner.setParent(None)
        banner.deleteLater()
        self.setVisible(self._column.count() > 0)
