"""The words of a paper in its one or two languages."""

from collections.abc import Callable
from dataclasses import dataclass

from partner_desk.files.pdf.document import Twin
from partner_desk.files.typeset.description import Words

Text = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Saying:
    """The languages of a paper with the catalogue of each, the paper's own first."""

    languages: tuple[str, ...]
    texts: tuple[Text, ...]

    def say(self, source: str, *values: object) -> Words:
        """A text of the catalogues, its places filled with ``values``."""
        return self.of(lambda text, _: text(source).format(*values))

    def keep(self, source: str) -> Words:
        """The same with its places left open."""
        return self.of(lambda text, _: text(source))

    def line(self, source: str, *values: object) -> str:
        """The same in one line, for places that take no second language."""
        return flat(self.say(source, *values))

    def of(self, make: Callable[[Text, str], str]) -> Words:
        """What ``make`` says with each catalogue and language; once where both say the same."""
        made = [make(*each) for each in zip(self.texts, self.languages, strict=True)]
        return Twin(*made) if len(set(made)) == 2 else made[0]


def flat(words: Words) -> str:
    """Words in one text."""
    return f"{words.first} \N{MIDDLE DOT} {words.second}" if isinstance(words, Twin) else words
