"""A workbook such as an office gets from others, with everything that goes wrong in such ones.

All names are invented.
"""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

HEADINGS = (
    "Agency Name", "Program/Service", "Category", "Ph #", "E-mail", "Street address", "City",
    "Zip", "Days & Hours", "Grades", "Cost?", "Languages", "Bilingual staff on site", "Notes",
)
KNOWN = "@known"
"""Stands for a resource that the sample office has already, in its language."""
ROWS: tuple[tuple[object, ...], ...] = (
    ("Larkspur Lane Food Shelf", "Saturday groceries", "Food pantry",
     "413-555-0311 x2 / (413) 555-0312 cell", "help@larkspur.example.org", "14 Larkspur Ln",
     "Marlow Falls", 1390, "Sat 9am-12pm", "all", "free", "English; Spanish", "Y",
     "bring a bag"),
    ("Larkspur Lane Food Shelf", "Evening meal", "Meals", "4135550311", None, "14 Larkspur Ln",
     "Marlow Falls", 1390, "Mon, Wed 5:30-7 pm", "", "Free", "Eng/Span", "Y", None),
    ("Copper Kettle Tutoring", "Homework table", "Tutoring", "(413) 555-0320",
     "desk@copperkettle.example.org", "8 Foundry Row", "Marlow Falls", 1391,
     "weekdays 3-6", date(2026, 4, 6), "$5 / week", "English, Portuguese", "", ""),
    ("Copper Kettle Tutoring", "Reading club", "Tutoring", "(413) 555-0320", None,
     "8 Foundry Row", "Marlow Falls", 1391, "Tues/Thurs 3:30-5", 46118, "sliding scale",
     "English", "N", "ask for Priya N."),
    ("Tamsett Valley Food Bank", KNOWN, "Food pantry",
     "413.555.0113", "", "", "Marlow Falls", 1390, "M-F 10-4", "", "none", "En, Es", "Y",
     "moved in March"),
    ("Riverside Youth Arts Center", "Open Studio", "Arts", "413 555 0180", None, "", "", "",
     "Fri 3-5", "6-8", "Free", "", "", ""),
    ("The Kid's Closet", "A week of clothing", "Clothing", "978-555-0126",
     "hello@closet.example.org", "", "Northbank", 1395, "by appt.", "", "$0", "English", "#N/A",
     "No Data"),
    (None, None, "Health", "413-555-0399", None, "60 Depot Sq", "Marlow Falls", 1390, "", "",
     "", "", "", "who is this?"),
    ("Juniper Smiles", "Sealants for children", "Dental", "555-03", "front desk",
     "2 Mill St, Suite 4", "Marlow Falls", "0139O", "2nd Tues of month", "K-3", "Medicaid",
     "English, Vietnamese", "#REF!", ""),
    ("Nhà Tre Bamboo House", "Tiếng Việt Saturday class", "Language classes",
     "978-555-0341; 978-555-0342", "xinchao@nhatre.example.org", "77 Canal St",
     "Lower Falls", 1392, "Sat 10-12:30", "K-5", "$20 a term", "Vietnamese / English", "Y",
     "=1+1 children in a bench"),
    (None,) * len(HEADINGS),
    ("Otter Brook Bikes", "Earn your bike", "", "413-555-0355", "bikes@otterbrook.example.org",
     "9 Otter Brook Rd", "Marlow Falls", 1390, "Sun 1-4", "9-12", "free", "English", "", ""),
    ("Bluebird Legal Corner", "Forms and letters", "Legal aid", "413-555-0361",
     "info@bluebird.example.org", "3 Court St", "Marlow Falls", 1390, "Wed 12-2 & 5-7", "",
     "No charge", "English, Spanish, Khmer", "", "starts 3/4"),
)


def messy_sheet(path: Path, known: str) -> None:
    """Write it to ``path``, with a title and a blank row above its headings.

    ``known`` is what one of its resources is called in the office.
    """
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Resources"
    page.append(["Community resources for families - updated by the front office"])
    page.append([])
    page.append(list(HEADINGS))
    for row in ROWS:
        page.append([known if each == KNOWN else each for each in row])
    for row in page.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"
    old = book.create_sheet("old - do not use")
    old.append(["call list 2019"])
    book.save(path)
