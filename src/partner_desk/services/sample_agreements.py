"""The agreements of the sample office, with the words of the library and their translations.

An agreement or exhibit of the resources names its ``template``; its clauses are the template's,
all of the state ``clause_status`` but for those that ``clauses`` lists by key. An agreement that
is ``translated`` takes its other language from the same row of the other language's resources.
"""

from collections.abc import Mapping
from typing import Any

from partner_desk.files import library
from partner_desk.model.agreements import Agreement
from partner_desk.model.fields import Record
from partner_desk.model.registry import children_of

Row = Mapping[str, Any]

_OTHER = {"en": "es", "es": "en"}
_ENDING = "_translated"


def told(row: Row, twin: Row) -> dict[str, Any]:
    """An agreement's row as it is kept; ``twin`` is the same one in the other language."""
    template = library.shipped().template(row["template"])
    whole = _translated(Agreement, row, twin) if row.get("translated") else dict(row)
    language = row["language"]
    exhibits = [_exhibit(each, language) for each in row.get("exhibits", ())]
    more: dict[str, Any] = {"exhibits": exhibits} if exhibits else {}
    for name in ("translated", "clause_status"):
        whole.pop(name, None)
    return {
        **whole, **more, "instrument": template.instrument, "clauses": _clauses(row, language)
    }


def _exhibit(row: Row, language: str) -> dict[str, Any]:
    """An exhibit called as its template is."""
    template, other = library.shipped().template(row["template"]), _OTHER[language]
    own = {name: value for name, value in row.items() if name != "clause_status"}
    return {
        **own,
        "title": template.name[language],
        "title_translated": template.name[other],
        "clauses": _clauses(row, language),
    }


def _clauses(row: Row, language: str) -> list[dict[str, Any]]:
    """The clauses of a row's template, placeholders and all."""
    shipped, other = library.shipped(), _OTHER[language]
    told_apart = {each["key"]: each for each in row.get("clauses", ())}
    wordings = shipped.clauses_of(shipped.template(row["template"]))
    unknown = told_apart.keys() - {each.key for each in wordings}
    if unknown:
        raise LookupError(f"{row['template']} has no clauses {sorted(unknown)}")
    return [
        {
            "key": each.key,
            "heading": each.heading[language],
            "text": each.text[language],
            "heading_translated": each.heading[other],
            "text_translated": each.text[other],
            "status": row["clause_status"],
            **told_apart.get(each.key, {}),
        }
        for each in wordings
    ]


def _translated(entity: type[Record], row: Row, twin: Row) -> dict[str, Any]:
    """``row`` and its rows with what their twins say in the other language."""
    collections = {child.collection: child for child, _ in children_of(entity.kind)}
    found = dict(row)
    for name, value in row.items():
        if name in collections:
            found[name] = [
                _translated(collections[name], each, other)
                for each, other in zip(value, twin[name], strict=True)
            ]
        elif f"{name}{_ENDING}" in entity.declarations:
            found[f"{name}{_ENDING}"] = twin[name]
    return found
