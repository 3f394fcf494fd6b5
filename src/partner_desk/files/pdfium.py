"""The one lock around pdfium: the library works for one thread at a time, in the whole program."""

from threading import RLock

PDFIUM = RLock()
"""Hold it around every call into pypdfium2, closing included."""
