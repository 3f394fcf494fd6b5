"""Where imported records come from, and what the office keeps of it for the way back."""

from partner_desk.model.fields import Needed, Record, declared, reference
from partner_desk.model.texts import N_
from partner_desk.model.values import Extra, Flag, Text


class Source(Record, kind="source", label=N_("Source"), plural=N_("Sources")):
    """A directory that records were imported from; its own ids are unique within it only."""

    name: str = declared(Text(), N_("Name"), needed=Needed.ALWAYS, title=True, listed=True)
    of_sheet: bool = declared(
        Flag(), N_("A sheet of the office"), internal=True,
        help=N_("Its other columns are the office's own and leave it in no public directory."),
    )


class Imported(Record):
    """What every record keeps of the file it came from."""

    source_id: str | None = reference("source", N_("Source"), internal=True)
    source_key: str = declared(Text(), N_("Id in its source"), internal=True)
    extra: dict[str, str] = declared(Extra(), N_("Other columns"), internal=True)


class KeptRow(Imported, kind="kept_row", label=N_("Kept row"), plural=N_("Kept rows")):
    """A row of a foreign directory that the office has no kind for, kept for the way back.

    ``extra`` holds its cells by column, the keys of its source included.
    """

    table_name: str = declared(Text(), N_("Table"), needed=Needed.ALWAYS, title=True)
