import pytest
from pydantic import ValidationError

from kg.model import Span

Parts = tuple[tuple[int, int], ...]


@pytest.mark.parametrize(
    "parts",
    [(), ((3, 3),), ((4, 2),), ((-1, 2),), ((5, 8), (1, 3)), ((1, 5), (4, 8)), ((1, 5), (1, 5))],
)
def test_parts_must_be_ordered_apart_and_not_empty(parts: Parts) -> None:
    with pytest.raises(ValidationError, match="part"):
        Span(parts=parts)


def test_a_span_knows_where_it_begins_and_ends() -> None:
    span = Span(parts=((2, 4), (9, 12)))
    assert (span.start, span.end) == (2, 12)


def test_parts_that_touch_stay_two_until_joined() -> None:
    touching = Span(parts=((0, 2), (2, 4)))
    assert len(touching.parts) == 2
    assert Span.join([touching]).parts == ((0, 4),)


def test_cutting_joins_the_parts_by_one_space() -> None:
    text = "“Rain,” she said, “fell.”"
    assert Span(parts=((1, 6), (19, 24))).cut(text) == "Rain, fell."[0:5] + " fell."


def test_cutting_beyond_the_text_is_a_fault() -> None:
    with pytest.raises(ValueError, match="beyond a text of 3 characters"):
        Span.of(1, 4).cut("abc")


def test_offsets_count_code_points() -> None:
    assert Span.of(2, 4).cut("🌊 서울") == "서울"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (((0, 3),), ((2, 5),), True),
        (((0, 3),), ((3, 5),), False),
        (((0, 9),), ((3, 5),), True),
        (((0, 2), (8, 9)), ((3, 5),), False),
        (((0, 2), (8, 9)), ((3, 5), (8, 12)), True),
    ],
)
def test_spans_overlap_where_they_share_a_character(
    left: Parts, right: Parts, *, expected: bool
) -> None:
    assert Span(parts=left).overlaps(Span(parts=right)) is expected
    assert Span(parts=right).overlaps(Span(parts=left)) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (((0, 9),), ((2, 3), (5, 9)), True),
        (((0, 9),), ((2, 10),), False),
        (((0, 4), (6, 9)), ((1, 2), (6, 9)), True),
        (((0, 4), (6, 9)), ((3, 7),), False),
        (((0, 4),), ((0, 4),), True),
    ],
)
def test_a_span_covers_another_part_by_part(left: Parts, right: Parts, *, expected: bool) -> None:
    assert Span(parts=left).covers(Span(parts=right)) is expected


def test_joining_nothing_is_a_fault() -> None:
    with pytest.raises(ValueError, match="at least one part"):
        Span.join([])
