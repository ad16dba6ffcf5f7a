"""Decides what each name names: evidence from its words, its surroundings and the recognizer, added up.

One spelling has one kind in one article, so the evidence of all its mentions counts together (one sense per
discourse, Gale, Church and Yarowsky 1992). A name without any evidence is left out.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.extract import heads
from kg.extract.descriptions import Description
from kg.extract.gazetteer import places
from kg.extract.lexicon import terms
from kg.extract.names import Name, is_acronym
from kg.extract.page import Page
from kg.model import EntityKind

PERSON, ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION
UNIT, SOURCE, PLACE = EntityKind.UNIT, EntityKind.SOURCE, EntityKind.PLACE

Vote = tuple[EntityKind, float]
Votes = defaultdict[EntityKind, float]

_KNOWN_BODIES = terms("organizations", "known", "seats")
_KNOWN_SOURCES = terms("sources", "known")
_PLACE_AFTER = terms("places", "after")
_PLACE_BEFORE = terms("places", "before")
_IN = terms("places", "prepositions")
_BODY_NOUNS = terms("organizations", "bodies", "companies")
_SOURCE_NOUNS = terms("sources", "nouns")
_UNIT_GROUPS = terms("units", "groups")
_MILITARY = terms("units", "military")
_LABELS = {"PER": PERSON, "ORG": ORGANIZATION, "LOC": PLACE}
_TELLS = frozenset({"told", "tells"})
_QUOTES = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_POSSESSIVE = frozenset({"'s", "’s"})

# Weights: how much one piece of evidence counts against one label of the recognizer, which counts 1. Chosen on
# the development stories and checked by eye on PolNeAR dev and Worldwide newswire.
LABEL, HINT, SIGN, PROOF = 1.0, 1.0, 2.5, 6.0
# Below this a name is left out: a single hint is enough, a full name without any is not.
ENOUGH = 0.9
_PERSON_WORDS = 4  # longer runs of plain capital words in PolNeAR dev name bodies or things


def key(words: Sequence[str]) -> str:
    """What two spellings of one name share: no case, hyphens, full stops or spaces within hyphenated parts.

    >>> key(["Kim", "Jong", "-", "un"]) == key(["KIM", "Jong", "Un"])
    True
    """
    kept = (word.casefold().replace(".", "") for word in words if word not in {"-", "‐", "‑"})
    return " ".join(word for word in kept if word)


def name_key(page: Page, name: Name) -> str:
    """The key of a name."""
    return key(page.text[name.start : name.end])


def kinds(
    page: Page, found: Sequence[Name], said: Mapping[Name, Sequence[Description]]
) -> dict[str, EntityKind]:
    """Key of a name to its kind; names without evidence are missing.

    Args:
        page: The article.
        found: Its names.
        said: What is said of each.
    """
    votes: defaultdict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for name in found:
        tally = votes[name_key(page, name)]
        for kind, weight in _evidence(page, name, said[name]):
            tally[kind] += weight
    _share(votes)
    return {spelling: best for spelling, tally in votes.items() if (best := _best(tally))}


def _best(tally: Votes) -> EntityKind | None:
    if not tally:
        return None
    kind, weight = max(tally.items(), key=lambda item: (item[1], item[0]))
    return kind if weight >= ENOUGH else None


def _share(votes: Mapping[str, Votes]) -> None:
    """Let full names vouch for their parts: a surname for a person, a first word for a company."""
    for spelling in sorted(votes):
        words = spelling.split()
        best = _best(votes[spelling])
        if len(words) == 1 or best is None or best is PLACE:
            continue
        parts = {words[-1], words[0]} if best is PERSON else {words[0], " ".join(words[:-1])}
        for part in sorted(parts - {spelling}):
            if part in votes and not heads.is_body_head(part):
                votes[part][best] += SIGN


def _evidence(page: Page, name: Name, said: Sequence[Description]) -> Iterator[Vote]:
    yield from _recognized(page, name)
    yield from _worded(page, name)
    yield from _surrounded(page, name)
    yield from _described(page, name, said)


def _recognized(page: Page, name: Name) -> Iterator[Vote]:
    """The recognizer's label of the last word, or of the first."""
    for position in (name.end - 1, name.start):
        if page.label[position]:
            yield _LABELS[page.label[position]], LABEL
            return


