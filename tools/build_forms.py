"""Make src/partner_desk/ui/forms/ui_*.py of the forms in resources/ui.

    python tools/build_forms.py           writes what changed
    python tools/build_forms.py --check   exit status 1 when a form is not freshly generated
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "resources" / "ui"
TARGET = ROOT / "src" / "partner_desk" / "ui" / "forms"
_ABOUT = '"""Code that tools/build_forms.py makes of resources/ui; never edited."""\n'
_VERSION_LINE = "## Created by:"


def main() -> int:
    """Write or compare all forms; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="only compare")
    parser.add_argument("names", nargs="*", help="only these forms, by name without .ui")
    options = parser.parse_args()
    stale = stale_forms(options.names)
    if options.check:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not what its form says: run tools/build_forms.py")
        return 1 if stale else 0
    for path, text in stale.items():
        path.parent.mkdir(exist_ok=True)
        if text:
            path.write_text(text, encoding="utf-8")
        else:
            path.unlink()
        print(path.relative_to(ROOT))
    return 0


def stale_forms(names: list[str] | None = None) -> dict[Path, str]:
    """What has to be written, by path; "" stands for a module whose form is gone."""
    wanted = {TARGET / "__init__.py": _ABOUT}
    for form in sorted(SOURCES.glob("*.ui")):
        if not names or form.stem in names:
            wanted[TARGET / f"ui_{form.stem}.py"] = generated(form)
    stale = {path: text for path, text in wanted.items() if not _same(path, text)}
    if not names:
        gone = set(TARGET.glob("ui_*.py")) - set(wanted)
        stale.update(dict.fromkeys(sorted(gone), ""))
    return stale


def generated(form: Path) -> str:
    """The Python module that pyside6-uic makes of ``form``. Raises CalledProcessError."""
    command = [str(_uic()), "--generator", "python", form.name]
    result = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=form.parent
    )
    return _with_used_imports(result.stdout)


def _with_used_imports(module: str) -> str:
    """``module`` without imports it does not use: each Qt class imported takes time at start."""
    names = re.compile(r"^from (PySide6\.\w+) import \(([^)]*)\)\n", re.MULTILINE)
    body = names.sub("", module)

    def used(found: re.Match[str]) -> str:
        names_there = re.findall(r"\w+", found[2])
        wanted = [name for name in names_there if re.search(rf"\b{name}\b", body)]
        lines = "".join(f"    {name},\n" for name in wanted)
        return f"from {found[1]} import (\n{lines})\n" if wanted else ""

    return names.sub(used, module)


def _uic() -> Path:
    import PySide6

    folder = Path(PySide6.__file__).parent
    places = [folder / "Qt" / "libexec" / "uic", folder / "uic.exe", folder / "uic"]
    return next(place for place in places if place.is_file())


def _same(path: Path, text: str) -> bool:
    if not path.is_file():
        return False
    return _comparable(path.read_text(encoding="utf-8")) == _comparable(text)


def _comparable(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith(_VERSION_LINE)]


if __name__ == "__main__":
    sys.exit(main())
