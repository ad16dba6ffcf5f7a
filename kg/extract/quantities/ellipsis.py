"""Tells figures that leave out what they count: "Police counted 40 tents. The mayor spoke of 60." The sentence before has said it.

A figure does so where it stands alone and hangs on a word for figures, on a pronoun that is said to be so many, or on a verb that
gives a number: "it was 29", "the real figure was closer to 61", "put it at 40", "counted 52".
"""

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.lexemes import word_set
from kg.extract.quantities.measuring import Place
from kg.extract.quantities.units import Unit
from kg.model import Measure

_HEDGES = word_set(
    "about around nearly almost over under than more less fewer least most only just close closer nearer near to no as many much some roughly approximately exactly rather probably likely possibly actually really in fact"
)
_BEING = frozenset({"be", "stand"})
_FIGURES = word_set("number figure toll total count tally sum estimate one")
_POINTING = frozenset({"it", "that", "this"})
_GIVING = word_set("count tally")
_NAMING = frozenset({"speak", "talk"})
_PUTTING = frozenset({"put", "place"})
_BEFORE_BEING = frozenset({"AUX", "ADV", "PART"})
_LIKE = 10
"""How many times larger or smaller what a figure takes up may be; of two things that differ by more, one seldom stands for the other.
Chosen on invented reports; no figure of the labelled stories and reports changes by it."""


class Antecedent(NamedTuple):
    """A figure that says what it counts.

    Attributes:
        kind: Lemma of what is counted, or empty.
        unit: Its unit of measurement, or None.
        measure: Its measure, or None.
        value: A number that it states.
        sentence: Where its sentence begins, as an index of tokens.
    """

    kind: str
    unit: Unit | None
    measure: Measure | None
    value: float
    sentence: int


def taken_up(known: Iterable[Antecedent], value: float) -> Antecedent | None:
    """What a figure takes up: the first of those of its sentence and the one before that is about as large; None where none is."""
    for one in known:
        low, high = sorted((abs(one.value), abs(value)))
        if high <= _LIKE * low:
            return one
    return None


def leaves_out(doc: Doc, place: Place) -> bool:
    """Whether a figure stands alone and by its construction counts what was said before."""
    if place.unit is not None or place.counted.head is not None:
        return False
    at = _before_hedges(doc, place.first)
    if at < 1:
        return False
    word = doc[at]
    lemma = word.lemma_.lower()
    if lemma in _BEING:
        return _is_pointing(doc, _subject(doc, at))
    if word.lower_ == "at":
        return _is_pointing(doc, at - 1) and any(
            t.lemma_.lower() in _PUTTING for t in doc[max(0, at - 5) : at]
        )
    if word.lower_ == "of":
        before = doc[at - 1].lemma_.lower()
        return before in _NAMING or before in _FIGURES
    return lemma in _GIVING and word.pos_ == "VERB"


def _before_hedges(doc: Doc, first: int) -> int:
    """The last token before a figure that does not hedge it; -1 where there is none in its sentence."""
    at = first - 1
    while at >= 0 and (doc[at].lower_ in _HEDGES or _opens_bound(doc, at)):
        at -= 1
    return at if at >= 0 and doc[at].sent.start == doc[first].sent.start else -1


def _opens_bound(doc: Doc, at: int) -> bool:
    """Whether this is the "at" of "at least", not that of "put it at"."""
    return doc[at].lower_ == "at" and doc[at + 1].lower_ in {"least", "most"}


def _subject(doc: Doc, verb: int) -> int:
    """The token right before a verb, its auxiliaries and adverbs left out."""
    at = verb - 1
    while at > 0 and doc[at].pos_ in _BEFORE_BEING:
        at -= 1
    return at


def _is_pointing(doc: Doc, at: int) -> bool:
    """Whether a token is a pronoun, or a word for figures, that stands for a number told before."""
    return at >= 0 and (doc[at].lower_ in _POINTING or doc[at].lemma_.lower() in _FIGURES)
