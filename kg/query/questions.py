"""The ready-made questions: one file of SPARQL each, in the folder ``questions`` beside this module."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "questions"


@dataclass(frozen=True, slots=True)
class Question:
    """A question that every build can answer.

    Attributes:
        name: What the user calls it, such as ``disputes``.
        title: What it asks, from the first line of its file.
        sparql: The query, comments included.
    """

    name: str
    title: str
    sparql: str


@cache
def questions() -> tuple[Question, ...]:
    """All questions, sorted by name."""
    return tuple(_question(path) for path in sorted(_FOLDER.glob("*.rq")))


def _question(path: Path) -> Question:
    sparql = path.read_text(encoding="utf-8")
    title = sparql.partition("\n")[0].removeprefix("#").strip()
    return Question(name=path.stem, title=title, sparql=sparql)
