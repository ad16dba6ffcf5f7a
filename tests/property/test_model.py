"""What holds for every span, identifier and date."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span, When
from kg.model.identifiers import SLUG_LENGTH, mint, slug

texts = st.text(min_size=1, max_size=60)


@st.composite
def spans(draw: st.DrawFn, length: int = 60) -> Span:
    """A span of one to four parts within a text of this length."""
    cuts = draw(st.lists(st.integers(0, length), min_size=2, max_size=8, unique=True))
    cuts = sorted(cuts)[: len(cuts) // 2 * 2]
    return Span(parts=tuple(zip(cuts[::2], cuts[1::2], strict=True)))


def characters(span: Span) -> set[int]:
    return {place for start, end in span.parts for place in range(start, end)}


@given(spans(), st.text(min_size=60, max_size=60))
def test_what_is_cut_is_what_stands_there(span: Span, text: str) -> None:
    assert span.cut(text) == " ".join(text[start:end] for start, end in span.parts)
    assert len(span.cut(text)) == len(characters(span)) + len(span.parts) - 1


@given(st.lists(spans(), min_size=1))
def test_joining_keeps_every_character_and_no_other(several: list[Span]) -> None:
    joined = Span.join(several)
    assert characters(joined) == set().union(*map(characters, several))


@given(
    st.lists(spans(), min_size=1).flatmap(
        lambda rows: st.tuples(st.just(rows), st.permutations(rows))
    )
)
def test_joining_does_not_depend_on_order(rows: tuple[list[Span], list[Span]]) -> None:
    assert Span.join(rows[0]) == Span.join(rows[1])


@given(spans())
def test_joining_twice_changes_nothing(span: Span) -> None:
    once = Span.join([span])
    assert Span.join([once, once]) == once


@given(spans(), spans())
def test_a_joined_span_covers_its_parts(left: Span, right: Span) -> None:
    joined = Span.join([left, right])
    assert joined.covers(left)
    assert joined.covers(right)


@given(spans(), spans())
def test_overlap_means_a_shared_character(left: Span, right: Span) -> None:
    assert left.overlaps(right) is right.overlaps(left)
    assert left.overlaps(right) is bool(characters(left) & characters(right))


@given(spans(), spans())
def test_what_covers_holds_every_character(left: Span, right: Span) -> None:
    if left.covers(right):
        assert characters(right) <= characters(left)
        assert left.overlaps(right)


@given(spans())
def test_a_span_survives_json(span: Span) -> None:
    assert Span.model_validate_json(span.model_dump_json()) == span


@given(st.text())
def test_a_slug_is_short_plain_and_stable(label: str) -> None:
    made = slug(label)
    assert len(made) <= SLUG_LENGTH
    assert slug(made) == made
    assert made.isascii()
    assert not set(made) - set("abcdefghijklmnopqrstuvwxyz0123456789-")


@given(texts, st.lists(st.text()))
def test_identifiers_depend_on_identity_alone(label: str, identity: list[str]) -> None:
    assert mint("Claim", label, *identity) == mint("Claim", label, *identity)
    assert mint("Claim", label, *identity) != mint("Claim", label, *identity, "more")


points = st.dates(min_value=date(1000, 1, 1)).flatmap(
    lambda day: st.sampled_from(
        [day.isoformat(), day.isoformat()[:7], day.isoformat()[:4], day.isoformat()[:7] + "~"]
    )
)


@given(points)
def test_the_first_day_is_never_behind_the_last(point: str) -> None:
    when = When(edtf=point)
    assert when.earliest <= when.latest
    assert when.overlaps(when)


@given(points, points)
def test_an_interval_reaches_from_the_first_day_of_one_to_the_last_of_the_other(
    left: str, right: str
) -> None:
    first, last = sorted(
        (When(edtf=left), When(edtf=right)), key=lambda when: (when.earliest, when.latest)
    )
    whole = When(edtf=f"{first.edtf}/{last.edtf}")
    assert whole.earliest == first.earliest
    assert whole.latest == last.latest
    assert whole.overlaps(first)


@given(points, points)
def test_dates_overlap_both_ways_or_not_at_all(left: str, right: str) -> None:
    one, other = When(edtf=left), When(edtf=right)
    assert one.overlaps(other) is other.overlaps(one)
    assert one.overlaps(other) is (
        max(one.earliest, other.earliest) <= min(one.latest, other.latest)
    )
