"""A few invented scans of every kind, and faults planted to see that the trial notices them.

The long trial is `tools/scan_trial.py`.
"""

import pytest

import scan_trial
from scan_paper import Wear
from scan_trial import FAULTS, Fault, Figures, trial


@pytest.mark.parametrize("first", [9_000, 9_003, 9_006, 9_009])
def test_pages_go_where_they_belong(first: int) -> None:
    figures = trial(3, first, Figures())
    assert figures.scans == 3
    assert figures.pages >= 6
    assert not figures.wrong, figures.troubles
    # The wear is at its worst beyond what can be read: such a page is left to a person.
    assert figures.right >= figures.pages - 1, figures.troubles


@pytest.fixture
def clean_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two clean pages in every scan, so that nothing but a fault can be what is noticed."""
    monkeypatch.setattr(scan_trial, "some_wear", lambda chance: Wear(upside_down=True))
    monkeypatch.setattr(scan_trial, "stack", lambda chance: scan_trial.packet(chance, 2))


@pytest.mark.usefixtures("clean_paper")
def test_clean_paper_without_a_fault_passes() -> None:
    assert trial(1, 7, Figures()).passed


@pytest.mark.usefixtures("clean_paper")
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_is_noticed(fault: Fault) -> None:
    with fault.broken():
        figures = trial(1, 7, Figures(), fault.read_scan, fault.sort, fault.alter)
    assert not figures.passed
