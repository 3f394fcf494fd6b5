"""Words of names and addresses that stand for others, or say little of who it is."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SILENT = _words("""
    the of and a an at in for to inc incorporated llc ltd corp corporation co company pllc pc nfp
    dba de la el los las y del
""")
"""What says nothing: articles, legal forms, and little words of two languages."""
GENERIC = _words("""
    center school association academy club church foundation institute program programs services
    service community learning child children childrens youth family families daycare day care
    early childhood education educational development developmental preschool prekindergarten
    headstart nursery kindergarten public elementary middle high society group organization
    network project council agency department city county state house home kids little american
    national international united christian saint new library health clinic partners
    partnership boys girls centro escuela iglesia
""")
"""What every second organization is called: it tells them apart, but only a little."""
HONORIFICS = _words("""
    mr mrs ms miss mx dr prof professor rev reverend sister brother father fr hon sra srta phd edd
    md esq
""")
EVERYBODYS = _words("""
    facebook.com m.facebook.com fb.com instagram.com twitter.com x.com linkedin.com youtube.com
    google.com sites.google.com docs.google.com goo.gl bit.ly linktr.ee tiktok.com eventbrite.com
    meetup.com wikipedia.org en.wikipedia.org yelp.com
    gmail.com yahoo.com hotmail.com outlook.com aol.com icloud.com msn.com comcast.net verizon.net
    att.net sbcglobal.net live.com me.com cox.net ymail.com protonmail.com mail.com earthlink.net
    bellsouth.net charter.net optonline.net
""")
"""Hosts of everybody: a page or a mailbox there says nothing of whose it is."""

ABBREVIATED = {
    "st": "saint", "ste": "saint", "ctr": "center", "cntr": "center", "centre": "center",
    "centers": "center", "sch": "school", "schools": "school", "assoc": "association",
    "assn": "association", "acad": "academy", "elem": "elementary", "es": "elementary",
    "dept": "department", "univ": "university", "inst": "institute", "org": "organization",
    "svc": "service", "svcs": "services", "comm": "community", "natl": "national",
    "intl": "international", "amer": "american", "fdn": "foundation", "fndn": "foundation",
    "prek": "prekindergarten", "mt": "mount", "ft": "fort", "jr": "junior", "sr": "senior",
    "hosp": "hospital", "twp": "township", "clubs": "club", "mem": "memorial", "hs": "high",
    "dev": "development", "soc": "society", "ed": "education", "educ": "education",
    "kindergarden": "kindergarten", "childcare": "daycare",
}
JOINED = (
    ("day care", "daycare"), ("child care", "daycare"), ("head start", "headstart"),
    ("pre school", "preschool"), ("pre kindergarten", "prekindergarten"), ("pre k", "prek"),
    ("after school", "afterschool"), ("out of school", "outofschool"),
)
"""Words that some write as one."""
NUMBERS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6",
    "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "ii": "2", "iii": "3", "iv": "4", "vi": "6",
    "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12",
}
DIRECTIONS = {
    "n": "n", "north": "n", "s": "s", "south": "s", "e": "e", "east": "e", "w": "w", "west": "w",
    "ne": "ne", "northeast": "ne", "nw": "nw", "northwest": "nw", "se": "se", "southeast": "se",
    "sw": "sw", "southwest": "sw",
}
ENDINGS = {
    "st": "st", "street": "st", "str": "st", "ave": "ave", "av": "ave", "avenue": "ave",
    "blvd": "blvd", "boulevard": "blvd", "bvd": "blvd", "rd": "rd", "road": "rd", "dr": "dr",
    "drive": "dr", "ln": "ln", "lane": "ln", "ct": "ct", "court": "ct", "pl": "pl", "place": "pl",
    "pkwy": "pkwy", "parkway": "pkwy", "ter": "ter", "terrace": "ter", "sq": "sq",
    "square": "sq", "hwy": "hwy", "highway": "hwy", "cir": "cir", "circle": "cir", "way": "way",
    "plaza": "plz", "plz": "plz", "row": "row", "pike": "pike", "expy": "expy",
}
"""How streets end, so that "Ave" and "Avenue" are one."""


def _opposites(*pairs: tuple[str, str]) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((_words(some), _words(others)) for some, others in pairs)


OPPOSITES = _opposites(
    ("ymca", "ywca"), ("boys", "girls"), ("boy", "girl"), ("north", "south east west"),
    ("south", "east west"), ("east", "west"), ("elementary", "middle high"), ("middle", "high"),
    ("junior", "senior"), ("upper", "lower"), ("men", "women"), ("mens", "womens"),
    ("old", "new"),
)
"""Words that make two of what is else called the same."""
TELLING = frozenset(word for pair in OPPOSITES for side in pair for word in side)
