import pytest

from kg.extract.quantities.measure_words import (
    lexicon_of,
    of_coordinates,
    of_noun,
    of_word,
    plainly,
    with_pair,
)
from kg.model import Measure, Measures
from tests.parsed import parsed

SUNK = Measure(
    name="sunk",
    label="sunk",
    verbs=("sink", "go down"),
    nouns=("wreck", "ship loss"),
    adjectives=("sunken",),
)
SEEN = Measure(name="seen", label="seen", verbs=("see",), nouns=("loss",))
LEXICON = lexicon_of(Measures(measures=(SEEN, SUNK)))


def test_a_noun_of_two_words_tells_more_than_its_last() -> None:
    doc = parsed("ship/NN/compound/2 losses=loss/NNS/root/0 loss/NN/dep/2")
    assert (of_noun(doc[1], LEXICON), of_noun(doc[2], LEXICON)) == ([SUNK], [SEEN])


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("sunken/JJ/root/0", [SUNK]),
        ("sunk=sink/VBN/root/0", [SUNK]),
        ("sinks=sink/VBZ/root/0", []),
        ("boat/NN/root/0", []),
    ],
)
def test_adjectives_and_participles_tell_of_their_noun(sentence: str, found: list[Measure]) -> None:
    assert of_word(parsed(sentence)[0], LEXICON) == found


def test_a_verb_and_its_particle_are_one_word() -> None:
    down, off = (
        parsed("went=go/VBD/root/0 down/RP/compound:prt/1"),
        parsed("went=go/VBD/root/0 off/RP/compound:prt/1"),
    )
    assert (with_pair(down[0], LEXICON), with_pair(off[0], LEXICON)) == ([SUNK], [])


def test_a_verb_tells_by_itself() -> None:
    assert plainly(parsed("sank=sink/VBD/root/0")[0], LEXICON) == [SUNK]


def test_coordinated_verbs_tell_too_unless_they_have_a_figure_or_subject_of_their_own() -> None:
    shared = parsed("seen=see/VBN/root/0 or/CC/cc/3 sunk=sink/VBN/conj/1")
    counted = parsed("seen=see/VBN/root/0 and/CC/cc/4 31/CD/dep/4 sunk=sink/VBN/conj/1")
    other = parsed("seen=see/VBN/root/0 and/CC/cc/4 boats=boat/NNS/nsubj/4 sunk=sink/VBN/conj/1")
    assert [of_coordinates(doc[0], LEXICON) for doc in (shared, counted, other)] == [[SUNK], [], []]
