import math

import pytest

from kg.compare.intervals import Interval, Standing, granularity, interval, same_unit, standing
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
        (_figure(2, 2, None, "km"), 2000, 2000),
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
        (_figure(11, 11, None, "mile"), _figure(18, 18, None, "km"), Standing.EQUAL),
        (_figure(3, 3, None, "nautical mile"), _figure(5.5, 5.5, None, "km"), Standing.EQUAL),
        (_figure(11, 12), _figure(12, 15), Standing.BELOW),
    ],
)
def test_figures_stand_to_each_other(left: Quantity, right: Quantity, expected: Standing) -> None:
    mirrored = {Standing.BELOW: Standing.ABOVE, Standing.ABOVE: Standing.BELOW}
    assert standing(left, right) is expected
    assert standing(right, left) is mirrored.get(expected, expected)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("mile", "km", True),
        ("hectare", "acre", True),
        ("km", "hectare", False),
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
