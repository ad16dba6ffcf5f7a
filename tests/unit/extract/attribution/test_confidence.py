import pytest

from kg.extract.attribution import attributions, quotations
from kg.extract.attribution.confidence import (
    LENT,
    MEASURED,
    NARRATED,
    REPORTED,
    Evidence,
    confidence,
)
from kg.language import parse
from kg.model import Style


def confidences(text: str) -> list[float]:
    return [item.confidence for item in attributions(parse(text), quotations(text).quotations)]


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ('"The dam holds," the mayor said.', "The mayor said that the dam holds."),
        ("The mayor said that the dam holds.", "The mayor boasted that the dam holds."),
        ("The dam holds, according to the mayor.", "The mayor hoped that the dam would hold."),
    ],
)
def test_what_is_more_often_right_has_more_confidence(surer: str, less_sure: str) -> None:
    assert confidences(surer) > confidences(less_sure) > [0.0]


def test_what_an_article_states_itself_may_still_be_an_attribution_that_was_missed() -> None:
    assert 0.5 < NARRATED < 1


EVIDENCE = Evidence(
    style=Style.INDIRECT,
    learned=False,
    ruled=True,
    alone=True,
    lent=False,
    same_source=False,
    cue=0.0,
    source=0.0,
    content=0.0,
    sourced=True,
    plain=True,
    measured=False,
    signed=False,
    turn=False,
    attitude=False,
    contested=0.0,
)


def test_what_rules_alone_find_counts_more_where_the_network_found_nothing() -> None:
    assert confidence(EVIDENCE) == REPORTED
    assert confidence(EVIDENCE._replace(alone=False)) < REPORTED
    assert confidence(EVIDENCE._replace(measured=True, plain=False)) == MEASURED


def test_a_source_that_the_rules_lend_is_believed_where_the_cue_is_probable() -> None:
    both = EVIDENCE._replace(learned=True, alone=False, lent=True, sourced=False, cue=0.9)
    assert confidence(both) == LENT
    assert confidence(both._replace(cue=0.4)) < LENT


def test_a_turn_of_a_transcript_is_surer_than_a_quotation_that_only_follows_a_report() -> None:
    floating = EVIDENCE._replace(style=Style.DIRECT)
    assert confidence(floating) < confidence(floating._replace(turn=True, plain=False))
