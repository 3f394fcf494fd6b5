"""A form as it is printed, to be filled in by hand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from partner_desk.files.catalogue import Catalogue
from partner_desk.model.evaluations import EvaluationForm
from partner_desk.model.fields import Record
from partner_desk.services import evaluation_paper
from partner_desk.ui.components.printed_tab import PrintedTab
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.files.pdf.render import Pdf

_PRINTED = ("form", "question", "office")
"""Kinds of which something stands on the paper."""


class PrintTab(PrintedTab):
    """The blank form, looked at before printing; in the form's own language."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        def make(record: Record) -> "Pdf":
            assert isinstance(record, EvaluationForm)
            text = Catalogue(record.language).text
            return evaluation_paper.blank_form(desk.store, record.id, text)

        super().__init__(desk, _PRINTED, make, lambda form: form.caption, _title, parent)


def _title(record: Record) -> str:
    words = QCoreApplication.translate("PrintTab", "Paper form of {0}")
    return words.format(record.caption)
