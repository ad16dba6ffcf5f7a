"""Figures as intervals: how far a hedge reaches, which units convert, and how two figures compare."""

import math
from dataclasses import dataclass
from enum import Enum, auto

from kg.compare.lexicon import sense
from kg.model import Quantity

# How far "about" reaches: half the unit of the last digit that is stated (about 2,300: 50), but no more than this
# part of the figure, as "around 10,000" is not said of 11,000. Chosen on reports of troops, tolls and crowds.
WIDEST_HEDGE = 0.05
# Figures this close are one figure, counted twice.
CLOSE = 0.03
# Below this, a difference of one is a difference.
SMALL = 30

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

# Units that measure one dimension, with the factor to the first of it.
CONVERSIONS = {
    "metre": ("length", 1.0), "meter": ("length", 1.0), "m": ("length", 1.0), "kilometre": ("length", 1000.0),
    "kilometer": ("length", 1000.0), "km": ("length", 1000.0), "centimetre": ("length", 0.01),
    "centimeter": ("length", 0.01), "cm": ("length", 0.01), "millimetre": ("length", 0.001),
    "millimeter": ("length", 0.001), "mm": ("length", 0.001), "mile": ("length", 1609.344),
    "nautical mile": ("length", 1852.0), "foot": ("length", 0.3048), "feet": ("length", 0.3048),
    "inch": ("length", 0.0254), "yard": ("length", 0.9144), "hectare": ("area", 10_000.0),
    "acre": ("area", 4046.856), "square kilometre": ("area", 1e6), "square kilometer": ("area", 1e6),
    "square mile": ("area", 2.589988e6), "square metre": ("area", 1.0), "tonne": ("mass", 1000.0),
    "ton": ("mass", 1000.0), "kilogram": ("mass", 1.0), "kilo": ("mass", 1.0), "kg": ("mass", 1.0),
    "second": ("time", 1.0), "minute": ("time", 60.0), "hour": ("time", 3600.0), "day": ("time", 86_400.0),
    "week": ("time", 604_800.0), "month": ("months", 1.0), "year": ("months", 12.0),
}  # fmt: skip

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


def interval(quantity: Quantity) -> Interval:
    """The values that the figure allows, widened by its hedge.

    >>> from kg.model import Span
    >>> interval(Quantity(min=2300, max=2300, hedge="about", span=Span.of(0, 1)))
    Interval(low=2250.0, high=2350.0)
    """
    low = -math.inf if quantity.min is None else quantity.min
    high = math.inf if quantity.max is None else quantity.max
    if low == high and quantity.hedge and ABOUT.intersection(quantity.hedge.casefold().split()):
        reach = min(granularity(low) / 2, abs(low) * WIDEST_HEDGE)
        low, high = low - reach, high + reach
    factor = CONVERSIONS.get(quantity.unit, ("", 1.0))[1]
    return Interval(low * factor, high * factor)


def standing(left: Quantity, right: Quantity) -> Standing:
    """How two figures of one thing compare; ranges that only touch are apart.

    Values of more than ``SMALL`` that differ by no more than ``CLOSE`` are equal.
    """
    a, b = interval(left), interval(right)
    if a == b or (_single(left) and _single(right) and _close(a, b, left, right)):
        return Standing.EQUAL
    if a.high < b.low or (a.high == b.low and a != b and a.low != b.low and a.high != b.high):
        return Standing.BELOW
    if b.high < a.low or (b.high == a.low and a != b and a.low != b.low and a.high != b.high):
        return Standing.ABOVE
    if a.bounded and b.bounded:
        return Standing.OPEN if _on_edge(a, b) else Standing.WITHIN
    return Standing.EQUAL if _same_bound(left, right) else Standing.OPEN


def _on_edge(a: Interval, b: Interval) -> bool:
    """Whether a single value is just an end of the other's range."""
    single, range_ = (a, b) if a.low == a.high else (b, a)
    return single.low == single.high and single.low in (range_.low, range_.high)


def _single(quantity: Quantity) -> bool:
    """Whether the figure states one value, hedged or not."""
    return quantity.min is not None and quantity.min == quantity.max


def _close(a: Interval, b: Interval, left: Quantity, right: Quantity) -> bool:
    """Whether the values that two figures state are one value; small and fractional ones must be equal."""
    ours, theirs = (a.low + a.high) / 2, (b.low + b.high) / 2
    converted = left.unit != right.unit and left.unit in CONVERSIONS
    counted = min(abs(ours), abs(theirs)) > SMALL and float(left.min or 0).is_integer()
    reach = CLOSE * max(abs(ours), abs(theirs)) if converted or counted else 0.0
    return abs(ours - theirs) <= reach


def _same_bound(left: Quantity, right: Quantity) -> bool:
    """Whether a bound names the other's value ("more than 4,000", "some 4,000") or the same bound."""
    stated = {value for value in (left.min, left.max) if value is not None}
    return bool(stated & {value for value in (right.min, right.max) if value is not None})


def same_unit(left: str, right: str) -> bool:
    """Whether figures in the two units can be compared.

    >>> same_unit("mile", "km"), same_unit("soldier", "person"), same_unit("boat", "person"), same_unit("", "boat")
    (True, True, False, True)
    """
    if not left or not right or sense(left) == sense(right):
        return True
    if left in CONVERSIONS and right in CONVERSIONS:
        return CONVERSIONS[left][0] == CONVERSIONS[right][0]
    return left in PEOPLE and right in PEOPLE
