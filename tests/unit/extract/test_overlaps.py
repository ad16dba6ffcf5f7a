from hypothesis import given
from hypothesis import strategies as st

from kg.extract.overlaps import Overlaps
from kg.model import Span

_BOUNDS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair)))


def test_spans_that_only_meet_do_not_touch() -> None:
    assert Overlaps([Span.of(0, 3), Span.of(6, 9)]).at(3, 6) == []


def test_a_long_span_is_found_behind_short_ones_that_begin_later() -> None:
    assert Overlaps([Span.of(2, 3), Span.of(0, 30), Span.of(4, 5)]).at(20, 21) == [1]


@given(st.lists(_BOUNDS), _BOUNDS)
def test_they_are_those_that_overlap_one_by_one(
    bounds: list[tuple[int, int]], place: tuple[int, int]
) -> None:
    spans = [Span.of(*pair) for pair in bounds]
    expected = [number for number, span in enumerate(spans) if span.overlaps(Span.of(*place))]
    assert Overlaps(spans).at(*place) == expected
