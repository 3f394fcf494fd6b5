"""Sentences about sheets that come in."""

SENTENCES: dict[str, str] = {}

ADVICE: dict[str, str] = {}

NOTICES: dict[str, str] = {}

OPERATIONS: dict[str, str] = {}
