"""The checks of the house: layers, types, style, generated forms and translations are in order."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_CHECKS = {
    "layers": ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
    "types": ["-m", "mypy"],
    "style": ["-m", "ruff", "check", "--no-cache", "."],
    "forms": ["tools/build_forms.py", "--check"],
    "translations": ["tools/translations.py", "--check"],
}


@pytest.mark.parametrize("check", _CHECKS)
def test_house_is_in_order(check: str) -> None:
    found = subprocess.run(
        [sys.executable, *_CHECKS[check]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, f"{found.stdout[-4000:]}\n{found.stderr[-2000:]}"
