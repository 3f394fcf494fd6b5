"""Organizations that a list of partners names become partners, as those typed by hand do."""

from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.services.importing.match import CHANGED, UNCHANGED, Matched
from partner_desk.services.importing.preview import SeenField
from partner_desk.services.partners import first_partnership
from partner_desk.store.reader import Reader
from partner_desk.store.unit_of_work import UnitOfWork


class NewPartners:
    """The organizations of a list, those among them that have no partnership yet."""

    def __init__(self, reader: Reader) -> None:
        self._partners = {each.organization_id for each in reader.stream(Partnership)}
        self._begun: list[Partnership] = []

    def noted(self, outcome: Matched) -> tuple[Matched, tuple[SeenField, ...]]:
        """What becomes of the row and, where its organization becomes a partner, what tells so.

        Nothing else may be new in it: the row is a change all the same.
        """
        found = [each.record for each in outcome.taken if isinstance(each.record, Organization)]
        if not found or found[0].id in self._partners:
            return outcome, ()
        begun = first_partnership(found[0])
        self._partners.add(found[0].id)
        self._begun.append(begun)
        state = CHANGED if outcome.state == UNCHANGED else outcome.state
        return outcome._replace(state=state), (
            SeenField(Partnership.kind, "stage", "", begun.stage),
        )

    def write(self, work: UnitOfWork) -> None:
        """Begin their partnerships; the organizations are written by now."""
        work.add_many(self._begun)
