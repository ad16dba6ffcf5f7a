"""``kg query``: SPARQL over a build, with a shelf of questions ready to ask."""

import csv
import io
import json
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from kg.cli.console import console, printable

if TYPE_CHECKING:
    from kg.query import Answer, Question

_EXAMPLES = """\b
Examples:
  kg query --list
  kg query --describe figure-timeline
  kg query graph --question figure-timeline --set measure=killed
  kg query graph 'SELECT ?claim WHERE { ?claim a kg:Claim }' --as csv
  kg query graph --file mine.rq --as json
"""
_WIDTH = 80  # columns of a description


class Options(TypedDict):
    """What can be given beside the build and the query; None where it is not."""

    file: Path | None
    question: str | None
    settings: tuple[str, ...]
    listed: bool
    describe: str | None
    form: str


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
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="Set a parameter of the question; may be given again.",
)
@click.option("--list", "listed", is_flag=True, help="List the questions on the shelf.")
@click.option(
    "--describe", metavar="NAME", help="Tell what a question answers, its parameters and columns."
)
@click.option(
    "--as",
    "form",
    type=click.Choice(("table", "csv", "json")),
    default="table",
    show_default=True,
    help="How to write the answer.",
)
def query(out: Path | None, sparql: str | None, **options: Unpack[Options]) -> None:
    """Ask a build a question in SPARQL.

    OUT is the folder that kg build wrote, or a store of it; SPARQL the query.
    """
    if options["listed"]:
        _list_questions()
    elif options["describe"] is not None:
        _describe(options["describe"])
    elif out is None:
        raise click.UsageError("name the folder that kg build wrote, or give --list")
    else:
        answer = _answer(out, sparql, options)
        click.echo(FORMS[options["form"]](answer), nl=False)


def _answer(out: Path, sparql: str | None, options: Options) -> "Answer":
    """The answer to the query, from the one place where it is given."""
    file, question, settings = options["file"], options["question"], options["settings"]
    if sum(source is not None for source in (sparql, file, question)) != 1:
        raise click.UsageError("give one of a query, --file and --question")
    if settings and question is None:
        raise click.UsageError("--set needs a --question whose parameters can be set")
    import kg  # noqa: PLC0415 - questions load RDF libraries

    build = kg.open(out)
    if question is not None:
        values = _values(settings)
        answer = build.question(question, **values)
        _tell_limit(question, values, len(answer.rows))
        return answer
    return build.ask(_text(file) if file is not None else sparql or "")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{file}: cannot be read as UTF-8 text") from error


def _values(settings: tuple[str, ...]) -> dict[str, str]:
    values = {}
    for setting in settings:
        name, sign, value = setting.partition("=")
        if not sign:
            raise click.UsageError(
                f"--set {setting}: give a name and a value, as in --set limit=10"
            )
        values[name.strip()] = value
    return values


def _tell_limit(name: str, values: dict[str, str], rows: int) -> None:
    """Say so where there may be more than was asked for."""
    from kg.query import question_of  # noqa: PLC0415

    (parameter,) = [row for row in question_of(name).parameters if row.name == "limit"]
    limit = int(values.get("limit", parameter.default))
    if rows >= limit:
        click.echo(
            f"There may be more: limit, {parameter.meaning}, is {limit}; --set limit=N makes it N",
            err=True,
        )


def _list_questions() -> None:
    from kg.query import questions  # noqa: PLC0415

    shelf = questions()
    width = max(len(question.name) for question in shelf)
    for question in shelf:
        click.echo(f"{question.name:{width}}  {question.title}")
        settings = " ".join(f"{one.name}={one.default}" for one in question.parameters)
        click.echo(f"{'':{width}}  --set {settings}")


def _describe(name: str) -> None:
    from kg.query import question_of  # noqa: PLC0415

    for line in described(question_of(name)):
        click.echo(line)


def described(question: "Question") -> Iterator[str]:
    """What a question answers, its parameters and its columns, in lines."""
    yield f"{question.name}: {question.title}"
    yield ""
    yield from textwrap.wrap(question.explanation, width=_WIDTH)
    yield ""
    yield "Parameters:"
    width = max(len(parameter.name) for parameter in question.parameters)
    for parameter in question.parameters:
        given = f"{parameter.takes}; {parameter.default or 'empty'} unless set"
        yield from _entry(parameter.name, width, f"{parameter.meaning} ({given})")
    yield ""
    yield "Columns:"
    width = max(len(column.name) for column in question.columns)
    for column in question.columns:
        yield from _entry(column.name, width, column.meaning)


def _entry(name: str, width: int, text: str) -> list[str]:
    indent = " " * (width + 4)
    return textwrap.wrap(f"  {name:{width}}  {text}", width=_WIDTH, subsequent_indent=indent)


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
