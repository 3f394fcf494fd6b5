"""Two widgets beside each other whose shares are remembered on this computer."""

from PySide6.QtWidgets import QSplitter

from partner_desk.ui.desk import Desk


def keep_shares(desk: Desk, splitter: QSplitter, name: str) -> None:
    """Give ``splitter`` the shares it was left with under ``name``, and remember those to come."""
    state = f"splitter/{name}"
    splitter.restoreState(desk.preferences.state(state))
    splitter.splitterMoved.connect(
        lambda: desk.preferences.keep_state(state, splitter.saveState())
    )
