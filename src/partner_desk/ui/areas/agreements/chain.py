"""The agreements around one: what it amends or renews, its amendments, and what renews it."""

from typing import TYPE_CHECKING

from partner_desk.model.agreements import STATUSES, Agreement
from partner_desk.model.fields import Record
from partner_desk.ui.areas.agreements.columns import term_shown
from partner_desk.ui.components.link_list import Link, LinkList
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import tone_of

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader


def chain(desk: Desk) -> LinkList:
    """The links of an agreement to those before and after it, in the order of time."""

    def find(reader: "Reader", record: Record) -> list[Link]:
        assert isinstance(record, Agreement)
        before = ((desk.text("Amends {0}"), reader.get(Agreement, record.amends_id)),
                  (desk.text("Renews {0}"), reader.get(Agreement, record.renews_id)))
        found = [_link(desk, words, each) for words, each in before if each is not None]
        found += [_link(desk, desk.text("Amended by {0}"), each)
                  for each in reader.find(Agreement, amends_id=record.id)]
        found += [_link(desk, desk.text("Renewed by {0}"), each)
                  for each in reader.find(Agreement, renews_id=record.id)]
        return found

    teach = desk.text("Nothing yet. Amend and Renew are in the menu beside the next step.")
    return LinkList(desk, find, teach, ("agreement",))


def _link(desk: Desk, words: str, agreement: Agreement) -> Link:
    labels = {each.value: each.label for each in STATUSES}
    details = " · ".join(filter(None, (agreement.title, term_shown(agreement))))
    return Link(
        "agreement", agreement.id, words.format(agreement.number or agreement.title), details,
        desk.text(labels.get(agreement.status, agreement.status)), tone_of(agreement.status),
    )
