"""Documents as exhibits: what cannot be printed is refused; what is damaged later is named."""

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader
from sqlalchemy import text as sql

from partner_desk.files.catalogue import Catalogue
from partner_desk.model.agreements import Agreement, Exhibit
from partner_desk.model.errors import EnvironmentProblem, InputError
from partner_desk.model.office import Attachment
from partner_desk.services import attachments, exhibits, packets, records, revisions, sending
from partner_desk.store.store import Store
from partner_desk.ui.sentences import problem_sentence
from tests.services.going_out import TODAY, catalogue, ready_agreement

NAME = 'Póliza <b>&".pdf'


@pytest.fixture
def agreement(office: Store) -> Agreement:
    return ready_agreement(office)


def pdf(pages: int, encrypted: bool = False) -> bytes:
    out = BytesIO()
    with pikepdf.Pdf.new() as made:
        for _ in range(pages):
            made.add_blank_page(page_size=(612, 792))
        lock = pikepdf.Encryption(owner="a", user="b") if encrypted else False
        made.save(out, encryption=lock)
    return out.getvalue()


def picture(side: int, shape: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", (side, side), "teal").save(out, shape)
    return out.getvalue()


def huge_png(width: int, height: int) -> bytes:
    """A white picture, one bit a pixel, written row by row: nothing of its size is ever held."""
    packer = zlib.compressobj(1)
    row = b"\x00" + b"\xff" * ((width + 7) // 8)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    )


def attach(office: Store, agreement: Agreement, folder: Path, name: str, data: bytes) -> Attachment:
    path = folder / name
    path.write_bytes(data)
    return attachments.attach(office, agreement, path)


def sentence(code: str, values: Mapping[str, object]) -> str:
    words = problem_sentence(code, values, Catalogue("en").text)
    assert words != code and words.endswith(".") and NAME in words
    return words


def texts(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


def overwrite(office: Store, attachment: Attachment, data: bytes | None) -> None:
    """What a failing disk does to the bytes of a document behind the program's back."""
    with office.engine.begin() as connection:
        connection.execute(sql("PRAGMA query_only = 0"))
        if data is None:
            statement = sql("DELETE FROM blob WHERE sha256 = :key")
            connection.execute(statement, {"key": attachment.sha256})
        else:
            statement = sql("UPDATE blob SET data = :data WHERE sha256 = :key")
            connection.execute(statement, {"key": attachment.sha256, "data": data})


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "damaged": (lambda: b"%PDF-1.7\n" + b"\xa5" * 900, "enclosure.damaged"),
    "cut short": (lambda: pdf(9)[:700], "enclosure.damaged"),
    "encrypted": (lambda: pdf(2, encrypted=True), "enclosure.encrypted"),
    "too long": (lambda: pdf(501), "enclosure.too_long"),
    "half a picture": (lambda: picture(900)[:2000], "enclosure.damaged"),
    "words": (lambda: b"Dear Ana, the policy is attached.", "enclosure.damaged"),
    "too large": (lambda: huge_png(20_001, 20_000), "enclosure.too_large"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_printed_is_refused_by_name(
    office: Store, agreement: Agreement, tmp_path: Path, kind: str
) -> None:
    make, code = REFUSED[kind]
    data = make()
    kept = attach(office, agreement, tmp_path, NAME, data)
    before = office.digest()
    with pytest.raises(InputError) as caught:
        exhibits.add_file(office, agreement.id, kept.id)
    (problem,) = caught.value.problems
    assert (problem.code, problem.values["name"]) == (code, NAME)
    assert sentence(problem.code, problem.values)
    assert office.digest() == before  # The document itself is still there.
    assert attachments.content(office, kept) == data


def test_a_picture_of_20000_pixels_a_side_is_printed(
    office: Store, agreement: Agreement, tmp_path: Path
) -> None:
    kept = attach(office, agreement, tmp_path, "Map.png", huge_png(20_000, 20_000))
    exhibits.add_file(office, agreement.id, kept.id)
    printed = packets.printed(office, agreement.id, "", catalogue)
    assert printed.problems == ()
    assert len(printed.pdf.data) < 2_000_000  # As fine as a printer shows, no finer.


def test_five_hundred_pages_are_printed(
    office: Store, agreement: Agreement, tmp_path: Path
) -> None:
    without = packets.packet(office, agreement.id, "", catalogue).pages
    kept = attach(office, agreement, tmp_path, "Manual.pdf", pdf(500))
    exhibits.add_file(office, agreement.id, kept.id)
    printed = packets.printed(office, agreement.id, "", catalogue)
    assert printed.problems == ()
    assert 501 <= printed.pdf.pages - without <= 502  # With its cover, perhaps with contents.


@pytest.mark.parametrize("damage", [b"%PDF-1.7 gone", b"", None], ids=["bytes", "empty", "gone"])
def test_a_document_damaged_later_is_named_and_the_rest_prints(
    office: Store, agreement: Agreement, tmp_path: Path, damage: bytes | None
) -> None:
    bad = attach(office, agreement, tmp_path, NAME, pdf(2))
    good = attach(office, agreement, tmp_path, "Whole.pdf", pdf(3))
    exhibit = exhibits.add_file(office, agreement.id, bad.id)
    exhibits.add_file(office, agreement.id, good.id)
    whole = packets.packet(office, agreement.id, "", catalogue).pages
    overwrite(office, bad, damage)
    printed = packets.printed(office, agreement.id, "", catalogue)
    (problem,) = printed.problems
    assert problem.code == ("enclosure.gone" if damage is None else "enclosure.damaged")
    assert (problem.values["name"], problem.where) == (NAME, exhibit.id)
    assert sentence(problem.code, problem.values)
    pages = texts(printed.pdf.data)
    assert len(pages) == whole - 2  # Only its own two pages are not there.
    place = next(page for page in pages if "enclosed separately" in page)
    assert NAME in place
    assert "Sign here" in pages[-1]


def test_a_revision_damaged_on_the_disk_is_not_passed_off(
    office: Store, agreement: Agreement
) -> None:
    frozen = sending.freeze(office, agreement.id, TODAY, catalogue)
    overwrite(office, Attachment(sha256=frozen.sha256), pdf(frozen.pages))
    with pytest.raises(EnvironmentProblem) as caught:
        revisions.pdf_of(office, frozen)
    assert caught.value.code == "revision.damaged"
    with pytest.raises(EnvironmentProblem) as caught:
        packets.packet(office, agreement.id, "", catalogue)
    assert caught.value.code == "revision.damaged"


def test_a_document_in_trash_is_no_exhibit(
    office: Store, agreement: Agreement, tmp_path: Path
) -> None:
    kept = attach(office, agreement, tmp_path, "Whole.pdf", pdf(3))
    records.delete(office, Attachment, kept.id)
    with pytest.raises(EnvironmentProblem) as caught:
        exhibits.add_file(office, agreement.id, kept.id)
    assert caught.value.code == "record.gone"
    records.bring_back(office, Attachment, kept.id)
    assert exhibits.add_file(office, agreement.id, kept.id).title == "Whole"


def test_the_same_document_may_be_two_exhibits(
    office: Store, agreement: Agreement, tmp_path: Path
) -> None:
    kept = attach(office, agreement, tmp_path, "Map.png", picture(300))
    for _ in range(2):
        exhibits.add_file(office, agreement.id, kept.id)
    with office.reading() as reader:
        found = exhibits.lettered(reader, agreement.id)
    assert [(letter, each.attachment_id) for letter, each in found] == [
        ("A", kept.id), ("B", kept.id)
    ]
    assert all(isinstance(each, Exhibit) and each.title == "Map" for _, each in found)
    assert packets.printed(office, agreement.id, "", catalogue).problems == ()
