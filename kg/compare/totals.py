"""The rules on figures: what may be compared, and what a difference means.

Two figures are set beside each other only when they measure the same thing, or one a part of the other, of one
place and one time. What a difference then means depends on whose figures they are and on how the measure grows.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from functools import cache, cached_property

from kg.compare.figures import CONVERSIONS, PEOPLE, Standing, granularity, same_unit, standing
from kg.compare.propositions import TELLING, Weights, weight
from kg.compare.statements import Statement, content_senses
from kg.compare.verdict import Verdict, newer, same_party
from kg.model import Growth, Measure, Measures, Modality, Quantity, RelationKind, Scope

CONTRADICTS = 0.85
UPDATES = 0.85
CORROBORATES = 0.8
FALLING = 0.75  # a total that would have to fall

# A higher toll "by night" and a lower one at ten o'clock are of one time; later risings are not.
SLACK = timedelta(hours=3)
# Tolls that lie further apart belong to two happenings.
LONGEST_STORY = timedelta(days=200)
# Fixed figures that lie further apart, and are not of one date, are of two occasions.
LONGEST_OCCASION = timedelta(days=14)
# Units of measures.ttl that stand for every unit of a dimension.
DIMENSIONS = frozenset(
    {"money", "length", "time", "area", "speed", "flow", "temperature", "percent"}
)
PERCENT = "percent"
# What the words around two figures of a measure that any subject can have must share: one telling word beside the
# measure itself, and this part of the weight of the lighter ones.
WINDOW = 8  # words
TELLING_OF_MEASURE = 0.55
CONTEXT_PART = 0.25
UNMEASURED_PART = 0.5  # where the measure is not known
FAR = 10
BOTH = 2

_PART = re.compile(
    r"\b(?:alone|itself|(?<!all )(?<!each )(?<!every one )(?<!none )of (?:them|those|these|the (?:dead|victims|injured|missing))|among (?:them|those|the)"
    r"|in (?:his|her|its|their|our|my|this|one) (?:own )?(?:region|district|town|city|village|province|county|area)"
    r"|in the (?:region|district|province)|(?:own|at one) \w+)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:nationwide|worldwide|countrywide|in (?:all|total)|overall|altogether"
    r"|(?:across|throughout) the (?:country|nation|city|region|province)|in the whole \w+)\b",
    re.IGNORECASE,
)
# Words that make a figure the sum of what is known.
_TOTAL = re.compile(
    r"\b(?:tolls?|number|total|tally|count|rose|risen|climbed|reached|stands|so far|known|confirmed)\b",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"\b(?:at|in|from|inside) (?:\w+ ){1,3}?(?:plant|factory|site|barracks|hospital|clinic|school|station|shelter|office"
    r"|branch|store|mine|ward|prison|jail|camp|depot|warehouse|morgue|building|village)\b",
    re.IGNORECASE,
)
# A figure beside one of these is what a paper allows or lists, not what there was.
_ON_PAPER = re.compile(
    r"\b(?:manifest|listed|licen[cs]ed?|certificate|certified|capacity|permit(?:s|ted)?|allow(?:s|ed)?|maximum|quota)\b",
    re.IGNORECASE,
)
_ADDITION = re.compile(r"\b(?:another|additional|further|newly|more)\b(?! than)", re.IGNORECASE)
_CAPITALISED = re.compile(r"\b[A-Z][\w-]+")


class Share(Enum):
    """How what one figure counts relates to what the other counts."""

    SAME = auto()
    LEFT_IN_RIGHT = auto()
    RIGHT_IN_LEFT = auto()
    APART = auto()


@dataclass(frozen=True)
class Figure:
    """A figure of a statement.

    Attributes:
        statement: The statement.
        quantity: The figure.
        words: The words of the clause that it stands in.
        near: The WINDOW words on each side of it, within the claim.
    """

    statement: Statement
    quantity: Quantity
    words: str
    near: str

    @cached_property
    def context(self) -> frozenset[str]:
        """The senses of the words next to the figure, its unit left out."""
        return content_senses(self.near) - content_senses(self.quantity.unit)

    @cached_property
    def on_paper(self) -> bool:
        """Whether it is what a paper allows or lists."""
        return _ON_PAPER.search(self.words) is not None

    @cached_property
    def scope(self) -> Scope:
        """The scope that extraction found, or that the words around the figure tell."""
        if self.quantity.scope is not Scope.TOTAL:
            return self.quantity.scope
        if _WHOLE.search(self.words):
            return Scope.TOTAL
        if _PART.search(self.words) or _SITE.search(self.words):
            return Scope.PART
        near = self.words[: self.words.find(self.quantity.counted) + 1] or self.words
        return Scope.ADDITION if _ADDITION.search(near) else Scope.TOTAL


def figure_rule(
    measures: Measures, weights: Weights
) -> Callable[[Statement, Statement], Verdict | None]:
    """The rule that compares every figure of one statement with every one of the other."""
    table = {measure.name: measure for measure in measures.measures}

    @cache
    def figures(statement: Statement) -> tuple[Figure, ...]:
        return tuple(_figures(statement))

    def judge(left: Statement, right: Statement) -> Verdict | None:
        if not left.claim.quantities or not right.claim.quantities:
            return None
        found = [
            verdict
            for a in figures(left)
            for b in figures(right)
            if _about_one_subject(a, b, table, weights)
            and (verdict := _judge_figures(a, b, table)) is not None
        ]
        order = (RelationKind.CONTRADICTS, RelationKind.UPDATES, RelationKind.CORROBORATES)
        return min(found, key=lambda v: (order.index(v.kind), -v.score), default=None)

    return judge


def _figures(statement: Statement) -> Iterator[Figure]:
    """The figures of a statement, each with the clause that it stands in."""
    text = statement.article.text
    if statement.claim.modality is Modality.SPECULATED:
        return
    for quantity in statement.claim.quantities:
        start = max(
            text.rfind(mark, statement.claim.content.start, quantity.span.start) for mark in ",;"
        )
        start = max(start + 1, statement.claim.content.start)
        ends = [text.find(mark, quantity.span.end, statement.claim.content.end) for mark in ";"]
        end = min((e for e in ends if e >= 0), default=statement.claim.content.end)
        content = statement.claim.content
        before = text[content.start : quantity.span.start].split()[-WINDOW:]
        behind = text[quantity.span.end : content.end].split()[:WINDOW]
        counted = text[quantity.span.start : quantity.span.end]
        yield Figure(statement, quantity, text[start:end], " ".join((*before, counted, *behind)))


def _judge_figures(a: Figure, b: Figure, table: Mapping[str, Measure]) -> Verdict | None:
    share = _share(a, b, table)
    if share is Share.APART:
        return None
    stands = standing(a.quantity, b.quantity)
    if Modality.DENIED in (a.statement.claim.modality, b.statement.claim.modality):
        return _denied_figure(a, b)
    if share is not Share.SAME:
        return _part_above_whole(a, b, share, stands)
    if same_party(a.statement, b.statement):
        return _revision(a, b, stands)
    return _judge_parties(a, b, _growth(a, b, table), stands)


def _judge_parties(a: Figure, b: Figure, growth: Growth, stands: Standing) -> Verdict | None:
    """What two parties' figures of one thing mean to each other."""
    if stands in (Standing.EQUAL, Standing.WITHIN):
        return _agreement(a, b, growth, stands)
    if stands is Standing.OPEN:
        return None
    return _difference(a, b, growth, stands)


