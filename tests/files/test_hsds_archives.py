"""Zips that cannot be trusted, and files that cannot be read: each has its own code."""

import struct
import zipfile
from pathlib import Path

import pytest

from partner_desk.files.hsds import SourceRow, archive, open_directory
from partner_desk.model.errors import InputError

ORGANIZATIONS = "id,name\n" + "".join(f"{n},Organization {n * 7919}\n" for n in range(2_000))


def _zip(path: Path, members: dict[str, str], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as made:
        for name, text in members.items():
            made.writestr(name, text)
    return path


def _code(path: Path) -> str:
    with pytest.raises(InputError) as trouble, open_directory(path) as directory:
        list(directory.rows())
    return trouble.value.code


def test_a_zip_is_read_from_the_folder_in_it_that_holds_tables(tmp_path: Path) -> None:
    path = _zip(tmp_path / "city.zip", {
        "city/organizations.csv": "id,name\n1,One\n", "city/README.md": "x",
        "city/old/organizations.csv": "id,name\n2,Two\n", "__MACOSX/city/._organizations.csv": "?",
    })
    with open_directory(path) as directory:
        rows = [row for row in directory.rows() if isinstance(row, SourceRow)]
        assert [row.records[0].key for row in rows] == ["1"]
        assert directory.left_out == ("city/README.md", "city/old/organizations.csv")
        assert directory.name == "city"


def test_a_cut_zip_and_one_that_is_none(tmp_path: Path) -> None:
    whole = _zip(tmp_path / "whole.zip", {"organizations.csv": ORGANIZATIONS}).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "text.zip").write_text("this is no archive")
    (tmp_path / "empty.zip").write_bytes(b"")
    assert [_code(tmp_path / name) for name in ("cut.zip", "text.zip", "empty.zip")] == [
        "zip.damaged"
    ] * 3


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_member_whose_bytes_were_altered(tmp_path: Path, method: int) -> None:
    path = _zip(tmp_path / "city.zip", {"organizations.csv": ORGANIZATIONS}, method)
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 0xFF
    path.write_bytes(bytes(data))
    assert _code(path) == "zip.damaged"


def test_an_encrypted_member(tmp_path: Path) -> None:
    path = _zip(tmp_path / "city.zip", {"organizations.csv": "id,name\n"})
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    data[6:8] = data[central + 8 : central + 10] = struct.pack("<H", 1)
    path.write_bytes(bytes(data))
    assert _code(path) == "zip.encrypted"


def test_an_unknown_way_of_packing(tmp_path: Path) -> None:
    path = _zip(tmp_path / "city.zip", {"organizations.csv": "id,name\n"})
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    data[8:10] = data[central + 10 : central + 12] = struct.pack("<H", 97)
    path.write_bytes(bytes(data))
    assert _code(path) == "zip.unsupported"


def test_a_bomb_is_known_before_it_is_unpacked(tmp_path: Path) -> None:
    path = _zip(tmp_path / "bomb.zip", {"organizations.csv": "id,name\n" + "0" * 30_000_000})
    assert _code(path) == "zip.suspicious"


def test_too_many_and_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _zip(tmp_path / "city.zip", {f"{n}.csv": ORGANIZATIONS for n in range(5)})
    monkeypatch.setattr(archive, "MOST_MEMBERS", 4)
    assert _code(path) == "zip.too_many_files"
    monkeypatch.setattr(archive, "MOST_MEMBERS", 5)
    monkeypatch.setattr(archive, "MOST_BYTES", len(ORGANIZATIONS))
    assert _code(path) == "zip.too_large"


@pytest.mark.parametrize("name", ["../organizations.csv", "/etc/organizations.csv", "C:/x.csv"])
def test_a_member_that_would_leave_the_folder(tmp_path: Path, name: str) -> None:
    assert _code(_zip(tmp_path / "city.zip", {name: "id,name\n"})) == "zip.unsafe_path"


def test_a_workbook_is_told_apart(tmp_path: Path) -> None:
    path = _zip(tmp_path / "list.xlsx", {"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"})
    assert _code(path) == "import.is_workbook"


def test_nothing_there_nothing_in_it_nothing_of_ours(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\x00\x00\x00 id,name")
    (tmp_path / "blank.csv").write_bytes(b"")
    assert _code(tmp_path / "nowhere") == "import.not_found"
    assert _code(tmp_path / "empty") == "import.no_tables"
    assert _code(tmp_path / "picture.csv") == "import.no_tables"
    assert _code(tmp_path / "blank.csv") == "import.no_tables"


def test_json_that_is_broken_or_bottomless(tmp_path: Path) -> None:
    (tmp_path / "organizations.json").write_text('[{"id": "1",\n "name": ]')
    (tmp_path / "services.json").write_text("[" * 100_000)
    assert _code(tmp_path / "organizations.json") == "json.damaged"
    assert _code(tmp_path / "services.json") == "json.damaged"


def test_a_cell_without_end(tmp_path: Path) -> None:
    path = tmp_path / "organizations.csv"
    path.write_text('id,name\n1,One\n2,"' + "x" * 9_000_000)
    assert _code(path) == "csv.damaged"
