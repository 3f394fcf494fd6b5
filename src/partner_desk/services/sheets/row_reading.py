"""One row of a sheet read by what its columns are: values, lists, what was put right or aside."""

import re
from collections import Counter, defaultdict
from typing import Any

from partner_desk.files.sheets.look import CellValue, SheetRow
from partner_desk.files.web_codes import code_in
from partner_desk.model.folding import fold
from partner_desk.model.registry import KINDS
from partner_desk.model.values import Email, InvalidValue, Text
from partner_desk.services.sheets.addresses import looks_whole
from partner_desk.services.sheets.ages import Ages, ages_in, grades_in, serial_range
from partner_desk.services.sheets.cells import is_damaged, says_nothing, text_of
from partner_desk.services.sheets.people import person
from partner_desk.services.sheets.phones import phones_in
from partner_desk.services.sheets.read_row import CellNote, ReadRow, differs, note_zeros
from partner_desk.services.sheets.row_addresses import (
    finish_addresses,
    finish_places,
    give_state,
    take_address,
)
from partner_desk.services.sheets.settled import ColumnUse, Settled
from partner_desk.services.sheets.targets import KEEP, LEAVE
from partner_desk.services.sheets.typed import emails_in, typed_text

LISTED = frozenset((
    "category", "language", "eligibility", "required_document", "service_area", "accessibility",
))
_ROLE = re.compile(r"director|directora|principal|coordinator|coordinador|manager|president|"
                   r"superintendent|liaison|administrator|ceo|chair", re.IGNORECASE)


class RowReader:
    """Reads rows as settled.

    ``nothings`` counts cells by heading that say nothing is known, ``web_codes`` those that held
    a code of web pages by the code, ``states_given`` the addresses that name no state and got the
    one that is settled.
    """

    def __init__(self, settled: Settled, headings: tuple[str, ...]) -> None:
        self._settled = settled
        self._uses = [
            (settled.use_of(column), heading) for column, heading in enumerate(headings)
            if settled.use_of(column).field != LEAVE
        ]
        self.nothings: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.web_codes: Counter[str] = Counter()
        self.states_given = 0

    def read(self, row: SheetRow) -> ReadRow:
        """What a row says; nothing of it is lost: what fits nowhere is in ``extra``."""
        found = ReadRow(row.number, reading=self._settled.reading)
        for use, heading in self._uses:
            cell = row.cells[use.column] if use.column < len(row.cells) else None
            if cell is not None:
                self._cell(found, use, heading, cell)
        for finish in (finish_addresses, finish_places, _finish_contacts, _finish_ages):
            finish(found)
        if self._settled.state:
            self.states_given += give_state(found, self._settled.state)
        return found

    def _cell(self, row: ReadRow, use: ColumnUse, heading: str, cell: CellValue) -> None:
        if isinstance(cell, str) and (code := code_in(cell)):
            self.web_codes[code] += 1
        text = text_of(cell)
        if not text:
            return
        if use.field == KEEP:
            row.extra[heading] = text
            return
        if is_damaged(cell):
            row.notes.append(CellNote(heading, "cell.damaged", {"value": text}))
            row.extra[heading] = text
            return
        if says_nothing(text, marks=use.field in ("contact.may_sign", "service.status")):
            self.nothings[heading][text] += 1
            return
        try:
            self._field(row, use, heading, cell, text)
        except InvalidValue as error:
            kind, _, name = use.field.partition(".")
            label = KINDS[kind].declarations[name].label if kind in KINDS and (
                name in KINDS[kind].declarations) else heading
            row.notes.append(CellNote(heading, error.code, {"field": label, **error.values}))
            row.extra[heading] = text

    def _field(
        self, row: ReadRow, use: ColumnUse, heading: str, cell: CellValue, text: str
    ) -> None:
        kind, _, name = use.field.partition(".")
        if name == "key":
            row.keys[kind] = text
        elif kind in ("age", "grade"):
            _take_ages(row, kind, name, heading, cell, text)
        elif use.field.startswith("phone.") and name in ("number", "fax", "cell"):
            _take_phones(row, 0, "" if name == "number" else name, heading, text)
        elif use.field == "contact.phone":
            _take_phones(row, use.number, "", heading, text)
        elif use.field in ("contact.whole", "contact.name"):
            _take_contact(row, use, heading, text)
        elif use.field == "school.phone":
            _take_school_phone(row, heading, text)
        elif use.field == "school.grades":
            _take_level(row, heading, text)
        elif use.field == "address.whole":
            take_address(row, use.number, heading, text)
        elif use.field == "location.name" and looks_whole(text):
            take_address(row, use.number, heading, text)
            row.extra[heading] = text
        elif kind == "schedule":
            row.timing[use.number][name] = text
            row.headings.setdefault(f"schedule.{name}", heading)
        elif kind in LISTED:
            row.lists[kind].extend((each, heading) for each in _listed(text, use.separator))
        else:
            self._plain(row, use, heading, text)

    def _plain(self, row: ReadRow, use: ColumnUse, heading: str, text: str) -> None:
        kind, _, name = use.field.partition(".")
        row.headings.setdefault(use.field, heading)
        if kind in KINDS and name in KINDS[kind].declarations:
            if use.separator and use.separator not in ",;":
                text = "; ".join(_listed(text, use.separator)) if use.separator in text else text
            value = typed_text(kind, name, text, self._settled.reading)
            type_ = KINDS[kind].declarations[name].type
            if isinstance(type_, Text) and differs(value, text, isinstance(type_, Email)):
                note_zeros(row, heading, text, value)
                row.extra[heading] = text
        else:
            value = " ".join(text.split())
        row.values[kind, use.number][name] = value


