"""Groups candidates into entities: block, compare, and join what is one beyond doubt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from kg.model import Family, Referent
from kg.resolve.candidates import Candidate
from kg.resolve.comparators import SHORT_FORMS, VARIANTS, Likeness, likeness
from kg.resolve.names import GENERIC, LINKS, fold, initials, unowned
from kg.resolve.partition import Partition

Pair = tuple[int, int]

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


@dataclass(frozen=True)
class Grouping:
    """What came of comparing candidates.

    Attributes:
        clusters: The entities, in order of their first candidate.
        doubts: Pairs that are alike and were left apart, as one of them is as much like somebody else.
    """

    clusters: tuple[Cluster, ...]
    doubts: tuple[Merge, ...] = ()


@dataclass(frozen=True)
class _Alike:
    """Two candidates by their indexes, and why they may be one."""

    left: int
    right: int
    likeness: Likeness


def clusters(
    found: Sequence[Candidate], same: Sequence[Pair] = (), different: Sequence[Pair] = ()
) -> Grouping:
    """The entities behind the candidates.

    What was judged comes first. Then full names that are variants of each other are joined, the most alike first.
    Then each short form, longest first, joins the one entity that it can stand for; where it can stand for two, it
    stays by itself. So does a variant of two names that were judged different. What was judged different is never
    joined, by whatever chain.

    Args:
        found: Sorted candidates; the same ones in another order would not give the same result.
        same: Indexes of candidates that were judged to be one.
        different: Indexes of candidates that were judged to be two; none of them are one by ``same``.
    """
    partition = _judged(len(found), same, different)
    neighbours: dict[int, set[int]] = defaultdict(set)
    variants: list[_Alike] = []
    for left, right in _blocked(found):
        neighbours[left].add(right)
        neighbours[right].add(left)
        alike = (likeness(row, found[left], found[right]) for row in VARIANTS)
        if first := next(filter(None, alike), None):
            variants.append(_Alike(left, right, first))
    joins, doubts = _join_variants(variants, partition)
    short = {index for pair in same if (index := _shorter(found, *pair)) is not None}
    shared: set[int] = set()
    settled = {index for pair in same for index in pair}
    for index in sorted(neighbours, key=lambda i: (-len(found[i].words), i)):
        others = sorted(neighbours[index])
        fits = _stands_for(index, others, found, partition, settled=index in settled)
        if len(fits) == 1:
            partition.join(index, fits[0].right)
            joins += fits
            short.add(index)
        elif fits:
            shared.add(index)
            doubts += fits
    apart = [pair for pair in doubts if not partition.are_one(pair.left, pair.right)]
    parts = (
        part
        for cluster in _gathered(found, partition, short, joins)
        for part in _parted(cluster, {found[index] for index in shared})
    )
    return Grouping(tuple(parts), tuple(_merge(found, pair) for pair in apart))


def _judged(size: int, same: Iterable[Pair], different: Iterable[Pair]) -> Partition:
    partition = Partition(size)
    for left, right in same:
        partition.join(left, right)
    for left, right in different:
        partition.part(left, right)
    return partition


def _shorter(found: Sequence[Candidate], left: int, right: int) -> int | None:
    """Which of two candidates that were judged to be one bears a short form of the other's name, if either does."""
    if any(likeness(row, found[left], found[right]) for row in VARIANTS):
        return None
    for short, full in ((left, right), (right, left)):
        a, b = found[short], found[full]
        if set(a.words) < set(b.words) or any(likeness(row, a, b) for row in SHORT_FORMS):
            return short
    return None


def _join_variants(
    variants: Sequence[_Alike], partition: Partition
) -> tuple[list[_Alike], list[_Alike]]:
    """Join variants, and say which pairs were joined and which could not be, as one is a variant of two."""
    torn = _torn(variants, partition)
    joins: list[_Alike] = []
    doubts: list[_Alike] = []
    for pair in sorted(variants, key=lambda one: (-one.likeness.score, one.left, one.right)):
        if partition.are_parted(pair.left, pair.right):
            continue
        if not torn.isdisjoint((pair.left, pair.right)):
            doubts.append(pair)
        elif partition.join(pair.left, pair.right):
            joins.append(pair)
    return joins, doubts


def _torn(variants: Sequence[_Alike], partition: Partition) -> set[int]:
    """The candidates that are variants of two names that must stay two, and could as well be either."""
    likes: dict[int, set[int]] = defaultdict(set)
    for pair in variants:
        if not partition.are_parted(pair.left, pair.right):
            likes[pair.left].add(partition.root(pair.right))
            likes[pair.right].add(partition.root(pair.left))
    return {
        index
        for index, roots in likes.items()
        if any(partition.are_parted(left, right) for left, right in combinations(sorted(roots), 2))
    }


def _stands_for(
    index: int,
    others: list[int],
    found: Sequence[Candidate],
    partition: Partition,
    *,
    settled: bool,
) -> list[_Alike]:
    """One candidate of each entity that a short form can stand for by the most trusted row that fits any.

    One that was judged to be the same as a name that it can stand for stands for no other.
    """
    for row in SHORT_FORMS:
        fits: dict[int, _Alike] = {}
        for other in others:
            one = partition.are_one(index, other)
            if partition.are_parted(index, other) or (one and not settled):
                continue
            if same := likeness(row, found[index], found[other]):
                if one:
                    return []
                fits.setdefault(partition.root(other), _Alike(index, other, same))
        if fits:
            return list(fits.values())
    return []


def _merge(found: Sequence[Candidate], pair: _Alike) -> Merge:
    return Merge(found[pair.left], found[pair.right], pair.likeness)


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
                if found[left].key != found[right].key:  # or they were parted by a judgement
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
    found: Sequence[Candidate], partition: Partition, short: set[int], joins: Sequence[_Alike]
) -> tuple[Cluster, ...]:
    members: dict[int, list[int]] = defaultdict(list)
    reasons: dict[int, list[Merge]] = defaultdict(list)
    for index in range(len(found)):
        members[partition.root(index)].append(index)
    for pair in joins:
        reasons[partition.root(pair.left)].append(_merge(found, pair))
    return tuple(_cluster(found, members[root], short, reasons[root]) for root in sorted(members))


def _cluster(
    found: Sequence[Candidate], members: list[int], short: set[int], merges: list[Merge]
) -> Cluster:
    """The entity of these candidates; where judgements have each name stand for another, all are full."""
    full = [index for index in members if index not in short] or members
    return Cluster(
        full=tuple(found[index] for index in full),
        short=tuple(found[index] for index in members if index not in full),
        merges=tuple(merges),
    )
