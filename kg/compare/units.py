"""Which units of measurement convert into each other, and how, by pint.

What converts stands in a table here, under the names that ``kg.extract.quantities.units`` writes; how much is left to
pint, which is loaded when two figures of different units meet for the first time. Money and counts stand in no table and
never convert. Neither does "pound", which is a currency as often as a weight, nor a share of something.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any, NamedTuple


class Physical(NamedTuple):
    """A unit of measurement: its dimension, and what it can mean in pint's names, the likeliest first."""

    dimension: str
    readings: tuple[str, ...]


class Scale(NamedTuple):
    """How a value of a unit becomes one of the first unit of its dimension.

    Attributes:
        factor: What it is multiplied with.
        offset: What is added then.
        difference: Whether it is read as a difference of two values ("warmer by 2 degrees"), not as a value.
    """

    factor: float = 1.0
    offset: float = 0.0
    difference: bool = False

    def of(self, value: float) -> float:
        """The value in the first unit of the dimension; an infinite one stays what it is."""
        return value * self.factor + self.offset


AS_IT_IS = Scale()

# A temperature can be a difference, which converts without the offset; pint calls its units so.
_DIFFERENCE = "delta_"

# A word that means several units is read in all of them (``readings``), and figures only exclude each other if they do so
# in every reading:
# - "ton": the metric one first, as news outside the United States writes "tons" for tonnes; but the American (short) ton is
#   907 kg and the British (long) one 1,016 kg. Whoever writes "tonne" or "metric ton" means the metric one alone.
# - "gallon": American or imperial, a fifth more.
# - "month": a twelfth of a year, or four weeks.
# - "degree": Celsius or Fahrenheit.
# A barrel is one of oil, as nothing else is counted in barrels by the news.
_READINGS: dict[str, dict[str, str]] = {
    "length": {
        "metre": "metre", "kilometre": "kilometre", "centimetre": "centimetre", "millimetre": "millimetre",
        "mile": "mile", "nautical mile": "nautical_mile", "yard": "yard", "foot": "foot", "inch": "inch",
    },
    "area": {
        "square metre": "metre ** 2", "hectare": "hectare", "acre": "acre", "square kilometre": "kilometre ** 2",
        "square mile": "mile ** 2", "square foot": "foot ** 2",
    },
    "volume": {
        "cubic metre": "metre ** 3", "litre": "litre", "millilitre": "millilitre", "gallon": "gallon|imperial_gallon", "barrel": "oil_barrel",
    },
    "flow": {"cubic metre per second": "metre ** 3 / second"},
    "mass": {
        "kilogram": "kilogram", "gram": "gram", "milligram": "milligram", "microgram": "microgram", "tonne": "metric_ton", "ton": "metric_ton|short_ton|long_ton",
        "ounce": "ounce",
    },
    "speed": {
        "metre per second": "metre / second", "kilometre per hour": "kilometre / hour", "mile per hour": "mile / hour",
        "knot": "knot",
    },
    "temperature": {
        "degree celsius": "degC|delta_degC", "degree fahrenheit": "degF|delta_degF",
        "degree": "degC|degF|delta_degC|delta_degF",
    },
    "time": {
        "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month|4 week",
        "year": "year", "decade": "10 year",
    },
    "power": {"watt": "watt", "kilowatt": "kilowatt", "megawatt": "megawatt", "gigawatt": "gigawatt"},
    "energy": {"kilowatt hour": "kilowatt_hour"},
}  # fmt: skip

PHYSICAL = {
    name: Physical(dimension, tuple(readings.split("|")))
    for dimension, units in _READINGS.items()
    for name, readings in units.items()
}


def convertible(left: str, right: str) -> bool:
    """Whether figures in the one unit can be converted to the other.

    >>> convertible("mile", "kilometre"), convertible("mile", "acre"), convertible("$", "€"), convertible("boat", "boat")
    (True, False, False, False)
    """
    ours, theirs = PHYSICAL.get(left), PHYSICAL.get(right)
    return ours is not None and theirs is not None and ours.dimension == theirs.dimension


def scales(left: str, right: str) -> Iterator[tuple[Scale, Scale]]:
    """How values of two units are brought to one, in each way to read them, the likeliest first.

    Values of one unit, and of units that do not convert, stay as they are. A value is never read with a difference.
    """
    if left == right or not convertible(left, right):
        yield AS_IT_IS, AS_IT_IS
        return
    for ours, theirs in product(_scales(left), _scales(right)):
        if ours.difference == theirs.difference:
            yield ours, theirs


@cache
def _scales(name: str) -> tuple[Scale, ...]:
    """One for each reading of a physical unit."""
    unit = PHYSICAL[name]
    first = next(iter(_READINGS[unit.dimension].values())).partition("|")[0]
    return tuple(_scale(reading, first) for reading in unit.readings)


def _scale(reading: str, first: str) -> Scale:
    """How a value of what pint calls so becomes one of the first unit of its dimension."""
    difference = reading.startswith(_DIFFERENCE)
    goal = f"{_DIFFERENCE}{first}" if difference else first
    number, _, name = reading.rpartition(" ") if reading[0].isdigit() else ("1", "", reading)
    quantity = _registry().Quantity
    offset = float(quantity(0.0, name).to(goal).magnitude)
    factor = float(quantity(float(number), name).to(goal).magnitude) - offset
    return Scale(factor, offset, difference)


@cache
def _registry() -> Any:  # noqa: ANN401 - pint builds the class of its registry when it is loaded
    """The registry of pint's own units."""
    from pint import UnitRegistry  # noqa: PLC0415 - takes half a second, and most piles have one unit a measure

    return UnitRegistry()
