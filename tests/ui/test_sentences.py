"""Every code that a part of the program raises has its sentence."""

import ast
from collections.abc import Iterator
from pathlib import Path

from partner_desk.ui import sentences

SOURCE = Path(__file__).parents[2] / "src" / "partner_desk"
_RAISED = {"Problem", "InputError", "EnvironmentProblem", "InvalidValue", "Refusal"}


def _codes(called: set[str], position: int = 0) -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in called:
                for each in node.args[position : position + 1]:
                    if isinstance(each, ast.Constant) and isinstance(each.value, str):
                        yield each.value, f"{path.name}:{node.lineno}"


def test_every_code_of_a_trouble_has_a_sentence() -> None:
    found = dict(_codes(_RAISED))
    missing = {code: place for code, place in found.items() if code not in sentences.SENTENCES}
    assert len(found) > 30
    assert not missing


def test_every_operation_has_a_name() -> None:
    found = dict(_codes({"Operation"}))
    missing = {code: place for code, place in found.items() if code not in sentences.OPERATIONS}
    assert len(found) > 10
    assert not missing
