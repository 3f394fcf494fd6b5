"""Compliance papers as a coordinator uses them: by keyboard, compared line by line, undone."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement
from partner_desk.model.compliance import (
    Coverage,
    Paper,
    PaperDecision,
    PaperKind,
    PaperRequirement,
)
from partner_desk.model.fields import Record
from partner_desk.model.office import Attachment
from partner_desk.model.organizations import Organization
from partner_desk.services import papers, partners, records
from partner_desk.services.paper_checks import STATES
from partner_desk.store.store import Store
from partner_desk.ui.areas.agreements.papers_tab import AgreementPapers, PapersTab
from partner_desk.ui.areas.library.paper_kinds_side import PaperKindsSide
from partner_desk.ui.components.paper_card import PaperCard
from partner_desk.ui.components.paper_words import STATE_WORDS
from partner_desk.ui.components.papers import PapersPart, PartnerPapers, partner_papers
from partner_desk.ui.components.record_view import RecordView
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.palette import TONES
from tests.ui.desks import TODAY, focused, heard, nameless, show, type_text

WILD = "Hội Bình Minh <b>&\" =1+1"


@pytest.fixture
def partner(office: Store) -> Organization:
    return partners.register(office, {"name": "Riverside Arts"})


@pytest.fixture
def agreement(office: Store, partner: Organization) -> Agreement:
    partnership = partners.partnerships_of(office, partner.id)[0]
    made = records.add(office, "agreement", {
        "partnership_id": partnership.id, "title": "Arts", "instrument": "service_agreement",
        "starts_on": "2025-07-01", "ends_on": "2026-06-30",
    })
    assert isinstance(made, Agreement)
    return made


def kind(office: Store, **values: Any) -> PaperKind:
    made = records.add(office, "paper_kind", {
        "name": "License", "paper_requirements": [{"instrument": ""}], **values,
    })
    assert isinstance(made, PaperKind)
    return made


def insurance(office: Store) -> PaperKind:
    return kind(office, name="Certificate", insurance=True, paper_requirements=[
        {"coverage": "general", "per_occurrence": "1,000,000", "endorsement": True},
        {"coverage": "auto", "per_occurrence": "500,000"},
    ])


def shown_in(qtbot: QtBot, desk: Desk, tab: Sections, record: Record) -> PapersPart:
    """A record view with this tab, which hears of changes as in the window."""
    view = RecordView()
    view.add_tab("Papers", tab)
    view.show_record(record)

    def refresh(changed: Changed) -> None:
        assert view.record is not None
        view.refresh(view.record, changed)

    desk.changed.connect(refresh)
    show(qtbot, view, 720, 684)
    part = tab.parts[0]
    assert isinstance(part, PapersPart)
    return part


def of_agreement(qtbot: QtBot, desk: Desk, agreement: Agreement) -> AgreementPapers:
    part = shown_in(qtbot, desk, PapersTab(desk), agreement)
    assert isinstance(part, AgreementPapers)
    return part


def texts(part: PapersPart | PaperCard) -> list[str]:
    QApplication.processEvents()  # What was just added is shown in the next round of events.
    return [each.text() for each in part.findChildren(QLabel) if each.isVisible()]


def offered(card: PaperCard) -> set[str]:
    QApplication.processEvents()
    return {key for key, each in card.buttons.items() if each.isVisible()}


def stored(office: Store, entity: type[Any]) -> Any:
    with office.reading() as reader:
        (found,) = reader.find(entity)
    return found


def press(part: PapersPart, key: str, of: PaperKind) -> None:
    """Press one of a card's buttons with the keyboard."""
    button = part.cards[of.id].buttons[key]
    assert button.isVisible() and button.isEnabled()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()


# Bad input


def test_a_waiver_wants_a_reason(
    qtbot: QtBot, desk: Desk, office: Store, agreement: Agreement
) -> None:
    licence = kind(office)
    part = of_agreement(qtbot, desk, agreement)
    press(part, "waive", licence)
    QTest.keyClick(focused(part), Qt.Key.Key_Return)
    assert part.waiver is not None and part.waiver.form.rows["reason"].error
    with office.reading() as reader:
        assert reader.find(PaperDecision) == []
    type_text(focused(part), WILD)
    QTest.keyClick(focused(part), Qt.Key.Key_Return)
    card = part.cards[licence.id]
    assert part.waiver is None
    assert stored(office, PaperDecision).reason == WILD
    assert desk.unsaved == [], "what was kept still counts as not saved"
    assert card.badge.text() == "Not needed" and WILD in texts(card)
    assert offered(card) == {"undecide"}
    press(part, "undecide", licence)
    assert part.cards[licence.id].badge.text() == "Missing"


