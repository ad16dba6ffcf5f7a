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
    or uses it for the build that it was made of for as long as that stays as it is. If the build has tables, the store also
    gets what kg serve shows the network from.

    OUT is the folder that kg build wrote.
    """
    from kg.query.kept import keep_build  # noqa: PLC0415 - loads RDF libraries
    from kg.serve.making import make_page  # noqa: PLC0415

    faults = []
    kept = keep_build(out, store, lambda place: faults.append(make_page(out, place)))
    click.echo(f"{counted(kept.triples, 'triple', 'triples')} kept in {store}")
    for fault in filter(None, faults):
        click.echo(f"Without the page of the network: {fault}", err=True)
    click.echo(f"Next: run kg query {store} --question disputes")
