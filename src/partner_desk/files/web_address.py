"""Web addresses as programs follow them, made of what people typed."""

import re
from urllib.parse import quote

_SCHEME = re.compile(r"https?://|mailto:", re.IGNORECASE)
_SAFE = "%:/?#[]@!$&'()*+,;=~"


def web_address(text: str) -> str:
    """``text`` as a URI: with a scheme, and no letters that a URI cannot have; "" of nothing."""
    if not text:
        return ""
    return quote(text if _SCHEME.match(text) else f"http://{text}", safe=_SAFE)
