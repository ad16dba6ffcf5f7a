"""Proves that every text is what was read: claims are cut from their articles, articles are those of their hashes."""

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError
from rdflib import Graph
from rdflib.namespace import PROV, RDF
from rdflib.term import Literal, Node

from kg.errors import QueryError
from kg.model import Span
from kg.query.violations import Violation
from kg.vocabulary import KG, OA, SCHEMA


def words_violations(graph: Graph) -> Iterator[Violation]:
    """Claims whose text, places, quotations and article do not agree, and articles whose hash is not their text's.

    What is missing altogether is left to the shapes.
    """
    yield from _hash_violations(graph)
    for claim in graph.subjects(RDF.type, KG.Claim):
        article = graph.value(claim, PROV.wasQuotedFrom)
        body = graph.value(article, SCHEMA.articleBody) if article is not None else None
        said = graph.value(claim, SCHEMA.text)
        if body is None or said is None:
            continue
        places = sorted(_places(graph, claim))
        text = " ".join(str(body)[start:end] for start, end, _ in places)
        if text != str(said):
            yield Violation(str(claim), "schema:text", _differ(str(said), text))
        for place in places:
            yield from _quote_violations(graph, place, str(body))


def _hash_violations(graph: Graph) -> Iterator[Violation]:
    """Articles whose text is not that which was read."""
    for article, hashed in graph.subject_objects(SCHEMA.sha256):
        body = graph.value(article, SCHEMA.articleBody)
        if body is not None and str(hashed) != sha256(str(body).encode()).hexdigest():
            message = "The article's text is not that of its hash."
            yield Violation(str(article), "schema:sha256", message)


Place = tuple[int, int, Node]
"""Start (included), end (excluded) and node of a part of a claim's content."""


def _places(graph: Graph, claim: Node) -> Iterator[Place]:
    for place in graph.objects(claim, KG.content):
        start, end = graph.value(place, OA.start), graph.value(place, OA.end)
        if _is_offset(start) and _is_offset(end):
            yield int(str(start)), int(str(end)), place


def _is_offset(value: Node | None) -> bool:
    return isinstance(value, Literal) and str(value).isdecimal()


def _quote_violations(graph: Graph, place: Place, body: str) -> Iterator[Violation]:
    """The quotation of a place, held against the article."""
    start, end, node = place
    checks: dict[str, tuple[Node | None, Callable[[str], bool]]] = {
        "oa:exact": (graph.value(node, OA.exact), body[start:end].__eq__),
        "oa:prefix": (graph.value(node, OA.prefix), body[:start].endswith),
        "oa:suffix": (graph.value(node, OA.suffix), body[end:].startswith),
    }
    for name, (words, stands) in checks.items():
        if words is not None and not stands(str(words)):
            message = f"The article does not have “{words}” at {start} to {end}."
            yield Violation(str(node), name, message)


def table_violations(out: Path) -> Iterator[Violation]:
    """Rows of ``claims.jsonl`` whose text is not what their content cuts from ``articles.jsonl``.

    Nothing where the build lacks the tables.

    Raises:
        QueryError: If a line is no JSON object.
    """
    articles, claims = out / "articles.jsonl", out / "claims.jsonl"
    if not articles.is_file() or not claims.is_file():
        return
    bodies = {row.get("id"): str(row.get("text", "")) for row in _rows(articles)}
    for row in _rows(claims):
        node = str(row.get("id"))
        body = bodies.get(row.get("article"))
        if body is None:
            yield Violation(node, "article", "The claim's article is not in articles.jsonl.")
            continue
        try:
            text = Span.model_validate({"parts": row.get("content")}).cut(body)
        except (ValidationError, ValueError):
            yield Violation(node, "content", "The claim's span does not lie in its article.")
            continue
        if text != row.get("text"):
            yield Violation(node, "text", _differ(str(row.get("text")), text))


def _rows(path: Path) -> Iterator[dict[str, object]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise _no_row(path, number) from error
        if not isinstance(row, dict):
            raise _no_row(path, number)
        yield row


def _no_row(path: Path, line: int) -> QueryError:
    return QueryError("this line is no JSON object", remedy="build it again", path=path, line=line)


def _differ(said: str, cut: str) -> str:
    return f"The claim says “{said}”, but its article has “{cut}” there."
