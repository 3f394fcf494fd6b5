"""Documents among the exhibits as PDFs that a packet can take in."""

from collections.abc import Collection
from dataclasses import dataclass, field

from partner_desk.files.pdf.document import Paper
from partner_desk.model.agreements import Agreement, Exhibit
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.office import Attachment
from partner_desk.store.reader import Reader

MOST_PAGES = 2000
"""Pages of documents that one packet takes in; what is beyond them comes along separately."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """PDFs by the id of their attachment, None where there is none, and why there is none.

    The problems' codes are those of files/pdf/enclosing, "enclosure.gone" and
    "enclosure.too_many" (pages, limit); each has ``name=`` and the exhibit's id as ``where``.
    """

    pdfs: dict[str, bytes | None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def enclosed(
    reader: Reader, agreement: Agreement, paper: Paper, left_out: Collection[str] = ()
) -> Enclosed:
    """The documents among an agreement's exhibits, without those ``left_out`` (attachment ids).

    Those left out are told as "enclosure.damaged": they could be opened, yet not taken in.
    """
    found, pages = Enclosed(), 0
    for exhibit in reader.find(Exhibit, agreement_id=agreement.id, source="file"):
        attachment = reader.get(Attachment, exhibit.attachment_id)
        if attachment is None or attachment.id in found.pdfs:
            continue
        found.pdfs[attachment.id] = None
        try:
            if attachment.id in left_out:
                raise InputError(Problem("enclosure.damaged"))
            data, count = printable(reader.blob(attachment.sha256), paper)
            if pages + count > MOST_PAGES:
                values = {"pages": pages + count, "limit": MOST_PAGES}
                raise InputError(Problem("enclosure.too_many", values=values))
        except InputError as error:
            named = {"name": attachment.name, **error.values}
            found.problems.append(Problem(error.code, values=named, where=exhibit.id))
        else:
            found.pdfs[attachment.id], pages = data, pages + count
    return found


def printable(data: bytes | None, paper: Paper) -> tuple[bytes, int]:
    """A document as PDF and its number of pages. Raises InputError when it cannot be one."""
    from partner_desk.files.pdf.enclosing import pages_of, picture_as_pdf

    if data is None:
        raise InputError(Problem("enclosure.gone"))
    if b"%PDF-" not in data[:1024]:
        data = picture_as_pdf(data, paper)
    return data, pages_of(data)
