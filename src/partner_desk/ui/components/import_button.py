"""The button below a list that brings other people's lists in."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from partner_desk.ui.components.controls import flat_button
from partner_desk.ui.desk import Desk


def import_button(desk: Desk) -> QPushButton:
    """Asks the shell for the page on which a file or a folder is chosen."""
    translate = QCoreApplication.translate
    button = flat_button(translate("ImportButton", "Import…"), "import")
    button.setToolTip(translate("ImportButton", "Bring in a workbook, a CSV file or a directory"))
    button.clicked.connect(lambda: desk.import_requested.emit())
    desk.only_to_write(button)
    return button
