"""What every paper of the office itself shows: its name, its address, its logo."""

from typing import TYPE_CHECKING

from partner_desk.services.office import settings_in
from partner_desk.store.reader import Reader

if TYPE_CHECKING:
    from partner_desk.files.agreement_papers import OfficePaper


def office_paper(reader: Reader) -> "OfficePaper":
    """The head of the office's papers, in the office's language."""
    from partner_desk.files.agreement_papers import OfficePaper

    office = settings_in(reader)
    return OfficePaper(
        language=office.language,
        paper=office.paper,
        office=office.name,
        letterhead=tuple(line for line in office.letterhead.splitlines() if line.strip()),
        logo=reader.blob(office.logo),
    )
