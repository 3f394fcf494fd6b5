"""Community directories in: Ohana and HSDS 1.x to 3.x, as a folder, a zip, CSV or JSON.

Tables are recognised by their names and columns; a version that a file claims is never trusted.
"""

from partner_desk.files.hsds.directory import Directory, open_directory
from partner_desk.files.hsds.rows import RawRecord, Refusal, SourceRow, Through

__all__ = ["Directory", "RawRecord", "Refusal", "SourceRow", "Through", "open_directory"]
