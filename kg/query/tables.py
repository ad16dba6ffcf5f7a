"""Reads the tables of a build back into what they were written from, as far as the network needs it.

A sentence of a claim or refusal, the scope of a figure and the referents of an entity are not in the tables: the first becomes
the span of the words themselves, the others what they are unless told.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kg.model import Article, Claim, Collection, Entity, Refusal, Relation
from kg.query.files import missing, unreadable

TABLES = ("articles.jsonl", "claims.jsonl", "entities.jsonl", "relations.jsonl", "refusals.jsonl")

Row = dict[str, Any]


def collection(out: Path, publishers: Mapping[str, str]) -> Collection:
    """What the build in a folder was made of.

    Args:
        out: Folder of a build with the tables.
        publishers: Ids of articles with the ids of their publishers, which the tables lack.

    Raises:
        QueryError: If a table is missing or damaged.
    """
    articles, claims, entities, relations, refusals = (_rows(out, name) for name in TABLES)
    try:
        return Collection(
            articles=tuple(map(_article, articles)),
            entities=tuple(map(_entity, entities)),
            claims=tuple(map(_claim, claims)),
            relations=tuple(map(Relation.model_validate, relations)),
            origins={row["id"]: row["origin"] for row in articles if row["origin"]},
            publishers=dict(publishers),
            refusals=tuple(map(_refusal, refusals)),
        )
    except (ValidationError, KeyError, TypeError) as error:
        raise unreadable(out, error) from error


def _rows(out: Path, name: str) -> list[Row]:
    path = out / name
    if not path.is_file():
        raise missing(out, name)
    try:
        return [json.loads(line) for line in _lines(path)]
    except ValueError as error:
        raise unreadable(path, error) from error


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as stream:
        yield from stream


def _article(row: Row) -> Article:
    return Article.model_validate({name: row[name] for name in Article.model_fields})


def _entity(row: Row) -> Entity:
    kept = {name: row[name] for name in Entity.model_fields.keys() & row.keys()}
    for name in ("affiliations", "part_of", "located_in"):
        kept[name] = tuple(other["id"] for other in row[name])
    return Entity.model_validate(kept | {"when": _when(row["when"])})


def _claim(row: Row) -> Claim:
    kept = {name: row[name] for name in Claim.model_fields.keys() & row.keys()}
    return Claim.model_validate(
        kept
        | {
            "content": _span(row["content"]),
            "sentence": _span(row["content"]),
            "cue": _span(row["cue"]),
            "source": _span(row["source"]),
            "speaker": _id(row["speaker"]),
            "via": tuple(who["id"] for who in row["via"]),
            "quantities": [
                figure | {"span": _span(figure["span"])} for figure in row["quantities"]
            ],
            "said": _when(row["said"]),
            "holds": _when(row["holds"]),
        }
    )


def _refusal(row: Row) -> Refusal:
    words = _span(row["words"])
    spans = {"words": words, "sentence": words, "source": _span(row["source"])}
    return Refusal.model_validate(row | spans | {"speaker": _id(row["speaker"])})


def _span(parts: list[list[int]]) -> dict[str, object] | None:
    return {"parts": parts} if parts else None


def _when(edtf: str | None) -> dict[str, str] | None:
    return None if edtf is None else {"edtf": edtf}


def _id(reference: Row | None) -> str | None:
    return None if reference is None else str(reference["id"])
