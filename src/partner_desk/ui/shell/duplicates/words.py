"""What is said of records that look alike, and of what combining them would do."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from partner_desk.model.registry import KINDS
from partner_desk.model.texts import N_
from partner_desk.ui.components.rows import Row
from partner_desk.ui.desk import Desk
from partner_desk.ui.sentences import problem_sentence
from partner_desk.ui.shell.duplicates.groups import CHOSEN

if TYPE_CHECKING:
    from partner_desk.services.combining import CombinePlan
    from partner_desk.services.duplicates.facts import Group, Pair, Reason

TextOf = Callable[[str], str]

LEVEL_WORDS = {
    "same": N_("Sure"), "likely": N_("Likely"), "perhaps": N_("Perhaps"), CHOSEN: N_("Chosen"),
}
_TONES = {"same": "success", "likely": "info", "perhaps": "neutral", CHOSEN: "warning"}
_QUIET_KINDS = frozenset({"kept_row", "alias", "not_same"})


def group_row(desk: Desk, place: int, group: "Group") -> Row:
    """A group in the list: a name, how many, the first reason, how sure."""
    count = desk.plural("{0} record", "{0} records", len(group.ids))
    reasons = [each for pair in group.pairs[:1] for each in pair.reasons if each.speaks_for]
    # The names are seen; what else is the same tells more.
    reasons.sort(key=lambda each: "name" in each.code)
    detail = " · ".join([count, *_sentences(desk.text, reasons[:1])])
    return Row(group.captions[0], detail, badge=desk.text(LEVEL_WORDS[group.level]),
               tone=_TONES[group.level], data=place)


def told(text: TextOf, pairs: "Iterable[Pair]") -> tuple[list[str], list[str]]:
    """The reasons of pairs in words: what speaks for one record, and what for two."""
    reasons = [each for pair in pairs for each in pair.reasons]
    return (_sentences(text, (each for each in reasons if each.speaks_for)),
            _sentences(text, (each for each in reasons if not each.speaks_for)))


def _sentences(text: TextOf, reasons: "Iterable[Reason]") -> list[str]:
    found = (problem_sentence(each.code, each.values, text) for each in reasons)
    return list(dict.fromkeys(found))


def outcome(desk: Desk, seen: "CombinePlan") -> str:
    """What combining would do, in words."""
    translate = QCoreApplication.translate
    name = seen.after.caption
    moved = Counter(
        {kind: _live(seen, kind, ids) for kind, ids in seen.moved.items()
         if kind not in _QUIET_KINDS}
    )
    words = [_counted(desk, kind, count) for kind, count in moved.items() if count]
    lines = []
    if words:
        sentence = translate("Duplicates", "Goes to {0}: {1}.")
        lines.append(sentence.format(name, ", ".join(words)))
    twins = Counter(each.kind for each in seen.twins if each.kind not in _QUIET_KINDS)
    if twins:
        same = ", ".join(_counted(desk, kind, count) for kind, count in twins.items())
        lines.append(translate("Duplicates", "Already there: {0}.").format(same))
    if len(seen.losers) == 1:
        lines.append(translate("Duplicates", "The other record goes to Trash."))
    else:
        count = len(seen.losers)
        lines.append(desk.plural("The other record goes to Trash.",
                                 "The {0} other records go to Trash.", count))
    return " ".join(lines)


def _live(seen: "CombinePlan", kind: str, ids: Iterable[str]) -> int:
    """How many of what moves can be seen: what lies in Trash moves as well."""
    live = {each.id for each in seen.parts if each.kind == kind and each.deleted_at is None}
    return len(live.intersection(ids))


def _counted(desk: Desk, kind: str, count: int) -> str:
    entity = KINDS[kind]
    word = desk.text(entity.label if count == 1 else entity.plural)
    return f"{count:,} {word[:1].lower()}{word[1:]}"
