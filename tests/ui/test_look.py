"""Colours that can be read, icons in the colours of the scheme, and Qt speaking our catalogue."""

import re
from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QSpinBox,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partner_desk.files.resources import resource_dir
from partner_desk.ui.components.scrolling import Scrolling
from partner_desk.ui.look.badges import TONE_OF_STATE, Badge, Banner
from partner_desk.ui.look.icons import app_icon, icon, icon_names
from partner_desk.ui.look.palette import DARK, LIGHT, TONES, Colours, contrast, current_colours
from partner_desk.ui.look.theme import (
    apply_theme,
    dress_spin_box,
    dress_table,
    row_height,
    set_look,
    stylesheet,
)
from partner_desk.ui.translation import CatalogueTranslator, install

SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, put back to light and English afterwards."""
    yield qapp
    apply_theme(qapp, "light")
    install(qapp, "en")


def _hues(picture: QPixmap) -> set[str]:
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    places = product(range(image.width()), range(image.height()))
    pixels = (image.pixelColor(x, y) for x, y in places)
    return {each.name() for each in pixels if each.alpha() == 255}


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@SCHEMES
def test_text_can_be_read_on_every_surface(colours: Colours) -> None:
    grounds = [colours.window, colours.surface, colours.subtle, colours.hover]
    pairs = list(product([colours.text, colours.muted], grounds))
    pairs += list(product([colours.accent, colours.error], [colours.window, colours.surface]))
    pairs += [(colours.on_accent, each) for each in
              (colours.accent, colours.accent_hover, colours.accent_pressed)]
    pairs += [(colours.on_selection, colours.selection), (colours.muted, colours.line)]
    pairs += [colours.tone(name) for name in TONES]
    pairs += [(colours.text, colours.tone(name)[1]) for name in TONES]
    poor = {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 4.5}
    assert poor == {}


@SCHEMES
def test_edges_and_focus_can_be_seen(colours: Colours) -> None:
    grounds = [colours.window, colours.surface]
    pairs = list(product([colours.edge, colours.focus, colours.error], grounds))
    pairs.append((colours.focus, colours.selection))
    poor = {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 3}
    assert poor == {}


@SCHEMES
def test_pictures_inside_controls_bear_the_colours_of_the_scheme(colours: Colours) -> None:
    pictures = sorted((resource_dir("icons") / "controls").glob(f"*-{colours.scheme}.svg"))
    assert pictures
    for path in pictures:
        hues = set(re.findall(r"#[0-9a-f]{6}", path.read_text(encoding="utf-8")))
        known = {colours.muted, colours.on_accent, colours.warning, colours.info}
        assert hues <= known, path.name


def test_the_stylesheet_has_no_hole_and_its_pictures_exist(app: QApplication) -> None:
    sheet = stylesheet(DARK, app.font())
    assert "$" not in sheet
    for name in re.findall(r"url\(icons:([^)]+)\)", sheet):
        assert (resource_dir("icons") / name).is_file(), name


def test_the_theme_is_held_against_the_system_and_can_be_switched(app: QApplication) -> None:
    apply_theme(app, "dark")
    assert current_colours() is DARK
    apply_theme(app, "light")
    assert current_colours() is LIGHT
    assert app.palette().window().color().name() == LIGHT.window


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_draws_something_at_every_size(app: QApplication, name: str) -> None:
    for size in (16, 32):
        picture = icon(name).pixmap(QSize(size, size))
        image = picture.toImage()
        places = product(range(image.width()), range(image.height()))
        inked = sum(image.pixelColor(x, y).alpha() > 60 for x, y in places)
        assert inked >= size / 4, name


def test_an_icon_follows_the_scheme_without_being_set_anew(app: QApplication) -> None:
    apply_theme(app, "light")
    one = icon("add")
    assert _hues(one.pixmap(32, 32)) == {LIGHT.text}
    apply_theme(app, "dark")
    assert _hues(one.pixmap(32, 32)) == {DARK.text}
    assert _hues(one.pixmap(32, 32, QIcon.Mode.Disabled)) == {DARK.disabled}
    assert _hues(icon("add", "on_accent").pixmap(32, 32)) == {DARK.on_accent}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_sharp_on_a_dense_screen(app: QApplication, ratio: float) -> None:
    picture = icon("add").pixmap(QSize(16, 16), ratio)
    assert picture.size() == QSize(round(16 * ratio), round(16 * ratio))
    assert picture.devicePixelRatio() == ratio
    assert icon("add").pixmap(QSize(16, 16), 1.0).devicePixelRatio() == 1.0


def test_icons_survive_copies_and_changes(app: QApplication) -> None:
    for _ in range(500):
        copy = QIcon(icon("search"))
        copy.addPixmap(QPixmap(4, 4))
        assert not copy.pixmap(16, 16).isNull()


def test_an_unknown_icon_is_refused() -> None:
    with pytest.raises(KeyError, match="unheard"):
        icon("unheard-of")


def test_the_programs_own_icon_has_all_sizes(app: QApplication) -> None:
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 48, 256}
    assert (resource_dir("icons") / "app.ico").stat().st_size > 1000


def test_a_property_of_the_look_shows_at_once(app: QApplication, qtbot: QtBot) -> None:
    apply_theme(app, "light")
    label = QLabel("Late")
    qtbot.addWidget(label)
    label.ensurePolished()
    set_look(label, "badge", "error")
    assert label.palette().windowText().color() == QColor(LIGHT.error)


def test_badges_and_banners_keep_the_users_text_as_it_is(app: QApplication, qtbot: QtBot) -> None:
    text = '<b>Ann & "Co"</b>'
    banner = Banner(text, "warning")
    badge = Badge(text, "success")
    for widget in (banner, badge):
        qtbot.addWidget(widget)
    assert banner.text() == badge.text() == banner.accessibleName() == text
    assert badge.textFormat() == Qt.TextFormat.PlainText
    with pytest.raises(KeyError):
        badge.set_tone("pink")


def test_every_state_of_partnerships_and_agreements_has_a_tone() -> None:
    assert set(TONE_OF_STATE.values()) <= set(TONES)


class _WithPictures(QProxyStyle):
    """As on a desktop whose dialogs bear pictures on their buttons."""

    def styleHint(
        self, hint: QStyle.StyleHint, option: QStyleOption | None = None,
        widget: QWidget | None = None, returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, option, widget, returned)


def test_buttons_of_dialogs_bear_no_pictures_of_the_desktop(
    app: QApplication, qtbot: QtBot
) -> None:
    apply_theme(app, "light")
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    style = _WithPictures("Fusion")
    style.setParent(box)
    box.setStyle(style)
    buttons = QDialogButtonBox.StandardButton
    for each in (buttons.Ok, buttons.Cancel):
        assert box.addButton(each).icon().isNull()


def test_a_table_lets_the_keyboard_out(app: QApplication, qtbot: QtBot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    dress_table(table)
    assert not table.tabKeyNavigation()
    assert table.verticalHeader().defaultSectionSize() == row_height(table)


def test_qt_answers_from_our_catalogue_and_says_its_own_words_in_spanish(
    app: QApplication, qtbot: QtBot
) -> None:
    catalogue = install(app, "es")
    assert catalogue.language == "es"
    assert QObject().tr("Not in any catalogue") == "Not in any catalogue"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    assert cancel.text().replace("&", "") == "Cancelar"


def test_switching_the_language_tells_the_windows_and_leaves_one_translator(
    app: QApplication, qtbot: QtBot
) -> None:
    heard: list[bool] = []

    class Listening(QLabel):
        def changeEvent(self, event: QEvent) -> None:
            if event.type() == QEvent.Type.LanguageChange:
                heard.append(True)

    window = Listening()
    qtbot.addWidget(window)
    window.show()
    for language in ("es", "en", "es"):
        install(app, language)
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert heard
    assert len(app.findChildren(CatalogueTranslator)) == 1


def test_the_last_choice_of_a_box_is_not_hidden(app: QApplication) -> None:
    apply_theme(app, "light")
    box = QComboBox()
    box.addItems(["District", "Partner", "Shared"])
    box.show()
    box.showPopup()
    QApplication.processEvents()
    view = box.view()
    assert view.visualRect(view.model().index(2, 0)).bottom() <= view.viewport().height()
    assert view.verticalScrollBar().maximum() == 0
    box.hidePopup()
    box.close()


def _fields() -> list[QWidget]:
    choice, typed, number = QComboBox(), QComboBox(), QSpinBox()
    typed.setEditable(True)
    for box in (choice, typed):
        box.addItem("1111")
    number.setRange(0, 9999)
    number.setValue(1111)
    dress_spin_box(number)
    return [QLineEdit("1111"), choice, typed, number, QPlainTextEdit("1111")]


def _first_ink(field: QWidget) -> int:
    """How far from the left, in pixels, something dark stands on the line of the text."""
    picture, line = field.grab().toImage(), range(9, 20)
    return next(
        x for x in range(3, field.width())
        if any(picture.pixelColor(x, y).lightness() < 128 for y in line)
    )


def test_fields_are_equally_high_and_begin_their_text_at_one_place(
    app: QApplication, qtbot: QtBot
) -> None:
    apply_theme(app, "light")
    whole, fields = QWidget(), _fields()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    for field in fields:
        column.addWidget(field)
    whole.show()
    assert len({each.height() for each in fields[:-1]}) == 1
    places = [_first_ink(each) for each in fields]
    assert max(places) - min(places) <= 1, places


def test_what_scrolls_ends_where_it_did_when_the_bar_comes(
    app: QApplication, qtbot: QtBot
) -> None:
    apply_theme(app, "light")
    inside, card = QWidget(), QFrame()
    column = QVBoxLayout(inside)
    column.addWidget(card)
    area = Scrolling(inside)
    qtbot.addWidget(area)
    area.resize(400, 200)
    area.show()
    qtbot.waitExposed(area)
    bar = area.verticalScrollBar()
    before, empty = card.width(), _hues(bar.grab())
    card.setMinimumHeight(900)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert card.width() == before
    assert LIGHT.edge not in empty
    assert LIGHT.edge in _hues(bar.grab())
