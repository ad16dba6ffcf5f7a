"""Every ready-made question has answers that make sense on reports that it was not made from by hand."""

from pathlib import Path

import pytest

from kg.pipeline import Settings, build
from kg.query import Answer, Build, questions

STORIES = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "stories"
pytestmark = pytest.mark.skipif(
    not STORIES.is_dir(), reason="the labelled stories are not beside the project"
)
NAMES = [question.name for question in questions()]


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """All stories in one build, kept in a store."""
    out = tmp_path_factory.mktemp("stories")
    build([str(STORIES)], out, Settings(formats=("nquads",), store=out / "store"))
    return Build(out)


def column(answer: Answer, name: str) -> list[object]:
    return [row[answer.columns.index(name)] for row in answer.rows]


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_an_answer(stories: Build, name: str) -> None:
    answer = stories.question(name)
    assert answer.rows
    assert answer.rows == stories.question(name).rows


def test_a_toll_is_followed_from_the_first_count_to_the_last(stories: Build) -> None:
    answer = stories.question("figure-timeline", measure="killed", about="died")
    assert set(column(answer, "measure")) == {"killed"}
    dates = column(answer, "date")
    assert dates == sorted(dates, key=str)
    assert "update" in {str(stands).split(",")[0] for stands in column(answer, "stands")}


def test_what_adds_nothing_of_its_own_are_the_reprints(stories: Build) -> None:
    answer = stories.question("nothing-new")
    assert len(answer.rows) == 5
    assert all(column(answer, "reprints"))


def test_who_takes_a_claim_back_contradicts_himself(stories: Build) -> None:
    answer = stories.question("self-contradictions")
    assert {"Milos Hradan", "Raul Mendaro"} <= set(column(answer, "who"))


def test_every_claim_by_one_unnamed_source_has_one_origin(stories: Build) -> None:
    alone = set(column(stories.question("one-unnamed-source", limit="10000"), "claim"))
    unnamed = stories.question("unnamed-sources", limit="10000")
    origins = dict(zip(column(unnamed, "claim"), column(unnamed, "origins"), strict=True))
    assert alone
    assert {origins[claim] for claim in alone} == {1}


def test_disputes_are_the_same_by_whatever_order(stories: Build) -> None:
    everything = {"limit": "10000"}
    disputes = stories.question("disputes", **everything)
    by_origins = stories.question("disputes-by-origins", **everything)
    assert len(disputes.rows) == len(by_origins.rows) > 0
    sums = [int(str(a)) + int(str(b)) for a, b in zip(column(by_origins, "stronger_origins"), column(by_origins, "weaker_origins"), strict=True)]  # fmt: skip
    assert sums == sorted(sums, reverse=True)


def test_outlets_report_all_claims_between_them(stories: Build) -> None:
    (count,) = stories.ask(
        "SELECT (COUNT(?c) AS ?n) { ?a kg:publishedBy ?o . ?c prov:wasQuotedFrom ?a }"
    ).rows
    assert sum(int(str(n)) for n in column(stories.question("outlets"), "claims")) == count[0]
