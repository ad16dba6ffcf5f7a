"""``kg check``: whether a build keeps its promises."""

from pathlib import Path

import click

from kg.cli.console import printable
from kg.cli.exits import Exit
from kg.cli.summary import counted

_EXAMPLES = """\b
Example:
  kg check graph

\b
Exit status: 0 valid, 2 there is no build to check, 3 not valid.
"""


@click.command(epilog=_EXAMPLES, no_args_is_help=True)
@click.argument("out", type=click.Path(path_type=Path))
@click.pass_context
def check(ctx: click.Context, out: Path) -> None:
    """Check a build: its RDF, and every claim's words.

    The RDF is held against the shapes of the ontology, each claim's words against its article.

    OUT is the folder that kg build wrote.
    """
    import kg.query  # noqa: PLC0415 - loads RDF libraries

    violations = kg.query.check(out)
    for violation in violations:
        place = " ".join(filter(None, (violation.node, violation.path)))
        click.echo(printable(f"{place}: {violation.message}"))
    if violations:
        found = counted(len(violations), "violation", "violations")
        click.echo(f"{out} is not valid: {found}", err=True)
        ctx.exit(Exit.INVALID)
    click.echo(
        f"{out} is valid: the graph fits its shapes, and every claim is cut from its article."
    )
