"""A column held against many texts at once, in one parameter: engines count parameters."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Text, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


def among_texts(column: ColumnElement[Any], texts: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column holds one of these texts, however many they are."""
    return _AmongTexts(column, literal(json.dumps(list(texts), ensure_ascii=False), Text()))


class _AmongTexts(FunctionElement[bool]):
    """A list in JSON, taken apart by the engine."""

    name = "among_texts"
    inherit_cache = True
    type = Boolean()


@compiles(_AmongTexts, "sqlite")
def _on_sqlite(element: _AmongTexts, compiler: SQLCompiler, **rest: Any) -> str:
    column, texts = (compiler.process(each, **rest) for each in element.clauses)
    return f"({column} IN (SELECT value FROM json_each({texts})))"


@compiles(_AmongTexts, "postgresql")
def _on_postgresql(element: _AmongTexts, compiler: SQLCompiler, **rest: Any) -> str:
    column, texts = (compiler.process(each, **rest) for each in element.clauses)
    return f"({column} IN (SELECT json_array_elements_text(CAST({texts} AS json))))"
