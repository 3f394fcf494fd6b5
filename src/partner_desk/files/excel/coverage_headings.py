"""Words of the workbook of coverage; screen and terminal call the levels by the same."""

from partner_desk.model.texts import N_

LEVELS = {
    "gap": N_("Gap"),
    "nearby": N_("Could be met"),
    "met": N_("Met"),
    "overlap": N_("Overlap"),
}
UNTOLD = {
    "row": N_("No category"),
    "school": N_("No school"),
    "grade": N_("Everybody"),
    "time": N_("Any time"),
}
"""What rows and columns of needs are called that do not tell what the others do."""
MAP = N_("Coverage")
NEEDS = N_("Needs")
CATEGORY = N_("Category")
COVERAGE = N_("Coverage")
ANSWERED_BY = N_("Answered by")
RESOURCES = N_("Resources that could")
CELL = N_("{level}, needs: {needs}, students: {students}")
