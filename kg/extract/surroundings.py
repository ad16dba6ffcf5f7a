"""The places and dates of an article by token: which stand in a phrase, and which belong to a verb."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from numpy import flatnonzero
from spacy.tokens import Doc, Token

from kg.language.paragraphs import offsets
from kg.model import EntityKind, Referent, Span, When

_LONGEST_CLIMB = 5
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_YEARS = range(1500, 2100)
_DIGITS_OF_A_YEAR = 4


class Surroundings(NamedTuple):
    """Where and when, by the index of tokens.

    Attributes:
        places: First token of a place's mention to the token behind it and the place's id.
        dates: First token of a date to the token behind it and the date.
        verb_places, verb_dates: Index of a verb to the places and the first date that its clause gives it.
    """

    places: dict[int, tuple[int, str]]
    dates: dict[int, tuple[int, When]]
    verb_places: dict[int, tuple[str, ...]]
    verb_dates: dict[int, When]

    def places_within(self, first: int, end: int) -> tuple[str, ...]:
        """Ids of the places mentioned in the tokens [first, end), sorted."""
        return tuple(sorted({self.places[at][1] for at in range(first, end) if at in self.places}))

    def dates_within(self, first: int, end: int) -> tuple[When, ...]:
        """The dates in the tokens [first, end), in order."""
        return tuple(self.dates[at][1] for at in range(first, end) if at in self.dates)

    def is_dated(self, at: int) -> bool:
        """Whether a date begins with this token or the one before it."""
        return any(first in self.dates and self.dates[first][0] > at for first in (at, at - 1))

    def end_of_place(self, at: int) -> int | None:
        """The token behind the place that begins here, or None."""
        return self.places[at][0] if at in self.places else None

    def end_of_fact(self, at: int) -> int | None:
        """The token behind the place or date that begins here, or None."""
        fact = self.places.get(at) or self.dates.get(at)
        return None if fact is None else fact[0]

    def end_of_date(self, at: int) -> int | None:
        """The token behind the date that begins here, or None."""
        return self.dates[at][0] if at in self.dates else None

    def places_of(self, verb: Token) -> tuple[str, ...]:
        """Ids of the places that the verb's clause names."""
        return self.verb_places.get(verb.i, ())

    def date_of(self, verb: Token) -> When | None:
        """The first date that the verb's clause gives."""
        return self.verb_dates.get(verb.i)


def surroundings(
    doc: Doc, referents: Iterable[Referent], times: Iterable[tuple[Span, When]]
) -> Surroundings:
    """The places and dates of an article, in one pass over their mentions; a bare year before a noun is a date too."""
    starts = offsets(doc)
    places: dict[int, tuple[int, str]] = {}
    for referent in referents:
        if referent.kind is EntityKind.PLACE:
            for mention in referent.mentions:
                first, end = _tokens(starts, mention)
                places[first] = (end, referent.id)
    dates = {at: (at + 1, When(edtf=doc[at].text)) for at in _years(doc)}
    for span, when in times:
        first, end = _tokens(starts, span)
        dates[first] = (end, when)
    verb_places: dict[int, tuple[str, ...]] = {}
    for first in sorted(places):
        verb = _verb(doc[first])
        if verb is not None:
            verb_places[verb.i] = (*verb_places.get(verb.i, ()), places[first][1])
    verb_dates: dict[int, When] = {}
    for first in sorted(dates):
        verb = _verb(doc[dates[first][0] - 1])
        if verb is not None:
            verb_dates.setdefault(verb.i, dates[first][1])
    return Surroundings(places, dates, verb_places, verb_dates)


def _tokens(starts: list[int], span: Span) -> tuple[int, int]:
    return bisect_right(starts, span.start) - 1, bisect_left(starts, span.end)


def _years(doc: Doc) -> list[int]:
    """The tokens that are a year and modify a noun behind them ("the 1997 flood")."""
    digits, length = doc.to_array(["IS_DIGIT", "LENGTH"]).T
    return [
        at
        for at in flatnonzero(digits & (length == _DIGITS_OF_A_YEAR)).tolist()
        if int(doc[at].text) in _YEARS and doc[at].head.i > at
    ]


def _verb(token: Token) -> Token | None:
    """The verb whose clause a word stands in; None for words of its subject and for those far from any verb."""
    for _ in range(_LONGEST_CLIMB):
        if token.pos_ == "VERB":
            return token
        if token.dep_ in _SUBJECTS or token.head.i == token.i:
            return None
        token = token.head
    return None
