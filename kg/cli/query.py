"""``kg query``: SPARQL over a build, with a shelf of questions ready to ask."""

import csv
import difflib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.console import console, printable

if TYPE_CHECKING:
    from kg.query import Answer

_EXAMPLES = """\b
Examples:
  kg query --list
  kg query graph --question disputes
  kg query graph 'SELECT ?claim WHERE { ?claim a kg:Claim }' --as csv
  kg query graph --file mine.rq --as json
"""


@click.command(epilog=_EXAMPLES, no_args_is_help=True)
@click.argument("out", required=False, type=click.Path(path_type=Path))
@click.argument("sparql", required=False)
@click.option(
    "--file",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Read the query from a file.",
)
@click.option("--question", metavar="NAME", help="Ask a question from the shelf.")
@click.option("--list", "listed", is_flag=True, help="List the questions on the shelf.")
@click.option(
    "--as",
    "form",
    type=click.Choice(("table", "csv", "json")),
    default="table",
    show_default=True,
    help="How to write the answer.",
)
def query(
    out: Path | None,
    sparql: str | None,
    file: Path | None,
    question: str | None,
    listed: bool,
    form: str,
) -> None:
    """Ask a build a question in SPARQL.

    OUT is the folder that kg build wrote, SPARQL the query.
    """
    if listed:
        _list_questions()
        return
    if out is None:
        raise click.UsageError("name the folder that kg build wrote, or give --list")
    text = _text(sparql, file, question)
    import kg.query  # noqa: PLC0415 - loads RDF libraries

    click.echo(FORMS[form](kg.query.ask(out, text)), nl=False)


def _text(sparql: str | None, file: Path | None, question: str | None) -> str:
    """The query, from the one place where it is given."""
    if sum(source is not None for source in (sparql, file, question)) != 1:
        raise click.UsageError("give one of a query, --file and --question")
    if file is not None:
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise click.UsageError(f"{file}: cannot be read as UTF-8 text") from error
    return _question(question) if question is not None else sparql or ""


def _question(name: str) -> str:
    """The query of a question on the shelf."""
    from kg.query import questions  # noqa: PLC0415

    shelf = {question.name: question.sparql for question in questions()}
    if name not in shelf:
        near = difflib.get_close_matches(name, shelf, n=1)
        remedy = f"did you mean {near[0]}?" if near else "kg query --list shows them"
        raise click.UsageError(f"there is no question {name!r}; {remedy}")
    return shelf[name]


def _list_questions() -> None:
    from kg.query import questions  # noqa: PLC0415

    shelf = questions()
    width = max(len(question.name) for question in shelf)
    for question in shelf:
        click.echo(f"{question.name:{width}}  {question.title}")


def as_table(answer: "Answer") -> str:
    """The answer as a table for reading."""
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    if answer.boolean is not None:
        return "yes\n" if answer.boolean else "no\n"
    if not answer.rows:
        return "no answers\n"
    table = Table(*answer.columns, box=box.SIMPLE_HEAD, pad_edge=False)
    for row in answer.rows:
        table.add_row(*(printable(str(value)) for value in row))
    screen = console()
    with screen.capture() as captured:
        screen.print(table)
    return captured.get()


def as_csv(answer: "Answer") -> str:
    """The answer as CSV with a heading (SPARQL 1.1 Query Results CSV, section 3); unbound values are empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    if answer.boolean is not None:
        writer.writerows((("answer",), ("true" if answer.boolean else "false",)))
    else:
        writer.writerow(answer.columns)
        writer.writerows(answer.rows)
    return text.getvalue()


def as_json(answer: "Answer") -> str:
    """The answer as a JSON list of one object a row, or as true or false."""
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    value = rows if answer.boolean is None else answer.boolean
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


FORMS: dict[str, Callable[["Answer"], str]] = {
    "table": as_table,
    "csv": as_csv,
    "json": as_json,
}
