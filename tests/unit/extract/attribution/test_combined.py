import pytest
import spacy

from kg.extract.attribution.combined import likeness, paired, surest
from kg.extract.attribution.learned import Learned
from kg.model import Attribution, Span

PLAIN = spacy.blank("en")("word " * 40)


def item(*parts: tuple[int, int], confidence: float = 1.0, **more: object) -> Attribution:
    return Attribution.model_validate(
        {"content": Span(parts=parts), "confidence": confidence, **more}
    )


def known(*parts: tuple[int, int]) -> Learned:
    return Learned(item(*parts), 0.9, 0.9, 0.9)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (((0, 10),), ((0, 10),), 1.0),
        (((0, 10),), ((10, 20),), 0.0),
        (((0, 5), (10, 15)), ((0, 15),), 2 / 3),
    ],
)
def test_likeness_is_the_share_of_characters_in_common(
    left: tuple[tuple[int, int], ...], right: tuple[tuple[int, int], ...], expected: float
) -> None:
    assert likeness(Span(parts=left), Span(parts=right)) == pytest.approx(expected)
    assert likeness(Span(parts=right), Span(parts=left)) == pytest.approx(expected)


def test_the_same_content_found_twice_is_one_attribution() -> None:
    (pair,) = paired([known((0, 10))], [item((0, 9))])
    assert pair.learned is not None
    assert pair.ruled == (item((0, 9)),)


def test_contents_with_little_in_common_stay_two() -> None:
    assert len(paired([known((0, 10))], [item((8, 30))])) == 2


def test_each_is_paired_with_what_it_shares_most_with() -> None:
    pairs = paired([known((0, 10)), known((0, 8))], [item((0, 8)), item((0, 10))])
    assert [pair.ruled for pair in pairs] == [(item((0, 10)),), (item((0, 8)),)]


def test_a_part_reported_by_the_same_cue_belongs_to_the_whole() -> None:
    cue = Span.of(40, 44)
    whole = Learned(item((0, 30), cue=cue), 0.9, 0.9, 0.9)
    (pair,) = paired([whole], [item((0, 10), cue=cue)])
    assert len(pair.ruled) == 1
    assert len(paired([whole], [item((0, 10), cue=Span.of(50, 54))])) == 2


def test_of_two_that_claim_the_same_words_the_surer_is_kept() -> None:
    weak, strong = item((0, 20), confidence=0.4), item((5, 20), confidence=0.8)
    assert surest([weak, strong]) == [strong]


def test_those_that_overlap_a_little_are_both_kept() -> None:
    left, right = item((0, 20), confidence=0.4), item((15, 40), confidence=0.8)
    assert surest([left, right]) == [right, left]
