"""Taking a sheet in: look first, then write all of it in one change set."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from partner_desk.files.hsds import Refusal, SourceRow
from partner_desk.files.sheets.look import IsCancelled, Look, fingerprint, look, never
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.history import Operation
from partner_desk.model.identity import derived_id
from partner_desk.model.origins import Source
from partner_desk.services import safekeeping
from partner_desk.services.duplicates import Likeness
from partner_desk.services.importing.alike import AlikeFinder, facts_told
from partner_desk.services.importing.deciding import Joined
from partner_desk.services.importing.match import NEW, UNCHANGED, Matched
from partner_desk.services.importing.preview import (
    AS_NEW,
    LEFT_OUT,
    MOST_ROWS_SHOWN,
    ImportPreview,
    ImportResult,
    SeenField,
    SeenRow,
)
from partner_desk.services.importing.seen import seen_fields
from partner_desk.services.importing.single_pass import Pass
from partner_desk.services.importing.source import Named, SourceMatch, agreement
from partner_desk.services.importing.undoubling import HeldParts
from partner_desk.services.sheets.alike import facts_of_row
from partner_desk.services.sheets.building import Owner
from partner_desk.services.sheets.category_names import category_labels
from partner_desk.services.sheets.cells import text_of
from partner_desk.services.sheets.giving import SheetGiver, Told
from partner_desk.services.sheets.outdated_costs import OutdatedCosts
from partner_desk.services.sheets.owners import ASKED
from partner_desk.services.sheets.partnering import NewPartners
from partner_desk.services.sheets.places import HeldPlaces
from partner_desk.services.sheets.settled import Settled, shape_of
from partner_desk.services.sheets.targets import NEEDED
from partner_desk.services.without_collecting import nothing_to_collect
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store
from partner_desk.store.unit_of_work import UnitOfWork

Report = Callable[[int, int | None], None]
Decisions = Mapping[str, str]


def _no_report(done: int, total: int | None) -> None:
    """Nobody watches."""


def preview(
    store: Store, path: Path, settled: Settled, decisions: Decisions | None = None,
    report: Report = _no_report, cancelled: IsCancelled = never,
) -> ImportPreview:
    """Read and match every row without writing; ``report`` gets rows done and rows in all.

    ``decisions`` say by a row's key what a person decided of it (see ``SeenRow``).
    Raises InputError, EnvironmentProblem, Cancelled.
    """
    _check(settled)
    seen = look(path, settled.reading, cancelled=cancelled)
    with store.reading() as reader:
        return _Sheet(reader, None, path, seen, settled, decisions or {}, cancelled).run(
            report, cancelled
        )


def apply(
    store: Store, seen: ImportPreview, decisions: Decisions | None = None,
    report: Report = _no_report, cancelled: IsCancelled = never,
) -> ImportResult:
    """Write what ``seen`` showed, with these decisions (None: those of ``seen``).

    All of it is one change set; nothing is written when cancelled. Raises
    InputError("import.file_changed") when the file is no longer what was looked at.
    """
    settled = seen.settled
    if settled is None or not seen.path.exists() or (fingerprint(seen.path),) != seen.fingerprint:
        raise InputError(Problem("import.file_changed", values={"name": seen.name}))
    sheet = look(seen.path, settled.reading, cancelled=cancelled)
    decided = seen.decisions if decisions is None else decisions
    safekeeping.backup_if_changed(store)
    operation = Operation("import.sheet", {"name": seen.name}, kind="import")
    with nothing_to_collect(), store.writing(operation) as work:
        result = _Sheet(work, work, seen.path, sheet, settled, decided, cancelled).run(
            report, cancelled
        )
    result.change_set_id = work.change_set_id
    return result


def _check(settled: Settled) -> None:
    """Refuse to go on where no column can give the name of what a row is."""
    fields = {use.field for use in settled.uses}
    if not fields & set(NEEDED[settled.target]):
        raise InputError(Problem("sheet.no_name", values={"kind": settled.target}))


def source_of(reader: Reader, seen: Look, settled: Settled, name: str) -> SourceMatch:
    """The source of sheets of this shape and kind, so that next year's finds the same records.

    Where sheets of one shape number their rows and one number means different names, they are of
    different lists: each gets a source of its own.
    """
    keyed = next((use.column for use in settled.uses if use.field == "row.key"), None)
    sample = _sample(seen, settled, keyed) if keyed is not None else []
    for turn in range(20):
        source_id = derived_id("source", "sheet", shape_of(seen.headings), settled.target,
                               str(turn))
        known = reader.get(Source, source_id)
        source = known or Source(id=source_id, name=name, of_sheet=True)
        agreeing, shared = agreement(reader, source, sample) if known else (0, 0)
        if agreeing * 2 >= shared:
            break
    return SourceMatch(source, fresh=known is None)


def _sample(seen: Look, settled: Settled, keyed: int) -> list[Named]:
    named = next((use.column for use in settled.uses if use.field == f"{settled.target}.name"), -1)
    return [
        Named(settled.target, text_of(row.cells[keyed]),
              text_of(row.cells[named]) if named >= 0 else "")
        for row in seen.sample if row.cells[keyed] is not None
    ]


class _Sheet(Pass):
    """One pass over a sheet."""

    def __init__(
        self, reader: Reader, work: UnitOfWork | None, path: Path, seen: Look, settled: Settled,
        decisions: Decisions, cancelled: IsCancelled,
    ) -> None:
        settled = replace(settled, reading=seen.reading)
        match = source_of(reader, seen, settled, path.name)
        self._sheet = SheetGiver(
            reader, path, seen, settled, match.source.id, match.fresh, decisions, cancelled
        )
        result = ImportPreview(
            path, path.name, match.source.id, not match.fresh, (), {}, (fingerprint(path),),
            blank=seen.blank, settled=settled, decisions=dict(decisions),
        )
        super().__init__(reader, work, self._sheet, match, result)
        self._work = work
        self._target = settled.target
        self._decisions = decisions
        self._alike = AlikeFinder(reader, settled.target)
        self._owners = AlikeFinder(reader, "organization")
        self._asked: set[str] = set()
        self._categories = category_labels(reader)
        self._places = HeldPlaces(reader, match.source.id)
        self._costs = OutdatedCosts(reader, self.matcher, match)
        self._partners = NewPartners(reader) if self._target == "organization" else None
        self._not_ours: dict[tuple[str, str], tuple[Refusal, int]] = {}
        self._joined = Joined(reader, self.matcher, match.source.id)
        self._parts = HeldParts(reader, self.matcher, match.source.id, self._joined)
        self._decided = {key for key, each in decisions.items() if self._join(key, each)}

    def _join(self, key: str, decision: str) -> bool:
        """Let a key stand for the record that a person said it is; whether it does."""
        if decision in ("", AS_NEW, LEFT_OUT):
            return False
        if key.startswith(ASKED) and self._target != "organization":
            return self._joined.join("organization", key.removeprefix(ASKED), decision)
        return self._joined.join(self._target, key, decision)

    def run(self, report: Report, cancelled: IsCancelled) -> ImportPreview:
        """Go through all rows; returns what became of them."""
        result = super().run(report, cancelled)
        result.notes.extend(self._sheet.counted())
        result.notes.extend(
            first._replace(values={**first.values, "count": count})
            for first, count in self._not_ours.values()
        )
        if self._work is not None:
            self._joined.write(self._work)
            if self._partners is not None:
                self._partners.write(self._work)
        result.rows.sort(key=lambda row: row.number)
        return result

    def _taken_rows(self) -> Iterator[SourceRow]:
        for row in super()._taken_rows():
            placed = self._parts.settled(self._places.reused(self.matcher, row))
            yield self._costs.dropped(placed)

    def take(self, outcome: Matched) -> None:
        """Count and show a row that is taken."""
        begun: tuple[SeenField, ...] = ()
        if self._partners is not None:
            outcome, begun = self._partners.noted(outcome)
        super().take(outcome)
        told = self._sheet.told.pop(outcome.row.row, Told("", ()))
        for note in told.notes:
            self._note_cell(note)
        own = outcome.row.records[0]
        detailed = len(self.result.rows) < MOST_ROWS_SHOWN
        caption = own.values.get("name", "")
        row = SeenRow(
            outcome.row.row, told.key, outcome.state, own.kind, str(caption),
            (*seen_fields(outcome.taken, own.kind, self._categories), *begun) if detailed else (),
            notes=(*told.notes, *outcome.notes),
            decision=self._decisions.get(told.key, ""),
        )
        decided = told.key in self._decided
        looked_for = self._work is None and (outcome.state == NEW or decided)
        alike: tuple[Likeness, ...] = ()
        if looked_for and not self._alike.nothing:
            record = next(each.record for each in outcome.taken if each.record.kind == own.kind)
            alike = self._alike.like(
                facts_of_row(outcome, own.kind), "" if decided else record.id
            )
        self._ask(outcome.row.row, told.owner, outcome)
        self.result.rows.append(row._replace(alike=alike))

    def _ask(self, number: int, owner: Owner | None, outcome: Matched | None = None) -> None:
        """Show an organization that rows name, once, where it may be one that the office has."""
        if owner is None or not owner.asked or owner.asked in self._asked:
            return
        self._asked.add(owner.asked)
        decision = self._decisions.get(owner.asked, "")
        if self._owners.nothing or (self._work is not None and not decision):
            return
        alike = self._owners.like(facts_told(owner.told), "" if decision else owner.home)
        if not alike and not decision:
            return
        taken = [each for each in outcome.taken if each.record.kind == "organization"] if (
            outcome is not None) else []
        state = taken[0].state if taken else "refused" if outcome is None else UNCHANGED
        self.result.rows.append(SeenRow(
            number, owner.asked, state, "organization", owner.told["name"],
            seen_fields(taken, "organization"), alike=alike, decision=decision,
        ))

    def _note_cell(self, note: Refusal) -> None:
        """A category that is none of the office's is told of once, with how often it stands."""
        if note.code != "category.not_ours":
            self.result.notes.append(note)
            return
        what = (note.column, str(note.values["name"]))
        first, count = self._not_ours.get(what, (note, 0))
        self._not_ours[what] = (first, count + 1)

    def refuse(self, refusal: Refusal) -> None:
        """Count and show a row that is not taken."""
        super().refuse(refusal)
        told = self._sheet.told.pop(refusal.row, Told(refusal.key, ()))
        if refusal.code == "row.left_out":
            self._ask(refusal.row, told.owner)
        self.result.rows.append(SeenRow(
            refusal.row, told.key, "refused", refusal.kind, told.caption, refusals=(refusal,),
            notes=told.notes, decision=self._decisions.get(told.key, ""),
        ))