def _growth(a: Figure, b: Figure, table: Mapping[str, Measure]) -> Growth:
    measure = table.get(a.quantity.measure or b.quantity.measure or "")
    return measure.growth if measure else Growth.FIXED


# --- what may be compared ---------------------------------------------------------------------------------------


def _share(a: Figure, b: Figure, table: Mapping[str, Measure]) -> Share:
    share = _measure_share(a, b, table)
    if share is Share.APART or not _same_kind_of_figure(a, b) or not _one_time_span(a, b):
        return Share.APART
    if share is Share.SAME:
        share = _marked_share(a, b)
    if share is Share.SAME or not _part_of_all(a, b, share):
        share = share if _same_place(a, b) else Share.APART
    if _growth(a, b, table) is Growth.FIXED and not _one_occasion(a, b):
        return Share.APART
    part = a if share is Share.LEFT_IN_RIGHT else b
    is_addition = share is not Share.SAME and part.quantity.scope is Scope.ADDITION
    return Share.APART if is_addition else share


def _part_of_all(a: Figure, b: Figure, share: Share) -> bool:
    """Whether the whole is expressly that of the country, the city or all, so that the part's place lies in it."""
    whole = b if share is Share.LEFT_IN_RIGHT else a
    return _WHOLE.search(whole.words) is not None