def _worded(page: Page, name: Name) -> Iterator[Vote]:
    """What the words of the name itself say."""
    surface = page.between(name.start, name.end)
    words = page.lower[name.start : name.end]
    if surface in places() or surface.title() in places():
        yield PLACE, PROOF
    if surface in _KNOWN_BODIES:
        yield ORGANIZATION, PROOF
    if surface in _KNOWN_SOURCES:
        yield SOURCE, PROOF
    body = heads.shape(words)
    if body is not None:
        single = len(words) == 1
        yield body, HINT if heads.is_surname(words[-1]) or single else SIGN
    elif len(words) == 1 and is_acronym(surface) and not name.dateline:
        yield ORGANIZATION, HINT
    elif 1 < len(words) <= _PERSON_WORDS and _proper(page, name):
        yield PERSON, HINT / 2


def _proper(page: Page, name: Name) -> bool:
    positions = range(name.start, name.end)
    return all(page.tag[position].startswith("NNP") for position in positions)


def _surrounded(page: Page, name: Name) -> Iterator[Vote]:
    """What stands right before and after the name."""
    before = page.lower[name.title - 1] if name.title else ""
    earlier = page.lower[name.title - 2] if name.title > 1 else ""
    after = page.lower[name.end] if name.end < len(page.text) else ""
    if name.dateline:
        yield PLACE, PROOF
    if name.bracketed and is_acronym(page.text[name.start]):
        yield ORGANIZATION, HINT
    if before == "the" and name.end - name.start == 1:
        yield PERSON, -SIGN
    yield from _placed(before, earlier, after)
    yield from _headed(page, name, before, after)
    if before in _TELLS or (earlier in _TELLS and before == "the"):
        yield SOURCE, HINT
    if before == "citing" or (after in _QUOTES and before != "was"):
        yield SOURCE, HINT / 2


def _placed(before: str, earlier: str, after: str) -> Iterator[Vote]:
    if before in _IN:
        yield PLACE, HINT
    if before == "of" and earlier in _PLACE_BEFORE:
        yield PLACE, PROOF
    if after in _PLACE_AFTER:
        yield PLACE, SIGN


def _headed(page: Page, name: Name, before: str, after: str) -> Iterator[Vote]:
    """Common nouns beside a name: "state agency X", "X relief committee", "media outlet X"."""
    if before in _SOURCE_NOUNS:
        yield SOURCE, SIGN
    elif before in _BODY_NOUNS:
        yield ORGANIZATION, SIGN
    words = page.lower[name.end : name.end + 3]
    if after and page.lower[name.end - 1] in _UNIT_GROUPS and " ".join(words[:2]) in _MILITARY:
        yield UNIT, PROOF


def _described(page: Page, name: Name, said: Sequence[Description]) -> Iterator[Vote]:
    for description in said:
        noun = page.lower[description.end - 1]
        kind = heads.denotes(noun)
        if description.title:
            kind = ORGANIZATION if kind is ORGANIZATION else PERSON
        if kind is not None:
            yield kind, PROOF if kind is PERSON else SIGN
            return
    if name.end + 1 < len(page.text) and page.text[name.end] == ",":
        if page.lower[name.end + 1] == "who" or (
            page.text[name.end + 1].isdigit() and page.text[name.end + 2] == ","
        ):
            yield PERSON, SIGN
        elif page.lower[name.end + 1] == "which":
            yield PERSON, -SIGN
            yield ORGANIZATION, HINT
