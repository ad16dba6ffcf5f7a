"""The figures of a statement with the words around them, and what these words make of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kg.compare.clauses import content_senses
from kg.compare.intervals import PEOPLE, granularity
from kg.compare.lexicon import lexicon, sense
from kg.compare.periods import period_over
from kg.compare.statements import Statement
from kg.model import Modality, Quantity, Scope

_PAIR = 2
WINDOW = 8  # words on each side of a figure that tell what it is about
TELLING_DIGITS = 10  # units of its last digit; 7.4 and 2,280 have more of them, 300 and 5 fewer

# Words that make a figure a part of another: "six of them", "in her own district", "the first batch".
_PART = re.compile(
    r"\b(?:alone|itself|(?<!all )(?<!each )(?<!every one )(?<!none )of (?:them|those|these|the (?:dead|victims|injured|missing))"
    r"|among (?:them|those|the)"
    r"|(?:first|second|third|fourth|last|latest) (?:batch|group|wave|contingent|tranche|convoy|phase|stage|round)"
    r"|in (?:his|her|its|their|our|my|this|one) (?:own )?(?:region|district|town|city|village|province|county|area)"
    r"|in the [\w-]+[ -](?:group|arm|cohort)"
    r"|in the (?:region|district|province)|(?:own|at one) \w+)\b",
    re.IGNORECASE,
)
# Words that make it the whole of a country, a city or all.
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
# Places that only a part of a story plays at.
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
# Words that add a figure to one that was given before.
_ADDITION = re.compile(r"\b(?:another|additional|further|newly|more)\b(?! than)", re.IGNORECASE)
_AND = re.compile(r" (?:[\w'’-]+ ){1,3}?and ")
_CAPITALISED = re.compile(r"\b[A-Z][\w-]+")


@dataclass(frozen=True)
class Figure:
    """A figure of a statement.

    Attributes:
        statement: The statement.
        quantity: The figure.
        words: The words of the clause that it stands in.
        near: It with the WINDOW words on each side, within the claim.
        beside: It with the two words before and the one behind it.
        behind: The words of the claim behind it.
        joined: Whether "and" joins it to another figure of its measure in the claim, to which it adds.
    """

    statement: Statement
    quantity: Quantity
    words: str
    near: str
    beside: str
    behind: str
    joined: bool = False

    @cached_property
    def context(self) -> frozenset[str]:
        """The senses of the words next to the figure, its unit left out."""
        return content_senses(self.near) - content_senses(self.quantity.unit)

    @property
    def modality(self) -> Modality:
        """How its claim is put forward."""
        return self.statement.claim.modality

    @property
    def whole(self) -> bool:
        """Whether it is expressly that of a country, a city or all."""
        return _WHOLE.search(self.words) is not None

    @property
    def total(self) -> bool:
        """Whether it is expressly the sum of what is known."""
        return _TOTAL.search(self.words) is not None

    @cached_property
    def period(self) -> frozenset[int]:
        """The months of the past period that it counts what was done in; empty where its clause names none."""
        return period_over(self.words)

    @property
    def proper(self) -> frozenset[str]:
        """The names in what it counts ("North", "Korean")."""
        return frozenset(_CAPITALISED.findall(self.quantity.counted))

    @property
    def stated(self) -> frozenset[float]:
        """The numbers that it states, whatever its hedge."""
        bounds = (self.quantity.min, self.quantity.max)
        return frozenset(value for value in bounds if value is not None)

    @property
    def telling(self) -> float | None:
        """Its value, if it is one that few things have by chance: of two digits or more before its zeros."""
        value = self.quantity.min
        if value is None or value != self.quantity.max:
            return None
        return value if abs(value) >= TELLING_DIGITS * granularity(value) else None

    @cached_property
    def on_paper(self) -> bool:
        """Whether it is what a paper allows or lists."""
        return _ON_PAPER.search(self.words) is not None

    @cached_property
    def scope(self) -> Scope:
        """The scope that extraction found, or that the words around the figure tell."""
        if self.quantity.scope is not Scope.TOTAL:
            return self.quantity.scope
        if self.whole:
            return Scope.TOTAL
        if self.joined or _PART.search(self.words) or _SITE.search(self.words):
            return Scope.PART
        return Scope.ADDITION if _ADDITION.search(self.beside) else Scope.TOTAL


def figures_of(statement: Statement) -> Iterator[Figure]:
    """The figures of a statement, in order, and behind them the sum of those that "and" joins."""
    found = list(_stated(statement))
    yield from found
    joined = [figure for figure in found if figure.joined]
    sums = _sum([figure.quantity for figure in joined])
    if sums is not None:
        yield replace(joined[0], quantity=sums, joined=False)


def _sum(parts: Sequence[Quantity]) -> Quantity | None:
    """What "142 passengers and nine crew" are together; None where there is nothing to add, or not for certain."""
    values = [
        part.min
        for part in parts
        if part.min is not None and part.min == part.max and part.hedge is None
    ]
    if (
        len(parts) != _PAIR
        or len(values) != len(parts)
        or len({part.measure for part in parts}) > 1
    ):
        return None
    if not all(part.unit in PEOPLE or sense(part.unit) in lexicon().narrower for part in parts):
        return None
    return Quantity(
        min=sum(values),
        max=sum(values),
        unit="person",
        measure=parts[0].measure,
        span=parts[0].span,
    )


def _stated(statement: Statement) -> Iterator[Figure]:
    text, content = statement.article.text, statement.claim.content
    for quantity in statement.claim.quantities:
        start, end = quantity.span.start, quantity.span.end
        begins = max(text.rfind(mark, content.start, start) for mark in ",;")
        ends = text.find(";", end, content.end)
        before = text[content.start : start].split()[-WINDOW:]
        behind = text[end : content.end].split()[:WINDOW]
        yield Figure(
            statement=statement,
            quantity=quantity,
            words=text[max(begins + 1, content.start) : ends if ends >= 0 else content.end],
            near=" ".join((*before, text[start:end], *behind)),
            beside=" ".join((*before[-2:], text[start:end], *behind[:1])),
            behind=text[end : content.end],
            joined=any(_joins(text, quantity, other) for other in statement.claim.quantities),
        )


def _joins(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether two figures of one measure and of two kinds follow each other, with nothing but what is counted and "and" between."""
    if one.measure is None or one.measure != other.measure or one.unit == other.unit:
        return False
    first, second = sorted((one, other), key=lambda figure: figure.span.start)
    return _AND.fullmatch(text[first.span.end : second.span.start]) is not None
