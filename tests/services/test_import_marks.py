"""What an import remembers of every record: as a dict would, in a tenth of its space."""

from hypothesis import given
from hypothesis import strategies as st

from partner_desk.services.importing.marks import Marks

_NUMBERS = st.integers(-(2**63), 2**63 - 1)
# Few different ones, so that they meet in one part and come again.
_CLOSE = st.integers(-3, 3).map(lambda each: each << 15)


@given(st.lists(st.tuples(_NUMBERS | _CLOSE, _NUMBERS, st.booleans())))
def test_marks_are_remembered_as_by_a_dict(steps: list[tuple[int, int, bool]]) -> None:
    marks, known = Marks(), dict[int, int]()
    for mark, said, is_taken_back in steps:
        assert marks.said(mark) == known.get(mark)
        assert (mark in marks) == (mark in known)
        if is_taken_back:
            marks.take_back(mark)
            known.pop(mark, None)
        elif mark not in known:
            marks.put(mark, said)
            known[mark] = said
    assert all(marks.said(mark) == said for mark, said in known.items())
