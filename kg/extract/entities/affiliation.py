"""Reads who belongs to what: "X of the Survey Office", "the ministry's spokesman X", "FBI Director X"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.entities import heads
from kg.extract.entities.coreference import Cluster
from kg.extract.entities.descriptions import Description
from kg.extract.entities.gazetteer import places
from kg.extract.entities.names import Name
from kg.extract.entities.page import Page
from kg.extract.lexicon import demonyms, terms
from kg.model import EntityKind

_PORTFOLIOS = terms("persons", "portfolios", "modifiers") - {
    "deputy",
    "former",
    "first",
    "prime",
    "state",
    "national",
}
_LINKS = frozenset({"at", "of", "for", "from", "with", "in"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_DIRECT = frozenset({"of", "from", "at", "for"})
_PARTS = frozenset(
    {"affiliate", "subsidiary", "unit", "arm", "branch", "division", "part", "department", "wing"}
)
_LEADERS = frozenset({"director", "head", "leader", "heads", "headed", "leads", "directs", "led"})
_SENTENCES = 8  # how far "its" reaches back, counted in sentences and quotations, which break them
_BODY = frozenset({EntityKind.ORGANIZATION, EntityKind.SOURCE, EntityKind.UNIT})


@dataclass(frozen=True, slots=True)
class Index:
    """Which cluster is mentioned at a token: every token of a mention to its cluster."""

    at: Mapping[int, Cluster]
    found: Sequence[Cluster]

    @classmethod
    def of(cls, found: Sequence[Cluster]) -> "Index":
        """The index over these clusters."""
        at: dict[int, Cluster] = {}
        for cluster in found:
            for name in cluster.names:
                at.update(dict.fromkeys(range(name.start, name.end), cluster))
            for start, end in cluster.nominals:
                at.update(dict.fromkeys(range(start, end), cluster))
        return cls(at, found)

    def within(self, start: int, end: int) -> Iterator[Cluster]:
        """The clusters mentioned in a stretch, in order, each mention once."""
        last = None
        for position in range(start, end):
            cluster = self.at.get(position)
            if cluster is not None and cluster is not last:
                yield cluster
            last = cluster

    def owner(self, page: Page, position: int) -> Cluster | None:
        """The body that "its" at this place refers to: the first of its sentence, else of the one before.

        The first body of a sentence is mostly its subject, which pronouns prefer (Grosz, Joshi and
        Weinstein, Centering, 1995).
        """
        end = position
        for _ in range(_SENTENCES):
            start = end - 1
            while start > 0 and not page.opens[start]:
                start -= 1
            for cluster in self.within(max(start, 0), end):
                if cluster.kind in _BODY:
                    return cluster
            end = max(start, 0)
        return None


def affiliations(
    page: Page, cluster: Cluster, said: Mapping[Name, Sequence[Description]], index: Index
) -> list[Cluster]:
    """What a person belongs to or acts for, in order of the text, each once."""
    found: list[Cluster] = []
    for name in cluster.names:
        for description in said.get(name, ()):
            found.extend(_described(page, description, index))
            found.extend(_ministry(page, description, index))
        found.extend(_direct(page, name, index))
    unique = {
        id(body): body
        for body in found
        if body is not cluster and body.kind is not EntityKind.PERSON
    }
    return list(unique.values())


def _described(page: Page, description: Description, index: Index) -> Iterator[Cluster]:
    if not heads.is_role(page.lower[description.end - 1]) and not description.title:
        return
    yield from _owner(page, description, index)
    start, end = description.end, description.complement_end
    if start < end and page.lower[start] in _LINKS:
        mentioned = list(index.within(start, end))
        bodies = [cluster for cluster in mentioned if cluster.kind in _BODY]
        yield from bodies[:1] or [item for item in mentioned if item.kind is EntityKind.PLACE][:1]


def _ministry(page: Page, description: Description, index: Index) -> Iterator[Cluster]:
    """The ministry of a minister, where the article names it: of the same portfolio, or the one mentioned last."""
    words = page.lower[description.start : description.end]
    if "minister" not in words:
        return
    ministries = [
        body for body in index.found if body.kind in _BODY and "ministry" in body.spelling.split()
    ]
    portfolio = set(words) & _PORTFOLIOS
    if portfolio:
        yield from (body for body in ministries if portfolio & set(body.spelling.split()))
    elif page.lower[description.start] == "the" and "prime" not in words:
        latest = max(ministries, key=lambda body: body.latest(description.start), default=None)
        if latest is not None and latest.latest(description.start) >= 0:
            yield latest


def _owner(page: Page, description: Description, index: Index) -> Iterator[Cluster]:
    """Whoever stands as owner before the role: its, the union's, Ukrainian, FBI."""
    start = description.start
    if page.text[start : start + 1] and page.tag[start] == "PRP$" and page.lower[start] == "its":
        body = index.owner(page, start)
        if body is not None:
            yield body
        return
    inside = list(index.within(start, description.end - 1))
    if inside:
        yield inside[-1]
        return
    before = start - 1
    if before >= 0 and page.text[before] in _POSSESSIVE:
        before -= 1
    adjacent = index.at.get(before)
    if adjacent is not None and (description.title or before < start - 1):
        yield adjacent
    elif nation := _nation(page, start):
        yield from (
            item
            for item in index.found
            if item.kind is EntityKind.PLACE and item.spelling == nation
        )


