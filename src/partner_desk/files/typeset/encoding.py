"""A description as plain values for the templates: data only, never markup."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from typing import Any

from partner_desk.files.pdf.breaking import printable
from partner_desk.files.pdf.document import Twin
from partner_desk.files.typeset.breaks import breakable
from partner_desk.files.typeset.description import Code, Typeset
from partner_desk.files.typeset.drawings import code_picture, in_drawing
from partner_desk.files.typeset.speech import language_of_text, right_to_left

_BLANKS = re.compile(" {2,}")
_EMPTY_LINES = re.compile("\n{3,}")
_PLAIN = frozenset({"key", "keys", "target", "phone_target"})
"""Fields that name something and are not read by anybody."""
_HEADINGS = frozenset({"title", "letter"})
LONGEST_TARGET = 2_000
"""Letters; typst refuses a paper that leads to a longer address, and hardly a program opens one."""
_REFUSED = dict.fromkeys((
    0xFEFF, 0xFFFE, 0xFFFF, 0x070F, 0xFFF9, 0xFFFA, 0xFFFB, 0x110BD, 0x110CD,
    *range(0x13430, 0x13440),
))
"""What PDF/UA allows in no text, and signs for programs that have no picture in any font."""
_NAMELESS = "\N{EN DASH}"
"""Stands for a name of blanks: a heading has to say something."""


@dataclass
class Encoder:
    """Turns a description into JSON values; pictures go into ``files`` under their names.

    ``drawn`` puts something in the place of characters that no font has.
    """

    languages: tuple[str, ...]
    drawn: Callable[[str], str] = lambda text: text
    files: dict[str, bytes] = field(default_factory=dict)

    def document(self, document: Typeset) -> dict[str, Any]:
        """The values of a whole paper."""
        width, height = document.paper.value
        return {
            "title": self._line(document.title),
            "author": self._line(document.author),
            "languages": list(self.languages),
            "paper": [width, height],
            "size": document.size,
            "running": self.text(document.running),
            "foot": self.text(document.foot),
            "numbered": document.numbered,
            "narrow": document.narrow,
            "blocks": [self.value(each) for each in document.blocks],
        }

    def value(self, value: Any) -> Any:
        """A block, or what stands in one."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Twin):
            both = zip((value.first, value.second), self.languages, strict=False)
            return {"twin": [{"t": self._clean(text), "l": code} for text, code in both]}
        if isinstance(value, Code):
            return {"picture": self._kept(code_picture(value.content)),
                    "alt": self._clean(value.alt)}
        if is_dataclass(value):
            return self._block(value)
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, bytes):
            drawing = in_drawing(value)
            return None if drawing is None else self._kept(drawing)
        if isinstance(value, tuple | list):
            return [self.value(each) for each in value]
        return value

    def text(self, text: str) -> str | dict[str, Any]:
        """A text of a user: with its language and direction where they are not the paper's."""
        clean = self._clean(text)
        code, turned = language_of_text(clean), right_to_left(clean)
        if turned or code not in ("", self.languages[0]):
            return {"t": clean, "l": code or self.languages[0], "r": turned}
        return clean

    def _block(self, block: Any) -> dict[str, Any]:
        found: dict[str, Any] = {"kind": type(block).__name__}
        for each in fields(block):
            value = getattr(block, each.name)
            plain = each.name in _PLAIN
            found[each.name] = _named(value) if plain else self.value(value)
            if each.name in _HEADINGS and value and not found[each.name]:
                found[each.name] = _NAMELESS
        return found

    def _line(self, text: str) -> str:
        return self.drawn(printable(text).translate(_REFUSED)).replace("\n", " ")

    def _clean(self, text: str) -> str:
        return breakable(self.drawn(_tidied(printable(text).translate(_REFUSED))))

    def _kept(self, drawing: bytes) -> str:
        name = f"picture-{len(self.files)}.svg"
        self.files[name] = drawing
        return name


def _tidied(text: str) -> str:
    """Single blanks within lines, at most one empty line between them, none around them."""
    if "  " not in text and "\n" not in text:
        return text.strip()
    lines = "\n".join(_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", lines).strip()


def _named(value: Any) -> Any:
    if isinstance(value, str) and len(value) > LONGEST_TARGET:
        return ""
    return list(value) if isinstance(value, tuple) else value
