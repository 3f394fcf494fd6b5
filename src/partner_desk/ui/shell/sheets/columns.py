"""Step 2: what each column of the sheet is, with the first record beside it."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from partner_desk.files.sheets.look import Look
from partner_desk.services.sheets.category_names import known_categories
from partner_desk.services.sheets.proposing import Proposal
from partner_desk.services.sheets.settled import Settled
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.fitting_columns import LETTER
from partner_desk.ui.components.grid_cells import CellChoice
from partner_desk.ui.desk import Desk
from partner_desk.ui.forms.ui_sheet_columns import Ui_SheetColumnsForm
from partner_desk.ui.look.badges import paint_badge
from partner_desk.ui.look.icons import icon, pixmap
from partner_desk.ui.look.palette import current_colours
from partner_desk.ui.look.theme import HALF, ICON_SIZE, UNIT, dress_table
from partner_desk.ui.sentences import problem_sentence
from partner_desk.ui.shell.sheets.fields import fields_grid
from partner_desk.ui.shell.sheets.mapping import (
    EXAMPLES,
    PARTED,
    SURE,
    TONE_ROLE,
    USE,
    Choosable,
    Index,
    MappingTable,
)
from partner_desk.ui.shell.sheets.record import stored_fields
from partner_desk.ui.shell.sheets.words import TARGET_WORDS

_WIDTHS = (130, 150, 196, 136, 144)
_LEAST = 100
_ARROW = 26
_TONE_ICONS = {"success": "success", "info": "info", "warning": "warning", "neutral": "check"}
_MOST_SHOWN = 18
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ColumnsStep(QWidget):
    """Keeps what is settled; ``changed`` says that it is another than before."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_SheetColumnsForm()
        self.ui.setupUi(self)
        self._desk = desk
        self.table_model: MappingTable | None = None
        self._categories: dict[str, str] = {}
        self._place = 0
        self._lines = QVBoxLayout(self.ui.lines)
        self._lines.setContentsMargins(0, 0, UNIT, 0)
        self._lines.setSpacing(0)
        self.ui.scroll.viewport().setAutoFillBackground(False)
        self.ui.lines.setAutoFillBackground(False)
        table = self.ui.columns
        dress_table(table)
        table.setItemDelegate(_MappingDelegate(table))
        table.setEditTriggers(QTableView.EditTrigger.EditKeyPressed
                              | QTableView.EditTrigger.AnyKeyPressed)
        table.installEventFilter(self)
        table.clicked.connect(self._clicked)
        for button, name, step in ((self.ui.previousButton, "chevron-left", -1),
                                   (self.ui.followingButton, "chevron-right", 1)):
            button.setIcon(icon(name))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked=False, by=step: self._go(by))
        self.ui.stateField.textEdited.connect(self._settle_state)
        self.ui.stateField.editingFinished.connect(self._show_state)
        self.setFocusProxy(table)

    @property
    def settled(self) -> Settled | None:
        """What is settled now."""
        return self.table_model.settled if self.table_model else None

    def show_columns(self, look: Look, proposal: Proposal, settled: Settled) -> None:
        """Show the columns of ``look``, used as ``settled`` says."""
        table, old = self.ui.columns, self.table_model
        self._categories = self._desk.read(known_categories)
        self.table_model = MappingTable(look, proposal, settled, self._desk.text, self.tr, table)
        self.table_model.dataChanged.connect(lambda *_: self._settled())
        table.setModel(self.table_model)
        if old is not None:
            old.deleteLater()
        else:
            scale = QFontMetricsF(table.font()).averageCharWidth() / LETTER
            for place, width in enumerate(_WIDTHS):
                table.setColumnWidth(place, round(width * scale))
            # All of them are needed: where they do not fit, the table scrolls.
            table.horizontalHeader().setMinimumSectionSize(round(_LEAST * scale))
            table.horizontalHeader().setSectionResizeMode(
                EXAMPLES, QHeaderView.ResizeMode.Stretch)
        self._place = 0
        self._to_first_unsure()
        self._show_state()
        self._show_record()

    def complaint(self) -> str:
        """Why one cannot go on; "" when one can."""
        model = self.table_model
        if model is None:
            return ""
        if model.lacks_name():
            return self._desk.text(TARGET_WORDS[model.settled.target].needed)
        twice = model.problems()
        if twice:
            return self.tr("Two columns are both “{0}”. Choose which one it is.").format(twice[0])
        return ""

    def note(self) -> str:
        """What a person had better look at before going on."""
        unsure = self.table_model.unsure() if self.table_model else 0
        if not unsure:
            return ""
        return self._desk.plural(
            "{0} column is unsure. Left as it is, it is kept with the record.",
            "{0} columns are unsure. Left as they are, they are kept with the record.", unsure)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the list of what the column can be."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.ui.columns and pressed and isinstance(event, QKeyEvent):
            index = self.ui.columns.currentIndex()
            editing = self.ui.columns.indexWidget(index) is not None
            if event.key() in _ENTER and index.isValid() and not editing:
                self._edit(index if index.column() == PARTED else index.siblingAtColumn(USE))
                return True
        return super().eventFilter(watched, event)

    def _clicked(self, index: Index) -> None:
        if index.column() in (USE, PARTED):
            self._edit(index)

    def _edit(self, index: Any) -> None:
        table = self.ui.columns
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        table.setCurrentIndex(index)
        table.edit(index)
        editor = table.indexWidget(index)
        if isinstance(editor, QComboBox):
            QTimer.singleShot(0, editor, editor.showPopup)

    def _settle_state(self, typed: str) -> None:
        if self.table_model is not None:
            self.table_model.settle_state(typed)
            self._settled()

    def _show_state(self) -> None:
        """The state of addresses that name none, as understood, where there are addresses."""
        model = self.table_model
        self.ui.state.setVisible(model is not None and model.has_addresses())
        if model is not None:
            self.ui.stateField.setText(model.settled.state or "")

    def _settled(self) -> None:
        self.ui.state.setVisible(self.table_model is not None and self.table_model.has_addresses())
        self._show_record()
        self.changed.emit()

    def _to_first_unsure(self) -> None:
        model = self.table_model
        if model is None or not model.rowCount():
            return
        rows = range(model.rowCount())
        row = next((each for each in rows if model.why(each) == "unsure"), 0)
        self.ui.columns.setCurrentIndex(model.index(row, USE))

    def _go(self, by: int) -> None:
        self._place += by
        self._show_record()

    def _show_record(self) -> None:
        model, ui = self.table_model, self.ui
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        sample = model.look.sample if model else ()
        self._place = max(0, min(self._place, len(sample) - 1))
        ui.previousButton.setEnabled(self._place > 0)
        ui.followingButton.setEnabled(self._place < len(sample) - 1)
        if model is None or not sample:
            ui.cardTitle.setText("")
            return
        ui.cardTitle.setText(self.tr("Row {0} becomes").format(sample[self._place].number))
        ui.cardNote.setText(self._desk.text(TARGET_WORDS[model.settled.target].label))
        if not model.lacks_name():
            fields, notes = stored_fields(
                model.look, model.settled, self._place, self._categories)
            text = self._desk.text
            self._lines.addWidget(fields_grid(fields, model.settled.target, text))
            for each in notes:
                sentence = problem_sentence(each.code, each.values, text)
                self._lines.addWidget(_spaced(
                    words_label(f"{each.heading}: {sentence}", "caption"), UNIT))
        self._lines.addStretch(1)


