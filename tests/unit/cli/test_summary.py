from pathlib import Path

import pytest

from kg.cli.summary import counted, summary
from kg.errors import InputError
from kg.model import Answer, Judgement, Unheeded
from kg.pipeline import Report
from kg.read import Note

JUDGEMENT = Judgement(left="Zog", right="Ada", answer=Answer.SAME, path="mine.csv", line=4)


def test_a_summary_says_what_was_built_what_was_not_and_where_to_look() -> None:
    report = Report(
        articles=2,
        claims=1200,
        speakers=1,
        sources=0,
        disputes=3,
        triples=29640,
        errors=(InputError("is empty", path="a\n.txt", remedy="leave it out"),),
        passed_over=(".pdf (2 files)",),
        notes=(Note("b.md", "published was left out"),),
        unheeded=(Unheeded(judgement=JUDGEMENT, reason="nobody is called “Zog”"),),
        files=("graph.html", "claims.jsonl"),
        stale=("graph.gexf",),
    )
    assert list(summary(report, Path("out"))) == [
        "2 articles, 1,200 claims, 1 speaker, 0 sources, 3 disputes",
        "29,640 triples of RDF, 24.7 a claim",
        "",
        "Left out:",
        "  a .txt: is empty; leave it out",
        "",
        "Kept, but:",
        "  b.md: published was left out",
        "",
        "Judgements without effect:",
        "  mine.csv, line 4: nobody is called “Zog”",
        "",
        "Passed over, as nothing reads them:",
        "  .pdf (2 files)",
        "",
        "Written to out: graph.html, claims.jsonl",
        "Left from an earlier build: graph.gexf",
        "Next: open out/graph.html in a browser, or run kg show out disputes",
    ]


def test_the_next_step_is_one_that_the_formats_allow() -> None:
    def last(*files: str) -> str:
        return list(summary(Report(articles=1, files=files), Path("out")))[-1]

    assert last("graph.html") == "Next: open out/graph.html in a browser"
    assert last("claims.jsonl") == "Next: run kg show out disputes"
    assert last("graph.gexf") == "Written to out: graph.gexf"


def test_where_nothing_was_built_only_the_reasons_are_given() -> None:
    report = Report(errors=(InputError("is empty", path="a.txt"),))
    assert list(summary(report, Path("out"))) == ["", "Left out:", "  a.txt: is empty"]


@pytest.mark.parametrize(("number", "expected"), [(0, "0 claims"), (1, "1 claim"), (9, "9 claims")])
def test_numbers_agree_with_their_nouns(number: int, expected: str) -> None:
    assert counted(number, "claim", "claims") == expected


def test_a_store_is_told_beside_the_files() -> None:
    report = Report(articles=1, files=("graph.nq",))
    assert list(summary(report, Path("out"), Path("graph.store")))[-1] == "Kept in graph.store"
