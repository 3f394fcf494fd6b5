"""Sentences about booklets, handouts, labels, cards and call lists."""

from partner_desk.model.texts import N_

SENTENCES: dict[str, str] = {
    "booklet.empty": N_("The list has no active resource to print in a booklet."),
    "paper.stopped": N_(
        "The pages could not be made: there was not enough memory for so many resources. "
        "Choose fewer of them, or shorten long descriptions."
    ),
    "handout.empty": N_("None of the chosen resources is active. Choose at least one that is."),
    "handout.too_many": N_(
        "{count} resources are chosen, and a handout has room for {limit}. Take some out."
    ),
    "handout.too_long": N_(
        "The {count} chosen resources do not fit on one page in type that is easy to read. "
        "The first {fits} of them do. Take some out."
    ),
    "calls.empty": N_("None of the chosen resources is active: there is nobody to call."),
    "labels.empty": N_("No address is known of any of these."),
    "labels.start": N_("The sheet has {limit} labels: begin with one from 1 to {limit}."),
    "labels.kind": N_("Labels are made of organizations and of contacts."),
    "cards.empty": N_("The list has no contact to make a card of."),
    "cards.kind": N_("Cards are made of contacts."),
}

ADVICE: dict[str, str] = {}

NOTICES: dict[str, str] = {}

OPERATIONS: dict[str, str] = {}
