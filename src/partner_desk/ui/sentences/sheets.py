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
    "sheet.is_numbers": N_("{name} is a Numbers file. Open it in Numbers and export it to Excel."),
    "sheet.is_database": N_("{name} is a database and not a sheet. Export its table as CSV."),
    "sheet.is_unknown": N_("{name} is no sheet that can be read. Save it as .xlsx or CSV."),
    "sheet.damaged": N_(
        "{name} is damaged. Open it in Excel, let it be repaired, and save it again."
    ),
    "sheet.bomb": N_("{name} is made to unpack to far too much. It was not opened."),
    "sheet.long_text": N_(
        "Row {row} of {name} holds a text of more than a million letters, which no cell can."
    ),
    "sheet.too_large": N_("{name} is too large. Save the one sheet that is needed as CSV."),
    "sheet.too_slow": N_(
        "{name} took longer than {seconds} seconds to read. Save the one sheet needed as CSV."
    ),
    "sheet.too_much_memory": N_(
        "{name} needs too much memory. Delete what is far out on its sheets, or save it as CSV."
    ),
    "sheet.stopped": N_("Reading {name} failed. Open it in Excel and save it again as .xlsx."),
    "sheet.unknown_encoding": N_("No set of letters is called {encoding}. Choose one of the list."),
    # Bringing sheets in
    "sheet.no_name": N_("No column gives the name ({kind}). Choose the column that does."),
    "sheet.map_unreadable": N_("This file does not say how to read a sheet."),
    "sheet.map_field_unknown": N_("The column {heading} cannot be “{field}”."),
    "sheet.refused_of_directory": N_(
        "Refused rows can be written for a sheet only, not for a directory."
    ),
    "row.conflicts": N_("Row {row} has the same name and says something else. Keep one of them."),
    "row.left_out": N_("Left out, as you chose."),
    "row.is_total": N_("This is a sum ({value}) and not an entry."),
    "row.is_headings": N_("This row repeats the headings."),
    "row.is_explanation": N_("This row explains the headings and is no entry."),
    "organization.several": N_(
        "{count} organizations are called {name}. Combine them first, or choose one."
    ),
    "organization.key_unknown": N_(
        "No organization has the id {key}. Import the list of organizations first."
    ),
    "organization.not_named": N_("It names no organization. Fill in whose it is."),
    "cell.damaged": N_("A formula failed here: {value}. Fix it in Excel."),
    "cell.serial_date": N_("Excel made a date of it: {value}. Taken as {range}; please check."),
    "cell.zeros_back": N_("Excel lost zeros: {typed}. Taken as {value}."),
    "cell.nothing": N_("{count} cells say that nothing is known, such as “{value}”: left empty."),
    "cell.web_codes": N_(
        "Web codes such as {value} are read as what they stand for. Cells that held some: {count}."
    ),
    "address.state_given": N_("Addresses without a state: {count}. {state} is put in."),
    "category.not_ours": N_("The office has no category {name}. The word is kept beside."),
    "season.ends_before": N_("It ends before it begins."),
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
    "sheet.explained_row": N_(
        "Row {row} seems to explain the headings and not to be an entry. It is left aside."
    ),
    "sheet.total_row": N_("Row {row} seems to be a sum of other rows and not an entry."),
    "sheet.quote_left_open": N_(
        "In row {row} a quotation mark is never closed. It was taken as an ordinary sign."
    ),
    "sheet.letters_lost": N_(
        "Some letters cannot be read as {encoding}. Try another choice under Letters."
    ),
}

OPERATIONS: dict[str, str] = {
    "import.sheet": N_("import of {name}"),
    "sheet.remembered": N_("the way to read sheets like {name}"),
}
