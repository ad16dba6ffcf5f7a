"""Which figures may be set beside each other, and whether one counts a part of what the other counts."""

from collections.abc import Sequence
from datetime import timedelta

from kg.compare.clauses import content_senses
from kg.compare.distinctions import PERCENT, kinds_of_people, told_apart
from kg.compare.figures import Figure
from kg.compare.intervals import PEOPLE, same_unit, times_apart
from kg.compare.propositions import TELLING, Weights, weight
from kg.compare.shares import Share
from kg.compare.statements import Statement, one_passage
from kg.compare.units import PHYSICAL
from kg.compare.verdict import same_party
from kg.model import Growth, Measure, Measures, Scope

# Tolls that lie further apart belong to two happenings.
LONGEST_STORY = timedelta(days=200)
# Fixed figures that lie further apart, and are not of one date, are of two occasions.
LONGEST_OCCASION = timedelta(days=14)
# Units of measures.ttl that stand for every unit of a dimension.
DIMENSIONS = frozenset(
    {"money", "length", "time", "area", "speed", "flow", "temperature", "percent"}
)
OF_PEOPLE = frozenset({"people", "person", PERCENT})
# What the words around two figures of a measure that any subject can have must share: one telling word beside those
# of the measure itself, and this part of the weight of the lighter ones. Chosen on the labelled stories and on 84
# unrelated articles, where sums of money and percentages are the commonest false disputes.
TELLING_OF_MEASURE = 0.55
CONTEXT_PART = 0.25
UNMEASURED_PART = 0.5  # the same, where no measure is known
FAR = 10  # values that differ by more than this factor are hardly of one thing
# The same, where they have one measure: eighteen soldiers deployed here, 12,000 there. Chosen on the reports behind seeds/; no
# relation of the labelled stories changes by it.
VERY_FAR = 100
ELLIPTIC = 0  # senses beside a figure that leaves out what its sentence said before


class Comparability:
    """Answers what two figures have to do with each other, in the pile at hand."""

    def __init__(self, measures: Measures, weights: Weights) -> None:
        """Keep the measures by name, with the senses of their words and the measures that they are a part of."""
        self._measures = {measure.name: measure for measure in measures.measures}
        self._words = {measure.name: _words_of(measure) for measure in measures.measures}
        self._wholes = wholes(measures)
        self._weights = weights

    def growth(self, a: Figure, b: Figure) -> Growth:
        """How what both measure may change; a figure of no known measure is fixed."""
        measure = self._measures.get(a.quantity.measure or b.quantity.measure or "")
        return measure.growth if measure else Growth.FIXED

    def share(self, a: Figure, b: Figure) -> Share:
        """How what two figures count relates; APART where that is not sure."""
        share = self._share_told(a, b)
        if share is Share.APART or not self._one_subject(a, b):
            return Share.APART
        in_all = share is not Share.SAME and _whole_of(share, a, b).whole
        if not in_all and not _elliptic(a, b) and not _one_place(a, b):
            return Share.APART
        if self.growth(a, b) is Growth.FIXED and not _one_occasion(a, b):
            return Share.APART
        return share

    def _share_told(self, a: Figure, b: Figure) -> Share:
        """What measures, units, scopes and times tell, whatever the figures are of."""
        share = self._share_of_measures(a, b)
        if share is Share.APART or told_apart(a, b):
            return Share.APART
        if times_apart(a.quantity, b.quantity) > VERY_FAR:
            return Share.APART
        if not _one_kind(a, b) or not _one_story(a, b):
            return Share.APART
        if share is Share.SAME:
            share = _share_of_scopes(a, b)
        elif Scope.ADDITION in (a.scope, b.scope) or _whole_of(share, a, b).scope is Scope.PART:
            return Share.APART
        return share.and_also(kinds_of_people(a, b)).and_also(self._share_of_periods(a, b))

    def _share_of_measures(self, a: Figure, b: Figure) -> Share:
        """What measures and units alone tell; a measure that is not known can be any of the same unit."""
        ours, theirs = a.quantity.measure, b.quantity.measure
        if ours == theirs or ours is None or theirs is None:
            units = a.quantity.unit, b.quantity.unit
            known = (ours is not None and ours == theirs) or all(units) or _elliptic(a, b)
            one_sort = same_unit(*units) or self._of_people(ours, theirs)
            return Share.SAME if known and one_sort else Share.APART
        if theirs in self._wholes.get(ours, ()):
            return Share.LEFT_IN_RIGHT
        if ours in self._wholes.get(theirs, ()):
            return Share.RIGHT_IN_LEFT
        return Share.APART

    def _of_people(self, *names: str | None) -> bool:
        """Whether all measures are known, and count nothing but people."""
        units = [self._measures[name].units if name in self._measures else () for name in names]
        return all(row and frozenset(row) <= OF_PEOPLE for row in units)

    def _share_of_periods(self, a: Figure, b: Figure) -> Share:
        """What was counted in one period that is over is a part of what was counted in a longer one.

        That holds of what adds up; values of two periods are of two occasions.
        """
        ours, theirs = a.period, b.period
        if not ours or not theirs or ours == theirs:
            return Share.SAME
        first, second = a.statement.moment, b.statement.moment
        if first and second and not first.overlaps(second):
            return Share.APART
        adds_up = self.growth(a, b) is Growth.RUNNING and PERCENT not in (
            a.quantity.unit,
            b.quantity.unit,
        )
        if adds_up and ours < theirs:
            return Share.LEFT_IN_RIGHT
        return Share.RIGHT_IN_LEFT if adds_up and theirs < ours else Share.APART

    def _one_subject(self, a: Figure, b: Figure) -> bool:
        """Whether the words around two figures speak of one subject.

        A count of people or things tells by its measure what it counts; a length, a sum of money, a percentage or a
        figure of no known measure can be anything's.
        """
        names = [name for name in (a.quantity.measure, b.quantity.measure) if name is not None]
        if len(set(names)) > 1 or _elliptic(a, b):
            return True
        percent = PERCENT in (a.quantity.unit, b.quantity.unit)
        counts = not percent and self._counts(names)
        measured = len(names) == len((a, b))
        if percent and not measured:
            return False
        if measured and (counts or (a.telling is not None and a.telling == b.telling)):
            return True
        if times_apart(a.quantity, b.quantity) > FAR:
            return False
        # One counts 1,600 posts of no known measure, the other 1,200 posts that were cut.
        things = counts and PEOPLE.isdisjoint((a.quantity.unit, b.quantity.unit))
        return self._near_each_other(a, b, names, known=measured or things)

    def _counts(self, names: Sequence[str]) -> bool:
        """Whether one of the measures counts people or things, rather than measuring a dimension."""
        units = [self._measures[name].units for name in names if name in self._measures]
        return any(set(of_one) - DIMENSIONS - PHYSICAL.keys() for of_one in units)

    def _near_each_other(self, a: Figure, b: Figure, names: Sequence[str], *, known: bool) -> bool:
        """Whether the words next to two figures share enough, those of their measures left out."""
        own = frozenset().union(*(self._words.get(name, frozenset()) for name in names))
        left, right = a.context - own, b.context - own
        # "turnout was 71 percent", "put turnout at 55 percent"
        if known and not left and not right:
            return True
        shared = weight(left & right, self._weights)
        lighter = min(weight(left, self._weights), weight(right, self._weights))
        least, part = (TELLING_OF_MEASURE, CONTEXT_PART) if known else (TELLING, UNMEASURED_PART)
        return shared >= least and shared >= part * lighter