def _spaced(widget: QWidget, above: int) -> QWidget:
    widget.setContentsMargins(0, above, 0, 0)
    return widget


class _MappingDelegate(QStyledItemDelegate):
    """Cells to choose in bear an arrow; how sure a column is stands there with icon and word."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        model = index.model()
        assert isinstance(model, MappingTable)
        parts = index.column() == PARTED
        choices = model.separators(index.row()) if parts else model.choices(index.row())
        combo = CellChoice(parent)
        combo.setModel(_choice_model(choices, combo, grouped=not parts))
        combo.setMaxVisibleItems(_MOST_SHOWN)
        combo.setAccessibleName(model.look.headings[index.row()])
        combo.view().setMinimumWidth(combo.view().sizeHintForColumn(0) + 5 * UNIT)
        combo.activated.connect(lambda: self._chosen(combo))
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            found = editor.findData(index.data(Qt.ItemDataRole.EditRole))
            editor.setCurrentIndex(found)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox) and editor.currentData() is not None:
            model.setData(index, editor.currentData())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() == SURE:
            self._paint_sure(painter, option, index)
            return
        super().paint(painter, option, index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            place = _rect(option)
            ratio = painter.device().devicePixelRatio()
            picture = pixmap("chevron-down", 12, "muted", ratio)
            painter.drawPixmap(place.right() - 18, place.y() + (place.height() - 12) // 2, picture)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        untyped: Any = option  # The stubs do not know the fields of style options.
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            room = _rect(option).width() - _ARROW - UNIT
            untyped.text = untyped.fontMetrics.elidedText(
                untyped.text, Qt.TextElideMode.ElideRight, room)

    def _paint_sure(self, painter: QPainter, option: Any, index: Index) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        untyped: Any = ground
        untyped.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)
        tone = index.data(TONE_ROLE)
        cell = _rect(option).adjusted(HALF, 0, -HALF, 0)
        ratio = painter.device().devicePixelRatio()
        picture = pixmap(_TONE_ICONS[tone], ICON_SIZE, tone, ratio)
        painter.drawPixmap(cell.x(), cell.y() + (cell.height() - ICON_SIZE) // 2, picture)
        words = cell.adjusted(ICON_SIZE + HALF, 0, 0, 0)
        if tone == "warning":  # Only what waits for somebody calls for the eye.
            paint_badge(painter, words, str(index.data()), tone, option.font)
            return
        painter.setPen(QColor(current_colours().muted))
        shown = untyped.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)

    def _chosen(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo, QStyledItemDelegate.EndEditHint.NoHint)


def _choice_model(
    choices: list[Choosable], parent: QObject, *, grouped: bool
) -> QStandardItemModel:
    """Choices, if ``grouped`` below the headings of their groups, which cannot be chosen."""
    model = QStandardItemModel(parent)
    for each in choices:
        heading = grouped and not each.path
        item = QStandardItem(each.label)
        if heading:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        else:
            item.setData(each.path, Qt.ItemDataRole.UserRole)
            item.setToolTip(each.help)
        model.appendRow(item)
    return model


def _rect(option: Any) -> QRect:
    return QRect(option.rect)
