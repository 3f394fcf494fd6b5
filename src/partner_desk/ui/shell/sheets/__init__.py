"""Bringing a sheet in: the sheet, its columns, what will happen."""
