"""Who may sign for the district: which kind of agreement, up to what amount, from when to when."""

from datetime import date

from partner_desk.model.fields import Record
from partner_desk.model.library import SigningAuthority
from partner_desk.model.queries import ListQuery
from partner_desk.services import records
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.history_tab import HistoryTab
from partner_desk.ui.components.lazy import Lazy
from partner_desk.ui.components.list_pane import Chip, ListPane
from partner_desk.ui.components.listing import Cell, Column, field_column
from partner_desk.ui.components.new_record import NewRecord
from partner_desk.ui.components.record_view import RecordView
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.components.showing import shown, shown_date, shown_money
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Desk

_FIELDS = ("name", "title", "instrument", "up_to", "begins_on", "ends_on")


class AuthoritySide(Side):
    """The rules by which a signer without authority is refused; no rule at all refuses nobody."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        view = RecordView()
        super().__init__(desk, self._pane(desk), view, self._hint(), lambda: _new(desk))
        view.add_tab(self.tr("Authority"), _overview(desk))
        view.add_tab(self.tr("History"), Lazy(lambda: HistoryTab(desk)))
        teach = words_label(
            self.tr(
                "Who may sign for the district. While nobody is listed here, anybody may; once "
                "somebody is, an agreement goes out only to signers whose authority covers it."
            ), "caption",
        )
        self.pane.form.column.insertWidget(0, teach)

    def describe(self, record: Record) -> None:
        assert isinstance(record, SigningAuthority)
        state, tone = self._standing(record)
        facts = (record.title, _kind(self.desk, record), _limit(self.desk, record))
        self.view.set_head(record.name, " · ".join(filter(None, facts)), state, tone)
        self.view.set_action("")

    def _standing(self, record: SigningAuthority) -> tuple[str, str]:
        today = self.desk.today()
        if record.ends_on and record.ends_on < today:
            return self.tr("Ended"), "neutral"
        if record.begins_on and record.begins_on > today:
            return self.tr("Not yet"), "warning"
        return self.tr("In force"), "success"

    def _pane(self, desk: Desk) -> ListPane:
        empty = EmptyState("signature")
        empty.offer(desk.text("Add who may sign"), "add", self.begin, first=True)
        return ListPane(
            desk, "signing_authority", desk.text("Who may sign"),
            (
                field_column(desk, "signing_authority", "name", 124),
                Column(desk.text("May sign"), cell=lambda each: Cell(_kind(desk, each)),
                       sort="instrument", width=110),
                Column(desk.text("Up to"), cell=lambda each: Cell(_limit(desk, each)),
                       sort="up_to", width=92, right=True),
                Column(desk.text("Until"), cell=_until, sort="ends_on", width=92),
                field_column(desk, "signing_authority", "title", 150),
            ),
            (
                Chip(desk.text("All"), lambda: ListQuery("signing_authority"), desk.text(
                    "Nobody is listed yet\nList who may sign for the district, which kinds of "
                    "agreement, and up to what amount."
                )),
                Chip(desk.text("Trash"), lambda: ListQuery("signing_authority", trash=True),
                     desk.text(
                    "Trash is empty\nWhat you delete waits here and can be brought back."
                )),
            ),
            empty,
            add=desk.text("Add signer"),
        )

    def _hint(self) -> EmptyState:
        hint = EmptyState("signature")
        hint.say(
            self.desk.text("Choose somebody from the list"),
            self.desk.text(
                "One person may be listed more than once, as with another limit for each kind of "
                "agreement."
            ),
        )
        return hint


def _kind(desk: Desk, record: Record) -> str:
    """What the person may sign; an empty kind says every one."""
    assert isinstance(record, SigningAuthority)
    if not record.instrument:
        return desk.text("Every kind")
    kinds = SigningAuthority.declarations["instrument"].type
    return shown(kinds, record.instrument, desk.text)


def _limit(desk: Desk, record: Record) -> str:
    assert isinstance(record, SigningAuthority)
    return desk.text("Any amount") if record.up_to is None else shown_money(record.up_to)


def _until(record: Record) -> Cell:
    day: date | None = getattr(record, "ends_on", None)
    return Cell(shown_date(day))


def _new(desk: Desk) -> NewRecord:
    form = FieldForm(desk, SigningAuthority, _FIELDS, cards=False)
    return NewRecord(
        desk,
        desk.text("Who may sign for the district"),
        desk.text(
            "Write the name as it stands among the signatories of agreements. An empty kind means "
            "every kind, an empty amount any amount."
        ),
        (form,),
        lambda: records.add(desk.store, "signing_authority", form.values()),
    )


def _overview(desk: Desk) -> Sections:
    sections = Sections()
    sections.add(FieldForm(desk, SigningAuthority, _FIELDS))
    return sections
