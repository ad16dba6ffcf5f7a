import pytest

from kg.extract.attribution import attributions, quotations
from kg.extract.attribution.confidence import NARRATED
from kg.language import parse


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
