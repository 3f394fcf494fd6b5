"""The rows that belong to a record, as cards that open for editing."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from partner_desk.model.errors import InputError
from partner_desk.model.fields import Field, Record
from partner_desk.model.values import Flag, Text
from partner_desk.services import records
from partner_desk.ui.components.child_card import ChildCard, NewCard
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.field_form import FORM_WIDTH, FieldForm
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.showing import caption_of, field_shown
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import UNIT

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

Describe = Callable[["Reader", Record], tuple[str, str]]
"""What a card says while it is closed: a name and a line of details."""
SHOWN_AT_FIRST = 50
MOST_DETAILS = 5


class ChildList(RecordPart):
    """The live children of one kind, reached by the owner reference ``link``.

    ``nested`` makes the parts that an open card shows below its fields, such as the phones of a
    contact. ``teach`` is said while there are none. ``watch`` gets the form of each new row.
    """

    def __init__(
        self,
        desk: Desk,
        entity: type[Record],
        link: str,
        *,
        add: str,
        teach: str = "",
        names: Sequence[str] | None = None,
        nested: Sequence[Callable[[], RecordPart]] = (),
        describe: Describe | None = None,
        can_add: bool = True,
        watch: Callable[[FieldForm], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.entity, self.link, self.names = entity, link, names
        self.owner: Record | None = None
        self.cards: dict[str, ChildCard] = {}
        self._desk = desk
        self._nested = tuple(nested)
        self._watch = watch
        self._describe = describe or self._describe_fields
        self._limit = SHOWN_AT_FIRST
        self._new: NewCard | None = None
        self.setMaximumWidth(FORM_WIDTH)
        self._teach = words_label(teach, "caption")
        self.add_button = flat_button(add, "add")
        self.add_button.clicked.connect(self.begin)
        desk.only_to_write(self.add_button)
        if not can_add:
            self.add_button.hide()
        self._more = flat_button("", "chevron-down")
        self._more.clicked.connect(self._show_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self._more)
        buttons.addStretch(1)
        self._column.addWidget(self._teach)
        self._column.addLayout(buttons)

    def show_record(self, record: Record | None) -> None:
        if record is None:
            return
        if self.owner is None or record.id != self.owner.id:
            self.commit()
            self._limit = SHOWN_AT_FIRST
            self._cancel_new()
        self.owner = record
        self._show_children()

    def concerns(self, changed: Changed) -> bool:
        kinds = {self.entity.kind, *(each.target for each in self.entity.declarations.values())}
        return changed.touches(*(kind for kind in kinds if kind)) or any(
            card.concerns(changed) for card in self.cards.values()
        )

    def commit(self) -> None:
        for card in self.cards.values():
            card.commit()

    def focus_field(self, name: str) -> bool:
        if name != self.entity.collection:
            return False
        self.begin()
        return True

    def begin(self) -> None:
        """Show empty fields for a new row and put the cursor into the first."""
        if self._desk.read_only:
            return
        if self._new is None:
            self._new = NewCard(self._desk, self.entity, self._form_names())
            self._new.saved.connect(self._add)
            self._new.given_up.connect(self._give_up)
            if self._watch is not None:
                self._watch(self._new.form)
            self._column.insertWidget(self._column.count() - 1, self._new)
        self._teach.hide()
        self._new.form.focus_first()

    def _form_names(self) -> list[str]:
        if self.names is not None:
            return list(self.names)
        return [each.name for each in self.entity.visible_fields() if not each.owner]

    def _show_children(self) -> None:
        owner = self.owner
        if owner is None:
            return
        found, total = self._desk.read(lambda reader: self._read(reader, owner.id))
        wanted = {child.id for child, _, _ in found}
        for gone in [each for each in self.cards if each not in wanted]:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for place, (child, caption, details) in enumerate(found):
            card = self.cards.get(child.id) or self._make_card(child)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            card.show_child(child, caption, details)
        self._teach.setVisible(not found and self._new is None and bool(self._teach.text()))
        hidden = total - len(found)
        self._more.setVisible(hidden > 0)
        self._more.setText(self.tr("Show {0} more").format(f"{hidden:,}"))

    def _read(
        self, reader: "Reader", owner_id: str
    ) -> tuple[list[tuple[Record, str, str]], int]:
        children = reader.find(self.entity, **{self.link: owner_id})
        shown = children[: self._limit]
        return [(each, *self._describe(reader, each)) for each in shown], len(children)

    def _describe_fields(self, reader: "Reader", child: Record) -> tuple[str, str]:
        parts = []
        for each in child.visible_fields():
            is_default = getattr(child, each.name) == each.default
            is_long = isinstance(each.type, Text) and each.type.lines
            if each.title or each.owner or each.target or is_default or is_long:
                continue
            parts.append(self._detail(each, child))
        for nested in reader.children(child).values():
            parts.extend(each.caption for each in nested[:3])
        told = [part for part in parts if part][:MOST_DETAILS]
        return caption_of(reader, child), " · ".join(told)

    def _detail(self, field: Field, child: Record) -> str:
        """A value that speaks for itself, or with its label where it would not."""
        label = self._desk.text(field.label)
        if isinstance(field.type, Flag):
            return label
        value = " ".join(field_shown(field, child, self._desk.text)[:80].split())
        return f"{label} {value}" if value.isdigit() else value

    def _make_card(self, child: Record) -> ChildCard:
        card = ChildCard(self._desk, self.entity, self._form_names(), self._nested)
        card.delete_requested.connect(self._delete)
        self.cards[child.id] = card
        return card

    def _show_more(self) -> None:
        self._limit += 10 * SHOWN_AT_FIRST
        self._show_children()

    def _add(self) -> None:
        owner, new = self.owner, self._new
        if owner is None or new is None:
            return
        if new.form.is_untouched():
            new.say(self.tr("Fill in at least one field, or cancel."))
            return
        try:
            record = self._desk.write(
                lambda: records.add_child(
                    self._desk.store, self.entity, self.link, owner, new.form.values()
                )
            )
        except InputError as error:
            new.show_problems(error.problems)
            return
        if record is not None:
            self._cancel_new()
            self._show_children()
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        self._cancel_new()
        self._show_children()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel_new(self) -> None:
        if self._new is not None:
            self._new.hide()
            self._new.form.begin()  # What was typed is stored or given up: nothing is unsaved.
            self._new.deleteLater()
            self._new = None

    def _delete(self, child_id: str, caption: str) -> None:
        def work() -> bool:
            records.delete(self._desk.store, self.entity, child_id)
            return True

        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._desk.write(work):
            self._show_children()
            name = caption or self._desk.text(self.entity.label)
            self._desk.tell(self.tr("{0} was deleted.").format(name), undo=True)
