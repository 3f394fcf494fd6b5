"""The tree by which resources are found."""

from partner_desk.model.fields import Needed, declared, owner, reference
from partner_desk.model.origins import Imported
from partner_desk.model.texts import N_
from partner_desk.model.values import Text


class Category(
    Imported, kind="category", label=N_("Category"), plural=N_("Categories"),
    collection="categories",
):
    """A term of the tree by which resources are found."""

    name: str = declared(
        Text(), N_("Name"), needed=Needed.ALWAYS, public=True, searchable=True, listed=True,
        title=True,
    )
    code: str = declared(Text(), N_("Code"), public=True, listed=True)
    description: str = declared(Text(5000), N_("Description"), public=True)
    name_es: str = declared(
        Text(), N_("Name in Spanish"), public=True, searchable=True, listed=True,
        help=N_("Printed and shown where the language is Spanish; empty means the same name."),
    )
    parent_id: str | None = reference("category", N_("Belongs under"))
    taxonomy: str = declared(Text(), N_("Taxonomy"), public=True)
    language: str = declared(Text(20), N_("Language"), public=True)


class ServiceCategory(
    Imported,
    kind="service_category",
    label=N_("Category of a resource"),
    plural=N_("Categories of a resource"),
    collection="service_categories",
):
    """That a service belongs to a category."""

    service_id: str | None = owner("service", N_("Resource"))
    category_id: str | None = reference("category", N_("Category"))
    value: str = declared(Text(), N_("Note"), public=True, title=True)
