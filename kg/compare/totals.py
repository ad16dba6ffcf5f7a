"""The rule on figures: what the values of two comparable figures mean to each other.

That depends on whose figures they are and on how the measure grows. A part and its whole only exclude each other
when the part is larger; a running total only excludes a later one that is lower; what one party said before is
replaced by what it says now.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import cache

from kg.compare.comparable import Comparability
from kg.compare.figures import Figure, figures_of
from kg.compare.intervals import Standing, standing
from kg.compare.propositions import Weights
from kg.compare.shares import Share
from kg.compare.statements import Statement, one_passage
from kg.compare.units import PHYSICAL
from kg.compare.verdict import Verdict, newer, same_party
from kg.model import Growth, Measures, Modality, RelationKind

CONTRADICTS = 0.85
UPDATES = 0.85
CORROBORATES = 0.8
FALLING = 0.75  # a total that would have to fall

# A higher toll "by night" and a lower one at ten o'clock are of one time; later risings are not.
SLACK = timedelta(hours=3)

A_DAY = timedelta(days=1)
_BY_THEN = re.compile(
    r"\bby (?:[A-Z]\w+day|\d|noon|dusk|dawn|night|midnight|(?:the )?(?:\w+ )?(?:morning|evening|afternoon))"
)

# Of several figures of two claims, the one with the weightiest verdict decides.
PRECEDENCE = (RelationKind.CONTRADICTS, RelationKind.UPDATES, RelationKind.CORROBORATES)


def figure_rule(
    measures: Measures, weights: Weights
) -> Callable[[Statement, Statement], Verdict | None]:
    """The rule that compares every figure of one statement with every one of the other."""
    comparability = Comparability(measures, weights)

    @cache
    def figures(statement: Statement) -> tuple[Figure, ...]:
        return tuple(figures_of(statement))

    def judge(left: Statement, right: Statement) -> Verdict | None:
        if not left.claim.quantities or not right.claim.quantities:
            return None
        found = [
            verdict
            for a in figures(left)
            for b in figures(right)
            if (verdict := _judge_figures(a, b, comparability)) is not None
        ]
        return min(found, key=lambda v: (PRECEDENCE.index(v.kind), -v.score), default=None)

    return judge


def _judge_figures(a: Figure, b: Figure, comparability: Comparability) -> Verdict | None:
    share = comparability.share(a, b)
    if share is Share.APART:
        return None
    if Modality.DENIED in (a.modality, b.modality):
        return _denied_figure(a, b)
    verdict = _judge_shares(a, b, share, comparability.growth(a, b))
    guessed = Modality.SPECULATED in (a.modality, b.modality)
    if guessed and verdict is not None and verdict.kind is not RelationKind.CORROBORATES:
        return None  # a guess can be borne out, but disputes and replaces nothing
    return verdict


def _judge_shares(a: Figure, b: Figure, share: Share, growth: Growth) -> Verdict | None:
    """What two figures mean to each other, of which neither is denied."""
    stands = standing(a.quantity, b.quantity)
    if share is not Share.SAME:
        return _part_above_whole(a, b, share, stands)
    if same_party(a.statement, b.statement):
        return _revision(a, b, growth, stands)
    return _judge_parties(a, b, growth, stands)


def _judge_parties(a: Figure, b: Figure, growth: Growth, stands: Standing) -> Verdict | None:
    """What two parties' figures of one thing mean to each other."""
    if stands in (Standing.EQUAL, Standing.WITHIN):
        return _agreement(a, b, growth, stands)
    if stands is Standing.OPEN:
        return None
    return _difference(a, b, growth, stands)


def _part_above_whole(a: Figure, b: Figure, share: Share, stands: Standing) -> Verdict | None:
    """A part that is larger than its whole, counted no later, excludes it."""
    part, whole = (a, b) if share is Share.LEFT_IN_RIGHT else (b, a)
    larger = stands is (Standing.ABOVE if part is a else Standing.BELOW)
    if not larger or same_party(a.statement, b.statement) or not _no_later(part, whole):
        return None
    because = (
        "counts more in a part than there are, at the same time or later, in the whole by"
        if part is a
        else "counts fewer in the whole than there are, at the same time or before, in a part by"
    )
    return Verdict(kind=RelationKind.CONTRADICTS, score=FALLING, because=because)


