"""docs/sparql.md lists every question as its file tells it, and its commands run.

python -m tests.docs.test_sparql        write the table into docs/sparql.md
"""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.group import app
from kg.export import rdf
from kg.graph import assemble
from kg.query import Question, questions
from tests.factory import sample_collection

PAGE = Path(__file__).parents[2] / "docs" / "sparql.md"
HEAD = "| question | what it answers | what can be set |\n|---|---|---|\n"
TABLE = re.compile(re.escape(HEAD) + r"(?:\|.*\n)*")
COMMANDS = [
    line.partition("  #")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    for line in block.splitlines()
]


def table() -> str:
    return HEAD + "".join(map(row, questions()))


def row(question: Question) -> str:
    settings = [
        f"`{one.name}`: {one.takes}" + (f" ({one.default})" if one.kind == "number" else "")
        for one in question.parameters
    ]
    return f"| `{question.name}` | {question.title} | {'; '.join(settings)} |\n"


def test_every_question_is_listed_as_its_file_tells_it() -> None:
    assert TABLE.findall(PAGE.read_text(encoding="utf-8")) == [table()]


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_that_are_shown_run(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rdf.write_nquads(assemble(sample_collection()), tmp_path / "graph")
    (tmp_path / "mine.rq").write_text("ASK { ?s ?p ?o }")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, shlex.split(command)[1:])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.strip() not in {"", "no answers", "[]"}


def write() -> None:
    """Put the table into the page."""
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(TABLE.sub(lambda _: table(), text), encoding="utf-8")


if __name__ == "__main__":
    write()
