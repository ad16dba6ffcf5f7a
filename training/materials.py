"""Collects from treebanks what attribution sentences are made of: clauses, speakers and descriptions of speakers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from training.treebank import Sentence, Word

# Verbs whose clauses are attributions already.
_SPEECH = frozenset(
    [
        "add",
        "announce",
        "argue",
        "believe",
        "claim",
        "explain",
        "note",
        "report",
        "say",
        "state",
        "tell",
        "think",
        "warn",
        "write",
    ]
)
# Relations under which annotation is loose or a graft would be no grammatical sentence.
_LOOSE = frozenset(
    [
        "dep",
        "discourse",
        "dislocated",
        "goeswith",
        "list",
        "orphan",
        "parataxis",
        "reparandum",
        "vocative",
    ]
)
_MARKS = frozenset(['"', "“", "”", "``", "''", "(", ")", ":", "-", "--", "‘", "—"])
_LONGEST_SPEAKER = 9
_CLAUSE_WORDS = range(6, 29)


@dataclass(eq=False)
class Node:
    """A word in a tree under construction; ``parent`` is None at the root."""

    word: Word
    parent: Self | None = None


Tree = list[Node]


def tree(words: Sequence[Word]) -> Tree:
    """Nodes for words whose heads point into the sequence; a head outside makes a root."""
    nodes = [Node(word) for word in words]
    for at, word in enumerate(words):
        if word.head != at and 0 <= word.head < len(words):
            nodes[at].parent = nodes[word.head]
    return nodes


def root(nodes: Tree) -> Node:
    """The node without a parent among these."""
    inside = set(map(id, nodes))
    return next(node for node in nodes if node.parent is None or id(node.parent) not in inside)


def sentence(nodes: Tree) -> Sentence:
    """The tree as a sentence of a treebank."""
    places = {id(node): at for at, node in enumerate(nodes)}
    words = tuple(
        replace(node.word, head=at if node.parent is None else places[id(node.parent)], misc="_")
        for at, node in enumerate(nodes)
    )
    return Sentence(words, "grafted")


@dataclass(frozen=True)
class Materials:
    """Parts of gold sentences, each a row of words with heads inside the row.

    Attributes:
        clauses: Whole declarative sentences with their full stop, none an attribution itself.
        speakers: Subjects that may speak: names, and subjects of verbs of speech.
        descriptions: Appositions of more than a word.
        lexicon: Lower-case form and part of speech to the word as it is most often annotated.
    """

    clauses: tuple[tuple[Word, ...], ...]
    speakers: tuple[tuple[Word, ...], ...]
    descriptions: tuple[tuple[Word, ...], ...]
    lexicon: dict[tuple[str, str], Word]

    @classmethod
    def collect(cls, sentences: Iterable[Sentence]) -> Self:
        """Everything of use in the sentences, in their order."""
        rows = [sentence.words for sentence in sentences]
        subjects = [part for words in rows for part in _speakers(words)]
        descriptions = [part for words in rows for part in _parts(words, "appos") if len(part) > 1]
        clauses = [words for words in rows if _is_clause(words)]
        return cls(tuple(clauses), tuple(subjects), tuple(descriptions), _lexicon(rows))

    def word(self, form: str, pos: str, relation: str) -> Word:
        """A word of the lexicon in a new place."""
        known = self.lexicon[form.lower(), pos]
        return replace(known, form=form, relation=relation, head=0, space=True, misc="_")


def _lexicon(rows: Iterable[Sequence[Word]]) -> dict[tuple[str, str], Word]:
    counts: dict[tuple[str, str], Counter[tuple[str, str, str]]] = defaultdict(Counter)
    for words in rows:
        for word in words:
            counts[word.form.lower(), word.pos][word.lemma, word.tag, word.morph] += 1
    found = {}
    for (form, pos), count in counts.items():
        lemma, tag, morph = max(count.items(), key=lambda item: (item[1], item[0]))[0]
        found[form, pos] = Word(form, lemma, pos, tag, morph, 0, "dep")
    return found


def subtree(words: Sequence[Word], top: int) -> list[int]:
    """The indices of a word and of everything below it, in order."""
    inside = {top}
    grown = True
    while grown:
        below = {at for at, word in enumerate(words) if word.head in inside} | inside
        grown = below != inside
        inside = below
    return sorted(inside)


def _parts(words: Sequence[Word], relation: str) -> Iterator[tuple[Word, ...]]:
    """The nominal phrases in a relation that have no gap and no loose word, without the marks around them."""
    for top, word in enumerate(words):
        if word.relation != relation or word.pos not in {"NOUN", "PROPN"}:
            continue
        inside = subtree(words, top)
        if relation == "appos":  # the commas around it are the apposition's
            inside = [at for at in inside if words[at].pos != "PUNCT"]
        part = [words[at] for at in inside]
        whole = inside[-1] - inside[0] + 1 == len(inside) <= _LONGEST_SPEAKER
        if (
            whole
            and "PUNCT" not in {part[0].pos, part[-1].pos}
            and not any(w.relation in _LOOSE or w.form in _MARKS for w in part)
        ):
            shifted = [replace(w, head=w.head - inside[0]) for w in part]
            at = top - inside[0]
            shifted[at] = replace(shifted[at], head=at)
            yield tuple(shifted)


def _speakers(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    for part in _parts(words, "nsubj"):
        if any(word.pos == "PROPN" for word in part) or any(
            word.lemma in _SPEECH for word in words
        ):
            yield part


def _is_clause(words: Sequence[Word]) -> bool:
    top = next(at for at, word in enumerate(words) if word.head == at)
    return (
        len(words) in _CLAUSE_WORDS
        and words[-1].form == "."
        and words[-1].head == top
        and words[top].lemma not in _SPEECH
        and any(word.head == top and word.relation.startswith("nsubj") for word in words)
        and not any(word.relation in _LOOSE or word.form in _MARKS for word in words)
        and words[0].form[:1].isupper()
        and words[0].pos not in {"PUNCT", "CCONJ"}
    )
