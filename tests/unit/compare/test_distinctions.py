import pytest

from kg.compare.distinctions import kinds_of_people, rate, told_apart
from kg.compare.figures import Figure, figures_of
from kg.compare.shares import Share
from tests.unit.compare.scenes import Scene, figure


def of(text: str, words: str, low: float, unit: str = "person") -> Figure:
    scene = Scene()
    report = scene.report(f"{text}.")
    counted = figure(report, words, low, None, unit=unit)
    scene.say("a", report, text, "Velm Fire Service", counted)
    (found,) = figures_of(scene.statements()[0])
    return found


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The mill makes 200 cars a day", "200", "day"),
        ("The mill makes 200 cars per week", "200", "week"),
        ("The mill makes 200 new cars each month", "200", "month"),
        ("The mill makes 200 cars annually", "200", "year"),
        ("The mill made 200 cars", "200", ""),
        ("The mill made 200 cars on a Sunday", "200", ""),
    ],
)
def test_a_rate_is_told_right_behind_its_figure(text: str, words: str, expected: str) -> None:
    assert rate(of(text, words, 200)) == expected


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("Some 52 voted in the first round", "Some 52 voted in the second round", True),
        ("Some 52 voted in the first round", "Some 52 voted in the first hour", False),
        ("Some 52 in the placebo group fell ill", "Some 52 in the drug group fell ill", True),
        ("Some 52 in the placebo group fell ill", "Some 52 in the placebo arm fell ill", False),
        ("Some 52 fell ill with placebo", "Some 52 fell ill with the drug", True),
        ("Some 52 fell ill compared with placebo", "Some 52 fell ill with the drug", False),
        ("Some 52 are expected to go", "Some 52 went", True),
        ("Some 52 a day went", "Some 52 a week went", True),
    ],
)
def test_words_beside_a_figure_tell_it_from_another(left: str, right: str, *, apart: bool) -> None:
    ours, theirs = (of(text, "52", 52) for text in (left, right))
    assert told_apart(ours, theirs) is told_apart(theirs, ours) is apart


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("civilian", "soldier", Share.APART),
        ("child", "woman", Share.APART),
        ("passenger", "crew", Share.APART),
        ("child", "person", Share.LEFT_IN_RIGHT),
        ("person", "civilian", Share.RIGHT_IN_LEFT),
        ("soldier", "person", Share.SAME),
        ("worker", "person", Share.SAME),
        ("soldier", "troop", Share.SAME),
    ],
)
def test_some_peoples_exclude_each_other_and_are_parts_of_the_persons(
    left: str, right: str, expected: Share
) -> None:
    ours, theirs = (of("Some 52 died", "52", 52, unit=unit) for unit in (left, right))
    assert kinds_of_people(ours, theirs) is expected
