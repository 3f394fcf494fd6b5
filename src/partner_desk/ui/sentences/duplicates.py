"""Sentences about records that look alike, and of combining them."""

from partner_desk.model.texts import N_

SENTENCES: dict[str, str] = {
    # Reasons: what speaks for one record
    "alike.same_ein": N_("Same EIN {ein}"),
    "alike.same_number": N_("Same number {number}"),
    "alike.same_name": N_("Same name"),
    "alike.names_but_for": N_("Names differ only in “{words}”"),
    "alike.names_written_otherwise": N_("Names differ only in how they are written"),
    "alike.names_alike": N_("Names are alike"),
    "alike.same_phone": N_("Same phone {phone}"),
    "alike.same_email": N_("Same email {email}"),
    "alike.same_street": N_("Same address {street}"),
    "alike.same_host": N_("Same website {host}"),
    "alike.same_owner": N_("Of the same organization or place"),
    "alike.same_place": N_("Same town or ZIP code: {place}"),
    # Reasons: what speaks for two
    "alike.other_ein": N_("Different EIN"),
    "alike.other_number": N_("Different number: {one} and {other}"),
    "alike.other_number_in_name": N_("Different number in the name: “{one}” and “{other}”"),
    "alike.other_word_in_name": N_("“{one}” is not “{other}”"),
    "alike.other_house": N_("Another house number: {one} and {other}"),
    "alike.other_street": N_("Different address: {one} and {other}"),
    "alike.other_phone": N_("Different phone: {one} and {other}"),
    "alike.other_place": N_("Different town or ZIP code"),
    "alike.other_owner": N_("Of different organizations"),
    # Refusals
    "duplicates.not_of_kind": N_(
        "Duplicates of “{name}” are not looked for. They are of: {known}."
    ),
    "combine.not_of_kind": N_("Records of “{name}” cannot be combined. These can: {known}."),
    "combine.same_record": N_("Choose two different records."),
    "combine.other_kind": N_(
        "The record {id} is of another kind ({kind}). Only records of one kind can be combined."
    ),
    "combine.bad_choice": N_(
        "“{name}” cannot be taken from {id}. Name a field, and one of the records."
    ),
    "combine.other_ein": N_(
        "They have different EINs, {one} and {other}, so they are two organizations. Put the "
        "wrong number right first, or say that they are to be combined anyway."
    ),
    "combine.said_not_same": N_(
        "Somebody said that they are not the same. {reason}"
    ),
    "combine.too_few": N_("Name at least two records."),
}

ADVICE: dict[str, str] = {}

NOTICES: dict[str, str] = {}

OPERATIONS: dict[str, str] = {
    "record.combine": N_("combining of {other} into {name}"),
    "record.not_same": N_("note that {name} and {other} are not the same"),
    "record.same_after_all": N_("removal of the note that {name} and {other} are not the same"),
}
