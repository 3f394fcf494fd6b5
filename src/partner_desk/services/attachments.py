"""Documents kept in the office: a scan, a certificate, a signed packet."""

import mimetypes
from pathlib import Path

from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.office import Attachment
from partner_desk.model.registry import children_of
from partner_desk.store.store import Store
from partner_desk.store.unit_of_work import UnitOfWork

LARGEST = 50_000_000


def attach(store: Store, owner: Record, path: Path) -> Attachment:
    """Keep a copy of the file at ``path`` with its owner.

    Raises InputError for a file that is too large or empty, EnvironmentProblem for one that cannot
    be read. The file itself is left where it is.
    """
    data = read_file(path)
    with store.writing(
        Operation("attachment.add", {"name": path.name, "parent": owner.caption})
    ) as work:
        return keep(work, owner, path.name, data)


def keep(work: UnitOfWork, owner: Record, name: str, data: bytes) -> Attachment:
    """Keep bytes as a document called ``name`` with its owner, within a write that is begun."""
    link = next(field for child, field in children_of(owner.kind) if child is Attachment)
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    attachment = Attachment.checked(
        {"name": name, "media_type": media_type, "size": len(data),
         "sha256": work.keep_blob(data), link.name: owner.id}
    )
    return work.add(attachment)


def content(store: Store, attachment: Attachment) -> bytes:
    """The bytes of a document. Raises EnvironmentProblem("record.gone") when they are not there."""
    with store.reading() as reader:
        data = reader.blob(attachment.sha256)
    if data is None:
        raise EnvironmentProblem("record.gone", kind="attachment", id=attachment.id)
    return data


def save_as(store: Store, attachment: Attachment, path: Path) -> None:
    """Write a copy of a document to ``path``. Raises EnvironmentProblem."""
    data = content(store, attachment)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise EnvironmentProblem(
            "file.not_written", path=str(path), reason=error.strerror or str(error)
        ) from error


def read_file(path: Path) -> bytes:
    """The bytes of a file that is to be kept. Raises InputError and EnvironmentProblem."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            values = {"name": path.name, "limit": LARGEST // 1_000_000}
            raise InputError(Problem("attachment.too_large", values=values))
        data = path.read_bytes()
    except OSError as error:
        raise EnvironmentProblem(
            "file.unreadable", path=str(path), reason=error.strerror or str(error)
        ) from error
    if not data:
        raise InputError(Problem("attachment.empty", values={"name": path.name}))
    return data
