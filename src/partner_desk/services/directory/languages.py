"""The languages named in a directory, found in what people wrote: "Spanish. Others possible"."""

from partner_desk.model.folding import fold
from partner_desk.model.queries import ListQuery
from partner_desk.store.reader import Reader

KNOWN = (
    "Albanian", "American Sign Language", "Amharic", "Arabic", "Armenian", "ASL", "Bengali",
    "Bosnian", "Bulgarian", "Burmese", "Cantonese", "Cape Verdean", "Chinese", "Creole",
    "Croatian", "Czech", "Danish", "Dari", "Dutch", "English", "Farsi", "Finnish", "French",
    "Fulani", "German", "Greek", "Gujarati", "Haitian Creole", "Hausa", "Hebrew", "Hindi", "Hmong",
    "Hungarian", "Igbo", "Italian", "Japanese", "Kannada", "Karen", "Khmer", "Kinyarwanda",
    "Korean", "Kreyol", "Kurdish", "Lao", "Lingala", "Malayalam", "Mandarin", "Marathi", "Nepali",
    "Norwegian", "Pashto", "Persian", "Polish", "Portuguese", "Punjabi", "Quechua", "Romanian",
    "Russian", "Serbian", "Sign Language", "Somali", "Spanish", "Swahili", "Swedish", "Tagalog",
    "Tamil", "Telugu", "Thai", "Tigrinya", "Turkish", "Twi", "Ukrainian", "Urdu", "Vietnamese",
    "Wolof", "Yiddish", "Yoruba",
)
"""English names of languages that are looked for within longer texts."""
_KNOWN = {fold(each): each for each in KNOWN}
SPANISH = ("Spanish", "Español")
"""What Spanish is called in directories; together they are one language to people."""


def languages_in(reader: Reader) -> list[str]:
    """The languages named anywhere in the directory, by name, each as it is first written.

    Of a sentence those that are known; a single word is taken for a language of its own.
    """
    names = reader.values(ListQuery("language"), "name")
    spoken = reader.values(ListQuery("organization"), "languages")
    found: dict[str, str] = {}
    for text in sorted(each for each in (*names, *(word for row in spoken for word in row))
                       if each):
        for name in _languages_of(text):
            found.setdefault(fold(name), name)
    return [found[key] for key in sorted(found)]


def _languages_of(text: str) -> list[str]:
    words = f" {' '.join(fold(text).split())} "
    known = [name for folded, name in _KNOWN.items() if f" {folded} " in words]
    if known:
        return known
    return [text.strip()] if len(words.split()) == 1 else []
