"""Finds what a figure counts: the noun behind it, the whole that it is a part of, or nothing but its unit.

The noun phrase is read from the tags of the words that follow, because a parser fails more often on long noun phrases
than a tagger on their words.
"""

from typing import NamedTuple

from spacy.tokens import Doc, Token


class Counted(NamedTuple):
    """What a figure counts.

    Attributes:
        head: The noun that is counted ("soldiers"), or None.
        first, end: Indices of the words that say what is counted; empty where none do.
        part: Whether the figure is a part of a known whole ("of them", "of the dead").
    """

    head: Token | None
    first: int
    end: int
    part: bool = False


_IN_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "SYM"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_DETERMINERS = frozenset(
    {
        "the",
        "these",
        "those",
        "them",
        "its",
        "their",
        "his",
        "her",
        "our",
        "us",
        "all",
        "which",
        "whom",
    }
)
_PRONOUNS = frozenset({"those", "them", "us", "these", "which", "whom"})
_WEEKDAYS_AND_MORE = frozenset(
    {
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "monday",
        "today",
        "yesterday",
        "tonight",
    }
)
# "About 3,000 either killed or wounded": no noun; a participle may stand before a noun ("injured workers").
_PARTICIPLES = frozenset({"VBN", "VBG"})
_SINGLE = frozenset({"one", "1", "no", "single"})
_UNCHANGED = frozenset(
    {
        "aircraft",
        "cattle",
        "cavalry",
        "crew",
        "fish",
        "infantry",
        "military",
        "personnel",
        "police",
        "sheep",
        "spacecraft",
        "staff",
    }
)
_LONGEST_PHRASE = 8


def counted(doc: Doc, after: int) -> Counted:
    """What the figure that ends before the token ``after`` counts."""
    phrase = _noun_phrase(doc, after)
    if phrase is not None or after >= len(doc):
        return phrase or Counted(None, after, after)
    if doc[after].lower_ == "of":
        return _whole(doc, after + 1)
    return Counted(None, after, after)


def of_which(doc: Doc, before: int) -> Token | None:
    """The noun that "of which" takes up, where it stands before a figure ("11,000 troops, of which 4,000")."""
    if (
        before > 1
        and doc[before - 1].lower_ in {"which", "whom"}
        and doc[before - 2].lower_ == "of"
    ):
        return doc[before - 1]
    return None


def _noun_phrase(doc: Doc, first: int) -> Counted | None:
    """The noun phrase that begins here: modifiers and a plural noun (or the noun that the parser gives the number)."""
    head: Token | None = None
    at = first
    while at < min(len(doc), first + _LONGEST_PHRASE):
        token = doc[at]
        if token.lower_ in _WEEKDAYS_AND_MORE or (head is not None and not _goes_on(doc, head, at)):
            break
        if token.pos_ in _NOUNS:
            head = token
            if token.tag_ in _PLURAL_TAGS and not _continues(doc, at):
                break
        elif not _may_modify(doc, at):
            break
        at += 1
    if head is None or not (_is_plural(head) or _governs(head, first)):
        return None
    return Counted(head, first, head.i + 1)


def _goes_on(doc: Doc, head: Token, at: int) -> bool:
    """Whether a noun phrase goes on behind a noun: with a noun, a hyphen, or the adjective of a people ("North Korean")."""
    token = doc[at]
    if token.pos_ in _NOUNS or token.text == "-" or doc[at - 1].text == "-":
        return True
    return head.pos_ == "PROPN" and token.pos_ == "ADJ" and token.text[:1].isupper()


def _continues(doc: Doc, at: int) -> bool:
    """Whether a plural noun is itself a modifier of a plural noun behind it ("sports halls")."""
    following = doc[at + 1] if at + 1 < len(doc) else None
    return (
        following is not None and following.tag_ in _PLURAL_TAGS and doc[at].head.i == following.i
    )


def _may_modify(doc: Doc, at: int) -> bool:
    """Whether a word may stand between a number and the noun that it counts."""
    token = doc[at]
    if token.pos_ in _IN_PHRASE or token.text == "-":
        return True
    following = doc[at + 1] if at + 1 < len(doc) else None
    if following is None:
        return False
    if token.pos_ == "ADV":
        return following.pos_ == "ADJ" or following.tag_ in _PARTICIPLES
    return (
        token.tag_ in _PARTICIPLES and following.pos_ in _IN_PHRASE and token.lower_ != "including"
    )


def _is_plural(token: Token) -> bool:
    return (
        token.tag_ in _PLURAL_TAGS
        or "Ptan" in token.morph.get("Number", [])
        or token.lower_ == "people"
    )


def _governs(head: Token, first: int) -> bool:
    """Whether the parser hangs the number before the phrase on its noun."""
    number = head.doc[first - 1]
    if number.lower_ not in _SINGLE and head.lemma_.lower() not in _UNCHANGED:
        return False
    return number.head.i == head.i and number.dep_ in {"nummod", "compound", "amod", "det"}


def _whole(doc: Doc, first: int) -> Counted:
    """What stands behind "of": a known whole ("of the dead", "of them") or only the kind counted ("dozens of places")."""
    at = first
    known = False
    while at < len(doc) and doc[at].lower_ in _DETERMINERS:
        known = True
        if doc[at].lower_ in _PRONOUNS and not (at + 1 < len(doc) and doc[at + 1].pos_ in _NOUNS):
            return Counted(doc[at], at, at + 1, part=True)
        at += 1
    while at < len(doc) and doc[at].pos_ == "NUM":
        known, at = True, at + 1
    if known and at < len(doc) and doc[at].lower_ in {"dead", "wounded", "injured", "missing"}:
        return Counted(doc[at], first, at + 1, part=True)
    phrase = _noun_phrase(doc, at) or _mass(doc, at)
    return (
        Counted(None, first, first)
        if phrase is None
        else Counted(phrase.head, first, phrase.end, part=known)
    )


def _mass(doc: Doc, first: int) -> Counted | None:
    """A singular noun behind "of": "of rain", "of national output"."""
    at = first
    while at < len(doc) and (doc[at].pos_ in _NOUNS or _may_modify(doc, at)):
        at += 1
    if at == first or doc[at - 1].pos_ not in _NOUNS:
        return None
    return Counted(doc[at - 1], first, at)
