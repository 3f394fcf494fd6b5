"""What is wrong with what was typed into records."""

from partner_desk.model.texts import N_

SENTENCES: dict[str, str] = {
    # Values of fields
    "value.wrong_type": N_("{field} cannot hold this kind of value."),
    "text.too_long": N_("{field} holds at most {limit} characters; this has {length}."),
    "email.invalid": N_("This is not an email address. One looks like name@example.org."),
    "phone.invalid": N_("A phone number needs at least three digits."),
    "web.invalid": N_("This is not a web address. One looks like www.example.org."),
    "digits.invalid": N_("{field} has exactly {count} digits."),
    "choice.unknown": N_("“{value}” is none of the choices: {known}."),
    "choice.no_such_number": N_("Type a number from 1 to {most}."),
    "integer.invalid": N_("“{value}” is not a whole number."),
    "integer.out_of_range": N_("The number has to be from {least} to {most}."),
    "number.invalid": N_("“{value}” is not a number of at most six decimals."),
    "money.invalid": N_("“{value}” is not an amount in dollars and cents, such as 1,250.00."),
    "coordinate.invalid": N_("“{value}” is not a coordinate in degrees."),
    "number.unclear": N_(
        "“{value}” can be read in more than one way. Write it like 1234.50 or 1,234.50."
    ),
    "days.invalid": N_("“{value}” are no numbers of days. Write them like 90, 60, 30, 7."),
    "flag.invalid": N_("“{value}” is neither yes nor no."),
    "date.invalid": N_("“{value}” is not a date. Type one such as 2026-06-30 or 6/30/2026."),
    "time.invalid": N_("“{value}” is not a time. Type one such as 14:30 or 2:30 pm."),
    "field.required": N_("{field} has to be filled."),
    "address.empty": N_(
        "An address needs a street, a city, a neighborhood or a ZIP code. "
        "To take it away, delete it."
    ),
    "address.says_nothing": N_(
        "The address says neither a street nor a city, a neighborhood or a ZIP code."
    ),
    "field.no_value": N_("Write {name}=VALUE."),
    "field.unknown": N_("There is no field called “{name}”."),
    "field.given": N_("{field} stays {value}: papers that went out are known by it."),
    "field.taken": N_("{field}: there is already one with {value}."),
    "field.needed_to_sign": N_("{field} is needed before signing."),
    "answer.required": N_("“{field}” has to be answered."),
    # Records
    "kind.unknown": N_("There is no kind called “{kind}”. Known are: {known}."),
    "record.missing": N_("There is no record of this kind with the id {id}."),
    "record.exists": N_("There is already a record with the id {id}."),
    "id.invalid": N_("“{id}” is not an id. Leave it out and the record gets one."),
    "record.of_another": N_("The record {id} belongs to another one."),
    "record.gone": N_("The record is no longer there."),
    "record.changed_meanwhile": N_(
        "Meanwhile this became “{other}”. Press Enter to keep yours, or Esc to take the other."
    ),
    "record.emptied_meanwhile": N_(
        "Meanwhile this was emptied. Press Enter to keep yours, or Esc to leave it empty."
    ),
    "reference.missing": N_("{field} points at a record that is not there: {id}."),
    "name.unknown": N_("Nothing is called “{value}”. Choose one from the list."),
    "name.several": N_("More than one is called “{value}”. Choose one from the list."),
    "json.not_an_array": N_("“{name}” has to be a JSON array of objects."),
    "json.invalid": N_("The input is not valid JSON (line {line})."),
    "json.not_utf8": N_("The input is not text in UTF-8."),
    "history.id_missing": N_("Name a record by its kind and its id, or neither."),
    "change_set.missing": N_("There is no change with the id {id}."),
    "json.not_an_object": N_("The input has to be one JSON object."),
    "logo.not_a_picture": N_("The logo has to be a PNG or JPEG picture."),
    "logo.too_large": N_("The picture is larger than 5 MB. Choose a smaller one."),
    "attachment.too_large": N_("{name} is larger than {limit} MB. Keep it in a folder instead."),
    "attachment.empty": N_("{name} is an empty file."),
}
