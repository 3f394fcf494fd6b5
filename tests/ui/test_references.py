"""PySide6 6.12.0 loses a reference to None at each call of a void method and then aborts."""

import sys

from PySide6.QtCore import QObject


def test_void_calls_leave_none_alone() -> None:
    subject = QObject()
    before = sys.getrefcount(None)
    for _ in range(100_000):
        subject.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 1000
