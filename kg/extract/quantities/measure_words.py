"""The words of ontology/measures.ttl: what a noun, an adjective or a verb of a sentence tells that is measured.

Which of the words near a figure decides is left to kg.extract.quantities.measuring.
"""

from collections import defaultdict
from functools import cache
from typing import NamedTuple, TypeVar

from spacy.tokens import Token

from kg.model import Measure, Measures

_Key = TypeVar("_Key")
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"})
OBJECTS = frozenset({"obj", "iobj"})
ARGUMENTS = SUBJECTS | OBJECTS


class Lexicon(NamedTuple):
    """The words of all measures, from lemma (or pair of lemmas) to the measures that they tell of."""

    verbs: dict[str, tuple[Measure, ...]]
    verb_pairs: dict[str, dict[str, tuple[Measure, ...]]]
    nouns: dict[str, tuple[Measure, ...]]
    noun_pairs: dict[tuple[str, str], tuple[Measure, ...]]
    adjectives: dict[str, tuple[Measure, ...]]
    by_name: dict[str, Measure]


@cache
def lexicon_of(measures: Measures) -> Lexicon:
    """The words of the measures, ready to be looked up."""
    verbs: dict[str, list[Measure]] = defaultdict(list)
    nouns: dict[str, list[Measure]] = defaultdict(list)
    adjectives: dict[str, list[Measure]] = defaultdict(list)
    verb_pairs: dict[str, dict[str, list[Measure]]] = defaultdict(lambda: defaultdict(list))
    noun_pairs: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    for measure in measures.measures:
        for verb in measure.verbs:
            word, _, other = verb.partition(" ")
            (verb_pairs[word][other] if other else verbs[word]).append(measure)
        for noun in measure.nouns:
            word, _, other = noun.partition(" ")
            if other:
                noun_pairs[word, other].append(measure)
            else:
                nouns[word].append(measure)
        for adjective in measure.adjectives:
            adjectives[adjective].append(measure)
    return Lexicon(
        _frozen(verbs),
        {word: _frozen(others) for word, others in verb_pairs.items()},
        _frozen(nouns),
        _frozen(noun_pairs),
        _frozen(adjectives),
        {measure.name: measure for measure in measures.measures},
    )


def _frozen(rows: dict[_Key, list[Measure]]) -> dict[_Key, tuple[Measure, ...]]:
    return {key: tuple(row) for key, row in rows.items()}


def of_noun(noun: Token, lexicon: Lexicon) -> list[Measure]:
    """What a noun tells by itself or with the word before it ("job cuts", "death toll")."""
    pairs: list[Measure] = []
    if noun.i:
        pairs = [*lexicon.noun_pairs.get((noun.nbor(-1).lemma_.lower(), noun.lemma_.lower()), ())]
    return pairs or [*lexicon.nouns.get(noun.lemma_.lower(), ())]


def of_word(token: Token, lexicon: Lexicon) -> list[Measure]:
    """What an adjective or participle tells of the noun that it stands by."""
    found = [*lexicon.adjectives.get(token.lower_, ())]
    if token.pos_ in {"VERB", "ADJ"} and token.tag_ in {"VBN", "VBD", "VBG", "JJ"}:
        found += [
            measure
            for measure in lexicon.verbs.get(token.lemma_.lower(), ())
            if measure not in found
        ]
    return found


def of_coordinates(verb: Token, lexicon: Lexicon) -> list[Measure]:
    """What the verbs coordinated with this one tell, where they have no figure of their own."""
    found: list[Measure] = []
    for other in verb.rights:
        own = any(child.dep_ in ARGUMENTS for child in other.children)
        counts = any(token.pos_ == "NUM" for token in verb.doc[verb.i : other.i])
        if other.dep_ == "conj" and not own and not counts:
            found += of_word(other, lexicon)
    return found


def with_pair(verb: Token, lexicon: Lexicon) -> list[Measure]:
    """What a verb tells together with a particle or an object of its own ("lay off", "lose their lives")."""
    others = lexicon.verb_pairs.get(verb.lemma_.lower())
    if not others:
        return []
    near = {token.i: token for token in (*verb.children, *verb.doc[verb.i + 1 : verb.i + 2])}
    return [measure for at in sorted(near) for measure in others.get(near[at].lemma_.lower(), ())]


def with_subject(verb: Token, subject: Token | None, lexicon: Lexicon) -> list[Measure]:
    """What a verb tells together with a subject that the parser may not have given it ("900 posts, …, will go")."""
    others = lexicon.verb_pairs.get(verb.lemma_.lower(), {})
    return [] if subject is None else [*others.get(subject.lemma_.lower(), ())]


def plainly(verb: Token, lexicon: Lexicon) -> list[Measure]:
    """What a verb tells by itself, or a participle as an adjective."""
    return [*lexicon.verbs.get(verb.lemma_.lower(), ()), *lexicon.adjectives.get(verb.lower_, ())]
