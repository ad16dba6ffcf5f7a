"""Figures as intervals: how far a hedge reaches, which units are set beside each other, and how two figures compare."""

import math
from dataclasses import dataclass
from enum import Enum, auto

from kg.compare.lexicon import sense
from kg.compare.units import AS_IT_IS, PHYSICAL, Scale, convertible, scales
from kg.model import Quantity

# How far "about" reaches: half the unit of the last digit that is stated (about 2,300: 50), but no more than this
# part of the figure, as "around 10,000" is not said of 11,000. Chosen on reports of troops, tolls and crowds.
WIDEST_HEDGE = 0.05
# Figures this close are one figure, counted twice.
CLOSE = 0.03
# A count in full thousands may be rounded, by no more than a hedge reaches.
ROUND = 1000
# Below this, a difference of one is a difference.
SMALL = 30
# Temperatures are given to the degree; converted ones are one temperature within half a degree.
HALF_A_DEGREE = 0.5
# Temperatures converted from another scale are only read as differences ("warmer by 2 degrees") up to this.
LARGEST_DIFFERENCE = 10

ABOUT = frozenset(
    [
        "about",
        "around",
        "roughly",
        "approximately",
        "some",
        "nearly",
        "almost",
        "close",
        "circa",
        "estimated",
        "near",
        "nearer",
        "closer",
        "approaching",
    ]
)

# Words for people in general; a count of others may be a part of theirs.
PEOPLE = frozenset(
    [
        "person",
        "people",
        "human",
        "individual",
        "resident",
        "inhabitant",
        "civilian",
        "victim",
        "body",
        "death",
        "soldier",
        "troop",
        "troops",
        "force",
        "forces",
        "serviceman",
        "fighter",
        "worker",
        "demonstrator",
        "protester",
        "passenger",
        "dead",
        "fatality",
        "others",
    ]
)


class Standing(Enum):
    """How the values of two figures stand to each other."""

    EQUAL = auto()  # one value, stated twice
    WITHIN = auto()  # one lies in the other's range
    OPEN = auto()  # compatible, but only because one is a bound
    BELOW = auto()  # the left is lower, and they cannot both be right
    ABOVE = auto()  # the left is higher, and they cannot both be right


@dataclass(frozen=True)
class Interval:
    """The values that a figure allows, in the unit that its dimension is converted to; infinite where open."""

    low: float
    high: float

    @property
    def bounded(self) -> bool:
        """Whether both ends are stated."""
        return math.isfinite(self.low) and math.isfinite(self.high)


def granularity(value: float) -> float:
    """The unit of the last digit other than zero.

    >>> granularity(2300), granularity(45000), granularity(7.4)
    (100.0, 1000.0, 0.1)
    """
    if value == 0:
        return 1.0
    digits = f"{abs(value):.6f}".rstrip("0")
    whole, _, fraction = digits.partition(".")
    if fraction:
        return float(f"1e-{len(fraction)}")
    return float(10 ** (len(whole) - len(whole.rstrip("0"))))


def interval(quantity: Quantity, scale: Scale = AS_IT_IS) -> Interval:
    """The values that the figure allows, widened by its hedge, and brought to a scale.

    >>> from kg.model import Span
    >>> interval(Quantity(min=2300, max=2300, hedge="about", span=Span.of(0, 1)))
    Interval(low=2250.0, high=2350.0)
    """
    low = -math.inf if quantity.min is None else quantity.min
    high = math.inf if quantity.max is None else quantity.max
    if low == high and quantity.hedge and ABOUT.intersection(quantity.hedge.casefold().split()):
        reach = min(granularity(low) / 2, abs(low) * WIDEST_HEDGE)
        low, high = low - reach, high + reach
    return Interval(scale.of(low), scale.of(high))


def standing(left: Quantity, right: Quantity) -> Standing:
    """How two figures of one thing compare; ranges that only touch are apart.

    Values of more than ``SMALL`` that differ by no more than ``CLOSE`` are equal. Where a unit can mean several, figures
    that agree in one of its meanings agree, and they only exclude each other if they do so in all.
    """
    found = {
        _standing(Scaled(left, ours), Scaled(right, theirs))
        for ours, theirs in scales(left.unit, right.unit)
        if not ours.difference or _small(left, ours, right, theirs)
    }
    if len(found) == 1:
        return found.pop()
    agreeing = (stands for stands in (Standing.EQUAL, Standing.WITHIN) if stands in found)
    return next(agreeing, Standing.OPEN)


