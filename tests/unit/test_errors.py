import inspect
import re
from pathlib import Path

import pytest

from kg import errors
from kg.errors import InputError, KgError


def classes() -> list[type[KgError]]:
    found = (value for _, value in inspect.getmembers(errors, inspect.isclass))
    return [value for value in found if issubclass(value, KgError)]


def test_the_tree_in_the_docstring_is_that_of_the_classes() -> None:
    tree = re.findall(r"[├└]── (\w+)", errors.__doc__ or "")
    assert tree == [name for name in vars(errors) if name in tree]
    assert {"KgError", *tree} == {error.__name__ for error in classes()}
    assert all(error.__base__ is KgError for error in classes() if error is not KgError)


@pytest.mark.parametrize("error", classes(), ids=lambda error: error.__name__)
def test_every_error_says_when_it_is_raised(error: type[KgError]) -> None:
    assert error.__doc__
    assert error.__doc__.endswith(".") or "Attributes:" in error.__doc__


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (KgError("it is empty"), "it is empty"),
        (InputError("it is empty", path=Path("a") / "b.txt"), "a/b.txt: it is empty"),
        (InputError("no JSON", path="a.jsonl", line=3), "a.jsonl, line 3: no JSON"),
        (InputError("no JSON", line=3), "line 3: no JSON"),
        (
            InputError("no JSON", path="a.jsonl", line=3, remedy="mend or remove the line"),
            "a.jsonl, line 3: no JSON; mend or remove the line",
        ),
    ],
)
def test_a_message_names_place_problem_and_remedy(error: KgError, message: str) -> None:
    assert str(error) == message


def test_an_error_keeps_its_facts_as_fields() -> None:
    error = InputError("no JSON", path=Path("a.jsonl"), line=3, remedy="mend it")
    assert (error.problem, error.path, error.line, error.remedy) == (
        "no JSON",
        "a.jsonl",
        3,
        "mend it",
    )
