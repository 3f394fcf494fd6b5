"""Exhibits of an agreement: lettered by their place, of clauses, a school's site plan or a file."""

from pathlib import Path

from partner_desk.model.agreements import (
    EXHIBIT_INSTRUMENTS,
    Agreement,
    AgreementSchool,
    Exhibit,
)
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.history import Operation
from partner_desk.model.office import Attachment
from partner_desk.model.partners import School
from partner_desk.services import attachments, library, records
from partner_desk.services.agreements import live
from partner_desk.services.drafting import copies
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store


def letter(place: int) -> str:
    """The letter of the exhibit at ``place`` (from 1): A to Z, then AA, AB and so on."""
    found = ""
    while place > 0:
        place, rest = divmod(place - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def lettered(reader: Reader, agreement_id: str) -> list[tuple[str, Exhibit]]:
    """The exhibits of an agreement with their letters, in order."""
    found = reader.find(Exhibit, agreement_id=agreement_id)
    return [(letter(place), each) for place, each in enumerate(found, 1)]


def add_from_template(
    store: Store, agreement_id: str, template_key: str, school_id: str | None = None
) -> Exhibit:
    """Add an exhibit with the clauses of a template; a site plan is one of a school.

    The school of a site plan becomes one of the agreement's. Raises InputError: template.unknown,
    template.no_exhibit, exhibit.needs_school, exhibit.of_school_already (school=).
    """
    library.ensure(store)
    with store.reading() as reader:
        agreement = live(reader, agreement_id)
        template = library.template_named(reader, template_key)
        if template.instrument not in EXHIBIT_INSTRUMENTS:
            raise InputError(Problem("template.no_exhibit", values={"name": template.name}))
        school = _school_of_plan(reader, agreement, template.instrument, school_id)
        wordings = library.clauses_of(reader, template.id)
    english, spanish = template.name, template.name_es or template.name
    title, translated = (english, spanish) if agreement.language == "en" else (spanish, english)
    if school is not None:
        title, translated = f"{title}: {school.name}", f"{translated}: {school.name}"
    exhibit = Exhibit(
        agreement_id=agreement.id, title=title, title_translated=translated,
        source="school" if school else "clauses", school_id=school.id if school else None,
        template=library.key_of(template),
    )
    with store.writing(_added(exhibit, agreement)) as work:
        records.place_last(work, exhibit, "agreement_id", agreement.id)
        work.add(exhibit)
        work.add_many(copies(wordings, agreement.language, exhibit_id=exhibit.id))
        links = work.find(AgreementSchool, agreement_id=agreement.id)
        if school is not None and all(each.school_id != school.id for each in links):
            work.add(AgreementSchool(agreement_id=agreement.id, school_id=school.id))
    return exhibit


def _school_of_plan(
    reader: Reader, agreement: Agreement, instrument: str, school_id: str | None
) -> School | None:
    if instrument != "site_plan":
        return None
    school = reader.get(School, school_id)
    if school is None:
        raise InputError(Problem("exhibit.needs_school", "school_id"))
    plans = reader.find(Exhibit, agreement_id=agreement.id, source="school")
    if any(each.school_id == school.id for each in plans):
        values = {"school": school.name}
        raise InputError(Problem("exhibit.of_school_already", "school_id", values))
    return school


def add_path(store: Store, agreement_id: str, path: Path) -> Exhibit:
    """Keep a copy of the file at ``path`` with an agreement, as an exhibit of its packet.

    Nothing is kept of a file that cannot be printed. Raises as ``require_printable`` and
    ``attachments.read_file`` do.
    """
    data = attachments.read_file(path)
    require_printable(data, path.name)
    with store.reading() as reader:
        agreement = live(reader, agreement_id)
    exhibit = _of_file(agreement, path.name)
    with store.writing(_added(exhibit, agreement)) as work:
        exhibit.attachment_id = attachments.keep(work, agreement, path.name, data).id
        records.place_last(work, exhibit, "agreement_id", agreement.id)
        return work.add(exhibit)


def add_file(store: Store, agreement_id: str, attachment_id: str) -> Exhibit:
    """Add a document that is kept with the agreement as an exhibit of its packet.

    Raises as ``require_printable`` does, EnvironmentProblem("record.gone").
    """
    with store.reading() as reader:
        agreement = live(reader, agreement_id)
        attachment = reader.get(Attachment, attachment_id)
        data = reader.blob(attachment.sha256) if attachment else None
    if attachment is None or attachment.deleted_at is not None or data is None:
        raise EnvironmentProblem("record.gone", kind="attachment", id=attachment_id)
    require_printable(data, attachment.name)
    exhibit = _of_file(agreement, attachment.name)
    exhibit.attachment_id = attachment.id
    with store.writing(_added(exhibit, agreement)) as work:
        records.place_last(work, exhibit, "agreement_id", agreement.id)
        return work.add(exhibit)


def _of_file(agreement: Agreement, name: str) -> Exhibit:
    """An exhibit that is a document of this name; which one is still to be said."""
    title = name.rpartition(".")[0] or name
    return Exhibit(agreement_id=agreement.id, title=title, source="file")


def require_printable(data: bytes, name: str) -> None:
    """Raise InputError for what no packet can take in, each with name=.

    Codes: enclosure.damaged, .encrypted, .too_long, .too_large, or none of a PDF and a picture.
    """
    from partner_desk.files.pdf.document import Paper
    from partner_desk.services.packet_documents import printable

    try:
        printable(data, Paper.LETTER)
    except InputError as error:
        raise InputError(Problem(error.code, values={"name": name, **error.values})) from error


def _added(exhibit: Exhibit, agreement: Agreement) -> Operation:
    values = {"kind": "exhibit", "name": exhibit.title, "parent": agreement.caption}
    return Operation("record.add_child", values)
