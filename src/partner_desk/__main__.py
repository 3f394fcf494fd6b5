"""No verb opens the window; a verb does its work from the terminal."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    office, rest = _split_office(words)
    if not rest:
        from partner_desk.bootstrap import run_window

        return run_window(office)
    from partner_desk.cli import main as run_verb

    return run_verb(words)


def _split_office(words: Sequence[str]) -> tuple[str, list[str]]:
    """The office named by ``--office``, "" for none, and the other words."""
    office, rest = "", []
    waiting = iter(words)
    for word in waiting:
        if word == "--office":
            office = next(waiting, "")
            if not office:
                rest.append(word)  # The terminal says what is missing.
        elif word.startswith("--office="):
            office = word.partition("=")[2]
        else:
            rest.append(word)
    return office, rest


if __name__ == "__main__":
    sys.exit(main())
