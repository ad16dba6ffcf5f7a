import pytest

from kg.extract.attribution.cues import Frame, nouns, verbs, words
from kg.model import Modality


@pytest.mark.parametrize(
    ("verb", "modality", "frame"),
    [
        ("say", Modality.ASSERTED, Frame.CLAUSE),
        ("claim", Modality.ALLEGED, Frame.INFINITIVE),
        ("accuse", Modality.ALLEGED, Frame.PREPOSITION),
        ("estimate", Modality.ESTIMATED, Frame.OBJECT),
        ("promise", Modality.PLANNED, Frame.INFINITIVE),
        ("deny", Modality.DENIED, Frame.OBJECT),
        ("fear", Modality.ATTITUDE, Frame.CLAUSE),
    ],
)
def test_verb_has_a_modality_and_constructions(verb: str, modality: Modality, frame: Frame) -> None:
    known = verbs()[verb]
    assert known[0] is modality
    assert frame in known[1]


def test_verb_of_several_rows_has_the_modality_of_the_first_and_all_constructions() -> None:
    assert verbs()["warn"] == (Modality.SPECULATED, Frame.CLAUSE | Frame.PREPOSITION)


def test_nouns_that_take_what_is_said_have_a_modality() -> None:
    assert nouns()["denial"] is Modality.DENIED


def test_every_verb_that_needs_more_than_itself_is_a_reporting_verb() -> None:
    for name in ("finite-only", "measuring", "telling"):
        assert words(name) <= set(verbs())


def test_unknown_list_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        words("no such list")
