"""The office's library: what agreements and exhibits begin with, kept as records of the office.

It begins as what ships with the program and is the office's own from then on. A record is known
to files by its key; one that an office wrote itself has none and goes by its id.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from partner_desk.files import library as library_file
from partner_desk.files.library import ClauseText, Library, TemplateText
from partner_desk.model.agreements import INSTRUMENTS
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.library import LibraryClause, Template, TemplateClause
from partner_desk.model.queries import ListQuery
from partner_desk.services import records
from partner_desk.services.library_plan import Plan, plan_of
from partner_desk.services.library_plan import key_of as key_of
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

R = TypeVar("R", bound=Record)
_ORDER = {each.value: place for place, each in enumerate(INSTRUMENTS)}


@dataclass(frozen=True, slots=True)
class LibraryImport:
    """How many templates and clauses a file brings, changes, and holds as they are already."""

    new: int
    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """A template to choose, in the words of one language; ``instrument`` is its kind."""

    key: str
    instrument: str
    name: str
    description: str


def ensure(store: Store) -> bool:
    """Fill the library of an office that never had one; returns whether it did.

    An office that trashed all of it keeps it empty. Each record has an id that follows from its
    key, so that two computers make the same records. An office open for reading stays as it is.
    """
    with store.reading() as reader:
        begun = any(reader.count(ListQuery("template", trash=trash)) for trash in (False, True))
    if begun or store.read_only:
        return False
    # Of a kind that Undo leaves alone: nobody did it, so nobody takes it back by mistake.
    with store.writing(Operation("library.filled", kind="migrate")) as work:
        plan_of(work, library_file.shipped()).carry_out(work)
    return True


def templates(reader: Reader, instruments: Collection[str] | None = None) -> list[Template]:
    """The templates, of these instruments or of all; agreements first, then their parts."""
    found = [
        each for each in reader.find(Template)
        if instruments is None or each.instrument in instruments
    ]
    return sorted(found, key=lambda each: _ORDER.get(each.instrument, len(_ORDER)))


def choices(
    reader: Reader, language: str, instruments: Collection[str] | None = None
) -> list[TemplateChoice]:
    """The templates as a list to choose from; what is not written in ``language`` in English."""
    return [
        TemplateChoice(key_of(each), each.instrument, *(
            (each.name_es or each.name, each.description_es or each.description)
            if language == "es" else (each.name, each.description)
        ))
        for each in templates(reader, instruments)
    ]


def template_named(reader: Reader, key: str) -> Template:
    """The template with this key. Raises InputError("template.unknown") with the ``known`` ones."""
    found = {key_of(each): each for each in templates(reader)}
    if key not in found:
        values = {"key": key, "known": ", ".join(found)}
        raise InputError(Problem("template.unknown", values=values))
    return found[key]


def clauses_of(reader: Reader, template_id: str) -> list[LibraryClause]:
    """The clauses of a template in their order; those in Trash are left out."""
    return [clause for _, clause in linked(reader, template_id)]


def linked(reader: Reader, template_id: str) -> list[tuple[TemplateClause, LibraryClause]]:
    """The clauses of a template in their order, each after the record that puts it there."""
    links = reader.find(TemplateClause, template_id=template_id)
    ids = [each.library_clause_id for each in links if each.library_clause_id]
    found = {each.id: each for each in reader.get_many(LibraryClause, ids)
             if each.deleted_at is None}
    return [(each, found[each.library_clause_id]) for each in links
            if each.library_clause_id in found]


def templates_with(reader: Reader, clause_id: str) -> list[Template]:
    """The templates that begin with a clause."""
    links = reader.find(TemplateClause, library_clause_id=clause_id)
    ids = {each.template_id for each in links}
    return [each for each in templates(reader) if each.id in ids]


def is_shipped(record: Record) -> bool:
    """Whether the program came with words for this template or clause."""
    shipped = library_file.shipped()
    if isinstance(record, Template):
        return any(each.key == record.key for each in shipped.templates)
    return isinstance(record, LibraryClause) and any(
        each.key == record.key for each in shipped.clauses
    )


def export(store: Store, path: Path) -> int:
    """Write the library to a file that any office can import; returns how many templates.

    Raises EnvironmentProblem; the file is then as it was before.
    """
    with store.reading() as reader:
        content = Library(
            tuple(_template_text(reader, each) for each in templates(reader)),
            tuple(_clause_text(each) for each in reader.find(LibraryClause)),
        )
    library_file.write(content, path)
    return len(content.templates)


def preview_import(store: Store, path: Path) -> LibraryImport:
    """What importing a file would do. Raises InputError for anything wrong with the file."""
    content = library_file.read(path)
    with store.reading() as reader:
        return _counts(plan_of(reader, content))


def import_(store: Store, path: Path) -> LibraryImport:
    """Take over the templates and clauses of a file as one change set.

    Those with a key that the office knows get the words of the file; others are added, and what
    the file does not hold stays. Raises InputError for anything wrong with the file.
    """
    content = library_file.read(path)
    operation = Operation("library.import", {"name": path.name})
    with store.writing(operation) as work:
        plan = plan_of(work, content)
        plan.carry_out(work)
    return _counts(plan)


def reset(store: Store, template_id: str) -> Template:
    """Give a template its shipped words and clauses again, and those clauses theirs.

    Raises InputError("library.not_shipped") for one that the office made.
    """
    template = _existing(store, Template, template_id)
    shipped = library_file.shipped()
    wanted = next((each for each in shipped.templates if each.key == template.key), None)
    if wanted is None:
        raise InputError(Problem("library.not_shipped", values={"name": template.name}))
    _take_over(store, template, Library((wanted,), shipped.clauses_of(wanted)))
    return _existing(store, Template, template_id)


def reset_clause(store: Store, clause_id: str) -> LibraryClause:
    """Give a clause its shipped words again. Raises InputError("library.not_shipped")."""
    clause = _existing(store, LibraryClause, clause_id)
    wanted = [each for each in library_file.shipped().clauses if each.key == clause.key]
    if not wanted:
        raise InputError(Problem("library.not_shipped", values={"name": clause.heading}))
    _take_over(store, clause, Library((), tuple(wanted)))
    return _existing(store, LibraryClause, clause_id)


def add_clause(store: Store, template_id: str, clause_id: str) -> TemplateClause:
    """Let a template begin with one more clause of the library, as its last."""
    template = _existing(store, Template, template_id)
    clause = _existing(store, LibraryClause, clause_id)
    with store.writing(_adding(template, clause)) as work:
        return work.add(_last_link(work, template_id, clause_id))


def move_clause(store: Store, link: TemplateClause, target: TemplateClause) -> None:
    """Put a clause of a template where ``target`` stands, with clauses in Trash between or not."""
    with store.reading() as reader:
        links = reader.find(TemplateClause, template_id=link.template_id)
    place = next((n for n, each in enumerate(links, 1) if each.id == target.id), len(links))
    records.move(store, TemplateClause, "template_id", link.id, place)


def add_new_clause(store: Store, template_id: str, heading: str) -> LibraryClause:
    """Write a new clause for the library and put it last into a template. Raises InputError."""
    template = _existing(store, Template, template_id)
    clause = LibraryClause.checked({"heading": heading})
    with store.writing(_adding(template, clause)) as work:
        work.add(clause)
        work.add(_last_link(work, template_id, clause.id))
    return clause


def copy_template(store: Store, template_id: str, name: str) -> Template:
    """A template of the office's own that begins as ``template_id`` is now; clauses are shared."""
    original = _existing(store, Template, template_id)
    values = {each: getattr(original, each) for each in Template.declarations
              if each not in ("key", "deleted_at")}
    copy = Template.checked({**values, "name": name, "name_es": ""})
    with store.writing(Operation("record.add", {"kind": "template", "name": name})) as work:
        work.add(copy)
        work.add_many(
            TemplateClause(template_id=copy.id, library_clause_id=each.id, position=position)
            for position, each in enumerate(clauses_of(work, template_id), 1)
        )
    return copy


