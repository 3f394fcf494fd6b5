"""Bringing a sheet in from the window: read, settled, looked at, imported, taken back."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from partner_desk.model.contacts import PhoneNumber
from partner_desk.model.history import Operation
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.model.organizations import Organization
from partner_desk.model.queries import ListQuery
from partner_desk.services import partners, records
from partner_desk.services.importing.preview import LEFT_OUT, ImportPreview, SeenField, SeenRow
from partner_desk.store.store import Store
from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.import_page import ImportPage
from partner_desk.ui.shell.program import Program
from partner_desk.ui.shell.sheets.fields import fields_grid, value_words
from partner_desk.ui.shell.sheets.mapping import EXAMPLES, PARTED, SURE, USE
from partner_desk.ui.shell.sheets.page import BEGIN, COLUMNS, DONE, OUTCOME, READING, SheetPage
from partner_desk.ui.shell.sheets.rows import NAME, STATE, SUMMARY, RowsTable
from partner_desk.ui.shell.sheets.sample import SampleTable, letters
from tests.ui.conftest import window_of
from tests.ui.desks import focused

LONG = 60_000
HEADINGS = ("Agency", "Contact Person", "Ph #", "E-mail", "Street address", "EIN", "Site code")
ROWS = (
    ("Centro Ñandú <b>&", "José Íñiguez", "410-555-0100 x5 / (410) 555-0199 cell",
     "ana@nandu.example", "12 Calle Ocho, Baltimore, MD 21224", "52-1234567", "E-01"),
    ("RIVERSIDE YOUTH ARTS", "", "(410) 555-0111", "info@riversidearts.example", "88 Front St",
     "", "E-02"),
    (None, "Somebody", "410-555-0177", None, None, None, "E-03"),
    ("=1+1", "Nguyễn Thị Ánh", "410.555.0130", "anh@club.example", "5 Oak Ave", None, "E-04"),
)


class Bringer:
    """A person at the window who brings a sheet in."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.window = qtbot, window_of(program)
        assert program.desk is not None
        self.desk: Desk = program.desk
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def page(self) -> SheetPage:
        page = self.window.page("sheet")
        assert isinstance(page, SheetPage)
        return page

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.desk.jobs.running(), timeout=LONG)

    def drop(self, *paths: Path) -> None:
        dropped = QMimeData()
        dropped.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
        entering = QDragEnterEvent(
            self.window.rect().center(), Qt.DropAction.CopyAction, dropped,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )
        self.window.dragEnterEvent(entering)
        assert entering.isAccepted()
        self.window.dropEvent(QDropEvent(
            QPointF(10, 10), Qt.DropAction.CopyAction, dropped,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        ))
        self.wait()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self._focused(), key)

    def alt(self, key: Qt.Key) -> None:
        QTest.keyClick(self._focused(), key, Qt.KeyboardModifier.AltModifier)

    def _focused(self) -> QWidget:
        """What has the keyboard, which comes a moment after a job has ended."""
        self.qtbot.waitUntil(lambda: self.window.window().focusWidget() is not None)
        return focused(self.window)

    def to_outcome(self, path: Path) -> ImportPreview:
        self.drop(path)
        self.page.go_on()
        self.page.go_on()
        self.wait()
        seen = self.page.seen
        assert seen is not None
        return seen

    def column(self, heading: str) -> int:
        model = self.page.columns.table_model
        assert model is not None
        return model.look.headings.index(heading)

    def names(self) -> set[str]:
        return {each.name for each in self.desk.read(lambda reader: reader.find(Organization))}


@pytest.fixture
def bringer(qtbot: QtBot, program: Program) -> Bringer:
    return Bringer(qtbot, program)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return _workbook(tmp_path / "Socios del este.xlsx", [
        ("After-school partners, updated by Ana",), (), HEADINGS, *ROWS,
    ])


