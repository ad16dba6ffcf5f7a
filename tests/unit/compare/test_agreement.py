import pytest

from kg.model import Modality
from tests.unit.compare.scenes import Scene

CONTRADICTION = {("contradicts", "a", "b")}
AGREEMENT = {("corroborates", "a", "b")}
NOTHING: set[tuple[str, str, str]] = set()


def _two(
    left: str, right: str, *, published: str = "2031-03-04", **facts: object
) -> set[tuple[str, str, str]]:
    scene = Scene()
    scene.say("a", scene.report(left, published), left, "Norvane Power")
    scene.say("b", scene.report(right, published), right, "Velm Council", **facts)
    return scene.found()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The brook crested at around 1 a.m., not at three", "the crest of the brook came at about 3 a.m."),
        ("the brewery shut at 16:40", "the brewery was closed at 6:40 p.m."),
    ],
)  # fmt: skip
def test_two_hours_of_one_happening_contradict(left: str, right: str) -> None:
    assert _two(left, right) == CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the brewery had been shut at 4:40 p.m.", "the brewery had been closed from 16:40 until 19:00"),
        ("the quake struck at 4:17 a.m.", "the main shock came at 23:17 GMT"),
    ],
)  # fmt: skip
def test_one_hour_of_one_happening_corroborates(left: str, right: str) -> None:
    assert _two(left, right, published="2031-03-04T20:00:00+05:00") == AGREEMENT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the brewery opens by 8 a.m.", "the brewery opens by 11 a.m."),
        ("the quake struck at 4:17 a.m.", "the quake struck at 23:17 GMT"),
    ],
)
def test_other_hours_tell_nothing_of_each_other(left: str, right: str) -> None:
    found = _two(left, right)
    assert not {row for row in found if row[0] == "contradicts"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("soldiers fired on the brewery gate", "troops shot at the brewery gate"),
        ("Not one horn sounded in this village", "there had been no horn before the water came"),
    ],
)
def test_one_proposition_of_two_parties_corroborates(left: str, right: str) -> None:
    assert _two(left, right) == AGREEMENT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("it had seen nothing at all", "he never said anything of the kind"),
        ("the mill is old", "the mill is new"),
    ],
)  # fmt: skip
def test_little_in_common_is_no_agreement(left: str, right: str) -> None:
    assert _two(left, right) == NOTHING


def test_a_guess_agrees_with_nobody() -> None:
    text = "the cellar grille was locked"
    assert _two(text, text, modality=Modality.SPECULATED) == NOTHING


def test_two_parties_in_one_article_can_agree() -> None:
    scene = Scene()
    text = "The mayor says the cellar grille was locked; the firm, too, says the grille of the cellar was padlocked."
    report = scene.report(text)
    scene.say("a", report, "the cellar grille was locked", "Norvane Power")
    scene.say("b", report, "the grille of the cellar was padlocked", "Velm Council")
    assert scene.found() == AGREEMENT


def test_a_report_within_a_report_does_not_agree_with_it() -> None:
    scene = Scene()
    text = "She was told the firm says the cellar grille was locked."
    report = scene.report(text)
    scene.say("a", report, "the firm says the cellar grille was locked", "Norvane Power")
    scene.say("b", report, "the cellar grille was locked", "Velm Council")
    assert scene.found() == NOTHING
