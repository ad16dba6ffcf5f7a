"""How many independent origins there are for what each claim says.

Forty reprints of one agency report are one origin. A claim has with it those that corroborate it, and what corroborates
these, but for those that it disputes: "about 11" and "10 to 12" can each bear out the next until they meet a figure that
the first excludes. All claims of such a group that go back to one speaker, to a body and who speaks for it, to one
intermediary, or to one article and its reprints are one origin.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kg.model import Claim, Collection, RelationKind, Style

Joined = Mapping[str, set[str]]
"""Ids of claims with those that stand in one kind of relation to each."""


def origins(collection: Collection) -> dict[str, int]:
    """The number of independent origins of every claim, itself included, by its id in the order of the claims."""
    like = _joined(collection, RelationKind.CORROBORATES)
    against = _joined(collection, RelationKind.CONTRADICTS)
    behind = {claim.id: _behind(claim, collection) for claim in collection.claims}
    bodies = {entity.id: entity.affiliations for entity in collection.entities}
    known: dict[frozenset[str], int] = {}
    counts = {}
    for claim in collection.claims:
        group = _group(claim.id, like, against)
        if group not in known:
            known[group] = _count([_with_bodies(behind[one], bodies) for one in sorted(group)])
        counts[claim.id] = known[group]
    return counts


class Standing(NamedTuple):
    """A side of a dispute.

    Attributes:
        claims: Ids of its claims and of all that corroborate them, sorted.
        origins: How many independent origins these have, taken together.
    """

    claims: tuple[str, ...]
    origins: int


def standings(collection: Collection, sides: Iterable[frozenset[str]]) -> tuple[Standing, ...]:
    """For each set of claim ids, who stands with them, in the order of the sets; nothing that disputes one of them does."""
    like = _joined(collection, RelationKind.CORROBORATES)
    against = _joined(collection, RelationKind.CONTRADICTS)
    claims = {claim.id: claim for claim in collection.claims}
    bodies = {entity.id: entity.affiliations for entity in collection.entities}
    found = []
    for side in sides:
        disputing = frozenset().union(*(against.get(one, ()) for one in side))
        group = frozenset().union(*(_group(one, like, against) for one in side)) - disputing
        together = tuple(sorted(group | side))
        behind = [_with_bodies(_behind(claims[one], collection), bodies) for one in together]
        found.append(Standing(claims=together, origins=_count(behind)))
    return tuple(found)


def _joined(collection: Collection, kind: RelationKind) -> Joined:
    found: dict[str, set[str]] = defaultdict(set)
    for relation in collection.relations:
        if relation.kind is kind:
            found[relation.left].add(relation.right)
            found[relation.right].add(relation.left)
    return found


def _group(claim: str, like: Joined, against: Joined) -> frozenset[str]:
    """The claim and all that say the same, directly or through one another, short of what disputes it."""
    found, todo = {claim}, [claim]
    while todo:
        more = like.get(todo.pop(), set()) - found - against.get(claim, set())
        found |= more
        todo += more
    return frozenset(found)


def _behind(claim: Claim, collection: Collection) -> frozenset[str]:
    """What a claim goes back to: who said it and who passed it on, else who first printed it; and its words there.

    The words join a claim to its copies where each names its source in its own way.
    """
    first = claim.article
    while first in collection.origins:
        first = collection.origins[first]
    own = claim.style is Style.NARRATED or claim.speaker is None
    voice = collection.publishers.get(first, first) if own else claim.speaker
    words = " ".join(re.findall(r"\w+", claim.text.casefold()))
    return frozenset({voice or first, *claim.via, f"{first} {words}"})


def _with_bodies(
    behind: frozenset[str], bodies: Mapping[str, tuple[str, ...]]
) -> tuple[frozenset[str], frozenset[str]]:
    """What a claim goes back to, and the bodies that stand behind its voices."""
    return behind, frozenset(body for one in behind for body in bodies.get(one, ()))


def _count(group: list[tuple[frozenset[str], frozenset[str]]]) -> int:
    """How many sets there are once all that share a member are one; a body counts where it speaks itself."""
    speaking = frozenset().union(*(behind for behind, _ in group))
    return sum(1 for _ in _merged([behind | (bodies & speaking) for behind, bodies in group]))


def _merged(sets: list[frozenset[str]]) -> Iterator[frozenset[str]]:
    left = list(sets)
    while left:
        whole, grown = left.pop(), True
        while grown:
            joined = [one for one in left if one & whole]
            grown = bool(joined)
            left = [one for one in left if not one & whole]
            whole = whole.union(*joined)
        yield whole
