"""Where the drawings, forms, fonts and catalogues that come with the program lie."""

import sys
from functools import cache
from pathlib import Path


@cache
def resource_dir(name: str = "") -> Path:
    """The folder ``name`` of the resources, or all of them when no name is given.

    Looked for inside the package (an installed program), beside ``src`` (a checkout) and in a
    frozen program's folder. Raises ``FileNotFoundError`` when it is in none of them.
    """
    package = Path(__file__).resolve().parent.parent
    places = [package / "resources", package.parent.parent / "resources"]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        places += [Path(frozen) / "partner_desk" / "resources", Path(frozen) / "resources"]
    for place in places:
        if (place / name).is_dir():
            return place / name
    raise FileNotFoundError(f"resources/{name}")