def _measure_share(a: Figure, b: Figure, table: Mapping[str, Measure]) -> Share:
    """What the measures and units alone tell; a measure that is not known can be any of the same unit."""
    ours, theirs = a.quantity.measure, b.quantity.measure
    units = a.quantity.unit, b.quantity.unit
    if ours == theirs or ours is None or theirs is None:
        # "There are 10,000 soldiers, X says, while Y says there are 11,000": the second goes without its unit.
        elliptic = a.statement.sentence == b.statement.sentence
        known = (ours is not None and ours == theirs) or all(units) or elliptic
        return Share.SAME if known and same_unit(*units) else Share.APART
    if theirs in _wholes(ours, table):
        return Share.LEFT_IN_RIGHT
    if ours in _wholes(theirs, table):
        return Share.RIGHT_IN_LEFT
    return Share.APART


def _wholes(name: str, table: Mapping[str, Measure]) -> set[str]:
    found: set[str] = set()
    todo = [name]
    while todo:
        measure = table.get(todo.pop())
        for broader in measure.broader if measure else ():
            if broader not in found:
                found.add(broader)
                todo.append(broader)
    return found


def _same_kind_of_figure(a: Figure, b: Figure) -> bool:
    """Percentages with percentages, licences with licences, counts of one people with each other."""
    if PERCENT in (a.quantity.unit, b.quantity.unit) and a.quantity.unit != b.quantity.unit:
        return False
    if a.on_paper != b.on_paper:
        return False
    proper = [set(_CAPITALISED.findall(f.quantity.counted)) for f in (a, b)]
    return not (proper[0] and proper[1] and proper[0].isdisjoint(proper[1]))


def _same_place(a: Figure, b: Figure) -> bool:
    """Whether the places that both speak of allow that they speak of one happening."""
    here, there = _where(a.statement), _where(b.statement)
    if same_party(a.statement, b.statement):  # who revises a figure need not name the place again
        here, there = a.statement.places and here, b.statement.places and there
    return not here or not there or not here.isdisjoint(there)


def _one_time_span(a: Figure, b: Figure) -> bool:
    """Whether the times of both allow that they speak of one happening."""
    left, right = a.statement.moment, b.statement.moment
    return left is None or right is None or left.apart(right) <= LONGEST_STORY


def _where(statement: Statement) -> frozenset[str]:
    """The places that a statement is about: those of its sentence, or of its article if they are among them."""
    if statement.places and statement.places.isdisjoint(statement.home):
        return statement.places
    return statement.places | statement.home


def _about_one_subject(
    a: Figure, b: Figure, table: Mapping[str, Measure], weights: Weights
) -> bool:
    """Whether the words around two figures of one measure speak of one subject.

    A count of people or things tells by its measure what it counts; a length, a sum of money, a percentage or a
    figure of no known measure can be anything's.
    """
    if a.quantity.measure != b.quantity.measure and a.quantity.measure and b.quantity.measure:
        return True  # a part and its whole, or nothing
    if a.statement.sentence == b.statement.sentence:
        return True
    known = [table[name] for q in (a.quantity, b.quantity) if (name := q.measure or "") in table]
    counts = [not DIMENSIONS.issuperset(measure.units) for measure in known]
    percent = PERCENT in (a.quantity.unit, b.quantity.unit)
    if len(known) == BOTH and ((all(counts) and not percent) or _telling(a) == _telling(b) != 0):
        return True
    # One counts 1,600 posts of no known measure, the other 1,200 posts that were cut.
    things = any(counts) and not percent and not {a.quantity.unit, b.quantity.unit} & PEOPLE
    words = _words_of(known)
    shared = weight((a.context & b.context) - words, weights)
    whole = min(weight(a.context - words, weights), weight(b.context - words, weights))
    if len(known) == BOTH or things:
        return shared >= TELLING_OF_MEASURE and shared >= CONTEXT_PART * whole
    return shared >= TELLING and shared >= UNMEASURED_PART * whole and not _far_apart(a, b)


