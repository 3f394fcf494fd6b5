"""Every single table of real directories is brought in as one file: no row is lost silently."""

from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tests.real_lists import filled_rows

FOLDERS = {
    "hsds-baltimore-ohana": 11,
    "hsds-ohana-sample-and-bad-fixtures": 66,
    "hsds-servicenet-adapter-fixtures": 24,
}
NOT_LISTS = {"metadata.csv"}
"""Nothing in it can be the name of anything; that is said in one sentence."""


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_table_alone_accounts_for_its_rows(
    desk: Desk, empty_office: Path, data_folder: Path, folder: str
) -> None:
    tables = sorted((data_folder / folder).rglob("*.csv"))
    assert len(tables) >= FOLDERS[folder]
    for path in tables:
        done = desk(empty_office, "import", path, "--as", "auto", "--dry-run")
        if path.name in NOT_LISTS:
            assert len(done.complaints(done.status)) == 1
            continue
        told, rows = done.value, filled_rows(path)[1:]
        parts = told["new"] + told["changed"] + told["unchanged"] + told["refused"]
        assert (told["read"], parts) == (len(rows), len(rows)), path
        assert told["refused"] == len(told["refusals"]), path
        assert {each["row"] for each in told["refusals"]} <= set(rows), path
        assert all(each["reason"] for each in told["refusals"]), path
