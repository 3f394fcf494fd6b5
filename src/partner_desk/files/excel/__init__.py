"""Workbooks: what goes out as .xlsx. Sheets are described plainly, openpyxl stays in here."""
