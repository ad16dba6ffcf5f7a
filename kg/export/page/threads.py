"""Threads through the claims: contradictions that hang together are one dispute, updates one development."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from kg.export.page.sides import sides
from kg.graph.build import shorten
from kg.graph.origins import Standing, standings
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
    """Claims joined by relations, directly or through one another.

    Attributes:
        id: A name that lasts as long as its first claim does.
        title: What it is about, for a reader.
        claims: Ids of the claims, sorted.
        relations: Places of its relations in the collection's, surest first.
        measure, unit: What the claims count, where the relations rest on figures; else None.
        voices: How many different speakers take part.
        sides: The claims with those that corroborate them, in sets that do not clash within, those with most independent origins first.
        origins: How many independent origins stand on each side.
    """

    id: str
    title: str
    claims: tuple[str, ...]
    relations: tuple[int, ...]
    measure: str | None
    unit: str | None
    voices: int
    sides: tuple[tuple[str, ...], ...] = ()
    origins: tuple[int, ...] = ()


def disputes(collection: Collection) -> tuple[Thread, ...]:
    """Contradictions that hang together, by the independent origins on the weaker of their two strongest sides.

    So what two stand for against two comes before what five stand for against one.
    """
    found = _threads(collection, "dispute", lambda row: row.kind is RelationKind.CONTRADICTS)
    claims = {claim.id: claim for claim in collection.claims}
    parted = [
        sides(
            [claims[name] for name in row.claims], _pairs(row, collection), (row.measure, row.unit)
        )
        for row in found
    ]
    standing = iter(standings(collection, (frozenset(one) for part in parted for one in part)))
    weighed = [
        _weighed(row, [next(standing) for _ in part])
        for row, part in zip(found, parted, strict=True)
    ]
    return tuple(sorted(weighed, key=lambda row: (-min(row.origins[:2]), -sum(row.origins))))


def developments(collection: Collection) -> tuple[Thread, ...]:
    """Claims that update one another, such as a growing toll, those with most voices first."""
    return _threads(collection, "update", lambda row: row.kind is RelationKind.UPDATES)


def figures(collection: Collection) -> tuple[Thread, ...]:
    """Claims whose figures are compared in any way: repeated, disputed or brought up to date; most voices first."""
    return tuple(
        thread
        for thread in _threads(collection, "figure", lambda row: row.basis is Basis.QUANTITY)
        if thread.unit is not None
    )


def _pairs(thread: Thread, collection: Collection) -> set[frozenset[str]]:
    rows = (collection.relations[place] for place in thread.relations)
    return {frozenset((row.left, row.right)) for row in rows}


def _weighed(thread: Thread, parts: list[Standing]) -> Thread:
    """The thread with its sides, the best supported first."""
    ranked = sorted(parts, key=lambda row: (-row.origins, row.claims))
    return thread.model_copy(
        update={
            "sides": tuple(row.claims for row in ranked),
            "origins": tuple(row.origins for row in ranked),
        }
    )


def _threads(
    collection: Collection, name: str, is_wanted: Callable[[Relation], bool]
) -> tuple[Thread, ...]:
    claims = {claim.id: claim for claim in collection.claims}
    names = {
        entity.id: (entity.kind is EntityKind.EVENT, entity.name) for entity in collection.entities
    }
    rows = {place: row for place, row in enumerate(collection.relations) if is_wanted(row)}
    components = _components(rows.values())
    component = {name: number for number, members in enumerate(components) for name in members}
    within: list[list[int]] = [[] for _ in components]
    for place, row in rows.items():
        within[component[row.left]].append(place)
    found = []
    for members, inside in zip(components, within, strict=True):
        inside.sort(key=lambda place: (-rows[place].score, place))
        relations = {place: rows[place] for place in inside}
        found.append(_thread(name, [claims[one] for one in sorted(members)], relations, names))
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
    name: str,
    claims: list[Claim],
    relations: Mapping[int, Relation],
    names: Mapping[str, tuple[bool, str]],
) -> Thread:
    bases = Counter(row.basis for row in relations.values())
    basis = min(bases, key=lambda row: (-bases[row], row.value))
    measure, unit = _figure(claims) if basis is Basis.QUANTITY else (None, None)
    return Thread(
        id=f"{name}/{claims[0].id.removeprefix('claim/')}",
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
