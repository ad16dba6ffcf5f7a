import pytest
from spacy.tokens import Token

from kg.extract.discourse import Discourse
from kg.language import parse
from kg.model import Span

TEXT = "Vale met Pruett. Quill left the hall with Pruett. He said no."


def mentions(text: str, *names: str) -> list[tuple[int, int, str]]:
    """Every place of every name, with the name for an id."""
    places: list[tuple[int, int, str]] = []
    for name in names:
        at = text.find(name)
        while at >= 0:
            places.append((at, at + len(name), name))
            at = text.find(name, at + 1)
    return sorted(places)


def discourse(text: str, *silent: Span) -> Discourse:
    return Discourse(parse(text), mentions(text, "Vale", "Pruett", "Quill"), silent)


def pronoun(text: str, word: str = "He") -> Token:
    return next(token for token in parse(text) if token.text == word)


def test_the_subject_of_the_nearest_sentence_is_salient_before_its_objects() -> None:
    assert discourse(TEXT).last(pronoun(TEXT), lambda *_: True) == "Quill"


def test_whoever_spoke_in_a_sentence_is_salient_before_its_subject() -> None:
    said = discourse(TEXT)
    said.speaks(TEXT.rindex("Pruett"), "Pruett")
    assert said.last(pronoun(TEXT), lambda *_: True) == "Pruett"


def test_who_cannot_be_meant_is_passed_over() -> None:
    assert discourse(TEXT).last(pronoun(TEXT), lambda who, _: who == "Vale") == "Vale"
    assert discourse(TEXT).last(pronoun(TEXT), lambda *_: False) is None


def test_who_is_named_in_a_quotation_is_not_remembered() -> None:
    quoted = Span.of(TEXT.index("Quill"), TEXT.index("Quill") + 5)
    assert discourse(TEXT, quoted).last(pronoun(TEXT), lambda who, _: who == "Quill") is None


@pytest.mark.parametrize(("far", "found"), [(False, None), (True, "Vale")])
def test_a_pronoun_reaches_back_a_few_sentences_and_a_noun_to_the_beginning(
    far: bool, found: str | None
) -> None:
    text = "Vale came. " + "It rained again. " * 9 + "He said no."
    assert discourse(text).last(pronoun(text), lambda *_: True, far=far) == found


def test_those_before_come_nearest_first_and_once_each() -> None:
    assert list(discourse(TEXT).before(len(TEXT))) == ["Pruett", "Quill", "Vale"]


def test_speakers_and_subjects_before_come_nearest_first() -> None:
    said = discourse(TEXT)
    said.speaks(0, "Vale")
    said.speaks(17, "Quill")
    assert list(said.speakers_before(pronoun(TEXT))) == ["Quill", "Vale"]
    subjects = [token.text for token in said.subjects_before(pronoun(TEXT))]
    assert subjects[0] == "Quill"