def _workbook(path: Path, rows: list[tuple[str | None, ...]]) -> Path:
    book = Workbook()
    table = book.worksheets[0]
    table.title = "Partners 2026"
    for row in rows:
        table.append(row)
    for cell in (cell for line in table.iter_rows() for cell in line if cell.data_type == "f"):
        cell.data_type = "s"  # A text that looks like a formula.
    book.create_sheet("Notes")["A1"] = "call Ana"
    book.save(path)
    return path


def _texts(table: RowsTable, column: int) -> list[str]:
    return [table.index(row, column).data() for row in range(table.rowCount())]


def test_by_keyboard_from_the_drop_to_the_undo(bringer: Bringer, sheet: Path) -> None:
    bringer.drop(sheet)
    page = bringer.page
    assert (page.step, bringer.window.current) == (READING, "sheet")
    assert page.look is not None
    assert page.look.reading.header_row == 3
    bringer.press(Qt.Key.Key_Space)  # Next has the keyboard.
    assert page.step == COLUMNS
    model, table = page.columns.table_model, page.columns.ui.columns
    assert model is not None
    row = bringer.column("Site code")
    assert focused(bringer.window) is table
    assert table.currentIndex().row() == row, "the first unsure column is where one begins"
    assert model.why(row) == "unsure"
    _choose(bringer, "Tags")
    bringer.qtbot.waitUntil(lambda: model.why(row) == "chosen")
    assert model.settled.use_of(row).field == "organization.tags"
    bringer.alt(Qt.Key.Key_N)
    bringer.qtbot.waitUntil(lambda: page.step == OUTCOME)
    bringer.wait()
    seen = page.seen
    assert page.step == OUTCOME
    assert seen is not None
    assert (seen.new, seen.refused) == (3, 1)
    bringer.alt(Qt.Key.Key_I)
    bringer.qtbot.waitUntil(lambda: page.step == DONE, timeout=LONG)
    assert (page.ui.closeButton.isVisible(), page.ui.backButton.isVisible()) == (True, False)
    assert {"Centro Ñandú <b>&", "=1+1"} <= bringer.names()
    phones = bringer.desk.read(lambda reader: reader.find(PhoneNumber))
    assert len([each for each in phones if each.number.endswith("0199")]) == 1
    bringer.alt(Qt.Key.Key_U)
    bringer.qtbot.waitUntil(lambda: not bringer.names(), timeout=LONG)
    bringer.wait()
    assert "taken back" in page.done.title.text()
    assert page.ui.backButton.isVisible()
    page.go_back()
    bringer.wait()
    again = page.seen
    assert page.step == OUTCOME
    assert again is not None
    assert again.new == 3


def _choose(bringer: Bringer, label: str) -> None:
    """Type the words of a use into the list that Enter opens."""
    bringer.press(Qt.Key.Key_F2)
    combo = QApplication.focusWidget()
    assert isinstance(combo, QComboBox)
    QTest.keyClicks(combo, label)
    assert combo.currentText() == label
    QTest.keyClick(combo, Qt.Key.Key_Return)


def test_the_map_is_remembered_for_the_next_sheet_of_that_shape(
    bringer: Bringer, sheet: Path, tmp_path: Path
) -> None:
    bringer.drop(sheet)
    model = bringer.page.columns.table_model
    assert model is not None
    model.setData(model.index(bringer.column("Site code"), USE), "organization.tags")
    bringer.page.go_on()
    bringer.page.go_on()
    bringer.wait()
    bringer.page.write()
    bringer.wait()
    bringer.drop(_workbook(tmp_path / "Next year.xlsx", [HEADINGS, *ROWS[:2]]))
    model = bringer.page.columns.table_model
    assert model is not None
    row = bringer.column("Site code")
    assert model.settled.use_of(row).field == "organization.tags"
    assert model.why(row) == "remembered"


