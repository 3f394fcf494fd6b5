"""How the office is kept: engine, unit of work, history, search index, backup, lock."""
