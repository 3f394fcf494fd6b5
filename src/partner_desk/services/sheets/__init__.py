"""From a sheet to records: what each column is, what would happen, and making it happen."""
