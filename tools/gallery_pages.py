"""The pages of the gallery: a list with a record, all controls, all icons."""

from PySide6.QtCore import QDate, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.ui.look import theme
from partner_desk.ui.look.badges import Badge, Banner, paint_badge, tone_of
from partner_desk.ui.look.icons import icon, icon_names, pixmap

ROWS = [
    ("Riverside Youth Arts", "Arts", "Active"),
    ("Cedar Valley College", "Higher education", "Draft"),
    ("Casa de la Comunidad Ñandú", "Non-profit", "Approval"),
    ("Hội Người Việt Bình Minh", "Non-profit", "Active"),
    ("North Market Food Bank", "Non-profit", "Expired"),
    ("Delgado & Sons Hardware", "Business", "Inquiry"),
    ("St. Brendan Parish Hall", "Faith", "Renewal"),
    ("Tidewater Family Clinic", "Health care", "Active"),
]


def label(text: str, role: str) -> QLabel:
    result = QLabel(text)
    result.setProperty("textRole", role)
    return result


def button(text: str, role: str = "", picture: str = "") -> QPushButton:
    result = QPushButton(text)
    if role:
        result.setProperty("role", role)
    if picture:
        colour = {"primary": "on_accent", "flat": "accent", "danger": "error"}.get(role, "text")
        result.setIcon(icon(picture, colour))
    return result


def chip(text: str, chosen: bool = False) -> QToolButton:
    result = QToolButton()
    result.setText(text)
    result.setCheckable(True)
    result.setChecked(chosen)
    result.setProperty("chip", True)
    return result


def blank(hint: str) -> QLineEdit:
    result = QLineEdit()
    result.setPlaceholderText(hint)
    return result


def chosen(box: QAbstractButton) -> QAbstractButton:
    box.setChecked(True)
    return box


