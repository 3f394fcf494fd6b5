"""Offices of an older program: brought up to date on a copy, or left exactly as they were.

The newer program is this one, copied, with one field more in one place and the migration that
`tools/new_migration.py` writes for it, so that adding a field is proven to be just that.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

import partner_desk
from partner_desk.model.history import Operation
from partner_desk.model.partners import School
from partner_desk.store.backup import list_backups
from partner_desk.store.schema import CURRENT
from partner_desk.store.store import Store
from tests.store.test_integrity import fill

_ROOT = Path(__file__).resolve().parents[2]
_FIELD = '''    notes: str = declared(Text(lines=True), N_("Notes"), group=N_("Office"))


class Need('''
_MORE = '''    fax: str = declared(Phone(), N_("Fax"), searchable=True)
    bus_routes: tuple[str, ...] = declared(Words(), N_("Bus routes"))
    notes: str = declared(Text(lines=True), N_("Notes"), group=N_("Office"))


class Need('''


@pytest.fixture(scope="session")
def newer_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a copy of the program whose schools have more fields."""
    folder = tmp_path_factory.mktemp("newer")
    source = Path(partner_desk.__file__).parent
    ignored = shutil.ignore_patterns("__pycache__", "ui")
    shutil.copytree(source, folder / "src" / "partner_desk", ignore=ignored)
    shutil.copytree(_ROOT / "tools", folder / "tools", ignore=ignored)
    partners = folder / "src" / "partner_desk" / "model" / "partners.py"
    text = partners.read_text(encoding="utf-8")
    assert text.count(_FIELD) == 1
    partners.write_text(text.replace(_FIELD, _MORE), encoding="utf-8")
    written = run(folder, (folder / "tools" / "new_migration.py").read_text(), "more fields")
    assert written.returncode == 0, written.stderr
    number = Path(written.stdout.strip()).name[:4]
    schema = folder / "src" / "partner_desk" / "store" / "schema.py"
    text = schema.read_text(encoding="utf-8")
    current = next(line for line in text.splitlines() if line.startswith("CURRENT = "))
    schema.write_text(text.replace(current, f'CURRENT = "{number}"'), encoding="utf-8")
    return folder


