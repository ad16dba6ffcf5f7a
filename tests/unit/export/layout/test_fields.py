import numpy as np
import pytest

from kg.export.layout import fields
from kg.export.layout.bodies import Floats
from kg.export.layout.fields import STRENGTH, repulsion


def cloud(size: int) -> tuple[Floats, Floats, Floats]:
    """Places and masses, denser on one side."""
    random = np.random.default_rng(5)
    x = random.normal(0, 900, size)
    x[: size // 3] = x[: size // 3] / 6 + 2500
    return x, random.normal(0, 500, size), random.integers(1, 4, size).astype(float)


def singly(x: Floats, y: Floats, masses: Floats) -> tuple[Floats, Floats]:
    """The same pushes, pair by pair."""
    dx, dy = x[:, None] - x, y[:, None] - y
    square = dx * dx + dy * dy
    np.fill_diagonal(square, 1)
    return (dx / square) @ masses * STRENGTH, (dy / square) @ masses * STRENGTH


def error(found: tuple[Floats, Floats], expected: tuple[Floats, Floats]) -> float:
    """The mean error, as a part of the mean push."""
    miss = np.hypot(found[0] - expected[0], found[1] - expected[1]).mean()
    return float(miss / np.hypot(*expected).mean())


def test_pushes_are_those_of_all_single_bodies(monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = cloud(2000)
    expected = singly(*bodies)
    assert error(repulsion(*bodies), expected) < 0.25
    monkeypatch.setattr(fields, "CROWD", 10**6)
    assert error(repulsion(*bodies), expected) < 0.02


def test_it_does_not_matter_how_many_are_looked_at_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bodies = cloud(700)
    once = repulsion(*bodies)
    monkeypatch.setattr(fields, "AT_ONCE", 33)
    again = repulsion(*bodies)
    assert (once[0] == again[0]).all()
    assert (once[1] == again[1]).all()


def test_bodies_at_one_point_do_no_harm() -> None:
    x = np.concatenate((np.zeros(50), np.arange(50) * 100.0))
    pushes = repulsion(x, np.zeros(100), np.ones(100))
    assert np.isfinite(pushes).all()
