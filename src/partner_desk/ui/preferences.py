"""What this computer remembers for the person at it: window, language, look, recent offices."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QLocale, QSettings

if TYPE_CHECKING:
    from pathlib import Path

Theme = Literal["system", "light", "dark"]
LANGUAGES = ("en", "es")
THEMES: tuple[Theme, ...] = ("system", "light", "dark")
TEXT_SIZES = (100, 115, 130, 150)
_RECENT = 8


class Preferences:
    """Settings of this computer and account; they never travel with the office."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings("Partner Desk", "Partner Desk")

    @property
    def language(self) -> str:
        """The language of the screen: what was chosen, else the computer's when we speak it."""
        chosen = self._text("language")
        system = QLocale.system().name()[:2]
        return next((each for each in (chosen, system) if each in LANGUAGES), "en")

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def theme(self) -> Theme:
        """Light, dark, or what the computer shows."""
        chosen = self._text("theme")
        return next((each for each in THEMES if each == chosen), "system")

    @theme.setter
    def theme(self, theme: str) -> None:
        self._settings.setValue("theme", theme)

    @property
    def text_size(self) -> int:
        """Per cent of the system's text size."""
        chosen = self._text("text_size")
        return next((each for each in TEXT_SIZES if str(each) == chosen), 100)

    @text_size.setter
    def text_size(self, per_cent: int) -> None:
        self._settings.setValue("text_size", str(per_cent))

    @property
    def coordinator(self) -> str:
        """Who works at this computer, as history names them."""
        return self._text("coordinator")

    @coordinator.setter
    def coordinator(self, name: str) -> None:
        self._settings.setValue("coordinator", name.strip())

    @property
    def recent(self) -> list[str]:
        """Places of the offices opened here, the last one first."""
        from partner_desk.model.locations import without_password

        kept = [without_password(each) for each in self._text("recent").split("\n") if each]
        return list(dict.fromkeys(kept))

    def remember_office(self, location: str) -> None:
        """Put an office first among the recent ones; of a server without the password."""
        from partner_desk.model.locations import without_password

        location = without_password(location)
        others = [each for each in self.recent if each != location]
        self._settings.setValue("recent", "\n".join([location, *others][:_RECENT]))

    def forget_office(self, location: str) -> None:
        """Drop an office that is no longer there from the recent ones."""
        self._settings.setValue(
            "recent", "\n".join(each for each in self.recent if each != location)
        )

    def backup_folder(self, location: str) -> "Path | None":
        """Where the backups of an office go; None for the usual folder beside it."""
        from pathlib import Path

        place = self._backup_folders().get(location)
        return Path(place) if place else None

    def keep_backup_folder(self, location: str, folder: str) -> None:
        """Put the backups of an office into another folder from now on."""
        import json

        folders = {**self._backup_folders(), location: folder}
        self._settings.setValue("backup_folders", json.dumps(folders))

    def _backup_folders(self) -> dict[str, str]:
        import json

        try:
            found = json.loads(self._text("backup_folders") or "{}")
        except ValueError:
            return {}  # Somebody else's hand was in the settings.
        return {str(key): str(each) for key, each in found.items()} if isinstance(
            found, dict
        ) else {}

    def word(self, name: str) -> str:
        """A text that some part of the window left here; "" when it left none."""
        return self._text(f"window/{name}")

    def keep_word(self, name: str, value: str) -> None:
        """Leave a text for the next time."""
        self._settings.setValue(f"window/{name}", value)

    def state(self, name: str) -> QByteArray:
        """Geometry or splitter state that was kept under ``name``; empty when none was."""
        found = self._settings.value(f"state/{name}")
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Keep geometry or splitter state for the next time."""
        self._settings.setValue(f"state/{name}", state)

    def flush(self) -> None:
        """Write now what the system would write later."""
        self._settings.sync()

    def _text(self, name: str) -> str:
        found = self._settings.value(name)
        return found if isinstance(found, str) else ""
