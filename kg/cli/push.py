"""``kg push``: a build into a Neo4j database that is running."""

from pathlib import Path

import click

from kg.cli.console import printable
from kg.cli.exits import Exit
from kg.cli.progress import progress
from kg.cli.summary import counted

_EXAMPLES = """\b
Examples:
  export NEO4J_PASSWORD=...
  kg push graph bolt://localhost:7687
  kg push graph neo4j+s://db.my.org --user editor --database reports
"""


@click.command(epilog=_EXAMPLES, no_args_is_help=True)
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("uri", envvar="NEO4J_URI")
@click.option(
    "--user",
    envvar="NEO4J_USERNAME",
    default="neo4j",
    metavar="NAME",
    help="Who asks.  [default: NEO4J_USERNAME, or neo4j]",
)
@click.option(
    "--password",
    envvar="NEO4J_PASSWORD",
    metavar="WORD",
    help="The password, which others on this machine may see here and not in the environment."
    "  [default: NEO4J_PASSWORD]",
)
@click.option(
    "--database",
    envvar="NEO4J_DATABASE",
    metavar="NAME",
    help="The database on that server.  [default: NEO4J_DATABASE, or the user's own]",
)
@click.option("--keep", is_flag=True, help="Remove nothing that an earlier push brought.")
@click.option(
    "--batch",
    type=click.IntRange(1),
    default=5000,
    show_default=True,
    metavar="N",
    help="Rows a transaction.",
)
def push(  # noqa: PLR0913, PLR0917 - one for each option
    out: Path,
    uri: str,
    user: str,
    password: str | None,
    database: str | None,
    keep: bool,
    batch: int,
) -> None:
    """Bring a Neo4j database to the state of a build.

    OUT is the folder that kg build wrote, with its neo4j/; URI is where Neo4j listens, or NEO4J_URI says it. What is new or has
    changed is sent, and what an earlier push brought and the build no longer has is removed. It can be broken off and run again at any
    time. Needs the driver: pip install 'kg[neo4j]'.
    """
    import kg.push  # noqa: PLC0415 - only a push needs it

    access = kg.push.Access(uri, user, password, database)
    try:
        with progress() as on_progress:
            pushed = kg.push.push(out, access, on_progress, keep=keep, batch=batch)
    except KeyboardInterrupt:
        click.echo("Interrupted; what was sent stays, and a new push goes on from there.", err=True)
        click.get_current_context().exit(Exit.INTERRUPTED)
    sent = _things(pushed.nodes, pushed.relationships)
    gone = _things(pushed.removed_nodes, pushed.removed_relationships)
    click.echo(printable(f"Pushed to {uri}: {sent} new or changed, {pushed.unchanged:,} unchanged"))
    if pushed.removed_nodes or pushed.removed_relationships:
        click.echo(f"Removed: {gone}")


def _things(nodes: int, relationships: int) -> str:
    return " and ".join(
        (
            counted(nodes, "node", "nodes"),
            counted(relationships, "relationship", "relationships"),
        )
    )