def _words_of(measure: Measure) -> frozenset[str]:
    """The senses of the words that express a measure."""
    return content_senses(" ".join((*measure.verbs, *measure.nouns, *measure.adjectives)))


def wholes(measures: Measures) -> dict[str, frozenset[str]]:
    """The measures that each measure is a part of, directly or not."""
    broader = {measure.name: frozenset(measure.broader) for measure in measures.measures}
    found: dict[str, frozenset[str]] = {}
    for name, direct in broader.items():
        reached: set[str] = set()
        todo = sorted(direct)
        while todo:
            here = todo.pop()
            if here not in reached:
                reached.add(here)
                todo += sorted(broader.get(here, ()))
        found[name] = frozenset(reached)
    return found


def _whole_of(share: Share, a: Figure, b: Figure) -> Figure:
    """The figure that the other is a part of."""
    return b if share is Share.LEFT_IN_RIGHT else a


def _elliptic(a: Figure, b: Figure) -> bool:
    """Whether one leaves out what the other says in the same sentence or right before it.

    "There are 10,000 soldiers there, says one, while the other says there are 11,000."
    """
    alike = (
        a.statement.sentence == b.statement.sentence or times_apart(a.quantity, b.quantity) <= FAR
    )
    bare = min(len(a.context), len(b.context)) <= ELLIPTIC
    return bare and alike and one_passage(a.statement, b.statement)


def _one_kind(a: Figure, b: Figure) -> bool:
    """Percentages with percentages, licences with licences, counts of one people with each other."""
    if PERCENT in (a.quantity.unit, b.quantity.unit) and a.quantity.unit != b.quantity.unit:
        return False
    if a.on_paper != b.on_paper:
        return False
    return not (a.proper and b.proper and a.proper.isdisjoint(b.proper))


def _one_story(a: Figure, b: Figure) -> bool:
    """Whether the times of both allow that they speak of one happening."""
    left, right = a.statement.moment, b.statement.moment
    return left is None or right is None or left.apart(right) <= LONGEST_STORY


def _one_occasion(a: Figure, b: Figure) -> bool:
    """Whether the times of two fixed figures allow that it is one occasion.

    Dates that both texts give must agree, and so must the days of percentages, which change from day to day.
    """
    left, right = a.statement, b.statement
    if left.moment is None or right.moment is None:
        return True
    if (left.dated and right.dated) or a.quantity.unit == PERCENT:
        return left.moment.overlaps(right.moment)
    return left.moment.apart(right.moment) <= LONGEST_OCCASION


def _one_place(a: Figure, b: Figure) -> bool:
    """Whether the places that both speak of allow that they speak of one happening."""
    here, there = _where(a.statement), _where(b.statement)
    if same_party(a.statement, b.statement):  # who revises a figure need not name the place again
        here, there = a.statement.places and here, b.statement.places and there
    return not here or not there or not here.isdisjoint(there)


def _where(statement: Statement) -> frozenset[str]:
    """The places that a statement is about: those of its sentence, and of its article if they are among them."""
    if statement.places and statement.places.isdisjoint(statement.home):
        return statement.places
    return statement.places | statement.home


def _share_of_scopes(a: Figure, b: Figure) -> Share:
    """Whether a figure's own words make it a part of the other, an addition to it, or its equal."""
    if a.scope is Scope.PART and b.scope is Scope.PART:
        return Share.SAME if a.context & b.context else Share.APART
    if a.scope is b.scope:
        return Share.SAME
    if Scope.ADDITION in (a.scope, b.scope):
        return Share.APART
    return Share.LEFT_IN_RIGHT if a.scope is Scope.PART else Share.RIGHT_IN_LEFT
