"""The tables read back: everything that the collection holds of them is there again."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from kg.export.tables import ARTICLES, CLAIMS, ENTITIES, MERGES, RELATIONS, write
from kg.graph import assemble
from kg.graph.origins import origins
from kg.model import Article, Claim, Collection, Entity, Judgement, Pairing, Relation, Span, When
from tests.factory import sample_collection

Row = dict[str, Any]


def read(folder: Path, name: str) -> list[Row]:
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write(assemble(sample_collection()), tmp_path)
    return tmp_path


@pytest.fixture
def collection() -> Collection:
    return sample_collection()


def span(parts: list[list[int]]) -> Span | None:
    return Span.model_validate({"parts": parts}) if parts else None


def when(edtf: str | None) -> When | None:
    return When(edtf=edtf) if edtf else None


def test_articles_come_back(out: Path, collection: Collection) -> None:
    rows = read(out, ARTICLES)
    firsts = {row["id"]: row.pop("origin") for row in rows}
    assert tuple(Article.model_validate(row) for row in rows) == collection.articles
    assert {key: first for key, first in firsts.items() if first} == collection.origins


def claim_of(row: Row, original: Claim) -> Claim:
    """The claim that a row tells of; what the table does not hold is taken from the original."""
    figures = [
        {**figure, "span": {"parts": figure["span"]}, "scope": was.scope, "counted": was.counted}
        for figure, was in zip(row["quantities"], original.quantities, strict=True)
    ]
    return Claim.model_validate(
        row
        | {
            "content": span(row["content"]),
            "cue": span(row["cue"]),
            "source": span(row["source"]),
            "sentence": original.sentence,
            "speaker": row["speaker"]["id"] if row["speaker"] else None,
            "via": [who["id"] for who in row["via"]],
            "quantities": figures,
            "said": when(row["said"]),
            "holds": when(row["holds"]),
        }
    )


def test_claims_come_back(out: Path, collection: Collection) -> None:
    originals = {claim.id: claim for claim in collection.claims}
    rows = read(out, CLAIMS)
    assert {row["id"]: row.pop("origins") for row in rows} == origins(collection)
    assert tuple(claim_of(row, originals[row["id"]]) for row in rows) == collection.claims


def test_relations_come_back(out: Path, collection: Collection) -> None:
    assert tuple(map(Relation.model_validate, read(out, RELATIONS))) == collection.relations


def test_entities_come_back(out: Path, collection: Collection) -> None:
    rows = read(out, ENTITIES)
    for row in rows:
        del row["claims"]
        row["when"] = when(row["when"])
        for name in ("affiliations", "part_of", "located_in"):
            row[name] = [other["id"] for other in row[name]]
    assert tuple(map(Entity.model_validate, rows)) == collection.entities


def test_references_carry_the_names_of_entities(out: Path) -> None:
    names = {row["id"]: (row["name"], row["kind"]) for row in read(out, ENTITIES)}
    for row in read(out, CLAIMS):
        for who in (row["speaker"], *row["via"]):
            if who:
                assert names[who["id"]] == (who["name"], who["kind"])


def pairing_of(row: dict[str, str]) -> Pairing:
    """The pairing that a row tells of; what somebody judged has the names that she wrote."""
    said = {name: row.pop(name) for name in ("by", "when", "why")}
    answer = row.pop("judgement")
    facts = {name: row[name] for name in ("left", "right")} | {"family": row.pop("kind") or None}
    judgement = Judgement.model_validate(facts | said | {"answer": answer}) if answer else None
    return Pairing.model_validate(
        {**row, **facts, "score": row["score"] or None, "judgement": judgement}
    )


def test_pairings_come_back(out: Path, collection: Collection) -> None:
    with (out / MERGES).open(encoding="utf-8-sig", newline="") as stream:
        assert tuple(map(pairing_of, csv.DictReader(stream))) == collection.pairings