def test_steps_remember_what_was_chosen(bringer: Bringer, sheet: Path) -> None:
    bringer.drop(sheet)
    page = bringer.page
    model = page.columns.table_model
    assert model is not None
    row = bringer.column("Site code")
    model.setData(model.index(row, USE), "leave")
    page.reading.target_chosen.emit("contact")
    assert page.columns.settled is not None
    assert page.columns.settled.target == "contact"
    page.reading.target_chosen.emit("organization")
    assert page.columns.settled.use_of(row).field == "leave"
    page.go_on()
    page.go_on()
    page.go_back()
    page.go_back()
    assert page.step == READING
    assert page.columns.settled.use_of(row).field == "leave"


def test_a_setting_is_read_by_at_once_and_is_no_guess_any_more(
    bringer: Bringer, tmp_path: Path
) -> None:
    path = tmp_path / "lista.csv"
    path.write_bytes("Organización;Teléfono\nNiñez Feliz;410-555-0100\n".encode("cp1252"))
    bringer.drop(path)
    page, ui = bringer.page, bringer.page.reading.ui
    assert page.look is not None
    assert page.look.headings == ("Organización", "Teléfono")
    assert ui.separatorFieldGuess.isVisible()
    ui.separatorField.setCurrentIndex(ui.separatorField.findData(","))
    ui.separatorField.activated.emit(ui.separatorField.currentIndex())
    bringer.qtbot.waitUntil(
        lambda: page.look is not None and len(page.look.headings) == 1, timeout=LONG)
    assert not ui.separatorFieldGuess.isVisible()
    assert page.reading.settled.separator == ","
    assert page.reading.settled.encoding is None


def test_the_row_of_headings_is_chosen_in_the_table(bringer: Bringer, sheet: Path) -> None:
    bringer.drop(sheet)
    page = bringer.page
    table = page.reading.ui.sample
    model = table.model()
    assert isinstance(model, SampleTable)
    assert [model.headerData(row, Qt.Orientation.Vertical) for row in range(3)] == ["1", "3", "4"]
    table.setFocus()
    table.setCurrentIndex(model.index(2, 0))
    page.reading.ui.headingsButton.click()
    bringer.qtbot.waitUntil(
        lambda: page.look is not None and page.look.reading.header_row == 4, timeout=LONG)
    assert page.look is not None
    assert page.look.headings[0] == "Centro Ñandú <b>&"


def test_nobody_goes_on_without_a_name(bringer: Bringer, sheet: Path) -> None:
    bringer.drop(sheet)
    page = bringer.page
    page.go_on()
    model = page.columns.table_model
    assert model is not None
    agency = bringer.column("Agency")
    model.setData(model.index(agency, USE), "keep")
    assert page.ui.footNote.text() == "No column gives the name of the partner."
    assert not page.ui.nextButton.isEnabled()
    model.setData(model.index(agency, USE), "organization.name")
    assert page.ui.nextButton.isEnabled()
    model.setData(model.index(bringer.column("Site code"), USE), "organization.name")
    assert "Two columns are both “Name”" in page.ui.footNote.text()


def test_lines_tell_of_columns(bringer: Bringer, sheet: Path) -> None:
    bringer.drop(sheet)
    model = bringer.page.columns.table_model
    assert model is not None
    row = bringer.column("Ph #")
    texts = [model.index(row, column).data() for column in (USE, PARTED, SURE)]
    assert texts == ["Phone: Number", "One value", "By its name"]
    assert "(410) 555-0111" in model.index(row, EXAMPLES).data(Qt.ItemDataRole.ToolTipRole)
    model.setData(model.index(row, PARTED), "/")
    assert model.settled.use_of(row).separator == "/"
    second = bringer.column("Site code")
    model.setData(model.index(second, USE), "phone.number")
    assert model.index(second, USE).data() == "Phone: Number (2)"


def test_refused_rows_show_reason_and_what_was_typed(bringer: Bringer, sheet: Path) -> None:
    bringer.to_outcome(sheet)
    outcome = bringer.page.outcome
    outcome.list_state("refused")
    assert outcome.rows is not None
    assert _texts(outcome.rows, NAME) == ["Somebody · 410-555-0177"]
    bringer.qtbot.waitUntil(lambda: "Row 6 of the sheet" in _words(outcome.detail))
    words = _words(outcome.detail)
    assert "Somebody · 410-555-0177" in words
    assert "Name has to be filled." in words
    assert "410-555-0177" in words


