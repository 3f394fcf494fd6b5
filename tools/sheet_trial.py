"""Reads every sheet under a folder and says what became of each: a table, or one sentence.

    uv run python tools/sheet_trial.py ../shared/data --check

``--check`` counts the rows of each a second time by other means (openpyxl's full mode, Python's
own csv, LibreOffice for .xls) and tells where the counts differ.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from partner_desk.files.sheets.look import Look, look, rows
from partner_desk.model.errors import DeskError
from partner_desk.ui.sentences import notice_sentence, problem_sentence

ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt")
LONGEST = 20.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a look, or the sentence that says what is wrong."""

    path: Path
    seconds: float
    look: Look | None = None
    sentence: str = ""
    streamed: int = 0

    def __str__(self) -> str:
        name = f"{self.seconds:5.2f} s  {self.path.parent.name}/{self.path.name}"
        if self.look is None:
            return f"{name}: {self.sentence}"
        seen = self.look
        return (
            f"{name}: {seen.format}, sheet {seen.reading.sheet}, header row "
            f"{seen.reading.header_row}, {seen.rows} rows x {len(seen.headings)}, "
            f"{seen.blank} blank"
        )


def main(arguments: Sequence[str]) -> int:
    """Try all files of a folder; the status is 1 when one of them went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="count a second time")
    parser.add_argument("--notices", action="store_true", help="show notices and headings, too")
    chosen = parser.parse_args(arguments)
    outcomes = []
    for path in sheets_under(chosen.folder):
        outcomes.append(tried(path))
        print(outcomes[-1])
        if chosen.notices:
            _print_more(outcomes[-1])
    troubles = list(_troubles(outcomes))
    if chosen.check:
        troubles += differences(outcomes)
    for trouble in troubles:
        print(f"TROUBLE {trouble}")
    kinds = Counter(each.look.format if each.look else "one sentence" for each in outcomes)
    print(f"{len(outcomes)} files: {dict(kinds)}; longest {max(e.seconds for e in outcomes):.2f} s")
    return 1 if troubles else 0


def sheets_under(folder: Path) -> list[Path]:
    """All files whose names say that they are sheets."""
    return sorted(each for each in folder.rglob("*") if each.suffix.lower() in ENDINGS)


def tried(path: Path) -> Outcome:
    """One file, looked at and then streamed."""
    start = time.perf_counter()
    try:
        seen = look(path)
        took = time.perf_counter() - start
        return Outcome(path, took, seen, streamed=sum(1 for _ in rows(path, seen.reading)))
    except DeskError as error:
        sentence = problem_sentence(error.code, error.values, str)
        return Outcome(path, time.perf_counter() - start, sentence=sentence)


def _print_more(outcome: Outcome) -> None:
    if outcome.look:
        print("        ", " | ".join(outcome.look.headings)[:300])
        for each in outcome.look.notices:
            print("        *", notice_sentence(each.code, each.values, str))


def _troubles(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for each in outcomes:
        if each.seconds > LONGEST:
            yield f"{each.path}: {each.seconds:.1f} s"
        if each.look and each.streamed != each.look.rows:
            yield f"{each.path}: looked {each.look.rows}, streamed {each.streamed}"


def differences(outcomes: Sequence[Outcome]) -> list[str]:
    """Where another count of the rows under the headings is not ours."""
    found = []
    with tempfile.TemporaryDirectory() as place:
        by_office = _converted([e for e in outcomes if e.look and e.look.format == "xls"], place)
        for each in outcomes:
            if each.look:
                count = _other_count(each.path, each.look, by_office)
                if count is not None and count != each.look.rows:
                    found.append(f"{each.path}: {each.look.rows} rows, {count} by other means")
                if count is None:
                    print(f"not counted again: {each.path}")
    return found


def _other_count(path: Path, seen: Look, by_office: Path) -> int | None:
    if seen.format == "text":
        return _by_csv(path, seen)
    if seen.format in ("xlsx", "xlsm"):
        return _by_openpyxl(path, seen)
    return _by_office(path, seen, by_office)


def _by_csv(path: Path, seen: Look) -> int:
    separator = seen.reading.separator or ","
    with path.open(encoding=seen.reading.encoding, errors="replace", newline="") as text:
        return sum(
            any(cell.strip("\x00 \t\r\n\xa0") for cell in record)
            for number, record in enumerate(csv.reader(text, delimiter=separator), 1)
            if number > (seen.reading.header_row or 0)
        )


def _by_openpyxl(path: Path, seen: Look) -> int | None:
    from openpyxl import load_workbook

    try:
        with path.open("rb") as handle:
            sheet = load_workbook(handle, data_only=True)[seen.reading.sheet or ""]
    except Exception as error:  # Whatever it cannot do is told: it is only asked for comparison.
        print(f"openpyxl: {path.name}: {type(error).__name__}")
        return None
    columns = set(seen.columns)
    return sum(
        any(str(value).strip() for place, value in enumerate(row) if value is not None
            and place in columns)
        for number, row in enumerate(
            sheet.iter_rows(min_row=1, min_col=1, values_only=True), 1
        )
        if number > (seen.reading.header_row or 0)
    )


def _converted(outcomes: Sequence[Outcome], place: str) -> Path:
    """CSV files of all sheets of old workbooks, where LibreOffice is there."""
    sheets = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
    try:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{place}/profile", "--headless",
             "--convert-to", sheets, "--outdir", place, *(str(each.path) for each in outcomes)],
            capture_output=True, check=False, timeout=300,
        )
    except FileNotFoundError:
        print("LibreOffice is not here.")
    return Path(place)


def _by_office(path: Path, seen: Look, place: Path) -> int | None:
    written = place / f"{path.stem}-{seen.reading.sheet}.csv"
    if not written.exists():
        return None
    with written.open(encoding="utf-8", newline="") as text:
        return sum(
            any(cell.strip() for cell in record)
            for number, record in enumerate(csv.reader(text), 1)
            if number > (seen.reading.header_row or 0)
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
