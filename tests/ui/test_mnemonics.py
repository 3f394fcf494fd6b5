"""The underlined letters of menus and forms: each leads to one thing, in every language."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from partner_desk.files.catalogue import LANGUAGES, Catalogue
from partner_desk.files.resources import resource_dir

FORMS = sorted(resource_dir("ui").glob("*.ui"))
INSIDE_THE_WINDOW = ("import_preview", "settings", "today")
"""Pages over which the menu bar stands, so that its letters are taken."""


def letter(text: str) -> str:
    """The letter after the ampersand, or "" when there is none."""
    return text.replace("&&", "").partition("&")[2][:1].casefold()


def doubled(texts: list[str]) -> list[str]:
    """The texts whose letter another one has too."""
    letters = [letter(each) for each in texts]
    return [each for each in texts if letter(each) and letters.count(letter(each)) > 1]


def menus(window: ElementTree.Element) -> Iterator[list[str]]:
    """The English texts of the menu bar, and of each menu: its actions and the menus in it."""
    actions = {each.get("name"): _text(each) for each in window.iter("action")}
    widgets = {each.get("name"): each for each in window.iter("widget")}
    for each in widgets.values():
        if each.get("class") in ("QMenu", "QMenuBar"):
            names = [entry.get("name") for entry in each.findall("addaction")]
            yield [
                actions[name] if name in actions else _title(widgets[name])
                for name in names if name in actions or name in widgets
            ]


def _text(action: ElementTree.Element) -> str:
    return action.findtext("property[@name='text']/string", "")


def _title(menu: ElementTree.Element) -> str:
    return menu.findtext("property[@name='title']/string", "")


def main_window() -> ElementTree.Element:
    return ElementTree.parse(resource_dir("ui") / "main_window.ui").getroot()


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_differ_within_each_menu(language: str) -> None:
    text = Catalogue(language).text
    found = list(menus(main_window()))
    assert len(found) >= 5
    for entries in found:
        assert doubled([text(each) for each in entries]) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [each for each in FORMS if each.stem != "main_window"],
                         ids=lambda each: each.stem)
def test_letters_differ_within_a_form_and_from_the_menu_bar_over_it(
    form: Path, language: str
) -> None:
    text = Catalogue(language).text
    strings = ElementTree.parse(form).getroot().iter("string")
    texts = [text(each.text) for each in strings if each.text and each.get("notr") != "true"]
    if form.stem in INSIDE_THE_WINDOW:
        bar = next(entries for entries in menus(main_window()) if "&File" in entries)
        texts += [text(each) for each in bar]
    assert doubled(texts) == []
