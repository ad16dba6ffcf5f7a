"""Finds what "the ministry", "the company" and "the mayor" stand for: the last thing mentioned that is one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from kg.extract.entities import heads
from kg.extract.entities.coreference import Cluster
from kg.extract.entities.page import Page
from kg.extract.lexicon import demonyms, terms
from kg.model import EntityKind

Stretch = tuple[int, int]

_COMPANIES = terms("organizations", "companies")
_BODIES = terms("organizations", "bodies")
_OUTLETS = terms("sources", "nouns")
_CALLED = _COMPANIES | _BODIES | _OUTLETS
_PUBLIC = _BODIES | {"court"}
# What cannot be told apart by name, because every report has several of them.
_VAGUE = terms("organizations", "vague")
# Nouns that fit every company alike; other nouns go on meaning whom they meant first ("the airline").
_ANY = frozenset({"company", "firm", "group"})
_COMPANY_WORDS = (
    4  # names of companies in the development stories and PolNeAR dev have one to three words
)
_ADJECTIVES = 2  # between determiner and noun: "the American daily", "the national service"


def resolve_nominals(
    page: Page,
    found: Sequence[Cluster],
    nouns: Mapping[str, frozenset[str]],
    taken: AbstractSet[int],
) -> None:
    """Add definite descriptions to the clusters that they refer to.

    Args:
        page: The article.
        found: Its clusters; they gain ``nominals``.
        nouns: Spelling of a cluster to the nouns that the article describes it with.
        taken: Where the head of a description stands that is beside the name that it describes.
    """
    known: defaultdict[str, set[str]] = defaultdict(set)
    for spelling, described in nouns.items():
        for word in described:
            known[word].add(spelling)
    for start, noun in _definites(page):
        if noun in taken:
            continue
        word = page.lower[noun]
        candidates = [
            cluster
            for cluster in found
            if _fits(cluster, word, nouns)
            and cluster.latest(start) >= 0
            and not (word in _COMPANIES and _is_called_public(page, cluster))
        ]
        called = [
            cluster
            for cluster in candidates
            if cluster.spelling in known[word] or word in cluster.spelling.split()
        ]
        if word in _ANY:
            called = []
        recent = max(called or candidates, key=lambda cluster: cluster.latest(start), default=None)
        if recent is not None:
            recent.nominals.append((start, noun + 1))
            known[word].add(recent.spelling)


def _is_called_public(page: Page, cluster: Cluster) -> bool:
    """Whether a noun right behind the name tells that it is no company: "the RSU union"."""
    behind = (page.lower[name.end] for name in cluster.names if name.end < len(page.lower))
    return any(word in _PUBLIC for word in behind)


def _definites(page: Page) -> Iterator[Stretch]:
    """Determiner and head noun of each definite phrase in small letters."""
    for start, word in enumerate(page.lower):
        if word not in {"the", "this"}:
            continue
        for noun in range(start + 1, min(start + 2 + _ADJECTIVES, len(page.text))):
            if _is_head(page, noun):
                yield start, noun
                break
            if not (page.tag[noun].startswith("JJ") or page.text[noun] in demonyms()):
                break


def _is_head(page: Page, noun: int) -> bool:
    word = page.lower[noun]
    if page.text[noun] != word or not (word in _CALLED or heads.is_role(word)):
        return False
    following = noun + 1 < len(page.text)
    if following and page.tag[noun + 1].startswith("NN"):
        compound = " ".join(page.lower[noun : noun + 2])
        return compound in _OUTLETS
    return not (following and page.lower[noun + 1] in {"of", "for", "that", "-"})


def _fits(cluster: Cluster, noun: str, nouns: Mapping[str, frozenset[str]]) -> bool:
    """Whether a thing can be called by this noun."""
    if noun in nouns.get(cluster.spelling, frozenset()):
        return True
    if cluster.kind in {EntityKind.PERSON, EntityKind.PLACE} or (
        heads.is_role(noun) and noun not in _COMPANIES
    ):
        return False
    words = set(cluster.spelling.split())
    if noun in words:
        return True
    if noun in _VAGUE:
        return False
    if cluster.kind is EntityKind.SOURCE:
        return noun in _OUTLETS or (noun == "agency" and bool(words & {"press", "news", "wire"}))
    return noun in _COMPANIES and not words & _PUBLIC and len(words) < _COMPANY_WORDS