def _adding(template: Template, clause: LibraryClause) -> Operation:
    values = {"kind": clause.kind, "name": clause.heading, "parent": template.name}
    return Operation("record.add_child", values)


def _last_link(reader: Reader, template_id: str, clause_id: str) -> TemplateClause:
    links = reader.find(TemplateClause, template_id=template_id)
    position = max((each.position for each in links), default=0) + 1
    return TemplateClause(
        template_id=template_id, library_clause_id=clause_id, position=position
    )


def _take_over(store: Store, record: Record, content: Library) -> None:
    with store.writing(Operation("library.reset", {"name": record.caption})) as work:
        plan_of(work, content).carry_out(work)


def _counts(plan: Plan) -> LibraryImport:
    new, changed = len(plan.new), plan.changing
    return LibraryImport(new, changed, plan.wanted - new - changed)


def _existing(store: Store, entity: type[R], record_id: str) -> R:
    with store.reading() as reader:
        record = reader.get(entity, record_id)
    if record is None:
        raise EnvironmentProblem("record.gone", kind=entity.kind, id=record_id)
    return record


def _template_text(reader: Reader, template: Template) -> TemplateText:
    return TemplateText(
        key=key_of(template),
        instrument=template.instrument,
        name={"en": template.name, "es": template.name_es},
        description={"en": template.description, "es": template.description_es},
        title={"en": template.title, "es": template.title_es},
        purpose={"en": template.purpose, "es": template.purpose_es},
        clauses=tuple(key_of(each) for each in clauses_of(reader, template.id)),
    )


def _clause_text(clause: LibraryClause) -> ClauseText:
    return ClauseText(
        key=key_of(clause),
        heading={"en": clause.heading, "es": clause.heading_es},
        text={"en": clause.text, "es": clause.text_es},
    )
