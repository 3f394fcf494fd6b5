"""A file that is written beside its target and takes its place only when it is whole."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from partner_desk.model.errors import EnvironmentProblem

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Gives a temporary path beside ``path`` to write to; afterwards it replaces ``path``.

    When the body fails in any way, the temporary file goes and ``path`` stays as it was. Raises
    EnvironmentProblem for a missing folder, missing rights, a file held open by another program,
    a full disk and other trouble with the disk; each names the ``path``.
    """
    try:
        _refuse_early(path)
        descriptor, name = tempfile.mkstemp(".tmp", f".{path.stem[:40]}-", path.parent)
        os.close(descriptor)
    except OSError as error:
        raise _problem(error, path) from error
    temporary = Path(name)
    try:
        yield temporary
        _settle(temporary, path)
    except OSError as error:
        raise _problem(error, path) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _refuse_early(path: Path) -> None:
    """Learn before the work, not after it, that the target cannot be replaced."""
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists():
        path.open("r+b").close()


def _settle(temporary: Path, path: Path) -> None:
    """Bring the bytes to the disk, then swap; rights are those any new file would get."""
    with temporary.open("r+b") as written:
        os.fsync(written.fileno())
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    temporary.chmod(mode)
    temporary.replace(path)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _problem(error: OSError, path: Path) -> EnvironmentProblem:
    values = {"path": str(path), "folder": str(path.parent), "reason": error.strerror or str(error)}
    if error.errno in _FULL:
        return EnvironmentProblem("disk.full", **values)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return EnvironmentProblem("file.folder_missing", **values)
    if isinstance(error, IsADirectoryError):
        return EnvironmentProblem("file.is_folder", **values)
    if error.errno in _REFUSED:
        code = "file.in_use" if path.exists() else "file.no_permission"
        return EnvironmentProblem(code, **values)
    return EnvironmentProblem("file.not_written", **values)


def write_bytes(path: Path, data: bytes) -> None:
    """Make ``data`` the content of ``path``, whole or not at all. Raises EnvironmentProblem."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)
