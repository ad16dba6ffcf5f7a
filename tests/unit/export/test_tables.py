import csv
import json
from pathlib import Path
from typing import Any

import pytest

from kg.export.tables import (
    ARTICLES,
    CLAIMS,
    ENTITIES,
    MERGES,
    REFUSALS,
    RELATIONS,
    write,
)
from kg.graph import assemble
from kg.model import Answer, Collection, Family, Judgement, Outcome, Pairing
from kg.resolve import read_judgements
from tests.factory import Pile, article, claim, quantity, sample_collection

Rows = list[dict[str, Any]]


def read(folder: Path, name: str) -> Rows:
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write(assemble(sample_collection()), tmp_path)
    return tmp_path


def row(rows: Rows, row_id: str) -> dict[str, Any]:
    return next(found for found in rows if found["id"] == row_id)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        (
            ARTICLES,
            "id file title publisher authors published url language text origin",
        ),
        (
            CLAIMS,
            """id article content text cue source speaker via style modality confidence polarity
            quantities about said holds origins""",
        ),
        (RELATIONS, "left right kind basis why score rule independent"),
        (
            ENTITIES,
            """id kind name aliases named role affiliations part_of located_in event when articles
            claims""",
        ),
        (REFUSALS, "id article words text source speaker"),
    ],
)
def test_rows_have_exactly_the_documented_keys(out: Path, name: str, keys: str) -> None:
    rows = read(out, name)
    assert rows
    assert all(list(found) == keys.split() for found in rows)


@pytest.mark.parametrize("name", [ARTICLES, CLAIMS, ENTITIES, REFUSALS])
def test_rows_are_sorted_by_id(out: Path, name: str) -> None:
    ids = [found["id"] for found in read(out, name)]
    assert ids == sorted(set(ids))


def test_relations_are_sorted_by_their_sides(out: Path) -> None:
    sides = [(found["left"], found["right"]) for found in read(out, RELATIONS)]
    assert sides == sorted(sides)


def test_every_claim_is_cut_from_its_article(out: Path) -> None:
    texts = {found["id"]: found["text"] for found in read(out, ARTICLES)}
    for found in read(out, CLAIMS):
        text = texts[found["article"]]
        assert " ".join(text[start:end] for start, end in found["content"]) == found["text"]


def test_speaker_and_intermediaries_are_written_with_name_and_kind(out: Path) -> None:
    pile = Pile()
    found = row(read(out, CLAIMS), pile.eleven.id)
    assert found["speaker"] == {
        "id": pile.service.id,
        "name": "Velm Fire Service",
        "kind": "Organization",
    }
    assert [who["name"] for who in found["via"]] == ["Jonas Pell", "Rivermouth Wire"]


def test_a_claim_that_nobody_is_named_for_has_no_speaker_cue_or_source(out: Path) -> None:
    found = row(read(out, CLAIMS), Pile().staff.id)
    assert (found["speaker"], found["cue"], found["source"], found["via"]) == (None, [], [], [])


def test_an_open_bound_is_null_and_a_whole_number_an_integer(out: Path) -> None:
    found = row(read(out, CLAIMS), Pile().evacuated.id)["quantities"]
    assert [(figure["min"], figure["max"]) for figure in found] == [(4000, None)]
    assert isinstance(found[0]["min"], int)
    assert set(found[0]) == {"min", "max", "unit", "measure", "hedge", "span"}


def test_a_fraction_stays_a_fraction(tmp_path: Path) -> None:
    report = article("About 2.5 metres of water stood in the street.")
    depth = quantity(report, "About 2.5 metres", 2.5, 2.5, unit="metre", hedge="about")
    stated = claim(report, "About 2.5 metres of water stood in the street", quantities=(depth,))
    write(assemble(Collection(articles=(report,), claims=(stated,))), tmp_path)
    assert read(tmp_path, CLAIMS)[0]["quantities"][0]["min"] == 2.5


def test_a_reprint_names_its_origin_and_others_none(out: Path) -> None:
    pile = Pile()
    rows = read(out, ARTICLES)
    assert row(rows, pile.reprint.id)["origin"] == pile.second.id
    assert row(rows, pile.second.id)["origin"] is None


