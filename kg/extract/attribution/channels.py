"""Finds the outlet that somebody's words came through: "in an interview with X", "in a video posted by X".

Such a phrase stands before the reporting clause, within it or behind it, names what was said (an interview, a
statement, a video) and, after a word for carrying or a preposition, whoever brought it to others.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extract.attribution.cues import words
from kg.extract.attribution.phrases import (
    NOMINAL,
    Stretch,
    is_time,
    noun_phrase,
    phrase_head,
)

_OPENING = frozenset({"in", "during", "through", "via"})
_DETERMINERS = frozenset({"an", "a", "the", "his", "her", "its", "their", "this"})
_WITHOUT_ARTICLE = frozenset({"remarks", "comments", "statements", "interviews"})
_AGENT = frozenset({"by", "on", "in", "to"})
_OWN = frozenset({"his", "her", "its", "their", "my", "our", "this"})
_REACH = 6  # tokens between what was said and who carried it


class Channel(NamedTuple):
    """A phrase that names an outlet as the way that words took.

    Attributes:
        place: The whole phrase.
        outlet: The words that name the outlet; None where it is somebody's own ("on his channel").
    """

    place: Stretch
    outlet: Stretch | None


def channels(doc: Doc, pieces: Iterable[Stretch]) -> Iterator[Channel]:
    """The channels named in parts of sentences, in order."""
    for piece in pieces:
        for i in range(*piece):
            found = _channel(doc, i, piece)
            if found is not None:
                yield found


def _channel(doc: Doc, at: int, piece: Stretch) -> Channel | None:
    """The channel that begins at a token, if one does: a medium and who carried it."""
    word = doc[at].lower_
    if word == "speaking" and at + 1 < piece[1] and doc[at + 1].lower_ in {"to", "on", "with"}:
        return _named(doc, at, at + 2, piece)
    if word not in _OPENING:
        return None
    medium = _medium(doc, at + 1, piece)
    return None if medium is None else _carried(doc, at, medium, piece)


def _carried(doc: Doc, at: int, medium: int, piece: Stretch) -> Channel | None:
    """The channel that opens at a token and has this noun for what was said, if words for carrying it follow."""
    linked = words("medium-links") | ({"in"} if doc[medium].lower_ in words("written") else set())
    if doc[medium].lower_ in {"post", "message"}:
        linked -= {"on"}  # a platform carries everybody's posts and is no outlet
    for i in range(medium + 1, min(medium + _REACH, piece[1] - 1)):
        word, following = doc[i].lower_, doc[i + 1].lower_
        if word in linked and (i == medium + 1 or word != "to"):
            return _named(doc, at, i + 1, piece)
        if word in words("carrying") and following in _AGENT:
            return _named(doc, at, i + 2, piece, by_agent=following == "by")
        if doc[i].is_punct:
            break
    return None


def _medium(doc: Doc, start: int, piece: Stretch) -> int | None:
    """The noun for what was said or shown, after a determiner and adjectives."""
    for i in range(start, min(start + _REACH - 1, piece[1] - 1)):
        token = doc[i]
        determined = doc[start].lower_ in _DETERMINERS or token.lower_ in _WITHOUT_ARTICLE
        if token.lower_ in words("media") and determined:
            return i
        if token.is_punct or token.pos_ in {"ADP", "VERB", "PRON"}:
            return None
    return None


def _named(
    doc: Doc, begin: int, start: int, piece: Stretch, *, by_agent: bool = False
) -> Channel | None:
    """The channel with the outlet that is named from ``start`` on; None if a person or nobody is."""
    head = phrase_head(doc, start, piece[1])
    if head is None or head.pos_ not in NOMINAL:
        return None
    end = next((i for i in range(start, piece[1]) if _ends_name(doc[i])), piece[1])
    found = noun_phrase(head, (start, end)) if start <= head.i < end else (start, end)
    if doc[found[1] - 1].tag_ == "POS":
        found = found[0], found[1] - 1
    if found[0] > start or found[1] == start or not _is_outlet(doc, found, by_agent=by_agent):
        return None
    own = any(token.lower_ in _OWN for token in doc[slice(*found)])
    return Channel((begin, found[1]), None if own else found)


def _ends_name(token: Token) -> bool:
    if token.pos_ == "PROPN":  # a station's call letters, whatever their tag
        return False
    return token.is_punct or token.tag_ in {"WDT", "WP", "IN"} or token.tag_.startswith("VB")


def _is_outlet(doc: Doc, stretch: Stretch, *, by_agent: bool) -> bool:
    """Whether words name an outlet: a common noun for one, or a name; no person's, and a place's only if it acts."""
    tokens = doc[stretch[0] : stretch[1]]
    if any(token.lower_ in words("outlets") for token in tokens):
        return True
    named = tokens[-1].pos_ == "PROPN" and not is_time(tokens[-1])
    others = {"PER"} if by_agent else {"PER", "LOC"}
    return named and not any(token.ent_type_ in others for token in tokens)
