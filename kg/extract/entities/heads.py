"""Decides by its words alone what a name or a noun phrase could stand for: heads, roles, titles."""

import re
from collections.abc import Sequence

from kg.extract.lexicon import terms
from kg.model import EntityKind

EXPERTS = terms("persons", "experts")
OFFICERS = terms("persons", "officers")
_RELATIONS = terms("persons", "relations")
ROLES = EXPERTS | OFFICERS | _RELATIONS | terms("persons", "others")
_COURTESY = terms("persons", "courtesy")
_SURNAMES = terms("persons", "surnames")
_TITLE_WORDS = ROLES | _COURTESY | terms("persons", "modifiers")
_BODY_HEADS = terms("organizations", "heads")
_STATE_HEADS = terms("organizations", "state_heads")
_RESEARCH = terms("organizations", "research_heads")
_COMPANIES = terms("organizations", "companies")
_BODIES = terms("organizations", "bodies")
_BODY_FIRSTS = terms("organizations", "firsts")
_NAMED_AFTER = terms("organizations", "named_after", "called_after")
_UNITS = terms("units", "named_heads")
_NUMBERED_UNITS = terms("units", "heads")
_NATIONAL = tuple(terms("units", "national"))
_SOURCES = terms("sources", "heads")
_SOURCE_FIRSTS = terms("sources", "firsts")
_SOURCE_NOUNS = terms("sources", "nouns")
_PLACES = terms("places", "heads")
_PLACE_FIRSTS = terms("places", "firsts")
_PLACE_NOUNS = terms("places", "before") | terms("places", "after")
_THINGS = terms("nothing", "heads")
_THING_NOUNS = terms("nothing", "before")
_LINKS = frozenset({"of", "for", "on", "against"})
_CAUSES = frozenset({"for", "of", "without", "against", "across"})
_GROUPS = terms("organizations", "groups")
_SHIPS = terms("nothing", "prefixes")
_SMALL = frozenset({"of", "for", "the", "and", "on", "against", "&"})
_MIN_ACRONYM = 2
# Sciences whose name alone makes an expert: seismologist, hydrologist.
_SCIENTISTS = ("ologist", "onomist", "icist", "grapher")
_SCIENTIST = re.compile(rf"[a-z]{{3,}}(?:{'|'.join(_SCIENTISTS)})s?$")
_NO_SCIENTIST = frozenset(
    {"apologist", "photographer", "publicist", "biographer", "videographer", "stenographer"}
)
_STUDIES = frozenset({"studies", "researches", "covers", "tracks", "analyses", "analyzes"})
_ORDINAL = re.compile(r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth)$")


def is_role(word: str) -> bool:
    """Whether the (case-folded) word says what somebody is.

    >>> is_role("seismologist"), is_role("river")
    (True, False)
    """
    return word in ROLES or is_expert(word)


def is_relation(word: str) -> bool:
    """Whether the word says only whose kin somebody is, or that somebody was there."""
    return word in _RELATIONS


def is_expert(word: str) -> bool:
    """Whether the word names somebody who is quoted for knowledge."""
    if word in EXPERTS:
        return True
    ends = word.removesuffix("s").endswith(
        _SCIENTISTS
    )  # most words end otherwise, and are not searched
    science = ends and _SCIENTIST.match(word) is not None
    return science and word not in _NO_SCIENTIST


def is_study(word: str) -> bool:
    """Whether the verb says that somebody has a field of knowledge: "who studies glaciers"."""
    return word in _STUDIES


def is_courtesy(word: str) -> bool:
    """Whether the word is an address such as ``Mr`` or ``Dame``."""
    return word in _COURTESY


def is_title_word(word: str) -> bool:
    """Whether the word can stand in a title before a name."""
    return word in _TITLE_WORDS or is_expert(word)


def is_body_head(word: str) -> bool:
    """Whether the word can be the head of an organization's name."""
    return word in _BODY_HEADS


def is_body_noun(word: str) -> bool:
    """Whether the word is a common noun for a body, so that a name that ends in it is complete."""
    return word in _BODIES or word in _COMPANIES


def is_company_noun(word: str) -> bool:
    """Whether the word is a common noun for a company, such as ``retailer``."""
    return word in _COMPANIES


