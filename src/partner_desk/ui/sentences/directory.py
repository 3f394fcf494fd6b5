"""Sentences about lists of resources: filters, views, verification, search."""

from partner_desk.model.texts import N_

SENTENCES: dict[str, str] = {
    "view.unknown": N_("There is no view called “{name}”. There are: {known}."),
    "view.other_kind": N_("Views are of resources (service); {kind} has none."),
    "view.taken": N_("There is a view called “{name}” already. Choose another name."),
    "view.unreadable": N_(
        "What the view “{name}” lists cannot be read by this version of the program. Narrow the "
        "list again and save it under this name."
    ),
}

ADVICE: dict[str, str] = {}

NOTICES: dict[str, str] = {}

OPERATIONS: dict[str, str] = {
    "service.verify_many": N_("verification of {count} resources"),
    "view.save": N_("addition of the view {name}"),
    "view.update": N_("change of the view {name}"),
    "view.rename": N_("another name for the view {name}"),
    "view.delete": N_("removal of the view {name}"),
}
