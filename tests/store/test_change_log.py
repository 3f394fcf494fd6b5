"""The change log says exactly what became of the database, whatever was done to it."""

import random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.fields import Record
from partner_desk.model.history import CREATED, Change, Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.resources import Service
from partner_desk.store.integrity import check
from partner_desk.store.store import Store
from partner_desk.store.tables import table_of, whole_schema
from partner_desk.store.unit_of_work import UnitOfWork
from tests.conftest import FakeClock
from tests.store.test_integrity import behind_its_back

KINDS: tuple[type[Record], ...] = (Organization, Service, Contact, PhoneNumber)
State = dict[tuple[str, str], dict[str, Any]]
WORDS = ("", "Ánimo", "O'Brien & Söhne <b>", "=1+1", "ភ្នំពេញ", "x" * 300, "two words")


def state(store: Store) -> State:
    """Every record of the database, packed, in Trash or not."""
    found: State = {}
    with store.reading() as reader:
        for entity in KINDS:
            table = table_of(entity.kind)
            ids = [row[0] for row in reader.connection.execute(select(table.c.id))]
            for record in reader.get_many(entity, ids):
                found[entity.kind, record.id] = {
                    name: each.type.pack(getattr(record, name))
                    for name, each in entity.declarations.items()
                }
    return found


def replayed(before: State, changes: list[Change]) -> State:
    """What the log makes of a state; a change that does not start from it is an error."""
    after = {key: dict(values) for key, values in before.items()}
    for change in changes:
        key = (change.kind, change.record_id)
        if change.field == CREATED:
            assert key not in after, f"{key} was made twice"
            entity = next(each for each in KINDS if each.kind == change.kind)
            start = {name: each.type.pack(each.default) for name, each in
                     entity.declarations.items()}
            after[key] = {**start, **change.after}
        else:
            assert after[key][change.field] == change.before, change
            after[key][change.field] = change.after
    return after


class Typist:
    """Somebody who does anything to an office, by chance but always the same for a seed."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store = store
        self.chance = random.Random(seed)
        self.ids: dict[str, list[str]] = {entity.kind: [] for entity in KINDS}

    def step(self) -> None:
        """Do something, in one change set or by undo and redo."""
        action = self.chance.choice(
            (self.write, self.write, self.write, self._undo, self._redo, self._undo_any)
        )
        action()

    def write(self) -> None:
        with self.store.writing(Operation("test.random")) as work:
            for _ in range(self.chance.randint(1, 4)):
                self.chance.choice(
                    (self._add, self._add, self._change, self._change_many, self._delete,
                     self._bring_back, self._add_again)
                )(work)

    def _undo(self) -> None:
        self.store.undo()

    def _redo(self) -> None:
        self.store.redo()

    def _undo_any(self) -> None:
        with self.store.reading() as reader:
            sets = [each for each in reader.change_sets() if each.undone_by is None]
        if sets:
            self.store.undo(self.chance.choice(sets).id)

    def _values(self, entity: type[Record]) -> dict[str, Any]:
        title = entity.title_field().name
        values: dict[str, Any] = {title: self.chance.choice(WORDS) or "555-0100"}
        owners = self.ids["organization"]
        if entity is not Organization and owners and self.chance.random() < 0.8:
            values["organization_id"] = self.chance.choice(owners)
        if entity is Organization:
            values["tags"] = tuple(self.chance.sample(WORDS[1:], self.chance.randint(0, 2)))
            values["year_incorporated"] = self.chance.choice((None, 1900, 2026))
            values["extra"] = self.chance.choice(({}, {"Ä": "ö"}))
        if entity is Contact:
            values["may_sign"] = self.chance.random() < 0.5
        return values

    def _new_id(self) -> str:
        return str(UUID(int=self.chance.getrandbits(128)))

    def _some(self) -> tuple[type[Record], str] | None:
        entity = self.chance.choice(KINDS)
        ids = self.ids[entity.kind]
        return (entity, self.chance.choice(ids)) if ids else None

    def _add(self, work: UnitOfWork) -> None:
        records: list[Record] = []
        for entity in self.chance.choices(KINDS, k=self.chance.randint(1, 4)):
            records.append(entity(id=self._new_id(), **self._values(entity)))
        work.add_many(records)
        for record in records:
            self.ids[record.kind].append(record.id)

    def _add_again(self, work: UnitOfWork) -> None:
        some = self._some()
        if some and work.get(*some) is not None:
            work.add(some[0](id=some[1], **self._values(some[0])))

    def _change(self, work: UnitOfWork) -> None:
        some = self._some()
        if some and work.get(*some) is not None:
            work.change(*some, **self._values(some[0]))

    def _change_many(self, work: UnitOfWork) -> None:
        for entity in KINDS:
            ids = self.chance.sample(self.ids[entity.kind], min(3, len(self.ids[entity.kind])))
            work.change_many([entity(id=each, **self._values(entity)) for each in ids])

    def _delete(self, work: UnitOfWork) -> None:
        if some := self._some():
            work.delete(*some)

    def _bring_back(self, work: UnitOfWork) -> None:
        if some := self._some():
            work.bring_back(*some)


def follow(store: Store, seed: int, steps: int) -> None:
    """Do things by chance and hold the log against the database after each."""
    typist = Typist(store, seed)
    known, before = 0, state(store)
    for _ in range(steps):
        typist.step()
        after = state(store)
        with store.reading() as reader:
            fresh = [each for each in reader.change_sets(1000) if each.sequence > known][::-1]
            changes = [change for each in fresh for change in reader.changes(each.id)]
        assert replayed(before, changes) == after, f"seed {seed}"
        known, before = (fresh[-1].sequence if fresh else known), after


@pytest.mark.parametrize("seed", range(3))
def test_the_log_equals_the_difference(any_office: Store, seed: int) -> None:
    follow(any_office, seed, 25)
    result = check(any_office)
    assert result.ok, f"seed {seed}: {result.problems}"
    with any_office.reading() as reader:
        for table in whole_schema().sorted_tables:
            if table.name not in {entity.kind for entity in KINDS} | {"change", "change_set"}:
                assert reader.connection.execute(table.select()).first() is None


def test_both_engines_come_to_the_same(office: Store, postgresql_url: str) -> None:
    shared = Store.open(postgresql_url, office.author, clock=FakeClock())
    for store in (office, shared):
        typist = Typist(store, 7)
        for _ in range(40):
            typist.write()
    assert state(office) == state(shared)
    assert office.digest() == shared.digest()
    shared.close()


@pytest.mark.parametrize("method", ["_note", "_mark", "_add_all"])
def test_a_planted_bug_is_caught(
    office: Store, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = getattr(UnitOfWork, method)

    def forgetful(work: UnitOfWork, *arguments: Any) -> None:
        length = len(work.pending)
        whole(work, *arguments)
        if len(work.pending) > length:
            work.pending.pop()  # One change is written and not recorded.

    monkeypatch.setattr(UnitOfWork, method, forgetful)
    with pytest.raises((AssertionError, KeyError)):
        follow(office, 1, 200)


def test_a_change_past_the_unit_of_work_is_caught(office: Store) -> None:
    typist = Typist(office, 3)
    for _ in range(20):
        typist.write()
    with office.reading() as reader:
        sets = reader.change_sets(1000)[::-1]
        changes = [change for each in sets for change in reader.changes(each.id)]
    assert replayed({}, changes) == state(office)
    behind_its_back(office, "UPDATE organization SET description = 'nobody wrote this'")
    assert replayed({}, changes) != state(office)
