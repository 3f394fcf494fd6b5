"""Declaration of entities: a field is declared once, and everything else derives from it.

The table column, the form, the import and export column, the history line, the search index and
the merge read what is declared here; no list of the same fields stands anywhere else.
"""

from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import Enum
from typing import Any, ClassVar, Self, dataclass_transform

from partner_desk.model.dates import Moment
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.identity import new_id
from partner_desk.model.numbers import Integer
from partner_desk.model.values import InvalidValue, Reference, ValueType


class Needed(Enum):
    """When a field has to be filled."""

    NEVER = "never"
    ALWAYS = "always"
    FOR_SIGNATURE = "for_signature"


@dataclass(frozen=True, slots=True)
class Field:
    """What is declared of one field. ``name`` is its column, key and JSON name."""

    name: str
    type: ValueType
    label: str
    help: str = ""
    needed: Needed = Needed.NEVER
    public: bool = False
    searchable: bool = False
    listed: bool = False
    title: bool = False
    group: str = ""
    internal: bool = False
    default: Any = None
    given: bool = False

    @property
    def target(self) -> str:
        """The kind a reference points at, or ""."""
        return self.type.target if isinstance(self.type, Reference) else ""

    @property
    def owner(self) -> bool:
        """Whether this reference makes the record a child of its target."""
        return isinstance(self.type, Reference) and self.type.owner


_KEY = "partner_desk"


def declared(
    type_: ValueType,
    label: str,
    *,
    help: str = "",
    needed: Needed = Needed.NEVER,
    public: bool = False,
    searchable: bool = False,
    listed: bool = False,
    title: bool = False,
    group: str = "",
    internal: bool = False,
    default: Any = None,
    given: bool = False,
) -> Any:
    """Declare a field of an entity.

    ``label``, ``help`` and ``group`` are marked with N_. ``searchable`` puts the field into the
    search index, ``listed`` makes it a column that lists show at first, ``title`` names the field
    a record is known by, ``public`` lets it leave the office in a directory, ``internal`` keeps
    it out of forms, sheets and command line. ``default`` is the value of a new record. ``given``
    is a value that people know things by: once there it is unlike any other's and stays.
    """
    start = type_.empty if default is None else default
    declaration = Field(
        "", type_, label, help, needed, public, searchable, listed, title, group, internal, start,
        given,
    )
    if isinstance(start, dict):
        return field(default_factory=dict, metadata={_KEY: declaration})
    return field(default=start, metadata={_KEY: declaration})


def owner(kind: str, label: str) -> Any:
    """Declare the reference that makes a record a child of a ``kind``."""
    return declared(Reference(target=kind, owner=True), label)


def reference(kind: str, label: str, **more: Any) -> Any:
    """Declare a reference to a ``kind`` that may live without this record."""
    return declared(Reference(target=kind), label, **more)


@dataclass_transform(kw_only_default=True)
@dataclass(kw_only=True)
class Record:
    """A plain record of some kind; two records are equal when all their fields are."""

    kind: ClassVar[str] = ""
    label: ClassVar[str] = ""
    plural: ClassVar[str] = ""
    collection: ClassVar[str] = ""
    declarations: ClassVar[dict[str, Field]] = {}
    _title: ClassVar[Field]

    id: str = field(default_factory=new_id)
    deleted_at: datetime | None = declared(Moment(), "", internal=True)

    def __init_subclass__(
        cls, *, kind: str = "", label: str = "", plural: str = "", collection: str = ""
    ) -> None:
        """Make ``cls`` a dataclass known as ``kind``; nested it is called ``collection``."""
        dataclass(kw_only=True)(cls)
        cls.kind, cls.label, cls.plural = kind, label, plural
        cls.collection = collection or kind + "s"
        cls.declarations = {
            each.name: _named(each.name, each.metadata[_KEY])
            for each in _in_form_order(cls)
            if _KEY in each.metadata
        }
        titles = [each for each in cls.declarations.values() if each.title]
        if titles:
            cls._title = titles[0]

    @classmethod
    def visible_fields(cls) -> tuple[Field, ...]:
        """The fields that forms, sheets and the terminal show, in order of declaration."""
        return tuple(each for each in cls.declarations.values() if not each.internal)

    @classmethod
    def title_field(cls) -> Field:
        """The field that a record of this kind is known by."""
        return cls._title

    @classmethod
    def owner_fields(cls) -> tuple[Field, ...]:
        """The references that make records of this kind children."""
        return tuple(each for each in cls.declarations.values() if each.owner)

    @property
    def caption(self) -> str:
        """What this record is called in a list; "" when its title field is empty."""
        return self.title_field().type.show(getattr(self, self.title_field().name))

    @property
    def lacking(self) -> str:
        """The code of what this record as a whole lacks; "" where its fields say enough."""
        return ""

    def packed(self) -> dict[str, Any]:
        """The record as JSON values: ``id`` and every visible field."""
        values = {each.name: each.type.pack(getattr(self, each.name)) for each in
                  self.visible_fields()}
        return {"id": self.id, **values}

    @classmethod
    def checked(cls, values: dict[str, Any], where: str = "") -> Self:
        """A record of ``values`` (texts, JSON or own values by field name).

        Raises InputError with every problem there is: unknown names, values that do not fit,
        fields always needed and missing.
        """
        cleaned, problems = cls.check(values, where)
        missing = [
            Problem("field.required", each.name, {"field": each.label}, where)
            for each in cls.declarations.values()
            if each.needed is Needed.ALWAYS
            and cleaned.get(each.name, each.default) == each.type.empty
            and not any(problem.field == each.name for problem in problems)
        ]
        if problems or missing:
            raise InputError(*problems, *missing)
        found = cls(**cleaned)
        if found.lacking:
            raise InputError(Problem(found.lacking, cls.title_field().name, where=where))
        return found

    @classmethod
    def check(
        cls, values: dict[str, Any], where: str = ""
    ) -> tuple[dict[str, Any], list[Problem]]:
        """The values that fit, by field name, and a problem for each that does not."""
        cleaned: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, value in values.items():
            declaration = cls.declarations.get(name)
            if name == "id" and isinstance(value, str):
                cleaned["id"] = value
            elif declaration is None:
                problems.append(Problem("field.unknown", name, {"name": name}, where))
            else:
                try:
                    cleaned[name] = declaration.type.check(value)
                except InvalidValue as error:
                    more = {"field": declaration.label, **error.values}
                    problems.append(Problem(error.code, name, more, where))
        return cleaned, problems


def _named(name: str, declaration: Field) -> Field:
    return Field(
        name,
        *(getattr(declaration, each.name) for each in fields(Field) if each.name != "name"),
    )


def _in_form_order(cls: type[Record]) -> list[Any]:
    """Own fields first, then what is inherited, so that a form begins with what matters."""
    inherited = {each.name for base in cls.__mro__[1:] for each in _fields_of(base)}
    own = [each for each in fields(cls) if each.name not in inherited]
    return own + [each for each in fields(cls) if each.name in inherited]


def _fields_of(base: type) -> tuple[Any, ...]:
    return tuple(vars(base).get("__dataclass_fields__", {}).values())


class Positioned(Record):
    """A row that stands at a place of its parent's list; positions count from 1."""

    position: int = declared(Integer(), "", internal=True, default=0)
