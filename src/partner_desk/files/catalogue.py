"""One catalogue of translations for screen, terminal and paper, by gettext.

The English text in the source is the key, whoever shows it. Knows no Qt, so that a printed packet
may speak another language than the screen.
"""

import os
from functools import cache
from typing import TYPE_CHECKING, Final

from partner_desk.files.resources import resource_dir
from partner_desk.model.texts import N_

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN: Final = "partner_desk"
LANGUAGES: Final = {"en": N_("English"), "es": N_("Spanish")}
"""Languages the program speaks, by code; the names are to be looked up in a catalogue."""


class Catalogue:
    """The texts of the program in one language of ``LANGUAGES``.

    A regional code such as ``es-MX`` stands for its language; a language the program does not
    speak gives English. Safe to share between threads: nothing in it changes.
    """

    def __init__(self, language: str) -> None:
        self.language: Final = language_of(language) or "en"
        # English needs none, and starts without the module that reads them.
        self._translations = None if self.language == "en" else _translations(self.language)

    def text(self, source: str) -> str:
        """``source`` in this language; itself where there is no translation."""
        if self._translations is None:
            return source
        return self._translations.gettext(source) if source else ""

    def plural(self, singular: str, plural: str, n: int) -> str:
        """The form for ``n`` things, with its places still to be filled by ``format``."""
        if self._translations is None:
            return singular if n == 1 else plural
        return self._translations.ngettext(singular, plural, n)


@cache
def _translations(language: str) -> "NullTranslations":
    from gettext import translation

    return translation(DOMAIN, str(resource_dir("translations")), languages=[language])


def language_of(code: str | None) -> str | None:
    """The language of ``LANGUAGES`` that a code such as ``es_MX.UTF-8`` stands for, or None."""
    if not code:
        return None
    language = code.replace("-", "_").split("_")[0].split(".")[0].lower()
    return language if language in LANGUAGES else None


def system_language() -> str:
    """The language of this computer if the program speaks it, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return language_of(os.environ[name]) or "en"
    import locale

    # Windows and macOS name no language in the environment of a program started by a click.
    return language_of(locale.getlocale()[0]) or _windows_language() or "en"


def _windows_language() -> str | None:
    if os.name != "nt":
        return None
    import ctypes
    import locale

    windll = getattr(ctypes, "windll", None)
    if windll is None:
        return None
    number = windll.kernel32.GetUserDefaultUILanguage()
    return language_of(locale.windows_locale.get(number))
