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
