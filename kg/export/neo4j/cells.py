"""What stands in a cell of a CSV file for Neo4j.

Quoting is that of RFC 4180: whatever is there is quoted, line ends inside a quotation stay, and nothing at all, not
even quotation marks, stands for no property. A cell that a spreadsheet would run as a formula gets an apostrophe in
front (OWASP, "CSV Injection"); the exact words are in claims.jsonl.
"""

from collections.abc import Collection
from functools import lru_cache

from kg.export.flat import clean, disarmed, literal
from kg.graph.claimgraph import Scalar

ARRAY_DELIMITER = ";"

Cell = Scalar | tuple[str, ...] | None


def line(values: Collection[Cell]) -> str:
    """A row of the file with its line end.

    >>> print(line(("No, never", None, 3)), end="")
    "No, never",,"3"
    """
    texts = [value if type(value) is str else _kept(value) for value in values]
    row = '"' + '","'.join(texts) + '"'
    if _is_plain(row, len(texts)):
        return row.replace('""', "") + "\n"
    return ",".join([_quoted(cell(value)) for value in values]) + "\n"


def _is_plain(row: str, cells: int) -> bool:
    """Whether nothing in a row of so many cells is to be doubled, cleaned or disarmed; asked at once, as this is faster.

    A quotation mark that belongs to no text is followed by a sign only where a cell begins.
    """
    return (
        row.isprintable()
        and row.count('"') == 2 * cells
        and '"=' not in row
        and '"+' not in row
        and '"-' not in row
        and '"@' not in row
    )


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if text else ""


@lru_cache(maxsize=4096, typed=True)
def _kept(value: Cell) -> str:
    """A cell of numbers, labels and the like, few of which are met once only."""
    return cell(value)


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
