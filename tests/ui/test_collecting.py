"""Waste is looked for on the window's thread alone, whatever a worker makes."""

import gc
import threading

from pytestqt.qtbot import QtBot

from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Cancelled, Report


def test_no_worker_looks_for_waste(qtbot: QtBot, desk: Desk) -> None:
    looked: set[int] = set()

    def heard(phase: str, info: dict[str, int]) -> None:
        looked.add(threading.get_ident())

    def work(report: Report, cancelled: Cancelled) -> int:
        kept = [[number] for number in range(200_000)]
        return threading.get_ident() if kept else 0

    workers: list[int] = []
    gc.callbacks.append(heard)
    try:
        for _ in range(3):
            desk.start_job("Work", work, workers.append)
        qtbot.waitUntil(lambda: len(workers) == 3)
        assert not looked.intersection(workers)
        gc.collect()
    finally:
        gc.callbacks.remove(heard)
    assert gc.isenabled()
    assert threading.get_ident() in looked
