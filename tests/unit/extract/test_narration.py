from kg.extract.attribution.confidence import NARRATED
from kg.extract.narration import narrations
from kg.language import parse
from kg.model import Span, Style
from tests.factory import span_of

TEXT = (
    "VELM, March 3 (Wire) -- The flood killed nine people on Monday.\n\n"
    "The town is quiet.\n\nHow many of the nine are known?\n\nNine dead in flood"
)


def narrated(
    text: str, *facts: str, taken: tuple[Span, ...] = (), said: tuple[str, ...] = ()
) -> list[str]:
    spans = [span_of(text, fact) for fact in facts]
    found = list(narrations(parse(text), taken, said, spans))
    assert all(item.style is Style.NARRATED and item.cue is None for item in found)
    return [item.content.cut(text) for item in found]


def test_sentence_with_a_figure_is_narrated_without_dateline_and_stop() -> None:
    assert narrated(TEXT, "nine people") == ["The flood killed nine people on Monday"]


def test_sentence_without_a_fact_is_not_narrated() -> None:
    assert narrated(TEXT) == []


def test_question_and_headline_are_no_statements() -> None:
    assert narrated(TEXT, "the nine", "Nine dead") == []


def test_sentence_that_somebody_is_cited_for_is_not_narrated() -> None:
    assert narrated(TEXT, "nine people", taken=(span_of(TEXT, "on Monday"),)) == []


def test_sentence_that_repeats_a_claim_is_not_narrated() -> None:
    claimed = ("The flood killed nine people on Monday, and more",)
    assert narrated(TEXT, "nine people", said=claimed) == []


def test_sentence_that_somebody_may_be_cited_for_is_less_sure() -> None:
    doubts = [(span_of(TEXT, "on Monday"), 0.25), (span_of(TEXT, "flood"), 0.5), (Span.of(0, 4), 1)]
    (found,) = narrations(parse(TEXT), (), (), [span_of(TEXT, "nine people")], doubts)
    assert found.confidence == NARRATED / 2


def test_sentence_set_twice_is_narrated_once() -> None:
    text = "The flood killed nine people. Nobody slept.\n\nThe flood killed nine people."
    second = text.rindex("nine people")
    facts = [span_of(text, "nine people"), Span.of(second, second + 11)]
    assert len(list(narrations(parse(text), (), (), facts))) == 1
