"""Sentences about directories that go out as HSDS."""

from partner_desk.model.texts import N_

SENTENCES: dict[str, str] = {
    "hsds.missing": N_("This is needed."),
    "hsds.not_listed": N_("“{value}” is none of these: {known}."),
    "hsds.no_uri": N_("“{value}” is not a web address. One looks like https://example.org."),
    "hsds.no_email": N_("“{value}” is not an email address. One looks like name@example.org."),
    "hsds.no_number": N_("“{value}” is not a number."),
    "hsds.no_date": N_("“{value}” is not a date. One looks like 2026-06-30."),
    "hsds.no_time": N_("“{value}” is not a time. One looks like 14:30."),
    "hsds.no_moment": N_(
        "“{value}” is not a day and time. One looks like 2026-06-30T14:30:00Z."
    ),
    "hsds.no_uuid": N_("“{value}” refers to something that does not go out."),
    "hsds.no_text": N_("“{value}” does not fit here."),
    "hsds.repeated": N_("“{value}” stands there twice."),
    "hsds.refers_to_nothing": N_("“{value}” refers to something that does not go out."),
    "hsds.ending": N_("“{name}” has to end in .zip or .json."),
    "hsds.has_problems": N_(
        "{count} things would be refused by other directories. Put them right, or leave these "
        "records out."
    ),
    "hsds.nothing": N_("There is no resource that could go out."),
}

ADVICE: dict[str, str] = {}

NOTICES: dict[str, str] = {
    "hsds.name_repeated": N_("Without a description, the name in its place"),
    "hsds.town_repeated": N_("Without a street, the town in its place"),
    "hsds.address_completed": N_("Web addresses written out in full"),
    "hsds.put_beside": N_("Values that other directories do not take, kept in a column beside"),
}

OPERATIONS: dict[str, str] = {}
