"""Words that tell two figures apart which share measure, unit and place: two rounds, two groups, two rates, two peoples, two holders."""

import re
from collections import defaultdict

from kg.compare.figures import Figure
from kg.compare.intervals import PEOPLE, same_unit
from kg.compare.lexicon import lexicon, sense, stem, tokens
from kg.compare.shares import Share
from kg.compare.verdict import same_party
from kg.model import Scope

_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|1st|2nd|3rd|[4-9]th|final)\s+([a-z]+)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\b([\w-]+)[ -](?:group|arm|cohort)\b", re.IGNORECASE)
_NO_GROUP = frozenset(
    ["a", "an", "the", "this", "that", "each", "one", "first", "second", "rights", "news", "whole"]
)
# What a figure is counted for each of, right behind it: "200 cars a day".
_RATE = re.compile(
    r"\s*(?:[\w-]+ ){0,2}?(?:an?|per|each|every) (second|minute|hour|day|night|week|month|quarter|year|head|person|share"
    r"|household|tonne|ton|barrel|unit)\b",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"\s*(?:[\w-]+ ){0,2}?(hourly|daily|weekly|monthly|yearly|annually)\b", re.IGNORECASE
)
_PLACEBO = re.compile(
    r"(?<!compared with )(?<!compared to )(?<!versus )(?<!than )(?<!against )(?<!than with )(?<!than on )\bplacebo\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:expect(?:s|ed)?|forecasts?|forecasted|predict(?:s|ed)?|anticipate[sd]?)\b", re.IGNORECASE
)
PERSON = "person"
PERCENT = "percent"
_OF_ADVERBS = {"daily": "day", "annually": "year"}


def told_apart(a: Figure, b: Figure) -> bool:
    """Whether the words around two figures tell that they are not of one thing."""
    return (
        _two_of_a_row(a, b)
        or _of_two_groups(a, b)
        or any(tell(a) != tell(b) for tell in (rate, _on_placebo, _expected))
        or _shares_of_two(a, b)
        or _of_two_holders(a, b)
    )


def _of_two(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _of_two_groups(a: Figure, b: Figure) -> bool:
    """Whether two groups are named, or one, and the other figure is of another part."""
    ours, theirs = _groups(a), _groups(b)
    parts = a.scope is b.scope is Scope.PART
    return _of_two(ours, theirs) or (parts and bool(ours) != bool(theirs))


def _two_of_a_row(a: Figure, b: Figure) -> bool:
    """Whether one is of the first round and the other of the second."""
    ours, theirs = _ordinals(a), _ordinals(b)
    return any(_of_two(ours[noun], theirs[noun]) for noun in ours.keys() & theirs.keys())


def _ordinals(figure: Figure) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for ordinal, noun in _ORDINAL.findall(figure.words):
        found[stem(noun)].add(ordinal.casefold())
    return {noun: frozenset(ordinals) for noun, ordinals in found.items()}


def _groups(figure: Figure) -> frozenset[str]:
    names = (name.casefold() for name in _GROUP.findall(figure.words))
    return frozenset(name for name in names if name not in _NO_GROUP)


def rate(figure: Figure) -> str:
    """What a figure is given for each of, by the words right behind it; empty where it is no rate."""
    found = _RATE.match(figure.behind) or _ADVERBS.match(figure.behind)
    if found is None:
        return ""
    word = found[1].casefold()
    return _OF_ADVERBS.get(word, word.removesuffix("ly"))


def _on_placebo(figure: Figure) -> bool:
    """Whether it is of those who were given nothing that works, and not of others compared with them."""
    return _PLACEBO.search(figure.words) is not None


def _expected(figure: Figure) -> bool:
    """Whether it is what somebody expects, rather than what is or is decided."""
    claim = figure.statement.claim
    cue = claim.cue.cut(figure.statement.article.text) if claim.cue else ""
    return _EXPECTED.search(f"{cue} {figure.words}") is not None


def _shares_of_two(a: Figure, b: Figure) -> bool:
    """Whether one percentage is of women, say, and the other of all or of men."""
    if PERCENT not in (a.quantity.unit, b.quantity.unit):
        return False
    ours, theirs = (
        {sense(word) for word in tokens(one.quantity.counted)} & lexicon().peoples.keys()
        for one in (a, b)
    )
    return ours != theirs


def _of_two_holders(a: Figure, b: Figure) -> bool:
    """Whether the claims begin with two names, as of two candidates or two companies."""
    return not same_party(a.statement, b.statement) and _of_two(
        a.statement.subject, b.statement.subject
    )


def kinds_of_people(a: Figure, b: Figure) -> Share:
    """How the people relate whom two figures count, by the words for them: children and women, children and people.

    Of words for people in general one stands for the other; dockworkers are a part of the people, and a body's members or
    supporters a part of the dockworkers; students and dockworkers have nothing to do with each other.
    """
    ours, theirs = sense(a.quantity.unit), sense(b.quantity.unit)
    if ours == theirs:
        return Share.SAME
    if theirs in lexicon().peoples.get(ours, ()):
        return Share.APART
    if _among(a.quantity.unit, b.quantity.unit):
        return Share.LEFT_IN_RIGHT
    if _among(b.quantity.unit, a.quantity.unit):
        return Share.RIGHT_IN_LEFT
    return Share.SAME if same_unit(a.quantity.unit, b.quantity.unit) else Share.APART


def _among(part: str, whole: str) -> bool:
    """Whether people of one kind are some of those of another."""
    words, one, other = lexicon(), sense(part), sense(whole)
    if whole == PERSON:
        return one in words.narrower or part not in PEOPLE
    return one in words.associates and other not in words.associates | words.forces
