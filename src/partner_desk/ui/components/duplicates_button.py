"""The button below a list that leads to what may be in it twice."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from partner_desk.ui.components.controls import flat_button
from partner_desk.ui.desk import Desk

COMPARED_KINDS = ("organization", "school", "service", "contact", "location")
"""The kinds of records that are looked through for duplicates."""


def duplicates_button(desk: Desk, kind: str) -> QPushButton:
    """Asks the shell for the possible duplicates of a kind."""
    translate = QCoreApplication.translate
    button = flat_button(translate("DuplicatesButton", "Duplicates"), "copy")
    button.setToolTip(translate("DuplicatesButton", "Records that may be here twice"))
    button.clicked.connect(lambda: desk.list_requested.emit("duplicates", kind))
    return button
