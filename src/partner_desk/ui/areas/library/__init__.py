"""The library: templates, clauses, the papers asked for, and who may sign."""
