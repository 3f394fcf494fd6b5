"""Sentences about lists of resources: filters, views, verification, search."""

SENTENCES: dict[str, str] = {}

ADVICE: dict[str, str] = {}

NOTICES: dict[str, str] = {}

OPERATIONS: dict[str, str] = {}
