"""``kg build``: from inputs to files."""

import difflib
from pathlib import Path

import click

from kg.cli.exits import Exit
from kg.cli.progress import progress
from kg.cli.summary import summary

_EXAMPLES = """\b
Examples:
  kg build reports/ --out graph
  kg build one.txt two.md https://news.example/three --out graph
  kg build wire.jsonl --out graph --format page --format tables
  kg build archive/ --out graph --store graph.store

\b
Exit status: 0 all well, 1 some inputs were left out, 2 nothing could be built.
"""


class FormatName(click.ParamType[str]):
    """The name of an exporter; the table of exporters is read when a name is, not before."""

    name = "name"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The name, if there is such a format."""
        from kg.export import EXPORTERS  # noqa: PLC0415 - only a name needs the table

        names = [exporter.name for exporter in EXPORTERS]
        if value in names:
            return str(value)
        near = difflib.get_close_matches(str(value), names, n=1)
        remedy = f"did you mean {near[0]}?" if near else f"choose from {', '.join(names)}"
        raise click.BadParameter(f"there is no format {value!r}; {remedy}", ctx, param)


class ConfidenceValue(click.ParamType[float]):
    """A number from 0 to 1, both included."""

    name = "number"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number, if it is one and within its bounds."""
        try:
            number = float(str(value))
        except ValueError:
            number = -1.0
        if not 0 <= number <= 1:  # as no comparison with "nan" holds
            raise click.BadParameter(f"{value!r} is no number from 0 to 1", param=param, ctx=ctx)
        return number


class BuildCommand(click.Command):
    """A command whose help lists what can be read and what can be written, from the tables of these."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the lists before the examples."""
        from kg.export import EXPORTERS  # noqa: PLC0415
        from kg.read import READERS  # noqa: PLC0415

        with formatter.section("Reads"):
            formatter.write_dl([(" ".join(row.suffixes), row.purpose) for row in READERS])
        with formatter.section("Formats"):
            formatter.write_dl([(row.name, f"for {row.purpose}") for row in EXPORTERS])
        super().format_epilog(ctx, formatter)


@click.command(cls=BuildCommand, epilog=_EXAMPLES, no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="Folder to write into.",
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    type=FormatName(),
    metavar="NAME",
    help="Write this format only; may be given again.  [default: all but nanopub]",
)
@click.option(
    "--store",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Keep the graph in an Oxigraph store as well, for asking large builds.",
)
@click.option(
    "--measures",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Further words for events and measures, in Turtle; may be given again.",
)
@click.option(
    "--judgements",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Names that are one and names that are not, in CSV as in merges.csv; may be given again.",
)
@click.option(
    "--base",
    metavar="IRI",
    help="Where RDF names live, ending in a slash, such as https://data.my.org/kg/.",
)
@click.option(
    "--min-confidence",
    type=ConfidenceValue(),
    metavar="X",
    help="Keep only claims of at least this confidence, from 0 to 1.",
)
@click.option(
    "--language-model",
    metavar="NAME",
    help="Read English with this spaCy pipeline, such as en_core_web_trf.  [default: our own]",
)
@click.option("--strict", is_flag=True, help="Stop at the first input that cannot be used.")
def build(inputs: tuple[str, ...], out: Path, **options: object) -> None:
    """Read articles and write the graph of what they claim.

    INPUT is a file, a folder, which is searched to the bottom, or the address of a page. A bad input never costs
    the others: it is reported at the end.
    """
    from kg import pipeline  # noqa: PLC0415 - loads everything

    given = {name: value for name, value in options.items() if value is not None}
    settings = pipeline.Settings.model_validate(given)
    with progress() as on_progress:
        report = pipeline.build(inputs, out, settings, on_progress)
    ctx = click.get_current_context()
    for line in summary(report, out, settings.store):
        click.echo(line, err=not report.articles)
    if not report.articles:
        click.echo("\nError: there is nothing to build; nothing was written.", err=True)
        ctx.exit(Exit.USAGE)
    ctx.exit(Exit.LEFT_OUT if report.errors else Exit.WELL)
