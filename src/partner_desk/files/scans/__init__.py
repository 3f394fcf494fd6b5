"""Scans of signed packets: pages read by their codes, sorted out, and made into PDFs again."""

from partner_desk.files.scans.making import pdf_of, picture
from partner_desk.files.scans.reading import joined, read
from partner_desk.files.scans.scan import MOST_PAGES, MOST_PIXELS, Scan, ScanPage, Source
from partner_desk.files.scans.sorting import Bundle, Sorted, sort_out

__all__ = [
    "MOST_PAGES",
    "MOST_PIXELS",
    "Bundle",
    "Scan",
    "ScanPage",
    "Sorted",
    "Source",
    "joined",
    "pdf_of",
    "picture",
    "read",
    "sort_out",
]
