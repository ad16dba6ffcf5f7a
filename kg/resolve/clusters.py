"""Groups candidates into entities: block, compare, and join what is one beyond doubt."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from kg.model import Referent
from kg.resolve.candidates import Candidate, Family
from kg.resolve.comparators import SHORT_FORMS, VARIANTS, Likeness, likeness
from kg.resolve.names import GENERIC, LINKS, fold, initials, unowned

PREFIX = 4  # letters of a folded word that spellings of one person's name have in common


@dataclass(frozen=True)
class Merge:
    """Two candidates that were found to be one, and why."""

    left: Candidate
    right: Candidate
    likeness: Likeness


@dataclass(frozen=True)
class Cluster:
    """Candidates that are one entity.

    Attributes:
        full: Candidates that bear a full name, sorted by key.
        short: Candidates that bear a short form of it, sorted by key.
        merges: Why they are one, in the order of joining.
        shared: Whether others of the pile could be meant by its only name, so that it is one article's.
    """

    full: tuple[Candidate, ...]
    short: tuple[Candidate, ...] = ()
    merges: tuple[Merge, ...] = ()
    shared: bool = False

    @property
    def family(self) -> Family:
        """Person, body or place."""
        return self.full[0].family

    @property
    def referents(self) -> tuple[Referent, ...]:
        """The referents of all its candidates, sorted by id."""
        every = [referent for one in (*self.full, *self.short) for referent in one.referents]
        return tuple(sorted(every, key=lambda referent: referent.id))


class _Partition:
    """Disjoint sets of candidates by index; the root of a set is its smallest index."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, index: int) -> int:
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, left: int, right: int) -> None:
        low, high = sorted((self.root(left), self.root(right)))
        self._parent[high] = low


def clusters(found: Sequence[Candidate]) -> tuple[Cluster, ...]:
    """The entities behind the candidates, in order of their first candidate.

    Full names that are variants of each other are joined first. Then each short form, longest first, joins the one
    entity that it can stand for; where it can stand for two, it stays by itself.

    Args:
        found: Sorted candidates; the same ones in another order would not give the same result.
    """
    partition = _Partition(len(found))
    merges: list[Merge] = []
    neighbours: dict[int, set[int]] = defaultdict(set)
    for left, right in _blocked(found):
        neighbours[left].add(right)
        neighbours[right].add(left)
        for row in VARIANTS:
            if same := likeness(row, found[left], found[right]):
                partition.join(left, right)
                merges.append(Merge(found[left], found[right], same))
                break
    short: set[int] = set()
    shared: set[int] = set()
    for index in sorted(neighbours, key=lambda i: (-len(found[i].words), i)):
        fits = _stands_for(index, sorted(neighbours[index]), found, partition)
        if len(fits) == 1:
            other, same = fits[0]
            partition.join(index, other)
            merges.append(Merge(found[index], found[other], same))
            short.add(index)
        elif fits:
            shared.add(index)
    return tuple(
        part
        for cluster in _gathered(found, partition, short, merges)
        for part in _parted(cluster, {found[index] for index in shared})
    )


def _stands_for(
    index: int, others: list[int], found: Sequence[Candidate], partition: _Partition
) -> list[tuple[int, Likeness]]:
    """One candidate of each entity that a short form can stand for by the most trusted row that fits any."""
    here = partition.root(index)
    for row in SHORT_FORMS:
        fits: dict[int, tuple[int, Likeness]] = {}
        for other in others:
            if partition.root(other) == here:
                continue
            if same := likeness(row, found[index], found[other]):
                fits.setdefault(partition.root(other), (other, same))
        if fits:
            return list(fits.values())
    return []


def _parted(cluster: Cluster, shared: set[Candidate]) -> Iterator[Cluster]:
    """A person known only by one word that several people have as a name is another one in every article."""
    only = cluster.full[0]
    bare = cluster.family is Family.PERSON and len(only.words) == 1
    if not bare or len(cluster.full) + len(cluster.short) > 1 or only not in shared:
        yield cluster
        return
    for _, referents in groupby(
        only.referents, key=lambda referent: referent.id.rpartition("#")[0]
    ):
        yield Cluster(full=(replace(only, referents=tuple(referents)),), shared=True)


def _blocked(found: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes, left < right, that share a key; only these are compared."""
    blocks: dict[tuple[Family, str], list[int]] = defaultdict(list)
    for index, candidate in enumerate(found):
        for key in sorted(_keys(candidate)):
            blocks[candidate.family, key].append(index)
    seen: set[tuple[int, int]] = set()
    for block in sorted(blocks):
        for left, right in combinations(blocks[block], 2):
            if (left, right) not in seen:
                seen.add((left, right))
                yield left, right


def _keys(candidate: Candidate) -> set[str]:
    """Distinctive words by their first letters, the whole name, its aliases and its acronyms."""
    keys = {"=" + candidate.key, "=" + "".join(map(fold, candidate.words))}
    keys |= {"=" + alias for alias in candidate.aliases}
    distinctive = [word for word in candidate.words if word not in GENERIC | LINKS]
    keys |= {fold(word)[:PREFIX] for word in distinctive}
    if candidate.family is Family.BODY:
        for name in candidate.names:
            owned = unowned(name)[0]
            keys.add("=" + owned)
            keys |= {"=" + letters for letters in initials(name) | initials(owned)}
        keys |= {"=" + " ".join(candidate.words[i:]) for i in range(1, len(candidate.words) - 1)}
    return keys


def _gathered(
    found: Sequence[Candidate], partition: _Partition, short: set[int], merges: list[Merge]
) -> tuple[Cluster, ...]:
    members: dict[int, list[int]] = defaultdict(list)
    reasons: dict[int, list[Merge]] = defaultdict(list)
    place = {(one.family, one.key): index for index, one in enumerate(found)}
    for index in range(len(found)):
        members[partition.root(index)].append(index)
    for merge in merges:
        reasons[partition.root(place[merge.left.family, merge.left.key])].append(merge)
    return tuple(
        Cluster(
            full=tuple(found[i] for i in members[root] if i not in short),
            short=tuple(found[i] for i in members[root] if i in short),
            merges=tuple(reasons[root]),
        )
        for root in sorted(members)
    )
