"""The ready-made questions over the sample: three reports of a flood, one of them a reprint."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.export.rdf import write_nquads
from kg.graph import assemble
from kg.query import ask, questions
from kg.query.ask import Cell
from tests.factory import sample_collection

Row = Mapping[str, Cell]
NAMES = [question.name for question in questions()]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    write_nquads(assemble(sample_collection()), folder)
    return folder


def rows(out: Path, name: str) -> list[Row]:
    (sparql,) = [question.sparql for question in questions() if question.name == name]
    answer = ask(out, sparql)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def test_there_is_a_question_for_each_thing_that_users_ask() -> None:
    expected = "disputes experts independent origins said sources timeline unnamed"
    assert expected.split() == NAMES


def test_every_question_has_a_title_of_its_own() -> None:
    titles = [question.title for question in questions()]
    assert all(title and not title.startswith("#") for title in titles)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_an_answer_that_is_the_same_twice(out: Path, name: str) -> None:
    found = rows(out, name)
    assert found
    assert rows(out, name) == found


def test_dispute_shows_both_sides_word_for_word(out: Path) -> None:
    (row,) = rows(out, "disputes")
    assert row["left"] == "Fourteen people were killed by the flood at Velm"
    assert row["left_speaker"] == "hospital officials"
    assert row["right"] == "the number of dead at 11"
    assert row["right_speaker"] == "Velm Fire Service"
    assert row["left_modality"] == row["right_modality"] == "asserted"
    assert row["left_article"] == "Velm flood: “hospital officials” count 14"
    assert row["left"] in str(row["why"])
    assert row["score"] == 0.9
    assert (row["left_origins"], row["right_origins"]) == (1, 1)


def test_origin_leads_from_the_speaker_to_the_publisher_in_order(out: Path) -> None:
    way = [row for row in rows(out, "origins") if row["claim"] == "the number of dead at 11"]
    assert [(row["step"], row["part"], row["who"], row["kind"]) for row in way] == [
        (0, "speaker", "Velm Fire Service", "Organization"),
        (1, "passed on by", "Jonas Pell", "Person"),
        (2, "passed on by", "Rivermouth Wire", "Source"),
        (3, "published by", "Lakeside Herald", "Source"),
    ]


def test_publisher_that_speaks_for_itself_is_named_once(out: Path) -> None:
    way = [row for row in rows(out, "origins") if str(row["claim"]).startswith("More than 4,000")]
    assert [(row["part"], row["who"]) for row in way] == [("speaker", "Harrow Courier")]


def test_claim_without_a_speaker_still_has_its_publisher(out: Path) -> None:
    way = [row for row in rows(out, "origins") if row["modality"] == "alleged"]
    assert [(row["part"], row["who"]) for row in way] == [("published by", "Eastbank Post")]


def test_reprints_are_one_origin_and_other_voices_are_more(out: Path) -> None:
    found = {(row["claim"], row["reports"], row["origins"]) for row in rows(out, "independent")}
    assert found == {
        ("Fourteen people were killed by the flood at Velm", 2, 1),
        ("The dam did not fail, It was opened too late.", 2, 2),
        ("the dam had failed", 2, 2),
    }


def test_timeline_orders_the_figures_of_a_measure(out: Path) -> None:
    killed = [row for row in rows(out, "timeline") if row["measure"] == "killed"]
    figures = [(row["date"], row["low"], row["stands"]) for row in killed]
    assert figures == [
        ("2031-03-04", 9, ""),
        ("2031-03-05", 11, "update, disputed"),
        ("2031-03-05", 14, "disputed"),
        ("2031-03-05", 14, ""),
    ]


def test_open_bound_is_left_empty_in_the_timeline(out: Path) -> None:
    (row,) = [row for row in rows(out, "timeline") if row["measure"] == "displaced"]
    assert (row["low"], row["high"], row["unit"]) == (4000, "", "resident")


def test_entity_shows_what_it_said_and_what_was_said_of_it(out: Path) -> None:
    found = rows(out, "said")
    service = [(row["part"], row["claim"]) for row in found if row["who"] == "Velm Fire Service"]
    assert service == [
        ("said", "Nine people have died in the flood at Velm"),
        ("said", "the number of dead at 11"),
    ]
    flood = [row for row in found if row["who"] == "flood at Velm"]
    assert {row["part"] for row in flood} == {"said of it"}
    assert "Mira Castel" in {row["speaker"] for row in flood}


def test_hint_in_a_question_works_as_written(out: Path) -> None:
    (question,) = [question for question in questions() if question.name == "said"]
    hint = next(line for line in question.sparql.splitlines() if "FILTER" in line).partition(":  ")[
        2
    ]
    head, _, tail = question.sparql.rpartition("}\nORDER BY")
    answer = ask(out, f"{head}  {hint}\n}}\nORDER BY{tail}")
    assert {row[0] for row in answer.rows} == {"Velm Fire Service"}


def test_sources_count_what_they_made_and_what_they_passed_on(out: Path) -> None:
    found = {row["source"]: (row["claims"], row["passed_on"], row["articles"]) for row in rows(out, "sources")}  # fmt: skip
    assert found["Velm Fire Service"] == (2, 0, 2)
    assert found["hospital officials"] == (2, 0, 2)
    assert found["Rivermouth Wire"] == (0, 1, 1)


def test_expert_is_shown_with_role_affiliation_and_words(out: Path) -> None:
    (row,) = rows(out, "experts")
    assert (row["expert"], row["role"], row["affiliations"]) == ("Mira Castel", "hydrologist", "Dunmere Institute")  # fmt: skip
    assert row["claim"] == "The dam did not fail, It was opened too late."


def test_unnamed_sources_are_shown_as_they_are_called(out: Path) -> None:
    found = rows(out, "unnamed")
    assert {row["source"] for row in found} == {"hospital officials"}
    assert len(found) == 2