def _nation(page: Page, start: int) -> str | None:
    """The country of the people's adjective that a title begins with or follows."""
    for first, last in (
        (start, start + 2),
        (start, start + 1),
        (start - 2, start),
        (start - 1, start),
    ):
        if first >= 0 and last <= len(page.text):
            country = demonyms().get(page.between(first, last))
            if country:
                return country.casefold()
    return None


def _direct(page: Page, name: Name, index: Index) -> Iterator[Cluster]:
    """Ludmila Weiss of the University of X; Weiss, for the union."""
    position = name.end
    if position < len(page.text) and page.text[position] == ",":
        position += 1
    if position >= len(page.text) or page.lower[position] not in _DIRECT:
        return
    position += 1
    if position < len(page.text) and page.lower[position] in {"the", "a"}:
        position += 1
    body = index.at.get(position)
    if body is not None and body.kind in _BODY:
        yield body


def leads_research(page: Page, description: Description, index: Index) -> bool:
    """Whether the description is that of the head of a body of research."""
    if page.lower[description.end - 1] not in _LEADERS:
        return False
    stretch = page.lower[description.start : description.complement_end]
    owners = [body.spelling for body in _described(page, description, index)]
    return heads.is_research(stretch) or any(
        heads.is_research(spelling.split()) for spelling in owners[:1]
    )


def wholes(
    page: Page, cluster: Cluster, said: Mapping[Name, Sequence[Description]], index: Index
) -> list[Cluster]:
    """What a body is a part of: "the Centre under the ministry", "an affiliate of"."""
    found: list[Cluster] = []
    for name in cluster.names:
        if page.lower[name.end : name.end + 1] == ["under"]:
            found.extend(list(index.within(name.end + 1, name.end + 6))[:3])
        for description in said.get(name, ()):
            if page.lower[description.end - 1] in _PARTS:
                found.extend(index.within(description.end, description.complement_end))
    return _bodies(found, cluster)


def _bodies(found: Sequence[Cluster], cluster: Cluster) -> list[Cluster]:
    unique = {id(body): body for body in found if body.kind in _BODY and body is not cluster}
    return list(unique.values())[:1]


def surroundings(page: Page, cluster: Cluster, index: Index) -> list[Cluster]:
    """The places that a place surely lies in: "Sundby in Upper Lund province", "Norway's Sund region"."""
    found: list[Cluster] = []
    for name in cluster.names:
        listed = page.between(name.start, name.end) in places()
        if not listed and page.lower[name.end : name.end + 1] == ["in"]:
            start = (
                name.end + 2 if page.lower[name.end + 1 : name.end + 2] == ["the"] else name.end + 1
            )
            found.extend(list(index.within(start, start + 1)))
        if name.start > 1 and page.text[name.start - 1] in _POSSESSIVE:
            found.extend(list(index.within(name.start - 2, name.start - 1)))
        after = name.end + 1
        if (
            not listed
            and page.text[name.end : after] == [","]
            and (whole := index.at.get(after))
            and page.text[after] in places()
        ):
            found.append(whole)
    unique = {
        id(place): place
        for place in found
        if place.kind is EntityKind.PLACE and place is not cluster
    }
    return list(unique.values())[:1]
