r"""Writes the flat tables articles, claims, relations, entities and refusals as JSON Lines, for pandas, DuckDB and jq.

UTF-8, one object a line, rows sorted by id; offsets are code points into the article's ``text``, half-open. A span
is a list of parts ``[[start, end], ...]``, empty where there is none.

The table of names that were joined, or could have been, is CSV instead: its columns are those of a file of
judgements, so that it can be filled in in a spreadsheet and given back. It begins with a byte-order mark, without
which spreadsheets misread letters beyond ASCII.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from kg.export.files import replacing
from kg.graph import ClaimGraph
from kg.model import Article, Claim, Entity, Pairing, Quantity, Refusal, Relation, Span, When

ARTICLES = "articles.jsonl"
CLAIMS = "claims.jsonl"
RELATIONS = "relations.jsonl"
ENTITIES = "entities.jsonl"
REFUSALS = "refusals.jsonl"
MERGES = "merges.csv"

MERGE_COLUMNS = (
    "left",
    "right",
    "judgement",
    "by",
    "when",
    "why",
    "kind",
    "outcome",
    "score",
    "reason",
)

# A cell that begins with one of these is a formula to a spreadsheet, or a comment to the reader of judgements.
_FORMULAS = ("=", "+", "-", "@", "#")

Row = dict[str, object]
Identified = TypeVar("Identified", Article, Claim, Entity, Refusal)

# Line ends to some readers though not to JSON; inside a string they can be escaped instead.
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def write(graph: ClaimGraph, folder: Path) -> None:
    """Write the tables.

    Raises:
        ExportError: If one cannot be written.
    """
    collection = graph.collection
    entities = {entity.id: entity for entity in collection.entities}
    said = Counter(claim.speaker for claim in collection.claims)
    _write(folder / ARTICLES, _articles(collection.articles, collection.origins))
    _write(folder / CLAIMS, (_claim(claim, entities, graph) for claim in _by_id(collection.claims)))
    _write(folder / RELATIONS, _relations(collection.relations))
    _write(
        folder / ENTITIES,
        (
            _entity(entity, entities) | {"claims": said[entity.id]}
            for entity in _by_id(collection.entities)
        ),
    )
    refusals = _by_id(collection.refusals)
    _write(folder / REFUSALS, (_refusal(refusal, entities) for refusal in refusals))
    _write_merges(folder / MERGES, collection.pairings)


def _write(target: Path, rows: Iterable[Row]) -> None:
    with replacing(target) as stream:
        for row in rows:
            line = json.dumps(row, ensure_ascii=False, allow_nan=False)
            stream.write(line.translate(_LINE_ENDS) + "\n")


def _write_merges(target: Path, pairings: Iterable[Pairing]) -> None:
    with replacing(target) as stream:
        stream.write("\ufeff")
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(MERGE_COLUMNS)
        table.writerows([_cell(value) for value in _merge(pairing)] for pairing in pairings)


def _merge(pairing: Pairing) -> Iterator[object]:
    """The cells of a row, in the order of the columns; what nobody judged is empty."""
    said = pairing.judgement
    yield from (pairing.left, pairing.right)
    yield from (said.answer.value, said.by, said.when, said.why) if said else ("", "", "", "")
    yield from (pairing.family, pairing.outcome.value, pairing.score, pairing.reason)


def _cell(value: object) -> str:
    """A value on one line that no spreadsheet takes for a formula."""
    text = "" if value is None else " ".join(str(value).split())
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _by_id(rows: Iterable[Identified]) -> list[Identified]:
    return sorted(rows, key=lambda row: row.id)


def _articles(articles: Iterable[Article], origins: Mapping[str, str]) -> Iterator[Row]:
    for article in _by_id(articles):
        yield {
            "id": article.id,
            "file": article.file,
            "title": article.title,
            "publisher": article.publisher,
            "authors": list(article.authors),
            "published": article.published,
            "url": article.url,
            "language": article.language,
            "text": article.text,
            "origin": origins.get(article.id),
        }


def _claim(claim: Claim, entities: Mapping[str, Entity], graph: ClaimGraph) -> Row:
    return {
        "id": claim.id,
        "article": claim.article,
        "content": _parts(claim.content),
        "text": claim.text,
        "cue": _parts(claim.cue),
        "source": _parts(claim.source),
        "speaker": None if claim.speaker is None else _reference(entities[claim.speaker]),
        "via": [_reference(entities[who]) for who in claim.via],
        "style": claim.style.value,
        "modality": claim.modality.value,
        "confidence": claim.confidence,
        "polarity": claim.polarity.value,
        "quantities": [_quantity(figure) for figure in claim.quantities],
        "about": list(claim.about),
        "said": _date(claim.said),
        "holds": _date(claim.holds),
        "origins": graph.node(claim.id).attributes["origins"],
    }


def _refusal(refusal: Refusal, entities: Mapping[str, Entity]) -> Row:
    return {
        "id": refusal.id,
        "article": refusal.article,
        "words": _parts(refusal.words),
        "text": refusal.text,
        "source": _parts(refusal.source),
        "speaker": None if refusal.speaker is None else _reference(entities[refusal.speaker]),
    }


def _relations(relations: Iterable[Relation]) -> Iterator[Row]:
    for relation in sorted(relations, key=lambda row: (row.left, row.right, row.kind.value)):
        yield {
            "left": relation.left,
            "right": relation.right,
            "kind": relation.kind.value,
            "basis": relation.basis.value,
            "why": relation.why,
            "score": relation.score,
            "rule": relation.rule,
            "independent": relation.independent,
        }


def _entity(entity: Entity, entities: Mapping[str, Entity]) -> Row:
    """An entity; what it belongs to is written like a claim's speaker."""
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "named": entity.named,
        "role": entity.role,
        "affiliations": [_reference(entities[other]) for other in entity.affiliations],
        "part_of": [_reference(entities[other]) for other in entity.part_of],
        "located_in": [_reference(entities[other]) for other in entity.located_in],
        "event": entity.event,
        "when": _date(entity.when),
        "articles": list(entity.articles),
    }


def _reference(entity: Entity) -> Row:
    return {"id": entity.id, "name": entity.name, "kind": entity.kind.value}


def _quantity(figure: Quantity) -> Row:
    return {
        "min": _number(figure.min),
        "max": _number(figure.max),
        "unit": figure.unit,
        "measure": figure.measure,
        "hedge": figure.hedge,
        "span": _parts(figure.span),
    }


def _number(value: float | None) -> float | None:
    """Whole numbers as int, so that they are written without a decimal point."""
    return int(value) if value is not None and value.is_integer() else value


def _parts(span: Span | None) -> list[list[int]]:
    return [] if span is None else [list(part) for part in span.parts]


def _date(when: When | None) -> str | None:
    return None if when is None else when.edtf
