"""Sentences about directories that go out as HSDS."""

SENTENCES: dict[str, str] = {}

ADVICE: dict[str, str] = {}

NOTICES: dict[str, str] = {}

OPERATIONS: dict[str, str] = {}
