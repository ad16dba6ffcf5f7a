"""What opening something brings: all that the page as a file would have drawn it with, and only rows as they are there."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from kg.serve.network import parts
from tests.unit.serve.network.conftest import Ask
from tests.unit.serve.network.pile import OUTLET, SILENT, TOWN, VOICES, WIRE

SECTIONS = ("articles", "entities", "claims", "relations", "refusals", "disputes", "developments", "figures")  # fmt: skip
THREADS = ("disputes", "developments", "figures")
Known = dict[str, Any]


def keyed(rows: list[dict[str, Any]]) -> dict[Any, dict[str, Any]]:
    return {row.get("id", row.get("place")): row for row in rows}


def ids(known: Known) -> list[str]:
    return [
        row["id"] for name in ("articles", "entities", "claims", *THREADS) for row in known[name]
    ]


def test_every_row_that_is_given_is_that_of_the_page_as_a_file(ask: Ask, known: Known) -> None:
    for name in ids(known):
        part = ask(f"part/{name}")
        for section in SECTIONS:
            rows = keyed(known[section])
            assert all(rows[key] == row for key, row in keyed(part[section]).items())
            assert len(keyed(part[section])) == len(part[section])
        assert name in {row["id"] for section in SECTIONS for row in part[section] if "id" in row}


def test_whatever_a_row_is_drawn_with_comes_along(ask: Ask, known: Known) -> None:
    kinds = {node["id"]: node["group"] for node in known["network"]["nodes"]}
    for name in ids(known):
        part = ask(f"part/{name}")
        rows = {section: keyed(part[section]) for section in SECTIONS}
        named = part["names"].keys() | rows["entities"].keys()
        assert not part["names"].keys() & {key for found in rows.values() for key in found}
        assert all(kinds[one] == kind for one, (kind, _) in part["names"].items() if one in kinds)
        for claim in part["claims"]:
            assert claim["article"] in rows["articles"]
            assert named >= {*claim["via"], *({claim["speaker"]} if "speaker" in claim else ())}
            disputes = {row["id"] for row in known["disputes"] if claim["id"] in row["claims"]}
            assert rows["disputes"].keys() >= disputes
        for article in part["articles"]:
            assert article["outlet"] is None or article["outlet"] in named
        for row in part["relations"]:
            assert {row["left"], row["right"]} <= rows["claims"].keys()
        for row in part["refusals"]:
            assert row["article"] in rows["articles"]
            assert row["speaker"] in named


def test_the_edges_are_all_that_touch_a_node(ask: Ask, known: Known) -> None:
    facts = ("from", "to", "kind", "count")
    edges = [tuple(edge[fact] for fact in facts) for edge in known["network"]["edges"]]
    for name in (row["id"] for section in SECTIONS[:3] for row in known[section]):
        part = ask(f"part/{name}")
        found = [tuple(edge[fact] for fact in facts) for edge in part["edges"]]
        assert sorted(found) == sorted(edge for edge in edges if name in edge[:2])
        assert part["counts"]["edges"] == len(found)
        rows = {row["id"] for section in SECTIONS[:3] for row in part[section]}
        assert {end for edge in found for end in edge[:2]} <= part["names"].keys() | rows


def test_a_claim_brings_its_relations_with_the_other_side_and_its_threads(
    ask: Ask, known: Known
) -> None:
    for claim in known["claims"]:
        part = ask(f"part/{claim['id']}")
        own = [row for row in known["relations"] if claim["id"] in (row["left"], row["right"])]
        assert part["relations"] == own
        assert part["counts"]["relations"] == len(own)
        for section in THREADS:
            threads = {row["id"] for row in known[section] if claim["id"] in row["claims"]}
            assert {row["id"] for row in part[section]} >= threads
        assert set(claim["about"]) <= part["names"].keys()


def test_an_article_brings_its_claims_and_who_would_not_comment(ask: Ask, known: Known) -> None:
    for article in known["articles"]:
        part = ask(f"part/{article['id']}")
        own = [row for row in known["claims"] if row["article"] == article["id"]]
        assert part["claims"] == own
        assert part["counts"]["claims"] == len(own)
        assert part["refusals"] == [
            row for row in known["refusals"] if row["article"] == article["id"]
        ]
        if article["origin"]:
            assert article["origin"] in part["names"]


@pytest.mark.parametrize("entity", [*VOICES, WIRE, OUTLET, TOWN, SILENT], ids=lambda row: row.name)
def test_an_entity_brings_what_it_said_passed_on_and_what_was_said_of_it(
    ask: Ask, known: Known, entity: Any
) -> None:
    part = ask(f"part/{entity.id}")
    own = {
        "said": [row["id"] for row in known["claims"] if row.get("speaker") == entity.id],
        "passed": [row["id"] for row in known["claims"] if entity.id in row["via"]],
        "of": [row["id"] for row in known["claims"] if entity.id in row["about"]],
    }
    assert {name: part["counts"][name] for name in own} == {
        name: len(rows) for name, rows in own.items()
    }
    assert {row["id"] for row in part["claims"]} >= {one for rows in own.values() for one in rows}
    contradictions = [
        row
        for row in known["relations"]
        if row["kind"] == "contradicts" and {row["left"], row["right"]} & set(own["said"])
    ]
    assert part["relations"] == contradictions
    assert {row["id"] for row in part["refusals"]} == {
        row["id"] for row in known["refusals"] if row["speaker"] == entity.id
    }
    referred = {*entity.affiliations, *entity.part_of, *entity.located_in, *entity.articles}
    assert referred <= part["names"].keys()


def test_a_thread_brings_its_claims_those_that_bear_it_out_and_the_relations_among_them(
    ask: Ask, known: Known
) -> None:
    for row in (row for section in THREADS for row in known[section]):
        part = ask(f"part/{row['id']}")
        members = {*row["claims"], *(one for side in row["sides"] for one in side)}
        assert part["counts"] == {"claims": len(members)}
        assert {claim["id"] for claim in part["claims"]} >= members
        assert {one["place"] for one in part["relations"]} >= set(row["relations"])
        charts = [one for one in known["figures"] if row["claims"][0] in one["claims"]]
        assert all(chart in part["figures"] for chart in charts)
        assert all(
            set(chart["claims"]) <= {claim["id"] for claim in part["claims"]}
            for chart in charts[:1]
        )


def _moment(known: Known, claim: dict[str, Any]) -> tuple[str, str, str, int]:
    article = next(row for row in known["articles"] if row["id"] == claim["article"])
    published = article.get("published", "9999")
    day = (published[:10] + "-01")[:10]
    return (day, published, article["id"], claim["content"]["parts"][0][0])


def test_what_is_too_much_for_one_answer_comes_in_the_order_of_time(
    ask: Ask, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "AT_ONCE", 7)
    rows = [row for row in known["claims"] if TOWN.id in row["about"]]
    expected = [row["id"] for row in sorted(rows, key=lambda row: _moment(known, row))]
    first = ask(f"part/{TOWN.id}")
    assert first["counts"]["of"] == len(expected)
    assert {row["id"] for row in first["claims"]} == set(expected[:7])
    assert [row["id"] for row in first["entities"]] == [TOWN.id]
    for start in range(7, len(expected), 7):
        part = ask(f"part/{TOWN.id}?section=of&from={start}")
        assert {row["id"] for row in part["claims"]} == set(expected[start : start + 7])
        assert (part["entities"], part["edges"]) == ([], [])
    assert ask(f"part/{TOWN.id}?section=of&from={len(expected)}")["claims"] == []


def test_a_long_thread_brings_every_relation_with_the_later_of_its_claims(
    ask: Ask, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "AT_ONCE", 3)
    thread = max(known["figures"], key=lambda row: len(row["claims"]))
    claims: set[str] = set()
    places: set[int] = set()
    for start in range(0, len(thread["claims"]), 3):
        query = f"?section=claims&from={start}" if start else ""
        part = ask(f"part/{thread['id']}{query}")
        claims |= {row["id"] for row in part["claims"]}
        places |= {row["place"] for row in part["relations"]}
        assert all({row["left"], row["right"]} <= claims for row in part["relations"])
    assert claims >= set(thread["claims"])
    assert places >= set(thread["relations"])


def test_more_edges_than_have_room_are_left_out_but_those_that_a_panel_names(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MOST_EDGES", 5)
    part = ask(f"part/{WIRE.id}")
    assert len(part["edges"]) == 5
    assert part["counts"]["edges"] > 5
    assert {"from": WIRE.id, "to": OUTLET.id, "kind": "partOf", "count": 1} in ask(f"part/{OUTLET.id}")["edges"]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("part/claim/nothing-of-the-kind", 404, "nothing of the id “claim/nothing-of-the-kind”"),
        ("part/", 404, "nothing of the id “”"),
        ("part/..%2f..%2fetc%2fpasswd", 404, "nothing of the id"),
        ("part/%00", 404, "nothing of the id"),
        ("part/%ff%27%3B--", 404, "nothing of the id"),
        (f"part/{TOWN.id}?section=claims", 400, "“section” can be said, passed, of here"),
        (f"part/{TOWN.id}?from=3", 400, "“section”"),
        (f"part/{TOWN.id}?section=of&from=-1", 400, "“from” as a whole number"),
        (f"part/{TOWN.id}?section=of&from=1e3", 400, "“from” as a whole number"),
        (f"part/{TOWN.id}?section=of&from=99999999999", 400, "“from” as a whole number"),
        (f"part/{TOWN.id}?section=of&from=٣", 400, "“from” as a whole number"),
    ],
)
def test_what_there_is_not_is_told_in_a_sentence(
    client: TestClient, path: str, status: int, said: str
) -> None:
    answer = client.get(f"/network/{path}")
    assert answer.status_code == status
    assert said in answer.text
    assert answer.text.endswith(".\n")
    assert answer.headers["Content-Type"].startswith("text/plain")


def test_an_id_may_be_encoded_as_a_whole(ask: Ask) -> None:
    assert ask(f"part/{TOWN.id.replace('/', '%2F')}") == ask(f"part/{TOWN.id}")
