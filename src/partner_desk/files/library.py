"""The library of templates and clauses as a file: what ships, and what offices pass on.

One JSON object holds templates, which name their clauses by key, and the clauses with their words
in every language of the paper. A clause that several templates use stands in it once.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from partner_desk.files.replacing import write_bytes
from partner_desk.files.resources import resource_dir
from partner_desk.files.templates import Wording
from partner_desk.model.agreements import INSTRUMENTS
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem

FORMAT = "partner-desk-library"
VERSION = 1
LANGUAGES = ("en", "es")
LARGEST = 10 * 1024**2
"""Bytes of the largest file that is read."""

_KINDS = frozenset(each.value for each in INSTRUMENTS)


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A clause to begin with; every wording has all ``LANGUAGES``, "" where none is written."""

    key: str
    heading: Wording
    text: Wording


@dataclass(frozen=True, slots=True)
class TemplateText:
    """What a new agreement or exhibit begins with; ``clauses`` are keys, in order."""

    key: str
    instrument: str
    name: Wording
    description: Wording
    title: Wording
    purpose: Wording
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """Templates, and the clauses that they name."""

    templates: tuple[TemplateText, ...]
    clauses: tuple[ClauseText, ...]

    def template(self, key: str) -> TemplateText:
        """The template with this key. Raises KeyError."""
        return {each.key: each for each in self.templates}[key]

    def clauses_of(self, template: TemplateText) -> tuple[ClauseText, ...]:
        """The clauses that ``template`` begins with, in its order."""
        known = {each.key: each for each in self.clauses}
        return tuple(known[key] for key in template.clauses)


@cache
def shipped() -> Library:
    """The library that comes with the program; templates in the order of their files' names."""
    folder = resource_dir("templates") / "library"
    contents = [_content(path.read_bytes(), path.name) for path in sorted(folder.glob("*.json"))]
    return _library(contents, folder.name)


def read(path: Path) -> Library:
    """The library in a file; what this version does not know of is passed over.

    Raises InputError with codes ``library.unreadable`` (not JSON in UTF-8, or larger than
    ``LARGEST``), ``library.other_format``, ``library.newer``, ``library.bad_value``,
    ``library.doubled_key`` and ``library.missing_clause``; the last three are told all at once.
    Each has the values ``name`` (of the file), ``key`` and ``where`` (line and column, or a path
    such as ``templates[2].clauses[0]``). Raises EnvironmentProblem when the file cannot be opened.
    """
    try:
        with path.open("rb") as handle:
            data = handle.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise EnvironmentProblem("file.missing", path=str(path)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise EnvironmentProblem("file.unreadable", path=str(path), reason=reason) from error
    return _library([_content(data, path.name)], path.name)


def write(library: Library, path: Path) -> None:
    """Put ``library`` into a file that ``read`` understands, in the order that it has.

    Raises EnvironmentProblem; the file is then as it was before.
    """
    content = {
        "format": FORMAT,
        "version": VERSION,
        "templates": [_plain_template(each) for each in library.templates],
        "clauses": [
            {"key": each.key, "heading": _plain(each.heading), "text": _plain(each.text)}
            for each in library.clauses
        ],
    }
    write_bytes(path, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))


def _plain_template(template: TemplateText) -> dict[str, Any]:
    return {
        "key": template.key,
        "instrument": template.instrument,
        "name": _plain(template.name),
        "description": _plain(template.description),
        "title": _plain(template.title),
        "purpose": _plain(template.purpose),
        "clauses": list(template.clauses),
    }


def _plain(wording: Wording) -> dict[str, str]:
    return {language: wording.get(language, "") for language in LANGUAGES}


def _problem(code: str, name: str, where: str = "", key: str = "", **values: object) -> Problem:
    return Problem(code, values={"name": name, "key": key, "where": where, **values})


def _content(data: bytes, name: str) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise InputError(_problem("library.unreadable", name))
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        where = f"{error.lineno}:{error.colno}"
        raise InputError(_problem("library.unreadable", name, where)) from error
    except (ValueError, RecursionError) as error:  # other encodings, endless numbers, deep nests
        raise InputError(_problem("library.unreadable", name)) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise InputError(_problem("library.other_format", name))
    version = content.get("version")
    if type(version) is not int or version < 1:
        raise InputError(_problem("library.other_format", name, "version"))
    if version > VERSION:
        raise InputError(_problem("library.newer", name, "version", version=version))
    return content