def _words_of(measures: Iterable[Measure]) -> frozenset[str]:
    """The senses of the words that express the measures."""
    words = {word for m in measures for word in (*m.verbs, *m.nouns, *m.adjectives)}
    return content_senses(" ".join(sorted(words)))


def _far_apart(a: Figure, b: Figure) -> bool:
    """Whether two values differ so much that they can hardly be of one thing."""
    low, high = sorted(abs(f.quantity.min or f.quantity.max or 0) for f in (a, b))
    return high > FAR * low


def _telling(figure: Figure) -> float:
    """The value of a figure of two digits or more other than zeros at its end, which few have by chance; else 0."""
    value = figure.quantity.min
    if value is None or value != figure.quantity.max or abs(value) < 10 * granularity(value):
        return 0
    return value


def _marked_share(a: Figure, b: Figure) -> Share:
    """Whether a figure's own words make it a part of the other, an addition to it, or its equal."""
    scopes = [a.scope, b.scope]
    if scopes == [Scope.PART, Scope.PART]:
        return Share.SAME if a.context & b.context else Share.APART
    if scopes[0] is scopes[1]:
        return Share.SAME
    if Scope.ADDITION in scopes:
        return Share.APART
    return Share.LEFT_IN_RIGHT if scopes[0] is Scope.PART else Share.RIGHT_IN_LEFT


# --- what a difference means --------------------------------------------------------------------------------------


def _part_above_whole(a: Figure, b: Figure, share: Share, stands: Standing) -> Verdict | None:
    """A part that is larger than its whole, counted no later, excludes it."""
    part, whole = (a, b) if share is Share.LEFT_IN_RIGHT else (b, a)
    larger = stands is (Standing.ABOVE if part is a else Standing.BELOW)
    if not larger or same_party(a.statement, b.statement) or not _no_later(part, whole):
        return None
    return Verdict(
        kind=RelationKind.CONTRADICTS,
        score=FALLING,
        because="counts more in a part than there are, at the same time or later, in the whole by",
    )


def _no_later(higher: Figure, lower: Figure) -> bool:
    """Whether the higher figure is known to be no later than the lower one."""
    first, second = higher.statement.moment, lower.statement.moment
    if first is None or second is None:
        return higher.statement.sentence == lower.statement.sentence
    return first.last <= second.last + SLACK


def _revision(a: Figure, b: Figure, stands: Standing) -> Verdict | None:
    """Another value by the same party on another day replaces the older one."""
    if stands in (Standing.EQUAL, Standing.WITHIN) or newer(a.statement, b.statement) is None:
        return None
    if stands is Standing.OPEN and not _moves(a, b):
        return None
    return Verdict(
        kind=RelationKind.UPDATES,
        score=UPDATES,
        because="is the same party's newer figure in place of",
    )


def _moves(a: Figure, b: Figure) -> bool:
    """Whether a bound of one party moved beyond what it said before ("around 3,000", "more than 4,000")."""
    lows = [figure.quantity.min for figure in (a, b)]
    highs = [figure.quantity.max for figure in (a, b)]
    return None not in lows and lows[0] != lows[1] and (None in highs)


def _denied_figure(a: Figure, b: Figure) -> Verdict | None:
    both = a.statement.claim.modality is b.statement.claim.modality
    if both or same_party(a.statement, b.statement) or _stated(a).isdisjoint(_stated(b)):
        return None
    return Verdict(
        kind=RelationKind.CONTRADICTS,
        score=CONTRADICTS,
        because="denies, or is denied by, the figure of",
    )


def _stated(figure: Figure) -> set[float]:
    """The numbers that a figure states, whatever its hedge."""
    return {value for value in (figure.quantity.min, figure.quantity.max) if value is not None}


def _agreement(a: Figure, b: Figure, growth: Growth, stands: Standing) -> Verdict | None:
    changing = growth is not Growth.FIXED and not (_telling(a) and a.quantity.unit in CONVERSIONS)
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
        if not _TOTAL.search(lower.words):
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
