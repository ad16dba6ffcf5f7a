import pytest

from kg.extract.attribution.sources import beside, prepositional_source, source_of, subject_of
from kg.language import parse
from tests.parsed import parsed


def source(text: str, verb: str) -> str | None:
    doc = parse(text)
    token = next(token for token in doc if token.text == verb)
    found = source_of(token, (token.i, token.i + 1), (token.sent.start, token.sent.end))
    return None if found is None else doc[found[0] : found[1]].text


NAMED = [
    ("The port chief said nine ships were lost.", "said", "The port chief"),
    ("Nine ships were lost, said the port chief.", "said", "the port chief"),
    ("Nine ships were lost, Ola Berg, the port chief, said.", "said", "Ola Berg, the port chief"),
    ("Jane Roe (R-Velm) said nine ships were lost.", "said", "Jane Roe (R-Velm)"),
    ("The two mayors and the governor said nine ships were lost.", "said",
     "The two mayors and the governor"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "expected"), NAMED)
def test_source_is_the_noun_phrase_of_the_verb(text: str, verb: str, expected: str) -> None:
    assert source(text, verb) == expected


def test_subject_is_inherited_by_a_coordinated_verb() -> None:
    doc = parsed(
        "Berg/NNP/nsubj/2 spoke=speak/VBD/ROOT/0 and/CC/cc/4 said=say/VBD/conj/2 so/RB/advmod/4"
    )
    subject = subject_of(doc[3], (0, 5))
    assert subject is not None
    assert subject.text == "Berg"


def test_noun_with_a_participle_is_its_subject() -> None:
    doc = parsed("A/DT/det/2 letter/NN/ROOT/0 saying=say/VBG/acl/2 so/RB/advmod/3")
    subject = subject_of(doc[2], (0, 4))
    assert subject is not None
    assert subject.text == "letter"
    assert subject_of(doc[2], (2, 4)) is None


def test_finite_verb_without_a_subject_takes_the_name_before_it() -> None:
    doc = parsed("Ola/NNP/compound/2 Berg/NNP/dep/3 said=say/VBD/ROOT/0 no/UH/dep/3")
    assert beside(doc, (2, 3), (0, 4)) == (0, 2)


def test_inverted_source_is_none_where_a_verb_follows_it() -> None:
    doc = parsed(
        ",/,/punct/2 said=say/VBD/ROOT/0 Berg/NNP/dep/4 was/VBD/cop/5 ill/JJ/ccomp/2 ././punct/2"
    )
    assert beside(doc, (1, 2), (0, 6)) is None


def test_participle_has_no_source_beside_it() -> None:
    doc = parsed("Berg/NNP/dep/0 saying=say/VBG/dep/1 so/RB/advmod/2")
    assert beside(doc, (1, 2), (0, 3)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to the port office, nine ships were lost.", "the port office"),
        ("Nine ships were lost, according to Ola Berg, a pilot.", "Ola Berg, a pilot"),
        ("According to Ola Berg, who saw it, nine ships were lost.", "Ola Berg, who saw it"),
    ],
)
def test_source_of_a_preposition_ends_at_its_comma(text: str, expected: str) -> None:
    doc = parse(text)
    at = next(token.i for token in doc if token.lower_ == "according")
    found = prepositional_source(doc, (at, at + 2), (0, len(doc) - 1))
    assert found is not None
    assert doc[found[0] : found[1]].text == expected


def test_preposition_without_a_noun_has_no_source() -> None:
    doc = parsed("according/VBG/ROOT/0 to/IN/fixed/1 ,/,/punct/1 no/UH/dep/1")
    assert prepositional_source(doc, (0, 2), (0, 4)) is None


def test_of_two_subjects_the_nearer_one_speaks() -> None:
    doc = parsed(
        "Ships/NNS/nsubj/5 were/VBD/dep/1 lost/VBN/dep/1 pilots/NNS/nsubj/5 said=say/VBD/ROOT/0"
    )
    subject = subject_of(doc[4], (0, 5))
    assert subject is not None
    assert subject.text == "pilots"


def test_past_tense_that_was_taken_for_a_participle_has_the_noun_before_it_as_source() -> None:
    doc = parsed(
        "Berg/NNP/ROOT/0 denied=deny/VBN/acl/1 that/IN/mark/5 it/PRP/nsubj/5 rained/VBD/ccomp/2"
    )
    assert source_of(doc[1], (1, 2), (0, 5)) == (0, 1)
    assert source_of(doc[1], (1, 2), (1, 5)) is None


def test_subject_before_a_closed_apposition_speaks() -> None:
    doc = parsed(
        "Berg/NNP/nsubj/6 ,/,/punct/4 the/DT/det/4 chief/NN/nsubj/6 ,/,/punct/4 said=say/VBD/ROOT/0"
    )
    subject = subject_of(doc[5], (0, 6))
    assert subject is not None
    assert subject.text == "Berg"


def test_name_keeps_the_bracket_between_it_and_its_cue() -> None:
    doc = parsed(
        "Ola/NNP/dep/2 Berg/NNP/dep/6 (/-LRB-/punct/4 Velm/NNP/dep/2 )/-RRB-/punct/4 said=say/VBD/ROOT/0"
    )
    assert beside(doc, (5, 6), (0, 6)) == (0, 5)


def test_name_before_an_apposition_is_a_source_with_it() -> None:
    doc = parsed(
        "Ola/NNP/dep/2 Berg/NNP/dep/7 ,/,/punct/5 a/DT/det/5 pilot/NN/dep/2 ,/,/punct/5 told=tell/VBD/ROOT/0"
    )
    assert beside(doc, (6, 7), (0, 7)) == (0, 5)


def test_name_in_apposition_after_an_inverted_source_belongs_to_it() -> None:
    doc = parsed(
        "said=say/VBD/ROOT/0 its/PRP$/nmod:poss/3 negotiator/NN/nsubj/1 ,/,/punct/6 Ola/NNP/dep/6"
        " Berg/NNP/dep/1 ././punct/1"
    )
    assert source_of(doc[0], (0, 1), (0, 7)) == (1, 6)
