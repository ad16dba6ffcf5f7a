"""Tells how far a build is: a bar on a terminal, a plain line for each stage elsewhere, always on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum

import click

from kg.cli.console import printable
from kg.cli.summary import counted

Progress = Callable[[StrEnum, int, int, str], None]

_FEW = 20  # stages of at most so many steps get one line; longer ones a line each tenth
_STEPS = {
    "reading": ("input", "inputs"),
    "extracting": ("article", "articles"),
    "writing": ("format", "formats"),
    "pushing": ("batch", "batches"),
}
_SHOWN = 40  # characters of a file's name beside the bar


@contextmanager
def progress() -> Iterator[Progress]:
    """A function to call with the stage, its steps done, its steps in all, and what comes next."""
    if not sys.stderr.isatty():
        yield lines
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (TextColumn("{task.description:>10}"), BarColumn(), MofNCompleteColumn())
    what_column = TextColumn("{task.fields[what]}", markup=False)
    with Bar(*columns, what_column, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", what="", visible=False)

        def show(stage: StrEnum, done: int, total: int, what: str) -> None:
            bar.update(
                task,
                description=stage.value,
                completed=done,
                total=total,
                what=printable(what)[:_SHOWN],
                visible=True,
                refresh=True,
            )

        yield show


def lines(stage: StrEnum, done: int, total: int, what: str) -> None:
    """Write a line when a stage begins, and in long ones at each tenth."""
    if done == 0 and total:
        steps = _STEPS.get(stage.value)
        click.echo(f"{stage.value} {counted(total, *steps) if steps else what}", err=True)
    elif total > _FEW and done % (total // 10) == 0:
        click.echo(f"{stage.value} {done:,} of {total:,}", err=True)
