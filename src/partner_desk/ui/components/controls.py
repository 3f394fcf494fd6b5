"""Labels and buttons in the dress that all pages share."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from partner_desk.ui.look.icons import icon


def words_label(text: str, role: str = "") -> QLabel:
    """A wrapped label of plain text, whatever is in it; ``role`` is a text role of the theme."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("textRole", role)
    return label


def flat_button(words: str, picture: str = "") -> QPushButton:
    """A button without a frame, in the accent colour."""
    button = QPushButton(words)
    button.setProperty("role", "flat")
    if picture:
        button.setIcon(icon(picture, "accent"))
    return button


def only_picture(button: QPushButton) -> None:
    """Let its picture stand for its words where there is little room; both are told as a tip."""
    words = button.text()
    button.setAccessibleName(words)
    button.setToolTip("\n".join(filter(None, (words, button.toolTip()))))
    button.setText("")


def tool_button(picture: str, tip: str = "", name: str = "") -> QToolButton:
    """A button of one icon, with a name for who cannot see it."""
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setToolTip(tip)
    button.setAccessibleName(name or tip)
    return button


def first_control(inside: QWidget) -> QWidget | None:
    """The first control inside a widget that Tab would reach; None where there is none."""
    found = inside.nextInFocusChain()
    while found is not None and found is not inside:
        tabs_to = bool(found.focusPolicy() & Qt.FocusPolicy.TabFocus) and found.isEnabled()
        if tabs_to and inside.isAncestorOf(found) and found.isVisibleTo(inside):
            return found
        found = found.nextInFocusChain()
    return None