def _no_later(higher: Figure, lower: Figure) -> bool:
    """Whether the higher figure is known to be no later than the lower one.

    Where a date is unknown, it is if one passage has both, or if what the higher counts was over when the lower was told. Of
    what happened on one day more may be known later.
    """
    if _told_later(higher.statement, lower.statement):
        return False
    first, second = higher.statement.moment, lower.statement.moment
    if first is None or second is None:
        return one_passage(higher.statement, lower.statement) or bool(
            higher.period and higher.period <= lower.period
        )
    return first.last <= second.last + SLACK


def _told_later(one: Statement, other: Statement) -> bool:
    """Whether both count what happened on a day, not what was known by then, and one was told on a later day than the other."""
    if _BY_THEN.search(one.claim.text):
        return False
    if one.moment is None or other.moment is None or one.uttered is None or other.uttered is None:
        return False
    days = all(moment.last - moment.first <= A_DAY for moment in (one.moment, other.moment))
    return days and one.uttered.first > other.uttered.last


def _revision(a: Figure, b: Figure, growth: Growth, stands: Standing) -> Verdict | None:
    """Another value by the same party on another day replaces the older one.

    Where no date tells which is older, a running total does: it only grows.
    """
    if stands in (Standing.EQUAL, Standing.WITHIN):
        return None
    if stands is Standing.OPEN and not _moves(a, b):
        return None
    left_newer = newer(a.statement, b.statement)
    if left_newer is None:
        if growth is not Growth.RUNNING or not _undated(a, b) or stands is Standing.OPEN:
            return None
        left_newer = stands is Standing.ABOVE
    return Verdict(
        kind=RelationKind.UPDATES,
        score=UPDATES,
        because="is the same party's newer figure in place of",
        left_newer=left_newer,
    )


def _undated(a: Figure, b: Figure) -> bool:
    """Whether the time of one is unknown, and they stand in two articles."""
    known = a.statement.moment is not None and b.statement.moment is not None
    return not known and a.statement.article.id != b.statement.article.id


def _moves(a: Figure, b: Figure) -> bool:
    """Whether a bound of one party moved beyond what it said before ("around 3,000", "more than 4,000")."""
    lows = [figure.quantity.min for figure in (a, b)]
    highs = [figure.quantity.max for figure in (a, b)]
    return None not in lows and lows[0] != lows[1] and (None in highs)


def _denied_figure(a: Figure, b: Figure) -> Verdict | None:
    both = a.modality is b.modality
    if both or same_party(a.statement, b.statement) or a.stated.isdisjoint(b.stated):
        return None
    return Verdict(
        kind=RelationKind.CONTRADICTS,
        score=CONTRADICTS,
        because="denies, or is denied by, the figure of",
    )


def _agreement(a: Figure, b: Figure, growth: Growth, stands: Standing) -> Verdict | None:
    changing = growth is not Growth.FIXED and not (a.telling and a.quantity.unit in PHYSICAL)
    if changing and not _one_time(a, b):
        return None
    words = (
        "gives the same figure as" if stands is Standing.EQUAL else "gives a figure in line with"
    )
    return Verdict(kind=RelationKind.CORROBORATES, score=CORROBORATES, because=words)


def _one_time(a: Figure, b: Figure) -> bool:
    first, second = a.statement.moment, b.statement.moment
    if first is None or second is None:
        return True
    return first.apart(second) <= timedelta(days=1)


def _difference(a: Figure, b: Figure, growth: Growth, stands: Standing) -> Verdict | None:
    """Values of two parties that exclude each other."""
    excluded = Verdict(
        kind=RelationKind.CONTRADICTS, score=CONTRADICTS, because="gives another figure than"
    )
    if growth is Growth.FIXED:
        return None if _plan_may_have_changed(a.statement, b.statement) else excluded
    higher, lower = (a, b) if stands is Standing.ABOVE else (b, a)
    if not _no_later(higher, lower):
        return None
    first, second = higher.statement.moment, lower.statement.moment
    if growth is Growth.VARYING and not (first and second and first.overlaps(second)):
        return None
    if first and second and first.first.date() != second.first.date():
        if not lower.total:
            return None
        return Verdict(
            kind=RelationKind.CONTRADICTS,
            score=FALLING,
            because="gives a running total that would have had to fall to or from",
        )
    return excluded


def _plan_may_have_changed(left: Statement, right: Statement) -> bool:
    """Whether one of them is a plan, and they were said on different days."""
    planned = Modality.PLANNED in (left.claim.modality, right.claim.modality)
    return planned and newer(left, right) is not None
