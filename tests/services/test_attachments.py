"""Documents: kept once, given back byte by byte, refused with a reason."""

from pathlib import Path

import pytest

from partner_desk.model.errors import EnvironmentProblem, InputError
from partner_desk.model.office import Attachment
from partner_desk.model.organizations import Organization
from partner_desk.services import attachments, records
from partner_desk.store.store import Store


@pytest.fixture
def owner(any_office: Store) -> Organization:
    made = records.add(any_office, "organization", {"name": "Riverside"})
    assert isinstance(made, Organization)
    return made


def test_a_document_comes_back_as_it_was(
    any_office: Store, owner: Organization, tmp_path: Path
) -> None:
    scan = tmp_path / "Póliza <b>.pdf"
    scan.write_bytes(bytes(range(256)) * 100)
    kept = attachments.attach(any_office, owner, scan)
    assert (kept.name, kept.size, kept.media_type) == (scan.name, 25_600, "application/pdf")
    assert attachments.content(any_office, kept) == scan.read_bytes()
    any_office.undo()
    with any_office.reading() as reader:
        assert reader.find(Attachment, organization_id=owner.id) == []


def test_what_cannot_be_kept_is_refused(
    any_office: Store, owner: Organization, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.raises(InputError) as refused:
        attachments.attach(any_office, owner, empty)
    assert refused.value.code == "attachment.empty"
    monkeypatch.setattr(attachments, "LARGEST", 3)
    empty.write_text("four")
    with pytest.raises(InputError) as refused:
        attachments.attach(any_office, owner, empty)
    assert refused.value.code == "attachment.too_large"
    for path in (tmp_path, tmp_path / "missing.pdf"):
        monkeypatch.setattr(attachments, "LARGEST", 10_000_000)
        with pytest.raises(EnvironmentProblem) as trouble:
            attachments.attach(any_office, owner, path)
        assert trouble.value.code == "file.unreadable"


def test_a_copy_that_cannot_be_written_is_told(
    any_office: Store, owner: Organization, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF")
    kept = attachments.attach(any_office, owner, scan)
    with pytest.raises(EnvironmentProblem) as trouble:
        attachments.save_as(any_office, kept, tmp_path / "no such folder" / "scan.pdf")
    assert trouble.value.code == "file.not_written"
