from datetime import datetime

import pytest

from kg.compare.clauses import content_senses, negators_in
from kg.compare.verdict import newer, quote
from kg.model import Modality
from tests.unit.compare.scenes import Scene


def test_content_leaves_out_idle_words_dates_and_figures() -> None:
    assert content_senses("On Monday some 30 mayors shut the schools") == {
        "mayor",
        "clos",
        "school",
    }


@pytest.mark.parametrize(
    "text",
    ["Not one horn sounded", "nobody was told", "it didn't rain", "There was no bridge", "Nobody, they say, was told"],
)  # fmt: skip
def test_a_negated_main_clause_is_found(text: str) -> None:
    assert negators_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "no fewer than 60 died",
        "not only soldiers died",
        "Divers found rafts that were never opened",
        "The brook crested at one, not at three",
        "they pay little or no rent",
    ],
)
def test_what_does_not_negate_the_main_clause_is_no_negation(text: str) -> None:
    assert not negators_in(text)


def test_the_moment_of_a_figure_is_the_hour_that_the_sentence_gives() -> None:
    scene = Scene()
    report = scene.report("Nine people had died by 2 p.m., the mayor said.", "2031-03-04T20:00")
    scene.say("a", report, "Nine people had died", "Velm Council")
    moment = scene.statements()[0].moment
    assert moment is not None
    assert moment.first == moment.last == datetime(2031, 3, 4, 14, 0)  # noqa: DTZ001


def test_the_moment_of_a_day_ends_with_publication() -> None:
    scene = Scene()
    report = scene.report("Nine people had died, the mayor said.", "2031-03-04T20:00")
    scene.say("a", report, "Nine people had died", "Velm Council")
    moment = scene.statements()[0].moment
    assert moment is not None
    assert moment.last == datetime(2031, 3, 4, 20, 0)  # noqa: DTZ001


def test_a_claim_without_any_date_has_no_moment() -> None:
    scene = Scene()
    report = scene.report("Nine people had died.", None)
    scene.say("a", report, "Nine people had died", None)
    assert scene.statements()[0].moment is None


def test_that_day_is_the_day_of_the_claim_before() -> None:
    scene = Scene()
    report = scene.report("The rally of 8 October drew many. Police counted 18,000 that day.")
    scene.say("a", report, "The rally of 8 October drew many", None, holds="2030-10-08")
    scene.say("b", report, "Police counted 18,000 that day", None)
    first, second = scene.statements()
    assert first.moment == second.moment


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"said": "2031-03-05"}, {"said": "2031-03-04"}, True),
        ({}, {"said": "2031-03-03"}, True),
        ({"said": "2030-12"}, {}, None),
        ({"holds": "2031-03-01"}, {"holds": "2031-03-02"}, False),
        ({}, {}, None),
    ],
)
def test_the_newer_of_two_claims_was_said_later_or_speaks_of_later(
    left: dict[str, str], right: dict[str, str], *, expected: bool | None
) -> None:
    scene = Scene()
    scene.say("a", scene.report("The weir holds"), "The weir holds", None, **left)
    scene.say("b", scene.report("The weir held"), "The weir held", None, **right)
    first, second = scene.statements()
    assert newer(first, second) is expected
    mirrored = None if expected is None else not expected
    assert newer(second, first) is mirrored


def test_attitudes_are_no_statements() -> None:
    scene = Scene()
    scene.say("a", scene.report("They fear the weir"), "the weir", None, modality=Modality.ATTITUDE)
    assert scene.statements() == []


def test_the_places_of_a_sentence_include_those_around_them() -> None:
    scene = Scene()
    inner, outer = scene.place("Velm", "Lower Marn"), scene.place("Lower Marn")
    scene.say("a", scene.report("VELM is dark"), "is dark", None)
    assert scene.statements()[0].places == {inner, outer}


def test_a_long_quotation_is_cut_at_a_word() -> None:
    scene = Scene()
    text = "word " * 60
    scene.say("a", scene.report(text), text.strip(), None)
    words = quote(scene.statements()[0])
    assert len(words) < 170
    assert words.endswith("word…”")
