"""Threads through the claims: contradictions that hang together are one dispute, updates one development."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.graph.build import shorten
from kg.model import Basis, Claim, Collection, EntityKind, Relation, RelationKind
from kg.model.base import Frozen

HEADS = {
    Basis.QUANTITY: "How many",
    Basis.DENIAL: "Denied",
    Basis.NEGATION: "Whether or not",
    Basis.TIME: "When",
    Basis.PLACE: "Where",
    Basis.IDENTITY: "Who",
    Basis.ATTRIBUTION: "Who said it",
}
SUBJECTS = 2  # names in a title; three did not fit one line of the list beside the network


class Thread(Frozen):
    """Claims joined by relations of one kind, directly or through one another.

    Attributes:
        title: What it is about, for a reader.
        claims: Ids of the claims, sorted.
        relations: Places of its relations in the collection's, surest first.
        measure, unit: What the claims count, where the relations rest on figures; else None.
        voices: How many different speakers take part.
    """

    title: str
    claims: tuple[str, ...]
    relations: tuple[int, ...]
    measure: str | None
    unit: str | None
    voices: int


def disputes(collection: Collection) -> tuple[Thread, ...]:
    """Contradictions that hang together, those with most voices and surest contradictions first."""
    return _threads(collection, RelationKind.CONTRADICTS)


def developments(collection: Collection) -> tuple[Thread, ...]:
    """Claims that update one another, such as a growing toll, those with most voices first."""
    return _threads(collection, RelationKind.UPDATES)


def _threads(collection: Collection, kind: RelationKind) -> tuple[Thread, ...]:
    claims = {claim.id: claim for claim in collection.claims}
    names = {
        entity.id: (entity.kind is EntityKind.EVENT, entity.name) for entity in collection.entities
    }
    rows = {place: row for place, row in enumerate(collection.relations) if row.kind is kind}
    found = []
    for members in _components(rows.values()):
        inside = [place for place, row in rows.items() if row.left in members]
        inside.sort(key=lambda place: (-rows[place].score, place))
        relations = {place: rows[place] for place in inside}
        found.append(_thread([claims[name] for name in sorted(members)], relations, names))
    found.sort(key=lambda row: (-row.voices, -rows[row.relations[0]].score, row.claims))
    return tuple(found)


def _components(relations: Iterable[Relation]) -> list[set[str]]:
    """Sets of claims that the relations connect."""
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for row in relations:
        neighbours[row.left].add(row.right)
        neighbours[row.right].add(row.left)
    components: list[set[str]] = []
    seen: set[str] = set()
    for start in sorted(neighbours):
        if start in seen:
            continue
        members, waiting = {start}, [start]
        while waiting:
            fresh = neighbours[waiting.pop()] - members
            members |= fresh
            waiting.extend(fresh)
        seen |= members
        components.append(members)
    return components


def _thread(
    claims: list[Claim], relations: Mapping[int, Relation], names: Mapping[str, tuple[bool, str]]
) -> Thread:
    bases = Counter(row.basis for row in relations.values())
    basis = min(bases, key=lambda row: (-bases[row], row.value))
    measure, unit = _figure(claims) if basis is Basis.QUANTITY else (None, None)
    return Thread(
        title=_title(claims, _headline(measure) if measure else HEADS[basis], names),
        claims=tuple(claim.id for claim in claims),
        relations=tuple(relations),
        measure=measure,
        unit=unit,
        voices=len({claim.speaker or claim.article for claim in claims}),
    )


def _figure(claims: Iterable[Claim]) -> tuple[str | None, str | None]:
    """The measure and unit that most of the claims have in common."""
    kinds = Counter(
        kind
        for claim in claims
        for kind in {(quantity.measure, quantity.unit) for quantity in claim.quantities}
    )
    if not kinds:
        return None, None
    return min(kinds, key=lambda kind: (-kinds[kind], kind[0] is None, kind[0] or "", kind[1]))


def _headline(measure: str) -> str:
    """A measure's local name as words: ``people-missing`` and ``laidOff`` become "People missing", "Laid off"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|[-_]", " ", measure)
    return words.capitalize()


def _title(claims: list[Claim], head: str, names: Mapping[str, tuple[bool, str]]) -> str:
    """What is disputed, then the event it is about, or what most of the claims mention, or words of one."""
    shared = Counter(name for claim in claims for name in claim.about if name in names)
    ranked = sorted(shared, key=lambda name: (not names[name][0], -shared[name], names[name][1]))
    events = [name for name in ranked if names[name][0]]
    subject = ", ".join(names[name][1] for name in events[:1] or ranked[:SUBJECTS])
    return f"{head} · {subject or f'“{shorten(claims[0].text)}”'}"
