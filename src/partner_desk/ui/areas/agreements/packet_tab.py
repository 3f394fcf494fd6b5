"""The packet of an agreement as it will be printed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from partner_desk.files.catalogue import Catalogue
from partner_desk.model.agreements import Agreement
from partner_desk.model.fields import Record
from partner_desk.model.registry import children_of
from partner_desk.services import packets
from partner_desk.ui.components.printed_tab import PrintedTab
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.files.pdf.render import Pdf

_PRINTED = ("agreement", *(child.kind for child, _ in children_of("agreement")),
            "office", "organization", "contact", "partnership", "school")
"""Kinds of which something stands in a packet."""


class PacketTab(PrintedTab):
    """Cover, agreement, clauses, three divisions and signature page, looked at before printing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        def make(record: Record) -> "Pdf":
            assert isinstance(record, Agreement)
            return packets.packet(
                desk.store, record.id, "", lambda language: Catalogue(language).text
            )

        super().__init__(desk, _PRINTED, make, _name, _title, parent)


def _name(record: Record) -> str:
    assert isinstance(record, Agreement)
    return " ".join(filter(None, (record.number, record.title)))


def _title(record: Record) -> str:
    assert isinstance(record, Agreement)
    words = QCoreApplication.translate("PacketTab", "Packet of {0}")
    return words.format(record.number)
