"""The group of commands, and what happens when one of them fails."""

import logging

import click

from kg import __version__
from kg.cli.build import build
from kg.cli.check import check
from kg.cli.exits import Exit, exit_code
from kg.cli.load import load
from kg.cli.push import push
from kg.cli.query import query
from kg.cli.serve import serve
from kg.cli.show import show
from kg.errors import KgError

_EXAMPLES = """\b
Examples:
  kg build reports/ --out graph
  kg show graph disputes
  kg query graph --list
"""


class App(click.Group):
    """A group whose commands end in one sentence and an exit status, whatever goes wrong."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; without ``--debug`` its errors are told and not raised."""
        if ctx.params["debug"]:
            return super().invoke(ctx)
        try:
            return super().invoke(ctx)
        except KgError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(exit_code(error))
        except KeyboardInterrupt:
            click.echo("Interrupted; nothing was written.", err=True)
            ctx.exit(Exit.INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours must not show a user our code
            cause = " ".join(f"{type(error).__name__} {error}".split())
            click.echo(f"Error: kg failed on a fault of its own ({cause})", err=True)
            click.echo("Run it as kg --debug ... to see where, and report it.", err=True)
            ctx.exit(Exit.FAULT)


@click.group(cls=App, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Log what is done, and show where a fault comes from.")
def app(debug: bool) -> None:
    """Turn news reports into a graph of who claims what, on whose word, and who says otherwise."""
    logging.basicConfig(
        level=logging.DEBUG if debug else logging.ERROR, format="%(name)s: %(message)s"
    )


for command in (build, show, query, serve, load, push, check):
    app.add_command(command)
