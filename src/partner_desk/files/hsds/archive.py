"""Where the files of a directory lie: in a folder, in a zip, or alone.

Nothing of a zip is ever written to disk; its sizes are looked at before anything is unpacked.
"""

import zipfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import IO

from partner_desk.files.hsds.package import DESCRIPTOR, LARGEST_DESCRIPTOR, listed_tables
from partner_desk.files.hsds.tables import table_name
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem

MOST_MEMBERS = 2_000
MOST_BYTES = 2 * 1024**3
MOST_RATIO = 200
_SMALL = 1024**2
"""Below this size a member may be packed as tightly as it likes."""
_JSON = (".json", ".ndjson", ".jsonl")
_READ = (".csv", ".tsv", ".txt", *_JSON)
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of a directory; ``size`` in bytes, ``open`` gives it in binary from its start.

    ``table`` is the name of its table where a package lists it, else "".
    """

    name: str
    size: int
    open: Callable[[], IO[bytes]]
    table: str = ""

    @property
    def stem(self) -> str:
        """The table's name; where nothing says it, the file's without folders and ending."""
        return self.table or table_name(PurePosixPath(self.name).stem)

    @property
    def is_json(self) -> bool:
        """Whether the name says JSON."""
        return self.name.lower().endswith(_JSON)

    @property
    def is_text(self) -> bool:
        """Whether the name says that this may hold a table."""
        return self.name.lower().endswith(_READ)


@dataclass(slots=True)
class Container:
    """The files of a directory, and what else lay beside them."""

    name: str
    groups: list[list[SourceFile]]
    """Files that lie together, the shallowest folder first."""
    fingerprint: tuple[tuple[str, int, int], ...]
    """Name, size and time of change of what was read, to tell whether it was changed since."""
    _zip: zipfile.ZipFile | None = field(default=None)

    def close(self) -> None:
        """Let go of the archive."""
        if self._zip is not None:
            self._zip.close()


def refused(code: str, **values: object) -> InputError:
    """The error for a file that cannot be taken at all."""
    return InputError(Problem(code, values=values))


def open_container(path: Path) -> Container:
    """The files at ``path``. Raises InputError (not there, bad zip) and EnvironmentProblem."""
    try:
        if path.is_dir():
            return _folder(path)
        if not path.is_file():
            raise refused("import.not_found", path=str(path))
        if path.name == DESCRIPTOR:
            return _package(path)
        with path.open("rb") as handle:
            start = handle.read(4)
        if start in _ZIP_STARTS or path.suffix.lower() == ".zip":
            return _zip(path)
        return Container(path.stem, [[_plain(path)]], (_print(path),))
    except OSError as error:
        raise EnvironmentProblem(
            "file.unreadable", path=str(path), reason=error.strerror or str(error)
        ) from error


def _folder(path: Path) -> Container:
    found = sorted(
        each for each in path.iterdir() if each.is_file() and not each.name.startswith(".")
    )
    listed = _listed([_plain(each) for each in found])
    below = [path / each for each in listed if "/" in each and (path / each).is_file()]
    files = [_named(_plain(each, path), listed) for each in (*found, *below)]
    return Container(path.resolve().name, [files], tuple(_print(each) for each in found + below))


def _package(path: Path) -> Container:
    """What a descriptor lists, and nothing else of its folder."""
    folder = path.parent
    listed = _listed([_plain(path)])
    found = [folder / each for each in listed if (folder / each).is_file()]
    files = [_named(_plain(each, folder), listed) for each in found]
    prints = tuple(_print(each) for each in (path, *found))
    return Container(folder.resolve().name, [files], prints)


def _listed(files: list[SourceFile], folder: str = "") -> dict[str, str]:
    """What the descriptor among these files lists, by path within the container."""
    for file in files:
        if PurePosixPath(file.name).name == DESCRIPTOR and file.size <= LARGEST_DESCRIPTOR:
            with file.open() as handle:
                found = listed_tables(handle.read())
            return {folder + path: name for path, name in found.items()}
    return {}


def _named(file: SourceFile, listed: Mapping[str, str]) -> SourceFile:
    name = listed.get(file.name, "")
    return replace(file, table=name) if name else file


def _plain(path: Path, folder: Path | None = None) -> SourceFile:
    name = path.relative_to(folder).as_posix() if folder else path.name
    return SourceFile(name, path.stat().st_size, lambda: path.open("rb"))


def _print(path: Path) -> tuple[str, int, int]:
    state = path.stat()
    return (path.name, state.st_size, state.st_mtime_ns)


def _zip(path: Path) -> Container:
    try:
        archive = zipfile.ZipFile(path)
    except NotImplementedError as error:
        raise refused("zip.unsupported", name=path.name) from error
    except (zipfile.BadZipFile, ValueError, EOFError) as error:
        raise refused("zip.damaged", name=path.name) from error
    try:
        groups = _members(archive, path.name)
    except BaseException:
        archive.close()
        raise
    return Container(path.stem, groups, (_print(path),), archive)


def _members(archive: zipfile.ZipFile, name: str) -> list[list[SourceFile]]:
    infos = [each for each in archive.infolist() if not each.is_dir()]
    _check(infos, name)
    groups: dict[PurePosixPath, list[SourceFile]] = defaultdict(list)
    for info in infos:
        place = PurePosixPath(info.filename)
        if not any(part.startswith((".", "__MACOSX")) for part in place.parts):
            groups[place.parent].append(_member(archive, info))
    ordered = sorted(groups, key=lambda one: (len(one.parts), str(one)))
    return [_with_listed(groups[each], groups, "" if not each.parts else f"{each}/")
            for each in ordered]


def _with_listed(
    group: list[SourceFile], groups: Mapping[PurePosixPath, list[SourceFile]], folder: str
) -> list[SourceFile]:
    """The files of a folder, and those of other folders that its descriptor lists."""
    listed = _listed(group, folder)
    beside = {each.name for each in group}
    more = [
        each for files in groups.values() for each in files
        if each.name in listed and each.name not in beside
    ]
    return [_named(each, listed) for each in (*group, *more)]


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> SourceFile:
    return SourceFile(info.filename, info.file_size, lambda: archive.open(info))


def _check(infos: list[zipfile.ZipInfo], name: str) -> None:
    if len(infos) > MOST_MEMBERS:
        raise refused("zip.too_many_files", name=name, count=len(infos), limit=MOST_MEMBERS)
    total = sum(each.file_size for each in infos)
    if total > MOST_BYTES:
        raise refused("zip.too_large", name=name, size=total, limit=MOST_BYTES)
    for each in infos:
        place = PurePosixPath(each.filename.replace("\\", "/"))
        if place.name == "[Content_Types].xml":
            raise refused("import.is_workbook", name=name)
        if place.is_absolute() or ".." in place.parts or ":" in place.parts[0]:
            raise refused("zip.unsafe_path", name=name, member=each.filename)
        if each.flag_bits & 1:
            raise refused("zip.encrypted", name=name, member=each.filename)
        if each.file_size > max(_SMALL, MOST_RATIO * each.compress_size):
            raise refused("zip.suspicious", name=name, member=each.filename)
