"""Values take the place of values: nothing that is given to a question becomes part of its syntax."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from kg.errors import QueryError
from kg.query.parameters import Parameter, bind

WHO = Parameter("who", "text", (), "", "part of the name")
LEAST = Parameter("least", "number", (), "1", "how many at least")
PART = Parameter("part", "choice", ("any", "said"), "any", "which part")
LIMIT = Parameter("limit", "number", (), "200", "how many at most")
ALL = (WHO, LEAST, PART, LIMIT)
QUERY = """SELECT $set_who $set_least $set_part WHERE {
  VALUES $set_who { "" }
  VALUES $set_least { 1 }
  VALUES $set_part { "any" }
}
LIMIT 200
"""


def row(**values: str) -> list[str]:
    (found,) = Store().query(bind(QUERY, ALL, values))  # type: ignore[misc]
    return [term.value for term in found]


def test_defaults_hold_where_nothing_is_set() -> None:
    assert bind(QUERY, ALL, {}) == QUERY
    assert row() == ["", "1", "any"]


def test_values_take_the_place_of_the_defaults() -> None:
    assert row(who="Pell", least="3", part="said") == ["Pell", "3", "said"]
    assert bind(QUERY, ALL, {"limit": "7"}).endswith("LIMIT 7\n")


@pytest.mark.parametrize(
    "value",
    [
        '" } VALUES ?x { "y',
        "\\u0022 } SERVICE <http://far.test/> { ?s ?p ?o }",
        'VALUES $set_part { "said" }',
        "LIMIT 3",
        "a\nLIMIT 3",
        "\\",
        "\\1 \\g<name>",
        "'''\"\"\"",
        "# no comment",
        "\x00\r\t\u2028",
    ],
)
def test_awkward_values_stay_values(value: str) -> None:
    assert row(who=value, part="said", limit="5", least="2") == [value, "2", "said"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_to_the_character(value: str) -> None:
    assert row(who=value)[0] == value


def test_lone_surrogate_becomes_a_question_mark_as_in_the_files() -> None:
    assert row(who="a\ud800")[0] == "a?"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("whom", "x", "no parameter 'whom'; did you mean who?"),
        ("zzz", "x", "no parameter 'zzz'; choose from who, least, part, limit"),
        ("least", "many", "least is to be a whole number, not 'many'; give one, such as 1"),
        ("least", "-1", "whole number"),
        ("limit", "3 } #", "whole number"),
        ("limit", "²", "whole number"),
        ("part", "siad", "part cannot be 'siad'; did you mean said?"),
        ("part", "x", "choose from any, said"),
    ],
)
def test_what_does_not_fit_is_told_with_a_remedy(name: str, value: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        bind(QUERY, ALL, {name: value})
    assert said in str(caught.value)


def test_question_without_parameters_says_to_leave_it_out() -> None:
    with pytest.raises(QueryError, match="leave it out"):
        bind("ASK {}", (), {"who": "x"})