@dataclass(frozen=True)
class Scaled:
    """A figure brought to a scale."""

    quantity: Quantity
    scale: Scale

    @property
    def interval(self) -> Interval:
        """The values that it allows."""
        return interval(self.quantity, self.scale)

    @property
    def stated(self) -> frozenset[float]:
        """The numbers that it states, whatever its hedge."""
        bounds = (self.quantity.min, self.quantity.max)
        return frozenset(self.scale.of(value) for value in bounds if value is not None)


def _standing(left: Scaled, right: Scaled) -> Standing:
    a, b = left.interval, right.interval
    if a == b or _close(left, right):
        return Standing.EQUAL
    if a.high < b.low or (a.high == b.low and a != b and a.low != b.low and a.high != b.high):
        return Standing.BELOW
    if b.high < a.low or (b.high == a.low and a != b and a.low != b.low and a.high != b.high):
        return Standing.ABOVE
    if a.bounded and b.bounded:
        return Standing.OPEN if _on_edge(a, b) else Standing.WITHIN
    # One bound names the other's value ("more than 4,000", "some 4,000") or the same bound.
    return Standing.OPEN if left.stated.isdisjoint(right.stated) else Standing.EQUAL


def _small(left: Quantity, ours: Scale, right: Quantity, theirs: Scale) -> bool:
    """Whether both can be differences, as two scales of temperature measure them."""
    stated = Scaled(left, ours).stated | Scaled(right, theirs).stated
    return all(abs(value) <= LARGEST_DIFFERENCE for value in stated)


def _on_edge(a: Interval, b: Interval) -> bool:
    """Whether a single value is just an end of the other's range."""
    single, range_ = (a, b) if a.low == a.high else (b, a)
    return single.low == single.high and single.low in (range_.low, range_.high)


def _single(quantity: Quantity) -> bool:
    """Whether the figure states one value, hedged or not."""
    return quantity.min is not None and quantity.min == quantity.max


def _close(left: Scaled, right: Scaled) -> bool:
    """Whether two figures state one value; small and fractional counts must be equal to do so."""
    units = left.quantity.unit, right.quantity.unit
    if not _single(left.quantity) or not _single(right.quantity):
        return False
    ours, theirs = min(left.stated), min(right.stated)
    physical = not PHYSICAL.keys().isdisjoint(units)
    reach = CLOSE * max(abs(ours), abs(theirs)) if physical else _reach(ours, theirs)
    if units[0] != units[1] and convertible(*units):
        degrees = PHYSICAL[units[0]].dimension == "temperature"
        return abs(ours - theirs) <= max(reach, HALF_A_DEGREE if degrees else 0.0)
    whole = ours.is_integer() or theirs.is_integer()
    measured = units[0] in PHYSICAL or min(abs(ours), abs(theirs)) > SMALL
    return abs(ours - theirs) <= (reach if measured and whole else 0.0)


def _reach(ours: float, theirs: float) -> float:
    """How far apart two counts of one thing may be; a few percent more where one of them is the other in full thousands."""
    largest = max(abs(ours), abs(theirs))
    rounded = any(
        granularity(one) >= ROUND and abs(one - other) < granularity(one) / 2
        for one, other in ((ours, theirs), (theirs, ours))
    )
    return largest * (WIDEST_HEDGE if rounded else CLOSE)


def times_apart(left: Quantity, right: Quantity) -> float:
    """How many times the higher of two figures is the lower, in one unit; infinite where that is nothing.

    >>> from kg.model import Span
    >>> mile, yard = (Quantity(min=1, max=1, unit=unit, span=Span.of(0, 1)) for unit in ("mile", "yard"))
    >>> round(times_apart(yard, mile))
    1760
    """
    ours, theirs = next(scales(left.unit, right.unit))
    values = (max(Scaled(left, ours).stated), max(Scaled(right, theirs).stated))
    low, high = sorted(abs(value) for value in values)
    if low == high:
        return 1.0
    return high / low if low else math.inf


def same_unit(left: str, right: str) -> bool:
    """Whether figures in the two units can be compared.

    >>> same_unit("mile", "yard"), same_unit("soldier", "person"), same_unit("boat", "person"), same_unit("", "boat")
    (True, True, False, True)
    """
    if not left or not right or sense(left) == sense(right):
        return True
    return convertible(left, right) or (left in PEOPLE and right in PEOPLE)
