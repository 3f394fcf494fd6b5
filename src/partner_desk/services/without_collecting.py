"""Large work is done without looking for waste: what is made stays, as in an index, or is no waste.

Looking through hundreds of thousands of objects holds up every thread, the window's too: undoing
an import of 10,000 services stood still for seconds at a time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """While an index grows everything that is made stays: looking for waste costs half the time.

    Where what stands was frozen, as in a window, so is what the work has made: else the first look
    afterwards goes through all of it at once. It still goes as soon as nobody holds it.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_freeze_count():
            gc.freeze()
        if collecting:
            gc.enable()
