"""Every kind of record there is, and how kinds hang together."""

from functools import cache

from partner_desk.model import (
    agreements,
    categories,
    compliance,
    contacts,
    evaluations,
    library,
    office,
    organizations,
    origins,
    partners,
    places,
    resources,
)
from partner_desk.model.fields import Field, Positioned, Record

ENTITIES: tuple[type[Record], ...] = (
    office.Office,
    office.Coordinator,
    origins.Source,
    organizations.Organization,
    organizations.Program,
    resources.Service,
    places.Location,
    places.ServiceAtLocation,
    organizations.OrganizationIdentifier,
    contacts.Contact,
    contacts.PhoneNumber,
    places.Address,
    places.Schedule,
    contacts.Language,
    resources.Eligibility,
    resources.CostOption,
    categories.Category,
    categories.ServiceCategory,
    places.Accessibility,
    resources.RequiredDocument,
    resources.Verification,
    origins.KeptRow,
    resources.ServiceArea,
    partners.School,
    partners.Need,
    partners.Partnership,
    partners.PartnershipMember,
    partners.PartnershipSchool,
    partners.PartnershipCategory,
    agreements.Agreement,
    agreements.AgreementSchool,
    agreements.AgreementService,
    agreements.Outcome,
    agreements.FinancialResponsibility,
    agreements.Signatory,
    agreements.RoutingStep,
    agreements.Revision,
    evaluations.EvaluationForm,
    evaluations.Question,
    evaluations.Response,
    evaluations.Answer,
    office.Attachment,
    agreements.Exhibit,
    agreements.Clause,
    agreements.FiledPage,
    compliance.PaperKind,
    compliance.PaperRequirement,
    compliance.Paper,
    compliance.Coverage,
    compliance.PaperDecision,
    library.LibraryClause,
    library.Template,
    library.TemplateClause,
    library.SigningAuthority,
    office.Alias,
    office.NotSame,
    office.SavedView,
    office.ImportMap,
)
"""In an order in which a record's owner and references come before it."""

KINDS: dict[str, type[Record]] = {entity.kind: entity for entity in ENTITIES}


@cache
def children_of(kind: str) -> tuple[tuple[type[Record], Field], ...]:
    """The kinds whose records can be children of a ``kind``, each with its owner reference."""
    return tuple(
        (entity, each)
        for entity in ENTITIES
        for each in entity.owner_fields()
        if each.target == kind
    )


@cache
def is_searched(kind: str) -> bool:
    """Whether records of this kind are found by the search over everything on their own."""
    return kind in SEARCHED


SEARCHED = ("organization", "contact", "school", "partnership", "agreement", "service",
            "location", "form", "category")
"""Kinds with a search document of their own, in the order in which results are grouped."""


def is_positioned(entity: type[Record]) -> bool:
    """Whether records of this kind stand in an order that people chose."""
    return issubclass(entity, Positioned)
