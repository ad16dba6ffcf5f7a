"""ClearNLP dependencies as spaCy's English pipelines give them, and what they are in Universal Dependencies."""

import pytest

from kg.language.universal import universal
from tests.parsed import parsed


def turned(*sentences: str) -> dict[str, tuple[str, str]]:
    """Each word with its label and the word that it depends on."""
    doc = parsed(*sentences)
    heads, labels = universal(doc)
    return {
        token.text: (label, doc[head].text)
        for token, head, label in zip(doc, heads, labels, strict=True)
    }


def test_noun_takes_the_place_of_its_preposition() -> None:
    found = turned(
        "The/DT/det/2 mayor/NN/nsubj/5 of/IN/prep/2 Velm/NNP/pobj/3 spoke=speak/VBD/ROOT/0 in/IN/prep/5 "
        "the/DT/det/8 square/NN/pobj/6 ././punct/5"
    )
    assert found["Velm"] == ("nmod", "mayor")
    assert found["of"] == ("case", "Velm")
    assert found["square"] == ("obl", "spoke")
    assert found["in"] == ("case", "square")
    assert found["the"] == ("det", "square")


def test_chain_of_prepositions_ends_in_one_noun() -> None:
    found = turned(
        "They/PRP/nsubj/2 ran=run/VBD/ROOT/0 out/IN/prep/2 of/IN/prep/3 town/NN/pobj/4 ././punct/2"
    )
    assert found["town"] == ("obl", "ran")
    assert found["out"] == ("case", "town")
    assert found["of"] == ("case", "town")


def test_according_to_is_one_preposition() -> None:
    found = turned(
        "According/VBG/prep/7 to/IN/prep/1 police/NN/pobj/2 ,/,/punct/7 nine/CD/nummod/6 men/NNS/nsubj/7 "
        "died=die/VBD/ROOT/0 ././punct/7"
    )
    assert found["police"] == ("obl", "died")
    assert found["According"] == ("case", "police")
    assert found["to"] == ("fixed", "According")


def test_verb_behind_a_preposition_is_a_clause_with_a_mark() -> None:
    found = turned(
        "They/PRP/nsubj/2 left=leave/VBD/ROOT/0 after/IN/prep/2 closing=close/VBG/pcomp/3 "
        "gates/NNS/dobj/4 ././punct/2"
    )
    assert found["closing"] == ("advcl", "left")
    assert found["after"] == ("mark", "closing")
    assert found["gates"] == ("obj", "closing")


def test_agent_and_passive() -> None:
    found = turned(
        "The/DT/det/2 dam/NN/nsubjpass/4 was=be/VBD/auxpass/4 built=build/VBN/ROOT/0 by/IN/agent/4 "
        "prisoners/NNS/pobj/5 ././punct/4"
    )
    assert found["dam"] == ("nsubj:pass", "built")
    assert found["was"] == ("aux:pass", "built")
    assert found["prisoners"] == ("obl", "built")
    assert found["by"] == ("case", "prisoners")


@pytest.mark.parametrize(
    ("predicate", "sentence"),
    [
        ("old", "The/DT/det/2 dam/NN/nsubj/3 was=be/VBD/ROOT/0 old/JJ/acomp/3 ././punct/3"),
        ("wall", "The/DT/det/2 dam/NN/nsubj/3 was=be/VBD/ROOT/0 wall/NN/attr/3 ././punct/3"),
        (
            "hills",
            "The/DT/det/2 dam/NN/nsubj/3 was=be/VBD/ROOT/0 in/IN/prep/3 hills/NNS/pobj/4 ././punct/3",
        ),
    ],
)
def test_predicate_takes_the_place_of_its_copula(predicate: str, sentence: str) -> None:
    found = turned(sentence)
    assert found[predicate] == ("ROOT", predicate)
    assert found["was"] == ("cop", predicate)
    assert found["dam"] == ("nsubj", predicate)
    assert found["."] == ("punct", predicate)


def test_predicate_of_a_clause_takes_the_label_of_its_copula() -> None:
    found = turned(
        "She/PRP/nsubj/2 said=say/VBD/ROOT/0 that/IN/mark/6 it/PRP/nsubj/6 would/MD/aux/6 be/VB/ccomp/2 "
        "wet/JJ/acomp/6 ././punct/2"
    )
    assert found["wet"] == ("ccomp", "said")
    assert found["that"] == ("mark", "wet")
    assert found["would"] == ("aux", "wet")


def test_what_there_is_is_a_subject() -> None:
    found = turned("There/EX/expl/2 was=be/VBD/ROOT/0 a/DT/det/4 dam/NN/attr/2 ././punct/2")
    assert found["dam"] == ("nsubj", "was")
    assert found["was"] == ("ROOT", "was")


def test_auxiliary_stays_below_its_verb() -> None:
    found = turned("It/PRP/nsubj/3 is=be/VBZ/aux/3 raining=rain/VBG/ROOT/0 hard/RB/advmod/3")
    assert found["is"] == ("aux", "raining")


def test_all_conjuncts_depend_on_the_first_and_and_on_the_next() -> None:
    found = turned(
        "Dams/NNS/nsubj/6 ,/,/punct/1 gates/NNS/conj/1 and/CC/cc/3 walls/NNS/conj/3 broke=break/VBD/ROOT/0"
    )
    assert found["gates"] == ("conj", "Dams")
    assert found["walls"] == ("conj", "Dams")
    assert found["and"] == ("cc", "walls")


def test_infinitive_has_a_mark() -> None:
    found = turned(
        "They/PRP/nsubj/2 promised=promise/VBD/ROOT/0 to/TO/aux/4 rebuild/VB/xcomp/2 it/PRP/dobj/4"
    )
    assert found["to"] == ("mark", "rebuild")
    assert found["it"] == ("obj", "rebuild")


@pytest.mark.parametrize(
    ("clear", "plain"),
    [
        ("dative", "iobj"),
        ("nmod", "compound"),
        ("relcl", "acl:relcl"),
        ("poss", "nmod:poss"),
        ("prt", "compound:prt"),
        ("neg", "advmod"),
        ("acomp", "xcomp"),
        ("oprd", "xcomp"),
        ("npadvmod", "obl:unmarked"),
        ("csubjpass", "csubj:pass"),
        ("ccomp", "ccomp"),
        ("parataxis", "parataxis"),
    ],
)
def test_relations_have_their_names_in_universal_dependencies(clear: str, plain: str) -> None:
    found = turned(f"It/PRP/nsubj/2 grew=grow/VBD/ROOT/0 word/NN/{clear}/2")
    assert found["word"] == (plain, "grew")


def test_result_is_a_tree_over_the_same_words() -> None:
    doc = parsed(
        "He/PRP/nsubj/2 is=be/VBZ/ROOT/0 in/IN/prep/2 and/CC/cc/3 out/IN/conj/3 of/IN/prep/5 jail/NN/pobj/6 "
        "to/IN/dative/2 ././punct/2"
    )
    heads, labels = universal(doc)
    assert len(labels) == len(doc)
    for start in range(len(doc)):
        at, steps = start, 0
        while heads[at] != at:
            at, steps = heads[at], steps + 1
            assert steps <= len(doc)
    assert [label for i, label in enumerate(labels) if heads[i] == i] == ["ROOT"]
