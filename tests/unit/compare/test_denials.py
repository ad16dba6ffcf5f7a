import pytest

from kg.model import Modality
from tests.unit.compare.scenes import Scene

CONTRADICTION = {("contradicts", "a", "b")}
NOTHING: set[tuple[str, str, str]] = set()


def _two(
    left: str,
    right: str,
    *,
    modalities: tuple[Modality, Modality] = (Modality.ASSERTED, Modality.ASSERTED),
    speakers: tuple[str, str] = ("Norvane Power", "Velm Council"),
    days: tuple[str, str] = ("2031-03-04", "2031-03-04"),
) -> set[tuple[str, str, str]]:
    scene = Scene()
    for name, text, modality, speaker, day in zip(
        "ab", (left, right), modalities, speakers, days, strict=True
    ):
        scene.say(name, scene.report(text, day), text, speaker, modality=modality)
    return scene.found()


DENIED = (Modality.ASSERTED, Modality.DENIED)


@pytest.mark.parametrize(
    ("stated", "denied"),
    [
        ("the operator opening the floodgates without warning the farms", "it had opened any floodgate"),
        ("The firm meant to shut the quarry before winter", "the firm had any plan to close the quarry"),
        ("it had sent every farm a warning on Saturday", "it had received any such warning"),
    ],
)  # fmt: skip
def test_a_denial_contradicts_what_it_denies(stated: str, denied: str) -> None:
    assert _two(stated, denied, modalities=DENIED) == CONTRADICTION


@pytest.mark.parametrize(
    ("stated", "denied"),
    [
        ("the operator opened the floodgates", "a second dyke upstream had cracked"),
        ("The quarry pays its diggers in the spring", "the firm had any plan to close the quarry"),
        ("he was the last man to leave the barge", "he had left the barge before the others"),
    ],
)
def test_a_denial_of_something_else_contradicts_nothing(stated: str, denied: str) -> None:
    assert _two(stated, denied, modalities=DENIED) == NOTHING


def test_two_denials_do_not_contradict() -> None:
    both = (Modality.DENIED, Modality.DENIED)
    found = _two("it had opened any floodgate", "the floodgate was opened", modalities=both)
    assert not {row for row in found if row[0] == "contradicts"}


def test_nobody_contradicts_herself() -> None:
    found = _two(
        "it opened the floodgates", "it had opened any floodgate",
        modalities=DENIED, speakers=("Norvane Power", "Norvane Power"),
    )  # fmt: skip
    assert found == NOTHING


@pytest.mark.parametrize(
    ("affirmed", "negated"),
    [
        ("it had informed the headman by telephone", "nobody had contacted the headman"),
        ("The horns were heard", "there had been no horns before the water came"),
    ],
)
def test_a_negation_contradicts_what_it_negates(affirmed: str, negated: str) -> None:
    assert _two(affirmed, negated) == CONTRADICTION


@pytest.mark.parametrize(
    ("affirmed", "negated"),
    [
        ("I would answer every question about the sluice", "he would not answer questions about the sluice"),
        ("the horns are loud", "Why did the horns not sound?"),
        ("Divers found rafts in lockers", "the rafts in lockers that were never opened"),
    ],
)  # fmt: skip
def test_a_negation_of_something_else_contradicts_nothing(affirmed: str, negated: str) -> None:
    found = _two(affirmed, negated)
    assert not {row for row in found if row[0] == "contradicts"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the boarding school was empty", "the boarding school was occupied"),
        ("the weir was opened at the mill", "the weir was closed at the mill"),
    ],
)
def test_opposite_words_contradict(left: str, right: str) -> None:
    assert _two(left, right) == CONTRADICTION


def test_no_tickets_contradicts_everybody_with_a_ticket_in_one_article() -> None:
    scene = Scene()
    text = "“People slept on the deck, and they had no tickets,” said one. Another said everybody on the barge held a ticket."
    report = scene.report(text)
    scene.say("a", report, "People slept on the deck, and they had no tickets", "Norvane Power")
    scene.say("b", report, "everybody on the barge held a ticket", "Velm Council")
    assert scene.found() == CONTRADICTION


def _retraction(text: str, new: str, old: str, **facts: object) -> set[tuple[str, str, str]]:
    scene = Scene()
    first = scene.report(f"The mayor said {old}.", "2031-03-04")
    scene.say("old", first, old, "Velm Council", **facts)
    later = scene.report(text, "2031-03-06")
    words = {"cue": "conceded"} if "conceded" in text else {}
    scene.say("new", later, new, "Velm Council", **words)
    return scene.found()


def test_a_statement_that_is_withdrawn_is_updated() -> None:
    found = _retraction(
        "The mayor withdrew his charge. He said nobody had touched the floodgates.",
        "nobody had touched the floodgates",
        "the operator opened the floodgates",
    )
    assert found == {("updates", "new", "old")}


def test_a_denial_that_is_taken_back_is_updated() -> None:
    found = _retraction(
        "The mayor conceded one squad had fired pepper spray.",
        "one squad had fired pepper spray",
        "officers had used pepper spray",
        modality=Modality.DENIED,
    )
    assert found == {("updates", "new", "old")}


def test_a_repeated_statement_is_no_retraction() -> None:
    found = _retraction(
        "The mayor reversed himself on the school. He repeated the operator opened the floodgates.",
        "the operator opened the floodgates",
        "the operator opened the floodgates",
    )
    assert found == NOTHING


def test_a_new_statement_that_nobody_calls_a_retraction_is_none() -> None:
    found = _retraction(
        "The mayor said nobody had touched the floodgates.",
        "nobody had touched the floodgates",
        "the operator opened the floodgates",
    )
    assert found == NOTHING
