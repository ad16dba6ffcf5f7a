"""Puts the names of one article together that name the same: surnames, acronyms, shorter forms.

A name is linked to the full names that it can stand for; among several, the one mentioned last before it is meant.
Two people with one surname stay two. Nominal mentions ("the ministry") are added by ``kg.extract.entities.nominals``.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.extract.entities import heads
from kg.extract.entities.gazetteer import standard
from kg.extract.entities.kinds import key, name_key
from kg.extract.entities.names import Name
from kg.extract.entities.page import Page
from kg.extract.lexicon import terms
from kg.model import EntityKind

_SMALL = frozenset({"of", "for", "the", "and", "on", "against", "&"})
_GENERATIONAL = terms("persons", "generational")
_PARTICLES = terms("persons", "particles")
_KNOWN = terms("organizations", "known", "seats") | terms("places", "known")


@dataclass(slots=True)
class Cluster:
    """All names of one thing, while it is being put together.

    Attributes:
        kind: What it is.
        spelling: The key of its full name; unique among clusters of one family.
        known_as: Names from the front matter.
        names: Its mentions by name, in order.
        nominals: Its other mentions as tokens ``[start, end)``.
    """

    kind: EntityKind
    spelling: str
    known_as: list[str] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    nominals: list[tuple[int, int]] = field(default_factory=list)

    def starts(self) -> list[int]:
        """Where its mentions begin, in order."""
        return sorted([name.start for name in self.names] + [start for start, _ in self.nominals])

    def latest(self, before: int) -> int:
        """Where its last mention before a token begins; -1 if there is none."""
        starts = self.starts()
        place = bisect_left(starts, before)
        return starts[place - 1] if place else -1


def family(kind: EntityKind) -> str:
    """Kinds whose names can be one another's short forms: persons, bodies, places."""
    if kind in {EntityKind.PERSON, EntityKind.EXPERT}:
        return "person"
    return "place" if kind is EntityKind.PLACE else "body"


def clusters(
    page: Page,
    found: Sequence[Name],
    kind_of: Mapping[str, EntityKind],
    known: Sequence[tuple[str, EntityKind]],
) -> list[Cluster]:
    """The names of an article by what they name, in order of first mention; those never mentioned come last.

    Args:
        page: The article.
        found: Its names, in order.
        kind_of: Kind of every key; names whose key is missing are left out.
        known: Names and kinds from the front matter.
    """
    by_spelling: dict[tuple[str, str], Cluster] = {}
    for surface, kind in known:
        spelling = _without_article(key(surface.split()))
        cluster = by_spelling.setdefault((family(kind), spelling), Cluster(kind, spelling))
        cluster.known_as.append(surface)
    named = [
        (name, *_identity(page, name, kind_of)) for name in found if name_key(page, name) in kind_of
    ]
    spellings = {(family(kind), spelling) for _, spelling, kind in named} | by_spelling.keys()
    full = _full_forms(spellings, _introduced(page, [name for name, _, _ in named], kind_of))
    for name, spelling, kind in named:
        place = (family(kind), spelling)
        if place not in full and _is_mere_head(page, name):
            continue
        chosen = _choose(full.get(place, (spelling,)), place[0], by_spelling, name.start)
        cluster = by_spelling.setdefault((place[0], chosen), Cluster(kind, chosen))
        if chosen == spelling and not cluster.known_as:
            cluster.kind = kind
        cluster.names.append(name)
    return sorted(by_spelling.values(), key=_first_mention)


def _is_mere_head(page: Page, name: Name) -> bool:
    """Whether the name is a common noun in capitals, such as "the Government", that is short for no name here."""
    lone = name.end - name.start == 1
    return lone and page.text[name.start] not in _KNOWN and heads.is_head(page.lower[name.start])


def _first_mention(cluster: Cluster) -> tuple[bool, int, str]:
    return (not cluster.names, cluster.names[0].start if cluster.names else 0, cluster.spelling)


def _identity(page: Page, name: Name, kind_of: Mapping[str, EntityKind]) -> tuple[str, EntityKind]:
    kind = kind_of[name_key(page, name)]
    if kind is EntityKind.PLACE:
        return key(standard(page.between(name.start, name.end)).split()), kind
    words = page.text[name.start : name.end]
    if kind is EntityKind.PERSON and len(words) > 1 and words[-1].casefold() in _GENERATIONAL:
        words = words[:-1]
    return _without_article(key(words)), kind


def _without_article(spelling: str) -> str:
    return spelling.removeprefix("the ")


def _introduced(
    page: Page, found: Sequence[Name], kind_of: Mapping[str, EntityKind]
) -> dict[str, str]:
    """Acronyms in brackets right after a body's name: key of the acronym to key of the name."""
    found_pairs: dict[str, str] = {}
    for name, following in pairwise(found):
        if following.bracketed and following.start == name.end + 1:
            acronym = page.text[following.start]
            long, kind = _identity(page, name, kind_of)
            headed = heads.shape(page.lower[name.start : name.end]) is not None
            alike = headed or acronym[0] == page.text[name.start][0]
            if family(kind) == "body" and alike:
                found_pairs.setdefault(_identity(page, following, kind_of)[0], long)
    return found_pairs


def _full_forms(
    spellings: set[tuple[str, str]], introduced: Mapping[str, str]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """What each spelling can be short for, by family; spellings that are full names are missing."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for kin, spelling in spellings:
        if kin == "body" and spelling in introduced:
            found[kin, spelling] = (introduced[spelling],)
            continue
        others = sorted(
            other for relatives, other in spellings if relatives == kin and other != spelling
        )
        longer = [other for other in others if _abbreviates(kin, spelling, other)]
        if longer:
            found[kin, spelling] = tuple(longer)
    return {place: tuple(_ends(place[0], forms, found)) for place, forms in found.items()}


def _ends(
    kin: str, forms: Sequence[str], found: Mapping[tuple[str, str], tuple[str, ...]]
) -> Iterator[str]:
    """The forms that are short for nothing longer themselves."""
    longest = [form for form in forms if (kin, form) not in found]
    yield from longest or forms[:1]


def _abbreviates(kin: str, short: str, full: str) -> bool:
    if kin == "place":
        return False
    left, right = short.split(), full.split()
    if kin == "person":
        return _is_short_person(left, right)
    if len(left) == 1 and heads.is_initials(short, full):
        return True
    if len(left) >= len(right):
        return False
    return right[-len(left) :] == left or _is_short_body(left, right)


def _is_short_body(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one name is the beginning of the other: Halden for Halden Motors, but no place for its university."""
    if right[: len(left)] != left or right[len(left)] in _SMALL:
        return False
    company = heads.shape(right) is EntityKind.ORGANIZATION and not heads.is_public(right[-1])
    return len(left) > 1 or company


def _is_short_person(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one name is the surname, the first name, or the first and last names of a longer one."""
    if len(left) >= len(right):
        return False
    if len(left) == 1:
        return left[0] in {right[-1], right[0]}
    if left[0] == right[0] and left[-1] == right[-1]:
        return True
    surname = " ".join(right[-len(left) :])
    return surname == " ".join(left) and (left[0] in _PARTICLES or len(left) > 1)


def _choose(
    forms: Sequence[str], kin: str, by_spelling: Mapping[tuple[str, str], Cluster], before: int
) -> str:
    """The form mentioned last before this place; the first in order where none is."""

    def recency(form: str) -> int:
        cluster = by_spelling.get((kin, form))
        return cluster.latest(before) if cluster else -1

    return max(forms, key=lambda form: (recency(form), -forms.index(form)))
