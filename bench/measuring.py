"""Measuring side by side: what we do and its reference, in turns, as a ratio of medians."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. Times in seconds, memory in MB; ``goal`` as it was set.

    ``reached`` is None where the goal says nothing about this size.
    """

    work: str
    reference: str
    size: int
    ours: float
    theirs: float
    goal: str
    reached: bool | None
    runs: int
    memory: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times as long as the reference; 0 where there is none."""
        return self.ours / self.theirs if self.theirs else 0.0


@dataclass(frozen=True, slots=True)
class Timed:
    """The medians of both, and the longest of ours."""

    ours: float
    theirs: float
    worst: float
    runs: int

    @property
    def ratio(self) -> float:
        """Ours by theirs."""
        return self.ours / self.theirs


def nothing() -> None:
    """No preparation is needed."""


def in_turns(ours: Work, theirs: Work, runs: int, prepare: Work = nothing) -> Timed:
    """Seconds of both works, done alternately after one of each that does not count.

    ``prepare`` is done before each of ours, out of time.
    """
    prepare()
    ours()
    theirs()
    mine, others = [], []
    for _ in range(runs):
        prepare()
        mine.append(seconds(ours))
        others.append(seconds(theirs))
    return Timed(statistics.median(mine), statistics.median(others), max(mine), runs)


def seconds(work: Callable[..., object], *words: object) -> float:
    """How long ``work`` takes with these arguments."""
    start = time.perf_counter()
    work(*words)
    return time.perf_counter() - start


def processes_in_turns(
    ours: list[str], theirs: list[str], runs: int, warm: bool = True
) -> tuple[dict[str, float], dict[str, float]]:
    """The medians of what two programs of this folder report, each run in a fresh process.

    A program is its file name and its words, and prints one JSON object of numbers; ``seconds``
    of the whole process is added to it as ``process``.
    """
    if warm:
        in_process(ours)
        in_process(theirs)
    mine, others = [], []
    for _ in range(runs):
        mine.append(in_process(ours))
        others.append(in_process(theirs))
    return _medians(mine), _medians(others)


def in_process(program: list[str]) -> dict[str, float]:
    """What a program of this folder reports from a fresh process."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, str(HERE / program[0]), *program[1:]],
        capture_output=True, text=True, check=False, env=_as_installed(),
    )
    took = time.perf_counter() - start
    if done.returncode:
        raise RuntimeError(f"{program}: {done.stderr[-2000:]}")
    found: dict[str, float] = json.loads(done.stdout)
    return {**found, "process": took}


def converted(path: Path, kind: str) -> Path:
    """``path`` as LibreOffice makes it another kind of file, beside it.

    Raises RuntimeError where it does not: one without its spreadsheets says nothing.
    """
    made = path.with_suffix(f".{kind}")
    made.unlink(missing_ok=True)
    profile = (path.parent / "profile").as_uri()
    words = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind,
             "--outdir", str(path.parent), str(path)]
    subprocess.run(words, capture_output=True, check=False)
    if not made.exists():
        raise RuntimeError(f"LibreOffice made no {made.name}")
    return made


def _as_installed() -> dict[str, str]:
    """Surroundings in which Python keeps what it compiled, as it does where it is installed."""
    return {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }


def _medians(reports: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(each[name] for each in reports) for name in reports[0]}


def peak_memory() -> float:
    """The most memory this process ever held, in MB."""
    if sys.platform == "win32":
        return 0.0
    status = Path("/proc/self/status")
    if status.exists():
        # What getrusage tells begins with the size of whoever started this process.
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def report(**numbers: Any) -> None:
    """Print what a measured program found, for ``in_process``."""
    print(json.dumps({**numbers, "memory": peak_memory()}))
