import math

import pytest

from kg.compare.intervals import (
    Interval,
    Standing,
    granularity,
    interval,
    same_unit,
    standing,
    times_apart,
)
from kg.model import Quantity, Span


def _figure(
    low: float | None, high: float | None, hedge: str | None = None, unit: str = ""
) -> Quantity:
    return Quantity(min=low, max=high, hedge=hedge, unit=unit, span=Span.of(0, 1))


@pytest.mark.parametrize(
    ("value", "unit"),
    [(2300, 100), (45_000, 1000), (7.4, 0.1), (17, 1), (0, 1), (0.25, 0.01), (-300, 100)],
)
def test_granularity_is_the_unit_of_the_last_digit(value: float, unit: float) -> None:
    assert granularity(value) == pytest.approx(unit)


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        (_figure(2300, 2300, "about"), 2250, 2350),
        (_figure(10_000, 10_000, "around"), 9500, 10_500),
        (_figure(10_000, 10_000), 10_000, 10_000),
        (_figure(4000, None, "more than"), 4000, math.inf),
        (_figure(None, 3000, "up to"), -math.inf, 3000),
        (_figure(11_000, 15_000, "about"), 11_000, 15_000),
    ],
)
def test_a_hedge_reaches_half_the_last_digit_and_no_further_than_a_twentieth(
    quantity: Quantity, low: float, high: float
) -> None:
    assert interval(quantity) == Interval(low, high)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (_figure(9, 9), _figure(9, 9), Standing.EQUAL),
        (_figure(9, 9), _figure(10, 10), Standing.BELOW),
        (_figure(1000, 1000), _figure(1020, 1020), Standing.EQUAL),
        (_figure(6.1, 6.1), _figure(6.2, 6.2), Standing.BELOW),
        (_figure(78, 78), _figure(70, 85), Standing.WITHIN),
        (_figure(70, 70), _figure(70, 85), Standing.OPEN),
        (_figure(4000, None), _figure(4000, 4000), Standing.EQUAL),
        (_figure(20, None), _figure(26, 26), Standing.OPEN),
        (_figure(60, None), _figure(41, 41), Standing.ABOVE),
        (_figure(None, 110), _figure(150, 150), Standing.BELOW),
        (_figure(11, 11, None, "mile"), _figure(18, 18, None, "kilometre"), Standing.EQUAL),
        (
            _figure(3, 3, None, "nautical mile"),
            _figure(5.5, 5.5, None, "kilometre"),
            Standing.EQUAL,
        ),
        (_figure(11, 12), _figure(12, 15), Standing.BELOW),
        (_figure(4000, None, None, "kilometre"), _figure(4000, 4000, None, "mile"), Standing.OPEN),
        (_figure(6.1, 6.1, None, "mile"), _figure(6, 6, None, "mile"), Standing.EQUAL),
        (_figure(20, 20, None, "hour"), _figure(2, 2, None, "day"), Standing.BELOW),
        (_figure(2, 2, None, "kilometre"), _figure(1800, 2200, None, "metre"), Standing.WITHIN),
        (_figure(1.2, 1.2, None, "gigawatt"), _figure(900, 900, None, "megawatt"), Standing.ABOVE),
    ],
)
def test_figures_stand_to_each_other(left: Quantity, right: Quantity, expected: Standing) -> None:
    mirrored = {Standing.BELOW: Standing.ABOVE, Standing.ABOVE: Standing.BELOW}
    assert standing(left, right) is expected
    assert standing(right, left) is mirrored.get(expected, expected)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("mile", "kilometre", True),
        ("hectare", "acre", True),
        ("kilometre", "hectare", False),
        ("soldier", "person", True),
        ("soldiers", "soldier", True),
        ("job", "post", True),
        ("", "boat", True),
        ("boat", "person", False),
        ("$", "euro", False),
    ],
)
def test_units_are_comparable_within_one_dimension_or_one_crowd(
    left: str, right: str, *, expected: bool
) -> None:
    assert same_unit(left, right) is expected
    assert same_unit(right, left) is expected


TON, TONNE = "ton", "tonne"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (_figure(6000, 6000, None, TON), _figure(6000, 6000, None, TONNE), Standing.EQUAL),
        (_figure(6000, 6000, None, TON), _figure(5440, 5440, None, TONNE), Standing.EQUAL),
        (_figure(6000, 6000, None, TON), _figure(5800, 5800, None, TONNE), Standing.OPEN),
        (_figure(6000, 6000, None, TON), _figure(4000, 4000, None, TONNE), Standing.ABOVE),
        (_figure(6000, 6000, None, TON), _figure(5600, 5600, None, TON), Standing.ABOVE),
        (_figure(4, 4, None, "week"), _figure(1, 1, None, "month"), Standing.EQUAL),
        (_figure(10, 10, None, "gallon"), _figure(42, 42, None, "litre"), Standing.OPEN),
        (_figure(10, 10, None, "gallon"), _figure(90, 90, None, "litre"), Standing.BELOW),
    ],
)
def test_a_unit_that_can_mean_several_makes_no_dispute_by_that_alone(
    left: Quantity, right: Quantity, expected: Standing
) -> None:
    mirrored = {Standing.BELOW: Standing.ABOVE, Standing.ABOVE: Standing.BELOW}
    assert standing(left, right) is expected
    assert standing(right, left) is mirrored.get(expected, expected)


CELSIUS, FAHRENHEIT = "degree celsius", "degree fahrenheit"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (_figure(40, 40, None, CELSIUS), _figure(104, 104, None, FAHRENHEIT), Standing.EQUAL),
        (_figure(0, 0, None, CELSIUS), _figure(32, 32, None, FAHRENHEIT), Standing.EQUAL),
        (_figure(38, 38, None, CELSIUS), _figure(100, 100, None, FAHRENHEIT), Standing.EQUAL),
        (_figure(40, 40, None, CELSIUS), _figure(90, 90, None, FAHRENHEIT), Standing.ABOVE),
        (_figure(1.5, 1.5, None, CELSIUS), _figure(2.7, 2.7, None, FAHRENHEIT), Standing.EQUAL),
        (_figure(40, 40, None, CELSIUS), _figure(104, 104, None, "degree"), Standing.EQUAL),
        (_figure(38, 38, None, CELSIUS), _figure(41, 41, None, CELSIUS), Standing.BELOW),
    ],
)
def test_temperatures_convert_with_their_offset_and_differences_without(
    left: Quantity, right: Quantity, expected: Standing
) -> None:
    mirrored = {Standing.BELOW: Standing.ABOVE, Standing.ABOVE: Standing.BELOW}
    assert standing(left, right) is expected
    assert standing(right, left) is mirrored.get(expected, expected)


def test_how_far_apart_figures_are_is_told_in_one_unit() -> None:
    metres, kilometres = _figure(800, 800, None, "metre"), _figure(2, 2, None, "kilometre")
    assert times_apart(metres, kilometres) == pytest.approx(2.5)
    assert times_apart(_figure(0, 0), _figure(0, 0)) == 1
    assert times_apart(_figure(0, 0), _figure(3, 3)) == math.inf
