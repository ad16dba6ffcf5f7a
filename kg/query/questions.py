"""The ready-made questions: one file of SPARQL each, in the folder ``questions`` beside this module.

A file is a query that can be asked as it stands. The comment at its head tells what it answers, what can be set and what the
columns are; where something can be set, the query has ``VALUES $set_name { … }``, or ``LIMIT`` for the parameter of that name,
with the value that holds unless another is given::

    # What it asks
    #
    # What a row is, in sentences.
    #
    # Parameters:
    #   name: text = "" -- what it does
    #   kind: any | some = any -- what it does
    #   limit: number = 200 -- how many at most
    # Columns:
    #   column -- what it holds
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import QueryError
from kg.query.parameters import Parameter

_FOLDER = Path(__file__).parent / "questions"
_PARAMETER = re.compile(r'(\w+): (text|number|[^=]+?) = ("[^"]*"|.+?) -- (.+)')
_COLUMN = re.compile(r"(\w+) -- (.+)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a question's answer.

    Attributes:
        name: The variable.
        meaning: What it holds, as the rest of a sentence.
    """

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question that every build can answer.

    Attributes:
        name: What the user calls it, such as ``disputes``.
        title: What it asks, in a line.
        explanation: What a row is, in sentences.
        parameters: What can be set, in the order of the file.
        columns: What the answer has, in the order of the query.
        sparql: The query, comments included; it can be asked as it is.
    """

    name: str
    title: str
    explanation: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sparql: str


@cache
def questions() -> tuple[Question, ...]:
    """All questions, sorted by name."""
    paths = sorted(_FOLDER.glob("*.rq"), key=lambda path: path.stem)
    return tuple(parse(path.stem, path.read_text(encoding="utf-8")) for path in paths)


def question_of(name: str) -> Question:
    """The question of this name.

    Raises:
        QueryError: If there is none.
    """
    shelf = {question.name: question for question in questions()}
    if name not in shelf:
        near = difflib.get_close_matches(name, shelf, n=1)
        remedy = f"did you mean {near[0]}?" if near else "kg query --list shows them"
        raise QueryError(f"there is no question {name!r}", remedy=remedy)
    return shelf[name]


def parse(name: str, sparql: str) -> Question:
    """A question from its file.

    Raises:
        ValueError: If the head of the file is not as the module tells.
    """
    title, *lines = [line.removeprefix("#").removeprefix(" ") for line in _head(sparql)]
    prose, parameters, columns = _sections(lines)
    return Question(
        name=name,
        title=title,
        explanation=" ".join(line for line in prose if line),
        parameters=tuple(_parameter(line) for line in parameters),
        columns=tuple(Column(*_matched(_COLUMN, line)) for line in columns),
        sparql=sparql,
    )


def _head(sparql: str) -> Iterator[str]:
    for line in sparql.splitlines():
        if not line.startswith("#"):
            return
        yield line


def _sections(lines: Iterable[str]) -> tuple[list[str], list[str], list[str]]:
    """The sentences, the parameters and the columns."""
    found: dict[str, list[str]] = {"": [], "Parameters:": [], "Columns:": []}
    section = ""
    for line in lines:
        if line in found:
            section = line or section
        else:
            found[section].append(line.strip())
    return found[""], found["Parameters:"], found["Columns:"]


def _parameter(line: str) -> Parameter:
    name, kind, default, meaning = _matched(_PARAMETER, line)
    choices = () if kind in {"text", "number"} else tuple(kind.split(" | "))
    return Parameter(name, "choice" if choices else kind, choices, default.strip('"'), meaning)


def _matched(pattern: re.Pattern[str], line: str) -> tuple[str, ...]:
    found = pattern.fullmatch(line)
    if found is None:
        raise ValueError(f"not as a question's head is written: {line!r}")
    return found.groups()
