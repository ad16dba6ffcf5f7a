"""``kg load``: from a build to a store."""

from pathlib import Path

import click

from kg.cli.summary import counted

_EXAMPLES = """\b
Example:
  kg load graph --store graph.store
  kg query graph.store --question disputes

\b
Exit status: 0 loaded, 2 there is no build, or the store cannot be written.
"""


@click.command(epilog=_EXAMPLES, no_args_is_help=True)
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--store",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of the store, new or to be replaced.",
)
def load(out: Path, store: Path) -> None:
    """Keep a build in an Oxigraph store on disk.

    A large build is asked at once from a store, and not read anew for each question. kg query takes the store by itself,
    or uses it for the build that it was made of for as long as that stays as it is.

    OUT is the folder that kg build wrote.
    """
    import kg.query.kept  # noqa: PLC0415 - loads RDF libraries

    kept = kg.query.kept.keep_build(out, store)
    click.echo(f"{counted(kept.triples, 'triple', 'triples')} kept in {store}")
    click.echo(f"Next: run kg query {store} --question disputes")
