"""The window speaks the language of the catalogue: forms, ``self.tr()`` and Qt's own texts."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from partner_desk.files.catalogue import Catalogue, language_of


class CatalogueTranslator(QTranslator):
    """Answers Qt's requests from the catalogue, whatever their context.

    The English text is the key, as everywhere in the program, so a form made by pyside6-uic, a
    ``tr`` in code and a label of the model share one translation.
    """

    def __init__(self, catalogue: Catalogue, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self.catalogue = catalogue

    def isEmpty(self) -> bool:
        """Never empty: Qt skips an empty translator, and with it the change of language."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """``source`` in the language of the catalogue; itself where it has no translation."""
        if n >= 0:
            return self.catalogue.plural(source, source, n)
        return self.catalogue.text(source)


class _TextsOfQt(QTranslator):
    """Qt's own texts, but keys are called as on keyboards and in our tips, and not in full."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """``source`` in the language that was loaded; None of what Qt has no translation for."""
        found = super().translate(context, source, disambiguation, n)
        if found and context == "QShortcut":
            return _KEYS.get(found, found)
        return found or None


_KEYS = {"Control": "Ctrl", "Mayúsculas": "Mayús"}


def install(app: QCoreApplication, language: str) -> Catalogue:
    """Switch the application to a language, at once in every window that hears LanguageChange.

    Returns the catalogue, for the texts that do not come through Qt.
    """
    for child in app.children():  # findChildren() takes a tenth of the start.
        if isinstance(child, QTranslator):
            app.removeTranslator(child)
            child.deleteLater()
    catalogue = Catalogue(language)
    # Calendars, dates and numbers follow the language, in the manner of this country.
    QLocale.setDefault(QLocale(f"{catalogue.language}_US"))
    app.installTranslator(CatalogueTranslator(catalogue, app))
    _install_texts_of_qt(app, catalogue.language)
    return catalogue


def _install_texts_of_qt(app: QCoreApplication, language: str) -> None:
    # Asked before ours because installed later: it knows only Qt's contexts (OK, Cancel, Undo...).
    if language == "en":
        return
    texts = _TextsOfQt(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if texts.load(QLocale(language), "qtbase", "_", folder):
        app.installTranslator(texts)


def preferred_language() -> str:
    """The first language of the person's own list that the program speaks, else English."""
    for name in QLocale.system().uiLanguages():
        language = language_of(name)
        if language is not None:
            return language
    return "en"
