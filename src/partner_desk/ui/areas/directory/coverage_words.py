"""What the coverage says in words: levels, rows and columns, needs, reasons of candidates."""


from partner_desk.files.excel import coverage_headings
from partner_desk.model.partners import Need
from partner_desk.model.texts import N_
from partner_desk.services.categories import name_in
from partner_desk.services.coverage import GAP, MET, NEARBY, OVERLAP, Cell, Heading, Map, Standing
from partner_desk.services.coverage.candidates import Candidate
from partner_desk.services.coverage.export import heading_named
from partner_desk.services.coverage.places import Reach
from partner_desk.ui.components.showing import shown
from partner_desk.ui.desk import Desk

LEVEL_WORDS = coverage_headings.LEVELS
LEVEL_SENTENCES = {
    GAP: N_("Nothing answers it: no partnership, and no resource that is known to fit."),
    NEARBY: N_("No partnership answers it; resources in reach could."),
    MET: N_("A partnership answers it."),
    OVERLAP: N_("More than one partnership answers it."),
}
LEVEL_TONES = {GAP: "error", NEARBY: "warning", MET: "success", OVERLAP: "info"}
SIDE_WORDS = {"school": N_("School"), "grade": N_("For whom"), "time": N_("When")}


def heading_words(desk: Desk, heading: Heading, side: str) -> str:
    """What a row ("row") or a column (its side) is called."""
    return heading_named(heading, side, desk.text, desk.catalogue.language)


def students_words(desk: Desk, count: int) -> str:
    """Such as "70 students"."""
    return desk.plural("{0} student", "{0} students", count)


def needs_words(desk: Desk, count: int) -> str:
    """Such as "3 needs"."""
    return desk.plural("{0} need", "{0} needs", count)


def cell_words(desk: Desk, found: Map, row: Heading, column: Heading, cell: Cell | None) -> str:
    """All that a cell says, for tooltips and for those who hear it."""
    place = f"{heading_words(desk, row, 'row')} · " + heading_words(
        desk, column, found.choice.side
    )
    if cell is None:
        return f"{place}: {desk.text('no need stated')}"
    counted = [needs_words(desk, len(cell.standings))]
    if cell.students:
        counted.append(students_words(desk, cell.students))
    counted.append(desk.text("Priority: {0}").format(choice_words(desk, "priority", cell.priority)))
    lines = [f"{place}: {desk.text(LEVEL_WORDS[cell.level])}", ", ".join(counted)]
    lines += [
        f"{desk.text(LEVEL_WORDS[each.level])}: {each.need.description}"
        for each in cell.standings[:8]
    ]
    return "\n".join(lines)


def need_words(desk: Desk, standing: Standing, school: str = "") -> str:
    """For whom, when, how many, how urgent; with the school where it is not plain."""
    need = standing.need
    told = [school, *(choice_words(desk, each, getattr(need, each))
                      for each in ("grade_band", "time"))]
    if need.students is not None:
        told.append(students_words(desk, need.students))
    if need.priority:
        told.append(
            desk.text("Priority: {0}").format(choice_words(desk, "priority", need.priority))
        )
    told.append(need.school_year)
    return " · ".join(filter(None, told))


def choice_words(desk: Desk, field: str, value: str) -> str:
    """The label of a value of a need."""
    return shown(Need.declarations[field].type, value, desk.text)


def candidate_words(desk: Desk, candidate: Candidate) -> str:
    """Who offers it, and why it could answer the need."""
    language = desk.catalogue.language
    told = [candidate.organization, reach_words(desk, candidate.reach)]
    told += [name_in(each, language) for each in candidate.categories[:2]]
    youngest, oldest = candidate.ages
    if youngest is not None and oldest is not None:
        told.append(desk.text("ages {0} to {1}").format(youngest, oldest))
    elif youngest is not None:
        told.append(desk.text("from age {0}").format(youngest))
    elif oldest is not None:
        told.append(desk.text("to age {0}").format(oldest))
    return " · ".join(filter(None, told))


def reach_words(desk: Desk, reach: Reach) -> str:
    """By what a resource is within reach of the school."""
    if reach.miles is not None:
        return desk.text("{0} miles away").format(f"{reach.miles:.1f}")
    sentences = {
        "zip": N_("same ZIP code"), "city": N_("same city"), "online": N_("online or by phone"),
        "unknown": N_("place not told"),
    }
    if reach.code == "area":
        return desk.text("serves {0}").format(reach.name)
    return desk.text(sentences[reach.code])
