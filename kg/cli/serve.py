"""``kg serve``: a build over HTTP."""

import contextlib
import signal
import threading
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import click

_EXAMPLES = """\b
Examples:
  kg serve graph --open
  kg serve graph --port 9000 --timeout 60
  curl localhost:8000/sparql --data-urlencode 'query=ASK { ?claim a kg:Claim }'
"""


@click.command(epilog=_EXAMPLES, no_args_is_help=True)
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; 0.0.0.0 lets other machines in.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    default=8000,
    show_default=True,
    help="Port to listen on; 0 takes any that is free.",
)
@click.option(
    "--timeout",
    "timeout_s",
    type=click.IntRange(1, 86_400),
    metavar="SECONDS",
    default=10,
    show_default=True,
    help="Stop queries that take longer.",
)
@click.option(
    "--max-rows",
    type=click.IntRange(1),
    metavar="N",
    default=100_000,
    show_default=True,
    help="Stop queries that find more.",
)
@click.option(
    "--cors",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help="Let pages of this web origin ask, such as https://my.org; * for all; may be given again.",
)
@click.option("--open", "opened", is_flag=True, help="Open the page in a browser.")
def serve(  # noqa: PLR0913, PLR0917 - one for each option
    out: Path,
    host: str,
    port: int,
    timeout_s: int,
    max_rows: int,
    origins: tuple[str, ...],
    opened: bool,
) -> None:
    """Serve a build: its network, a page to ask on, SPARQL, and every node.

    OUT is the folder that kg build wrote. Nobody can change it by way of the server. Ctrl-C ends it.

    \b
    /         a page to ask on, with the questions of the shelf
    /network  the network with its lists, as in graph.html, of any size
    /sparql   SPARQL 1.1 Protocol
    /id/...   every node, as HTML, Turtle or JSON-LD
    """  # noqa: D301 - \b keeps click from joining the lines
    from kg.serve.server import serve  # noqa: PLC0415 - loads RDF libraries and a web server
    from kg.serve.settings import Settings  # noqa: PLC0415

    def tell(address: str) -> None:
        click.echo(f"Serving {out} at {address} until Ctrl-C")
        if opened:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    with _ended_by_signals():
        serve(out, Settings(host, port, timeout_s, max_rows, origins), tell)


@contextlib.contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Takes Ctrl-C and SIGTERM for the way to end it, which is no failure."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
