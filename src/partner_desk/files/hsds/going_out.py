"""What both ways share: ids of rows made on the way out, and which table a column refers to."""

from collections.abc import Mapping

from partner_desk.model.identity import derived_id

_NAMED_BY = {"link_id": ("link_entity", "link_type"), "resource_id": ("resource_type",)}
"""Columns whose target another column names."""
_SAME = {"parent_organization_id": "organization"}


def ein_id(organization_id: str) -> str:
    """The id of the identifier that says an organization's employer number once more."""
    return derived_id("ein", organization_id)


def scheme_id(name: str) -> str:
    """The id of the taxonomy that categories only name."""
    return derived_id("taxonomy", name)


def referred_table(column: str, cells: Mapping[str, str]) -> str:
    """The name of the table that a column refers to, as the other cells of its row may say."""
    for other in _NAMED_BY.get(column, ()):
        if named := cells.get(other, "").strip().lower():
            return named
    return _SAME.get(column, column.removesuffix("_id"))
