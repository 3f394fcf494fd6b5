"""Write the migration that leads from the newest one to what the model declares now.

    uv run python tools/new_migration.py "add a fax number to schools"

Read what it wrote before committing it, and set CURRENT in store/schema.py to its number.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory

from partner_desk.store.engine import WRITES, office_url, open_engine
from partner_desk.store.schema import alembic_config


def main(message: str) -> None:
    """Compare the migrated schema with the declared one and write the difference."""
    config = alembic_config()
    newest = ScriptDirectory.from_config(config).get_current_head()
    number = f"{int(newest or 0) + 1:04d}"
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(office_url(Path(folder) / "office.pdoffice"))
        with engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            with connection.begin():
                config.attributes["connection"] = connection
                if newest:
                    command.upgrade(config, "head")
                script = command.revision(config, message, autogenerate=True, rev_id=number)
        engine.dispose()
    path = Path(str(getattr(script, "path", "")))
    tidy(path)
    print(path)


def tidy(path: Path) -> None:
    """Take the generator's remarks out and lay the lines out as the rest of the code."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "###" not in line), encoding="utf-8")
    for arguments in (["format", "--quiet"], ["check", "--fix", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *arguments, str(path)], check=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
