"""How a packet speaks: in one language, or in two below or beside each other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from partner_desk.files.packet.content import Content
from partner_desk.files.pdf.document import Block, Parallel, Twin
from partner_desk.model.choices import Option

Text = Callable[[str], str]
Words = str | Twin
SEPARATOR = " \N{MIDDLE DOT} "


@dataclass(frozen=True, slots=True)
class Speech:
    """The contents of a packet with the catalogue of each one's language."""

    contents: tuple[Content, ...]
    texts: tuple[Text, ...]

    @property
    def both(self) -> bool:
        """Whether the packet speaks two languages."""
        return len(self.contents) == 2

    @property
    def first(self) -> Content:
        """The content that tells what both have in common."""
        return self.contents[0]

    def each(self) -> Iterator[tuple[Content, Text]]:
        """Each content with its catalogue."""
        return zip(self.contents, self.texts, strict=True)

    def say(self, source: str, *values: object) -> Words:
        """A text of the catalogues, its places filled with ``values``."""
        return self.of(lambda _, text: text(source).format(*values))

    def line(self, source: str, *values: object) -> str:
        """The same in one line, for places that hold no second text below the first."""
        return one_line([text(source).format(*values) for text in self.texts])

    def lines(self, source: str) -> str:
        """A whole sentence, in a line of its own for each language."""
        return "\n".join(dict.fromkeys(text(source) for text in self.texts))

    def choice(self, options: Sequence[Option], value: str) -> Words:
        """The label of a stored choice; a word that is no choice stands for itself."""
        label = next((each.label for each in options if each.value == value), "")
        return self.say(label) if label else value

    def of(self, make: Callable[[Content, Text], str]) -> Words:
        """What ``make`` says in each language; said once where both say the same."""
        return twin([make(content, text) for content, text in self.each()])

    def blocks(self, make: Callable[[Content, Text], Sequence[Block]]) -> tuple[Block, ...]:
        """The blocks that ``make`` makes, those of two languages side by side.

        ``make`` has to give as many blocks in each language.
        """
        made = [make(content, text) for content, text in self.each()]
        if len(made) == 1:
            return tuple(made[0])
        return (Parallel(tuple(zip(*made, strict=True))),)


def twin(said: Sequence[str]) -> Words:
    """Texts of one or two languages; said once where both are the same."""
    different = tuple(dict.fromkeys(said))
    return different[0] if len(different) == 1 else Twin(different[0], different[1])


def one_line(said: Sequence[str]) -> str:
    """Texts of one or two languages one behind the other."""
    return SEPARATOR.join(dict.fromkeys(filter(None, said)))
