"""Labels and buttons in the dress that all pages share."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QToolButton, QWidget

from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, set_look

_LONG_WORD = 20


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


def beneath(*parts: QPushButton | QLayout) -> QHBoxLayout:
    """Flat buttons, or a layout of them, under words: theirs begin where those above do.

    Their frames, seen only under the mouse or with the focus, stand out to both sides.
    """
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addSpacing(-GAP)
    for part in parts:
        if isinstance(part, QLayout):
            row.addLayout(part, 1)
        else:
            row.addWidget(part)
    row.addStretch()
    row.addSpacing(-GAP)
    return row


def only_picture(button: QPushButton) -> None:
    """Let its picture stand for its words where there is little room; both are told as a tip."""
    words = button.text()
    button.setAccessibleName(words)
    button.setToolTip("\n".join(filter(None, (words, button.toolTip()))))
    button.setText("")
    set_look(button, "narrow", True)


def tool_button(picture: str, tip: str = "", name: str = "") -> QToolButton:
    """A button of one icon, with a name for who cannot see it."""
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setToolTip(tip)
    button.setAccessibleName(name or tip)
    return button


def enter_presses(inside: QWidget, event: QKeyEvent) -> bool:
    """Whether Enter pressed the button inside a widget that has the focus, as Space does."""
    button = inside.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    if not isinstance(button, QPushButton):
        return False
    button.click()
    return True


def first_control(inside: QWidget) -> QWidget | None:
    """The first control inside a widget that Tab would reach; None where there is none."""
    found = inside.nextInFocusChain()
    while found is not None and found is not inside:
        tabs_to = bool(found.focusPolicy() & Qt.FocusPolicy.TabFocus) and found.isEnabled()
        if tabs_to and inside.isAncestorOf(found) and found.isVisibleTo(inside):
            return found
        found = found.nextInFocusChain()
    return None


def breakable(words: str) -> str:
    """Words of which long ones, such as web addresses, may go on in the next line."""
    return " ".join(
        re.sub(r"([/@._?&=-])", "\\1\u200b", word) if len(word) > _LONG_WORD else word
        for word in words.split(" ")
    )
