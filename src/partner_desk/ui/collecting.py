"""When Python may look for waste: on the window's thread alone.

Whoever makes an object may be the one that looks. On a worker that would destroy what is left of
closed windows there, and Qt's objects end only where they live: the program stood still or broke.
"""

import gc

_held: set[object] = set()


def hold(reason: object) -> None:
    """Look for no waste on any thread until ``release`` of every reason."""
    _held.add(reason)
    gc.disable()


def release(reason: object) -> None:
    """Look again, unless something else holds it. Nothing happens if ``reason`` did not hold."""
    if reason in _held:
        _held.discard(reason)
        if not _held:
            gc.enable()


def is_held(reason: object) -> bool:
    """Whether this reason holds it now."""
    return reason in _held
