"""Reads the tables of a build back, for showing them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import QueryError

Row = dict[str, Any]
"""A row of a table; its keys are those of the tables' documentation."""

ENDS = ("left", "right")
"""The columns of relations.jsonl that hold ids of claims."""

_REBUILD = "run kg build again"


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one build.

    Attributes:
        articles, claims, entities: Rows by id, in the order of the files, which is that of the ids.
        relations: Rows in the order of the file.
    """

    articles: dict[str, Row]
    claims: dict[str, Row]
    entities: dict[str, Row]
    relations: list[Row]


def load(out: Path) -> Tables:
    """The tables in the folder of a build.

    Raises:
        QueryError: If there is no build, it was made without tables, or a table is damaged.
    """
    if not out.is_dir():
        problem = "is not a folder" if out.exists() else "does not exist"
        raise QueryError(problem, remedy=f"make it with kg build INPUT... --out {out}", path=out)
    tables = Tables(
        articles=_by_id(out, "articles.jsonl"),
        claims=_by_id(out, "claims.jsonl"),
        entities=_by_id(out, "entities.jsonl"),
        relations=_rows(out / "relations.jsonl"),
    )
    if not _fits(tables):
        raise QueryError("has tables of different builds", remedy=_REBUILD, path=out)
    return tables


def _fits(tables: Tables) -> bool:
    """Whether each row that another one points to is there, and claims have what older builds did not count."""
    speakers = [claim["speaker"] for claim in tables.claims.values()]
    return (
        all("origins" in claim for claim in tables.claims.values())
        and {claim["article"] for claim in tables.claims.values()} <= tables.articles.keys()
        and {speaker["id"] for speaker in speakers if speaker} <= tables.entities.keys()
        and {row[end] for row in tables.relations for end in ENDS} <= tables.claims.keys()
    )


def _by_id(out: Path, name: str) -> dict[str, Row]:
    return {row["id"]: row for row in _rows(out / name)}


def _rows(path: Path) -> list[Row]:
    try:
        with path.open(encoding="utf-8") as lines:
            return [_row(path, number, line) for number, line in enumerate(lines, start=1)]
    except FileNotFoundError as error:
        remedy = f"run kg build INPUT... --out {path.parent} with the format tables"
        raise QueryError(f"has no {path.name}", remedy=remedy, path=path.parent) from error
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError("cannot be read", remedy=_REBUILD, path=path) from error


def _row(path: Path, number: int, line: str) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise QueryError("is damaged", remedy=_REBUILD, path=path, line=number) from error
    if not isinstance(row, dict):
        raise QueryError("is damaged", remedy=_REBUILD, path=path, line=number)
    return row
