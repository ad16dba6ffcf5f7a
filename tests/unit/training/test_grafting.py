"""Attribution sentences made of invented clauses are trees and read as English."""

import re

import pytest

from training.grafting import grafted
from training.materials import Materials
from training.treebank import Sentence, Word

# Form, lemma, part of speech, tag, head, relation.
_Row = tuple[str, str, str, str, int, str]


def made(*rows: _Row) -> Sentence:
    last = len(rows) - 2
    words = [
        Word(form, lemma, pos, tag, "", head, relation, space=at < last)
        for at, (form, lemma, pos, tag, head, relation) in enumerate(rows)
    ]
    return Sentence(tuple(words), "made")


CLAUSE = made(
    ("The", "the", "DET", "DT", 1, "det"),
    ("river", "river", "NOUN", "NN", 2, "nsubj"),
    ("reached", "reach", "VERB", "VBD", 2, "root"),
    ("the", "the", "DET", "DT", 5, "det"),
    ("old", "old", "ADJ", "JJ", 5, "amod"),
    ("bridge", "bridge", "NOUN", "NN", 2, "obj"),
    (".", ".", "PUNCT", ".", 2, "punct"),
)
SPEECH = made(
    ("Ada", "Ada", "PROPN", "NNP", 5, "nsubj"),
    (",", ",", "PUNCT", ",", 3, "punct"),
    ("a", "a", "DET", "DT", 3, "det"),
    ("mayor", "mayor", "NOUN", "NN", 0, "appos"),
    (",", ",", "PUNCT", ",", 3, "punct"),
    ("told", "tell", "VERB", "VBD", 5, "root"),
    ("reporters", "reporter", "NOUN", "NNS", 5, "iobj"),
    (".", ".", "PUNCT", ".", 5, "punct"),
)
PLAIN = made(
    ("Ida", "Ida", "PROPN", "NNP", 1, "nsubj"),
    ("spoke", "speak", "VERB", "VBD", 1, "root"),
    (".", ".", "PUNCT", ".", 1, "punct"),
)
_FORMS = {
    "VERB": "said says adding quoted saying according told",
    "PRON": "he she they",
    "SCONJ": "that as",
    "ADP": "to on in",
    "DET": "a",
    "NOUN": "reporters journalists parliament statement report speech letter",
    "PROPN": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
LEXICON = made(
    *((form, form, pos, "XX", 0, "dep") for pos, forms in _FORMS.items() for form in forms.split())
)
SENTENCES = [CLAUSE, SPEECH, PLAIN, LEXICON]


def test_clauses_speakers_and_descriptions_are_found() -> None:
    found = Materials.collect(SENTENCES)
    assert found.clauses == (CLAUSE.words,)
    assert [[word.form for word in part] for part in found.speakers] == [["Ida"]]
    assert [[word.form for word in part] for part in found.descriptions] == [["a", "mayor"]]
    assert [word.head for word in found.descriptions[0]] == [1, 1]


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    return grafted(SENTENCES, 300, seed=3)


def test_every_graft_is_a_tree(sentences: list[Sentence]) -> None:
    for sentence in sentences:
        roots = [at for at, word in enumerate(sentence.words) if word.head == at]
        assert len(roots) == 1
        assert sentence.words[roots[0]].relation == "root"
        for at in range(len(sentence.words)):
            seen = {at}
            while sentence.words[at].head != at:
                at = sentence.words[at].head  # noqa: PLW2901 - climbing to the root
                assert at not in seen
                seen.add(at)


def test_every_graft_begins_with_a_capital_and_ends_with_its_mark(
    sentences: list[Sentence],
) -> None:
    for sentence in sentences:
        assert re.fullmatch(r'"?[A-Z].*\."?', sentence.text()), sentence.text()
        assert not re.search(r'\s[.,]|  |,,|,\.|" "', sentence.text()), sentence.text()


@pytest.mark.parametrize(
    ("pattern", "word", "relation"),
    [
        (r'^"The river reached the old bridge," he said', "reached", "ccomp"),
        (r"^Ida said that the river", "reached", "ccomp"),
        (r"^According to Ida, the river", "Ida", "obl"),
        (r"^According to Ida, the river", "According", "case"),
        (r"the old bridge, according to Ida\.$", "to", "fixed"),
        (r"^The river, (Ida|he|she) said, reached", "said", "parataxis"),
        (r"said that .*, adding that", "adding", "advcl"),
        (r"^Ida quoted Ida as saying", "saying", "advcl"),
        (r"^Ida quoted Ida as saying", "quoted", "root"),
        (r"told reporters that", "reporters", "iobj"),
        (r"^Ida, a mayor, said", "mayor", "appos"),
    ],
)
def test_frames_have_the_relations_of_universal_dependencies(
    sentences: list[Sentence], pattern: str, word: str, relation: str
) -> None:
    framed = [sentence for sentence in sentences if re.search(pattern, sentence.text())]
    assert framed
    for sentence in framed:
        assert relation in {found.relation for found in sentence.words if found.form == word}


def test_the_same_seed_gives_the_same_sentences(sentences: list[Sentence]) -> None:
    assert grafted(SENTENCES, 300, seed=3) == sentences
    assert grafted(SENTENCES, 300, seed=4) != sentences