def _listed(text: str, separator: str) -> list[str]:
    """The different things that a cell lists, in order."""
    pieces = text.split(separator) if separator else [text]
    words = (" ".join(piece.split()).strip(" .;,") for piece in pieces)
    return list({fold(word) or word: word for word in words if word}.values())


def _take_phones(row: ReadRow, owner: int, type_: str, heading: str, text: str) -> None:
    found = phones_in(text)
    emails = emails_in(text)
    if emails and owner == 0:
        row.lists["email"].append((emails[0], heading))
    if not found:
        row.extra[heading] = text
        if not emails:
            row.notes.append(CellNote(heading, "phone.invalid", {"value": text}))
        return
    row.headings.setdefault("phone.number", heading)
    row.phones[owner].extend(each._replace(type=each.type or type_) for each in found)
    if len(found) > 1 or differs(found[0].number, text, False):
        row.extra[heading] = text


def _take_school_phone(row: ReadRow, heading: str, text: str) -> None:
    found = phones_in(text)
    if not found:
        raise InvalidValue("phone.invalid", value=text)
    first = found[0]
    shown = f"{first.number} x{first.extension}" if first.extension else first.number
    row.values["school", 1]["phone"] = shown
    if differs(shown, text, False):
        row.extra[heading] = text


def _take_level(row: ReadRow, heading: str, text: str) -> None:
    row.extra[heading] = text
    ages = grades_in(text)
    if ages is None or ages.most is None or ages.least is None or row.text("school", "level"):
        return
    level = (
        "elementary" if ages.most <= 12 else "high" if ages.least >= 13
        else "middle" if ages.least >= 10 and ages.most <= 15
        else "k8" if ages.least <= 6 and ages.most <= 15 else "other"
    )
    row.values["school", 1].setdefault("level", level)


