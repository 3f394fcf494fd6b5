"""Letters within a text, whatever their case, asked of each engine in its own quickest way."""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, Text, literal, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

_ESCAPE = "/"


def holds(
    column: ColumnElement[Any], text: str, *, begins: bool = False
) -> ColumnElement[bool]:
    """Whether a column has these letters somewhere, or begins with them.

    SQLite knows upper and lower of A to Z only: a text with others is tried in each case.
    """
    tried = {text} if text.isascii() else {text, text.lower(), text.upper(), text.capitalize()}
    patterns = [_pattern(each, begins) for each in sorted(tried)]
    return or_(*(_Like(column, literal(each, Text())) for each in patterns))


def _pattern(text: str, begins: bool) -> str:
    for sign in (_ESCAPE, "%", "_"):
        text = text.replace(sign, _ESCAPE + sign)
    return f"{text}%" if begins else f"%{text}%"


class _Like(FunctionElement[bool]):
    """LIKE that asks for no case; the common way, lower() on both sides, takes twice as long."""

    name = "letters_like"
    inherit_cache = True
    type = Boolean()


@compiles(_Like, "sqlite")
def _on_sqlite(element: _Like, compiler: SQLCompiler, **rest: Any) -> str:
    column, pattern = (compiler.process(each, **rest) for each in element.clauses)
    return f"{column} LIKE {pattern} ESCAPE '{_ESCAPE}'"


@compiles(_Like, "postgresql")
def _on_postgresql(element: _Like, compiler: SQLCompiler, **rest: Any) -> str:
    column, pattern = (compiler.process(each, **rest) for each in element.clauses)
    return f"{column} ILIKE {pattern} ESCAPE '{_ESCAPE}'"
