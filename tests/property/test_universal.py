"""Whatever tree a parser gives, turning it into Universal Dependencies gives a tree again."""

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.language.universal import universal

VOCAB = spacy.blank("en").vocab
WORDS = {"be": "AUX", "dam": "NOUN", "in": "ADP", "of": "ADP", "to": "PART", "ran": "VERB"}
LABELS = ("prep", "pobj", "pcomp", "agent", "attr", "acomp", "conj", "cc", "nsubj", "aux", "advcl")


@st.composite
def trees(draw: st.DrawFn) -> Doc:
    words = draw(st.lists(st.sampled_from(sorted(WORDS)), min_size=1, max_size=8))
    order = draw(st.permutations(range(len(words))))
    heads = [order[0]] * len(words)
    for place in range(1, len(words)):
        heads[order[place]] = order[draw(st.integers(0, place - 1))]
    labels = [
        "ROOT" if head == i else draw(st.sampled_from(LABELS)) for i, head in enumerate(heads)
    ]
    pos = [WORDS[word] for word in words]
    return Doc(VOCAB, words=words, lemmas=words, tags=pos, pos=pos, heads=heads, deps=labels)


@given(trees())
def test_universal_dependencies_are_a_tree_with_the_same_words_and_one_root(doc: Doc) -> None:
    heads, labels = universal(doc)
    assert len(heads) == len(labels) == len(doc)
    roots = [i for i, head in enumerate(heads) if head == i]
    assert [labels[i] for i in roots] == ["ROOT"]
    for start in range(len(doc)):
        at = start
        for _ in doc:
            at = heads[at]
        assert at == roots[0]
    assert {"prep", "pobj", "pcomp", "agent", "attr", "acomp"}.isdisjoint(labels)
