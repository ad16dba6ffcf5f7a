"""Reads who and what an article speaks of: persons, experts, organizations, units, places and sources.

Wires the steps: find names, tell kinds, put names of one thing together, add nominal mentions, read roles and
affiliations. Pronouns and unnamed sources are left to the resolution of speakers, events to ``kg.extract.events``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract.entities import heads
from kg.extract.entities.affiliation import (
    Index,
    affiliations,
    leads_research,
    surroundings,
    wholes,
)
from kg.extract.entities.coreference import Cluster, clusters
from kg.extract.entities.descriptions import Description, descriptions
from kg.extract.entities.gazetteer import standard
from kg.extract.entities.kinds import kinds
from kg.extract.entities.names import Name, names
from kg.extract.entities.nominals import resolve_nominals
from kg.extract.entities.page import Page, page
from kg.extract.entities.recall import recalled, shortened
from kg.extract.lexicon import demonyms, terms
from kg.model import Article, EntityKind, Referent, Span

_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "POS"})
_AUTHOR_WORDS = frozenset(
    {
        "staff",
        "reporter",
        "editor",
        "desk",
        "agency",
        "agencies",
        "correspondent",
        "newsroom",
        "and",
        "team",
    }
)
_PARTIES = terms("nothing", "politics") - terms("persons", "modifiers")
_FULL_ROLES = {
    "prof": "professor",
    "prof.": "professor",
    "gen.": "general",
    "col.": "colonel",
    "sen.": "senator",
    "gov.": "governor",
    "rep.": "representative",
}
_SMALL = frozenset({"-", "of"})
_KNOWN_SOURCES = terms("sources", "known")

Said = Mapping[Name, Sequence[Description]]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One article with everything that is read of its names."""

    page: Page
    said: Said
    index: Index


def referents(doc: Doc, article: Article) -> tuple[Referent, ...]:
    """Who and what an article speaks of, and its publisher and authors.

    Returns:
        In order of first mention, those known from the front matter only last.
    """
    words = page(doc)
    found = shortened(words, names(words))
    said = _descriptions(words, found)
    kind_of = kinds(words, found, said)
    everywhere = recalled(words, found, kind_of)
    known = list(_front_matter(article))
    grouped = clusters(words, everywhere, kind_of, known)
    _add_nominals(words, grouped, said)
    reading = _Reading(words, said, Index.of(grouped))
    return tuple(_referents(reading, grouped, article))


def _descriptions(words: Page, found: Sequence[Name]) -> dict[Name, tuple[Description, ...]]:
    ends = [(line.start, line.end) for line in words.lines]
    said: dict[Name, tuple[Description, ...]] = {}
    line = 0
    for name in found:
        while ends[line][1] < name.end:
            line += 1
        said[name] = tuple(descriptions(words, name, ends[line][1]))
    return said


def _front_matter(article: Article) -> Iterator[tuple[str, EntityKind]]:
    """The publisher and the authors, as names with kinds."""
    if article.publisher:
        yield article.publisher, EntityKind.SOURCE
    for author in article.authors:
        words = author.casefold().split()
        if not words or author == article.publisher or set(words) & _AUTHOR_WORDS:
            continue
        shaped = author in _KNOWN_SOURCES or heads.shape(words) is not None
        yield author, EntityKind.SOURCE if shaped else EntityKind.PERSON


def _add_nominals(words: Page, grouped: Sequence[Cluster], said: Said) -> None:
    taken = {item.end - 1 for descriptions_of in said.values() for item in descriptions_of}
    nouns = {
        cluster.spelling: frozenset(
            words.lower[item.end - 1] for name in cluster.names for item in said.get(name, ())
        )
        for cluster in grouped
    }
    resolve_nominals(words, grouped, nouns, taken)


