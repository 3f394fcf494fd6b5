"""What the list of agreements shows of each, and the choices above it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from partner_desk.files.excel.headings import DISTRICT_PAYS as DISTRICT_PAYS_LABEL
from partner_desk.model.agreements import STATUSES, Agreement
from partner_desk.model.district_pays import DISTRICT_PAYS
from partner_desk.model.fields import Record
from partner_desk.model.queries import After, Before, Condition, ListQuery
from partner_desk.services.agreement_lists import amounts_of
from partner_desk.services.partner_names import partner_names
from partner_desk.ui.components.list_pane import Chip
from partner_desk.ui.components.listing import Cell, Column, field_column
from partner_desk.ui.components.showing import shown_date, shown_money
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import tone_of

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

LAPSING_DAYS = 90


def columns(desk: Desk) -> list[Column]:
    """Number, partner, status, term, value, title, kind."""
    labels = dict(STATUSES_BY_VALUE)

    def status(record: Record) -> Cell:
        assert isinstance(record, Agreement)
        return Cell(desk.text(labels.get(record.status, record.status)), tone_of(record.status))

    return [
        field_column(desk, "agreement", "number", 104),
        Column(desk.text("Partner"), load=partners, width=170, stretch=True),
        Column(desk.text(Agreement.declarations["status"].label), cell=status, sort="status",
               width=138),
        field_column(desk, "agreement", "ends_on", 88),
        Column(desk.text(DISTRICT_PAYS_LABEL), load=values, sort=DISTRICT_PAYS, width=110,
               right=True),
        field_column(desk, "agreement", "title", 280),
        field_column(desk, "agreement", "starts_on", 88),
        field_column(desk, "agreement", "instrument", 190),
    ]


STATUSES_BY_VALUE = tuple((each.value, each.label) for each in STATUSES)


def term_shown(agreement: Agreement) -> str:
    """First and last day, such as 07/01/2026 – 06/30/2027; "" without either."""
    days = (shown_date(agreement.starts_on), shown_date(agreement.ends_on))
    return " – ".join(each or "…" for each in days) if any(days) else ""


def partners(reader: "Reader", records: Sequence[Record]) -> Mapping[str, Cell]:
    """The name of the organization of each agreement."""
    agreements = [each for each in records if isinstance(each, Agreement)]
    return {key: Cell(name) for key, name in partner_names(reader, agreements).items()}


def values(reader: "Reader", records: Sequence[Record]) -> Mapping[str, Cell]:
    """What the district pays for each agreement; nothing where no money moves."""
    found = amounts_of(reader, records)
    return {key: Cell(shown_money(each.district)) for key, each in found.items() if each.district}


def chips(desk: Desk) -> list[Chip]:
    """All, by status, and those that lapse within 90 days."""

    def of_status(status: str) -> ListQuery:
        return ListQuery("agreement", where=(Condition("status", status),), order="number",
                         descending=True)

    def lapsing() -> ListQuery:
        today = desk.today()
        return ListQuery(
            "agreement",
            where=(
                Condition("status", "active"),
                After("ends_on", today),
                Before("ends_on", today + timedelta(days=LAPSING_DAYS)),
            ),
            order="ends_on",
        )

    nothing = desk.text("No agreement is in this state")
    return [
        Chip(desk.text("All"),
             lambda: ListQuery("agreement", order="number", descending=True),
             desk.text("No agreements yet\n"
                "An agreement says who does what, what will be better, and who pays for it. "
                "Draft the first one from a template: parties, term, schools and clauses are "
                "filled in.")),
        Chip(desk.text("Drafts"), lambda: of_status("draft"), nothing),
        Chip(desk.text("In review"), lambda: of_status("in_review"), nothing),
        Chip(desk.text("Out for signature"), lambda: of_status("out_for_signature"),
             nothing),
        Chip(desk.text("Active"), lambda: of_status("active"), nothing),
        Chip(desk.text("Lapsing"), lapsing,
             desk.text("Nothing lapses within 90 days")),
        Chip(desk.text("Trash"), lambda: ListQuery("agreement", trash=True),
             desk.text("Trash is empty\nWhat you delete waits here and can be brought back.")),
    ]
