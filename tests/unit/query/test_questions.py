"""The ready-made questions over the sample: three reports of a flood, one of them a reprint."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.export.rdf import statements, write_nquads
from kg.graph import assemble
from kg.model import Basis, RelationKind
from kg.query import Build, Question, question_of, questions
from kg.query.ask import Cell
from kg.query.parameters import PLACE
from kg.query.questions import parse
from tests.factory import Pile, relation, sample_collection

Row = Mapping[str, Cell]
PILE = Pile()
AGAINST = relation(
    RelationKind.CONTRADICTS, *sorted((PILE.nine, PILE.denial), key=lambda claim: claim.id)
)
NAMES = [question.name for question in questions()]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    write_nquads(assemble(sample_collection()), folder)
    return folder


def written(folder: Path, **facts: object) -> Path:
    """A build of the sample with other facts."""
    write_nquads(assemble(sample_collection().model_copy(update=facts)), folder)
    return folder


def rows(out: Path, name: str, **values: str) -> list[Row]:
    answer = Build(out).question(name, **values)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def test_there_is_a_question_for_each_thing_that_users_ask() -> None:
    expected = """
        citations denied-or-corrected disputes disputes-by-origins events experts experts-by-affiliation figure-timeline
        independent no-comment nothing-new one-unnamed-source opponents origins outlets said self-contradictions sources
        unnamed-sources"""
    assert expected.split() == NAMES


def test_every_question_has_a_title_of_its_own() -> None:
    titles = [question.title for question in questions()]
    assert all(title and not title.startswith("#") for title in titles)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("question", questions(), ids=NAMES)
def test_head_of_a_question_tells_the_truth(question: Question, out: Path) -> None:
    assert question.explanation.endswith(".")
    assert Build(out).ask(question.sparql).columns == tuple(row.name for row in question.columns)
    places = {found["name"] or "limit": found for found in PLACE.finditer(question.sparql)}
    assert len(places) == len(list(PLACE.finditer(question.sparql)))
    assert set(places) == {parameter.name for parameter in question.parameters}
    for parameter in question.parameters:
        parameter.check(parameter.default)
        place = places[parameter.name]
        assert (place["term"] or place["number"]) == parameter.term(parameter.default)


@pytest.mark.parametrize("question", questions(), ids=NAMES)
def test_every_parameter_of_a_question_is_used(question: Question) -> None:
    body = question.sparql.partition("\nSELECT")[2]
    for parameter in question.parameters:
        if parameter.name != "limit":
            assert body.count(f"$set_{parameter.name}") > 1


@pytest.mark.parametrize("name", NAMES)
def test_every_question_can_be_limited_and_asked_for_what_is_not_there(
    out: Path, name: str
) -> None:
    assert len(rows(out, name, limit="0")) == 0
    for parameter in question_of(name).parameters:
        if parameter.kind == "text":
            assert rows(out, name, **{parameter.name: 'no such "thing"'}) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_choice_of_a_question_narrows_the_answer(out: Path, name: str) -> None:
    everything = len(rows(out, name))
    for parameter in question_of(name).parameters:
        found = [len(rows(out, name, **{parameter.name: one})) for one in parameter.choices]
        assert not found or (max(found) == everything and min(found) < everything)


@pytest.mark.parametrize(
    "line", ["  who: txt = -- part", "  who = any -- part", "Parameters:\n#   : text = a -- b"]
)
def test_head_that_is_not_as_told_is_a_fault(line: str) -> None:
    with pytest.raises(ValueError, match="head"):
        parse("mine", f"# Title\n#\n# Parameters:\n# {line}\nSELECT * {{}}")


def test_facts_stand_in_one_graph_each_so_that_none_is_counted_twice() -> None:
    found = statements(assemble(sample_collection()))
    assert len({row[1:] for row in found}) == len(found)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "self-contradictions"])
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
    killed = [row for row in rows(out, "figure-timeline") if row["measure"] == "killed"]
    figures = [(row["date"], row["low"], row["stands"]) for row in killed]
    assert figures == [
        ("2031-03-04", 9, ""),
        ("2031-03-05", 11, "update, disputed"),
        ("2031-03-05", 14, "disputed"),
        ("2031-03-05", 14, ""),
    ]


def test_open_bound_is_left_empty_in_the_timeline(out: Path) -> None:
    (row,) = [row for row in rows(out, "figure-timeline") if row["measure"] == "displaced"]
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


def test_question_about_one_entity_leaves_the_others_out(out: Path) -> None:
    assert {row["who"] for row in rows(out, "said", who="FIRE serv")} == {"Velm Fire Service"}
    said = rows(out, "said", who="FIRE serv", part="said")
    assert [row["part"] for row in said] == ["said", "said"]


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
    found = rows(out, "unnamed-sources")
    assert {row["source"] for row in found} == {"hospital officials"}
    assert len(found) == 2
    assert [row["source"] for row in rows(out, "unnamed-sources", source="minister")] == []


def test_timeline_of_one_measure_has_no_other(out: Path) -> None:
    assert {row["measure"] for row in rows(out, "figure-timeline", measure="killed")} == {"killed"}
    assert rows(out, "figure-timeline", measure="kill") == []


def test_disputes_can_be_asked_by_words_speaker_and_basis(out: Path) -> None:
    assert len(rows(out, "disputes", about="number of DEAD", who="hospital", basis="quantity")) == 1
    assert rows(out, "disputes", basis="denial") == []
    assert rows(out, "disputes", who="Pell") == []


def test_dispute_with_many_origins_comes_first(tmp_path: Path) -> None:
    answers = rows(written(tmp_path, relations=(*PILE.relations, AGAINST)), "disputes-by-origins")
    assert [(row["stronger_origins"], row["weaker_origins"]) for row in answers] == [(2, 1), (1, 1)]
    assert answers[0]["weaker"] == "Nine people have died in the flood at Velm"
    assert len(rows(tmp_path, "disputes-by-origins", least="2")) == 0


def test_unnamed_source_in_two_copies_is_one_source_alone(out: Path) -> None:
    found = rows(out, "one-unnamed-source")
    assert [(row["source"], row["reports"]) for row in found] == [("hospital officials", 2)] * 2
    assert {row["disputed"] for row in found} == {True, False}


def test_citations_count_claims_of_an_outlet_and_of_those_in_between(out: Path) -> None:
    found = {(row["who"], row["whom"]): row["claims"] for row in rows(out, "citations")}
    assert found["Lakeside Herald", "Velm Fire Service"] == 1
    assert found["Lakeside Herald", "Rivermouth Wire"] == 1
    assert found["Jonas Pell", "Velm Fire Service"] == 1
    assert ("Harrow Courier", "Harrow Courier") not in found
    assert {row["who"] for row in rows(out, "citations", who="herald")} == {"Lakeside Herald"}
    assert {row["whom"] for row in rows(out, "citations", whom="castel")} == {"Mira Castel"}


def test_newer_figure_is_told_as_what_became_of_the_older(out: Path) -> None:
    (row,) = rows(out, "denied-or-corrected")
    assert (row["how"], row["claim"], row["later"]) == (
        "newer figure",
        "Nine people have died in the flood at Velm",
        "the number of dead at 11",
    )
    assert (row["date"], row["later_date"]) == ("2031-03-04", "2031-03-05")


@pytest.mark.parametrize(("left", "right"), [("denial", "evacuated"), ("evacuated", "denial")])
def test_denial_comes_after_what_it_denies_whatever_its_side(
    tmp_path: Path, left: str, right: str
) -> None:
    ends = sorted((getattr(PILE, left), getattr(PILE, right)), key=lambda claim: claim.id)
    denied = relation(RelationKind.CONTRADICTS, *ends, basis=Basis.DENIAL)
    (row,) = rows(written(tmp_path, relations=(denied,)), "denied-or-corrected", how="denied")
    assert (row["claim"], row["later"]) == (PILE.evacuated.text, PILE.denial.text)


def test_running_figure_is_no_self_contradiction(out: Path) -> None:
    assert rows(out, "self-contradictions") == []


def test_speaker_who_takes_a_claim_back_contradicts_herself(tmp_path: Path) -> None:
    taken_back = relation(RelationKind.UPDATES, PILE.eleven, PILE.nine, basis=Basis.DENIAL)
    (row,) = rows(written(tmp_path, relations=(taken_back,)), "self-contradictions")
    assert (row["who"], row["how"]) == ("Velm Fire Service", "takes back")


def test_body_and_its_expert_who_disagree_are_within_one_body(tmp_path: Path) -> None:
    ours = PILE.denial.model_copy(update={"speaker": PILE.institute.id})
    ends = sorted((PILE.held, ours), key=lambda claim: claim.id)
    claims = tuple(ours if claim.id == ours.id else claim for claim in PILE.claims)
    out = written(tmp_path, claims=claims, relations=(relation(RelationKind.CONTRADICTS, *ends),))
    (row,) = rows(out, "self-contradictions", who="dunmere")
    assert (row["who"], row["how"]) == ("Dunmere Institute", "within")


def test_two_who_belong_to_one_body_and_disagree_are_within_it(tmp_path: Path) -> None:
    spokesman = PILE.mayor.model_copy(update={"affiliations": (PILE.institute.id,)})
    theirs = PILE.denial.model_copy(update={"speaker": spokesman.id})
    ends = sorted((PILE.held, theirs), key=lambda claim: claim.id)
    out = written(
        tmp_path,
        claims=tuple(theirs if claim.id == theirs.id else claim for claim in PILE.claims),
        entities=tuple(spokesman if one.id == spokesman.id else one for one in PILE.entities),
        relations=(relation(RelationKind.CONTRADICTS, *ends),),
    )
    (row,) = rows(out, "self-contradictions", who="dunmere")
    assert (row["who"], row["how"]) == ("Dunmere Institute", "within")
    assert {row["speaker"], row["against_speaker"]} == {"Mira Castel", "Jonas Pell"}


def test_reprint_adds_nothing_of_its_own(out: Path) -> None:
    (row,) = rows(out, "nothing-new")
    assert (row["article"], row["outlet"]) == ("velm/reprint.txt", "Eastbank Post")
    assert row["reprints"] == "Velm flood: “hospital officials” count 14"
    assert (row["claims"], row["repeated"], row["published"]) == (2, 0, "2031-03")


def test_article_all_of_whose_claims_came_through_another_outlet_adds_nothing(
    tmp_path: Path,
) -> None:
    claims = (PILE.nine, PILE.eleven)
    found = rows(written(tmp_path, claims=claims, relations=(), origins={}), "nothing-new")
    assert [(row["article"], row["passed_on"]) for row in found] == [(PILE.second.title, 1)]


def test_opponents_are_told_once_with_their_disputes(out: Path) -> None:
    (row,) = rows(out, "opponents")
    assert {row["one"], row["other"]} == {"hospital officials", "Velm Fire Service"}
    assert row["disputes"] == 1
    assert rows(out, "opponents", who="FIRE") == [row]


def test_outlet_shows_what_it_rests_on(out: Path) -> None:
    found = {row.pop("outlet"): row for row in map(dict, rows(out, "outlets"))}
    assert found["Harrow Courier"] == {"articles": 1, "claims": 3, "its_own_word": 1, "from_unnamed": 0, "passed_on": 0, "disputed": 0}  # fmt: skip
    assert found["Lakeside Herald"] == {"articles": 1, "claims": 3, "its_own_word": 0, "from_unnamed": 1, "passed_on": 1, "disputed": 2}  # fmt: skip


def test_event_shows_when_and_where_and_how_many_speak_of_it(out: Path) -> None:
    (row,) = rows(out, "events")
    assert (row["event"], row["kind"], row["places"]) == ("flood at Velm", "flood", "Velm")
    assert (row["date"], row["claims"], row["speakers"]) == ("2031-03-03/2031-03-04", 6, 4)
    assert row["disputed"] == 2


def test_expert_is_shown_below_the_body(out: Path) -> None:
    (row,) = rows(out, "experts-by-affiliation", body="dunmere")
    assert (row["body"], row["expert"], row["role"]) == ("Dunmere Institute", "Mira Castel", "hydrologist")  # fmt: skip
    assert (row["claims"], row["articles"]) == (1, 1)


def test_who_declined_is_shown_with_what_it_says_elsewhere(out: Path) -> None:
    (row,) = rows(out, "no-comment")
    assert (row["who"], row["outlet"], row["claims"]) == ("Norvane Power", "Harrow Courier", 1)
