"""The terminal in the tests: verbs run in this process, on real offices."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Paper:
    """An office with one agreement that lacks nothing for signature."""

    office: Path
    number: str
    id: str
    school: str


_DIVISIONS = {
    "services": [{"description": "Reading club"}],
    "outcomes": [{"statement": "More readers"}],
    "financial_responsibilities": [{"item": "Snacks", "amount": "1250.50"}],
}


@pytest.fixture(scope="session")
def paper_made(empty_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """The office with its agreement, made once; not to be written."""
    office = Path(shutil.copy(empty_office, tmp_path_factory.mktemp("paper") / "East.pdoffice"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARTNER_DESK_LANGUAGE", "en")

        def run(*words: str, stdin: Any = None) -> Any:
            given, out = io.BytesIO(json.dumps(stdin).encode()), io.StringIO()
            patch.setattr(sys, "stdin", io.TextIOWrapper(given, encoding="utf-8"))
            with redirect_stdout(out):
                assert main(["--office", str(office), "--json", *words]) == 0
            return json.loads(out.getvalue())

        run("settings", "district=East Schools", "signer_name=Dana Cole")
        contact = {"name": "Ana Núñez", "title": "Director", "may_sign": True}
        partner = run("add", "organization", stdin={
            "name": "River Club", "ein": "12-3456789", "contacts": [contact]})["id"]
        school = run("add", "school", stdin={"name": "North School"})["id"]
        drafted = run("draft", "--partner", partner)
        run("set", "agreement", drafted["id"], stdin=_DIVISIONS)
    return Paper(office, drafted["number"], drafted["id"], school)


@pytest.fixture
def paper(paper_made: Paper, tmp_path: Path) -> Paper:
    """An agreement ready for signature, in an office of the test's own."""
    office = Path(shutil.copy(paper_made.office, tmp_path / "East.pdoffice"))
    return replace(paper_made, office=office)


@pytest.fixture(scope="session")
def paper_sent(paper_made: Paper, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The office after its paper went out for signature, and the packet; not to be written."""
    folder = tmp_path_factory.mktemp("sent")
    office, packet = Path(shutil.copy(paper_made.office, folder)), folder / "out.pdf"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARTNER_DESK_LANGUAGE", "en")
        patch.setenv("PARTNER_DESK_COORDINATOR", "Ana Núñez")
        assert main(["--office", str(office), "freeze", paper_made.number]) == 0
        assert main(["--office", str(office), "packet", paper_made.number, str(packet)]) == 0
    return office, packet


@pytest.fixture
def out(paper: Paper, paper_sent: tuple[Path, Path], tmp_path: Path) -> Path:
    """The packet of ``paper``, which from now on is out for signature."""
    office, packet = paper_sent
    shutil.copy(office, paper.office)
    return Path(shutil.copy(packet, tmp_path))


Digest = Callable[[object], str]


@pytest.fixture
def digest(desk: Desk) -> Digest:
    """The digest that ``check`` gives for an office, which has to be sound."""

    def of(office: object) -> str:
        found = desk(office, "check").value
        assert (found["ok"], found["problems"]) == (True, [])
        return str(found["digest"])

    return of
