"""Keeps Python's collector of cycles still while rows are made and written.

A row is gone by its count of references once it is written, and none has a cycle in it; but each time that enough of
them were made the collector would go through the whole graph, which takes longer than writing it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting() -> Iterator[None]:
    """The collector rests within the block, and is as it was behind it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
