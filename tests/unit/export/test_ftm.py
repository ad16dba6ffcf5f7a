import json
from typing import Any

import pytest

from kg.export.ftm import FILE, REFERENCES, write
from kg.graph import assemble
from tests.factory import Pile, sample_collection


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("ftm")
    write(assemble(sample_collection()), folder)
    return [json.loads(line) for line in (folder / FILE).read_text(encoding="utf-8").splitlines()]


def named(rows: list[dict[str, Any]], identity: str) -> dict[str, Any]:
    return next(row for row in rows if row["id"] == identity.replace("/", "."))


def test_ids_are_unique_and_every_reference_leads_somewhere(rows: list[dict[str, Any]]) -> None:
    ids = [row["id"] for row in rows]
    assert len(set(ids)) == len(ids)
    for row in rows:
        for name in REFERENCES & row["properties"].keys():
            assert set(row["properties"][name]) <= set(ids)


def test_a_claim_is_a_note_on_its_speaker_and_subjects_with_its_article_as_proof(
    rows: list[dict[str, Any]],
) -> None:
    pile = Pile()
    note = named(rows, pile.eleven.id)
    assert note["schema"] == "Note"
    assert note["properties"]["description"] == [pile.eleven.text]
    assert note["properties"]["proof"] == [pile.second.id.replace("/", ".")]
    about = {row.id.replace("/", ".") for row in (pile.service, pile.mayor, pile.wire, pile.flood)}
    assert set(note["properties"]["entity"]) == about
    assert "11 person killed" in note["properties"]["summary"][0]


def test_people_bodies_and_documents_have_their_schemata(rows: list[dict[str, Any]]) -> None:
    pile = Pile()
    expected = {
        pile.first.id: "Article",
        pile.expert.id: "Person",
        pile.mayor.id: "Person",
        pile.service.id: "Organization",
        pile.unit.id: "Organization",
        pile.unnamed.id: "LegalEntity",
        pile.flood.id: "Event",
        pile.velm.id: "Address",
    }
    assert {name: named(rows, name)["schema"] for name in expected} == expected


def test_an_expert_belongs_to_the_institute(rows: list[dict[str, Any]]) -> None:
    member = next(row for row in rows if row["schema"] == "Membership")
    assert member["properties"]["role"] == ["hydrologist"]


def test_relations_say_why(rows: list[dict[str, Any]]) -> None:
    roles = {
        row["properties"]["role"][0]: row["properties"].get("description")
        for row in rows
        if row["schema"] == "UnknownLink"
    }
    assert {"contradicts", "corroborates", "updates", "locatedIn"} <= roles.keys()
    assert "is set beside" in roles["contradicts"][0]


def test_articles_have_their_text_language_and_date(rows: list[dict[str, Any]]) -> None:
    facts = named(rows, Pile().first.id)["properties"]
    assert (facts["language"], facts["publishedAt"]) == (["eng"], ["2031-03-04"])
    assert facts["bodyText"][0].startswith("Nine people have died")


def test_empty_values_are_left_out(rows: list[dict[str, Any]]) -> None:
    assert all(all(values) for row in rows for values in row["properties"].values())
