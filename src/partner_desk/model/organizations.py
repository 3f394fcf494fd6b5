"""Who offers help: the organizations of the directory, which are the partners of the office too.

The directory has the shapes of Open Referral HSDS 3. Names of fields are the specification's own,
so that files need no second vocabulary.
"""

from partner_desk.model.choices import Choice, options
from partner_desk.model.fields import Needed, declared, owner
from partner_desk.model.numbers import Integer
from partner_desk.model.origins import Imported
from partner_desk.model.texts import N_
from partner_desk.model.values import PARAGRAPHS, Digits, Email, Text, WebAddress, Words

EIN = Digits(count=9, lead=2)

SECTORS = options(
    ("higher_education", N_("Higher education")),
    ("nonprofit", N_("Non-profit")),
    ("business", N_("Business")),
    ("government", N_("Government")),
    ("health_care", N_("Health care")),
    ("faith", N_("Faith community")),
    ("philanthropy", N_("Philanthropy")),
    ("arts", N_("Arts and culture")),
    ("other", N_("Other")),
)


class Organization(
    Imported, kind="organization", label=N_("Organization"), plural=N_("Organizations")
):
    """A partner of the office, a provider in the directory, or both: one record."""

    name: str = declared(
        Text(), N_("Name"), needed=Needed.ALWAYS, public=True, searchable=True, listed=True,
        title=True, help=N_("The official name, as it should be printed on an agreement."),
    )
    alternate_name: str = declared(
        Text(), N_("Other names"), public=True, searchable=True,
        help=N_("Former names and abbreviations under which people look for it."),
    )
    sector: str = declared(
        Choice(options=SECTORS, open=True), N_("Sector"), public=True, listed=True
    )
    description: str = declared(
        PARAGRAPHS, N_("Description"), public=True, searchable=True,
        help=N_("What it does, for whom, in a few sentences."),
    )
    email: str = declared(
        Email(), N_("Email"), public=True, searchable=True, listed=True, group=N_("Reach")
    )
    website: str = declared(
        WebAddress(limit=2000), N_("Website"), public=True, searchable=True, group=N_("Reach")
    )
    languages: tuple[str, ...] = declared(
        Words(), N_("Languages"), public=True, group=N_("Reach"),
        help=N_("Languages the staff speak with families, parted by semicolons."),
    )
    ein: str = declared(
        EIN, N_("EIN"), searchable=True, needed=Needed.FOR_SIGNATURE,
        group=N_("Legal"), help=N_("Employer identification number: nine digits."),
    )
    legal_status: str = declared(
        Text(), N_("Legal status"), public=True, group=N_("Legal")
    )
    year_incorporated: int | None = declared(
        Integer(1500, 2200), N_("Year incorporated"), public=True, group=N_("Legal")
    )
    tags: tuple[str, ...] = declared(
        Words(), N_("Tags"), searchable=True, group=N_("Office"),
        help=N_("Your own keywords, parted by semicolons."),
    )
    notes: str = declared(
        PARAGRAPHS, N_("Notes"), searchable=True, group=N_("Office"),
        help=N_("Seen in this office only; never exported to a public directory."),
    )


class Program(Imported, kind="program", label=N_("Program"), plural=N_("Programs")):
    """Services of an organization that belong together."""

    organization_id: str | None = owner("organization", N_("Organization"))
    name: str = declared(
        Text(), N_("Name"), needed=Needed.ALWAYS, public=True, searchable=True, listed=True,
        title=True,
    )
    alternate_name: str = declared(Text(), N_("Other names"), public=True, searchable=True)
    description: str = declared(PARAGRAPHS, N_("Description"), public=True)


class OrganizationIdentifier(
    Imported,
    kind="organization_identifier",
    label=N_("Outside identifier"),
    plural=N_("Outside identifiers"),
):
    """What somebody else calls an organization: a licence, a vendor or a registry number."""

    organization_id: str | None = owner("organization", N_("Organization"))
    identifier_type: str = declared(Text(), N_("Kind"), needed=Needed.ALWAYS, public=True)
    identifier_scheme: str = declared(Text(), N_("Scheme"), public=True)
    identifier: str = declared(
        Text(), N_("Identifier"), needed=Needed.ALWAYS, public=True, title=True
    )
