"""Views: lists of resources under a name, opened with a click, kept for everybody."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.errors import InputError
from partner_desk.model.office import SavedView
from partner_desk.services import views
from partner_desk.services.directory.lists import ResourceList
from partner_desk.ui.areas.directory.condition_words import list_words
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, UNIT
from partner_desk.ui.sentences import problem_sentence


class ViewsMenu(QMenu):
    """The views there are; then what can be done with the list of now and with views."""

    opened = Signal(object)
    """A ``ResourceList`` that should be shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.current: Callable[[], ResourceList] = ResourceList
        """Tells the list of now."""
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Read the views anew."""
        self.clear()
        found = self._desk.read(views.all_views)
        for each in found:
            action = self.addAction(icon("preview"), each.name.replace("&", "&&"))
            action.setToolTip(self._words(each))
            action.triggered.connect(_with(self._open, each))
        if found:
            self.addSeparator()
        save = self.addAction(icon("add"), self.tr("Save this view…"))
        save.triggered.connect(self.save)
        save.setEnabled(not self._desk.read_only)
        for title, picture, do in (
            (self.tr("Replace a view with this list"), "check", self._update),
            (self.tr("Rename a view"), "edit", self.rename),
            (self.tr("Delete a view"), "delete", self._delete),
        ):
            menu = self.addMenu(icon(picture), title)
            menu.setEnabled(bool(found) and not self._desk.read_only)
            for each in found:
                action = menu.addAction(each.name.replace("&", "&&"))
                action.triggered.connect(_with(do, each))

    def save(self) -> None:
        """Ask for a name and keep the list of now under it."""
        wanted = self.current()
        dialog = NameDialog(
            self._desk, self.tr("Save this view"), list_words(self._desk, wanted),
            lambda name: views.save(self._desk.store, name, wanted), "", self.parentWidget(),
        )
        dialog.kept.connect(lambda name: self._desk.tell(
            self.tr("The view {0} was saved.").format(name), True))
        dialog.open()

    def rename(self, view: SavedView) -> None:
        """Ask for another name."""
        NameDialog(
            self._desk, self.tr("Rename the view"), self._words(view),
            lambda name: views.rename(self._desk.store, view.id, name), view.name,
            self.parentWidget(),
        ).open()

    def _open(self, view: SavedView) -> None:
        try:
            self.opened.emit(views.list_of(view))
        except InputError as error:
            self._desk.tell(problem_sentence(error.code, error.values, self._desk.text))

    def _update(self, view: SavedView) -> None:
        wanted = self.current()
        if self._desk.write(lambda: views.update(self._desk.store, view.id, wanted)):
            self._desk.tell(self.tr("The view {0} is this list now.").format(view.name), True)

    def _delete(self, view: SavedView) -> None:
        def work() -> bool:
            views.delete(self._desk.store, view.id)
            return True

        if self._desk.write(work):
            self._desk.tell(self.tr("The view {0} was deleted.").format(view.name), True)

    def _words(self, view: SavedView) -> str:
        try:
            return list_words(self._desk, views.list_of(view))
        except InputError as error:
            return problem_sentence(error.code, error.values, self._desk.text)


class NameDialog(QDialog):
    """Asks for the name of a view; what cannot be taken is said under the line."""

    kept = Signal(str)
    """The name that was kept."""

    def __init__(
        self, desk: Desk, title: str, about: str, keep: Callable[[str], SavedView], name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._keep = desk, keep
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.line = QLineEdit(name)
        self.line.setAccessibleName(self.tr("Name of the view"))
        self.line.setPlaceholderText(self.tr("Such as: Food on Saturdays"))
        self.line.selectAll()
        self.trouble = words_label("", "error")
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(UNIT)
        column.addWidget(words_label(about or self.tr("Nothing narrows this list."), "caption"))
        label = QLabel(self.tr("Name of the view"))
        label.setBuddy(self.line)
        column.addWidget(label)
        column.addWidget(self.line)
        column.addWidget(self.trouble)
        column.addWidget(self._buttons())
        self.setMinimumWidth(420)

    def take(self) -> None:
        """Keep the name, if it can be taken."""
        try:
            kept = self._desk.write(lambda: self._keep(self.line.text()))
        except InputError as error:
            problem = error.problems[0]
            self.trouble.setText(problem_sentence(problem.code, problem.values, self._desk.text))
            self.trouble.show()
            self.line.setFocus()
            return
        if kept is not None:
            self.accept()
            self.kept.emit(kept.name)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        save = buttons.addButton(self.tr("Save"), roles.AcceptRole)
        save.setProperty("role", "primary")
        save.setDefault(True)
        buttons.addButton(self.tr("Cancel"), roles.RejectRole).setAutoDefault(False)
        buttons.accepted.connect(self.take)
        buttons.rejected.connect(self.reject)
        return buttons


def _with(do: Callable[[SavedView], None], view: SavedView) -> Callable[[], None]:
    return lambda: do(view)
