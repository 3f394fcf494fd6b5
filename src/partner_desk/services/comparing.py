"""What changed between two revisions of an agreement, or between an agreement and its renewal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from partner_desk.files.packet.facts import dollars
from partner_desk.files.templates import written_date
from partner_desk.model.agreements import PARTIES, Agreement, Clause
from partner_desk.model.choices import Choice
from partner_desk.model.dates import Date
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.folding import fold
from partner_desk.model.numbers import Money
from partner_desk.model.values import Flag
from partner_desk.services.agreements import existing
from partner_desk.services.revisions import content_of, revisions, working
from partner_desk.services.snapshots import PARTS, Snapshot, printed_fields, snapshot
from partner_desk.store.store import Store

if TYPE_CHECKING:
    from partner_desk.files.changes_paper import ChangedRow, ChangesPaper, Line
    from partner_desk.files.pdf.render import Pdf

Text = Callable[[str], str]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a comparison; ``draft`` is one that never went out."""

    number: str
    revision: int
    draft: bool
    title: str
    content: Snapshot


def version(store: Store, agreement_id: str, revision: int | None = None) -> Version:
    """A frozen revision of an agreement, or what it says now (None, or the working number).

    Raises InputError("revision.unknown") with the numbers there are.
    """
    with store.reading() as reader:
        agreement = existing(reader, agreement_id)
        at = working(reader, agreement)
        frozen = {each.number: each for each in revisions(reader, agreement_id)}
        chosen = at.number if revision is None else revision
        if chosen in frozen:
            content = content_of(reader, frozen[chosen])
        elif chosen == at.number:
            content = snapshot(reader, agreement)
        else:
            known = ", ".join(str(each) for each in sorted({*frozen, at.number}))
            values = {"number": chosen, "known": known}
            raise InputError(Problem("revision.unknown", values=values))
    return Version(agreement.number, chosen, chosen not in frozen, agreement.title, content)


def predecessor(store: Store, agreement_id: str) -> Version:
    """The agreement that this one renews or amends, as it went out last.

    Raises EnvironmentProblem("record.gone") when there is none.
    """
    with store.reading() as reader:
        agreement = existing(reader, agreement_id)
        old = reader.get(Agreement, agreement.renews_id or agreement.amends_id)
        if old is None:
            raise EnvironmentProblem("record.gone", kind="agreement", id=agreement_id)
        frozen = revisions(reader, old.id)
    return version(store, old.id, frozen[0].number if frozen else None)


def changes_pdf(before: Version, after: Version, text: Text, language: str, paper: str) -> "Pdf":
    """What changed from one version to the other, as a PDF in the language of ``text``."""
    from partner_desk.files.changes_paper import layout
    from partner_desk.files.pdf.render import render

    return render(layout(compared(before, after, text, language, paper), text))


