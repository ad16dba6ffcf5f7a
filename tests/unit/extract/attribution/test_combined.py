import pytest
import spacy

from kg.extract.attribution.combined import (
    Pair,
    likeness,
    paired,
    statements,
    surest,
)
from kg.extract.attribution.learned import Learned
from kg.language import parse
from kg.model import Attribution, Modality, Span

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


def test_a_statement_has_the_words_of_the_network_and_what_only_rules_know() -> None:
    relay, source = Span.of(50, 60), Span.of(61, 66)
    ruled = item(
        (0, 9),
        via=(relay,),
        source=source,
        addressee=Span.of(70, 75),
        modality=Modality.DENIED,
    )
    (made,) = statements(PLAIN, Pair(known((0, 10)), (ruled,)))
    assert made.content == Span.of(0, 10)
    assert (made.via, made.source, made.addressee) == ((relay,), source, Span.of(70, 75))
    assert made.modality is Modality.DENIED


def test_who_is_quoted_as_saying_something_is_no_part_of_what_is_said() -> None:
    text = "The Gazette quoted the mayor as saying that it rained."
    cue, mayor = Span.of(12, 36), Span.of(19, 28)
    ruled = item((44, 53), cue=cue, source=mayor, via=(Span.of(0, 11),))
    read = Learned(item((19, 53), cue=Span.of(12, 18)), 0.9, 0.9, 0.9)
    assert statements(parse(text), Pair(read, (ruled,))) == (ruled,)


def test_what_a_cue_quotes_in_two_parts_is_one_statement() -> None:
    halves = (item((0, 10), style="direct"), item((20, 30), style="direct"))
    (made,) = statements(PLAIN, Pair(known((0, 10), (20, 30)), halves))
    assert made.content == Span(parts=((0, 10), (20, 30)))


@pytest.mark.parametrize(
    ("first", "second", "style", "count"),
    [
        ("Nine men died", "six are ill", "direct", 2),
        ("Nine men died", "it rained", "direct", 1),
        ("Nine men died", "it rained", "indirect", 2),
        ("It poured", "it rained", "indirect", 1),
    ],
)
def test_statements_with_figures_stay_apart(
    first: str, second: str, style: str, count: int
) -> None:
    doc = parse(f"{first} and {second}, the mayor said.")
    start = len(first) + 5
    parts = (item((0, len(first)), style=style), item((start, start + len(second)), style=style))
    assert len(statements(doc, Pair(known((0, start + len(second))), parts))) == count


def test_what_one_of_the_two_finds_alone_stays_as_it_is() -> None:
    assert statements(PLAIN, Pair(None, (item((0, 10)),))) == (item((0, 10)),)
    assert statements(PLAIN, Pair(known((0, 10)))) == (known((0, 10)).attribution,)


def test_of_two_that_claim_the_same_words_the_surer_is_kept() -> None:
    weak, strong = item((0, 20), confidence=0.4), item((5, 20), confidence=0.8)
    assert surest([weak, strong]) == [strong]


def test_those_that_overlap_a_little_are_both_kept() -> None:
    left, right = item((0, 20), confidence=0.4), item((15, 40), confidence=0.8)
    assert surest([left, right]) == [right, left]


def test_the_apposition_of_a_source_is_not_what_it_says() -> None:
    text = "According to Aid Watch, a legal charity, 30 were held."
    cue, source = Span.of(0, 12), Span.of(13, 39)
    ruled = item((41, 53), cue=cue, source=source)
    read = Learned(item((24, 53), cue=cue, source=Span.of(13, 22)), 0.9, 0.9, 0.9)
    (made,) = statements(parse(text), Pair(read, (ruled,)))
    assert made.content.cut(text) == "30 were held"
    assert made.source == source
