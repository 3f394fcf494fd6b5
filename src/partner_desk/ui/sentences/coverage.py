"""Sentences about categories, needs of schools and what covers them."""

SENTENCES: dict[str, str] = {}

ADVICE: dict[str, str] = {}

NOTICES: dict[str, str] = {}

OPERATIONS: dict[str, str] = {}
