"""Sentences about categories, needs of schools and what covers them."""

from partner_desk.model.texts import N_

SENTENCES: dict[str, str] = {
    "category.circle": N_(
        "“{parent}” stands under “{name}” itself. Choose a category that does not."
    ),
    "category.in_use": N_(
        "“{name}” is in use ({count}). Merge it into another category: all of it moves along."
    ),
    "category.has_children": N_(
        "Other categories stand under “{name}” ({children}). Move or merge them first."
    ),
    "category.itself": N_("“{name}” cannot be merged into itself. Choose another category."),
    "need.same_year": N_("The needs are of {year} already. Choose another school year."),
}

ADVICE: dict[str, str] = {}

NOTICES: dict[str, str] = {}

OPERATIONS: dict[str, str] = {
    "categories.filled": N_("addition of the usual categories"),
    "category.move": N_("new place of the category {name}"),
    "needs.copied": N_("needs of {from} taken over for {to}"),
}
