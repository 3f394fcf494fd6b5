"""The languages named in a directory, found in what people wrote: "Spanish. Others possible".

Records keep what was typed. ASL and American Sign Language are offered and found as one.
"""

import re
from collections.abc import Iterable

from partner_desk.model.folding import fold
from partner_desk.model.queries import ListQuery
from partner_desk.model.texts import N_
from partner_desk.store.reader import Reader

SPANISH = "Spanish"
_PLAIN = (
    N_("Albanian"), N_("Amharic"), N_("Armenian"), N_("Bosnian"), N_("Bulgarian"), N_("Creole"),
    N_("Croatian"), N_("Czech"), N_("Danish"), N_("Dari"), N_("Dutch"), N_("Finnish"),
    N_("Fulani"), N_("Greek"), N_("Gujarati"), N_("Hausa"), N_("Hebrew"), N_("Hindi"), N_("Hmong"),
    N_("Hungarian"), N_("Igbo"), N_("Indonesian"), N_("Kannada"), N_("Karen"), N_("Kinyarwanda"),
    N_("Kurdish"), N_("Lingala"), N_("Malayalam"), N_("Marathi"), N_("Nepali"), N_("Norwegian"),
    N_("Pashto"), N_("Quechua"), N_("Romanian"), N_("Serbian"), N_("Slovak"), N_("Somali"),
    N_("Swedish"), N_("Tamil"), N_("Telugu"), N_("Thai"), N_("Tigrinya"), N_("Turkish"), N_("Twi"),
    N_("Urdu"), N_("Wolof"), N_("Yiddish"), N_("Yoruba"),
)
_BY_SEVERAL = {
    N_("American Sign Language"): (
        "American Sign, ASL, A.S.L., Sign Language, Lengua de señas, Lenguaje de señas, "
        "Lengua de signos"
    ),
    N_("Arabic"): "Árabe, العربية",
    N_("Bengali"): "Bangla",
    N_("Burmese"): "Myanmar",
    N_("Cantonese"): "Cantonés",
    N_("Cape Verdean"): "Cabo Verdean, Cape Verdean Creole, Kriolu",
    N_("Chinese"): "Chino, 中文",
    N_("English"): "Inglés",
    N_("French"): "Français, Francés",
    N_("German"): "Deutsch, Alemán",
    N_("Haitian Creole"): "Haitian, Kreyol, Kreyòl Ayisyen, Criollo haitiano",
    N_("Italian"): "Italiano",
    N_("Japanese"): "Japonés, 日本語",
    N_("Khmer"): "Cambodian",
    N_("Korean"): "Coreano, 한국어",
    N_("Lao"): "Laotian",
    N_("Mandarin"): "Mandarín",
    N_("Persian"): "Farsi",
    N_("Polish"): "Polski, Polaco",
    N_("Portuguese"): "Português, Portugese",
    N_("Punjabi"): "Panjabi",
    N_("Russian"): "Русский, Ruso",
    N_("Spanish"): "Español, Castellano",
    N_("Swahili"): "Kiswahili",
    N_("Tagalog"): "Filipino, Pilipino",
    N_("Ukrainian"): "Українська, Ucraniano",
    N_("Vietnamese"): "Tiếng Việt, Vietnamita",
}
"""Languages that are looked for within longer texts, by their English and other names."""
_KNOWN = {fold(name): name for name in (*_PLAIN, *_BY_SEVERAL)} | {
    fold(other): name for name, others in _BY_SEVERAL.items() for other in others.split(", ")
}
_CODES = {
    "ar": "Arabic", "ara": "Arabic", "en": "English", "eng": "English", "es": "Spanish",
    "spa": "Spanish", "fr": "French", "fra": "French", "hat": "Haitian Creole",
    "ht": "Haitian Creole", "ja": "Japanese", "khm": "Khmer", "km": "Khmer", "ko": "Korean",
    "kor": "Korean", "por": "Portuguese", "pt": "Portuguese", "ru": "Russian", "rus": "Russian",
    "som": "Somali", "tl": "Tagalog", "uk": "Ukrainian", "ukr": "Ukrainian", "vi": "Vietnamese",
    "vie": "Vietnamese", "zh": "Chinese", "zho": "Chinese",
}
"""Codes of ISO 639 that lists use as names; only where nothing else is written."""
_WHOLE = _KNOWN | _CODES
# The longer name first: Haitian Creole is not also Creole.
_IN_WORDS = re.compile(
    rf"(?<!\S)(?:{'|'.join(sorted(map(re.escape, _KNOWN), key=len, reverse=True))})(?!\S)"
)


_NO_NAMES = frozenset(("all", "any", "many", "none", "other", "various", "todos", "ninguno"))


def languages_in(reader: Reader) -> list[str]:
    """The languages named anywhere in the directory, each once, by name."""
    names = reader.values(ListQuery("language"), "name")
    spoken = reader.values(ListQuery("organization"), "languages")
    found: dict[str, str] = {}
    for text in sorted({*names, *(word for row in spoken for word in row)}):
        for name in languages_of(text):
            found.setdefault(fold(name), name)
    return [found[key] for key in sorted(found)]


def languages_of(text: str) -> list[str]:
    """The languages that a text names, each once, those known by the name they are offered by.

    Of a sentence those that are known; a single word is taken for a language of its own.
    """
    words = fold(text)
    if words in _WHOLE:
        return [_WHOLE[words]]
    if known := [_KNOWN[name] for name in _IN_WORDS.findall(words)]:
        return list(dict.fromkeys(known))
    is_name = len(words.split()) == 1 and words not in _NO_NAMES
    return [text.strip(" .,;")] if is_name else []


def called(languages: Iterable[str]) -> list[str]:
    """These languages, each once and by the one name it is offered by, in order."""
    return list(dict.fromkeys(_WHOLE.get(fold(each), each) for each in languages))
