import pytest

from kg.extract.attribution.phrases import (
    Stretch,
    climbed,
    has_finite,
    is_finite,
    is_misread,
    is_time,
    noun_phrase,
    phrase_head,
    pieces,
    sentence_of,
    span_of,
    trimmed,
    verb_group,
    whole_name,
    without_time,
)
from kg.language import parse
from tests.parsed import parsed

MAYOR = parsed(
    "The/DT/det/2 mayor/NN/nsubj/7 of/IN/case/4 Velm/NNP/nmod/2 has/VBZ/aux/7 not/RB/advmod/7"
    " said/VBN/ROOT/0 that/IN/mark/10 it/PRP/nsubj/10 rained/VBD/ccomp/7 ././punct/7"
)
FARMER = parsed(
    "Ola/NNP/nsubj/6 Berg/NNP/dep/6 on/IN/case/4 Friday/NNP/nmod/1 suddenly/RB/advmod/6"
    " left=leave/VBD/ROOT/0 ././punct/6"
)


def test_noun_phrase_takes_in_what_modifies_its_head() -> None:
    assert noun_phrase(MAYOR[1], (0, 11)) == (0, 4)


def test_noun_phrase_stays_within_bounds() -> None:
    assert noun_phrase(MAYOR[1], (0, 2)) == (0, 2)


def test_verb_group_takes_in_auxiliaries_and_negation() -> None:
    assert verb_group(MAYOR[6], (0, 11)) == (4, 7)


def test_name_is_whole_though_the_tree_breaks_it() -> None:
    assert whole_name(FARMER, (0, 1), (0, 7)) == (0, 2)
    assert whole_name(FARMER, (1, 2), (0, 7)) == (0, 2)


def test_noun_phrase_loses_the_time_behind_it() -> None:
    assert noun_phrase(FARMER[0], (0, 7)) == (0, 2)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the ministry on Friday", "the ministry"),
        ("the ministry last week", "the ministry"),
        ("the ministry late on March 3", "the ministry"),
        ("the ministry", "the ministry"),
        ("a survey released on Friday", "a survey released on Friday"),
        ("Friday", "Friday"),
    ],
)
def test_time_is_cut_off_a_noun_phrase(text: str, kept: str) -> None:
    doc = parse(text + " said no.")
    end = len(text.split())
    found = without_time(doc, (0, end))
    assert span_of(doc, found).cut(doc.text) == kept


def test_day_of_a_month_is_a_time_and_another_number_is_not() -> None:
    doc = parsed("May/NNP/dep/0 25/CD/dep/1", "nine/CD/dep/0 25/CD/dep/1")
    assert [is_time(token) for token in doc] == [True, True, False, False]


def test_participle_at_the_head_of_a_clause_counts_as_finite() -> None:
    doc = parsed("He/PRP/nsubj/2 warned/VBN/ROOT/0 them/PRP/obj/2")
    assert is_finite(doc[1])


def test_participle_with_an_auxiliary_is_not_finite_itself() -> None:
    assert not is_finite(MAYOR[6])
    assert has_finite(MAYOR, (4, 7))


def test_punctuation_is_trimmed_and_signs_that_belong_to_words_stay() -> None:
    doc = parsed(",/,/punct/2 9/CD/ROOT/0 %/NN/dep/2 ././punct/2 ././punct/2")
    assert trimmed(doc, (0, 5)) == (1, 3)
    assert trimmed(doc, (3, 5)) is None


@pytest.mark.parametrize(
    ("quoted", "expected"),
    [
        (set[int](), [(0, 5)]),
        ({0}, [(1, 5)]),
        ({2}, [(0, 2), (3, 5)]),
        ({3, 4}, [(0, 3)]),
        ({0, 1, 2, 3, 4}, []),
    ],
)
def test_pieces_lie_outside_quotations(quoted: set[int], expected: list[Stretch]) -> None:
    assert list(pieces((0, 5), quoted)) == expected


def test_phrase_head_is_looked_for_up_to_a_verb() -> None:
    head = phrase_head(MAYOR, 0, 11)
    assert head is not None
    assert head.text == "mayor"
    assert phrase_head(MAYOR, 4, 11) is None
    assert phrase_head(MAYOR, 7, 8) is None


def test_climbing_stops_at_a_verb() -> None:
    assert climbed(MAYOR[3], (0, 11)).text == "mayor"


def test_sentence_begins_after_dateline_and_semicolon() -> None:
    text = "VELM, March 3 (Wire) -- The dam broke; the town was told."
    doc = parse(text)
    told = next(token for token in doc if token.text == "told")
    broke = next(token for token in doc if token.text == "broke")
    assert span_of(doc, sentence_of(told)).cut(text) == "the town was told."
    assert span_of(doc, sentence_of(broke)).cut(text).startswith("The dam broke")


def test_participle_with_a_that_clause_at_the_root_noun_is_a_misread_past_tense() -> None:
    doc = parsed(
        "Berg/NNP/ROOT/0 denied=deny/VBN/acl/1 that/IN/mark/5 it/PRP/nsubj/5 rained/VBD/ccomp/2",
        "mayor/NN/ROOT/0 accused=accuse/VBN/acl/1 of/IN/case/4 fraud/NN/obl/2",
    )
    assert [is_misread(doc[i]) for i in (0, 1, 6)] == [False, True, False]
    assert is_finite(doc[1])
