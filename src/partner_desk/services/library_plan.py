"""What it takes to give an office's library the words of another: compared first, then written."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, TypeVar

from partner_desk.files.library import ClauseText, Library, TemplateText
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.identity import as_uuid, derived_id
from partner_desk.model.library import LibraryClause, Template, TemplateClause
from partner_desk.store.reader import Reader
from partner_desk.store.unit_of_work import UnitOfWork

Known = TypeVar("Known", Template, LibraryClause)


def key_of(record: Template | LibraryClause) -> str:
    """By what files and the terminal know a record of the library."""
    return record.key or record.id


@dataclass(slots=True)
class Plan:
    """Records to add, to change and to delete; nothing of it is written yet."""

    new: list[Template | LibraryClause] = field(default_factory=list)
    changed: list[Template | LibraryClause] = field(default_factory=list)
    new_links: list[TemplateClause] = field(default_factory=list)
    moved_links: list[TemplateClause] = field(default_factory=list)
    gone_links: list[TemplateClause] = field(default_factory=list)
    wanted: int = 0
    """How many templates and clauses it brings, those that are there already among them."""

    @property
    def changing(self) -> int:
        """How many templates and clauses of the office get other words or another order."""
        fresh = {each.id for each in self.new}
        links = (*self.new_links, *self.moved_links, *self.gone_links)
        relinked = {each.template_id for each in links} - fresh
        return len({each.id for each in self.changed} | relinked)

    def carry_out(self, work: UnitOfWork) -> None:
        """Write all of it."""
        work.add_many(each for each in self.new if isinstance(each, LibraryClause))
        work.add_many(each for each in self.new if isinstance(each, Template))
        work.change_many(self.changed)
        for each in self.gone_links:
            work.delete(TemplateClause, each.id)
        work.change_many(self.moved_links)
        work.add_many(self.new_links)


def plan_of(reader: Reader, wanted: Library) -> Plan:
    """How the office's library comes to hold all of ``wanted``; what else it holds stays.

    Raises InputError with every text that no field takes.
    """
    plan = Plan(wanted=len(wanted.clauses) + len(wanted.templates))
    problems: list[Problem] = []
    clauses = {key_of(each): each for each in reader.find(LibraryClause)}
    ids = {
        each.key: _place(plan, problems, LibraryClause, clauses.get(each.key), each.key,
                         _clause_values(each))
        for each in wanted.clauses
    }
    templates = {key_of(each): each for each in reader.find(Template)}
    for each in wanted.templates:
        stored = templates.get(each.key)
        template_id = _place(plan, problems, Template, stored, each.key, _template_values(each))
        links = reader.find(TemplateClause, template_id=template_id) if stored else []
        _link(plan, template_id, links, [ids[key] for key in each.clauses])
    if problems:
        raise InputError(*problems)
    return plan


def _place(
    plan: Plan,
    problems: list[Problem],
    entity: type[Known],
    stored: Known | None,
    key: str,
    values: dict[str, Any],
) -> str:
    """Plan a record with these values and return its id.

    The id follows from the key, so that a key is one record on every computer.
    """
    cleaned, refused = entity.check({**values, "key": key}, f"{entity.kind} {key}")
    problems += refused
    if stored is None:
        made = entity(id=as_uuid(key) or derived_id(entity.kind, key), **cleaned)
        plan.new.append(made)
        return made.id
    after = replace(stored, **{**cleaned, "key": stored.key})
    if after != stored:
        plan.changed.append(after)
    return stored.id


def _link(
    plan: Plan, template_id: str, links: Sequence[TemplateClause], clause_ids: Sequence[str]
) -> None:
    """Plan that a template has these clauses in this order, with the links that it has already."""
    if [each.library_clause_id for each in links] == list(clause_ids):
        return
    free: dict[str, list[TemplateClause]] = defaultdict(list)
    for link in links:
        free[link.library_clause_id or ""].append(link)
    taken = {each.id for each in links}
    for position, clause_id in enumerate(clause_ids, 1):
        if free[clause_id]:
            link = free[clause_id].pop(0)
            if link.position != position:
                plan.moved_links.append(replace(link, position=position))
            continue
        made = TemplateClause(
            id=_link_id(taken, template_id, clause_id), template_id=template_id,
            library_clause_id=clause_id, position=position,
        )
        taken.add(made.id)
        plan.new_links.append(made)
    plan.gone_links += [each for rest in free.values() for each in rest]


def _link_id(taken: set[str], template_id: str, clause_id: str) -> str:
    """The id of a link that follows from its ends; a clause may stand in a template twice."""
    ids = (derived_id("template_clause", template_id, clause_id, str(n)) for n in count(1))
    return next(each for each in ids if each not in taken)


def _clause_values(clause: ClauseText) -> dict[str, Any]:
    heading, text = clause.heading, clause.text
    return {
        "heading": heading["en"] or heading["es"] or clause.key,
        "text": text["en"],
        "heading_es": heading["es"],
        "text_es": text["es"],
    }


def _template_values(template: TemplateText) -> dict[str, Any]:
    texts = ("name", "description", "title", "purpose")
    english = {name: getattr(template, name)["en"] for name in texts}
    english["name"] = english["name"] or template.name["es"] or template.key
    spanish = {f"{name}_es": getattr(template, name)["es"] for name in texts}
    return {"instrument": template.instrument, **english, **spanish}
