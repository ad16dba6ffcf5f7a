"""Turns news reports into a graph of who claims what, on whose word, and who says otherwise."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.query import Build

__version__ = "0.1.0"

# Numpy's matrices are small here, and threads for each product cost more than they bring, most of all on a busy machine.
# Numpy asks when it is first imported; what the user has set stays.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def open(out: str | Path) -> "Build":  # noqa: A001 - reads as kg.open(...)
    """Open a build, or a store of one, to work on it in Python.

    Args:
        out: The folder that ``kg build`` wrote, or a store that it or ``kg load`` made.

    >>> import kg
    >>> kg.open("exports")
    Build('exports')
    """
    from kg.query import Build  # noqa: PLC0415 - the command line imports this module and answers at once

    return Build(out)