def _words(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]


def test_a_double_can_be_joined_or_left_out(bringer: Bringer, sheet: Path) -> None:
    held = partners.register(bringer.desk.store, {
        "name": "Riverside Youth Arts", "email": "info@riversidearts.example",
    })
    bringer.desk.announce()
    bringer.to_outcome(sheet)
    page = bringer.page
    outcome = page.outcome
    outcome.list_state("double")
    assert outcome.rows is not None
    assert _texts(outcome.rows, STATE) == ["Possible duplicate"]
    assert outcome.detail.choices is not None
    choices = {each.property("decision"): each for each in outcome.detail.choices.buttons()}
    assert set(choices) == {"new", held.id, LEFT_OUT}
    assert outcome.undecided.isVisible()
    assert outcome.undecided.text() == (
        "1 possible duplicate is not decided: it comes in as new and waits on the Duplicates page.")
    choices[held.id].click()
    assert not outcome.undecided.isVisible()
    bringer.qtbot.waitUntil(
        lambda: page.seen is not None and page.seen.changed == 1, timeout=LONG)
    page.write()
    bringer.wait()
    names = bringer.names()
    assert len([each for each in names if each.casefold() == "riverside youth arts"]) == 1


def test_rows_with_values_put_aside_are_counted_and_listed(
    bringer: Bringer, tmp_path: Path
) -> None:
    path = _workbook(tmp_path / "p.xlsx", [
        ("Agency", "Phone", "Email", "ZIP"), ("River Club", "410-555-0100", "at the desk", "2903"),
        ("Lake House", "12", "", ""), ("Old Mill", "410-555-0111", "mill@mill.example", "2903"),
        (None, "12", None, None),
    ])
    bringer.to_outcome(path)
    outcome = bringer.page.outcome
    card = outcome.states.cards["aside"]
    assert (card.isVisible(), card.number()) == (True, "2")
    card.click()
    assert outcome.rows is not None
    assert _texts(outcome.rows, NAME) == ["River Club", "Lake House"]
    assert "mail" in _texts(outcome.rows, SUMMARY)[0], "not what was put right"


def test_a_changed_phone_is_named_once(bringer: Bringer, tmp_path: Path) -> None:
    heads = ("Agency", "phone", "Shoe size")
    bringer.to_outcome(_workbook(tmp_path / "a.xlsx", [
        heads, ("River Club", "410-555-0100 x5", "4")]))
    bringer.page.write()
    bringer.wait()
    bringer.to_outcome(_workbook(tmp_path / "b.xlsx", [
        heads, ("River Club", "410-555-0199 x7", "5")]))
    rows = bringer.page.outcome.rows
    assert rows is not None
    row = rows.row_at(0)
    assert row is not None
    kept = {each.field for each in row.fields if each.field.startswith("extra.")}
    assert kept == {"extra.phone", "extra.Shoe size"}
    assert rows.summary(row).split(", ") == ["Shoe size", "Phone: Number", "Phone: Extension"]


def test_what_is_undone_says_so_while_it_is_at_work(bringer: Bringer, sheet: Path) -> None:
    bringer.to_outcome(sheet)
    bringer.page.write()
    bringer.wait()
    titles: list[str] = []
    bringer.desk.jobs.started.connect(lambda job: titles.append(job.title))
    for action in (bringer.window.ui.undoAction, bringer.window.ui.redoAction):
        action.trigger()
        bringer.wait()
    told = [each for each in titles if "import of" in each]
    assert told == [f"Undoing: import of {sheet.name}", f"Redoing: import of {sheet.name}"]


