"""Answers a SPARQL query over a build."""

import re
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryTriples,
    Store,
    Triple,
)
from rdflib.namespace import XSD

from kg.errors import QueryError
from kg.query.guard import refuse_foreign
from kg.query.store import found, open_store
from kg.vocabulary import PREFIXES

Cell = str | int | float | bool
"""A value of an answer; the empty string where a query leaves a variable unbound."""

SHOWN_LENGTH = 40
"""How much of a malformed query is shown, in characters."""

_WHOLE = str(XSD.integer)
_TRUTH = str(XSD.boolean)
_BROKEN = frozenset({str(XSD.decimal), str(XSD.double), str(XSD.float)})
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_KNOWN = f"declare it with PREFIX; {', '.join(PREFIXES)} need no declaration"
_REASONS = (
    ("Prefix not found", "a prefix is not declared", _KNOWN),
    (
        "variable that is unbound",
        "a variable is selected that is neither grouped nor counted",
        "name it in GROUP BY, or put COUNT, MAX or SAMPLE around it",
    ),
    ("", "something is missing or out of place", "correct it there or shortly before"),
)
"""What the store's message contains, what it means and what helps; the last row fits all."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave.

    Attributes:
        columns: Names of the variables, in the order of the query; "subject", "predicate" and "object" for
            CONSTRUCT and DESCRIBE; empty for ASK.
        rows: One tuple a solution, in the order of the query; IRIs in full.
        boolean: The answer to ASK, else None.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    boolean: bool | None = None


def ask(out: Path, sparql: str) -> Answer:
    """The answer of the build in a folder.

    The prefixes of kg.vocabulary.PREFIXES need not be declared. Patterns outside GRAPH match the whole build.

    Args:
        out: Folder of a build with ``graph.nq`` or ``graph.ttl``, or of a store that kg made.
        sparql: SELECT, ASK, CONSTRUCT or DESCRIBE in SPARQL 1.1.

    Raises:
        QueryError: If there is no build, the query is malformed, or it would change or leave the build.
    """
    refuse_foreign(sparql)
    return answer(open_store(out), sparql)


def answer(store: Store, sparql: str) -> Answer:
    """The answer of a store to a query that may be trusted.

    Raises:
        QueryError: If the query is malformed.
    """
    try:
        result = found(store, sparql)
        if isinstance(result, QueryBoolean):
            return Answer(boolean=bool(result))
        if isinstance(result, QueryTriples):
            triples = [tuple(map(_cell, triple)) for triple in sorted(result, key=str)]
            return Answer(("subject", "predicate", "object"), tuple(triples))
        columns = tuple(variable.value for variable in result.variables)
        return Answer(columns, tuple(tuple(map(_cell, solution)) for solution in result))
    except SyntaxError as error:
        raise malformed(sparql, str(error)) from error


def _cell(value: NamedNode | BlankNode | Literal | Triple | None) -> Cell:
    """A term as a plain value."""
    if value is None:
        return ""
    if isinstance(value, Triple):
        return str(value)
    if isinstance(value, Literal):
        datatype = value.datatype.value
        if datatype == _WHOLE:
            return int(value.value)
        if datatype in _BROKEN:
            return float(value.value)
        if datatype == _TRUTH:
            return value.value in {"true", "1"}
    return value.value


def malformed(sparql: str, message: str) -> QueryError:
    """A syntax error, with its place and as much of the reason as a reader can use."""
    found = _PLACE.search(message)
    if found is None:
        return QueryError(f"the query is not valid SPARQL ({message})", remedy="correct it")
    line, column, detail = int(found[1]), int(found[2]), found[3]
    reason, remedy = next(row[1:] for row in _REASONS if row[0] in detail)
    rest = sparql.split("\n")[line - 1][column - 1 :].strip()
    place = f"before “{rest[:SHOWN_LENGTH]}”" if rest else "at the end of the line"
    return QueryError(
        f"the query is not valid SPARQL: {reason} at column {column}, {place}",
        remedy=remedy,
        line=line,
    )