def run(program: Path, script: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a script with the program of a folder."""
    environment = {**os.environ, "PYTHONPATH": str(program / "src"), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", script, *arguments], env=environment, capture_output=True,
        text=True, encoding="utf-8", check=False,
    )


_OPEN = """
import sys
from partner_desk.model.history import Author, Operation
from partner_desk.model.errors import DeskError
from partner_desk.model.partners import School
from partner_desk.model.queries import ListQuery
from partner_desk.services.opening import open_office
try:
    office = open_office(sys.argv[1], Author("Ana", "desk"))
except DeskError as problem:
    print(problem.code)
    sys.exit()
print(*[notice.code for notice in office.notices])
with office.store.writing(Operation("test.edit")) as work:
    for school in work.find(School):
        work.change(School, school.id, fax="555 0199", bus_routes=("12", "12b"))
with office.store.reading() as reader:
    print([each.bus_routes for each in reader.find(School)])
    print(len(reader.ids(ListQuery("school", "5550199"))))
    print(len(reader.ids(ListQuery("school", "escuela"))))
from partner_desk.store.integrity import check
print(check(office.store).problems)
office.store.undo()
with office.store.reading() as reader:
    print([each.fax for each in reader.find(School)])
print(office.store.next_undo().code)
office.close()
"""
_EXPECTED = [
    "office.upgraded", "[('12', '12b')]", "1", "1", "()", "['']", "test.school",
]


def write_school(store: Store) -> None:
    """One school, in a change set of its own."""
    fill(store, 6)
    with store.writing(Operation("test.school")) as work:
        work.add(School(name="Escuela Río"))


def test_an_office_gets_the_new_fields(any_office: Store, newer_program: Path) -> None:
    write_school(any_office)
    url = any_office.engine.url.render_as_string(hide_password=False)
    location = str(any_office.path) if any_office.path else url
    path = any_office.path
    any_office.close()
    done = run(newer_program, _OPEN, location)
    assert done.stdout.splitlines() == _EXPECTED, done.stderr
    if path:
        assert len(list_backups(path)) == 1
        left = {each.name for each in path.parent.iterdir()}
        assert left <= {"Office backups", "Office.pdoffice", "Office.pdoffice-journal"}
    refused = run(_ROOT, _OPEN, location)
    assert refused.stdout.splitlines() == ["office.newer"], refused.stderr


_BREAK = """
import sys
from partner_desk.store import {module}
whole = {module}.{name}
def broken(*arguments, **values):
    {before}
    raise {error}
{module}.{name} = broken
"""
FAULTS = {
    "migration": (
        "upgrade", "schema.migrate", "whole(*arguments)", "ValueError()", "upgrade.failed"
    ),
    "copy": ("upgrade", "copy_office", "whole(*arguments)", "OSError(28, '')", "disk.full"),
    "check": ("upgrade", "verified_counts", "pass", "OSError(5, '')", "disk.failing"),
    "flush": ("upgrade", "flush_to_disk", "pass", "OSError(28, '')", "disk.full"),
    "swap": ("upgrade", "swap_in", "pass", "OSError(13, '')", "office.no_rights"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_leaves_the_office_as_it_was(
    fault: str, office: Store, newer_program: Path
) -> None:
    write_school(office)
    assert office.path
    before = office.digest()
    office.close()
    raw = office.path.read_bytes()
    module, name, first, error, expected = FAULTS[fault]
    script = _BREAK.format(module=module, name=name, before=first, error=error) + _OPEN
    done = run(newer_program, script, str(office.path))
    assert done.stdout.strip() == expected, done.stderr
    assert office.path.read_bytes() == raw
    assert not [each for each in office.path.parent.iterdir() if "upgrading" in each.name]
    with closing(Store.open(office.path, office.author)) as again:
        assert again.digest() == before


def test_a_shared_office_is_migrated_wholly_or_not(
    postgresql_url: str, newer_program: Path
) -> None:
    script = _BREAK.format(
        module="upgrade", name="schema.migrate", before="whole(*arguments)",
        error="ValueError('planted')",
    )
    done = run(newer_program, script + _OPEN, postgresql_url)
    assert done.stdout.strip() == "upgrade.failed", done.stderr
    with psycopg.connect(postgresql_url) as connection:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        columns = connection.execute(
            "SELECT 1 FROM information_schema.columns WHERE column_name = 'bus_routes'"
        ).fetchall()
    assert row == (CURRENT,)
    assert columns == []


def test_an_office_of_another_kind_is_not_touched(tmp_path: Path, newer_program: Path) -> None:
    foreign = tmp_path / "Foreign.pdoffice"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num text)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
        connection.commit()
    raw = foreign.read_bytes()
    done = run(newer_program, _OPEN, str(foreign))
    assert done.stdout.strip() == "office.not_an_office", done.stderr
    assert foreign.read_bytes() == raw


_IN_PLACE = """
def in_place(office, author, now, folder):
    made = upgrade.make_backup(office, now, folder)
    before = upgrade._migrate(office, author, now)
    with upgrade.disk_troubles(office):
        upgrade.verified_counts(office)
    return upgrade.Upgrade(before, upgrade.schema.CURRENT, made)

upgrade._upgrade_file = in_place
"""
_STEP_BY_STEP = """
def committed_halfway(connection):
    try:
        broken(connection)
    finally:
        connection.connection.driver_connection.commit()

upgrade.schema.migrate = committed_halfway
"""


def test_planted_an_upgrade_in_place_is_caught(
    office: Store, newer_program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "_OPEN", _IN_PLACE + _OPEN)
    with pytest.raises(AssertionError, match="SQLite form"):
        test_a_fault_leaves_the_office_as_it_was("check", office, newer_program)


def test_planted_an_upgrade_of_a_server_step_by_step_is_caught(
    postgresql_url: str, newer_program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "_OPEN", _STEP_BY_STEP + _OPEN)
    with pytest.raises(AssertionError, match=r"assert \('"):
        test_a_shared_office_is_migrated_wholly_or_not(postgresql_url, newer_program)
