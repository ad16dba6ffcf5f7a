import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.group import app
from kg.cli.query import FORMS, query
from kg.export import rdf
from kg.graph import assemble
from kg.query import Answer, Question, questions
from tests.factory import sample_collection

ROWS = Answer(("who", "claims"), (("Jonas Pell", 2), ('the "Wire",\nmostly', ""), ("\x1b[2J", 1.5)))


def test_a_table_has_headings_and_nothing_that_a_terminal_obeys() -> None:
    table = FORMS["table"](ROWS)
    assert [line.split()[:1] for line in table.splitlines()[:2]] == [[], ["who"]]
    assert 'the "Wire", mostly' in table
    assert "\x1b" not in table


def test_csv_keeps_every_value() -> None:
    assert FORMS["csv"](ROWS) == (
        'who,claims\nJonas Pell,2\n"the ""Wire"",\nmostly",\n\x1b[2J,1.5\n'
    )


def test_json_is_one_object_a_row() -> None:
    assert json.loads(FORMS["json"](ROWS)) == [
        {"who": "Jonas Pell", "claims": 2},
        {"who": 'the "Wire",\nmostly', "claims": ""},
        {"who": "\x1b[2J", "claims": 1.5},
    ]


@pytest.mark.parametrize(
    ("form", "yes", "no"),
    [
        ("table", "yes\n", "no\n"),
        ("csv", "answer\ntrue\n", "answer\nfalse\n"),
        ("json", "true\n", "false\n"),
    ],
)
def test_an_ask_query_is_answered_in_each_form(form: str, yes: str, no: str) -> None:
    assert FORMS[form](Answer(boolean=True)) == yes
    assert FORMS[form](Answer(boolean=False)) == no


@pytest.mark.parametrize(
    ("form", "expected"), [("table", "no answers\n"), ("csv", "who\n"), ("json", "[]\n")]
)
def test_no_answer_is_told_in_each_form(form: str, expected: str) -> None:
    assert FORMS[form](Answer(("who",))) == expected


@pytest.fixture
def out(tmp_path: Path) -> str:
    rdf.write_turtle(assemble(sample_collection()), tmp_path)
    return str(tmp_path)


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_every_question_on_the_shelf_is_answered(out: str, name: str) -> None:
    result = CliRunner().invoke(app, ["query", out, "--question", name, "--as", "json"])
    assert result.exit_code == 0
    assert isinstance(json.loads(result.stdout), list)


def test_the_shelf_is_listed_with_titles_and_what_can_be_set() -> None:
    lines = CliRunner().invoke(app, ["query", "--list"]).stdout.splitlines()
    titles = [line.split(maxsplit=1) for line in lines[::2]]
    assert titles == [[question.name, question.title] for question in questions()]
    for question, line in zip(questions(), lines[1::2], strict=True):
        names = [setting.partition("=")[0] for setting in line.split()[1:]]
        assert names == [parameter.name for parameter in question.parameters]


@pytest.mark.parametrize("question", questions(), ids=[one.name for one in questions()])
def test_a_question_is_described_with_its_parameters_and_columns(question: Question) -> None:
    result = CliRunner().invoke(app, ["query", "--describe", question.name])
    text = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert text.startswith(f"{question.name}: {question.title} {question.explanation}")
    for parameter in question.parameters:
        assert f"{parameter.name} {parameter.meaning} ({parameter.takes};" in text
    for column in question.columns:
        assert f"{column.name} {column.meaning}" in text
    assert max(map(len, result.stdout.splitlines()[1:])) <= 80


def test_a_parameter_is_set(out: str) -> None:
    asked = ["query", out, "--question", "figure-timeline", "--as", "json"]
    result = CliRunner().invoke(app, [*asked, "--set", "measure=killed", "--set", "limit=2"])
    rows = json.loads(result.stdout)
    assert [row["measure"] for row in rows] == ["killed", "killed"]
    assert "There may be more: limit, how many figures at most, is 2;" in result.stderr
    assert CliRunner().invoke(app, asked).stderr == ""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--question", "disptues"], "no question 'disptues'; did you mean disputes?"),
        (["--describe", "zzz"], "no question 'zzz'; kg query --list shows them"),
        (["--question", "said", "--set", "whom=x"], "no parameter 'whom'; did you mean who?"),
        (["--question", "said", "--set", "limit=x"], "limit is to be a whole number, not 'x'"),
        (["--question", "said", "--set", "who"], "--set who: give a name and a value"),
        (["ASK {}", "--set", "who=x"], "--set needs a --question"),
    ],
)
def test_what_cannot_be_asked_is_told(out: str, options: list[str], said: str) -> None:
    result = CliRunner().invoke(app, ["query", out, *options])
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_a_query_comes_from_the_line_or_from_a_file(out: str, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("ASK { ?s ?p ?o }")
    for given in (["ASK { ?s ?p ?o }"], ["--file", str(tmp_path / "mine.rq")]):
        assert CliRunner().invoke(app, ["query", out, *given]).stdout == "yes\n"


@pytest.mark.parametrize(
    "given", [[], ["ASK {}", "--question", "disputes"], ["--file", __file__, "--question", "said"]]
)
def test_exactly_one_query_is_asked_for(out: str, given: list[str]) -> None:
    result = CliRunner().invoke(app, ["query", out, *given])
    assert result.exit_code == 2
    assert "give one of a query, --file and --question" in result.stderr


def test_a_file_that_is_no_text_is_told(out: str, tmp_path: Path) -> None:
    (tmp_path / "latin.rq").write_bytes(b"\xe9")
    result = CliRunner().invoke(app, ["query", out, "--file", str(tmp_path / "latin.rq")])
    assert "cannot be read as UTF-8 text" in result.stderr


def test_the_query_in_the_help_has_answers(out: str) -> None:
    (example,) = re.findall("kg query graph '(.*)' --as csv", query.epilog or "")
    rows = CliRunner().invoke(app, ["query", out, example, "--as", "csv"]).stdout.splitlines()
    assert len(rows) == 1 + len(sample_collection().claims)
