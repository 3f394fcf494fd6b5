"""Step 1: what was read of a sheet, how, and what one of its rows is."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.files.sheets.look import Look, Reading
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.desk import Desk
from partner_desk.ui.forms.ui_sheet_reading import Ui_SheetReadingForm
from partner_desk.ui.look.theme import GAP, UNIT, dress_spin_box, dress_table
from partner_desk.ui.sentences import notice_sentence
from partner_desk.ui.shell.sheets.sample import SampleTable
from partner_desk.ui.shell.sheets.words import (
    DATES,
    DECIMALS,
    ENCODINGS,
    LINE_ENDS,
    SEPARATORS,
    TARGET_WORDS,
    encoding_key,
)

_MOMENT = 250
"""Milliseconds after which a changed setting is read by: a person may still be turning a wheel."""
_TEXT_ONLY = ("encoding", "separator")
_WIDEST = 260
_LEFT, _LETTERS = 138, 39
"""Logical pixels of what does not grow with the text at the left; so many letters that do."""


class ReadingStep(QWidget):
    """Shows a ``Look``; what a person settles goes out as the ``Reading`` to look by."""

    reading_changed = Signal(object)
    target_chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_SheetReadingForm()
        self.ui.setupUi(self)
        self._desk = desk
        self.settled = Reading()
        """Only what the person settled; what is None is guessed."""
        self._look: Look | None = None
        ui = self.ui
        self._combos = {"sheet": ui.sheetField, "encoding": ui.encodingField,
                        "separator": ui.separatorField, "decimal": ui.decimalField,
                        "dates": ui.datesField}
        self._lines = ["sheet", "header_row", "encoding", "separator", "decimal", "dates"]
        self._guesses: dict[str, QLabel] = {
            "sheet": ui.sheetFieldGuess, "header_row": ui.headerRowFieldGuess,
            "encoding": ui.encodingFieldGuess, "separator": ui.separatorFieldGuess,
            "decimal": ui.decimalFieldGuess, "dates": ui.datesFieldGuess}
        self._wait = QTimer(self, singleShot=True, interval=_MOMENT)
        self._wait.timeout.connect(lambda: self.reading_changed.emit(self.settled))
        self._notices = words_label("", "caption")
        column = QVBoxLayout(ui.notices)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.addWidget(self._notices)
        self._let_scroll()
        ui.readTitle.setContentsMargins(0, GAP, 0, 0)
        self._make_targets()
        self._dress()

    def begin(self) -> None:
        """Nothing is settled any more, as for another file."""
        self._wait.stop()
        self.settled = Reading()
        self._look = None

    def show_look(self, look: Look) -> None:
        """Show what was read."""
        self._look = look
        text = self._desk.text
        names = {each.name: each.name for each in look.sheets}
        self._fill("sheet", names, look.reading.sheet)
        self._fill("encoding", ENCODINGS, _known_encoding(look.reading.encoding))
        self._fill("separator", SEPARATORS, look.reading.separator)
        self._fill("decimal", DECIMALS, look.reading.decimal)
        self._fill("dates", DATES, look.reading.dates)
        for name, guess in self._guesses.items():
            guess.setVisible(name in look.guessed and not self._only_choice(name))
        spin = self.ui.headerRowField
        spin.blockSignals(True)
        spin.setMaximum(max(look.reading.header_row or 0, _last_row(look)))
        spin.setValue(look.reading.header_row or 0)
        spin.blockSignals(False)
        self._show_explained(look)
        self._show_sample(look)
        self._notices.setText("\n".join(
            "· " + notice_sentence(each.code, each.values, text) for each in look.notices))
        self.ui.counts.setText(self._counts(look))

    def _show_explained(self, look: Look) -> None:
        """Offer to take the row in that seems to explain the headings."""
        box = self.ui.explainedBox
        box.setVisible(look.explained > 0)
        box.setText(self.tr("Leave row {0} aside: it explains the headings").format(look.explained))
        box.setChecked(look.reading.explained_row == look.explained)

    def show_target(self, target: str) -> None:
        """Mark what a row is."""
        for button in self._targets.buttons():
            if button.property("target") == target:
                button.setChecked(True)
        words = TARGET_WORDS.get(target)
        self.ui.targetHelp.setText(self._desk.text(words.help) if words else "")

    def _let_scroll(self) -> None:
        """Large text and many notices need more height than a small screen has."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Choices such as "Month first (3/14)" stand beside their names, in large text too.
        letter = self.fontMetrics().averageCharWidth()
        width = max(self.ui.left.minimumWidth() + GAP, _LEFT + _LETTERS * letter)
        area.setFixedWidth(width)
        self.ui.left.setMaximumWidth(width - GAP)
        self.ui.row.replaceWidget(self.ui.left, area)
        area.setWidget(self.ui.left)
        area.viewport().setAutoFillBackground(False)
        self.ui.left.setAutoFillBackground(False)

    def _make_targets(self) -> None:
        row = FlowLayout(self.ui.targets)
        self._targets = QButtonGroup(self)
        for target, words in TARGET_WORDS.items():
            button = QToolButton()
            button.setText(self._desk.text(words.label))
            button.setCheckable(True)
            button.setProperty("chip", True)
            button.setProperty("target", target)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._targets.addButton(button)
            row.addWidget(button)
        self._targets.buttonClicked.connect(
            lambda button: self.target_chosen.emit(button.property("target")))

    def _dress(self) -> None:
        ui = self.ui
        for name, combo in self._combos.items():
            combo.setMinimumContentsLength(8)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.activated.connect(lambda _place, each=name: self._settle_combo(each))
        for label in (ui.sheetLabel, ui.headerRowLabel, ui.encodingLabel, ui.separatorLabel,
                      ui.decimalLabel, ui.datesLabel):
            label.setMinimumHeight(ui.sheetField.sizeHint().height())
        ui.settings.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        dress_spin_box(ui.headerRowField)
        ui.headerRowField.setSpecialValueText(self.tr("none"))
        ui.headerRowField.setKeyboardTracking(False)
        ui.headerRowField.valueChanged.connect(self._settle_header)
        ui.explainedBox.clicked.connect(self._settle_explained)
        table = ui.sample
        dress_table(table)
        numbers = table.verticalHeader()
        numbers.setVisible(True)
        numbers.setSectionsClickable(True)
        numbers.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.setShowGrid(True)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.setHorizontalScrollMode(table.ScrollMode.ScrollPerPixel)
        table.activated.connect(lambda index: self._take_headings(index.row()))
        ui.headingsButton.clicked.connect(
            lambda: self._take_headings(table.currentIndex().row()))

    def _fill(self, name: str, choices: Mapping[str, str], value: str | None) -> None:
        combo = self._combos[name]
        wanted = self._is_text() == (name in _TEXT_ONLY) or name in ("decimal", "dates")
        shown = value is not None and wanted
        self.ui.settings.setRowVisible(self._lines.index(name), shown)
        combo.clear()
        if not shown or value is None:
            return
        every = dict(choices)
        every.setdefault(value, value)
        for each, label in every.items():
            combo.addItem(label if name == "sheet" else self._desk.text(label), each)
        combo.setCurrentIndex(combo.findData(value))
        combo.setEnabled(len(every) > 1)

    def _is_text(self) -> bool:
        return self._look is not None and self._look.format == "text"

    def _only_choice(self, name: str) -> bool:
        return name in self._combos and self._combos[name].count() < 2

    def _settle_combo(self, name: str) -> None:
        value = self._combos[name].currentData()
        if name == "sheet":
            self.settled = replace(self.settled, sheet=value, header_row=None, explained_row=None)
        else:
            self.settled = replace(self.settled, **{name: value})
        self._wait.start()

    def _settle_header(self, number: int) -> None:
        sheet = self._look.reading.sheet if self._look else None
        self.settled = replace(self.settled, header_row=number, sheet=sheet, explained_row=None)
        self._wait.start()

    def _settle_explained(self, aside: bool) -> None:
        explained = self._look.explained if self._look and aside else 0
        self.settled = replace(self.settled, explained_row=explained)
        self._wait.start()

    def _take_headings(self, row: int) -> None:
        model = self.ui.sample.model()
        if isinstance(model, SampleTable) and row >= 0:
            self.ui.headerRowField.setValue(model.number_at(row))

    def _show_sample(self, look: Look) -> None:
        table, old = self.ui.sample, self.ui.sample.model()
        model = SampleTable(look, table)
        table.setModel(model)
        if old is not None:
            old.deleteLater()
        table.resizeColumnsToContents()
        for column in range(model.columnCount()):
            table.setColumnWidth(column, min(max(table.columnWidth(column), 64), _WIDEST))
        row = max(model.row_of(model.header_row), 0)
        flags = QItemSelectionModel.SelectionFlag
        if model.rowCount() and model.columnCount():
            table.selectionModel().setCurrentIndex(model.index(row, 0), flags.NoUpdate)

    def _counts(self, look: Look) -> str:
        plural = self._desk.plural
        parts = [plural("{0} row under the headings", "{0} rows under the headings", look.rows)]
        if look.blank:
            parts.append(plural("{0} blank row between", "{0} blank rows between", look.blank))
        parts.append(plural("{0} column", "{0} columns", len(look.headings)))
        if look.line_ends in LINE_ENDS:
            parts.append(self._desk.text(LINE_ENDS[look.line_ends]))
        return " · ".join(parts)


def _known_encoding(name: str | None) -> str | None:
    return None if name is None else encoding_key(name)


def _last_row(look: Look) -> int:
    return max([*(each.number for each in look.above), *(each.number for each in look.sample)],
               default=1)
