"""What is compared: one candidate for every name that one family of referents bears.

Referents with the same name in the same family are one candidate from the start, except bare words that several
people share: those stay apart article by article.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.model import Family, Referent
from kg.model.entity import FAMILIES
from kg.resolve.names import demonym_of, normal, person_words


@dataclass(frozen=True)
class Candidate:
    """All referents of one family that bear one name.

    Attributes:
        family: Person, body or place.
        key: The name in comparable form; unique in its family, but for the articles that judgements single out.
        names: The forms in which it is written, sorted.
        aliases: Other names that articles use for it, in comparable form.
        referents: Sorted by id.
        article: Id of the only article that it is of, where a judgement singles that out; None for all others.
    """

    family: Family
    key: str
    names: tuple[str, ...]
    aliases: frozenset[str]
    referents: tuple[Referent, ...] = field(repr=False)
    article: str | None = None

    @property
    def name(self) -> str:
        """The form that most referents bear; of equally frequent ones the first by alphabet."""
        borne = Counter(referent.name for referent in self.referents)
        return min(borne, key=lambda name: (-borne[name], name))

    @property
    def identity(self) -> tuple[Family, str, str | None]:
        """What no other candidate shares."""
        return self.family, self.key, self.article

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
            groups[family, key_of(family, referent.name)].append(referent)
    _settle_metonyms(groups)
    return tuple(candidate(family, key, groups[family, key]) for family, key in sorted(groups))


def key_of(family: Family, name: str) -> str:
    """The name in the form in which names of this family are compared."""
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


def candidate(
    family: Family, key: str, group: Iterable[Referent], article: str | None = None
) -> Candidate:
    """The candidate of these referents; fields as in Candidate."""
    group = tuple(group)
    aliases = {normal(alias) for referent in group for alias in referent.aliases}
    return Candidate(
        family=family,
        key=key,
        names=tuple(sorted({referent.name for referent in group})),
        aliases=frozenset(alias for alias in aliases if alias and alias != key),
        referents=tuple(sorted(group, key=lambda referent: referent.id)),
        article=article,
    )