def _take_contact(row: ReadRow, use: ColumnUse, heading: str, text: str) -> None:
    """A person's name, and the mail and telephones that stand in the same cell."""
    people = _listed(text, use.separator) if use.separator else [text]
    for place, each in enumerate(people):
        number = use.number + place * 100
        emails, phones = emails_in(each), phones_in(each)
        name = _name_of(each) if emails or phones else " ".join(each.split())
        row.headings.setdefault("contact.name", heading)
        values = row.values["contact", number]
        who = person(name)
        values["name"] = who.name
        if who.title:
            values["title"] = who.title
        if emails:
            values["email"] = emails[0].lower()
        row.phones[number].extend(phones if not _is_list_of_names(each) else ())
        if _ROLE.search(heading):
            values.setdefault("title", heading)
    if len(people) > 1 or differs(row.text("contact", "name", use.number), text, False):
        row.extra[heading] = text


def _is_list_of_names(text: str) -> bool:
    return not any(letter.isdigit() for letter in text)


def _name_of(text: str) -> str:
    """What is left of a cell without mail, telephones and the marks around them."""
    plain = re.sub(r"mailto:\S+|\S+@\S+", " ", text)
    plain = re.sub(r"[+(]?\d[\d\s().+-]{5,}\d(?:\s*(?:x|ext\.?)\s*:?\d+)?", " ", plain)
    plain = re.sub(r"\b(?:phone|tel|email|e-mail|cell|fax|ph)\b\.?:?", " ", plain, flags=re.I)
    return " ".join(plain.split()).strip(" ,;:/|-–()<>")


def _finish_contacts(row: ReadRow) -> None:
    for kind, number in [key for key in row.values if key[0] == "contact"]:
        values = row.values[kind, number]
        parts = [values.pop(part, "") for part in ("first", "last")]
        whole = " ".join(part for part in parts if part)
        if whole:
            values["name"] = values.get("name") or whole
    for number in [number for number in row.phones if number and row.phones[number]]:
        if not row.text("contact", "name", number) and not row.text("contact", "email", number):
            row.phones[0].extend(row.phones.pop(number))


def _take_ages(
    row: ReadRow, kind: str, name: str, heading: str, cell: CellValue, text: str
) -> None:
    said = text
    if spoilt := serial_range(cell):
        row.notes.append(CellNote(heading, "cell.serial_date", {"value": text, "range": spoilt}))
        row.extra[heading] = text
        said = spoilt
    found = (grades_in if kind == "grade" else ages_in)(said)
    ages = row.values[kind, 1]
    if found is None:
        row.lists["who"].append((said, heading))
        return
    _keep_ages(ages, name, found)
    plain = kind == "age" and name != "range" and said.isdigit()
    if not plain:
        exact = f"{found.least}-{found.most}" == re.sub(r"\s", "", said)
        if kind == "grade":
            row.lists["who"].append((said, heading))
        elif not exact:
            row.extra[heading] = text
    elif kind == "grade":
        row.lists["who"].append((said, heading))


def _keep_ages(ages: dict[str, str], name: str, found: Ages) -> None:
    if name in ("range", "from") and found.least is not None:
        ages["minimum_age"] = str(found.least)
    if name in ("range", "to") and found.most is not None:
        ages["maximum_age"] = str(found.most)
    if name == "from" and found.most is not None and found.most != found.least:
        ages.setdefault("maximum_age", str(found.most))


def _finish_ages(row: ReadRow) -> None:
    """Ages are the resource's; where only grades are said, what children are in them."""
    ages: dict[str, Any] = row.values.pop(("age", 1), {})
    grades = row.values.pop(("grade", 1), {})
    chosen = ages or grades
    if chosen:
        least, most = chosen.get("minimum_age"), chosen.get("maximum_age")
        if least and most and int(least) > int(most):
            chosen = {"minimum_age": most, "maximum_age": least}
        row.values["service", 1].update(chosen)
    if said := row.lists.pop("who", []):
        lines = [f"{heading}: {text}" for text, heading in said]
        own = row.text("service", "eligibility_description")
        row.values["service", 1]["eligibility_description"] = "\n".join(
            [*([own] if own else []), *lines]
        )