def is_public(word: str) -> bool:
    """Whether a body of this head is called after a place or a person, who is not meant by that name alone."""
    return word in _BODIES or word in _NAMED_AFTER


def is_head(word: str) -> bool:
    """Whether the word is the head of names of bodies or places and no name by itself."""
    return word in _BODY_HEADS or word in _PLACES


def is_state_body(words: Sequence[str]) -> bool:
    """Whether the name is one that every state has: Ministry of Water, State Water Agency."""
    return len(words) > 1 and words[_head(words)] in _STATE_HEADS


def is_surname(word: str) -> bool:
    """Whether a head word is also a common surname."""
    return word in _SURNAMES


def is_research(words: Sequence[str]) -> bool:
    """Whether the name or phrase is that of a body of research, whose head speaks as an expert."""
    return any(word in _RESEARCH for word in words)


def names_thing(words: Sequence[str]) -> bool:
    """Whether the name is that of a law, a prize, an event, a product."""
    if words[0] in _SHIPS and len(words) > 1:
        return True
    if words[0] in _THING_NOUNS and len(words) > 1 and shape(words) is None:
        return True
    return words[_head(words)] in _THINGS and words[_head(words)] not in _BODY_HEADS


def introduces_thing(word: str) -> bool:
    """Whether the noun before a name says that it names a ship, a film, a storm."""
    return word in _THING_NOUNS


def _head(words: Sequence[str]) -> int:
    """The position of the head: the word before the first "of" or "for", else the last."""
    for position, word in enumerate(words):
        if word in _LINKS and position > 0:
            return position - 1
    return len(words) - 1


def has_complement(words: Sequence[str]) -> bool:
    """Whether the name goes on after "of", "for" and the like, with what is no name of the body itself."""
    return not _LINKS.isdisjoint(words)


def shape(words: Sequence[str]) -> EntityKind | None:
    """What the words of a name say that it is; None where they say nothing.

    Args:
        words: Case-folded.

    >>> str(shape(["harbour", "university"])), shape(["ana", "ruiz"])
    ('Organization', None)
    """
    head = words[_head(words)]
    several = len(words) > 1
    rows = (
        (" ".join(words).endswith(_NATIONAL), EntityKind.UNIT),
        (several and head in _UNITS, EntityKind.UNIT),
        (head in _NUMBERED_UNITS and any(map(_ORDINAL.match, words)), EntityKind.UNIT),
        (head in _BODY_HEADS, EntityKind.ORGANIZATION),
        (several and words[0] in _BODY_FIRSTS, EntityKind.ORGANIZATION),
        (several and words[0] in _GROUPS and words[1] in _CAUSES, EntityKind.ORGANIZATION),
        (several and (head in _SOURCES or words[0] in _SOURCE_FIRSTS), EntityKind.SOURCE),
        (several and (head in _PLACES or words[0] in _PLACE_FIRSTS), EntityKind.PLACE),
        (words[-1] in _BODY_HEADS, EntityKind.ORGANIZATION),
    )
    return next((kind for holds, kind in rows if holds), None)


def denotes(noun: str) -> EntityKind | None:
    """What a common noun in a description ("a firm that …") says that the described is.

    >>> str(denotes("researcher")), str(denotes("firm"))
    ('Person', 'Organization')
    """
    if noun in _COMPANIES and noun in ROLES:
        return None
    if noun in _COMPANIES or noun in _BODIES:
        return EntityKind.ORGANIZATION
    if noun in _SOURCE_NOUNS:
        return EntityKind.SOURCE
    if is_role(noun):
        return EntityKind.PERSON
    if noun in _PLACE_NOUNS:
        return EntityKind.PLACE
    return None


def is_initials(short: str, full: str) -> bool:
    """Whether the short form is made of the initials of the full one, small words left out or counted.

    >>> is_initials("ifp", "institute for peace"), is_initials("ip", "institute for peace")
    (True, True)
    """
    words = [word for word in full.replace("/", " ").split() if word]
    if len(short) < _MIN_ACRONYM or len(words) < _MIN_ACRONYM:
        return False
    before_of = words[: words.index("of")] if "of" in words[1:] else words
    initials = {
        "".join(word[0] for word in words),
        "".join(word[0] for word in words if word not in _SMALL),
        "".join(word[0] for word in before_of if word not in _SMALL),
    }
    return short.replace("/", "") in initials
