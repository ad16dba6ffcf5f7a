"""What the five reports that the digests in seeds/ are of must give, found by rules that know none of these names."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.pipeline import Settings, build

ORIGINALS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(
    not ORIGINALS.is_dir(), reason="the original reports are not beside the project"
)

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rows]:
    out = tmp_path_factory.mktemp("originals")
    build([str(ORIGINALS)], out, Settings(formats=("tables",)))
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in out.glob("*.jsonl")
    }


def figures(claim: dict[str, Any], measure: str) -> set[float]:
    return {q["min"] or q["max"] for q in claim["quantities"] if q["measure"] == measure}


@pytest.mark.parametrize(
    "name",
    [
        "Fyodor Tertitskiy",
        "David Sharp",
        "Doo Jin-ho",
        "Oh Gyeong-seob",
        "Tsutomu Nishioka",
        "Oleg Zhdanov",
        "Victor Kevlyuk",
    ],
)
def test_persons_quoted_for_knowledge_are_experts(tables: dict[str, Rows], name: str) -> None:
    assert {"Expert"} == {row["kind"] for row in tables["entities"] if row["name"] == name}


def test_one_agency_under_several_names_is_one_node_cited_by_four_articles(
    tables: dict[str, Rows],
) -> None:
    agency = [row for row in tables["entities"] if row["name"] == "National Intelligence Service"]
    assert len(agency) == 1
    assert "NIS" in agency[0]["aliases"]
    cited_by = {
        claim["article"]
        for claim in tables["claims"]
        for who in [claim["speaker"], *claim["via"]]
        if who is not None and who["id"] == agency[0]["id"]
    }
    assert len(cited_by) >= 4


def test_claim_of_an_analyst_is_reached_through_the_newspaper_that_cites_him(
    tables: dict[str, Rows],
) -> None:
    share = [
        claim
        for claim in tables["claims"]
        if claim["speaker"] is not None
        and claim["speaker"]["name"] == "Doo Jin-ho"
        and any(quantity["unit"] == "percent" for quantity in claim["quantities"])
    ]
    assert [[who["name"] for who in claim["via"]] for claim in share] == [["Wall Street Journal"]]


def test_two_counts_of_one_deployment_are_a_dispute(tables: dict[str, Rows]) -> None:
    claims = {claim["id"]: claim for claim in tables["claims"]}
    sides = [
        {claims[row[side]]["speaker"]["name"] for side in ("left", "right")}
        for row in tables["relations"]
        if row["kind"] == "contradicts"
    ]
    assert {"Western intelligence sources", "Kyiv"} in sides


def test_losses_and_reinforcements_of_one_number_are_no_dispute(tables: dict[str, Rows]) -> None:
    claims = {claim["id"]: claim for claim in tables["claims"]}
    lost = {key for key, claim in claims.items() if 3000 in figures(claim, "casualties")}
    sent = {key for key, claim in claims.items() if 3000 in figures(claim, "deployed")}
    assert lost
    assert sent
    for row in tables["relations"]:
        assert not ({row["left"], row["right"]} & lost and {row["left"], row["right"]} & sent)
