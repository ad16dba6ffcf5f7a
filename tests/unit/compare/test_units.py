"""Every physical unit that extraction writes converts to its fellows, and nothing else converts."""

from typing import Any

import pytest
from pint import UnitRegistry

from kg.compare.units import PHYSICAL, convertible, scales
from kg.extract.quantities.units import DIMENSIONS

PINT: Any = UnitRegistry()
UNPHYSICAL = {"share", "money"}
# "12 lbs" and "12 pounds" are both written as "pound", which is the name of a currency too.
CURRENCY_TOO = {"pound"}
WRITTEN = {name: kind for name, kind in DIMENSIONS.items() if kind not in UNPHYSICAL}
PAIRS = [(a, b) for a in WRITTEN for b in WRITTEN if a != b and WRITTEN[a] == WRITTEN[b]]


def converted(value: float, unit: str, goal: str) -> float:
    """A value of one unit in another, by the likeliest reading of both."""
    ours, theirs = next(iter(scales(unit, goal)))
    return (ours.of(value) - theirs.offset) / theirs.factor


def test_every_physical_unit_that_extraction_writes_is_known_in_its_dimension() -> None:
    known = {name: unit.dimension for name, unit in PHYSICAL.items()}
    assert {name: kind for name, kind in WRITTEN.items() if name not in CURRENCY_TOO} == known


@pytest.mark.parametrize("name", sorted(PHYSICAL))
def test_every_reading_of_a_unit_is_of_its_dimension(name: str) -> None:
    one = PINT.Quantity
    first = next(unit for unit in PHYSICAL.values() if unit.dimension == PHYSICAL[name].dimension)
    for reading in PHYSICAL[name].readings:
        assert one(reading.lstrip("0123456789 ")).is_compatible_with(first.readings[0])


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_units_of_a_dimension_convert_there_and_back(left: str, right: str) -> None:
    assert convertible(left, right)
    assert converted(converted(7.0, left, right), right, left) == pytest.approx(7.0)


@pytest.mark.parametrize(
    ("value", "unit", "expected", "goal"),
    [
        (1, "mile", 1.609344, "kilometre"),
        (1, "nautical mile", 1852, "metre"),
        (3, "foot", 1, "yard"),
        (640, "acre", 1, "square mile"),
        (1, "hectare", 10_000, "square metre"),
        (1, "cubic metre", 1000, "litre"),
        (1, "barrel", 158.987, "litre"),
        (1, "tonne", 1000, "kilogram"),
        (1, "ton", 1, "tonne"),
        (1, "kilogram", 35.274, "ounce"),
        (1, "knot", 1.852, "kilometre per hour"),
        (60, "mile per hour", 26.8224, "metre per second"),
        (-40, "degree celsius", -40, "degree fahrenheit"),
        (25, "degree celsius", 77, "degree fahrenheit"),
        (1, "gigawatt", 1000, "megawatt"),
        (2, "day", 48, "hour"),
        (2, "decade", 240, "month"),
    ],
)
def test_values_convert(value: float, unit: str, expected: float, goal: str) -> None:
    assert converted(value, unit, goal) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("$", "€"),
        ("$", "cent"),
        ("pound", "£"),
        ("pound", "kilogram"),
        ("percent", "percentage point"),
        ("boat", "person"),
        ("day", "kilometre"),
        ("watt", "kilowatt hour"),
    ],
)
def test_money_counts_shares_and_units_of_two_dimensions_never_convert(
    left: str, right: str
) -> None:
    assert not convertible(left, right)
    assert not convertible(right, left)