def compared(
    before: Version, after: Version, text: Text, language: str, paper: str = "letter"
) -> "ChangesPaper":
    """What changed from one version to the other, in plain texts."""
    from partner_desk.files.changes_paper import ChangedPart, ChangesPaper, Side

    words = _Words(text, language)
    parts = [ChangedPart(text(Agreement.label), _agreement(before.content, after.content, words))]
    for entity in PARTS:
        rows = _rows(entity, before.content[entity.kind], after.content[entity.kind], words)
        parts.append(ChangedPart(text(entity.plural), rows))
    parts += _exhibit_clauses(before.content, after.content, words)
    return ChangesPaper(
        language, paper, after.title,
        Side(before.number, before.revision, before.draft),
        Side(after.number, after.revision, after.draft),
        tuple(each for each in parts if each.rows),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """Stored values as words of one language."""

    text: Text
    language: str

    def shown(self, entity: type[Record], name: str, row: Row) -> str:
        """The value of a field of a row; "" where it has none."""
        value = row.get(name)
        if value in (None, ""):
            return ""
        if name == "school_id":
            return str(row.get("school", ""))
        if name == "attachment_id":
            return str(row.get("file", {}).get("name", ""))
        from partner_desk.files.changes_paper import NO, YES

        type_ = entity.declarations[name].type
        unpacked = type_.unpack(value)
        match type_:
            case Choice():
                return self.text(type_.label(unpacked))
            case Date():
                return written_date(unpacked, self.language)
            case Money():
                return dollars(unpacked)
            case Flag():
                return self.text(YES if unpacked else NO)
        return type_.show(unpacked)

    def lines(self, entity: type[Record], before: Row, after: Row) -> "tuple[Line, ...]":
        """The fields of a row that differ, each with its text marked."""
        from partner_desk.files.changes_paper import Line
        from partner_desk.files.comparing import compared as marked

        found = []
        for name in printed_fields(entity):
            old, new = self.shown(entity, name, before), self.shown(entity, name, after)
            if old != new:
                label = self.text(entity.declarations[name].label)
                found.append(Line(label, marked(old, new)))
        return tuple(found)


def _agreement(before: Snapshot, after: Snapshot, words: _Words) -> "tuple[ChangedRow, ...]":
    from partner_desk.files.changes_paper import ChangedRow, Line
    from partner_desk.files.comparing import compared as marked

    lines = list(words.lines(Agreement, before["agreement"], after["agreement"]))
    for party in PARTIES[:2]:
        old, new = before["parties"][party.value], after["parties"][party.value]
        if old != new:
            lines.append(Line(words.text(party.label), marked(old, new)))
    return (ChangedRow("changed", "", tuple(lines)),) if lines else ()


def _exhibit_clauses(before: Snapshot, after: Snapshot, words: _Words) -> list[Any]:
    from partner_desk.files.changes_paper import ChangedPart

    found = []
    for old, new in _pairs(before["exhibit"], after["exhibit"]):
        shown = new or old or {}
        rows = _rows(
            Clause, old["clauses"] if old else (), new["clauses"] if new else (), words
        )
        found.append(ChangedPart(str(shown["title"]), rows))
    return found


def _rows(
    entity: type[Record], before: Sequence[Row], after: Sequence[Row], words: _Words
) -> "tuple[ChangedRow, ...]":
    """The rows of a part that are new, gone, changed or moved, in the new order."""
    from partner_desk.files.changes_paper import ChangedRow

    found: list[ChangedRow] = []
    pairs = _pairs(before, after)
    moved = _moved([old["id"] for old in before], [old["id"] for old, new in pairs if old and new])
    for old, new in pairs:
        row = new or old
        assert row is not None
        name = words.shown(entity, entity.title_field().name, row) or words.shown(
            entity, "school_id", row
        )
        lines = words.lines(entity, old or {}, new or {})
        if old is None or new is None:
            title = words.text(entity.title_field().label)
            lines = tuple(each for each in lines if each.label != title)  # It is the heading.
            found.append(ChangedRow("new" if old is None else "removed", name, lines))
        elif lines:
            found.append(ChangedRow("changed", name, lines))
        elif old["id"] in moved:
            found.append(ChangedRow("moved", name, ()))
    return tuple(found)


def _pairs(
    before: Sequence[Row], after: Sequence[Row]
) -> list[tuple[Row | None, Row | None]]:
    """Rows that are the same thing, those only one side has with None; in the new order.

    The same id is the same thing; in a renewal, where ids are new, the same title is.
    """
    left = {row["id"]: row for row in before}
    by_title: dict[str, list[str]] = {}
    known = {row["id"] for row in after}
    for row in before:
        if row["id"] not in known:
            by_title.setdefault(_title(row), []).append(row["id"])
    pairs: list[tuple[Row | None, Row | None]] = []
    for row in after:
        old_id = row["id"] if row["id"] in left else next(iter(by_title.get(_title(row), [])), "")
        if old_id and old_id != row["id"]:
            by_title[_title(row)].remove(old_id)
        pairs.append((left.pop(old_id, None), row))
    return pairs + [(row, None) for row in before if row["id"] in left]


def _title(row: Row) -> str:
    """What a row without a known id is recognised by."""
    names = ("heading", "description", "statement", "item", "title", "name", "school")
    return fold(" ".join(str(row.get(name, "")) for name in names)).strip()


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Which of the rows both sides have stand elsewhere among them."""
    kept = [each for each in before if each in set(after)]
    matcher = SequenceMatcher(a=kept, b=list(after), autojunk=False)
    codes = matcher.get_opcodes()
    return {each for what, i, j, _, _ in codes if what in ("delete", "replace")
            for each in kept[i:j]}
