"""How the place of an office is written down where others may read it."""

import re

_PASSWORD = re.compile(r"(?<=://)(?P<user>[^:/?#]*):.*(?=@)")
_PASSWORD_IN_QUERY = re.compile(r"(?P<before>[?&])password=[^&#]*&?", re.IGNORECASE)


def without_password(location: str) -> str:
    """``location`` as it may be kept and shown: the URL of a server loses its password.

    The user, host and database stay, so that it can be opened again with a password from the
    person's own password file. A path comes back as it is.
    """
    if "://" not in location:
        return location
    bare = _PASSWORD.sub(r"\g<user>", location)
    return _PASSWORD_IN_QUERY.sub(r"\g<before>", bare).rstrip("?&")
