"""Places of offices as they are kept and shown."""

import pytest

from partner_desk.model.locations import without_password


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("postgresql://ana:se:cr@t@host:5432/office", "postgresql://ana@host:5432/office"),
        ("postgresql://ana:x/y?z@host/office", "postgresql://ana@host/office"),
        ("postgresql://:secret@host/office", "postgresql://@host/office"),
        ("postgresql://ana@host/office", "postgresql://ana@host/office"),
        ("postgresql://host/o?password=secret", "postgresql://host/o"),
        ("postgresql://host/o?password=secret&sslmode=require",
         "postgresql://host/o?sslmode=require"),
        ("postgresql://host/o?sslmode=require&PASSWORD=s",
         "postgresql://host/o?sslmode=require"),
        ("C:\\Offices\\a:b@c.pdoffice", "C:\\Offices\\a:b@c.pdoffice"),
    ],
)
def test_a_password_is_neither_kept_nor_shown(typed: str, kept: str) -> None:
    assert without_password(typed) == kept
