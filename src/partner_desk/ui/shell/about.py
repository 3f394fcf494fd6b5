"""About: what the program is, and the versions to name when asking for help."""

from PySide6.QtWidgets import QDialog, QWidget

from partner_desk.ui.forms.ui_about import Ui_About
from partner_desk.ui.look.icons import app_icon
from partner_desk.ui.shell.versions import versions

_PICTURE = 64


class AboutDialog(QDialog):
    """The program's name, purpose and versions; the versions can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_About()
        self.ui.setupUi(self)
        self.ui.picture.setPixmap(app_icon().pixmap(_PICTURE, _PICTURE))
        self.ui.versions.setText("\n".join(f"{name} {number}" for name, number in versions()))
        self.ui.versions.setAccessibleName(self.tr("Versions"))
        self.ui.buttons.rejected.connect(self.reject)