def test_dates_the_wrong_way_round_are_said_beside_the_field(
    qtbot: QtBot, desk: Desk, office: Store, agreement: Agreement
) -> None:
    licence = kind(office)
    part = of_agreement(qtbot, desk, agreement)
    press(part, "add", licence)
    assert part.new is not None
    for typed in ("No. 7", "3/1/2026", "2/1/2026"):
        type_text(focused(part), typed)
        QTest.keyClick(focused(part), Qt.Key.Key_Tab)
    QTest.mouseClick(part.new.save_button, Qt.MouseButton.LeftButton)
    assert part.new is not None and part.new.form.rows["expires_on"].error
    with office.reading() as reader:
        assert reader.find(Paper) == []


def test_a_damaged_document_is_told_and_the_paper_stays(
    qtbot: QtBot, desk: Desk, office: Store, agreement: Agreement, tmp_path: Path
) -> None:
    licence = kind(office)
    papers.file_paper(office, agreement, {"paper_kind_id": licence.id})
    part = of_agreement(qtbot, desk, agreement)
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    card = part.cards[licence.id]
    assert card.standing is not None
    part.drop(card.standing, empty)
    assert "empty.pdf is an empty file." in texts(part)
    assert stored(office, Paper).attachment_id is None


def test_an_office_for_looking_only_offers_nothing_to_write(
    qtbot: QtBot, desk: Desk, office: Store, agreement: Agreement
) -> None:
    licence = kind(office)
    part = of_agreement(qtbot, desk, agreement)
    desk.lock()
    assert not any(part.cards[licence.id].buttons[key].isEnabled() for key in ("add", "waive"))
    part.begin(licence)
    assert part.new is None
    office.read_only = False


# What is shown and done


def test_every_state_has_a_word_and_a_tone() -> None:
    assert set(STATE_WORDS) == set(STATES)
    assert {tone for _, tone in STATE_WORDS.values()} <= set(TONES)
    assert len({word for word, _ in STATE_WORDS.values()}) == len(STATES)


def test_a_certificate_is_typed_and_compared_without_the_mouse(
    qtbot: QtBot, desk: Desk, office: Store, agreement: Agreement
) -> None:
    certificate = insurance(office)
    part = of_agreement(qtbot, desk, agreement)
    assert nameless(part.window()) == []
    press(part, "add", certificate)
    assert part.new is not None
    assert part.new.form.values()["insured_name"] == "Riverside Arts"
    type_text(focused(part), "CERT-22")
    QTest.keyClick(focused(part), Qt.Key.Key_Return)
    paper = stored(office, Paper)
    assert (paper.name, paper.received_on, paper.agreement_id) == ("CERT-22", TODAY, None)
    assert heard(office) == "paper.file"
    with office.reading() as reader:
        general, auto = sorted(
            reader.find(Coverage, paper_id=paper.id), key=lambda each: each.coverage, reverse=True
        )
    card = part.cards[certificate.id]
    assert card.is_open and focused(part).property("text") == "CERT-22"
    assert {"General liability", "Automobile liability"} <= set(texts(card))
    values = {"per_occurrence": "1,000,000", "additional_insured": True, "endorsement": True}
    records.update(office, "coverage", general.id, values)
    records.update(office, "coverage", auto.id, {"per_occurrence": Decimal("499999.99")})
    desk.announce()
    assert card.badge.text() == "Not sufficient"
    assert "$499,999.99" in texts(card)
    QApplication.processEvents()
    assert len([each for each in card.findChildren(QLabel) if each.isVisible()
                and each.property("textRole") == "error"]) == 2  # The reason and the amount.
    records.update(office, "coverage", auto.id, {"per_occurrence": "500,000"})
    desk.announce()
    assert card.badge.text() == "Not verified"
    card.set_open(False)
    press(part, "verify", certificate)
    assert card.badge.text() == "In order"
    paper = stored(office, Paper)
    assert (paper.verified_on, paper.verified_by) == (TODAY, "Ana Núñez")
    assert "verify" not in offered(card)