def test_refused_rows_are_saved_mended_and_imported(
    bringer: Bringer, sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bringer.to_outcome(sheet)
    target = tmp_path / "refused.xlsx"
    monkeypatch.setattr("partner_desk.ui.shell.choosing.choose_workbook_to_write",
                        lambda parent, name: str(target))
    bringer.page.ui.refusedButton.click()
    bringer.wait()
    bringer.page.write()
    bringer.wait()
    book = load_workbook(target)
    table = book.worksheets[0]
    assert [cell.value for cell in table[1]][:7] == list(HEADINGS)
    table["A2"] = "Mended Partner"
    book.save(target)
    seen = bringer.to_outcome(target)
    assert (seen.new, seen.refused) == (1, 0)


@pytest.mark.parametrize(("name", "content"), [
    ("empty.csv", b""), ("picture.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 40),
    ("cut.xlsx", b"PK\x03\x04 cut off"),
])
def test_what_is_no_sheet_gets_its_sentence(
    bringer: Bringer, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    bringer.drop(path)
    page = bringer.page
    assert page.banner.isVisible()
    assert page.banner.text().endswith("Nothing was written.")
    assert not page.banner.text().startswith("sheet."), "a code instead of a sentence"
    assert page.step == BEGIN
    assert page.begin.isVisible()
    assert not page.ui.nextButton.isVisible()


def test_a_table_of_a_directory_goes_to_the_import_of_directories(
    bringer: Bringer, tmp_path: Path
) -> None:
    folder = tmp_path / "ohana"
    folder.mkdir()
    (folder / "organizations.csv").write_text("id,name\n1,Food Bank\n", encoding="utf-8")
    (folder / "phones.csv").write_text("id,organization_id,number\n1,1,410\n", encoding="utf-8")
    bringer.drop(folder / "phones.csv", folder / "organizations.csv")
    page = bringer.window.page("import")
    assert bringer.window.current == "import"
    assert isinstance(page, ImportPage)
    assert page.preview is not None
    assert page.preview.read == 2


def test_import_without_a_file_teaches(
    bringer: Bringer, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("partner_desk.ui.shell.choosing.choose_import",
                        lambda parent, folder: "" if folder else str(sheet))
    bringer.desk.import_requested.emit()
    page = bringer.page
    assert page.step == BEGIN
    buttons = {each.text(): each for each in page.begin.findChildren(QPushButton)}
    buttons["Choose a folder…"].click()
    assert page.step == BEGIN
    buttons["Choose a file…"].click()
    bringer.wait()
    assert page.step == READING


def test_enter_leads_through_the_import_and_the_next_begins_anew(
    bringer: Bringer, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("partner_desk.ui.shell.choosing.choose_import",
                        lambda parent, folder: str(sheet))
    bringer.desk.import_requested.emit()
    bringer.press(Qt.Key.Key_Return)  # Choose a file…
    bringer.wait()
    page = bringer.page
    assert page.step == READING
    bringer.press(Qt.Key.Key_Return)  # Next
    assert page.step == COLUMNS
    page.go_on()
    bringer.wait()
    page.write()
    bringer.wait()
    assert page.step == DONE
    bringer.press(Qt.Key.Key_Return)  # Go to the list
    assert not page.isVisible()
    assert isinstance(focused(bringer.window), QTableView), "Enter would begin a record"
    bringer.desk.import_requested.emit()
    assert page.step == BEGIN
    assert page.look is None


def test_nothing_is_seen_of_the_sheet_before(bringer: Bringer, sheet: Path) -> None:
    bringer.to_outcome(sheet)
    page, listed = bringer.page, bringer.page.outcome.ui.rows
    assert listed.isVisible()
    bringer.drop(sheet)
    page.go_on()
    page.go_on()
    assert page.step == OUTCOME
    assert not listed.isVisible()
    bringer.wait()
    assert listed.isVisible()


def test_another_sheet_is_looked_at_from_its_first_row(
    bringer: Bringer, sheet: Path, tmp_path: Path
) -> None:
    bringer.to_outcome(sheet)
    bringer.page.outcome.ui.rows.selectRow(3)
    bringer.to_outcome(_workbook(tmp_path / "Others.xlsx", [
        HEADINGS, *((f"Club {number}", *[None] * 6) for number in range(12)),
    ]))
    assert bringer.page.outcome.ui.rows.currentIndex().row() == 0


def test_days_of_opening_are_named() -> None:
    field = SeenField("schedule", "byday", "", "MO,TU,WE,SA")
    assert value_words(field, field.after, lambda words: words) == "Mon–Wed, Sat"


def test_a_long_address_goes_on_in_the_next_line(bringer: Bringer) -> None:
    long = f"families.and.neighbors@{'food-shelf.' * 6}example.org"
    values = ("help@larks.example", long)
    fields = [SeenField("service", "email", "", each) for each in values]
    box = fields_grid(fields, "service", lambda words: words)
    bringer.qtbot.addWidget(box)
    short, broken = [each for each in box.findChildren(QLabel) if "@" in each.text()]
    assert broken.text().replace("\u200b", "") == long
    assert broken.minimumSizeHint().width() < broken.fontMetrics().horizontalAdvance(long) / 3
    may_be_copied = Qt.TextInteractionFlag.TextSelectableByMouse
    assert (short.textInteractionFlags(), broken.textInteractionFlags()) == (
        may_be_copied, Qt.TextInteractionFlag.LinksAccessibleByMouse)


def test_a_hundred_thousand_rows_are_listed_without_widgets(
    bringer: Bringer, sheet: Path
) -> None:
    seen = bringer.to_outcome(sheet)
    rows = [SeenRow(number, str(number), "new", "organization", f"Partner {number}")
            for number in range(4, 100_004)]
    seen.rows, seen.read, seen.new = rows, len(rows), len(rows)
    outcome = bringer.page.outcome
    outcome.show_preview(seen, {}, {})
    assert outcome.rows is not None
    assert outcome.rows.rowCount() == 100_000
    outcome.ui.filter.setText("99999")
    bringer.qtbot.waitUntil(lambda: outcome.rows is not None and outcome.rows.rowCount() == 1)
    assert outcome.rows.index(0, NAME).data() == "Partner 99999"


def test_nothing_is_written_in_an_office_for_looking_only(
    bringer: Bringer, sheet: Path
) -> None:
    store: Store = bringer.desk.store
    before = store.digest()
    bringer.to_outcome(sheet)
    assert store.digest() == before
    bringer.desk.lock()
    bringer.page.go_back()
    bringer.page.go_on()
    bringer.wait()
    assert not bringer.page.ui.nextButton.isEnabled()
    assert bringer.desk.read(lambda reader: reader.ids(ListQuery("organization"))) == []


def test_columns_have_the_letters_of_excel() -> None:
    assert [letters(each) for each in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_the_state_where_none_is_given_can_be_changed_and_emptied(
    bringer: Bringer, tmp_path: Path
) -> None:
    with bringer.desk.store.writing(Operation("record.change")) as work:
        work.change(Office, OFFICE_ID, letterhead="1 School St\nProvidence, RI 02903")
    bringer.drop(_workbook(tmp_path / "Partners.xlsx", [
        ("Agency", "Street", "City"), ("River Club", "1 Main St", "Avon"),
        ("Lake Club", None, "Salem"),
    ]))
    page = bringer.page
    page.go_on()
    field = page.columns.ui.stateField
    assert (field.isVisible(), field.text()) == (True, "RI")
    assert "RI" in {each.text() for each in page.columns.ui.lines.findChildren(QLabel)}
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "maryland")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settled = page.columns.settled
    assert settled is not None
    assert (settled.state, field.text()) == ("MD", "MD")
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    settled = page.columns.settled
    assert settled is not None
    assert settled.state == ""


def test_no_state_is_asked_of_a_sheet_without_addresses(bringer: Bringer, tmp_path: Path) -> None:
    bringer.drop(_workbook(tmp_path / "Partners.xlsx", [
        ("Agency", "Phone"), ("River Club", "410-555-0100"), ("Lake Club", "410-555-0101"),
    ]))
    bringer.page.go_on()
    assert not bringer.page.columns.ui.stateField.isVisible()


def test_a_row_that_explains_the_headings_can_be_taken_in(
    bringer: Bringer, tmp_path: Path
) -> None:
    path = _workbook(tmp_path / "Partners.xlsx", [
        ("Agency", "Phone", "City"), ("(legal name)", "xxx-xxx-xxxx", "optional"),
        ("River Club", "410-555-0100", "Avon"), ("Lake Club", "410-555-0101", "Salem"),
    ])
    seen = bringer.to_outcome(path)
    assert (seen.new, seen.refused) == (2, 1)
    assert [(each.row, each.code) for each in seen.refusals] == [(2, "row.is_explanation")]
    bringer.page.outcome.list_state("refused")
    assert "xxx-xxx-xxxx" in _shown_words(bringer.page)
    bringer.page.go_back()
    bringer.page.go_back()
    box = bringer.page.reading.ui.explainedBox
    assert (box.isVisible(), box.isChecked()) == (True, True)
    box.click()
    bringer.qtbot.waitUntil(
        lambda: bringer.page.look is not None and bringer.page.look.reading.explained_row == 0,
        timeout=LONG)
    bringer.wait()
    assert (box.isVisible(), box.isChecked()) == (True, False)
    bringer.page.go_on()
    bringer.page.go_on()
    bringer.wait()
    again = bringer.page.seen
    assert again is not None
    assert (again.new, again.refused) == (3, 0)
    bringer.page.write()
    bringer.wait()
    bringer.drop(path)
    bringer.wait()
    assert (box.isVisible(), box.isChecked()) == (True, False)  # As such sheets were taken in.
    assert bringer.page.look is not None
    assert bringer.page.look.reading.explained_row == 0
    box.click()
    bringer.qtbot.waitUntil(
        lambda: bringer.page.look is not None and bringer.page.look.reading.explained_row == 2,
        timeout=LONG)
    plain = bringer.to_outcome(_workbook(tmp_path / "Others.xlsx", [
        ("Agency", "Phone", "City"), ("Hill Club", "410-555-0102", "Avon"),
        ("Old Mill", "410-555-0103", "Salem")]))
    assert (plain.new, plain.refused) == (2, 0)
    bringer.page.write()  # It has no such row: what is remembered of such a row stays.
    bringer.wait()
    bringer.drop(path)
    bringer.wait()
    assert box.isChecked() is False


def _shown_words(page: SheetPage) -> set[str]:
    return {each.text() for each in page.outcome.detail.findChildren(QLabel)}


def test_the_rows_get_the_keyboard_once_they_are_compared(bringer: Bringer, sheet: Path) -> None:
    page = bringer.page
    for _ in range(2):  # Compared anew, and as it was.
        if page.step != COLUMNS:
            bringer.drop(sheet)
            bringer.press(Qt.Key.Key_Space)  # Next
        QTest.mouseClick(page.ui.nextButton, Qt.MouseButton.LeftButton)
        assert page.step == OUTCOME
        bringer.wait()
        assert focused(bringer.window) is page.outcome.ui.rows
        QTest.mouseClick(page.ui.backButton, Qt.MouseButton.LeftButton)


def test_a_category_of_the_office_is_no_stranger_beside_the_columns(
    bringer: Bringer, tmp_path: Path
) -> None:
    records.add(bringer.desk.store, "category", {"name": "Chess clubs"})
    heads = ("Program", "Category", "Fee")
    bringer.drop(_workbook(tmp_path / "programs.xlsx", [
        heads, ("Knights", "Chess club", "$5"), ("Sails", "Boats", "$9")]))
    bringer.page.go_on()
    columns = bringer.page.columns
    said = [[each.text() for each in columns.ui.lines.findChildren(QLabel)]]
    columns.ui.followingButton.click()
    said.append([each.text() for each in columns.ui.lines.findChildren(QLabel)])
    strangers = [[each for each in texts if "The office has no category" in each]
                 for texts in said]
    assert strangers == [[], ["Category: The office has no category Boats. The word is kept "
                              "beside."]]
