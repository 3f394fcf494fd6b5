"""What a school asks for, and the same again for another year."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from partner_desk.model.errors import InputError
from partner_desk.model.fields import Record
from partner_desk.model.partners import Need
from partner_desk.services import needs
from partner_desk.services.categories import paths
from partner_desk.ui.components.child_list import ChildList
from partner_desk.ui.components.controls import flat_button
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.components.showing import shown
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.sentences import problem_sentence

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

FIELDS = ("description", "category_id", "grade_band", "time", "students", "priority",
          "school_year", "notes")


class NeedsTab(Sections):
    """The needs of a school as cards, with a button that takes them over for the next year."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.needs = ChildList(
            desk, Need, "school_id", names=FIELDS, add=self.tr("Add a need"),
            teach=self.tr(
                "What the school asks for: which kind of help, for whom, when, for how many. "
                "The directory's Coverage shows who meets it and where gaps are."
            ),
            describe=lambda reader, need: _described(desk, reader, need),
        )
        self.add(self.needs)
        self.next_year = NextYear(desk)
        self.add(self.next_year)


def _described(desk: Desk, reader: "Reader", need: Record) -> tuple[str, str]:
    """The need in the school's words; category, people, time, how many, priority, year."""
    assert isinstance(need, Need)
    category_id = need.category_id or ""
    told = [paths(reader, [category_id], desk.catalogue.language).get(category_id, "")]
    told += [
        shown(Need.declarations[name].type, getattr(need, name), desk.text)
        for name in ("grade_band", "time")
    ]
    if need.students is not None:
        told.append(desk.plural("{0} student", "{0} students", need.students))
    priority = shown(Need.declarations["priority"].type, need.priority, desk.text)
    told.append(desk.text("Priority: {0}").format(priority) if priority else "")
    told.append(need.school_year)
    return need.description, " · ".join(filter(None, told))


class NextYear(RecordPart):
    """A button that adds the needs of the latest year for the year after it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._school: Record | None = None
        self._years = ("", "")
        self.button = flat_button("", "copy")
        self.button.clicked.connect(self.copy)
        desk.only_to_write(self.button)
        across = QHBoxLayout()
        across.addWidget(self.button)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(across)

    def show_record(self, record: Record | None) -> None:
        if record is None:
            return
        self._school = record
        found = self._desk.read(lambda reader: reader.find(Need, school_id=record.id))
        latest = max((each.school_year for each in found), default="")
        self._years = latest, needs.next_year(latest)
        self.setVisible(bool(self._years[1]))
        self.button.setText(self.tr("Add the same needs for {0}").format(self._years[1]))

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("need")

    def copy(self) -> None:
        """Take the needs of the latest year over for the next one."""
        school, (latest, following) = self._school, self._years
        if school is None:
            return
        try:
            added = self._desk.write(
                lambda: needs.copy_year(self._desk.store, latest, following, school.id)
            )
        except InputError as error:
            problem = error.problems[0]
            self._desk.tell(problem_sentence(problem.code, problem.values, self._desk.text))
            return
        if added is not None:
            self._desk.tell(self._desk.plural(
                "{0} need was added.", "{0} needs were added.", added
            ), undo=True)
