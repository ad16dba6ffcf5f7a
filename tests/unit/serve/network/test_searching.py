import urllib.parse
from typing import Any

import pytest
from starlette.testclient import TestClient

from kg.serve.network.searching import MOST_HITS
from tests.unit.serve.network.conftest import Ask
from tests.unit.serve.network.pile import OUTLET, TOWN, VOICES, WIRE

ZOE, TEN, NINE, NOOR, ORDEK = VOICES
HOSTILE = (
    *('"', '""', "*", "zoe*", "NEAR(zoe", "NEAR(zoe noor, 2)", "-zoe", "^zoe", "text:zoe", "("),
    *("NOT zoe", "zoe AND", "zoe OR", "{text}: zoe", "+", "\\", "'", "%", ";--", "_"),
    *("zoe\0noor", "\u3000", "\ufdfa" * 50, "a " * 200, "\ud83d"),
)


def hits(ask: Ask, query: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = ask(f"search?{urllib.parse.urlencode({'q': query})}")["hits"]
    return found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("zoe", ZOE),
        ("ZOË ång", ZOE),
        ("angstrom", ZOE),  # an alias
        ("ordek", ORDEK),
        ("noor", NOOR),
        ("al-noor", NOOR),
        ("speaker 1", TEN),
        ("gaz harb", OUTLET),  # in any order
        ("coast", WIRE),
        ("tow", TOWN),
    ],
)
def test_names_and_aliases_are_found_by_the_start_of_words(
    ask: Ask, query: str, expected: Any
) -> None:
    assert hits(ask, query)[0]["id"] == expected.id


def test_a_hit_says_what_it_is_and_whose(ask: Ask, known: dict[str, Any]) -> None:
    assert hits(ask, "harbour")[0] == {
        "id": OUTLET.id,
        "kind": "Source",
        "name": OUTLET.name,
        "note": "newspaper",
    }
    claim = next(row for row in known["claims"] if row.get("speaker") == ORDEK.id and row["style"] != "narrated")  # fmt: skip
    found = next(row for row in hits(ask, claim["text"]) if row["id"] == claim["id"])
    assert found == {"id": claim["id"], "kind": "Claim", "name": claim["text"], "note": ORDEK.name}
    report = next(row for row in hits(ask, "Report 0") if row["kind"] == "Article")
    assert (report["name"], report["note"]) == ("Report 0", "Harbour Gazette, 2031-03-02")
    dispute = known["disputes"][0]
    assert dispute["id"] in {row["id"] for row in hits(ask, dispute["title"])}


def test_the_middle_of_a_word_finds_nothing(ask: Ask) -> None:
    assert hits(ask, "arbour") == []


def test_hits_are_few_and_names_come_before_words_of_claims(ask: Ask) -> None:
    found = hits(ask, "d")
    assert len(found) == MOST_HITS
    kinds = [row["kind"] == "Claim" for row in found]
    assert kinds == sorted(kinds)
    assert len(set(kinds)) == 2


@pytest.mark.parametrize("query", HOSTILE)
def test_what_means_something_to_the_index_is_just_words(client: TestClient, query: str) -> None:
    encoded = urllib.parse.quote(query, errors="surrogatepass")
    answer = client.get(f"/network/search?q={encoded}")
    assert answer.status_code == 200, answer.text
    assert isinstance(answer.json()["hits"], list)


def test_signs_between_words_change_nothing(ask: Ask) -> None:
    assert hits(ask, '*zoe*"') == hits(ask, "zoe") != []


@pytest.mark.parametrize("query", ["", "?q=" + "x" * 501])
def test_no_words_and_too_many_are_told_in_a_sentence(client: TestClient, query: str) -> None:
    answer = client.get(f"/network/search{query}")
    assert (answer.status_code, answer.text.count("\n")) == (400, 1)
    assert "500 characters" in answer.text
