"""Lists which names were held against each other, so that somebody can judge what the rules made of them."""

from collections import defaultdict
from collections.abc import Mapping

from kg.model import Outcome, Pairing
from kg.resolve.candidates import Candidate
from kg.resolve.clusters import Grouping, Merge
from kg.resolve.comparators import SHORT_FORMS, VARIANTS, Likeness, likeness
from kg.resolve.rulings import Ruling, Rulings

Identity = tuple[object, ...]


def pairings(rulings: Rulings, grouping: Grouping) -> tuple[Pairing, ...]:
    """One row for each doubt and each merge by rule that nobody judged, and for each judgement.

    Open questions come first, then what was joined by rule, the least sure first, then what was judged. A judgement
    that stands in two places is told once.
    """
    judged = {
        frozenset(rulings.candidates[index].identity for index in pair)
        for ruling in rulings.rulings
        for pair in ruling.pairs
    }
    found: dict[frozenset[Identity], Pairing] = {}
    merges = [merge for cluster in grouping.clusters for merge in cluster.merges]
    for outcome, rows in ((Outcome.APART, grouping.doubts), (Outcome.JOINED, merges)):
        for merge in rows:
            pair = frozenset((merge.left.identity, merge.right.identity))
            if pair not in judged:
                found.setdefault(pair, _of_rule(merge, outcome))
    homes = _homes(grouping)
    said = {
        _order(row): row
        for ruling in rulings.rulings
        for row in [_of_judgement(ruling, rulings.candidates, homes)]
    }
    return tuple(sorted([*found.values(), *said.values()], key=_order))


def _order(row: Pairing) -> tuple[object, ...]:
    said = row.judgement
    names = (row.family or "", row.left, row.right)
    if said is None:
        return row.outcome is Outcome.JOINED, row.score or 0, *names
    return 2, 0, *names, said.answer, said.by, said.when, said.why


def _homes(grouping: Grouping) -> dict[Identity, set[int]]:
    """The numbers of the clusters that each candidate is in; a shared name is in several."""
    homes: dict[Identity, set[int]] = defaultdict(set)
    for number, cluster in enumerate(grouping.clusters):
        for one in (*cluster.full, *cluster.short):
            homes[one.identity].add(number)
    return homes


def _of_rule(merge: Merge, outcome: Outcome) -> Pairing:
    return Pairing(
        left=merge.left.name,
        right=merge.right.name,
        family=merge.left.family,
        outcome=outcome,
        score=merge.likeness.score,
        reason=merge.likeness.reason,
    )


def _of_judgement(
    ruling: Ruling, candidates: tuple[Candidate, ...], homes: Mapping[Identity, set[int]]
) -> Pairing:
    judgement = ruling.judgement
    pairs = [(candidates[left], candidates[right]) for left, right in ruling.pairs]
    likenesses = (_likeness(*pair) for pair in pairs)
    alike = next(filter(None, likenesses), None)
    joined = any(homes[left.identity] & homes[right.identity] for left, right in pairs)
    met = Outcome.JOINED if joined or ruling.alike else Outcome.APART
    return Pairing(
        left=judgement.left,
        right=judgement.right,
        family=judgement.family,
        outcome=Outcome.ABSENT if ruling.absent else met,
        score=alike.score if alike else None,
        reason=alike.reason if alike else "",
        judgement=judgement,
    )


def _likeness(left: Candidate, right: Candidate) -> Likeness | None:
    """What the first rule that finds them alike says, whichever is the short form."""
    variant = (likeness(row, left, right) for row in VARIANTS)
    short = (likeness(row, *ends) for row in SHORT_FORMS for ends in ((left, right), (right, left)))
    return next(filter(None, (*variant, *short)), None)
