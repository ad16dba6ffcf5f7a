import json
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.export import tables
from kg.graph import assemble
from kg.model import Scope
from kg.query.tables import TABLES, collection
from tests.factory import sample_collection

SAMPLE = sample_collection()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    tables.write(assemble(SAMPLE), tmp_path)
    return tmp_path


def test_tables_give_back_articles_relations_and_reprints(out: Path) -> None:
    found = collection(out, SAMPLE.publishers)
    assert found.articles == SAMPLE.articles
    assert found.relations == SAMPLE.relations
    assert found.origins == SAMPLE.origins
    assert found.publishers == SAMPLE.publishers


def test_tables_give_back_entities_but_for_what_they_were_merged_of(out: Path) -> None:
    expected = [entity.model_copy(update={"referents": ()}) for entity in SAMPLE.entities]
    assert list(collection(out, {}).entities) == expected


def test_tables_give_back_claims_but_for_what_they_leave_out(out: Path) -> None:
    for found, claim in zip(collection(out, {}).claims, SAMPLE.claims, strict=True):
        left_out = {"counted": "", "scope": Scope.TOTAL}
        figures = tuple(figure.model_copy(update=left_out) for figure in claim.quantities)
        assert found == claim.model_copy(update={"sentence": claim.content, "quantities": figures})


def test_tables_give_back_refusals_but_for_their_sentence(out: Path) -> None:
    expected = [row.model_copy(update={"sentence": row.words}) for row in SAMPLE.refusals]
    assert list(collection(out, {}).refusals) == expected


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_is_missing_is_named(out: Path, name: str) -> None:
    (out / name).unlink()
    with pytest.raises(QueryError, match=f"there is no {name} here; build it first"):
        collection(out, {})


def test_a_table_that_is_no_json_is_named(out: Path) -> None:
    (out / "claims.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(QueryError, match=r"claims\.jsonl: cannot be read"):
        collection(out, {})


@pytest.mark.parametrize("change", [{"style": "shouted"}, {"content": [[3, 1]]}, {"content": 7}])
def test_a_row_that_cannot_be_one_is_told(out: Path, change: dict[str, object]) -> None:
    rows = [json.loads(line) for line in (out / "claims.jsonl").read_text().splitlines()]
    rows[0] |= change
    (out / "claims.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    with pytest.raises(QueryError, match="build it again"):
        collection(out, {})
