"""What stands in a cell of a CSV file for Neo4j.

Quoting is that of RFC 4180; line ends inside a quotation stay. A cell that a spreadsheet would run as a formula
gets an apostrophe in front (OWASP, "CSV Injection"); the exact words are in claims.jsonl.
"""

import re

from kg.export.flat import clean, literal
from kg.graph.claimgraph import Scalar

ARRAY_DELIMITER = ";"

Cell = Scalar | tuple[str, ...] | None

# "=", a tab or a carriage return in front always starts a formula or breaks out of the cell; the other signs
# also begin names ("@channel") and figures ("-5 degrees"), and do harm only with a call, a pipe or a reference.
_FORMULA = re.compile(r"[=\t\r]|[+\-@].*[(|!]", re.DOTALL)


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
    text = clean(value)
    return f"'{text}" if _FORMULA.match(value) else text