def _library(contents: Iterable[dict[str, Any]], name: str) -> Library:
    reading = _Reading(name)
    contents = list(contents)
    templates = tuple(chain.from_iterable(map(reading.templates, contents)))
    clauses = tuple(chain.from_iterable(map(reading.clauses, contents)))
    reading.check(templates, clauses)
    if reading.problems:
        raise InputError(*reading.problems)
    return Library(templates, clauses)


@dataclass(slots=True)
class _Reading:
    """Takes values out of a file's content and gathers what is wrong with them."""

    name: str
    problems: list[Problem] = field(default_factory=list)

    def templates(self, content: dict[str, Any]) -> Iterator[TemplateText]:
        for where, each in self._objects(content, "templates"):
            key = self._key(each, where)
            yield TemplateText(
                key=key,
                instrument=self._instrument(each, where, key),
                name=self._wording(each, "name", where, key),
                description=self._wording(each, "description", where, key),
                title=self._wording(each, "title", where, key),
                purpose=self._wording(each, "purpose", where, key),
                clauses=tuple(self._named_clauses(each, where, key)),
            )

    def clauses(self, content: dict[str, Any]) -> Iterator[ClauseText]:
        for where, each in self._objects(content, "clauses"):
            key = self._key(each, where)
            yield ClauseText(
                key=key,
                heading=self._wording(each, "heading", where, key),
                text=self._wording(each, "text", where, key),
            )

    def check(self, templates: tuple[TemplateText, ...], clauses: tuple[ClauseText, ...]) -> None:
        """Keys that stand twice, and clauses that are named but not there."""
        self._once("templates", [each.key for each in templates])
        self._once("clauses", [each.key for each in clauses])
        known = {each.key for each in clauses}
        for row, template in enumerate(templates):
            for place, key in enumerate(template.clauses):
                if key and key not in known:
                    where = f"templates[{row}].clauses[{place}]"
                    self._tell("library.missing_clause", where, key)

    def _tell(self, code: str, where: str, key: str = "") -> None:
        self.problems.append(_problem(code, self.name, where, key))

    def _once(self, collection: str, keys: list[str]) -> None:
        seen: set[str] = set()
        for row, key in enumerate(keys):
            if key and key in seen:
                self._tell("library.doubled_key", f"{collection}[{row}]", key)
            seen.add(key)

    def _objects(
        self, content: dict[str, Any], collection: str
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        rows = content.get(collection, [])
        if not isinstance(rows, list):
            self._tell("library.bad_value", collection)
            return
        for row, each in enumerate(rows):
            if isinstance(each, dict):
                yield f"{collection}[{row}]", each
            else:
                self._tell("library.bad_value", f"{collection}[{row}]")

    def _key(self, each: dict[str, Any], where: str) -> str:
        key = self._text(each.get("key"), f"{where}.key")
        if each.get("key") in (None, ""):
            self._tell("library.bad_value", f"{where}.key")
        return key

    def _instrument(self, each: dict[str, Any], where: str, key: str) -> str:
        value = each.get("instrument", "other")
        if isinstance(value, str) and value in _KINDS:
            return value
        self._tell("library.bad_value", f"{where}.instrument", key)
        return "other"

    def _wording(self, each: dict[str, Any], name: str, where: str, key: str) -> Wording:
        texts = each.get(name) or {}
        if not isinstance(texts, dict):
            self._tell("library.bad_value", f"{where}.{name}", key)
            texts = {}
        return {
            language: self._text(texts.get(language), f"{where}.{name}.{language}", key)
            for language in LANGUAGES
        }

    def _named_clauses(self, each: dict[str, Any], where: str, key: str) -> Iterator[str]:
        keys = each.get("clauses", [])
        if not isinstance(keys, list):
            self._tell("library.bad_value", f"{where}.clauses", key)
            return
        for place, value in enumerate(keys):
            if isinstance(value, str) and value:
                yield value
            else:
                self._tell("library.bad_value", f"{where}.clauses[{place}]", key)

    def _text(self, value: object, where: str, key: str = "") -> str:
        """``value`` as text; half a surrogate pair is no text, for no file could hold it."""
        if value is None:
            return ""
        if isinstance(value, str) and not any("\ud800" <= letter <= "\udfff" for letter in value):
            return value
        self._tell("library.bad_value", where, key)
        return ""
