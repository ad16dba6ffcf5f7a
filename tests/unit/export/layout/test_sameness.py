"""The same coordinates in every process and on every processor."""

import os
import subprocess
import sys

import numpy as np
import pytest

PROGRAM = """
import hashlib
from kg.export.layout import Link, lay_out, settle
nodes = [f"n{number}" for number in range(900)]
links = [Link(left=f"n{number}", right=f"n{number * number % 400}", weight=1 + number % 3 / 2) for number in range(700)]
links += [Link(left=f"n{number}", right=f"n{number + 1}") for number in range(700, 880) if number % 7]
spots = lay_out(nodes, links)
spots |= settle([f"guest{number}" for number in range(50)], [Link(left=f"guest{number}", right=f"n{number * 9}") for number in range(50)], spots)
print(hashlib.sha256(repr(sorted(spots.items())).encode()).hexdigest())
"""
DIGEST = "c31d717e273a0c1df2e898fdd3196cda4d32b448977017305f18d8d210464a56"


def digest(**surroundings: str) -> str:
    """What a process of its own makes of a network of one large and many small pieces."""
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **surroundings}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM],
        env=settings, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.mark.parametrize("seed", ["0", "1"])
def test_places_do_not_depend_on_the_order_of_sets(seed: str) -> None:
    assert digest(PYTHONHASHSEED=seed) == DIGEST


def test_places_do_not_depend_on_what_the_processor_can_do() -> None:
    found = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    if not found:
        pytest.skip("numpy finds nothing here that could be switched off")
    assert digest(NPY_DISABLE_CPU_FEATURES=" ".join(found)) == DIGEST