class StateDelegate(QStyledItemDelegate):
    """Paints the state of a row as a badge."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        style = bare.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget)
        cell = bare.rect.adjusted(theme.HALF, 0, 0, 0)
        paint_badge(painter, cell, index.data(), tone_of(index.data().lower()), bare.font)


def table() -> QTableView:
    model = QStandardItemModel(0, 3)
    model.setHorizontalHeaderLabels(["Name", "Sector", "Stage"])
    for row in ROWS * 3:
        model.appendRow([QStandardItem(text) for text in row])
    view = QTableView()
    view.setModel(model)
    model.setParent(view)
    theme.dress_table(view)
    view.setItemDelegateForColumn(2, StateDelegate(view))
    view.setSortingEnabled(True)
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    view.setColumnWidth(0, 205)
    view.setColumnWidth(1, 125)
    view.horizontalHeader().setStretchLastSection(True)
    view.selectRow(2)
    return view


def navigation() -> QListWidget:
    view = QListWidget()
    theme.dress_navigation(view)
    view.setFixedWidth(176)
    for name in ("today", "partners", "agreements", "directory", "evaluations", "settings"):
        view.addItem(QListWidgetItem(icon(name), name.capitalize()))
    view.setCurrentRow(1)
    return view


def top_bar() -> QFrame:
    bar = QFrame()
    bar.setProperty("topBar", True)
    row = QHBoxLayout(bar)
    row.setContentsMargins(theme.GAP, theme.UNIT, theme.GAP, theme.UNIT)
    row.addWidget(label("Lakeview School District", "heading"))
    row.addStretch(1)
    search = blank("Search everything   Ctrl+K")
    search.setProperty("search", True)
    search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    search.setFixedWidth(420)
    row.addWidget(search)
    row.addStretch(1)
    for name in ("undo", "redo"):
        tool = QToolButton()
        tool.setIcon(icon(name))
        tool.setText(name.capitalize())
        tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tool.setEnabled(name == "undo")
        row.addWidget(tool)
    return bar


def list_side() -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.UNIT)
    column.setSpacing(theme.UNIT)
    head = QHBoxLayout()
    head.addWidget(label("Partners", "title"))
    head.addStretch(1)
    head.addWidget(button("Add partner", "", "add"))
    column.addLayout(head)
    field = blank("Filter this list")
    field.addAction(icon("filter", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    column.addWidget(field)
    chips = QHBoxLayout()
    for text, chosen in (("Active", True), ("Lapsing", False), ("Mine", False)):
        chips.addWidget(chip(text, chosen))
    chips.addStretch(1)
    column.addLayout(chips)
    column.addWidget(table(), 1)
    column.addWidget(label("24 of 5,310", "caption"))
    return side


def form() -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    rows = QFormLayout(card)
    rows.setContentsMargins(theme.SECTION, theme.GAP, theme.SECTION, theme.GAP)
    rows.setVerticalSpacing(12)
    rows.setHorizontalSpacing(theme.GAP)
    sector = QComboBox()
    sector.addItems(["Arts", "Business", "Faith"])
    wrong = QLineEdit("info@riverside")
    wrong.setProperty("invalid", True)
    wrong.addAction(icon("error", "error"), QLineEdit.ActionPosition.TrailingPosition)
    email = QVBoxLayout()
    email.setSpacing(2)
    email.addWidget(wrong)
    email.addWidget(label("An email address ends like name@example.org", "error"))
    notes = QPlainTextEdit("After-school painting and mural work at three sites.")
    notes.setFixedHeight(72)
    rows.addRow("Name", QLineEdit("Riverside Youth Arts"))
    rows.addRow("Sector", sector)
    rows.addRow("Email", email)
    rows.addRow("Web", blank("https://"))
    rows.addRow("Notes", notes)
    rows.addRow("", chosen(QCheckBox("Show in the public directory")))
    return card


def record_side() -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(theme.SECTION, theme.GAP, theme.SECTION, theme.UNIT)
    column.setSpacing(theme.UNIT)
    head = QHBoxLayout()
    head.addWidget(label("Riverside Youth Arts", "title"))
    head.addWidget(Badge("Active", "success"))
    head.addStretch(1)
    head.addWidget(button("More", "flat", "more"))
    head.addWidget(button("Print packet", "primary", "print"))
    column.addLayout(head)
    column.addWidget(label("Collaboration · lapses 30 Jun 2027", "caption"))
    column.addWidget(
        Banner("Still missing: certificate of insurance, a contact who may sign.", "warning")
    )
    tabs = QTabWidget()
    tabs.setDocumentMode(True)
    page = QWidget()
    inside = QVBoxLayout(page)
    inside.setContentsMargins(0, theme.GAP, 0, 0)
    inside.addWidget(form())
    inside.addStretch(1)
    tabs.addTab(page, "Overview")
    for name in ("Contacts", "Agreements", "Evaluation", "Documents", "History"):
        tabs.addTab(QWidget(), name)
    column.addWidget(tabs, 1)
    return side


def record_page() -> QMainWindow:
    window = QMainWindow()
    middle = QWidget()
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(top_bar())
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(navigation())
    splitter = QSplitter()
    splitter.addWidget(list_side())
    splitter.addWidget(record_side())
    splitter.setSizes([500, 690])
    row.addWidget(splitter, 1)
    column.addLayout(row, 1)
    window.setCentralWidget(middle)
    bar = window.statusBar()
    bar.addWidget(QLabel("All changes saved 10:32"))
    bar.addWidget(QLabel("Backup today 08:01"))
    bar.addPermanentWidget(QLabel("This computer: Laptop 2"))
    bar.addPermanentWidget(QLabel("Ana Ruiz"))
    return window


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.UNIT)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _off(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def controls_page() -> QWidget:
    page = QWidget()
    columns = QHBoxLayout(page)
    columns.setContentsMargins(theme.PAGE, theme.PAGE, theme.PAGE, theme.PAGE)
    columns.setSpacing(theme.PAGE)
    columns.addLayout(_buttons_column(), 1)
    columns.addLayout(_fields_column(), 1)
    return page


def _buttons_column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.GAP)
    column.addWidget(label("A title", "title"))
    column.addWidget(label("A heading", "heading"))
    column.addWidget(QLabel("Plain text, as in most places."))
    column.addWidget(label("A caption under something", "caption"))
    focused = button("Focused", "", "edit")
    column.addLayout(_row(button("Primary", "primary", "print"), button("Plain", "", "add"),
                          button("Flat", "flat", "link"), button("Delete", "danger", "delete"),
                          focused))
    column.addLayout(_row(_off(button("Primary", "primary")), _off(button("Plain", "", "add")),
                          _off(button("Flat", "flat", "link")),
                          _off(button("Delete", "danger", "delete"))))
    column.addLayout(_row(chip("Active", True), chip("Out of school time"), chip("Arts")))
    badges = ("neutral", "info", "success", "warning", "error")
    words = ("Draft", "In review", "Active", "Out for signature", "Expired")
    column.addLayout(_row(*(Badge(*pair) for pair in zip(words, badges, strict=True))))
    for tone in badges:
        column.addWidget(Banner(f"A banner in the tone “{tone}”: a whole sentence.", tone))
    column.addStretch(1)
    return column


def _fields_column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.GAP)
    combo = QComboBox()
    combo.addItems(["A choice", "Another"])
    number = QSpinBox()
    number.setValue(42)
    theme.dress_spin_box(number)
    day = QDateEdit(QDate(2027, 6, 30))
    day.setCalendarPopup(True)
    read_only = QLineEdit("Read only")
    read_only.setReadOnly(True)
    invalid = QLineEdit("Not right")
    invalid.setProperty("invalid", True)
    invalid.addAction(icon("error", "error"), QLineEdit.ActionPosition.TrailingPosition)
    for widget in (QLineEdit("Typed text"), blank("Placeholder"), invalid,
                   _off(QLineEdit("Disabled")), read_only, combo,
                   number, day):
        column.addWidget(widget)
    half = QCheckBox("Partly")
    half.setTristate(True)
    half.setCheckState(Qt.CheckState.PartiallyChecked)
    column.addLayout(_row(QCheckBox("Off"), chosen(QCheckBox("On")), half,
                          _off(QCheckBox("Disabled")), chosen(QRadioButton("One")),
                          QRadioButton("Other")))
    bar = QProgressBar()
    bar.setValue(60)
    bar.setTextVisible(False)
    column.addWidget(bar)
    column.addWidget(table(), 1)
    return column


def icons_page() -> QWidget:
    page = QWidget()
    grid = QGridLayout(page)
    for place, name in enumerate(icon_names()):
        cell = QVBoxLayout()
        row = QHBoxLayout()
        for size in (16, 24, 32):
            picture = QLabel()
            picture.setPixmap(pixmap(name, size))
            row.addWidget(picture)
        cell.addLayout(row)
        cell.addWidget(label(name, "caption"))
        grid.addLayout(cell, place // 10, place % 10)
    return page
