"""Builds parsed sentences by hand, so that rules over the parse are tested without the trained pipeline.

A token is written ``word=lemma/TAG/label/head``: the lemma may be left out where it is the word in lower case, the
head is the number of its token in the sentence, counted from 1, and 0 for the root. Parts of speech follow from tags.
"""

import spacy
from spacy.tokens import Doc

_POS = {
    "CD": "NUM", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ",
    "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "IN": "ADP", "DT": "DET", "PRP": "PRON", "PRP$": "PRON", "WDT": "PRON",
    "WP": "PRON", "EX": "PRON", "POS": "PART", "TO": "PART", "CC": "CCONJ", "MD": "AUX", "$": "SYM", "SYM": "SYM", "RP": "ADP",
}  # fmt: skip
_NO_SPACE_BEFORE = frozenset(",.;:!?%-") | {"’s", "'s", "’"}
_NO_SPACE_AFTER = frozenset("-$€£")
_NLP = spacy.blank("en")


def parsed(*sentences: str) -> Doc:
    """The document of these sentences, joined by blanks."""
    words: list[str] = []
    lemmas: list[str] = []
    tags: list[str] = []
    labels: list[str] = []
    heads: list[int] = []
    for sentence in sentences:
        first = len(words)
        for row in sentence.split():
            form, tag, label, head = row.rsplit("/", 3)
            word, _, lemma = form.partition("=")
            words.append(word)
            lemmas.append(lemma or word.lower())
            tags.append(tag)
            labels.append("ROOT" if head == "0" else label)
            heads.append(len(words) - 1 if head == "0" else first + int(head) - 1)
    return Doc(
        _NLP.vocab,
        words=words,
        spaces=_spaces(words),
        lemmas=lemmas,
        tags=tags,
        pos=[_pos(tag, label) for tag, label in zip(tags, labels, strict=True)],
        deps=labels,
        heads=heads,
    )


def _spaces(words: list[str]) -> list[bool]:
    following = [*words[1:], "."]
    return [
        after not in _NO_SPACE_BEFORE and word not in _NO_SPACE_AFTER
        for word, after in zip(words, following, strict=True)
    ]


def _pos(tag: str, label: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if label.startswith(("aux", "cop")) else "VERB"
    return _POS.get(tag, "PUNCT")