def test_an_entity_is_written_with_what_it_belongs_to(out: Path) -> None:
    found = row(read(out, ENTITIES), Pile().expert.id)
    assert [other["name"] for other in found["affiliations"]] == ["Dunmere Institute"]
    assert (found["role"], found["named"], found["claims"]) == ("hydrologist", True, 1)


def test_an_unnamed_source_is_marked(out: Path) -> None:
    found = row(read(out, ENTITIES), Pile().unnamed.id)
    assert (found["name"], found["named"], found["claims"]) == ("hospital officials", False, 2)


def test_line_ends_within_a_text_do_not_end_the_row(tmp_path: Path) -> None:
    text = "One.\nTwo.\u2028Three.\u2029Four.\x85Five.\x0bSix.\x1cSeven."
    write(assemble(Collection(articles=(article(text),))), tmp_path)
    rows = read(tmp_path, ARTICLES)
    assert [found["text"] for found in rows] == [text]


def test_an_empty_graph_gives_empty_tables(tmp_path: Path) -> None:
    write(assemble(Collection()), tmp_path)
    names = (ARTICLES, CLAIMS, RELATIONS, ENTITIES, REFUSALS)
    assert [read(tmp_path, name) for name in names] == [[]] * 5


def test_who_declined_to_comment_is_written_with_the_words(out: Path) -> None:
    pile = Pile()
    (found,) = read(out, REFUSALS)
    ((start, end),) = found["words"]
    assert pile.first.text[start:end] == found["text"] == "did not respond to a request for comment"
    assert found["article"] == pile.first.id
    assert found["speaker"]["name"] == "Norvane Power"


def merges(folder: Path, *pairings: Pairing) -> list[dict[str, str]]:
    write(assemble(Collection(pairings=pairings)), folder)
    with (folder / MERGES).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def pairing(left: str, right: str, judgement: Judgement | None = None) -> Pairing:
    return Pairing(
        left=left,
        right=right,
        family=Family.PERSON,
        outcome=Outcome.JOINED,
        score=0.85,
        reason=f"“{left}” is the surname of “{right}”",
        judgement=judgement,
    )


def test_merges_have_the_columns_of_judgements_and_what_the_rules_say(tmp_path: Path) -> None:
    (row,) = merges(tmp_path, pairing("Quill", "Ada Quill"))
    assert row == {
        "left": "Quill",
        "right": "Ada Quill",
        "judgement": "",
        "by": "",
        "when": "",
        "why": "",
        "kind": "person",
        "outcome": "joined",
        "score": "0.85",
        "reason": "“Quill” is the surname of “Ada Quill”",
    }


def test_merges_begin_with_the_mark_that_spreadsheets_need(tmp_path: Path) -> None:
    merges(tmp_path, pairing("Verín", "Jaš Verín"))
    data = (tmp_path / MERGES).read_bytes()
    assert data.startswith("\ufeffleft,right,judgement,by,when,why,kind,".encode())
    assert b"\r" not in data


def test_judgements_come_back_from_merges(tmp_path: Path) -> None:
    said = Judgement(
        left="Quill",
        right='Ada "Fox" Quill, Jr',
        answer=Answer.DIFFERENT,
        family=Family.PERSON,
        by="Rune",
        when="2031-03-04",
        why="her sister; see page 2",
    )
    merges(tmp_path, pairing(said.left, said.right, said), pairing("Verin", "Jas Verin"))
    place = {"path": str(tmp_path / MERGES), "line": 2}
    assert read_judgements([tmp_path / MERGES]) == (said.model_copy(update=place),)


@pytest.mark.parametrize("name", ["=1+1", "+4", "-4", "@sum", "#4 Company"])
def test_no_name_is_a_formula_or_a_comment(tmp_path: Path, name: str) -> None:
    (row,) = merges(tmp_path, pairing(name, "4\nCompany"))
    assert (row["left"], row["right"]) == (f"'{name}", "4 Company")
