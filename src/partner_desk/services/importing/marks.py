"""What is remembered of every record that came in: sixteen bytes of each, and a million of them."""

from array import array

_PARTS = 1 << 15


class Marks:
    """A mark (64 bits) for each record, with what its row said (64 bits as well).

    A ``dict`` takes a hundred and twenty bytes for the same. Here marks lie in small arrays, each
    of which is searched from its beginning: with a million marks some thirty places.
    """

    def __init__(self) -> None:
        self._marks: list[array[int] | None] = [None] * _PARTS
        self._said: list[array[int]] = [array("q")] * _PARTS

    def __contains__(self, mark: int) -> bool:
        """Whether this mark was put down."""
        marks = self._marks[mark % _PARTS]
        return marks is not None and mark in marks

    def said(self, mark: int) -> int | None:
        """What was put down beside a mark, None when it was not put down."""
        marks = self._marks[mark % _PARTS]
        if marks is None or mark not in marks:
            return None
        return self._said[mark % _PARTS][marks.index(mark)]

    def put(self, mark: int, said: int) -> None:
        """Put down a mark that is not there yet."""
        part = mark % _PARTS
        marks = self._marks[part]
        if marks is None:
            self._marks[part], self._said[part] = array("q", (mark,)), array("q", (said,))
        else:
            marks.append(mark)
            self._said[part].append(said)

    def take_back(self, mark: int) -> None:
        """Forget a mark, if it is there."""
        marks = self._marks[mark % _PARTS]
        if marks is not None and mark in marks:
            del self._said[mark % _PARTS][marks.index(mark)]
            marks.remove(mark)
