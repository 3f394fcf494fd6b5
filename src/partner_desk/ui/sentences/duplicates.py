"""Sentences about records that look alike, and of combining them."""

SENTENCES: dict[str, str] = {}

ADVICE: dict[str, str] = {}

NOTICES: dict[str, str] = {}

OPERATIONS: dict[str, str] = {}