def _referents(
    reading: _Reading, grouped: Sequence[Cluster], article: Article
) -> Iterator[Referent]:
    ids = {id(cluster): f"{article.id}#{number}" for number, cluster in enumerate(grouped, start=1)}

    def identifiers(found: Sequence[Cluster]) -> tuple[str, ...]:
        return tuple(ids[id(cluster)] for cluster in found)

    for cluster in grouped:
        referent = _named(reading.page, cluster, ids[id(cluster)])
        if cluster.kind is EntityKind.PERSON:
            belongs = affiliations(reading.page, cluster, reading.said, reading.index)
            yield _person(reading, cluster, replace_affiliations(referent, identifiers(belongs)))
        elif cluster.kind is EntityKind.PLACE:
            around = surroundings(reading.page, cluster, reading.index)
            yield referent.model_copy(update={"located_in": identifiers(around)})
        else:
            whole = wholes(reading.page, cluster, reading.said, reading.index)
            yield referent.model_copy(update={"part_of": identifiers(whole)})


def replace_affiliations(referent: Referent, found: tuple[str, ...]) -> Referent:
    """The referent with these affiliations."""
    return referent.model_copy(update={"affiliations": found})


def _named(words: Page, cluster: Cluster, identifier: str) -> Referent:
    surfaces = [words.between(name.start, name.end) for name in cluster.names] + cluster.known_as
    name = _canonical(cluster, surfaces)
    spans = sorted([(name.start, name.end) for name in cluster.names] + cluster.nominals)
    return Referent(
        id=identifier,
        kind=cluster.kind,
        name=name,
        aliases=tuple(sorted({*map(_clean, surfaces), *cluster.known_as} - {name})),
        mentions=tuple(Span.of(words.start[start], words.end[end - 1]) for start, end in spans),
    )


def _clean(surface: str) -> str:
    """The name on one line, without an article before it."""
    line = " ".join(surface.split())
    for article in ("The ", "THE ", "the "):
        line = line.removeprefix(article)
    return line


def _canonical(cluster: Cluster, surfaces: Sequence[str]) -> str:
    """The fullest form, rather not in capitals only; the first of several."""
    cleaned = [_clean(surface) for surface in surfaces]
    if cluster.kind is EntityKind.PLACE:
        cleaned = [form for form in cleaned if standard(form) == form] or cleaned
    return max(
        cleaned,
        key=lambda form: (len(form.split()), not form.isupper(), len(form), -cleaned.index(form)),
    )


def _person(reading: _Reading, cluster: Cluster, referent: Referent) -> Referent:
    """The person with a role, and as an expert if it is one."""
    described = [item for name in cluster.names for item in reading.said.get(name, ())]
    expert = [item for item in described if _is_expert(reading, item)]
    roles = [role for item in [*expert, *described] if (role := _role(reading.page, item))]
    roles.sort(key=lambda role: role.startswith("former "))
    kind = EntityKind.EXPERT if expert else EntityKind.PERSON
    return referent.model_copy(update={"kind": kind, "role": roles[0] if roles else None})


def _is_expert(reading: _Reading, item: Description) -> bool:
    words = reading.page.lower[item.start : item.end]
    if item.title:
        return any(map(heads.is_expert, words))
    return (
        heads.is_expert(words[-1])
        or heads.is_study(words[-1])
        or leads_research(reading.page, item, reading.index)
    )


def _role(words: Page, item: Description) -> str | None:
    """The role in small letters, without determiner, owner and nation."""
    noun = words.lower[item.end - 1]
    if not item.title and not heads.is_role(noun):
        return None
    start = item.start
    for position in range(item.start, item.end - 1):
        if (
            words.tag[position] in _DETERMINERS
            or words.text[position] in demonyms()
            or words.lower[position] in _PARTIES
        ):
            start = position + 1
    kept = [
        _FULL_ROLES.get(words.lower[position], words.lower[position])
        for position in range(start, item.end)
        if _belongs_to_role(words, position)
    ]
    if not any(map(heads.is_role, kept)):
        return None
    return " ".join(kept).replace(" - ", "-")


def _belongs_to_role(words: Page, position: int) -> bool:
    """Whether a word of a description is no address and no name of an owner."""
    word = words.lower[position]
    if heads.is_courtesy(word):
        return False
    return words.text[position].islower() or heads.is_title_word(word) or word in _SMALL
