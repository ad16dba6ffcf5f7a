"""The lists agree with what one computes from all that the page as a file knows."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from starlette.testclient import TestClient

from kg.export.page.ranks import collation
from kg.serve.network.lists import PAGE
from tests.unit.serve.network.conftest import Ask

Known = dict[str, Any]
Row = dict[str, Any]
THREADS = ("disputes", "developments", "figures")
FILTERS = [
    "&".join(filter(None, chosen))
    for chosen in product(
        ("", "confidence=29", "confidence=50"),
        ("", "until=2031-03-02", "until=2031-03", "until=none", "until=2999-01-01"),
        ("", "only=disputed"),
    )
]


class Reference:
    """The filters as the page as a file applies them."""

    def __init__(self, known: Known, query: str) -> None:
        given = dict(pair.split("=") for pair in query.split("&") if pair)
        self.known = known
        self.articles = {row["id"]: row for row in known["articles"]}
        self.claims = {row["id"]: row for row in known["claims"]}
        self.disputed = {claim for row in known["disputes"] for claim in row["claims"]}
        self.confidence = int(given.get("confidence", 0))
        self.only = "only" in given
        days = sorted({row["published"][:10] for row in known["articles"] if "published" in row})
        seen = [day for day in days if day <= given.get("until", "9999") != "none"]
        self.seen = None if len(seen) == len(days) or "until" not in given else set(seen)
        if given.get("until") == "none":
            self.seen = set()

    def is_until(self, article: str) -> bool:
        return self.seen is None or self.articles[article].get("published", "")[:10] in self.seen

    def is_trusted(self, claim: str) -> bool:
        row = self.claims[claim]
        return (
            row["confidence"] * 100 >= self.confidence
            and (not self.only or claim in self.disputed)
            and self.is_until(row["article"])
        )

    def trusted(self, rows: list[Row]) -> list[Row]:
        return [row for row in rows if self.is_trusted(row["id"])]

    def place(self, claim: Row) -> tuple[Any, ...]:
        article = self.articles[claim["article"]]
        return (article.get("published", "9999"), article["id"], claim["content"]["parts"][0][0])


def paged(ask: Ask, path: str) -> list[Any]:
    """All pages of a list, whose totals have to agree."""
    found: list[Any] = []
    while True:
        page = ask(f"{path}&from={len(found)}")
        found += page["order"]
        if not page["order"]:
            assert page["total"] == len(found)
            return found
        assert len(page["order"]) <= PAGE


@pytest.mark.parametrize("query", FILTERS)
def test_claims_are_those_that_pass_in_the_order_of_publication(
    ask: Ask, known: Known, query: str
) -> None:
    by = Reference(known, query)
    expected = [row["id"] for row in sorted(by.trusted(known["claims"]), key=by.place)]
    assert paged(ask, f"list/claims?{query}") == expected
    assert paged(ask, f"list/claims?{query}&by=published&down=1") == expected[::-1]


@pytest.mark.parametrize("name", ["disputes", "developments"])
@pytest.mark.parametrize("query", FILTERS)
def test_threads_are_those_with_a_relation_between_claims_that_pass(
    ask: Ask, known: Known, name: str, query: str
) -> None:
    by = Reference(known, query)
    expected = [
        row["id"]
        for row in known[name]
        if any(
            by.is_trusted(known["relations"][place]["left"])
            and by.is_trusted(known["relations"][place]["right"])
            for place in row["relations"]
        )
    ]
    assert paged(ask, f"list/{name}?{query}") == expected


@pytest.mark.parametrize("query", FILTERS[:8])
def test_figures_are_all_listed_whatever_the_filters(ask: Ask, known: Known, query: str) -> None:
    assert paged(ask, f"list/figures?{query}") == [row["id"] for row in known["figures"]]


@pytest.mark.parametrize("query", FILTERS)
def test_voices_are_those_who_said_or_passed_on_what_passes_with_their_counts(
    ask: Ask, known: Known, query: str
) -> None:
    by = Reference(known, query)
    said: dict[str, list[Row]] = {row["id"]: [] for row in known["entities"]}
    passed: dict[str, list[Row]] = {row["id"]: [] for row in known["entities"]}
    for claim in known["claims"]:
        if "speaker" in claim:
            said[claim["speaker"]].append(claim)
        for who in claim["via"]:
            passed[who].append(claim)
    order = [row for row in known["entities"] if said[row["id"]] or passed[row["id"]]]
    order.sort(
        key=lambda row: (-len(said[row["id"]]) - len(passed[row["id"]]), collation(row["name"]))
    )
    expected = []
    for row in order:
        own, brought = by.trusted(said[row["id"]]), by.trusted(passed[row["id"]])
        counts = {
            "id": row["id"],
            "said": len(own),
            "passed": len(brought),
            "disputed": sum(claim["id"] in by.disputed for claim in own),
            "papers": len({claim["article"] for claim in (*own, *brought)}),
        }
        if own or brought:
            expected.append(counts)
    assert paged(ask, f"list/voices?{query}") == expected


@pytest.mark.parametrize("query", FILTERS)
def test_articles_are_those_of_the_days_in_view_with_their_counts(
    ask: Ask, known: Known, query: str
) -> None:
    by = Reference(known, query)
    rows = sorted(known["articles"], key=lambda row: (row.get("published", "9999"), row["id"]))
    expected = []
    for row in rows:
        own = by.trusted([one for one in known["claims"] if one["article"] == row["id"]])
        if by.is_until(row["id"]) and (own or not by.only):
            disputed = sum(claim["id"] in by.disputed for claim in own)
            expected.append({"id": row["id"], "claims": len(own), "disputed": disputed})
    assert paged(ask, f"list/articles?{query}") == expected


def test_claims_come_in_the_order_of_any_column(ask: Ask, known: Known) -> None:
    names = {row["id"]: row["name"] for row in known["entities"]}
    claims = {row["id"]: row for row in known["claims"]}

    def speaker(claim: Row) -> str:
        own = claim["style"] == "narrated"
        if "speaker" not in claim:
            return "The article itself" if own else "Nobody named"
        return f"{names[claim['speaker']]}{' (own account)' if own else ''}"

    values: dict[str, Callable[[Row], Any]] = {
        "speaker": lambda row: collation(speaker(row)),
        "text": lambda row: collation(row["text"]),
        "figures": lambda row: [figure["min"] for figure in row["quantities"]],
        "modality": lambda row: row["modality"],
        "confidence": lambda row: row["confidence"],
    }
    by = Reference(known, "")
    for name, value in values.items():
        order = paged(ask, f"list/claims?by={name}")
        keys = [(value(claims[one]), by.place(claims[one])) for one in order]
        assert keys == sorted(keys)
        assert len(order) == len(claims)
        assert paged(ask, f"list/claims?by={name}&down=1") == order[::-1]


@pytest.mark.parametrize("name", ["disputes", "developments", "figures", "claims", "voices", "articles"])  # fmt: skip
def test_a_page_brings_the_rows_to_draw_it_with(ask: Ask, known: Known, name: str) -> None:
    page = ask(f"list/{name}?confidence=10")
    here = {section: {row["id"]: row for row in page[section]} for section in (*THREADS, "claims", "articles", "entities")}  # fmt: skip
    for section, rows in here.items():
        everything = {row["id"]: row for row in known[section]}
        assert all(everything[one] == row for one, row in rows.items())
    ids = [one if isinstance(one, str) else one["id"] for one in page["order"]]
    assert set(ids) <= here["entities" if name == "voices" else name].keys()
    for thread in (here[name][one] for one in ids if name in THREADS):
        assert set(thread["claims"]) <= here["claims"].keys()
        assert set(thread["relations"]) <= {row["place"] for row in page["relations"]}
    for claim in page["claims"]:
        assert claim["article"] in here["articles"]
        assert claim.get("speaker", OUT) in {*page["names"], *here["entities"], OUT}


OUT = "nobody"


def test_threads_beyond_what_a_page_holds_bring_their_first_claims_only(
    ask: Ask, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.serve.network.lists.ENOUGH", 3)
    monkeypatch.setattr("kg.serve.network.lists.LEAST", 2)
    page = ask("list/figures")
    sizes = [len(row["claims"]) for row in known["figures"]]
    expected = min(sizes[0], 3) + sum(min(size, 2) for size in sizes[1:])
    assert len(page["claims"]) == expected < sum(sizes)
    claims = {row["id"] for row in page["claims"]}
    assert all({row["left"], row["right"]} <= claims for row in page["relations"])


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("list/nothing", 404, "There is no list “nothing”"),
        ("list/claims?confidence=high", 400, "“confidence” as a whole number from 0 to 100"),
        ("list/claims?confidence=101", 400, "“confidence”"),
        ("list/claims?confidence=-1", 400, "“confidence”"),
        ("list/claims?confidence=NaN", 400, "“confidence”"),
        ("list/claims?from=1.5", 400, "“from”"),
        ("list/claims?until=yesterday", 400, "“until” as a day"),
        ("list/claims?until=2031-03-04'--", 400, "“until”"),
        ("list/claims?only=all", 400, "“only” can be disputed"),
        ("list/claims?by=text;drop", 400, "“by” can be published, speaker"),
        ("list/claims?down=yes", 400, "“down” can be 0, 1"),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_sentence(
    client: TestClient, path: str, status: int, said: str
) -> None:
    answer = client.get(f"/network/{path}")
    assert answer.status_code == status
    assert said in answer.text
    assert answer.text.count("\n") == 1


def test_a_list_beyond_its_end_is_empty_and_empty_parameters_count_for_nothing(ask: Ask) -> None:
    assert ask("list/claims?from=1000")["order"] == []
    assert ask("list/claims?until=&only=&by=&down=&confidence=&from=&x=y") == ask("list/claims")
