"""The parts of an agreement's packet: its own clauses, then exhibits lettered by their place."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from partner_desk.model.agreements import EXHIBIT_INSTRUMENTS, AgreementSchool, Exhibit
from partner_desk.model.fields import Record
from partner_desk.model.office import Attachment
from partner_desk.model.partners import School
from partner_desk.services import exhibits, library, records
from partner_desk.ui.components.attempts import attempt
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.ordered import OrderedRows
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.rows import Row
from partner_desk.ui.components.wording import lay_labels_above
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import HALF, UNIT, row_height

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

_MOST_ROWS = 4
_PICTURES = {"clauses": "clause", "school": "school", "file": "attachment"}


class ExhibitList(QWidget):
    """The agreement itself and its exhibits, one of which is chosen."""

    chosen = Signal()
    """Another part was chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._agreement: Record | None = None
        self.exhibits: list[Exhibit] = []
        self._submenus: list[QMenu] = []
        self.rows = OrderedRows(
            desk, self.tr("Parts of the agreement"), self.tr("Exhibit"),
            self.tr("Remove the exhibit (Delete)"), fixed=1,
        )
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.rows.add_button.setMenu(self.menu)
        self.rows.add_button.setAccessibleName(self.tr("Add an exhibit"))
        self.rows.chosen.connect(self.chosen)
        self.rows.moved.connect(self._move)
        self.rows.removed.connect(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

    @property
    def current(self) -> Exhibit | None:
        """The exhibit that is chosen; None for the agreement itself."""
        return next((each for each in self.exhibits if each.id == self.rows.current), None)

    def show_agreement(self, agreement: Record) -> None:
        """Show the parts of an agreement; of another one, itself is chosen at first."""
        if self._agreement is None or self._agreement.id != agreement.id:
            self.rows.list.clear()
        self._agreement = agreement
        found = self._desk.read(lambda reader: exhibits.lettered(reader, agreement.id))
        self.exhibits = [each for _, each in found]
        sources = {
            "clauses": "", "school": self.tr("School site plan"), "file": self.tr("Document"),
        }
        body = Row(self.tr("The agreement itself"), icon="agreements", data=agreement.id)
        self.rows.show_rows([body, *(
            Row(self.tr("{0}. {1}").format(letter, each.title), sources.get(each.source, ""),
                icon=_PICTURES.get(each.source, "document"), data=each.id)
            for letter, each in found
        )])
        self._fit_height()

    def choose(self, exhibit_id: str | None) -> None:
        """Make an exhibit the current part; None for the agreement itself."""
        ids = [each.id for each in self.exhibits]
        self.rows.choose(ids.index(exhibit_id) + 1 if exhibit_id in ids else 0)

    def _fit_height(self) -> None:
        """As high as a few parts, so that the clauses below have the rest."""
        view = self.rows.list
        heights = [view.sizeHintForRow(place) for place in range(view.count())]
        wanted = sum(heights[:_MOST_ROWS]) + 2 * view.frameWidth() + HALF
        # A least height above the greatest would cover the buttons below.
        view.setMinimumHeight(min(wanted, 2 * row_height(view)))
        view.setMaximumHeight(wanted)

    def add_template(self, key: str, school_id: str | None = None) -> None:
        """Add an exhibit that begins with a template; a site plan is one of a school."""
        self._add(lambda agreement: exhibits.add_from_template(
            self._desk.store, agreement.id, key, school_id
        ))

    def add_document(self, attachment_id: str) -> None:
        """Add a document of the agreement as an exhibit."""
        self._add(lambda agreement: exhibits.add_file(
            self._desk.store, agreement.id, attachment_id
        ))

    def add_file(self, path: Path) -> None:
        """Keep a copy of a file with the agreement and add it as an exhibit."""
        self._add(lambda agreement: exhibits.add_path(self._desk.store, agreement.id, path))

    def _add(self, work: Callable[[Record], Exhibit]) -> None:
        agreement = self._agreement
        if agreement is None:
            return
        made = attempt(self._desk, lambda: work(agreement))
        if made is not None:
            self.show_agreement(agreement)
            self.rows.choose(len(self.exhibits))
            self._desk.tell(self.tr("{0} was added.").format(made.title), undo=True)

    def _move(self, place: int, to: int) -> None:
        if place != to:
            moved = self.exhibits[place - 1]

            def work() -> bool:
                records.move(self._desk.store, Exhibit, "agreement_id", moved.id, to)
                return True

            self._desk.write(work)
        if self._agreement is not None:
            self.show_agreement(self._agreement)
            self.rows.choose(to)

    def _remove(self) -> None:
        exhibit = self.current
        if exhibit is None or self._agreement is None:
            return

        def work() -> bool:
            records.delete(self._desk.store, Exhibit, exhibit.id)
            return True

        if self._desk.write(work):
            self.show_agreement(self._agreement)
            self.chosen.emit()
            self._desk.tell(self.tr("{0} was deleted.").format(exhibit.title), undo=True)

    def _fill_menu(self) -> None:
        self.menu.clear()
        for old in self._submenus:
            old.deleteLater()
        self._submenus.clear()
        if self._agreement is None:
            return
        library.ensure(self._desk.store)
        agreement_id = self._agreement.id
        language = self._desk.catalogue.language
        choices = self._desk.read(
            lambda reader: library.choices(reader, language, EXHIBIT_INSTRUMENTS)
        )
        for each in choices:
            if each.instrument == "site_plan":
                self._offer_schools(each, agreement_id)
            else:
                self._offer(self.menu, "clause", each.name, self._from_template(each.key))
        self.menu.addSeparator()
        taken = {each.attachment_id for each in self.exhibits}
        kept = self._desk.read(lambda reader: reader.find(Attachment, agreement_id=agreement_id))
        for attachment in kept:
            if attachment.id not in taken:
                self._offer(self.menu, "attachment", attachment.name,
                            self._from_document(attachment.id))
        self._offer(self.menu, "folder", self.tr("A file…"), self._choose_file)

    def _offer_schools(self, choice: library.TemplateChoice, agreement_id: str) -> None:
        """A menu of the schools without a site plan; those of the agreement come first."""
        submenu = self.menu.addMenu(icon("school"), choice.name.replace("&", "&&"))
        self._submenus.append(submenu)
        planned = {each.school_id for each in self.exhibits if each.source == "school"}
        schools = self._desk.read(lambda reader: _schools(reader, agreement_id))
        for school in schools:
            if school.id not in planned:
                self._offer(submenu, "school", school.name,
                            self._from_template(choice.key, school.id))
        if submenu.isEmpty():
            words = self.tr("Every school has one") if schools else self.tr("No schools yet")
            submenu.addAction(words).setEnabled(False)

    def _offer(self, menu: QMenu, picture: str, words: str, do: Callable[[], None]) -> None:
        action = menu.addAction(icon(picture), words.replace("&", "&&"))
        action.triggered.connect(lambda: do())

    def _from_template(self, key: str, school_id: str | None = None) -> Callable[[], None]:
        return lambda: self.add_template(key, school_id)

    def _from_document(self, attachment_id: str) -> Callable[[], None]:
        return lambda: self.add_document(attachment_id)

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Add a document as an exhibit"), "",
            self.tr("PDF and pictures") + " (*.pdf *.png *.jpg *.jpeg)",
        )
        if chosen:
            self.add_file(Path(chosen))


def _schools(reader: "Reader", agreement_id: str) -> list[School]:
    links = reader.find(AgreementSchool, agreement_id=agreement_id)
    first = {each.school_id for each in links}
    return sorted(reader.find(School), key=lambda each: each.id not in first)


class ExhibitDetails(RecordPart):
    """What an exhibit is called, and where what it shows comes from."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = FieldForm(
            desk, Exhibit, ("title", "title_translated", "school_id"), cards=False
        )
        lay_labels_above(self.form)
        self._about = words_label("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.form)
        column.addWidget(self._about)

    def show_record(self, record: Record | None) -> None:
        if not isinstance(record, Exhibit):
            return
        self.form.show_record(record)
        self.form.rows["school_id"].set_visible(record.source == "school")
        words = {
            "school": self.tr(
                "Contact, times, rooms and grades come from the school under Overview, and the "
                "rows of this school from the division."
            ),
            "file": self.tr("The pages of the document follow a cover of their own."),
        }
        self._about.setText(words.get(record.source, ""))
        self._about.setVisible(record.source in words)

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("exhibit", "school")

    def commit(self) -> None:
        self.form.commit()

    def focus_field(self, name: str) -> bool:
        return self.form.focus_field(name)
