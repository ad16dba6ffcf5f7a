"""The commands as a user types them, over reports made up for the purpose."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import kg
from kg.cli.group import app

Run = Callable[..., "subprocess.CompletedProcess[str]"]

NORTH = """---
title: Flood kills nine in Velm
publisher: Harrow Courier
published: 2031-03-04
---

Nine people were killed in the flood in Velm, the Velm Fire Service said on Tuesday.

“The dam did not fail,” said Mira Castel, a hydrologist at the Dunmere Institute.
"""
SOUTH = """Fourteen people were killed in the flood in Velm on Tuesday, hospital officials said.

Norvane Power said that the dam had failed.
"""
UNREACHABLE = (
    "http://127.0.0.1:9/a: cannot be reached (Connection refused); "
    "check the address and the network, or save the page as a file"
)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs ``kg`` in an empty folder of its own."""

    def run(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        env = os.environ | {"PYTHONPATH": str(Path(kg.__file__).parents[1]), "no_proxy": "*"}
        command = [sys.executable, "-m", "kg", *arguments]
        done = subprocess.run(
            command, cwd=tmp_path, env=env | variables, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stdout + done.stderr
        return done

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "north.md").write_text(NORTH, encoding="utf-8")
    (folder / "south.txt").write_text(SOUTH, encoding="utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def contents(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.usefixtures("reports")
def test_a_build_can_be_shown_asked_and_checked(run: Run, tmp_path: Path) -> None:
    built = run("build", "reports", "--out", "out")
    assert built.returncode == 0, built.stderr
    assert built.stdout.startswith("2 articles, ")
    assert "Next: open out/graph.html in a browser, or run kg show out disputes" in built.stdout
    assert "extracting 2 articles" in built.stderr

    speakers = run("show", "out", "speakers")
    assert speakers.returncode == 0
    assert "Mira Castel" in speakers.stdout
    assert run("show", "out", "sources").returncode == 0
    assert "dispute" in run("show", "out", "disputes").stdout

    asked = run("query", "out", "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "--as", "json")
    assert json.loads(asked.stdout)[0]["n"] > 0
    (tmp_path / "mine.rq").write_text("ASK { ?s ?p ?o }")
    assert run("query", "out", "--file", "mine.rq").stdout == "yes\n"
    assert run("query", "out", "--question", "disputes", "--as", "csv").returncode == 0

    checked = run("check", "out")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith("out is valid")


@pytest.mark.usefixtures("reports")
def test_check_finds_a_claim_that_is_not_in_its_article(run: Run, tmp_path: Path) -> None:
    run("build", "reports", "--out", "out", "-f", "turtle", "-f", "tables")
    table = tmp_path / "out/claims.jsonl"
    rows = [json.loads(line) for line in table.read_text(encoding="utf-8").splitlines()]
    rows[0]["text"] = "Nobody was killed"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    checked = run("check", "out")
    assert checked.returncode == 3
    assert rows[0]["id"] in checked.stdout
    assert "out is not valid: 1 violation" in checked.stderr


@pytest.mark.usefixtures("reports")
def test_the_same_input_gives_the_same_bytes_under_any_hash_seed(run: Run, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        assert run("build", "reports", "--out", seed, PYTHONHASHSEED=seed).returncode == 0
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_bad_inputs_are_told_and_the_good_ones_built(run: Run, reports: Path) -> None:
    (reports / "empty.txt").touch()
    (reports / "latin.txt").write_bytes("Café".encode("latin-1"))
    (reports / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    (reports / "wire.jsonl").write_text('{"text": "Cut')
    (reports / "copy.txt").write_text(SOUTH, encoding="utf-8")
    built = run("build", "reports", "http://127.0.0.1:9/a", "--out", "out", "--format", "tables")
    assert built.returncode == 1
    assert built.stdout.startswith("2 articles, ")
    left_out = built.stdout.partition("Left out:\n")[2].partition("\n\n")[0].splitlines()
    assert [line.strip() for line in left_out] == [
        "reports/empty.txt: is empty; give it some text or leave it out",
        "reports/latin.txt, line 1: is not UTF-8 (byte 0xe9); save it as UTF-8",
        "reports/south.txt: has the same words as reports/copy.txt; leave one of them out",
        "reports/wire.jsonl, line 1: is not JSON from column 10 on; write one JSON object a line",
        UNREACHABLE,
    ]
    assert ".jpg (1 file)" in built.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Commands:"),
        (("build",), "Usage: kg build"),
        (("build", "report"), "Missing option '-o' / '--out'"),
        (("build", "report", "--out", "out"), "report: does not exist; did you mean reports?"),
        (("build", "http://kg.invalid/a", "--out", "out"), "cannot be reached"),
        (("build", "notes.docx", "--out", "out"), "cannot read .docx; give one of"),
        (("build", "bare", "--out", "out"), "bare: has no articles; put files of"),
        (("build", "reports", "--out", "notes.docx"), "is a file, not a folder; choose another"),
        (("build", "reports", "--out", "notes.docx/x"), "cannot be written (not a directory)"),
        (("build", "reports", "--out", "reports"), "would be written over; choose another folder"),
        (("build", "reports", "--out", "out", "--measures", "bad.ttl"), "not valid Turtle"),
        (("build", "reports", "--out", "out", "--measures", "no.ttl"), "does not exist"),
        (("build", "reports", "--out", "out", "--judgements", "bare"), "bare: is a folder; give a"),
        (
            ("build", "reports", "--out", "out", "--judgements", "no.csv"),
            "Error: no.csv: does not exist; give the path of a file of judgements",
        ),
        (
            ("build", "reports", "--out", "out", "--judgements", "latin.rq"),
            "latin.rq, line 1: is not UTF-8",
        ),
        (("build", "reports", "--out", "out", "--base", "here"), "cannot be the base"),
        (
            ("build", "reports", "--out", "out", "--min-confidence", "1.5"),
            "Invalid value for '--min-confidence': '1.5' is no number from 0 to 1",
        ),
        (
            ("build", "reports", "--out", "out", "--min-confidence", "nan"),
            "'nan' is no number from 0 to 1",
        ),
        (
            ("build", "reports", "--out", "out", "--min-confidence", "high"),
            "'high' is no number from 0 to 1",
        ),
        (
            ("build", "reports", "--out", "out", "--language-model", "en_core_web_none"),
            "pipeline 'en_core_web_none' is not installed; get it with python -m spacy download",
        ),
        (("show", "out", "disputes"), "out: does not exist; make it with kg build"),
        (("show", "bare", "disputes"), "bare: has no articles.jsonl; run kg build"),
        (("show", "out"), "Missing argument"),
        (("query",), "Usage: kg query"),
        (("query", "bare"), "give one of a query, --file and --question"),
        (("query", "bare", "ASK {}", "--question", "disputes"), "give one of"),
        (("query", "--question", "disputes"), "name the folder that kg build wrote"),
        (("query", "bare", "ASK { ?s ?p ?o }"), "kg build"),
        (("query", "bare", "--file", "latin.rq"), "cannot be read as UTF-8"),
        (("check", "bare"), "kg build"),
    ],
)
def test_a_wrong_command_says_what_is_wrong_and_leaves_nothing_behind(
    reports: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], told: str
) -> None:
    here = reports.parent
    monkeypatch.chdir(here)
    monkeypatch.setenv("no_proxy", "*")
    (here / "bare").mkdir()
    (here / "notes.docx").write_bytes(b"PK\x03\x04")
    (here / "bad.ttl").write_text("no turtle")
    (here / "latin.rq").write_bytes(b"\xe9")
    before = contents(here)
    done = CliRunner().invoke(app, arguments, prog_name="kg")
    assert done.exit_code == 2
    assert told in " ".join(done.stderr.split())
    assert contents(here) == before
    assert names(here) == ["bad.ttl", "bare", "latin.rq", "notes.docx", "reports"]


@pytest.mark.usefixtures("reports")
def test_only_claims_that_are_sure_enough_are_kept(run: Run, tmp_path: Path) -> None:
    def confidences(*options: str) -> list[float]:
        run("build", "reports", "--out", "out", "-f", "tables", *options)
        table = (tmp_path / "out/claims.jsonl").read_text(encoding="utf-8")
        return sorted(json.loads(line)["confidence"] for line in table.splitlines())

    everything = confidences("--min-confidence", "0")
    most = everything[-1]
    assert everything[0] < most
    assert confidences("--min-confidence", str(most)) == [x for x in everything if x >= most]


def test_who_declined_to_comment_is_told_in_a_table_and_claims_nothing(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "silent.txt").write_text("Norvane Power declined to comment on the flood.\n")
    assert run("build", "silent.txt", "--out", "out", "-f", "tables").returncode == 0
    assert (tmp_path / "out/claims.jsonl").read_text() == ""
    (row,) = (tmp_path / "out/refusals.jsonl").read_text(encoding="utf-8").splitlines()
    found = json.loads(row)
    assert found["text"] == "declined to comment on the flood"
    assert found["speaker"]["name"] == "Norvane Power"


def test_a_merge_is_judged_in_its_table_and_the_next_build_heeds_it(
    run: Run, tmp_path: Path
) -> None:
    texts = {
        "one.txt": "The strike is over, said Olena Marchenskyy, a lawyer for the dockers.\n",
        "two.txt": "The strike goes on, said Olena Marchensky, a lawyer for the port.\n",
        "three.txt": "The port of Kyiv was shut on Monday, Norvane Power said.\n",
        "four.txt": "The port of Kiev was open on Monday, Norvane Power said.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    def table(name: str) -> list[dict[str, Any]]:
        lines = (tmp_path / "out" / name).read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def named(name: str) -> set[str]:
        return {row["name"] for row in table("entities.jsonl") if name in row["name"]}

    run("build", *texts, "--out", "out", "-f", "tables")
    words = {row["id"]: row["text"] for row in table("claims.jsonl")}
    merges = (tmp_path / "out/merges.csv").read_text(encoding="utf-8-sig")
    assert len(named("March")) == 1
    assert "Olena Marchensky,Olena Marchenskyy,,,,,person,joined,0.95," in merges
    assert "Kiev,Kyiv,,,,,place,joined,0.95," in merges

    row = "Olena Marchensky,Olena Marchenskyy,"
    mine = merges.replace(f"{row},,,", f"{row}different,Rune,2031-03-04,two lawyers")
    (tmp_path / "mine.csv").write_text(f"{mine}Zog,Kyiv,unsure\n", encoding="utf-8")
    done = run("build", *texts, "--out", "out", "-f", "tables", "--judgements", "mine.csv")
    assert done.returncode == 0
    assert "mine.csv, line 4: nobody in these articles is called “Zog”\n" in done.stdout
    assert named("March") == {"Olena Marchensky", "Olena Marchenskyy"}
    assert len(named("K")) == 1
    assert {row["id"]: row["text"] for row in table("claims.jsonl")} == words
    merges = (tmp_path / "out/merges.csv").read_text(encoding="utf-8-sig")
    assert f"{row}different,Rune,2031-03-04,two lawyers,person,apart,0.95," in merges


def test_strict_ends_at_the_first_bad_input(run: Run, reports: Path) -> None:
    (reports / "empty.txt").touch()
    done = run("build", "reports", "--out", "out", "--strict")
    assert done.returncode == 1
    assert "Error: reports/empty.txt: is empty" in done.stderr
    assert names(reports.parent) == ["reports"]


def test_the_questions_on_the_shelf_are_listed(run: Run) -> None:
    listed = run("query", "--list")
    assert listed.returncode == 0
    names = [line.split()[0] for line in listed.stdout.splitlines()[::2]]
    assert names == sorted(names)
    assert len(names) >= 15


@pytest.mark.usefixtures("reports")
def test_a_build_is_kept_in_a_store_and_asked_from_it(run: Run) -> None:
    built = run("build", "reports", "--out", "out", "--store", "out.store", "-f", "nquads")
    assert "Kept in out.store" in built.stdout
    asked = ("--question", "figure-timeline", "--set", "measure=killed", "--as", "csv")
    answers = {run("query", where, *asked).stdout for where in ("out", "out.store")}
    assert len(answers) == 1
    assert len(answers.pop().splitlines()) == 3
    assert run("load", "out", "--store", "out.store").returncode == 0
