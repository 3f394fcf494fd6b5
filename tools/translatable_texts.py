"""Find the texts for people in the source: marked calls in Python, strings in forms."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

MARKS = {"_": 0, "N_": 0, "tr": 0, "_tr": 0, "translate": 1}
"""Functions whose argument at this place is a text; ``translate`` has its context before it."""
PLURAL_MARKS = {"plural"}
CATALOGUE_MARK = "text"
"""The catalogue's own look-up, a mark only where texts are shown: SQLAlchemy has a ``text`` too."""
SHOWING_LAYERS = ("src/partner_desk/ui/", "src/partner_desk/cli/")
GENERATED = "ui/forms/"


class MisusedText(Exception):
    """A call that could never find its translation, such as ``tr(f"...")``."""


@dataclass(frozen=True)
class Text:
    """An English text, its plural or an empty string, and the file it stands in."""

    source: str
    plural: str
    place: str


def all_texts(root: Path) -> Iterator[Text]:
    """Every text of the Python sources and the forms below ``root``, file by file."""
    for path in sorted((root / "src").rglob("*.py")):
        if GENERATED not in path.as_posix():
            yield from python_texts(path.read_text(encoding="utf-8"), _place(path, root))
    for path in sorted((root / "resources" / "ui").glob("*.ui")):
        yield from form_texts(path.read_text(encoding="utf-8"), _place(path, root))


def _place(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def python_texts(code: str, place: str) -> Iterator[Text]:
    """The marked texts of a module; raises ``MisusedText`` on a text built inside its mark."""
    for node in ast.walk(ast.parse(code, place)):
        if isinstance(node, ast.Call):
            yield from _texts_of_call(node, place)


def _texts_of_call(call: ast.Call, place: str) -> Iterator[Text]:
    name = _called(call)
    if name in PLURAL_MARKS and len(call.args) >= 2:
        singular, plural = (_literal(each, call, place) for each in call.args[:2])
        if singular and plural:
            yield Text(singular, plural, place)
    elif name in MARKS or (name == CATALOGUE_MARK and place.startswith(SHOWING_LAYERS)):
        wanted = MARKS.get(name, 0)
        position = wanted if len(call.args) > wanted else 0
        source = _literal(call.args[position], call, place) if call.args else None
        if source and _has_words(source):
            yield Text(source, "", place)


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal(node: ast.expr, call: ast.Call, place: str) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        raise MisusedText(
            f"{place}:{call.lineno}: an f-string never finds its translation; "
            f"write {_called(call)}(\"... {{0}}\").format(x)"
        )
    return None


def form_texts(xml: str, place: str) -> Iterator[Text]:
    """The strings of a form that are translated: not the notr ones, nor keyboard shortcuts."""
    for owner in ElementTree.fromstring(xml).iter():
        if owner.get("name") == "shortcut":
            continue
        for string in owner.findall("string"):
            source = string.text or ""
            if string.get("notr") != "true" and _has_words(source):
                yield Text(source, "", place)


def _has_words(source: str) -> bool:
    return any(letter.isalpha() for letter in source)
