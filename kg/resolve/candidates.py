"""What is compared: one candidate for every name that one family of referents bears.

Referents with the same name in the same family are one candidate from the start, except bare words that several
people share: those stay apart article by article.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from kg.model import EntityKind, Referent
from kg.resolve.names import demonym_of, normal, person_words


class Family(StrEnum):
    """Kinds that can be one thing; things of two families are never one."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"


FAMILIES = {
    EntityKind.PERSON: Family.PERSON,
    EntityKind.EXPERT: Family.PERSON,
    EntityKind.SOURCE: Family.BODY,
    EntityKind.ORGANIZATION: Family.BODY,
    EntityKind.UNIT: Family.BODY,
    EntityKind.PLACE: Family.PLACE,
}


@dataclass(frozen=True)
class Candidate:
    """All referents of one family that bear one name.

    Attributes:
        family: Person, body or place.
        key: The name in comparable form; unique in its family.
        names: The forms in which it is written, sorted.
        aliases: Other names that articles use for it, in comparable form.
        referents: Sorted by id.
    """

    family: Family
    key: str
    names: tuple[str, ...]
    aliases: frozenset[str]
    referents: tuple[Referent, ...] = field(repr=False)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the key."""
        return tuple(self.key.split())


def candidates(referents: Iterable[Referent]) -> tuple[Candidate, ...]:
    """The candidates for merging, sorted by family and key; unnamed referents and events are none."""
    groups: dict[tuple[Family, str], list[Referent]] = defaultdict(list)
    for referent in referents:
        if referent.named and referent.kind in FAMILIES:
            family = FAMILIES[referent.kind]
            groups[family, _key(family, referent.name)].append(referent)
    _settle_metonyms(groups)
    return tuple(_candidate(family, key, groups[family, key]) for family, key in sorted(groups))


def _key(family: Family, name: str) -> str:
    if family is Family.PERSON:
        return " ".join(person_words(name))
    key = normal(name)
    return (demonym_of(key) or key) if family is Family.PLACE else key


def _settle_metonyms(groups: dict[tuple[Family, str], list[Referent]]) -> None:
    """Give a name that is a place here and a body there to the family with more mentions; places win ties."""
    for family, key in sorted(groups):
        if family is not Family.BODY or (Family.PLACE, key) not in groups:
            continue
        weights = Counter({Family.PLACE: 1})  # a tie is a place's
        for kind in (Family.BODY, Family.PLACE):
            weights[kind] += 2 * sum(max(1, len(r.mentions)) for r in groups[kind, key])
        winner = max(weights, key=lambda kind: weights[kind])
        loser = Family.PLACE if winner is Family.BODY else Family.BODY
        groups[winner, key] += groups.pop((loser, key))


def _candidate(family: Family, key: str, group: list[Referent]) -> Candidate:
    aliases = {normal(alias) for referent in group for alias in referent.aliases}
    return Candidate(
        family=family,
        key=key,
        names=tuple(sorted({referent.name for referent in group})),
        aliases=frozenset(alias for alias in aliases if alias and alias != key),
        referents=tuple(sorted(group, key=lambda referent: referent.id)),
    )
