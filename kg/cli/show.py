"""``kg show``: the answers that most users want first, in a terminal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.console import console
from kg.cli.summary import counted

if TYPE_CHECKING:
    from rich.console import Console

    from kg.cli.views import Dispute, Listing, Side

_EXAMPLES = """\b
Examples:
  kg show graph disputes
  kg show graph speakers | less
"""
_VIEWS = ("disputes", "sources", "speakers")
_INDENT = 2


@click.command(epilog=_EXAMPLES, no_args_is_help=True)
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("view", type=click.Choice(_VIEWS))
def show(out: Path, view: str) -> None:
    """Show what is disputed, who speaks, or which sources stand behind it.

    OUT is the folder that kg build wrote.

    \b
    disputes  both sides word for word, who says so, where, and why they clash
    sources   outlets, agencies, documents and unnamed sources
    speakers  everybody who says something
    """  # noqa: D301 - \b keeps click from joining the lines
    from kg.cli.tables import load  # noqa: PLC0415
    from kg.cli.views import LISTINGS, disputes  # noqa: PLC0415

    tables = load(out)
    if view == "disputes":
        _print_disputes(console(), disputes(tables))
    else:
        _print_listing(console(), LISTINGS[view](tables))


def _print_disputes(screen: "Console", found: "tuple[Dispute, ...]") -> None:
    screen.print(counted(len(found), "dispute", "disputes"), style="bold")
    for number, dispute in enumerate(found, start=1):
        origins = "" if dispute.independent else ", both from one origin"
        screen.print()
        screen.print(f"{number}. {dispute.why}", style="bold")
        screen.print(f"basis: {dispute.basis}{origins}", style="dim")
        _print_side(screen, dispute.left)
        screen.print("  against", style="red")
        _print_side(screen, dispute.right)


def _print_side(screen: "Console", side: "Side") -> None:
    from rich.padding import Padding  # noqa: PLC0415

    lines = ((f"“{side.words}”", ""), (f"- {side.speaker}", "cyan"), (f"  {side.article}", "dim"))
    for line, style in lines:
        screen.print(Padding(line, (0, 0, 0, _INDENT), expand=False), style=style)


def _print_listing(screen: "Console", listing: "Listing") -> None:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    first = listing.rows[0] if listing.rows else listing.columns
    for heading, value in zip(listing.columns, first, strict=True):
        table.add_column(heading, justify="right" if isinstance(value, int) else "left")
    for row in listing.rows:
        table.add_row(*(f"{value:,}" if isinstance(value, int) else value for value in row))
    screen.print(listing.title, style="bold")
    if listing.rows:
        screen.print(table)
