"""The followthemoney package finds every entity valid and has nothing to clean in it."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.export.ftm import FILE, write
from tests.interop.networks import hard_graph

pytestmark = pytest.mark.interop


@pytest.fixture(scope="module")
def model() -> Any:
    reason = "followthemoney is not installed: pip install '.[ftm]' (it needs ICU)"
    return pytest.importorskip("followthemoney", reason=reason).model


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder: Path = tmp_path_factory.mktemp("ftm")
    write(hard_graph(), folder)
    return [json.loads(line) for line in (folder / FILE).read_text(encoding="utf-8").splitlines()]


def test_every_entity_is_valid(model: Any, rows: list[dict[str, Any]]) -> None:
    assert len(rows) > 50
    for row in rows:
        model.get(row["schema"]).validate(row)


def test_an_invalid_one_would_have_been_found(model: Any, rows: list[dict[str, Any]]) -> None:
    wrong = rows[0] | {"properties": {"publishedAt": ["soon"]}}
    with pytest.raises(Exception, match="validation failed"):
        model.get(wrong["schema"]).validate(wrong)


def test_nothing_is_cleaned_away(model: Any, rows: list[dict[str, Any]]) -> None:
    """But for marks of direction, which the package drops from every text."""
    for row in (row for row in rows if "\u200f" not in json.dumps(row, ensure_ascii=False)):
        proxy = model.get_proxy(row, cleaned=False)
        assert {name: sorted(proxy.get(name)) for name in row["properties"]} == {
            name: sorted(values) for name, values in row["properties"].items()
        }
