"""Where text goes, and what may go there: articles are written by strangers, terminals obey control characters."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

PIPE_WIDTH = 160
"""Columns of a table that goes to no terminal."""

MAX_WIDTH = 110
"""Columns beyond which lines of prose are hard to read."""


def printable(text: str) -> str:
    r"""The text on one line, without characters that a terminal would obey.

    >>> printable("a\n\x1b[31mb\u202e")
    'a [31mb'
    """
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


def console() -> "Console":
    """A console on standard output: as wide as the terminal up to MAX_WIDTH, plain where there is none."""
    from rich.console import Console  # noqa: PLC0415 - only what prints tables pays for it

    plain = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    width = min(plain.width, MAX_WIDTH) if plain.is_terminal else PIPE_WIDTH
    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False, width=width)
