import json

import pytest

from kg.cli.query import FORMS
from kg.query import Answer

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
