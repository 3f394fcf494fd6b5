"""How verbs are called: help with examples, wrong words, --json on either side of the verb."""

import json

import pytest

from partner_desk.cli import main
from partner_desk.cli.parser import build_parser
from partner_desk.cli.words import VERBS as WORDS

VERBS = (
    "new", "sample", "import", "list", "show", "add", "set", "draft", "renew", "amend", "exhibit",
    "papers", "packet", "packets", "freeze", "hand", "scan", "signed", "diff", "reminders",
    "chase", "library", "export", "hsds", "duplicates", "combine", "coverage", "views", "booklet",
    "handout", "calls", "labels", "cards", "history", "undo", "redo", "backup", "restore", "check",
    "settings",
)


def test_every_word_has_its_verb() -> None:
    from partner_desk.cli.verbs import verbs

    assert tuple(each.name for each in WORDS) == VERBS
    assert set(verbs()) == set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_each_verb_has_an_example(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, "--help"]) == 0
    example = capsys.readouterr().out.partition("Example: ")[2]
    assert "partner-desk" in example
    assert f" {verb}" in example


def test_help_explains_each_verb_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    examples = capsys.readouterr().out.partition("Examples:")[2]
    for verb in VERBS:
        assert any(f" {verb}" in line for line in examples.splitlines()), verb


def test_examples_of_the_help_are_right_words() -> None:
    import shlex

    parser = build_parser(str)
    for each in WORDS:
        command = each.example.rpartition("| ")[2]
        words = shlex.split(command)[1:]
        assert parser.parse_args(words).verb == each.name


@pytest.mark.parametrize(
    "words",
    [
        ["frobnicate"], ["list"], ["show", "organization"], ["add"], ["packet", "2026-0001"],
        ["draft"], ["import"], ["check", "more"], ["list", "service", "--frobnicate"],
        ["import", "x", "--as", "elephants"], ["sample", "--language", "tlh"],
        ["history", "--limit", "many"], ["draft", "--partner", "x", "--language", "fr"],
        ["packets", "folder"], ["packets", "folder", "2026-0001", "--status", "active"],
        ["exhibit", "2026-0001"], ["exhibit", "2026-0001", "--template", "x", "--file", "y"],
        ["diff", "2026-0001", "1", "out.pdf"], ["scan"], ["signed", "2026-0001"], ["library"],
        ["library", "burn", "x.json"], ["library", "export", "x.json", "--dry-run"],
    ],
)
def test_wrong_words_are_told_in_one_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.startswith("partner-desk")


def test_no_verb_is_wrong_usage_and_leaves_stdout_to_machines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Examples:" in told.err


@pytest.mark.parametrize(
    "words", [["--json", "list", "school"], ["list", "--json", "school"],
              ["list", "school", "--json"], ["--json", "list", "school", "--json"]]
)
def test_json_may_stand_before_or_after_the_verb(
    words: list[str], filled_office: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--office", str(filled_office), *words]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 25


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["list"], "faltan estos argumentos: KIND"),
        (["list", "school", "--foo"], "argumentos que no se reconocen: --foo"),
        (["import", "x", "--as", "elephants"], "'elephants' no es una de las opciones"),
        (["history", "--limit", "many"], "--limit: 'many' no es un número entero"),
        (["list", "--search"], "--search: falta su valor"),
    ],
)
def test_wrong_words_are_told_in_the_language_of_the_person(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PARTNER_DESK_LANGUAGE", "es")
    assert main(words) == 2
    assert told in capsys.readouterr().err


def test_help_has_no_english_of_argparse_in_spanish(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTNER_DESK_LANGUAGE", "es")
    assert main(["list", "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("uso: partner-desk list ")
    assert "argumentos:" in told and "opciones:" in told
    assert not any(word in told for word in ("usage", "arguments", "options", "show this help"))
