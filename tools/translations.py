"""Keep the translation catalogues in step with the texts in the source.

    python tools/translations.py                  merge new texts in, drop old ones, compile
    python tools/translations.py --check          exit 1 and name what has no translation
    python tools/translations.py --missing        print the texts without translation as JSON
    python tools/translations.py --fill FILE.json write translations in (text -> translation;
                                                  for a plural: text -> [one, many])

The catalogue is sorted by text and names files without lines, so that it changes only where texts
do, and several people can fill it one after the other.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from filelock import FileLock

from translatable_texts import MisusedText, Text, all_texts

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
DOMAIN = "partner_desk"
LANGUAGES = ("es",)
_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # Babel puts dates into what it compiles.


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--check", action="store_true")
    action.add_argument("--missing", action="store_true")
    action.add_argument("--fill", type=Path, metavar="FILE.json")
    options = parser.parse_args(arguments)
    try:
        texts = list(all_texts(ROOT))
    except MisusedText as error:
        print(error, file=sys.stderr)
        return 1
    if options.check:
        return _report([problem for code in LANGUAGES for problem in problems(texts, code)])
    if options.missing:
        print(json.dumps(missing(texts, LANGUAGES[0]), ensure_ascii=False, indent=1))
        return 0
    filling = json.loads(options.fill.read_text(encoding="utf-8")) if options.fill else {}
    return _report([problem for code in LANGUAGES for problem in update(texts, code, filling)])


def problems(texts: list[Text], language: str) -> list[str]:
    """What is wrong with a catalogue, a sentence each; empty when all is translated and fresh."""
    kept = _read(language)
    wanted = _merged(texts, kept, language)
    found = [f"{language}: no translation: {each.id!r}" for each in wanted if not _complete(each)]
    found += [f"{language}: {sentence}" for each in wanted for sentence in _broken_places(each)]
    if _po_bytes(wanted) != _po_bytes(kept):
        found.append(f"{language}: the .po is not in step with the source: run this tool")
    compiled = _path(language, "mo")
    if not compiled.is_file() or compiled.read_bytes() != _mo_bytes(wanted):
        found.append(f"{language}: the .mo is stale: run this tool")
    return found


def missing(texts: list[Text], language: str) -> dict[str, str | list[str]]:
    """The texts without translation, ready to be filled: text -> "" or, for a plural, ["", ""]."""
    merged = _merged(texts, _read(language), language)
    return {
        _key(each): ["", ""] if each.pluralizable else ""
        for each in merged
        if not _complete(each)
    }


def update(texts: list[Text], language: str, filling: dict[str, str | list[str]]) -> list[str]:
    """Merge, fill and compile a catalogue; returns what was wrong with the filling."""
    lock = Path(tempfile.gettempdir()) / f"{DOMAIN}-{language}-translations.lock"
    with FileLock(lock):
        catalog = _merged(texts, _read(language), language)
        refused = _fill(catalog, filling)
        for extension, content in (("po", _po_bytes(catalog)), ("mo", _mo_bytes(catalog))):
            path = _path(language, extension)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    open_ones = sum(not _complete(each) for each in catalog)
    print(f"{language}: {len(catalog)} texts, {open_ones} without translation")
    return refused


def _fill(catalog: Catalog, filling: dict[str, str | list[str]]) -> list[str]:
    refused = []
    known = {_key(each): each for each in catalog if each.id}
    for key, translation in filling.items():
        message = known.get(key)
        if message is None:
            refused.append(f"not a text of the program: {key!r}")
            continue
        before = message.string
        message.string = tuple(translation) if message.pluralizable else translation
        broken = list(_broken_places(message))
        if broken:
            message.string = before
            refused += broken
    return refused


def _merged(texts: list[Text], kept: Catalog, language: str) -> Catalog:
    merged = _empty(language)
    known = {_key(each): each for each in kept if each.id}
    for text in texts:
        source = (text.source, text.plural) if text.plural else text.source
        merged.add(source, locations=[(text.place, 0)])
    for message in merged:
        before = known.get(_key(message)) if message.id else None
        if before is not None and before.pluralizable == message.pluralizable:
            message.string = before.string
    return merged


def _key(message: Message) -> str:
    return message.id[0] if isinstance(message.id, (tuple, list)) else message.id


def _complete(message: Message) -> bool:
    if not message.id:
        return True
    strings = message.string if isinstance(message.string, (tuple, list)) else [message.string]
    return all(strings)


def _broken_places(message: Message) -> Iterator[str]:
    """Places such as {0} that a translation lost or made up: ``format`` would fail on them."""
    if not message.id or not _complete(message):
        return
    sources = message.id if isinstance(message.id, (tuple, list)) else [message.id]
    strings = message.string if isinstance(message.string, (tuple, list)) else [message.string]
    allowed = [_places(each) for each in sources]
    for string in strings:
        if _places(string) not in allowed:
            yield f"other places in braces than the text: {_key(message)!r}: {string!r}"


def _places(text: str | None) -> frozenset[str] | None:
    try:
        parts = Formatter().parse(text or "")
        return frozenset(name for _, name, _, _ in parts if name is not None)
    except ValueError:  # A lone brace: this text is never formatted.
        return None


def _empty(language: str) -> Catalog:
    return Catalog(
        locale=language,
        domain=DOMAIN,
        project="Partner Desk",
        version=" ",
        creation_date=_NO_DATE,
        revision_date=_NO_DATE,
        fuzzy=False,
    )


def _read(language: str) -> Catalog:
    path = _path(language, "po")
    if not path.is_file():
        return _empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def _path(language: str, extension: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / f"{DOMAIN}.{extension}"


_HEADER = """# Translations of Partner Desk.
msgid ""
msgstr ""
"Project-Id-Version: Partner Desk\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


def _po_bytes(catalog: Catalog) -> bytes:
    # A header of our own: Babel's bears dates, which would change the file at every run.
    buffer = BytesIO()
    write_po(
        buffer, catalog, width=100, omit_header=True, sort_output=True, include_lineno=False,
        ignore_obsolete=True,
    )
    header = _HEADER.format(language=catalog.locale_identifier, plurals=catalog.plural_forms)
    return header.encode() + buffer.getvalue()


def _mo_bytes(catalog: Catalog) -> bytes:
    # Texts without translation stay out: gettext then answers with the English.
    buffer = BytesIO()
    fresh = _empty(str(catalog.locale_identifier))
    for message in catalog:
        if message.id and _complete(message):
            fresh.add(message.id, message.string)
    write_mo(buffer, fresh)
    return buffer.getvalue()


def _report(found: list[str]) -> int:
    for sentence in found:
        print(sentence, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
