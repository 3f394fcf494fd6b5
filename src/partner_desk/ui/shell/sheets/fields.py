"""Fields of the records that a row makes, by record: labels, old texts struck through, new ones."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from partner_desk.files.hours_in_words import days_in_words, weekdays
from partner_desk.model.choices import Choice
from partner_desk.model.folding import fold
from partner_desk.model.registry import KINDS
from partner_desk.services.importing.preview import SeenField
from partner_desk.services.sheets.vocabulary import known_headings
from partner_desk.ui.components.controls import breakable, words_label
from partner_desk.ui.look.theme import GAP, HALF, UNIT
from partner_desk.ui.sentences import kind_label
from partner_desk.ui.shell.sheets.words import TextOf

_KEPT = "extra."
_MOST_FIELDS = 120
_LONGEST = 600
_LABEL = 14 * UNIT


def fields_grid(fields: Sequence[SeenField], own: str, text: TextOf) -> QWidget:
    """The fields, those of the row's ``own`` kind first, columns kept beside last."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAP - HALF)
    grid.setVerticalSpacing(HALF)
    grid.setColumnStretch(1, 1)
    line = 0
    for title, members in _groups(fields[:_MOST_FIELDS], own, text):
        if title:
            heading = words_label(title, "label")
            heading.setContentsMargins(0, UNIT, 0, 0)
            grid.addWidget(heading, line, 0, 1, 2)
            line += 1
        for each in members:
            line = _add(grid, line, each, text)
    return box


def field_label(field: SeenField, text: TextOf) -> str:
    """What a field is called; a column kept beside has its heading."""
    if field.field.startswith(_KEPT):
        return field.field.removeprefix(_KEPT)
    declared = KINDS[field.kind].declarations.get(field.field) if field.kind in KINDS else None
    return text(declared.label) if declared and declared.label else field.field


def full_label(field: SeenField, own: str, text: TextOf) -> str:
    """The same with the name of the record that the field is in, where it is not the row's own."""
    label = field_label(field, text)
    if field.kind == own or field.field.startswith(_KEPT):
        return label
    return f"{_title(field, text)}: {label}"


def said_once(fields: Sequence[SeenField], own: str) -> list[SeenField]:
    """The fields without columns kept beside as they were typed where what was read is there."""
    read = {f"{each.kind}.{each.field}" for each in fields} | {
        each.kind for each in fields if each.kind != own and not each.field.startswith(_KEPT)}
    meant = known_headings(own)

    def is_kept_only(field: SeenField) -> bool:
        path, _ = meant.get(fold(field.field.removeprefix(_KEPT)), ("", False))
        return path not in read and path.partition(".")[0] not in read

    return [each for each in fields if not each.field.startswith(_KEPT) or is_kept_only(each)]


def value_words(field: SeenField, value: str, text: TextOf) -> str:
    """A value as people read it: an option by its label, days of the week by their names."""
    if (field.kind, field.field) == ("schedule", "byday"):
        return days_in_words(value, weekdays(text))
    declared = KINDS[field.kind].declarations.get(field.field) if field.kind in KINDS else None
    if declared is not None and isinstance(declared.type, Choice):
        labels = {each.value: each.label for each in declared.type.options}
        return text(labels[value]) if value in labels else value
    return value


def bold(font: QFont) -> QFont:
    """The same font, heavier."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier


def _groups(
    fields: Iterable[SeenField], own: str, text: TextOf
) -> list[tuple[str, list[SeenField]]]:
    def place(field: SeenField) -> tuple[int, str, int]:
        if field.field.startswith(_KEPT):
            return 2, "", 0
        return (0, "", 0) if field.kind == own else (1, field.kind, field.record)

    found = []
    for (rank, _, _), group in groupby(sorted(fields, key=place), key=place):
        members = list(group)
        kept = QCoreApplication.translate("SheetFields", "Kept beside, as it was typed")
        title = ("", _title(members[0], text), kept)[rank]
        found.append((title, members))
    return found


def _title(field: SeenField, text: TextOf) -> str:
    label = kind_label(field.kind, text)
    return f"{label} {field.record}" if field.record > 1 else label


def _add(grid: QGridLayout, line: int, field: SeenField, text: TextOf) -> int:
    label = words_label(field_label(field, text), "caption")
    label.setFixedWidth(_LABEL)
    top = Qt.AlignmentFlag.AlignTop
    grid.addWidget(label, line, 0, top)
    if field.before:
        grid.addWidget(_old(value_words(field, field.before, text)), line, 1, top)
        line += 1
    grid.addWidget(_new(field, value_words(field, field.after, text)), line, 1, top)
    return line + 1


def _old(value: str) -> QLabel:
    label = words_label(breakable(value[:_LONGEST]), "caption")
    font = label.font()
    font.setStrikeOut(True)
    label.setFont(font)
    label.setAccessibleName(
        QCoreApplication.translate("SheetFields", "Before: {0}").format(value[:_LONGEST]))
    return label


def _new(field: SeenField, value: str) -> QLabel:
    empty = QCoreApplication.translate("SheetFields", "(empty)")
    whole = value[:_LONGEST] or empty
    label = words_label(breakable(whole))
    if label.text() == whole:  # Nobody copies the marks at which a long word may go on.
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if field.before:
        label.setFont(bold(label.font()))
        label.setAccessibleName(
            QCoreApplication.translate("SheetFields", "After: {0}").format(value[:_LONGEST]))
    return label
