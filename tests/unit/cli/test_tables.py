from pathlib import Path

import pytest

from kg.cli.tables import load
from kg.errors import QueryError
from kg.export import tables
from kg.graph import assemble
from tests.factory import sample_collection


@pytest.fixture
def out(tmp_path: Path) -> Path:
    tables.write(assemble(sample_collection()), tmp_path)
    return tmp_path


def test_the_tables_of_a_build_come_back_whole(out: Path) -> None:
    loaded, collection = load(out), sample_collection()
    assert list(loaded.articles) == [article.id for article in collection.articles]
    assert list(loaded.claims) == [claim.id for claim in collection.claims]
    assert list(loaded.entities) == [entity.id for entity in collection.entities]
    assert len(loaded.relations) == len(collection.relations)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("claims.jsonl", "{}\n{cut", r"claims\.jsonl, line 2: is damaged; run kg build again"),
        ("claims.jsonl", "[]\n", r"claims\.jsonl, line 1: is damaged"),
        ("articles.jsonl", "", "has tables of different builds; run kg build again"),
        ("entities.jsonl", "", "has tables of different builds"),
        ("claims.jsonl", "", "has tables of different builds"),
    ],
)
def test_a_damaged_table_is_one_clear_sentence(
    out: Path, name: str, content: str, problem: str
) -> None:
    (out / name).write_text(content)
    with pytest.raises(QueryError, match=problem):
        load(out)


def test_a_table_that_is_no_text_is_told(out: Path) -> None:
    (out / "claims.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(QueryError, match=r"claims\.jsonl: cannot be read"):
        load(out)


def test_what_is_no_build_is_told_with_what_to_do(out: Path) -> None:
    (out / "relations.jsonl").unlink()
    for path, problem in (
        (out, r"has no relations\.jsonl; run kg build INPUT"),
        (out / "claims.jsonl", "is not a folder"),
        (out / "nowhere", r"does not exist; make it with kg build INPUT\.\.\. --out"),
    ):
        with pytest.raises(QueryError, match=problem):
            load(path)
