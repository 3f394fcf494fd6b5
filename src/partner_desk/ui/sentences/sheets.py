"""Sentences about sheets that come in."""

from partner_desk.model.texts import N_

SENTENCES: dict[str, str] = {
    # Reading files
    "sheet.not_found": N_("There is no file {name}. Choose it again."),
    "sheet.empty": N_("{name} is empty. Ask whoever sent it for the file again."),
    "sheet.empty_sheet": N_("The sheet {sheet} of {name} is empty. Choose another sheet."),
    "sheet.no_table": N_("{name} holds no table: no headings with rows under them."),
    "sheet.only_charts": N_("{name} holds charts only. A sheet with rows is needed."),
    "sheet.no_such_sheet": N_("{name} has no sheet {sheet}. It has: {known}."),
    "sheet.locked": N_(
        "{name} is locked with a password. Open it in Excel, take the password off, save it."
    ),
    "sheet.old_excel": N_(
        "{name} was written by an Excel older than 1995. Open it in Excel and save it as .xlsx."
    ),
    "sheet.is_web_page": N_(
        "{name} is a web page and not a workbook. Open it in Excel and save it as .xlsx."
    ),
    "sheet.is_xml": N_(
        "{name} is XML and not a workbook. Open it in Excel, if it can, and save it as .xlsx."
    ),
    "sheet.is_json": N_("{name} is JSON and not a sheet. Ask for a workbook or a CSV file."),
    "sheet.is_pdf": N_("{name} is a PDF. Ask for the workbook that it was printed from."),
    "sheet.is_document": N_(
        "{name} is a document and not a sheet. Copy its table into a sheet and save it as .xlsx."
    ),
    "sheet.is_slides": N_("{name} is a presentation and not a sheet."),
    "sheet.is_picture": N_("{name} is a picture. Ask for the sheet itself."),
    "sheet.is_zip": N_("{name} is an archive and not a sheet. Unpack it and choose the sheet."),
    "sheet.is_numbers": N_("{name} is of Numbers. Open it there and export it to Excel."),
    "sheet.is_database": N_("{name} is a database and not a sheet. Export its table as CSV."),
    "sheet.is_unknown": N_("{name} is no sheet that can be read. Save it as .xlsx or CSV."),
    "sheet.damaged": N_(
        "{name} is damaged. Open it in Excel, let it be repaired, and save it again."
    ),
    "sheet.bomb": N_("{name} is made to unpack to far too much. It was not opened."),
    "sheet.too_large": N_("{name} is too large. Save the one sheet that is needed as CSV."),
    "sheet.too_slow": N_(
        "{name} took longer than {seconds} seconds to read. Save the one sheet needed as CSV."
    ),
    "sheet.too_much_memory": N_(
        "{name} needs too much memory. Delete what is far out on its sheets, or save it as CSV."
    ),
    "sheet.stopped": N_("Reading {name} failed. Open it in Excel and save it again as .xlsx."),
    "sheet.unknown_encoding": N_("No encoding is called {encoding}. Choose one of the list."),
}

ADVICE: dict[str, str] = {}

NOTICES: dict[str, str] = {
    # Reading files
    "sheet.wrong_ending": N_(
        "The name ends in {ending}, but the file is of another kind. It was read as what it is."
    ),
    "sheet.rows_above": N_(
        "Rows above the headings in row {row} that are not read: {count}. "
        "Choose another row of headings if they belong to the list."
    ),
    "sheet.other_tables_below": N_(
        "There seems to be another table on the sheet, at row {row}. The larger one is taken."
    ),
    "sheet.other_table_beside": N_(
        "Another table begins in column {column}. The larger one is taken, the other left out."
    ),
    "sheet.is_hidden": N_("The sheet {sheet} is hidden in the workbook."),
    "sheet.hidden_sheets": N_("The workbook has hidden sheets: {sheets}."),
    "sheet.more_sheets": N_("The workbook has more sheets with rows: {count}."),
    "sheet.merged": N_("Merged cells: {count}. Their value stands in the first cell only."),
    "sheet.hidden_rows": N_("Hidden rows: {count}. They are read like the others."),
    "sheet.hidden_columns": N_("Hidden columns: {count}. They are read like the others."),
    "sheet.uncalculated": N_(
        "Formulas without a result: {count}. Open the file in Excel and save it to have them."
    ),
    "sheet.damages": N_("Cells where a formula failed, such as #REF!: {count}."),
    "sheet.total_row": N_("Row {row} seems to be a sum of other rows and not an entry."),
    "sheet.quote_left_open": N_(
        "In row {row} a quotation mark is never closed. It was taken as an ordinary sign."
    ),
    "sheet.letters_lost": N_("Some letters cannot be read as {encoding}. Try another encoding."),
}

OPERATIONS: dict[str, str] = {}
