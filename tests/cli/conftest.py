"""The terminal in the tests: verbs run in this process, on real offices."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

from partner_desk.cli import main


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one call of the program left: exit status, standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """The one JSON value of a call that went well."""
        assert (self.status, self.err) == (0, ""), self.err
        return json.loads(self.out)

    def complaint(self, status: int) -> str:
        """The one line of a call that had to end with ``status``; nothing else was said."""
        (line,) = self.complaints(status)
        return line

    def complaints(self, status: int) -> list[str]:
        """The lines of such a call, one for each problem."""
        assert (self.status, self.out) == (status, ""), (self.status, self.out, self.err)
        return self.warnings

    @property
    def warnings(self) -> list[str]:
        """What standard error says, line by line."""
        assert self.err.endswith("\n")
        assert "Traceback" not in self.err
        lines = self.err.splitlines()
        assert all(each.startswith("partner-desk: ") for each in lines), self.err
        return [each.partition(": ")[2].strip() for each in lines]


class Desk(Protocol):
    """Runs a verb on an office; ``stdin`` is text, bytes, or a value to give as JSON."""

    def __call__(self, office: object, *words: object, stdin: Any = b"") -> Outcome: ...


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Desk:
    """Run a verb with --json in this process, in English."""
    monkeypatch.setenv("PARTNER_DESK_LANGUAGE", "en")
    monkeypatch.setenv("PARTNER_DESK_COORDINATOR", "Ana Núñez")

    def run(office: object, *words: object, stdin: Any = b"") -> Outcome:
        data = stdin if isinstance(stdin, bytes) else json.dumps(stdin).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        capfd.readouterr()
        status = main(["--office", str(office), "--json", *map(str, words)])
        return Outcome(status, *capfd.readouterr())

    return run


@pytest.fixture(scope="session")
def filled_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, made once; not to be written."""
    path = tmp_path_factory.mktemp("sample") / "Sample.pdoffice"
    assert main(["--office", str(path), "sample"]) == 0
    return path


@pytest.fixture
def sample(filled_office: Path, tmp_path: Path) -> Path:
    """A sample office of the test's own."""
    return Path(shutil.copy(filled_office, tmp_path / "Sample.pdoffice"))


@pytest.fixture(scope="session")
def empty_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty office, made once; not to be written."""
    path = tmp_path_factory.mktemp("empty") / "East.pdoffice"
    assert main(["--office", str(path), "new", "--name", "East Office"]) == 0
    return path


@pytest.fixture
def new_office(empty_office: Path, tmp_path: Path) -> Path:
    """An empty office of the test's own."""
    return Path(shutil.copy(empty_office, tmp_path / "East.pdoffice"))


Digest = Callable[[object], str]


@pytest.fixture
def digest(desk: Desk) -> Digest:
    """The digest that ``check`` gives for an office, which has to be sound."""

    def of(office: object) -> str:
        found = desk(office, "check").value
        assert (found["ok"], found["problems"]) == (True, [])
        return str(found["digest"])

    return of
