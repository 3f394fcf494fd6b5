"""A column held against many texts at once, in one parameter: engines count parameters."""

from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import BindParameter, ColumnElement, Text, bindparam, literal, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


def among_texts(column: ColumnElement[Any], texts: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column holds one of these texts, however many they are."""
    return _among(column, literal(listed(texts), Text()))


def among_parameter(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether a column holds one of the texts that the parameter ``name`` brings, ``listed``."""
    return _among(column, bindparam(name, type_=Text()))


def listed(texts: Iterable[str]) -> str:
    """Texts as one parameter."""
    return orjson.dumps(list(texts)).decode()


def _among(column: ColumnElement[Any], texts: BindParameter[str]) -> ColumnElement[bool]:
    return column.in_(select(_Texts(texts).table_valued("value").c.value))


class _Texts(FunctionElement[str]):
    """A list in JSON, taken apart by the engine into rows of one ``value``."""

    name = "texts"
    inherit_cache = True


@compiles(_Texts, "sqlite")
def _on_sqlite(element: _Texts, compiler: SQLCompiler, **rest: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **rest)})"


@compiles(_Texts, "postgresql")
def _on_postgresql(element: _Texts, compiler: SQLCompiler, **rest: Any) -> str:
    return f"json_array_elements_text(CAST({compiler.process(element.clauses, **rest)} AS json))"
