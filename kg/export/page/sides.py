"""Who stands with whom in a dispute: claims in sets within which nothing clashes."""

from collections.abc import Collection, Sequence

from kg.model import Claim, Quantity

Kind = tuple[str | None, str | None]
"""Measure and unit of the figures that a dispute is about; None for one that is about no figure."""


def sides(
    claims: Sequence[Claim], clashes: Collection[frozenset[str]], kind: Kind = (None, None)
) -> tuple[tuple[str, ...], ...]:
    """Ids of the claims, each in the first side where it clashes with none and shares the figure, smallest figure first.

    Claims that are set beside no other but by way of a third, "10" and "12" by way of "11", are of different
    sides where their figures do not meet.
    """
    found: list[list[Claim]] = []
    figures = {claim.id: figure_of(claim, kind) for claim in claims}
    rows = sorted(claims, key=lambda claim: (*_size(figures[claim.id]), claim.id))
    for claim in rows:
        own = figures[claim.id]
        for side in found:
            if all(
                frozenset((claim.id, other.id)) not in clashes and _meet(own, figures[other.id])
                for other in side
            ):
                side.append(claim)
                break
        else:
            found.append([claim])
    return tuple(tuple(claim.id for claim in side) for side in found)


def figure_of(claim: Claim, kind: Kind) -> Quantity | None:
    """The figure of a claim that has this measure and unit, if any."""
    measure, unit = kind
    if unit is None:
        return None
    rows = (row for row in claim.quantities if (row.measure, row.unit) == (measure, unit))
    return next(rows, None)


def _size(figure: Quantity | None) -> tuple[float, float]:
    low, high = _bounds(figure)
    return (low, high)


def _meet(left: Quantity | None, right: Quantity | None) -> bool:
    """Whether some number is within both; with no figure, anything is."""
    (left_low, left_high), (right_low, right_high) = _bounds(left), _bounds(right)
    return left_low <= right_high and right_low <= left_high


def _bounds(figure: Quantity | None) -> tuple[float, float]:
    low = figure.min if figure and figure.min is not None else float("-inf")
    high = figure.max if figure and figure.max is not None else float("inf")
    return (low, high)