def test_undo_takes_a_paper_back_with_its_document(
    qtbot: QtBot, desk: Desk, office: Store, agreement: Agreement, tmp_path: Path
) -> None:
    licence = kind(office)
    scan = tmp_path / "license <b>&.pdf"
    scan.write_bytes(b"%PDF-1.4 a license")
    part = of_agreement(qtbot, desk, agreement)
    card = part.cards[licence.id]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan))])
    card.dropEvent(QDropEvent(
        QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    ))
    assert part.new is not None and scan.name in texts(part)
    QTest.keyClick(focused(part), Qt.Key.Key_Return)
    assert stored(office, Paper).attachment_id == stored(office, Attachment).id
    assert {"view", "add", "open", "verify", "waive"} == offered(card)
    with office.reading() as reader:
        newest = reader.change_sets(1)[0]
    office.undo(newest.id)
    desk.announce()
    assert part.cards[licence.id].badge.text() == "Missing"
    with office.reading() as reader:
        assert reader.find(Attachment) == [] == reader.find(Paper)


def test_a_document_is_chosen_for_a_paper_that_is_there(
    qtbot: QtBot, desk: Desk, office: Store, agreement: Agreement, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    licence = kind(office)
    papers.file_paper(office, agreement, {"paper_kind_id": licence.id})
    scan = tmp_path / "license.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(scan), ""))
    part = of_agreement(qtbot, desk, agreement)
    press(part, "attach", licence)
    assert stored(office, Attachment).name == "license.png"
    assert {"view"} == offered(part.cards[licence.id]) & {"view", "attach"}


def test_an_agreement_asks_for_one_more_kind_and_no_more(
    qtbot: QtBot, desk: Desk, office: Store, agreement: Agreement
) -> None:
    rare = kind(office, name=f"{WILD} & more", paper_requirements=[])
    part = of_agreement(qtbot, desk, agreement)
    assert part.cards == {}
    (action,) = part.kinds_menu.actions()
    action.trigger()
    card = part.cards[rare.id]
    assert card.badge.text() == "Missing" and f"{WILD} & more" in texts(card)
    assert "0 of 1 needed papers are in order." in texts(part)
    assert not part.more_button.isVisible()
    press(part, "undecide", rare)
    assert part.cards == {} and part.more_button.isVisible()


def test_what_is_missing_leads_to_its_card(
    qtbot: QtBot, desk: Desk, office: Store, agreement: Agreement
) -> None:
    kind(office, name="A")
    other = kind(office, name="B")
    part = of_agreement(qtbot, desk, agreement)
    assert part.focus_field(other.id)
    assert focused(part) is part.cards[other.id].buttons["add"]
    assert not part.focus_field("nowhere")


def test_what_is_being_typed_stays_where_it_is_while_others_write(
    qtbot: QtBot, desk: Desk, office: Store, agreement: Agreement
) -> None:
    first, second = kind(office, name="A"), kind(office, name="B")
    part = of_agreement(qtbot, desk, agreement)
    press(part, "add", first)
    type_text(focused(part), "half")
    papers.decide(office, agreement.id, second.id, "waived", "Not there")
    desk.announce()
    assert part.new is not None and part.new.form.values()["name"] == "half"
    places = [part.column.indexOf(each) for each in
              (part.cards[first.id], part.new, part.cards[second.id])]
    assert places == [0, 1, 2]
    assert focused(part) is part.new.form.rows["name"].editor.control


def test_what_was_begun_is_given_up_with_escape_or_with_the_next_record(
    qtbot: QtBot, desk: Desk, office: Store, agreement: Agreement
) -> None:
    licence = kind(office)
    part = of_agreement(qtbot, desk, agreement)
    press(part, "add", licence)
    type_text(focused(part), "half a na")
    assert any("half a na" in each for each in part.unsaved())
    QTest.keyClick(focused(part), Qt.Key.Key_Escape)
    assert part.new is None and part.unsaved() == []
    assert focused(part) is part.cards[licence.id].buttons["add"]
    press(part, "waive", licence)
    other = records.add(office, "agreement", {
        "partnership_id": agreement.partnership_id, "title": "Other",
    })
    part.show_record(other)
    assert part.waiver is None


def test_papers_of_a_partner_are_added_opened_and_deleted(
    qtbot: QtBot, desk: Desk, office: Store, partner: Organization
) -> None:
    licence = kind(office, valid_months=12)
    kind(office, name="Volunteers", about="agreement")
    part = shown_in(qtbot, desk, partner_papers(desk), partner)
    assert isinstance(part, PartnerPapers)
    assert [each.text() for each in part.kinds_menu.actions()] == ["License"]
    part.kinds_menu.actions()[0].trigger()
    QApplication.processEvents()
    type_text(focused(part), "No. 7")
    QTest.keyClick(focused(part), Qt.Key.Key_Tab)
    type_text(focused(part), "2/1/2025")
    QTest.keyClick(focused(part), Qt.Key.Key_Return)
    paper = stored(office, Paper)
    assert (paper.organization_id, paper.paper_kind_id) == (partner.id, licence.id)
    card = part.cards[paper.id]
    assert card.badge.text() == "Expired"
    assert "No. 7 · dated 02/01/2025 · valid until 02/01/2026" in texts(card)
    assert "delete" not in offered(card)
    card.set_open(True)
    QTest.keyClick(card.buttons["delete"], Qt.Key.Key_Space)
    assert part.cards == {} and heard(office) == "record.delete"


def test_an_office_without_kinds_is_offered_the_usual_ones(
    qtbot: QtBot, desk: Desk, office: Store, agreement: Agreement
) -> None:
    part = of_agreement(qtbot, desk, agreement)
    assert part.fill_button.isVisible()
    QTest.keyClick(part.fill_button, Qt.Key.Key_Space)
    assert not part.fill_button.isVisible()
    names = {each.standing.kind.key for each in part.cards.values() if each.standing}
    assert names == {"insurance", "tax_form", "background_checks", "business_licence"}


# The kinds


def test_kinds_begin_from_an_empty_list_and_are_required_by_ticking(
    qtbot: QtBot, desk: Desk, office: Store
) -> None:
    side = PaperKindsSide(desk)
    desk.changed.connect(side.refresh)
    show(qtbot, side)
    assert nameless(side) == []
    side.fill()
    assert len(side.pane.table_model.ids) == 7
    with office.reading() as reader:
        (tuberculosis,) = reader.find(PaperKind, key="tuberculosis")
        (certificate,) = reader.find(PaperKind, key="insurance")
    side.open(tuberculosis.id)
    every = side.requirements.plain.boxes[""]
    assert every.isVisible() and not every.isChecked()
    QTest.keyClick(every, Qt.Key.Key_Space)
    with office.reading() as reader:
        (row,) = reader.find(PaperRequirement, paper_kind_id=tuberculosis.id)
    assert (row.instrument, row.coverage) == ("", "")
    QTest.keyClick(every, Qt.Key.Key_Space)
    with office.reading() as reader:
        assert reader.find(PaperRequirement, paper_kind_id=tuberculosis.id) == []
    side.open(certificate.id)
    grid = side.requirements.insurance
    assert grid.isVisible() and not every.isVisible()
    assert grid.rows.rowCount() == 5  # Four requirements and the blank row.
    assert nameless(side) == []


def test_a_limit_is_typed_into_the_grid_as_people_write_it(
    qtbot: QtBot, desk: Desk, office: Store
) -> None:
    made = kind(office, insurance=True, paper_requirements=[{"coverage": "general"}])
    side = PaperKindsSide(desk)
    desk.changed.connect(side.refresh)
    show(qtbot, side)
    side.open(made.id)
    grid = side.requirements.insurance
    QApplication.clipboard().setText("$2,500,000.00\t5 000 000")
    grid.table.setCurrentIndex(grid.rows.index(0, 2))
    QTest.keyClick(grid.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    row = stored(office, PaperRequirement)
    assert (row.per_occurrence, row.aggregate) == (Decimal(2_500_000), Decimal(5_000_000))
