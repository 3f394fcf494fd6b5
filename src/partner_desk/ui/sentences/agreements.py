"""What keeps agreements, their papers, their scans and the library back."""

from partner_desk.model.texts import N_

SENTENCES: dict[str, str] = {
    # Agreements
    "agreement.unknown_number": N_("There is no agreement with the number {number}."),
    "template.unknown": N_("There is no template called “{key}”. Known are: {known}."),
    "sign.no_district": N_("The district's legal name is not in the settings yet."),
    "sign.no_services": N_("No service is divided yet."),
    "sign.no_outcomes": N_("No outcome is divided yet."),
    "sign.no_financial": N_("No financial responsibility is divided yet."),
    "sign.no_amount": N_("No amount is given for “{item}”."),
    "sign.no_clauses": N_("There is no clause yet."),
    "sign.no_signatory": N_("Nobody is named who signs for this party: {party}."),
    "sign.number_taken": N_("“{title}” has the number {number}, too."),
    "sign.in_force": N_("{name} is in force. Amend it, and send the amendment."),
    "sign.over": N_("{name} is over. Renew it, and send the renewal."),
    "sign.term_reversed": N_("The agreement ends before it begins."),
    "agreement.renewed_already": N_("There is a renewal already: {number}."),
    "agreement.not_in_force": N_(
        "Only an agreement that is in force can be amended; {number} is not yet."
    ),
    "template.of_exhibit": N_(
        "“{name}” is for an exhibit of an agreement, not for one of its own."
    ),
    "template.no_exhibit": N_("“{name}” is for an agreement of its own, not for an exhibit."),
    "exhibit.needs_school": N_("A site plan is for one school. Choose the school."),
    "exhibit.of_school_already": N_("{school} has its site plan already."),
    "sign.no_authority": N_("{name} has no authority to sign for the district."),
    "sign.other_instrument": N_("{name} may not sign this kind of agreement: {instrument}."),
    "sign.over_limit": N_("{name} may sign up to {limit}; here the district pays {amount}."),
    "sign.authority_not_now": N_("The authority of {name} does not hold on this day."),
    "sign.contact_may_not": N_("{name} is not among the partner's contacts who may sign: {known}."),
    "sign.not_out": N_("{name} is not out for signature, or nobody was ticked."),
    "sign.in_future": N_("{name} cannot have signed on a day that is still to come."),
    "sign.before_sent": N_("{name} cannot have signed before the paper went out on {sent}."),
    "routing.nobody": N_("Nobody has the paper, and nobody waits for it."),
    "routing.back_in_time": N_("The paper cannot be handed on before it came."),
    "revision.unknown": N_("There is no revision {number}. There are: {known}."),
    "revision.changed_meanwhile": N_(
        "Somebody changed the agreement while it was printed. Look at it, then send it again."
    ),
    "revision.damaged": N_("The pages kept of revision {number} are damaged."),
    "scan.unreadable": N_(
        "{name} cannot be read as a scan: it is damaged, or neither a PDF nor a picture."
    ),
    "scan.encrypted": N_(
        "{name} is locked with a password. Save it without one, then file it again."
    ),
    "scan.too_long": N_("{name} has {pages} pages; {limit} are taken at most. Split it."),
    "scan.too_large": N_("{name} is too large a picture. Scan it with fewer dots per inch."),
    "scan.empty": N_("{name} holds no page."),
    "scan.filed_before": N_("{name} was filed before, as {kept}."),
    "scan.more_of_it": N_(
        "{name} was filed before, as {kept}. Only what was not filed then is listed."
    ),
    "scan.nothing_out": N_("Nothing of {number} went out for signature."),
    "scan.no_such_page": N_("There is no page {page}; the packet has {pages}."),
    "paper.missing": N_("Nothing is on file."),
    "paper.expired": N_("It was valid until {expires_on}."),
    "paper.not_verified": N_("Nobody has verified it yet."),
    "paper.lapses_in_term": N_(
        "It lapses on {expires_on}, before the agreement ends on {ends_on}."
    ),
    "paper.lapsing": N_("Days left until it lapses: {days}."),
    "paper.dates_reversed": N_("It would end before it begins."),
    "paper.policy_reversed": N_("{coverage}: the policy ends before it begins."),
    "paper.insured_differs": N_("It insures “{insured}”; the partner is called “{partner}”."),
    "paper.insured_unknown": N_("The insured name is not noted; it has to be “{partner}”."),
    "paper.coverage_missing": N_("{coverage}: not on the certificate."),
    "paper.policy_lapsed": N_("{coverage}: the policy ended on {expires_on}."),
    "paper.policy_not_begun": N_("{coverage}: the policy begins only on {begins_on}."),
    "paper.per_occurrence_low": N_("{coverage}: {held} each occurrence, {needed} is needed."),
    "paper.per_occurrence_unknown": N_(
        "{coverage}: no limit each occurrence is noted, {needed} is needed."
    ),
    "paper.aggregate_low": N_("{coverage}: {held} in aggregate, {needed} is needed."),
    "paper.aggregate_unknown": N_("{coverage}: no aggregate limit is noted, {needed} is needed."),
    "paper.not_additional_insured": N_(
        "{coverage}: the district is not named as additional insured."
    ),
    "paper.endorsement_missing": N_("{coverage}: the endorsement page is not on file."),
    "paper.kind_gone": N_("This kind of paper is in Trash. Choose another one."),
    "paper.asked_of_agreements": N_("{name}: each agreement has its own. Add it on the agreement."),
    "paper.reason_needed": N_("Say why this agreement does not need it."),
    "sign.paper_missing": N_("{name} is not on file."),
    "sign.paper_expired": N_("{name} expired on {expires_on}."),
    "sign.paper_insufficient": N_("{name} does not meet what is asked for."),
    "sign.paper_not_verified": N_("{name} is not verified yet."),
    "library.unreadable": N_("{name} is no library of Partner Desk: it cannot be read. {where}"),
    "library.other_format": N_("{name} is no library of Partner Desk."),
    "library.newer": N_("{name} was made by a newer Partner Desk."),
    "library.missing_clause": N_(
        "{name}: the clause “{key}” is named but not in the file ({where})."
    ),
    "library.bad_value": N_("{name}: what stands at {where} cannot be taken."),
    "library.doubled_key": N_("{name}: the key “{key}” stands there twice ({where})."),
    "library.not_shipped": N_("{name} is the office's own: the program has no words for it."),
    "signed.no_day": N_("“{value}” does not say who signed on which day. Write NAME=DATE."),
    "signed.nobody_called": N_(
        "Nobody called “{name}” signs this agreement. Those who sign are: {known}."
    ),
    "enclosure.damaged": N_(
        "“{name}” cannot be printed: it is damaged, or neither a PDF nor a picture."
    ),
    "enclosure.encrypted": N_("“{name}” is locked with a password and cannot be printed."),
    "enclosure.too_long": N_("“{name}” has {pages} pages; an exhibit has {limit} at most."),
    "enclosure.too_large": N_(
        "“{name}” is a picture of {width} by {height} dots, too large to be printed."
    ),
    "enclosure.gone": N_("“{name}” is no longer in the office and cannot be printed."),
    "enclosure.too_many": N_(
        "With “{name}” the packet would take in {pages} pages of documents; {limit} are the "
        "most."
    ),
    "packet.printer_ended": N_("Printing this packet ended unexpectedly. Print it by itself."),
    "sign.placeholder_empty": N_(
        "“{clause}” has a place for {{{name}}} that nothing is known for yet: a line is left "
        "to write on."
    ),
    "sign.placeholder_unknown": N_(
        "“{clause}” has {{{name}}} in braces, which stands for nothing."
    ),
}
