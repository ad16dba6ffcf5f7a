"""What stands in a cell of a CSV file for Neo4j.

Quoting is that of RFC 4180: whatever is there is quoted, line ends inside a quotation stay, and nothing at all, not
even quotation marks, stands for no property. A cell that a spreadsheet would run as a formula gets an apostrophe in
front (OWASP, "CSV Injection"); the exact words are in claims.jsonl.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from kg.export.flat import clean, disarmed, literal
from kg.graph.claimgraph import Scalar

ARRAY_DELIMITER = ";"

Cell = Scalar | tuple[str, ...] | None

# Text that stands in its cell as it is: nothing to double, to clean or to disarm.
_PLAIN = re.compile("(?![=+@-])[ !#-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")


def line(values: Iterable[Cell]) -> str:
    """A row of the file with its line end.

    >>> print(line(("No, never", None, 3)), end="")
    "No, never",,"3"
    """
    cells = [
        _kept(value)
        if type(value) is not str
        else f'"{value}"'
        if _PLAIN.fullmatch(value)
        else _quoted(cell(value))
        for value in values
    ]
    return ",".join(cells) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if text else ""


@lru_cache(maxsize=4096, typed=True)
def _kept(value: Cell) -> str:
    """A cell of numbers, labels and the like, few of which are met once only."""
    return _quoted(cell(value))


def cell(value: Cell) -> str:
    """What stands in a cell; empty, which Neo4j reads as no property, where there is nothing.

    >>> cell(("flood", "dam; weir")), cell("=1+1"), cell("-5 degrees"), cell(True)
    ('flood;dam, weir', "'=1+1", '-5 degrees', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ARRAY_DELIMITER.join(cell(item).replace(ARRAY_DELIMITER, ",") for item in value)
    if not isinstance(value, str):
        return literal(value)
    return clean(disarmed(value))
