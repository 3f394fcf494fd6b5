"""The languages named in a directory, found in what people wrote: "Spanish. Others possible".

Records keep what was typed. ASL and American Sign Language are offered and found as one.
"""

import re
from collections.abc import Iterable

from partner_desk.model.folding import fold
from partner_desk.model.queries import ListQuery
from partner_desk.store.reader import Reader

SPANISH = "Spanish"
_NAMED = (
    "Albanian", "American Sign Language, American Sign, ASL, A.S.L., Sign Language, "
    "Lengua de señas, Lenguaje de señas, Lengua de signos", "Amharic", "Arabic, Árabe, العربية",
    "Armenian", "Bengali, Bangla", "Bosnian", "Bulgarian", "Burmese, Myanmar",
    "Cantonese, Cantonés", "Cape Verdean, Cabo Verdean, Cape Verdean Creole, Kriolu",
    "Chinese, Chino, 中文", "Creole", "Croatian", "Czech", "Danish", "Dari", "Dutch",
    "English, Inglés", "Finnish", "French, Français, Francés", "Fulani",
    "German, Deutsch, Alemán", "Greek", "Gujarati",
    "Haitian Creole, Haitian, Kreyol, Kreyòl Ayisyen, Criollo haitiano", "Hausa", "Hebrew",
    "Hindi", "Hmong", "Hungarian", "Igbo", "Indonesian", "Italian, Italiano",
    "Japanese, Japonés, 日本語", "Kannada", "Karen", "Khmer, Cambodian", "Kinyarwanda",
    "Korean, Coreano, 한국어", "Kurdish", "Lao, Laotian", "Lingala", "Malayalam",
    "Mandarin, Mandarín", "Marathi", "Nepali", "Norwegian", "Pashto", "Persian, Farsi",
    "Polish, Polski, Polaco", "Portuguese, Português, Portugese", "Punjabi, Panjabi", "Quechua",
    "Romanian", "Russian, Русский, Ruso", "Serbian", "Slovak", "Somali",
    "Spanish, Español, Castellano", "Swahili, Kiswahili", "Swedish",
    "Tagalog, Filipino, Pilipino", "Tamil", "Telugu", "Thai", "Tigrinya", "Turkish", "Twi",
    "Ukrainian, Українська, Ucraniano", "Urdu", "Vietnamese, Tiếng Việt, Vietnamita", "Wolof",
    "Yiddish", "Yoruba",
)
"""Languages that are looked for within longer texts, by their English and other names."""
_KNOWN = {fold(name): names.split(", ")[0] for names in _NAMED for name in names.split(", ")}
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
    if known := [_KNOWN[name] for name in _IN_WORDS.findall(words)]:
        return list(dict.fromkeys(known))
    is_name = len(words.split()) == 1 and words not in _NO_NAMES
    return [text.strip(" .,;")] if is_name else []


def called(languages: Iterable[str]) -> list[str]:
    """These languages, each once and by the one name it is offered by, in order."""
    return list(dict.fromkeys(_KNOWN.get(fold(each), each) for each in languages))
