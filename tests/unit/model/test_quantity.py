import pytest
from pydantic import ValidationError

from kg.model import Quantity, Scope, Span

HERE = Span.of(0, 1)


@pytest.mark.parametrize(("low", "high"), [(9, 9), (4000, None), (None, 3000), (2, 3), (-5, 0)])
def test_a_quantity_has_at_least_one_bound(low: float | None, high: float | None) -> None:
    figure = Quantity(min=low, max=high, span=HERE)
    assert (figure.min, figure.max) == (low, high)


@pytest.mark.parametrize(
    ("low", "high", "reason"), [(None, None, "at least one bound"), (3, 2, "min 3.0 is above")]
)
def test_bounds_that_bound_nothing_are_refused(
    low: float | None, high: float | None, reason: str
) -> None:
    with pytest.raises(ValidationError, match=reason):
        Quantity(min=low, max=high, span=HERE)


def test_a_quantity_is_a_total_unless_said_otherwise() -> None:
    assert Quantity(min=1, max=1, span=HERE).scope is Scope.TOTAL
